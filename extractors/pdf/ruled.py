"""Tables with drawn borders: every lattice of lines that encloses text in at least two cells."""

from extractors.pdf.cells import Borders, Region, draw_borders, find_regions
from extractors.pdf.found import FoundCell, FoundGrid, cell_of
from extractors.pdf.lattice import Lattice, find_lattices
from extractors.pdf.seams import Joints, find_joints, stacked, with_seams
from extractors.pdf.shading import shade_borders
from extractors.pdf.split import split_lattice
from schemas.page import Page, Word

_LEAST_FILLED = 0.12  # share of cells with text; charts and forms to draw in have less
_LEAST_DRAWN = 0.55  # share of cell borders that are really drawn; trees and flow charts have less


def find_ruled(page: Page) -> tuple[FoundGrid, ...]:
    """All ruled tables of a page, from top to bottom, then left to right.

    A frame around text or around the page is no table, nor is a single column of boxes. Words belong to the
    innermost table around them. Two tables that touch come out as two.
    """
    if len(page.rules) < 3:
        return ()
    joints = find_joints(page.rules)
    lattices = find_lattices(page.rules)
    crossed = [lattice for lattice in lattices if lattice.across and lattice.down]
    crossed += stacked([lattice for lattice in lattices if not lattice.down], joints, page.words)
    pieces = [part for lattice in crossed for part in split_lattice(lattice)]
    pieces.sort(key=_area)
    taken: set[int] = set()
    found = []
    for piece in pieces:
        grid = _grid(piece, page, joints, taken)
        if grid is not None:
            found.append(grid)
    found.sort(key=lambda grid: (round(grid.box[1]), grid.box[0]))
    return tuple(found)


def _area(lattice: Lattice) -> float:
    x0, top, x1, bottom = lattice.box()
    return (x1 - x0) * (bottom - top)


def _grid(lattice: Lattice, page: Page, joints: Joints, taken: set[int]) -> FoundGrid | None:
    x0, top, x1, bottom = lattice.box()
    inside = [
        (number, word)
        for number, word in enumerate(page.words)
        if number not in taken
        and x0 <= (word.x0 + word.x1) / 2 <= x1
        and top <= (word.top + word.bottom) / 2 <= bottom
    ]
    if len(inside) < 2:
        return None
    words = [word for _, word in inside]
    borders = draw_borders(with_seams(lattice, joints, words), words)
    if borders is None or len(borders.xs) < 3:
        return None
    shade_borders(borders, page.fills)
    regions = find_regions(borders)
    if len(regions) < 2 or borders.drawn(regions) < _LEAST_DRAWN:
        return None
    held: list[list[Word]] = [[] for _ in regions]
    owner = {(r, c): n for n, region in enumerate(regions) for r, c in region.slots()}
    claimed = []
    for number, word in inside:
        at = owner.get(borders.slot((word.x0 + word.x1) / 2, (word.top + word.bottom) / 2))
        if at is not None:
            held[at].append(word)
            claimed.append(number)
    filled = sum(1 for words in held if words)
    if filled < 2 or filled < _LEAST_FILLED * len(regions):
        return None
    if len({region.column for region in regions}) < 2:
        return None
    taken.update(claimed)
    cells = tuple(sorted(_cell(region, borders, words) for region, words in zip(regions, held, strict=True)))
    xs, ys = borders.xs, borders.ys
    return FoundGrid((xs[0], ys[0], xs[-1], ys[-1]), len(ys) - 1, len(xs) - 1, cells, tuple(xs))


def _cell(region: Region, borders: Borders, words: list[Word]) -> FoundCell:
    xs, ys = borders.xs, borders.ys
    down, right = region.row + region.rowspan, region.column + region.colspan
    box = (xs[region.column], ys[region.row], xs[right], ys[down])
    return cell_of(region.row, region.column, box, words, region.rowspan, region.colspan)
