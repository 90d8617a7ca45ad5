"""Prose inside table cells: an evaluation told in a table is read like running text."""

from collections.abc import Iterator, Sequence

from schemas.reading import Cell, Line
from schemas.table import Kind, Role, Table

_LONG = 150  # characters; a shorter cell is a name or a value
_LINES = (Kind.LAINNYA,)


def cell_lines(tables: Sequence[Table]) -> Iterator[tuple[Line, ...]]:
    """The printed lines of every long cell of the tables that hold text, and of every long remark, cell by cell.

    All lines of a cell have the order of their table. Names, formulas and sources of typed tables are no prose.
    """
    for table in tables:
        remarks = {c.index for c in table.columns if c.role is Role.KETERANGAN}
        for row in table.rows:
            for column, cell in enumerate(row.cells):
                if cell is None or len(cell.text) < _LONG or not any(c.isdigit() for c in cell.text):
                    continue
                if table.kind in _LINES or column in remarks:
                    yield tuple(_lines(table, cell))


def _lines(table: Table, cell: Cell) -> Iterator[Line]:
    for text in cell.text.split("\n"):
        if text.strip():
            yield Line(text=text, order=table.order, page=cell.page, line=cell.line, bbox=cell.bbox)
