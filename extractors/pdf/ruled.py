"""Tables with drawn borders: every lattice of lines that encloses text in at least two cells."""

from typing import NamedTuple

from extractors.pdf.broken import joined
from extractors.pdf.cells import Borders, Region, draw_borders, find_regions, trim
from extractors.pdf.found import FoundCell, FoundGrid, cell_of
from extractors.pdf.gapped import gapped_rows, with_loose
from extractors.pdf.lattice import Lattice, find_lattices
from extractors.pdf.levelled import levelled_rows
from extractors.pdf.numbered import numbered_rows
from extractors.pdf.outer_rows import with_first_row, with_last_row
from extractors.pdf.prolong import prolong
from extractors.pdf.seams import Joints, find_joints, stacked, with_seams
from extractors.pdf.shading import shade_borders
from extractors.pdf.split import split_lattice
from schemas.number import BBox
from schemas.page import Box, Page, Rule, Word

_CELL = 6.0  # points; lower or narrower fills are no cells
_PALE = 0.985
_FEWEST, _MOST = 4, 600  # shaded cells of a page that are looked at
_LEAST_FILLED = 0.12  # share of cells with text; charts and forms to draw in have less
_COLUMNS = 3  # a row with fewer is a frame, unless two of its cells hold text
_TOP = 0.25  # share of the page in which a table goes on from the page before
_LEAST_DRAWN = 0.55  # share of cell borders that are really drawn
_WELL_DRAWN, _WELL_FILLED = 0.88, 0.45  # trees and flow charts reach neither, tables one of the two


class _Placed(NamedTuple):
    """Cells and their words; ``claimed`` are the numbers of these words on the page."""

    borders: Borders
    regions: list[Region]
    drawn: float
    held: list[list[Word]]
    claimed: list[int]


def find_ruled(page: Page) -> tuple[FoundGrid, ...]:
    """All ruled tables of a page, from top to bottom, then left to right.

    A frame around text or around the page is no table, nor is a single column of boxes. Words belong to the
    innermost table around them. Two tables that touch come out as two.
    """
    taken: set[int] = set()
    found: list[FoundGrid] = []
    lattices = find_lattices(page.rules)
    joints = find_joints(page.rules)
    crossed = with_loose(lattices)
    flat = stacked([lattice for lattice in lattices if not lattice.down], joints, page.words)
    crossed += [with_first_row(one, page.words) for one in flat]
    _collect(crossed, page, joints, taken, found)
    boxes = [grid.box for grid in found]
    shaded = _edges([fill for fill in page.fills if not _inside(fill, boxes)], _FEWEST)
    if shaded:
        free = [r for r in page.rules if r.x1 - r.x0 > r.bottom - r.top and not _inside(r, boxes)]
        joints = find_joints([*free, *shaded])
        bands = stacked(find_lattices([*free, *shaded]), joints, page.words)
        _collect(
            [with_last_row(with_first_row(one, page.words), page.words) for one in bands], page, joints, taken, found
        )
    found.sort(key=_place)
    _prolong(found, page, taken)
    found.sort(key=_place)
    return tuple(found)


def _place(grid: FoundGrid) -> tuple[int, float]:
    return round(grid.box[1]), grid.box[0]


def _prolong(found: list[FoundGrid], page: Page, taken: set[int]) -> None:
    """Put whole tables in the place of those that reach further down than their drawn part."""
    if not found:
        return
    boxes = [grid.box for grid in found]
    rules = [r for r in page.rules if r.x1 - r.x0 > r.bottom - r.top and not _inside(r, boxes)]
    rules += _edges([fill for fill in page.fills if not _inside(fill, boxes)], 1)
    if not rules:
        return
    joints = find_joints(())
    for lattice, parts in prolong(found, rules, page.words):
        rest = [grid for grid in found if grid not in parts]
        box = lattice.box()
        if any(_meet(box, grid.box) for grid in rest):
            continue
        held = {n for n in taken if not _holds(box, page.words[n])}
        grid = _grid(lattice, page, joints, held)
        if grid is not None and grid.rows > sum(part.rows for part in parts):
            found[:] = [*rest, grid]
            taken |= held


def _meet(one: BBox, other: BBox) -> bool:
    return one[0] < other[2] - 1 and other[0] < one[2] - 1 and one[1] < other[3] - 1 and other[1] < one[3] - 1


def _holds(box: BBox, word: Word) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return box[0] <= x <= box[2] and box[1] <= y <= box[3]


def _collect(lattices: list[Lattice], page: Page, joints: Joints, taken: set[int], found: list[FoundGrid]) -> None:
    """Add the tables of these lattices, inner ones first; ``taken`` are the numbers of words that stand in one."""
    pieces = [part for lattice in lattices for part in split_lattice(lattice)]
    for piece in sorted(pieces, key=_area):
        grid = _grid(piece, page, joints, taken)
        if grid is not None:
            found.append(grid)


def _inside(box: Rule | Box, boxes: list[BBox]) -> bool:
    x, y = (box.x0 + box.x1) / 2, (box.top + box.bottom) / 2
    for x0, top, x1, bottom in boxes:  # noqa: SIM110 - runs for every mark; any() costs twice as much
        if x0 - 2 <= x <= x1 + 2 and top - 2 <= y <= bottom + 2:
            return True
    return False


def _edges(fills: list[Box], fewest: int) -> list[Rule]:
    """Upper and lower edges of shaded cells, when there are enough. Shaded lines inside a shaded cell have none."""
    cells = [f for f in fills if f.x1 - f.x0 >= _CELL and f.bottom - f.top >= _CELL and f.shade < _PALE]
    if not fewest <= len(cells) <= _MOST:
        return []
    outer = [
        f
        for f in cells
        if not any(
            g is not f
            and abs(g.shade - f.shade) < 0.01
            and g.x0 - 0.5 <= f.x0
            and f.x1 <= g.x1 + 0.5
            and g.top - 0.5 <= f.top
            and f.bottom <= g.bottom + 0.5
            and (g.x1 - g.x0) * (g.bottom - g.top) > 1.02 * (f.x1 - f.x0) * (f.bottom - f.top)
            for g in cells
        )
    ]
    return [Rule(f.x0, y, f.x1, y) for f in outer for y in (f.top, f.bottom)]


def _area(lattice: Lattice) -> float:
    x0, top, x1, bottom = lattice.box()
    return (x1 - x0) * (bottom - top)


def _grid(lattice: Lattice, page: Page, joints: Joints, taken: set[int]) -> FoundGrid | None:
    x0, top, x1, bottom = lattice.box()
    inside = [
        (number, word)
        for number, word in enumerate(page.words)
        if number not in taken and x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom
    ]
    if not inside:
        return None
    words = [word for _, word in inside]
    lattice = with_seams(lattice, joints, words)
    bands = gapped_rows(lattice)
    lattice = lattice._replace(across=[*lattice.across, *bands]) if bands else lattice
    placed = _placed(lattice, page, inside)
    if placed is None:
        return None
    more = numbered_rows(*placed[:2], placed.held) or levelled_rows(*placed[:2], placed.held)
    if more:
        placed = _placed(lattice._replace(across=[*lattice.across, *more]), page, inside) or placed
    borders, regions, drawn, held, claimed = placed
    filled = sum(1 for words in held if words)
    if (filled < 2 or filled < _LEAST_FILLED * len(regions)) and not _is_rest_of_row(borders, page):
        return None
    if drawn < _WELL_DRAWN and filled < _WELL_FILLED * len(regions):
        return None
    sparse = len(borders.ys) > 2 and filled * 2 <= len(regions)  # one row may be what a page break cut off
    if len({region.column for region in regions}) < 2 or (sparse and _stand_apart(regions, held)):
        return None
    taken.update(claimed)
    cells = tuple(sorted(_cell(region, borders, words) for region, words in zip(regions, held, strict=True)))
    xs, ys = borders.xs, borders.ys
    return FoundGrid((xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, len(xs) - 1, cells, tuple(xs))


def _placed(lattice: Lattice, page: Page, inside: list[tuple[int, Word]]) -> _Placed | None:
    """The cells of a lattice and the words in each. None when too little of it is drawn."""
    borders = draw_borders(lattice, [word for _, word in inside])
    if borders is None or len(borders.xs) < 3:
        return None
    shade_borders(borders, page.fills, [word for _, word in inside])
    borders, regions = trim(borders, find_regions(borders))
    drawn = borders.drawn(regions) if len(regions) > 1 else 0.0
    if drawn < _LEAST_DRAWN:
        return None
    held: list[list[Word]] = [[] for _ in regions]
    owner = {(r, c): n for n, region in enumerate(regions) for r, c in region.slots()}
    claimed = []
    for number, word in inside:
        at = owner.get(borders.slot((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2))
        if at is not None:
            held[at].append(word)
            claimed.append(number)
    return _Placed(borders, regions, drawn, held, claimed)


def _stand_apart(regions: list[Region], held: list[list[Word]]) -> bool:
    """True for boxes of words with nothing but empty fields between them: a chart, its boxes joined by lines."""
    if any(c.isdigit() for words in held for word in words for c in word.text):
        return False
    owner = {slot: n for n, region in enumerate(regions) if held[n] for slot in region.slots()}
    return not any(owner.get(beside, n) != n for (r, c), n in owner.items() for beside in ((r + 1, c), (r, c + 1)))


def _is_rest_of_row(borders: Borders, page: Page) -> bool:
    """True for one row of many columns at the top of a page: what a page break cut off may fill a single cell of it."""
    return len(borders.ys) == 2 and len(borders.xs) > _COLUMNS and borders.ys[0] < _TOP * page.height


def _cell(region: Region, borders: Borders, words: list[Word]) -> FoundCell:
    xs, ys = borders.xs, borders.ys
    down, right = region.row + region.rowspan, region.column + region.colspan
    box = (xs[region.column], ys[region.row], xs[right], ys[down])
    found = cell_of(region.row, region.column, box, words, region.rowspan, region.colspan)
    whole = joined(found.text, words, box[0], box[2]) if "\n" in found.text else found.text
    return found if whole is found.text else found._replace(text=whole)
