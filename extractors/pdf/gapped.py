"""Merged cells of a table without lines between its rows: there lines between columns are broken.

The heading of a group of rows is one cell over all columns, a label of a header one over some. Where no line is drawn
below it, only the ends of the vertical lines tell where it begins and ends.
"""

from collections.abc import Sequence

from extractors.pdf.lattice import Lattice, Stroke

_MEET = 2.5  # points by which ends of lines at one height may differ
_APART = 3.0  # points between vertical lines of one border
_INSIDE = 5.0  # points from the upper and lower end of the table


def gapped_rows(lattice: Lattice) -> list[Stroke]:
    """Borders at the heights where vertical lines end or begin though no line across meets them.

    In a header they reach from the next vertical line on the left that goes on to the next on the right, below it
    over the whole table, where nothing is drawn between its rows: headings and totals begin at its left border.
    """
    if len(lattice.down) < 3 or len(lattice.across) < 2:
        return []
    x0, top, x1, bottom = lattice.box()
    inner = sorted(s.at for s in lattice.across if top + _INSIDE < s.at < bottom - _INSIDE)
    head = inner[0] if inner else bottom
    found: list[Stroke] = []
    for stroke in lattice.down:
        for y in (stroke.start, stroke.end):
            if not top + _INSIDE < y < bottom - _INSIDE or _is_met(lattice, stroke.at, y):
                continue
            ends = _around(lattice, stroke.at, y)
            if ends is not None and y > head:
                ends = (x0, x1) if len(inner) == 1 and ends[0] <= x0 + _APART else None
            if ends is not None and not any(_same(one, y, *ends) for one in found):
                found.append(Stroke(y, *ends))
    return found


def with_loose(lattices: Sequence[Lattice]) -> list[Lattice]:
    """Lattices with the vertical lines that go on inside them though they touch no line across.

    Between two headings of groups the lines between columns stand by themselves.
    """
    loose = [s for one in lattices if not one.across for s in one.down]
    whole = [one for one in lattices if one.across and one.down]
    if not loose:
        return whole
    return [one._replace(down=sorted([*one.down, *_within(one, loose)])) for one in whole]


def _within(lattice: Lattice, loose: Sequence[Stroke]) -> list[Stroke]:
    _, top, _, bottom = lattice.box()
    ats = {s.at for s in lattice.down}
    return [s for s in loose if top < s.start and s.end < bottom and any(abs(s.at - x) <= _MEET for x in ats)]


def _is_met(lattice: Lattice, x: float, y: float) -> bool:
    return any(abs(s.at - y) <= _MEET and s.start - _APART <= x <= s.end + _APART for s in lattice.across)


def _around(lattice: Lattice, x: float, y: float) -> tuple[float, float] | None:
    """The vertical lines on both sides of a place that run on over its height."""
    passing = [s.at for s in lattice.down if s.start < y - _MEET and s.end > y + _MEET and abs(s.at - x) > _APART]
    left = max((at for at in passing if at < x), default=None)
    right = min((at for at in passing if at > x), default=None)
    return None if left is None or right is None else (left, right)


def _same(stroke: Stroke, y: float, left: float, right: float) -> bool:
    return abs(stroke.at - y) <= _MEET and abs(stroke.start - left) <= _MEET and abs(stroke.end - right) <= _MEET
