"""Areas of a page that look like a table though none was read there: the reader names them instead of being silent."""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.loose import LEADER, LOOKS_LIKE_A_TABLE, LooseRow, Piece, areas_of, loose_row
from extractors.tables.cells import VALUES, has_digit, shape
from schemas.number import BBox
from schemas.page import Word
from schemas.reading import Part, Unread

_TIMES = 2.0  # times the white between the words of the same line, which justified lines stretch
_OFF = 3.0  # points by which the values of one column may be off
_NEAR = 3.4  # em between the middles of two lines of one area
_CAPTION_LINES = 4  # lines above an area in which its caption can stand
_SHOWN = 80
_FEWEST = 4  # values in sideways text that can be those of a table

_LETTERS = re.compile(r"[^\W\d_]")
_CURRENCY = re.compile(r"^Rp\.?$", re.IGNORECASE)
_CAPTION = re.compile(r"^\W*(?:tabel|table|tbl)\.?\s*[\dIVX]", re.IGNORECASE)
_SMALL = re.compile(r"^\d{1,4}$")

Line = Sequence[Word]


class Area(NamedTuple):
    """Where it stands, its first words, how many numbers it prints, and its lines that print them."""

    box: BBox
    text: str
    numbers: int
    parts: tuple[Part, ...] = ()


def left_out(page: int, lines: Sequence[Line]) -> list[Unread]:
    """What to say of areas that no table took.

    Args:
        page: the number of the page.
        lines: the words that stand in no table, line by line; those that run sideways are one line of their own.
    """
    upright = [line for line in lines if line[0].upright]
    found = [(area.text, area.numbers, LOOKS_LIKE_A_TABLE, area.parts) for area in find_areas(upright)]
    aside = [word for line in lines if not line[0].upright for word in line]
    values = [w for w in aside if has_digit(w.text) and shape(w.text) in VALUES and not _SMALL.match(w.text)]
    if len(values) >= _FEWEST:
        found.append((" ".join(word.text for word in aside)[:_SHOWN], len(values), "text that runs sideways", ()))
    return [
        Unread(page=page, what=f"area: {text}", reason=reason, numbers=numbers, parts=parts)
        for text, numbers, reason, parts in found
    ]


def find_areas(lines: Sequence[Line]) -> list[Area]:
    """The areas in lines that stand in no table, from top to bottom; those that overlap are one."""
    rows = [row for n, line in enumerate(lines) if (row := _row(n, line)) is not None]
    if not rows:
        return []

    def near(above: int, below: int) -> bool:
        return _distance(lines[above], lines[below]) <= _NEAR * max(word.size for word in lines[below])

    spans: list[tuple[int, int, dict[int, int]]] = []
    for span in sorted(_span(lines, members) for members in areas_of(rows, _OFF, near)):
        if spans and span[0] <= spans[-1][1]:
            first, last, counts = spans[-1]
            joined = {at: max(counts.get(at, 0), span[2].get(at, 0)) for at in (*counts, *span[2])}
            spans[-1] = (first, max(last, span[1]), joined)
        else:
            spans.append(span)
    return [_area(lines, *span) for span in spans]


def _row(at: int, line: Line) -> LooseRow | None:
    size = line[0].size
    if all(b.x0 - a.x1 <= size for a, b in pairwise(line)) or not any(has_digit(word.text) for word in line):
        return None
    pieces = [Piece(group[0].x0, group[-1].x1, " ".join(word.text for word in group)) for group in _groups(line)]
    return loose_row(at, pieces)


def _groups(line: Line) -> list[list[Word]]:
    """The words of a line between wide white; in a justified line all white is wide, and none of it counts.

    What is usual in a line is told by its narrower white: the wider may set columns of names apart.
    """
    size = line[0].size or 10.0  # white of one em can set a value apart
    usual = sorted(b.x0 - a.x1 for a, b in pairwise(line) if _is_word(a.text) and _is_word(b.text))
    limit = max(size, _TIMES * usual[len(usual) // 4] if usual else 0.0)
    groups = [[line[0]]]
    for a, b in pairwise(line):
        apart = b.x0 - a.x1 > limit and not _CURRENCY.match(a.text)
        if apart or LEADER.fullmatch(a.text) or LEADER.fullmatch(b.text):
            groups.append([b])
        else:
            groups[-1].append(b)
    return groups


def _is_word(text: str) -> bool:
    return _LETTERS.search(text) is not None and not _CURRENCY.match(text)


def _span(lines: Sequence[Line], rows: Sequence[LooseRow]) -> tuple[int, int, dict[int, int]]:
    """First and last line of an area, and the numbers by line: of its rows, and of lines that print in its columns."""
    edges = sorted({(round(value.x0), round(value.x1)) for row in rows for value in row.values})
    counts = {row.at: row.numbers for row in rows}
    first, last = rows[0].at, rows[-1].at
    for at in range(first, last + 1):
        counts.setdefault(at, _standing(lines[at], edges))
    return _grown(lines, counts, edges, first, -1), _grown(lines, counts, edges, last, 1), counts


def _grown(
    lines: Sequence[Line], counts: dict[int, int], edges: Sequence[tuple[float, float]], end: int, step: int
) -> int:
    """The last line in one direction that still belongs to the area."""
    at = end + step
    while 0 <= at < len(lines) and _distance(lines[at], lines[end]) <= _NEAR * max(w.size for w in lines[at]):
        if number := _standing(lines[at], edges):
            counts[at] = number
            end = at
        at += step
    return end


def _standing(line: Line, edges: Sequence[tuple[float, float]]) -> int:
    """How many numbers of a line stand in the columns of an area."""
    return sum(
        1
        for word in line
        if has_digit(word.text)
        and shape(word.text) in VALUES
        and any(abs(word.x1 - x1) <= _OFF or abs(word.x0 - x0) <= _OFF for x0, x1 in edges)
    )


def _area(lines: Sequence[Line], first: int, last: int, counts: dict[int, int]) -> Area:
    words = [word for at in range(first, last + 1) if counts.get(at) for word in lines[at]]
    start = " ".join(word.text for word in lines[first])
    above = (" ".join(word.text for word in line) for line in lines[max(0, first - _CAPTION_LINES) : first])
    caption = next((text for text in above if _CAPTION.match(text)), "")
    box = (min(w.x0 for w in words), min(w.top for w in words), max(w.x1 for w in words), max(w.bottom for w in words))
    parts = tuple(
        Part(None, counts[at], " ".join(word.text for word in lines[at]))
        for at in range(first, last + 1)
        if counts.get(at)
    )
    return Area(box, f"{caption} … {start}"[:_SHOWN] if caption else start[:_SHOWN], sum(counts.values()), parts)


def _distance(one: Line, other: Line) -> float:
    return abs(_middle(one) - _middle(other))


def _middle(line: Line) -> float:
    return (min(word.top for word in line) + max(word.bottom for word in line)) / 2
