"""A grid as a matrix of slots: separator rows gone, merged cells known at every position."""

from dataclasses import dataclass, field

from extractors.tables.cells import is_rule, mend, plain
from schemas.reading import Cell, Grid


@dataclass(slots=True)
class Sheet:
    """One grid on its way to a table. ``own`` holds a cell only where it starts, ``over`` wherever it reaches.

    ``lengths`` counts the physical cells of each row (a row of a text table may have lost one).
    """

    order: int
    own: list[list[Cell | None]]
    over: list[list[Cell | None]]
    page: int | None = None
    first_line: int | None = None
    last_line: int | None = None
    edges: tuple[float, ...] = ()
    bbox: tuple[float, float, float, float] | None = None
    ruled: bool = True
    rotated: int = 0
    engine: str = "text"
    score: float = 1.0
    header_rows: int | None = None
    lengths: list[int] = field(default_factory=list)

    @property
    def width(self) -> int:
        """Number of columns."""
        return len(self.own[0]) if self.own else 0

    def text(self, row: int, column: int) -> str:
        """The text that starts at a position, on one line."""
        cell = self.own[row][column]
        return plain(cell.text) if cell is not None else ""

    def texts(self, row: int) -> list[str]:
        """The texts of one row, on one line each."""
        return [plain(c.text) if c is not None else "" for c in self.own[row]]


def to_sheet(grid: Grid) -> Sheet | None:
    """The matrix of a grid, or None when nothing is printed in it."""
    rows, columns = grid.rows, grid.columns
    own: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    over: list[list[Cell | None]] = [[None] * columns for _ in range(rows)]
    lengths = [0] * rows
    for cell in grid.cells:
        if cell.row >= rows or cell.column >= columns:
            continue
        whole = mend(cell.text)
        if whole != cell.text:
            cell = cell.model_copy(update={"text": whole})
        own[cell.row][cell.column] = cell
        lengths[cell.row] = max(lengths[cell.row], cell.column + cell.colspan)
        for r in range(cell.row, min(rows, cell.row + cell.rowspan)):
            for c in range(cell.column, min(columns, cell.column + cell.colspan)):
                if over[r][c] is None or (r == cell.row and c == cell.column):
                    over[r][c] = cell
    keep = [r for r in range(rows) if _printed(own[r]) and not _separator(own[r])]
    if not keep:
        return None
    sheet = Sheet(
        order=grid.order,
        own=[own[r] for r in keep],
        over=[over[r] for r in keep],
        page=grid.page,
        first_line=grid.first_line,
        last_line=grid.last_line,
        edges=grid.edges,
        bbox=grid.bbox,
        ruled=grid.ruled,
        rotated=grid.rotated,
        engine=grid.engine,
        score=grid.score,
        header_rows=sum(1 for r in keep if r < grid.header_rows) if grid.header_rows else None,
        lengths=[lengths[r] for r in keep],
    )
    return sheet


def _printed(row: list[Cell | None]) -> bool:
    return any(c is not None and c.text.strip() for c in row)


def _separator(row: list[Cell | None]) -> bool:
    texts = [c.text for c in row if c is not None and c.text.strip()]
    return bool(texts) and all(is_rule(t) for t in texts)


def column_ranges(sheet: Sheet) -> list[tuple[float, float] | None]:
    """Left and right end of each column in points, from the cells that cover one column only."""
    lefts: list[list[float]] = [[] for _ in range(sheet.width)]
    rights: list[list[float]] = [[] for _ in range(sheet.width)]
    if len(sheet.edges) == sheet.width + 1:
        return list(zip(sheet.edges, sheet.edges[1:], strict=False))
    for row in sheet.own:
        for c, cell in enumerate(row):
            if cell is not None and cell.bbox is not None:
                lefts[c].append(cell.bbox[0])
                if cell.colspan == 1:
                    rights[c].append(cell.bbox[2])
    return [(min(a), max(b) if b else min(a) + 1.0) if a else None for a, b in zip(lefts, rights, strict=True)]
