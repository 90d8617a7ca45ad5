"""The shape that all text tables share before they become grids: rows of raw cells with their lines."""

from collections.abc import Sequence
from typing import NamedTuple

from extractors.text.cells import clean, is_bold
from schemas.reading import Cell, Grid

Numbered = tuple[int, str]
"""A line number from 1 and the line."""


class Raw(NamedTuple):
    """One cell as the source has it, with the line where it starts."""

    text: str
    line: int
    colspan: int = 1
    rowspan: int = 1


class Block(NamedTuple):
    """A table of raw rows. ``header_rows`` is None unless the source marks the header."""

    rows: list[list[Raw]]
    first_line: int
    last_line: int
    header_rows: int | None = None
    engine: str = "text"
    ruled: bool = True
    score: float = 1.0


def to_grid(block: Block, order: int) -> Grid:
    """The grid of a block: cleaned cells in row order, empty cells of the source included."""
    cells: list[Cell] = []
    taken: dict[int, int] = {}  # column: first row that a merged cell above leaves free again
    columns = 0
    for index, row in enumerate(block.rows):
        column = 0
        for raw in row:
            while taken.get(column, 0) > index:
                column += 1
            cells.append(
                Cell(
                    text=clean(raw.text),
                    row=index,
                    column=column,
                    colspan=raw.colspan,
                    rowspan=min(raw.rowspan, len(block.rows) - index),
                    line=raw.line,
                    bold=is_bold(raw.text),
                )
            )
            if raw.rowspan > 1:
                taken.update(dict.fromkeys(range(column, column + raw.colspan), index + raw.rowspan))
            column += raw.colspan
        columns = max(columns, column)
    return Grid(
        order=order,
        rows=len(block.rows),
        columns=columns,
        cells=tuple(cells),
        first_line=block.first_line,
        last_line=block.last_line,
        header_rows=block.header_rows,
        engine=block.engine,
        ruled=block.ruled,
        score=block.score,
    )


def bold_header(rows: Sequence[Sequence[Raw]]) -> int | None:
    """How many rows at the top are set in bold throughout, when the rows below are not; None when none are."""
    count = 0
    for row in rows:
        filled = [raw for raw in row if raw.text.strip()]
        if not filled or not all(is_bold(raw.text) for raw in filled):
            break
        count += 1
    return count if 0 < count < len(rows) else None
