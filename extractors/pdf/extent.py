"""How far a table without drawn borders reaches: from its rows up over its header, down over the rest of its last row.

Horizontal rules above and below the header and at the end of a table ("three-rule" tables) bound it where they are.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from statistics import median
from typing import NamedTuple

from extractors.pdf.gutters import Column, PrintedLine, columns_of, crossed, names_group
from extractors.tables.vocabulary import is_header_text
from extractors.tables.years import names_year
from schemas.page import Rule

_CAPTION = re.compile(r"^(?:tabel|table|gambar|grafik|lampiran|sumber)\b", re.IGNORECASE)
_WIDER = 0.22  # em; how much wider than between lines the white between rows is
_USUAL, _WIDEST = 1.65, 2.2  # em; leading
_CLOSE = 1.35  # times the leading: lines of one cell
_APART = 3.4  # em between the middles of a header and the row below it
_TITLE = 1.5  # em; a lone line further above the header than this is a caption
_LABEL = 60  # letters of the longest label on one line
_HIGHEST = 14  # lines that a header and the rest of a cut row may have
_WIDE = 0.6  # share of the width of the table that a rule needs to bound it


class Extent(NamedTuple):
    """The lines of a table: header lines, then the lines of its rows.

    ``barred``: a rule runs between header and rows. ``bold``: the header is bold and the rows are not. ``bars``:
    heights of the rules that run along the table.
    """

    header: list[PrintedLine]
    body: list[PrintedLine]
    barred: bool
    bold: bool
    bars: Sequence[float] = ()


def bars(rules: Sequence[Rule], x0: float, x1: float) -> list[float]:
    """Heights of the horizontal rules that run along a table from ``x0`` to ``x1``."""
    found: list[float] = []
    level = sorted((r for r in rules if r.bottom - r.top < 3 and r.x1 - r.x0 > 3), key=lambda r: r.top)
    i = 0
    while i < len(level):
        j, width = i, 0.0
        while j < len(level) and level[j].top - level[i].top < 2:
            width += max(0.0, min(level[j].x1, x1) - max(level[j].x0, x0))
            j += 1
        if width >= _WIDE * (x1 - x0):
            found.append((level[i].top + level[i].bottom) / 2)
        i = j
    return found


def leading(lines: Sequence[PrintedLine], columns: Sequence[Column]) -> float:
    """The distance of two lines of one cell: the smallest between lines that print in the same column.

    Where every line is a row of its own this would be the distance of rows; then it is at most what is usual.
    """
    last: dict[int, float] = {}
    steps: list[float] = []
    for line in lines:
        for piece in line.pieces:
            for c in crossed(piece, columns):
                if c in last and piece.middle - last[c] > 0.6 * line.size:
                    steps.append(piece.middle - last[c])
                last[c] = piece.middle
    size = median(line.size for line in lines) if lines else 10.0
    wrapped = any(not line.is_row for line in lines[1:])
    return min([*steps, (_WIDEST if wrapped else _USUAL) * size])


def reach(lines: Sequence[PrintedLine], run: list[int], above: int, below: int, rules: Sequence[Rule]) -> Extent:
    """The extent of the table whose rows are the lines ``run``, between the lines ``above`` and ``below``."""
    body = [lines[n] for n in run]
    rows = [line for line in body if line.is_row]
    columns = columns_of(rows)
    levels = bars(rules, columns[0].x0, columns[-1].x1)
    full = columns_of(body)
    full = full if len(full) >= 2 else columns
    step = leading(body, full)
    upper, mid = _upwards(lines, run[0], above, full, levels)
    header, rest = _parted(upper, rows, mid, step, lines[run[0]])
    left = min(p.x0 for line in (*header, *rest, *body) for p in line.pieces)
    right = max(p.x1 for line in (*header, *rest, *body) for p in line.pieces)
    for n in range(run[-1] + 1, below):
        line = lines[n]
        strict = all(len(crossed(p, full)) <= 1 and left - 2 <= p.x0 <= right for p in line.pieces)
        if not strict or line.first - lines[n - 1].last > _CLOSE * step or _barred(levels, lines[n - 1], line):
            break
        body.append(line)
    bold = bool(header) and all(_is_bold(line) for line in header) and 2 * sum(row.bold for row in rows) < len(rows)
    return Extent(header, [*rest, *body], mid is not None and bool(header), bold, levels)


def _barred(levels: Sequence[float], upper: PrintedLine, lower: PrintedLine) -> bool:
    at = bisect_left(levels, upper.middle)
    return at < len(levels) and levels[at] < lower.middle


def _upwards(
    lines: Sequence[PrintedLine], first: int, above: int, columns: Sequence[Column], levels: Sequence[float]
) -> tuple[list[PrintedLine], float | None]:
    """The lines above the first row that can belong to the table, and the height of the rule below the header."""
    upper: list[PrintedLine] = []
    mid: float | None = None
    below = lines[first]
    for n in range(first - 1, max(above, first - 1 - _HIGHEST), -1):
        line = lines[n]
        if below.middle - line.middle > _APART * max(line.size, below.size) or _CAPTION.match(line.pieces[0].text):
            break
        title = names_group(line, columns) and all(names_group(one, columns) for one in upper)
        if not title and _barred(levels, line, below):
            numbers = bool(upper) and all(p.kind == "n" for p in below.pieces)
            ended = mid is not None or (upper and _all_header(upper))
            if ended and not numbers and not (upper and _is_group(line, columns)):
                break
            mid = mid if mid is not None else (line.bottom + below.top) / 2
        if not title and not _may_head(line, columns, bool(upper)):
            break
        upper.insert(0, line)
        below = line
    if mid is not None and not any(line.middle < mid for line in upper):
        mid = None
    return upper, mid


def _is_group(line: PrintedLine, columns: Sequence[Column]) -> bool:
    """True for labels over groups of columns, all right of the names: a rule parts them from the labels below."""
    names = next((c.x1 for c in columns if c.kind == "t"), None)
    return names is not None and all(
        p.x0 > names and (p.kind == "y" or names_year(p.text) or is_header_text(p.text)) for p in line.pieces
    )


def _is_bold(line: PrintedLine) -> bool:
    return line.bold or all(p.kind == "n" for p in line.pieces)


def _all_header(lines: Sequence[PrintedLine]) -> bool:
    return all(_headed(line, False) for line in lines)


def _may_head(line: PrintedLine, columns: Sequence[Column], deeper: bool) -> bool:
    """Whether a line above the rows keeps to the columns or is a label over several of them."""
    kinds = {p.kind for p in line.pieces}
    if kinds <= {"n", "y"}:
        return True
    over = [crossed(p, columns) for p in line.pieces]
    if all(len(o) <= 1 for o in over):
        return all(len(p.text) <= _LABEL or len(o) == 1 for p, o in zip(line.pieces, over, strict=True))
    if any(len(p.text) > _LABEL for p in line.pieces):
        return False
    if all(len(o) <= 1 or (len(o) == 2 and columns[o[0]].kind == "o") for o in over):
        return True
    if not _headed(line, True):
        return False
    if len(line.pieces) > 1:
        return sum(len(o) <= 4 for o in over) == len(over)
    return deeper and over[0][0] > 0 and line.pieces[0].x0 > columns[0].x1


def _headed(line: PrintedLine, bold_counts: bool) -> bool:
    if bold_counts and line.bold:
        return True
    plain = sum(1 for p in line.pieces if p.kind in "ny")
    labels = sum(1 for p in line.pieces if p.kind not in "ny" and is_header_text(p.text))
    return plain == len(line.pieces) or (labels > 0 and 2 * (plain + labels) >= len(line.pieces))


def _parted(
    upper: list[PrintedLine], rows: Sequence[PrintedLine], mid: float | None, step: float, first: PrintedLine
) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Header lines and the lines below them that belong to the first row."""
    bold_counts = 2 * sum(row.bold for row in rows) < len(rows)
    if mid is not None:
        header = [line for line in upper if line.middle < mid]
        rest = [line for line in upper if line.middle > mid]
        more = 0
        while more < len(rest) and all(p.kind == "n" for p in rest[more].pieces):
            more += 1
        return _trimmed([*header, *rest[:more]]), rest[more:]
    upper, near = _apart(upper, step, first)
    marks = [n for n, line in enumerate(upper) if _headed(line, bold_counts) and not _opens_group(upper, n)]
    if not marks:
        rest = list(near)
        below = near[0] if near else first
        for line in reversed(upper):
            if below.first - line.last > _CLOSE * step:
                break
            rest.insert(0, line)
            below = line
        return [], rest
    return _trimmed(upper[marks[0] : marks[-1] + 1]), [*upper[marks[-1] + 1 :], *near]


def _opens_group(upper: Sequence[PrintedLine], at: int) -> bool:
    """True for the title of the first group of rows: alone below labels, from the left on, over several of them."""
    line = upper[at]
    if len(line.pieces) > 1 or any(len(lower.pieces) > 1 for lower in upper[at + 1 :]):
        return False
    title = line.pieces[0]
    labels = [above.pieces for above in upper[:at] if len(above.pieces) > 2]
    return any(title.x0 <= over[0].x0 + line.size and title.x1 > over[2].x0 for over in labels)


def _apart(upper: list[PrintedLine], step: float, first: PrintedLine) -> tuple[list[PrintedLine], list[PrintedLine]]:
    """Lines close above the first row, in two: those that wide white parts from a header above are its own."""
    at, below = len(upper), first
    while at and below.first - upper[at - 1].last <= step + _WIDER * first.size:
        at -= 1
        below = upper[at]
    near = upper[at:]
    if not near or any(_headed(line, False) for line in near) or not any(_headed(line, True) for line in upper[:at]):
        return upper, []
    return upper[:at], near


def _trimmed(header: list[PrintedLine]) -> list[PrintedLine]:
    """Without captions: lone lines at the top that stand well above the rest."""
    while len(header) > 1 and len(header[0].pieces) == 1:
        if header[1].first - header[0].last <= _TITLE * header[0].size:
            break
        header = header[1:]
    return header
