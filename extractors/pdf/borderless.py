"""Tables without drawn borders: columns by the white between them, rows by white, numbers and values.

Every candidate is scored by how well it agrees with itself; the score is kept. Prose, lists, signatures and tables of
contents are no tables.
"""

from collections.abc import Sequence
from itertools import pairwise

from extractors.pdf.barred import barred_rows
from extractors.pdf.believed import is_table, self_agreement
from extractors.pdf.broken import with_whole_number
from extractors.pdf.extent import Extent, leading, reach
from extractors.pdf.foot import is_under
from extractors.pdf.found import FoundCell, FoundGrid, cell_of
from extractors.pdf.gutters import Column, PrintedLine, columns_of, crossed, find_runs, is_title, to_printed
from extractors.pdf.heading import head_cells, is_over_two
from extractors.pdf.lines import outside
from extractors.pdf.wrapped import to_rows
from schemas.number import BBox
from schemas.page import Page, Word

_TOP = 0.3  # share of the page in which a table goes on from the page before
_APART = 3.4  # em between the middles of two lines of one table
_SHARE = 0.6  # share of a column that must lie in the column that it goes on with
_NEAR = 9.0  # points by which columns of one table may be off on the next page


def find_borderless(
    page: Page,
    taken: tuple[BBox, ...],
    before: FoundGrid | None = None,
    foot: Sequence[PrintedLine] = (),
) -> tuple[FoundGrid, ...]:
    """Tables of a page outside of the boxes that ruled tables have taken, from top to bottom.

    ``before`` is the last table of the page before when nothing but a page end stood below it: rows that stand in its
    columns go on with it, without a header of their own. ``foot`` is a header that stands alone at the foot of the
    page before: rows in its columns stand under it.
    """
    found: list[FoundGrid] = []
    for lines in _stretches(to_printed(outside(page, taken)), taken):
        above = -1
        runs = find_runs(lines)
        for number, run in enumerate(runs):
            below = runs[number + 1][0] if number + 1 < len(runs) else len(lines)
            extent = reach(lines, run, above, below, page.rules)
            first = not found and lines[run[0]].top < _TOP * page.height
            grid = _going_on(lines, run, extent, before) if before is not None and first else None
            headed = grid is None and first and is_under(foot, extent)
            goes_on = grid is not None or headed
            grid = grid or to_found(extent)
            if grid is not None and is_table(grid, extent, goes_on):
                found.append(grid._replace(headed=headed))
                above = run[-1]
    return tuple(found)


def _going_on(lines: Sequence[PrintedLine], run: Sequence[int], extent: Extent, before: FoundGrid) -> FoundGrid | None:
    """The rows of an extent in the columns of the table before, with what a page break cut off above them."""
    if extent.header:
        return None
    rest: list[PrintedLine] = []
    below = extent.body[0]
    for line in reversed(lines[: run[0]]):
        if line.middle >= below.middle:
            continue
        fitting = all(_within(p.x0, p.x1, before) is not None for p in line.pieces)
        if not fitting or below.middle - line.middle > _APART * line.size:
            break
        rest.insert(0, line)
        below = line
    extent = extent._replace(body=[*rest, *extent.body])
    columns = _lent(_columns(extent), before)
    return None if columns is None else to_found(extent, columns, before.edges)


def _lent(own: Sequence[Column], before: FoundGrid) -> list[Column] | None:
    """The columns of the table before, those that are used as wide as they are printed here; None when they differ."""
    middles = [(a + b) / 2 for a, b in pairwise(before.edges)]
    out = [Column(x, x, 0, 0, 0) for x in middles]
    used: set[int] = set()
    for column in own:
        shares = [min(column.x1, b) - max(column.x0, a) for a, b in pairwise(before.edges)]
        at = max(range(len(shares)), key=shares.__getitem__)
        if shares[at] < _SHARE * (column.x1 - column.x0) or any(u > at for u in used):
            return None
        old = out[at]
        joined = column
        if at in used:
            joined = Column(
                min(old.x0, column.x0),
                max(old.x1, column.x1),
                old.values + column.values,
                old.texts + column.texts,
                old.ordinals + column.ordinals,
            )
        out[at] = joined
        used.add(at)
    return out if len(used) >= 2 else None


def _within(x0: float, x1: float, before: FoundGrid) -> int | None:
    """The column of the table before in which a stretch lies."""
    for c, (left, right) in enumerate(pairwise(before.edges)):
        if left - _NEAR <= x0 and x1 <= right + _NEAR and left < (x0 + x1) / 2 < right:
            return c
    return None


def _stretches(lines: Sequence[PrintedLine], taken: Sequence[BBox]) -> list[list[PrintedLine]]:
    """Lines with a ruled table between them apart."""
    out: list[list[PrintedLine]] = [[]]
    for line in lines:
        last = out[-1][-1] if out[-1] else None
        if last is not None and any(last.middle < (b[1] + b[3]) / 2 < line.middle for b in taken):
            out.append([])
        out[-1].append(line)
    return out


def to_found(extent: Extent, columns: Sequence[Column] | None = None, edges: Sequence[float] = ()) -> FoundGrid | None:
    """The grid of an extent, in its own columns or in given ones; None when its lines do not stand in columns."""
    body = extent.body
    columns = columns or _columns(extent)
    if len(columns) < 2:
        return None
    step = leading(body, columns)
    titles = {n for n, line in enumerate(body) if not line.is_row and is_title(line, columns) and _spans(line, columns)}
    rows = barred_rows(body, columns, extent.bars) or to_rows(body, columns, step, titles)
    depth, head = head_cells(extent.header, columns)
    edges = edges or _edges(columns)
    tops = _levels(extent.header, depth, rows)
    cells: list[FoundCell] = []
    for cell in head:
        right, down = cell.column + cell.colspan, cell.row + cell.rowspan
        box = (edges[cell.column], tops[cell.row], edges[right], tops[down])
        cells.append(cell_of(cell.row, cell.column, box, cell.words, cell.rowspan, cell.colspan))
    bare = {id(body[n]) for n in titles}
    for number, row in enumerate(rows, depth):
        if len(row) == 1 and id(row[0]) in bare:
            box = (edges[0], tops[number], edges[-1], tops[number + 1])
            words = [w for p in row[0].pieces for w in p.words]
            cells.append(cell_of(number, 0, box, words, 1, len(columns)))
            continue
        for c, words in sorted(_by_column(row, columns).items()):
            box = (edges[c], tops[number], edges[c + 1], tops[number + 1])
            cells.append(with_whole_number(cell_of(number, c, box, words), words, columns[c].x0, columns[c].x1))
    height = depth + len(rows)
    grid = FoundGrid(
        (edges[0], tops[0], edges[-1], tops[-1]),
        height,
        len(columns),
        tuple(sorted(cells)),
        tuple(edges),
        ruled=False,
        engine="gutters",
        header_rows=depth or None,
    )
    return grid._replace(score=self_agreement(grid))


def _spans(line: PrintedLine, columns: Sequence[Column]) -> bool:
    return any(len(crossed(p, columns)) > 1 for p in line.pieces)


def _columns(extent: Extent) -> list[Column]:
    """The columns of all lines; labels and titles over several columns do not join them."""
    first = columns_of([line for line in extent.body if line.is_row])
    kept: list[PrintedLine] = []
    for line in extent.body:
        pieces = [p for p in line.pieces if line.is_row and not _bridges(p.x0, p.x1, first)] or [
            p for p in line.pieces if len(crossed(p, first)) <= 1
        ]
        kept.append(line._replace(pieces=pieces))
    second = columns_of(kept)
    for line in extent.header:
        pieces = [p._replace(kind="t") for p in line.pieces if p.kind != "n" and len(crossed(p, second)) <= 1]
        pieces = [p for p in pieces if crossed(p, second) or not is_over_two(p, extent.header)]
        kept.append(line._replace(pieces=[p for p in pieces if p.kind == "t"]))
    columns = _paired(columns_of(kept), second)
    out = []
    for column in columns:
        own = [s for s in second if _meet(column, s)]
        out.append(
            Column(
                column.x0,
                column.x1,
                sum(s.values for s in own),
                sum(s.texts for s in own),
                sum(s.ordinals for s in own),
            )
        )
    return out


def _paired(columns: list[Column], body: Sequence[Column]) -> list[Column]:
    """Columns where a label stands beside its values (centred over numbers set to the right) made one."""
    out = list(columns)
    while True:
        bare = [not any(_meet(c, b) for b in body) for c in out]
        headed = [b or c.texts > sum(o.texts for o in body if _meet(c, o)) for b, c in zip(bare, out, strict=True)]
        pairs = [
            (out[n + 1].x0 - out[n].x1, n)
            for n in range(len(out) - 1)
            if (bare[n] and not headed[n + 1]) or (bare[n + 1] and not headed[n])
        ]
        if not pairs:
            return out
        _, n = min(pairs)
        one, other = out[n], out[n + 1]
        out[n : n + 2] = [
            Column(one.x0, other.x1, one.values + other.values, one.texts + other.texts, one.ordinals + other.ordinals)
        ]


def _meet(one: Column, other: Column) -> bool:
    return min(one.x1, other.x1) > max(one.x0, other.x0)


def _bridges(x0: float, x1: float, columns: Sequence[Column]) -> bool:
    over = [c for c in columns if min(c.x1, x1) - max(c.x0, x0) > 0.5]
    return len(over) == 2 and over[0].kind == "o"


def _edges(columns: Sequence[Column]) -> list[float]:
    inner = [(a.x1 + b.x0) / 2 for a, b in pairwise(columns)]
    return [columns[0].x0 - 2, *inner, columns[-1].x1 + 2]


def _levels(header: Sequence[PrintedLine], depth: int, rows: Sequence[Sequence[PrintedLine]]) -> list[float]:
    """Top of every row, and the bottom of the last."""
    tops = [min(line.top for line in row) for row in rows]
    bottoms = [max(line.bottom for line in row) for row in rows]
    inner = [(low + high) / 2 for low, high in zip(bottoms, tops[1:], strict=False)]
    levels: list[float] = []
    if depth:
        first, last = min(line.top for line in header), max(line.bottom for line in header)
        last = min(last, tops[0])
        levels = [first + (last - first) * n / depth for n in range(depth)]
    return [*levels, tops[0], *inner, bottoms[-1]]


def _by_column(row: Sequence[PrintedLine], columns: Sequence[Column]) -> dict[int, list[Word]]:
    out: dict[int, list[Word]] = {}
    for line in row:
        for piece in line.pieces:
            c = max(range(len(columns)), key=lambda n: min(columns[n].x1, piece.x1) - max(columns[n].x0, piece.x0))
            out.setdefault(c, []).extend(piece.words)
    return out
