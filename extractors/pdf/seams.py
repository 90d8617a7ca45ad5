"""Borders that are not drawn: word processors draw borders cell by cell, and the joints tell the cells.

A horizontal border in pieces tells where columns end, a vertical one where rows end. Only places without any drawn
border in that direction are taken: where some cells have one and others do not, the others are merged.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.pdf.found import lines_of
from extractors.pdf.lattice import Lattice, Stroke
from extractors.tables.cells import is_ordinal
from schemas.page import Rule, Word

_TOUCH = 2.2  # points between two pieces of one border: the square where borders cross may lie between them
_SHARE = 0.7  # share of the vertical borders at a level which must have a joint there
_CLEAR = 2.5  # points from the nearest drawn border
_CUT = 1.5  # points by which a word may reach over a joint
_LONG, _LONGEST = 0.13, 7.0  # share of a phrase, and points, that may reach over a joint when it is too long
_PIECE = 6.0  # points; shorter pieces are dashes or the squares where borders cross
_WIDEST_GAP = 160.0  # points between two lines of one table
_AMOUNT = re.compile(r"(?:Rp\.?)?\d[\d.,%-]*$")
_FIGURE = re.compile(r"\(?\d[\d.]*[.,]\d+[%)]*$")
_WORD_GAP = 0.6  # em between words of one phrase


class Joints(NamedTuple):
    """Where borders are made of pieces: (y, x) on vertical borders and (x, y) on horizontal ones, sorted."""

    down: list[tuple[float, float]]
    across: list[tuple[float, float]]


def find_joints(rules: Sequence[Rule]) -> Joints:
    """All joints of borders on a page."""
    down = [((r.x0 + r.x1) / 2, r.top, r.bottom) for r in rules if r.bottom - r.top >= _PIECE]
    across = [((r.top + r.bottom) / 2, r.x0, r.x1) for r in rules if r.x1 - r.x0 >= _PIECE]
    return Joints(_joints(down), _joints(across))


def _joints(pieces: list[tuple[float, float, float]]) -> list[tuple[float, float]]:
    """Joints as (place along the line, position of the line)."""
    pieces.sort(key=_line_then_start)
    joints = []
    for (at, _, end), (other, start, _) in pairwise(pieces):
        if abs(at - other) < 1.0 and abs(start - end) <= _TOUCH:
            joints.append(((start + end) / 2, at))
    joints.sort()
    return joints


def _line_then_start(piece: tuple[float, float, float]) -> tuple[int, float]:
    return round(piece[0]), piece[1]


def with_seams(lattice: Lattice, joints: Joints, words: Sequence[Word]) -> Lattice:
    """The lattice with the borders that its joints tell of."""
    x0, _, x1, _ = lattice.box()
    ends = _open_ends(lattice, words) if _levels(joints.across, x0, x1, *_span(lattice)) else []
    if ends:
        lattice = lattice._replace(across=[*lattice.across, *(Stroke(y, x0, x1) for y in ends)])
    rows = _row_seams(lattice, joints.down, words)
    if rows:
        lattice = lattice._replace(across=[*lattice.across, *(Stroke(y, x0, x1) for y in rows)])
    columns = _column_seams(lattice, joints.across, words, ends)
    return lattice._replace(down=[*lattice.down, *columns]) if columns else lattice


def _levels(
    joints: list[tuple[float, float]], low: float, high: float, first: float, last: float
) -> list[tuple[float, set[int]]]:
    """Joints between ``low`` and ``high``, grouped: (place, lines that have a joint there, in steps of 3 points)."""
    levels: list[tuple[float, set[int]]] = []
    for place, at in joints[bisect_left(joints, (low, 0.0)) :]:
        if place > high:
            break
        if not first - 1 <= at <= last + 1:
            continue
        if levels and place - levels[-1][0] <= 2.0:
            levels[-1][1].add(round(at / 3))
        else:
            levels.append((place, {round(at / 3)}))
    return levels


def _row_seams(lattice: Lattice, joints: list[tuple[float, float]], words: Sequence[Word]) -> list[float]:
    """Levels where nearly all vertical borders have a joint, no line lies, and words stand above and below.

    In a table whose rows mostly have drawn lines, rows without one between them are meant to look like one: there
    only rows with numbers of their own are told apart.
    """
    x0, top, x1, bottom = lattice.box()
    across = sorted(line.at for line in lattice.across)
    seams: list[float] = []
    for y, columns in _levels(joints, top + _CLEAR, bottom - _CLEAR, x0, x1):
        if _near(across, y):
            continue
        crossing = {round(s.at / 3) for s in lattice.down if s.start < y - 1 and s.end > y + 1}
        if len(columns) < max(2, _SHARE * len(crossing)):
            continue
        if any(w.top + _CUT < y < w.bottom - _CUT for w in words):
            continue
        seams.append(y)
    if not seams:
        return []
    kept: list[float] = []
    borders = sorted((*across, *seams))
    middles = sorted([(w.top + w.bottom) / 2 for w in words])
    drawn = sum(1 for y in across if top + _PIECE < y < bottom - _PIECE)
    numbers = [(w.top + w.bottom) / 2 for w in words if _AMOUNT.match(w.text)]
    for y in seams:
        above = max((b for b in (*across, *kept) if b < y - 1), default=top)
        below = min((b for b in borders if b > y + 1), default=bottom)
        if not bisect_left(middles, above) < bisect_left(middles, y) < bisect_left(middles, below):
            continue
        if len(seams) > drawn or (any(above < n < y for n in numbers) and any(y < n < below for n in numbers)):
            kept.append(y)
    return kept


def _near(sorted_values: list[float], value: float) -> bool:
    index = bisect_left(sorted_values, value - _CLEAR)
    return index < len(sorted_values) and sorted_values[index] <= value + _CLEAR


def _span(lattice: Lattice) -> tuple[float, float]:
    _, top, _, bottom = lattice.box()
    return top, bottom


def _open_ends(lattice: Lattice, words: Sequence[Word]) -> list[float]:
    """Where a table goes on beyond its last line: a vertical border reaches further, with words beside it."""
    levels = [line.at for line in lattice.across]
    first, last = min(levels), max(levels)
    high, low = min(s.start for s in lattice.down), max(s.end for s in lattice.down)
    ends = []
    if high < first - _PIECE and any(high < (w.top + w.bottom) / 2 < first for w in words):
        ends.append(high)
    if low > last + _PIECE and any(last < (w.top + w.bottom) / 2 < low for w in words):
        ends.append(low)
    return ends


def _column_seams(
    lattice: Lattice, joints: list[tuple[float, float]], words: Sequence[Word], ends: list[float]
) -> list[Stroke]:
    """Pieces of columns: from line to line wherever both have a joint and no phrase reaches over the place."""
    x0, top, x1, bottom = lattice.box()
    drawn = sorted(line.at for line in lattice.down)
    found: list[Stroke] = []
    phrases: list[tuple[float, float, float]] | None = None
    levels = [x for x, _ in _levels(joints, x0 + 2 * _CLEAR, x1 - 2 * _CLEAR, top, bottom) if not _near(drawn, x)]
    for x in levels:
        lines = sorted(s.at for s in lattice.across if s.start < x - _CLEAR and s.end > x + _CLEAR)
        jointed = [y for place, y in joints if abs(place - x) <= 2.0 and top - 2 <= y <= bottom + 2]
        jointed = sorted((*jointed, *ends))
        phrases = phrases_of(words) if phrases is None else phrases
        known = False
        for upper, lower in pairwise(lines):
            if lower - upper < _CLEAR:
                continue
            both = _near(jointed, upper) + _near(jointed, lower)
            if both < 2 and not (both and not drawn and _fills_columns(phrases, levels, upper, lower, known)):
                continue
            if not any(upper < y < lower and _reaches_over(a, b, x) for a, b, y in phrases):
                found.append(Stroke(x, upper, lower))
                known = True
    return found


def _reaches_over(left: float, right: float, x: float) -> bool:
    """True for a phrase that stands on both sides of a place; a word too long for its cell ends just behind it."""
    cut = min(max(_CUT, _LONG * (right - left)), _LONGEST)
    return left < x - cut and right > x + cut


def _fills_columns(
    phrases: Sequence[tuple[float, float, float]], joints: list[float], upper: float, lower: float, known: bool
) -> bool:
    """True for a row whose cells stand apart though one of its neighbours is a heading over all columns.

    Before any row of the table is ``known`` to have its columns, labels over several of them are likely.
    """
    columns = {bisect_left(joints, (a + b) / 2) for a, b, y in phrases if upper < y < lower}
    return len(columns) >= 3 and len(columns) >= (_SHARE if known else 1) * (len(joints) + 1)


def phrases_of(words: Sequence[Word]) -> list[tuple[float, float, float]]:
    """Words that follow each other closely, as (left, right, middle level).

    The number that a line begins with may fill a column of its own and more: it counts up to its middle.
    """
    phrases = []
    for line in lines_of([w for w in words if w.upright]):
        left, right = line[0].x0, line[0].x1
        middle = (line[0].top + line[0].bottom) / 2
        if len(line) > 1 and is_ordinal(line[0].text):
            phrases.append((left, (left + right) / 2, middle))
            line = line[1:]
            left, right = line[0].x0, line[0].x1
        before = line[0].text
        for word in line[1:]:
            apart = word.x0 - right > _WORD_GAP * max(word.size, 4.0) or word.x0 < right - _CUT
            if apart or (_FIGURE.match(word.text) and _FIGURE.match(before)):
                phrases.append((left, right, middle))
                left = right = word.x0
            right, before = max(right, word.x1), word.text
        phrases.append((left, right, middle))
    return phrases


def stacked(lattices: Sequence[Lattice], joints: Joints, words: Sequence[Word]) -> list[Lattice]:
    """Tables that have horizontal borders only, as lattices with the columns that the joints tell of.

    ``lattices`` are groups without any vertical line. Lines belong to one table while they have joints in common
    and no caption stands between them.
    """
    lines = sorted(line for lattice in lattices for line in lattice.across if line.end - line.start > _WIDEST_GAP / 2)
    groups: list[list[tuple[Stroke, set[int]]]] = []
    plain: list[Stroke] = []
    for line in lines:
        places = {round(x / 3) for x, y in joints.across if abs(y - line.at) <= _CLEAR and line.start < x < line.end}
        if not places:
            plain.append(line)
            continue
        for group in groups[::-1]:
            above, known = group[-1]
            common = len(places & known) >= 0.5 * min(len(places), len(known))
            near = line.at - above.at <= _WIDEST_GAP and line.start < above.end and above.start < line.end
            if common and near and not _caption_between(above, line, words):
                group.append((line, places))
                break
        else:
            groups.append([(line, places)])
    found = []
    for group in _with_tops(groups, words):
        if len(group) >= 3:
            strokes = [line for line, _ in group]
            lattice = Lattice(sorted([*strokes, *_whole(plain, strokes)]), [])
            columns = _column_seams(lattice, joints.across, words, [])
            if columns:
                found.append(lattice._replace(down=columns))
    return found


_Lines = list[tuple[Stroke, set[int]]]


def _with_tops(groups: Sequence[_Lines], words: Sequence[Word]) -> list[_Lines]:
    """Lines at the top of a header of two rows joined to the table below, whose every column they know.

    The line between the two rows runs under the labels of groups alone, and has other joints than the one above it.
    """
    out: list[_Lines] = []
    for group in sorted(groups, key=lambda g: g[0][0].at, reverse=True):
        last = group[-1][0]
        places = {x for _, known in group for x in known}
        for below in out:
            first = below[0][0]
            start, end = min(line.start for line, _ in below), max(line.end for line, _ in below)
            inside = abs(last.start - start) <= _CLEAR and abs(last.end - end) <= _CLEAR
            close = 0 < first.at - last.at <= _WIDEST_GAP and first.start > last.start + _CLEAR
            known = {x for _, joints in below for x in joints}
            if len(group) < 3 and inside and close and places <= known and not _caption_between(last, first, words):
                below[:0] = group
                break
        else:
            out.append(group)
    return out


def _whole(plain: Sequence[Stroke], group: Sequence[Stroke]) -> list[Stroke]:
    """Lines without joints inside a table that reach from end to end of it: those of a heading over all columns."""
    start, end = min(line.start for line in group), max(line.end for line in group)
    return [
        line
        for line in plain
        if group[0].at + _CLEAR < line.at < group[-1].at - _CLEAR
        and abs(line.start - start) <= _CLEAR
        and abs(line.end - end) <= _CLEAR
    ]


def _caption_between(above: Stroke, below: Stroke, words: Sequence[Word]) -> bool:
    return any(above.at < w.top < below.at and w.text.lower() in ("tabel", "table", "gambar", "grafik") for w in words)
