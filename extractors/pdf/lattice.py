"""Lattices from ruling lines: lines are straightened, joined, and grouped by what touches what.

All positions are points on the page as it is read, origin at the top left.
"""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from schemas.page import Rule

SNAP = 3.0  # lines closer than this are one border: double lines, spacer cells, sloppy ends
GAP = 3.5  # dashes and dots up to this far apart are one line
DOT = 2.0
SHORTEST = 5.0  # after joining, shorter strokes are outlines of letters or ticks
REACH = 3.0  # how far a line may end before or after the one it meets


class Stroke(NamedTuple):
    """A straight line: horizontal ones lie at y = ``at`` and run along x, vertical ones the other way round."""

    at: float
    start: float
    end: float


class Lattice(NamedTuple):
    """Lines that touch each other."""

    across: list[Stroke]  # horizontal
    down: list[Stroke]  # vertical

    def box(self) -> tuple[float, float, float, float]:
        """The smallest box around all lines: x0, top, x1, bottom."""
        return (
            min([s.start for s in self.across] + [s.at for s in self.down]),
            min([s.at for s in self.across] + [s.start for s in self.down]),
            max([s.end for s in self.across] + [s.at for s in self.down]),
            max([s.at for s in self.across] + [s.end for s in self.down]),
        )


def find_lattices(rules: Iterable[Rule]) -> list[Lattice]:
    """Groups of lines that touch, from top to bottom of the page. A group may lack one of the two directions."""
    across: list[Stroke] = []
    down: list[Stroke] = []
    for x0, top, x1, bottom in rules:
        width, height = x1 - x0, bottom - top
        dot = width < DOT and height < DOT  # dotted borders run in both directions at their corners
        if width >= height or dot:
            across.append(Stroke((top + bottom) / 2, x0, x1))
        if height > width or dot:
            down.append(Stroke((x0 + x1) / 2, top, bottom))
    across, down = _straighten(across), _straighten(down)
    return _groups(across, down)


def _straighten(strokes: list[Stroke]) -> list[Stroke]:
    """Strokes that lie on one line get one position; pieces that follow each other are joined."""
    strokes.sort()
    joined: list[Stroke] = []
    i = 0
    while i < len(strokes):
        j = i + 1
        while j < len(strokes) and strokes[j].at - strokes[j - 1].at <= 0.8 and strokes[j].at - strokes[i].at <= 2.0:
            j += 1
        if j == i + 1:
            only = strokes[i]
            weight = only.end - only.start + 0.1
            joined.append(Stroke(only.at * weight / weight, only.start, only.end))
            i = j
            continue
        group = strokes[i:j]
        weights = [s.end - s.start + 0.1 for s in group]
        at = sum([s.at * weight for s, weight in zip(group, weights, strict=True)]) / sum(weights)
        group.sort(key=_start)
        start, end = group[0].start, group[0].end
        for stroke in group[1:]:
            if stroke.start > end + GAP:
                joined.append(Stroke(at, start, end))
                start, end = stroke.start, stroke.end
            elif stroke.end > end:
                end = stroke.end
        joined.append(Stroke(at, start, end))
        i = j
    return [s for s in joined if s.end - s.start >= SHORTEST]


def _start(stroke: Stroke) -> float:
    return stroke.start


def _groups(across: list[Stroke], down: list[Stroke]) -> list[Lattice]:
    """Connected groups of crossing or touching lines."""
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    by_x = sorted(range(len(down)), key=lambda k: down[k].at)
    xs = [down[k].at for k in by_x]
    for i, line in enumerate(across):
        for k in by_x[bisect_left(xs, line.start - REACH) :]:
            other = down[k]
            if other.at > line.end + REACH:
                break
            if other.start - REACH <= line.at <= other.end + REACH:
                a, b = root(i), root(len(across) + k)
                if a != b:
                    parent[a] = b
    groups: dict[int, Lattice] = {}
    for i, line in enumerate(across):
        groups.setdefault(root(i), Lattice([], [])).across.append(line)
    for k, line in enumerate(down):
        groups.setdefault(root(len(across) + k), Lattice([], [])).down.append(line)
    return sorted(groups.values(), key=_top)


def _top(lattice: Lattice) -> tuple[float, float]:
    return (
        min(s.at for s in lattice.across) if lattice.across else lattice.down[0].start,
        min((s.start for s in lattice.across), default=0.0),
    )


def positions(values: Iterable[float]) -> list[float]:
    """Sorted positions where those closer than SNAP are one (their mean); a run never grows wider than 2 × SNAP."""
    found: list[list[float]] = []
    for value in sorted(values):
        if found and value - found[-1][-1] <= SNAP and value - found[-1][0] <= 2 * SNAP:
            found[-1].append(value)
        else:
            found.append([value])
    return [sum(group) / len(group) for group in found]
