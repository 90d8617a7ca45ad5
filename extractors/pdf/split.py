"""Two tables that touch: cut a lattice where outline or columns change altogether."""

from bisect import bisect_left
from itertools import accumulate

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
    xs = positions(s.at for s in lattice.down)
    if len(ys) < 5 or len(xs) < 4:
        return [lattice]
    bands: list[set[int]] = [set() for _ in ys[1:]]
    for line in lattice.down:
        number = min(range(len(xs)), key=lambda i: abs(xs[i] - line.at))
        for band in range(bisect_left(ys, line.start - _BAND), len(bands)):
            if (ys[band] + ys[band + 1]) / 2 >= line.end:
                break
            if (ys[band] + ys[band + 1]) / 2 > line.start:
                bands[band].add(number)
    below = list(accumulate(reversed(bands), lambda one, other: one | other))[::-1]
    above: set[int] = bands[0]
    for index in range(1, len(ys) - 2):
        if index >= 2 and _different(above, below[index], xs):
            start, end = max(xs[min(above)], xs[min(below[index])]), min(xs[max(above)], xs[max(below[index])])
            if _full_line(lattice.across, ys[index], start, end):
                upper, lower = _cut(lattice, ys[index])
                return [upper, *split_lattice(lower)]
        above = above | bands[index]
    return [lattice]


def _different(above: set[int], below: set[int], xs: list[float]) -> bool:
    """Whether hardly any column of the one part goes on in the other. Borders are given by number."""
    if len(above) < 3 or len(below) < 3:
        return False
    left = abs(xs[min(above)] - xs[min(below)]) > _STEP
    right = abs(xs[max(above)] - xs[max(below)]) > _STEP
    if not (left or right):
        above, below = above - {min(above), max(above)}, below - {min(below), max(below)}
    fewer = min(len(above), len(below))
    return fewer >= 2 and len(above & below) < 0.34 * fewer


def _full_line(across: list[Stroke], y: float, start: float, end: float) -> bool:
    reach = [s for s in across if abs(s.at - y) <= _SAME]
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
