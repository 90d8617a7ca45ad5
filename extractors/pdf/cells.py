"""From lines that touch to rectangular cells: which borders are drawn, which slots belong together."""

from bisect import bisect_right
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from extractors.pdf.lattice import Lattice, Stroke, positions
from schemas.page import Word

_SPACER = 8.0  # points; a narrower column without any text is a decoration of its neighbour's border
_FLAT = 5.0  # points; a lower row without any text is a double line
_OPEN = 6.0  # points; lines that reach this far over the outermost crossing line belong to an open table
_NEAR = 5.0  # points; a line counts for the border position that is this near
_REACH = max(_NEAR, _SPACER)
_STRAY = 0.15  # share of the rows that a stray outer column has cells in
_COVERED = 0.6  # share of a cell's side that must be drawn


class Region(NamedTuple):
    """A cell: the slots (row, column) to (row + rowspan - 1, column + colspan - 1)."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1

    def slots(self) -> Iterator[tuple[int, int]]:
        """All positions that it covers."""
        for row in range(self.row, self.row + self.rowspan):
            for column in range(self.column, self.column + self.colspan):
                yield row, column


class Borders(NamedTuple):
    """Positions of borders and which parts are drawn.

    ``left[r][c]`` tells whether the border on the left of slot (r, c) is drawn, with one more for the right end;
    ``above[r][c]`` the border above, with one more row for the bottom.
    """

    xs: list[float]
    ys: list[float]
    left: list[list[bool]]
    above: list[list[bool]]

    def slot(self, x: float, y: float) -> tuple[int, int]:
        """The slot a point falls into."""
        return bisect_right(self.ys, y) - 1, bisect_right(self.xs, x) - 1

    def drawn(self, regions: list[Region]) -> float:
        """The share of the sides of all cells that is drawn. Sides along an open end of the table do not count."""
        some, all_ = 0, 0
        rows, columns = len(self.ys) - 1, len(self.xs) - 1
        open_left = not any(row[0] for row in self.left)
        open_right = not any(row[columns] for row in self.left)
        for region in regions:
            right, down = region.column + region.colspan, region.row + region.rowspan
            for r in range(region.row, down):
                for c, is_open in ((region.column, open_left), (right, open_right)):
                    if not (is_open and c in (0, columns)):
                        some, all_ = some + self.left[r][c], all_ + 1
            for c in range(region.column, right):
                some, all_ = some + self.above[region.row][c] + self.above[down][c], all_ + 2
        del rows
        return some / all_ if all_ else 0.0


def draw_borders(lattice: Lattice, words: list[Word]) -> Borders | None:
    """The border positions of a lattice. None when it encloses nothing."""
    xs, ys = positions(s.at for s in lattice.down), positions(s.at for s in lattice.across)
    xs = _with_open_ends(xs, lattice.across)
    ys = _with_open_ends(ys, lattice.down)
    middles = sorted((w.x0 + w.x1) / 2 for w in words)
    levels = sorted((w.top + w.bottom) / 2 for w in words)
    xs, ys = _without_spacers(xs, middles, _SPACER), _without_spacers(ys, levels, _FLAT)
    while len(xs) >= 2 and len(ys) >= 2:
        left = _cover(lattice.down, xs, ys)
        above = _cover(lattice.across, ys, xs)
        # A position that is no border of any cell is a tick or an underline.
        keep_x = [0 < i < len(xs) - 1 and not any(left[i]) for i in range(len(xs))]
        keep_y = [0 < i < len(ys) - 1 and not any(above[i]) for i in range(len(ys))]
        if not any(keep_x) and not any(keep_y):
            rows = len(ys) - 1
            return Borders(xs, ys, [[left[c][r] for c in range(len(xs))] for r in range(rows)], above)
        xs = [x for x, gone in zip(xs, keep_x, strict=True) if not gone]
        ys = [y for y, gone in zip(ys, keep_y, strict=True) if not gone]
    return None


def _with_open_ends(at: list[float], crossing: list[Stroke]) -> list[float]:
    """Tables without outer borders: where at least two crossing lines reach further, the table does too."""
    if not at or not crossing:
        return at
    before = sorted(s.start for s in crossing if s.start < at[0] - _OPEN)
    after = sorted(s.end for s in crossing if s.end > at[-1] + _OPEN)
    if len(before) >= 2:
        at = [before[0], *at]
    if len(after) >= 2:
        at = [*at, after[-1]]
    return at


def _without_spacers(at: list[float], middles: list[float], narrow: float) -> list[float]:
    kept = at[:1]
    for index, position in enumerate(at[1:], 1):
        empty = position - kept[-1] < narrow and bisect_right(middles, position) == bisect_right(middles, kept[-1])
        if not empty:
            kept.append(position)
        elif index == len(at) - 1 and len(kept) > 1:
            kept[-1] = position
    return kept


def _cover(strokes: list[Stroke], at: list[float], along: list[float]) -> list[list[bool]]:
    """For each position, which stretches between the crossing positions are drawn over."""
    covered = [[0.0] * (len(along) - 1) for _ in at]
    for stroke in strokes:
        index = _nearest(at, stroke.at)
        if index is None:
            continue
        row = covered[index]
        first = max(0, bisect_right(along, stroke.start) - 1)
        for k in range(first, len(row)):
            low, high = along[k], along[k + 1]
            if low >= stroke.end:
                break
            drawn = (stroke.end if stroke.end < high else high) - (stroke.start if stroke.start > low else low)
            if drawn > 0.0:
                row[k] += drawn
    return [[drawn >= _COVERED * (along[k + 1] - along[k]) for k, drawn in enumerate(row)] for row in covered]


def _nearest(at: list[float], value: float) -> int | None:
    index = bisect_right(at, value)
    if index and (index == len(at) or value - at[index - 1] <= at[index] - value):
        index -= 1
    return index if at and abs(at[index] - value) <= _REACH else None


def find_regions(borders: Borders) -> list[Region]:
    """Slots without a border between them are one cell; what is not rectangular is cut into rows of slots."""
    rows, columns = len(borders.ys) - 1, len(borders.xs) - 1
    parent = list(range(rows * columns))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for r in range(rows):
        left, below = borders.left[r], borders.above[r + 1]
        for c in range(columns):
            slot = r * columns + c
            if c + 1 < columns and not left[c + 1]:
                parent[root(slot + 1)] = root(slot)
            if r + 1 < rows and not below[c]:
                parent[root(slot + columns)] = root(slot)
    groups: dict[int, list[int]] = {}
    for slot in range(rows * columns):
        groups.setdefault(root(slot), []).append(slot)
    regions: list[Region] = []
    for slots in groups.values():
        first_row, last_row = slots[0] // columns, slots[-1] // columns
        in_columns = [slot % columns for slot in slots]
        first, last = min(in_columns), max(in_columns)
        height, width = last_row - first_row + 1, last - first + 1
        if height * width == len(slots):
            region = Region(first_row, first, height, width)
            if not _outside(region, borders):
                regions.append(region)
        else:
            regions.extend(r for r in _cut(slots, borders, columns) if not _outside(r, borders))
    return regions


def trim(borders: Borders, regions: list[Region]) -> tuple[Borders, list[Region]]:
    """Without outer columns that hold next to nothing: a box around the page number that touches the table's end."""
    while len(borders.xs) > 3:
        rows, columns = len(borders.ys) - 1, len(borders.xs) - 1
        most = max(1, rows * _STRAY)
        held = [0] * columns
        for region in regions:
            for column in range(region.column, region.column + region.colspan):
                held[column] += region.rowspan
        if rows < 4 or min(held[0], held[-1]) > most:
            break
        last = held[-1] <= most
        gone = columns - 1 if last else 0
        kept = [r for r in regions if not (r.column == gone and r.colspan == 1)]
        if any(r.column <= gone < r.column + r.colspan for r in kept):
            break  # a merged cell reaches into it: then it belongs to the table
        cut = slice(0, -1) if last else slice(1, None)
        borders = Borders(
            borders.xs[cut], borders.ys, [row[cut] for row in borders.left], [row[cut] for row in borders.above]
        )
        regions = kept if last else [r._replace(column=r.column - 1) for r in kept]
        first = min((r.row for r in regions), default=0)
        end = max((r.row + r.rowspan for r in regions), default=rows)
        if first > 0 or end < rows:  # rows that only the stray cells made
            borders = borders._replace(
                ys=borders.ys[first : end + 1], left=borders.left[first:end], above=borders.above[first : end + 1]
            )
            regions = [r._replace(row=r.row - first) for r in regions]
    return borders, regions


def _cut(slots: list[int], borders: Borders, columns: int) -> list[Region]:
    """A shape that is not rectangular, as rectangles: runs within a row, stacked where they have equal ends."""
    runs: list[list[int]] = []  # row, first column, last column
    for slot in slots:
        r, c = divmod(slot, columns)
        if runs and runs[-1][0] == r and runs[-1][2] == c - 1 and not borders.left[r][c]:
            runs[-1][2] = c
        else:
            runs.append([r, c, c])
    regions: list[Region] = []
    for r, first, last in runs:
        for index, region in enumerate(regions):
            same = region.column == first and region.colspan == last - first + 1
            if same and region.row + region.rowspan == r and not any(borders.above[r][first : last + 1]):
                regions[index] = region._replace(rowspan=region.rowspan + 1)
                break
        else:
            regions.append(Region(r, first, 1, last - first + 1))
    return regions


def _outside(region: Region, borders: Borders) -> bool:
    """True for the free corner beside a table with steps in its outline: two outer sides, neither drawn."""
    rows, columns = len(borders.ys) - 1, len(borders.xs) - 1
    right, down = region.column + region.colspan, region.row + region.rowspan
    open_sides = 0
    for c, at_end in ((region.column, region.column == 0), (right, right == columns)):
        if not at_end or any(map(itemgetter(c), borders.left[region.row : down])):
            continue
        if any(map(itemgetter(c), borders.left)):
            open_sides += 1
    for r, at_end in ((region.row, region.row == 0), (down, down == rows)):
        if at_end and not any(borders.above[r][region.column : right]) and any(borders.above[r]):
            open_sides += 1
    return open_sides >= 2
