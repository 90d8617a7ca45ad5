"""Lines of a text that look like rows of a table though none was read there: named, so that they are not lost.

Columns stand apart by blanks, dot leaders or tabs, or by the marks of a table that is not closed or not known:
pipes, frames, cells of HTML, columns of LaTeX, semicolons.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.loose import LEADER, LOOKS_LIKE_A_TABLE, LooseRow, Piece, areas_of, loose_row
from extractors.tables.cells import plain
from extractors.text.cells import clean
from extractors.text.rows import Numbered
from schemas.reading import Part, Unread

_MARKS = (
    re.compile(r"\t"),
    re.compile(r"[|¦│┃║]"),
    re.compile(r"<t[dhr]\b[^<>]*>|</t[dhr]\s*>", re.IGNORECASE),
    re.compile(r"(?<!\\)&(?=.*\\\\\s*(?:\\hline\s*)?$)|\\\\\s*(?:\\hline\s*)?$"),
    re.compile(r";(?!\s)"),
)
_BLANKS = re.compile(r"\s{2,}|(?<=\S)\s*[.…_]{4,}\s*(?=\S)")
_STEP = 1000.0  # between columns that marks part; the place of others is counted in letters
_OFF = 1.0
_APART = 6  # lines between two rows of one area
_NEAR = 3  # lines between rows of small counts
_LONGEST = 2_000  # letters of a line
_SHOWN = 80


def left_out(lines: Sequence[Numbered]) -> list[Unread]:
    """An entry for each area; ``lines`` are the running ones with their numbers, lists of contents left out."""
    rows = [row for n, (_, text) in enumerate(lines) if (row := _row(n, text)) is not None]
    out = []
    for block in _blocks(rows, lines):
        for members in areas_of(block, _OFF, lambda a, b: lines[b][0] - lines[a][0] <= _NEAR):
            parts = tuple(Part(lines[row.at][0], row.numbers, _shown(lines[row.at][1])) for row in members)
            what = f"area: {parts[0].text[:_SHOWN]}"
            numbers = sum(part.numbers for part in parts)
            out.append(Unread(line=parts[0].line, what=what, reason=LOOKS_LIKE_A_TABLE, numbers=numbers, parts=parts))
    return out


def _shown(text: str) -> str:
    return plain(" ".join(piece.text for piece in _pieces(text)))


def _blocks(rows: Sequence[LooseRow], lines: Sequence[Numbered]) -> list[list[LooseRow]]:
    """Rows that stand together; those further apart are of different tables."""
    blocks: list[list[LooseRow]] = [[rows[0]]] if rows else []
    for above, row in pairwise(rows):
        if lines[row.at][0] - lines[above.at][0] > _APART:
            blocks.append([])
        blocks[-1].append(row)
    return blocks


def _row(at: int, text: str) -> LooseRow | None:
    if len(text) > _LONGEST or not any(c.isdigit() for c in text):
        return None
    pieces = _pieces(text)
    return loose_row(at, pieces) if len(pieces) > 1 else None


def _pieces(text: str) -> list[Piece]:
    """The pieces of a line: those that marks part are told by their number, others by where they stand."""
    for mark in _MARKS:
        if len(mark.findall(text)) > (0 if mark is _MARKS[0] else 1):
            parts = mark.split(text)
            cells = [(n, clean(part).replace("\n", " ").strip()) for n, part in enumerate(parts)]
            return [Piece(_STEP * (n + 1), _STEP * (n + 1), cell) for n, cell in cells if cell]
    out: list[Piece] = []
    at = 0
    for gap in [*_BLANKS.finditer(text), None]:
        end = gap.start() if gap is not None else len(text)
        part = text[at:end]
        if part.strip():
            start = at + len(part) - len(part.lstrip())
            out.append(Piece(start, at + len(part.rstrip()), part.strip()))
        if gap is not None:
            if LEADER.search(gap[0]):
                out.append(Piece(gap.start(), gap.end(), gap[0].strip()))
            at = gap.end()
    return out
