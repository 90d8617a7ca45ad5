"""Two tables that touch: cut a lattice where outline or columns change altogether."""

from itertools import pairwise

from extractors.pdf.lattice import Lattice, Stroke, positions

_STEP = 12.0  # points by which the outline must change
_SAME = 4.0  # points within which two borders are one
_BAND = 5.0  # points; lower bands between two lines are double lines


def split_lattice(lattice: Lattice) -> list[Lattice]:
    """The lattice, or its parts from top to bottom.

    A cut needs a line over the whole width of both parts, at least two rows on each side, and columns of which
    hardly any goes on: merged cells of a header only ever leave out some of the columns below.
    """
    ys = positions(s.at for s in lattice.across)
    if len(ys) < 5:
        return [lattice]
    bands = [_crossing(lattice.down, (low + high) / 2) for low, high in pairwise(ys)]
    for index in range(2, len(ys) - 2):
        above, below = _union(bands[:index]), _union(bands[index:])
        if _different(above, below) and _full_line(lattice.across, ys[index], above, below):
            upper, lower = _cut(lattice, ys[index])
            return [upper, *split_lattice(lower)]
    return [lattice]


def _crossing(down: list[Stroke], y: float) -> list[float]:
    return [s.at for s in down if s.start <= y <= s.end]


def _union(bands: list[list[float]]) -> list[float]:
    return positions(x for band in bands for x in band)


def _different(above: list[float], below: list[float]) -> bool:
    if len(above) < 3 or len(below) < 3:
        return False
    stepped = abs(above[0] - below[0]) > _STEP or abs(above[-1] - below[-1]) > _STEP
    inner_above = above if stepped else above[1:-1]
    inner_below = below if stepped else below[1:-1]
    fewer, more = sorted((inner_above, inner_below), key=len)
    if len(fewer) < 2:
        return False
    shared = sum(1 for x in fewer if any(abs(x - other) <= _SAME for other in more))
    return shared < 0.34 * len(fewer)


def _full_line(across: list[Stroke], y: float, above: list[float], below: list[float]) -> bool:
    reach = [s for s in across if abs(s.at - y) <= _SAME]
    start, end = max(above[0], below[0]), min(above[-1], below[-1])
    drawn = sum(max(0.0, min(s.end, end) - max(s.start, start)) for s in reach)
    return end > start and drawn >= 0.9 * (end - start)


def _cut(lattice: Lattice, y: float) -> tuple[Lattice, Lattice]:
    upper, lower = Lattice([], []), Lattice([], [])
    for line in lattice.across:
        if line.at <= y + _SAME:
            upper.across.append(line)
        if line.at >= y - _SAME:
            lower.across.append(line)
    for line in lattice.down:
        if line.start < y - _BAND:
            upper.down.append(line._replace(end=min(line.end, y)))
        if line.end > y + _BAND:
            lower.down.append(line._replace(start=max(line.start, y)))
    return upper, lower
