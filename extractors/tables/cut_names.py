"""A merged name that a page break cut in two, with rows of its own on both pages.

"Terwujudnya layanan" closes one page, "perizinan yang cepat" opens the next, each beside an indicator: by the looks of
one table these are two sasaran. Another table of the report that prints the whole name proves that they are one.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple, TypeVar

from extractors.tables.cells import plain, squash
from schemas.table import Role, Row, Table

T = TypeVar("T")

_MERGED = (Role.TUJUAN, Role.SASARAN, Role.PROGRAM)


class _Cut(NamedTuple):
    """Where a name may be cut: its column, its part above the page break and the row with the part below."""

    at: int
    above: str
    row: Row


def join_cut_names(tables: Sequence[Table]) -> tuple[Table, ...]:
    """The tables with such names whole: printed at the first part, lent to the rows beside the second."""
    cuts = {table.id: found for table in tables if (found := list(_cuts(table)))}
    if not cuts:
        return tuple(tables)
    printed: dict[str, set[str]] = defaultdict(set)  # name → the tables that print it
    for table in tables:
        for column in table.roles(*_MERGED):
            for row in table.rows:
                if text := row.text(column.index):
                    printed[squash(plain(text))].add(table.id)
    out = []
    for table in tables:
        for at, above, row in cuts.get(table.id, ()):
            below = plain(row.text(at))
            whole = f"{above} {below}"
            if printed.get(squash(whole), set()) - {table.id} and not printed[squash(below)] - {table.id}:
                table = _joined(table, at, (above, below), whole)
        out.append(table)
    return tuple(out)


def _cuts(table: Table) -> Iterator[_Cut]:
    """Names at the top of a page below another name of the same column."""
    if len(table.pages) < 2:
        return
    for upper, lower in pairwise(table.rows):
        if upper.page is None or lower.page is None or lower.page == upper.page:
            continue
        if upper.span_heading is not None or lower.span_heading is not None:
            continue
        for column in table.roles(*_MERGED):
            above = plain(upper.name(column.index))
            if above and lower.text(column.index):
                yield _Cut(column.index, above, lower)


def _joined(table: Table, column: int, parts: tuple[str, str], whole: str) -> Table:
    return table.model_copy(update={"rows": tuple(_whole(row, column, parts, whole) for row in table.rows)})


def _whole(row: Row, column: int, parts: tuple[str, str], whole: str) -> Row:
    cell, own = row.cells[column], plain(row.text(column))
    if cell is not None and own == parts[0]:
        return row.model_copy(update={"cells": _with(row.cells, column, cell.model_copy(update={"text": whole}))})
    if plain(row.name(column)) not in parts:
        return row
    lent = row.lent or (None,) * len(row.cells)
    return row.model_copy(update={"cells": _with(row.cells, column, None), "lent": _with(lent, column, whole)})


def _with(items: tuple[T, ...], at: int, item: T) -> tuple[T, ...]:
    return (*items[:at], item, *items[at + 1 :])
