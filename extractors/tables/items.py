"""Items of one indicator typed into one row under a heading: rows of their own, the heading in the row above them.

    Naiknya laba   Persentase laba usaha tani :              161,07
                   - Padi                           13,90     43,44
                   - Palawija                       48,15    278,70

A value above those of the items stands beside the heading: it is their mean. The row is parted where every filled
value cell prints one line for each item, or one more.
"""

from collections.abc import Sequence
from dataclasses import replace

from extractors.tables.rows import Draft
from extractors.tables.stacked import under_heading
from schemas.reading import Cell
from schemas.table import Column, Role

_VALUES = frozenset({Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.NASIONAL, Role.SELISIH})


def part_items(draft: Draft, columns: Sequence[Column]) -> list[Draft]:
    """The row of the heading and one row for each item; the row itself when its cells do not tell so many."""
    names = [c.index for c in columns if c.role is Role.INDIKATOR]
    if draft.span is not None or len(names) != 1:
        return [draft]
    cell = draft.cells[names[0]]
    heading, items = under_heading(cell.text) if cell is not None else ("", [])
    if not items:
        return [draft]
    stacks: dict[int, list[str]] = {names[0]: [heading, *items]}
    for column in columns:
        lines = _lines(draft.cells[column.index])
        if column.role in _VALUES and lines:
            if len(lines) not in (len(items), len(items) + 1):
                return [draft]
            stacks[column.index] = lines if len(lines) > len(items) else ["", *lines]
        elif column.role is Role.SATUAN and len(lines) == len(items):
            stacks[column.index] = ["", *lines]
    if not any(c.role in _VALUES and c.index in stacks for c in columns):
        return [draft]
    return [_piece(draft, stacks, number) for number in range(len(items) + 1)]


def _lines(cell: Cell | None) -> list[str]:
    return [line.strip() for line in cell.text.split("\n") if line.strip()] if cell is not None else []


def _piece(draft: Draft, stacks: dict[int, list[str]], number: int) -> Draft:
    """Row ``number`` of the parted row; cells that are not stacked stand beside the heading."""
    cells: list[Cell | None] = []
    for c, cell in enumerate(draft.cells):
        text = stacks[c][number] if c in stacks else ""
        if c in stacks:
            cells.append(cell.model_copy(update={"text": text}) if cell is not None and text else None)
        else:
            cells.append(cell if number == 0 else None)
    return replace(draft, cells=cells, over=list(draft.over), first=draft.first and number == 0, lent=[])
