"""Rows over the whole width of a table without lines between its rows: there its vertical lines are broken."""

from collections.abc import Sequence

from extractors.pdf.lattice import Lattice, Stroke

_MEET = 2.5  # points by which ends of lines at one height may differ
_GAP = 5.0, 60.0  # points; the height of such a row
_APART = 3.0  # points between vertical lines of one border


def gapped_rows(lattice: Lattice) -> list[Stroke]:
    """Borders above and below the stretches in which all vertical lines inside a table are broken at once.

    The heading of a group of rows is one cell over all columns; where nothing is drawn between rows, only this tells
    where it begins and ends. Stretches with a horizontal line at both ends are drawn already and give none.
    """
    down = sorted(lattice.down)
    if len(down) < 3 or not lattice.across:
        return []
    x0, x1 = min(s.start for s in lattice.across), max(s.end for s in lattice.across)
    inner: dict[float, list[Stroke]] = {}
    for stroke in down:
        if stroke.at <= x0 + _APART or stroke.at >= x1 - _APART:
            continue
        at = next((x for x in inner if abs(x - stroke.at) <= _APART), stroke.at)
        inner.setdefault(at, []).append(stroke)
    gaps = [_gaps(strokes) for strokes in inner.values()]
    if len(gaps) < 2:
        return []
    common = [g for g in gaps[0] if all(any(_same(g, o) for o in other) for other in gaps[1:])]
    levels = [s.at for s in lattice.across]
    return [Stroke(y, x0, x1) for gap in common for y in gap if not any(abs(y - level) <= _MEET for level in levels)]


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


def _gaps(strokes: Sequence[Stroke]) -> list[tuple[float, float]]:
    """Stretches between the parts of one vertical line."""
    found: list[tuple[float, float]] = []
    low: float | None = None
    for stroke in sorted(strokes, key=_start):
        if low is not None and _GAP[0] <= stroke.start - low <= _GAP[1]:
            found.append((low, stroke.start))
        low = stroke.end if low is None else max(low, stroke.end)
    return found


def _start(stroke: Stroke) -> float:
    return stroke.start


def _same(one: tuple[float, float], other: tuple[float, float]) -> bool:
    return abs(one[0] - other[0]) <= _MEET and abs(one[1] - other[1]) <= _MEET
