"""Body rows whose borders do not meet those of the header: the cells of a row in the order of the numbered columns.

A converter that draws header and body apart may give the body other column widths. Where the header numbers its
columns (1) (2) (3) … and rows have exactly as many cells, the order of these cells says which column each belongs to,
and where they begin says it for the rows with merged cells.
"""

from extractors.tables.headers import Header
from extractors.tables.matrix import Sheet
from schemas.reading import Cell

_FEWEST = 4  # numbered columns; with fewer, as many cells may be chance


Places = dict[int, int]
"""The numbered column of a cell (from 0) by the column of the grid that it begins in."""


def straighten(sheet: Sheet, header: Header | None, before: Places | None = None) -> Places | None:
    """Put the cells of such rows below their header cells (``sheet`` is changed).

    ``before`` are the places of the sheet above, for one of the same table on which no row has all its cells.
    Returns those of this sheet.
    """
    if header is None or not sheet.ruled or not sheet.engine.startswith("ruled"):
        return None
    starts = _starts(sheet, header)
    if len(starts) < _FEWEST:
        return None
    ends = [*starts[1:], sheet.width]
    places = _places(sheet, header, starts) or before
    if not places or len(places) != len(starts) or max(places) >= sheet.width:
        return None
    for r in range(header.depth, len(sheet.own)):
        cells = [c for c in sheet.own[r] if c is not None]
        if all(c.column in starts for c in cells) or not all(c.column in places for c in cells):
            continue
        if _reached(sheet, r) or any(c.rowspan > 1 for c in cells):
            continue
        own: list[Cell | None] = [None] * sheet.width
        over: list[Cell | None] = [None] * sheet.width
        firsts = [places[c.column] for c in cells]
        for cell, first, after in zip(cells, firsts, [*firsts[1:], len(starts)], strict=True):
            start, end = starts[first], ends[after - 1]
            moved = cell.model_copy(update={"column": start, "colspan": end - start})
            own[start] = moved
            over[start:end] = [moved] * (end - start)
        sheet.own[r], sheet.over[r] = own, over
    return places


def _places(sheet: Sheet, header: Header, starts: list[int]) -> Places:
    """Which numbered column a cell belongs to by where it begins, as rows with a cell for each of them say."""
    found: set[tuple[int, ...]] = set()
    for r in range(header.depth, len(sheet.own)):
        begins = tuple(c.column for c in sheet.own[r] if c is not None)
        if len(begins) == len(starts) and list(begins) != starts and not _reached(sheet, r):
            found.add(begins)
    return {column: n for n, column in enumerate(found.pop())} if len(found) == 1 else {}


def _reached(sheet: Sheet, row: int) -> bool:
    """True when a cell from above reaches into the row."""
    return any(o is not None and o is not sheet.own[row][o.column] for o in sheet.over[row])


def _starts(sheet: Sheet, header: Header) -> list[int]:
    """Where the numbered columns of a header begin, when their numbers follow each other from 1."""
    numbered = [(c, n) for c, n in enumerate(header.numbers) if n is not None]
    firsts: dict[int, int] = {}
    for c, n in numbered:
        firsts.setdefault(n, c)
    if not firsts or sorted(firsts) != list(range(1, len(firsts) + 1)) or len(header.numbers) != sheet.width:
        return []
    starts = [firsts[n] for n in sorted(firsts)]
    return starts if starts == sorted(starts) and starts[0] == 0 else []
