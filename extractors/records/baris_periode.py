"""Rows of tables that print amounts of months or quarters only: who stands under whom, without a yearly amount."""

from collections.abc import Sequence

from extractors.records.anggaran import rows_with
from extractors.records.money_columns import MoneyColumns
from extractors.records.nominal import is_money
from schemas.records import Anggaran
from schemas.table import Column, Role, Table

_MONEY = (Role.ANGGARAN, Role.REALISASI_ANGGARAN)
_LEAST = 2  # rows with an amount


def find_baris_periode(tables: Sequence[Table], anggaran: Sequence[Anggaran]) -> tuple[Anggaran, ...]:
    """The rows of every table with amounts of periods that gave no budget record, amounts left out.

    Levels and parents are told from three of the columns together, those with the most amounts: one wrong sum does not
    change the outline.
    """
    taken = {row.table for row in anggaran}
    found: list[Anggaran] = []
    for table in tables:
        if table.id in taken:
            continue
        counts = {c.index: n for c in table.roles(*_MONEY) if c.period is not None and (n := _amounts(table, c))}
        best = sorted(sorted(counts, key=lambda index: (-counts[index], index))[:3])
        if not best or counts[best[0]] < _LEAST:
            continue
        columns = [*best, None, None]
        rows = rows_with([table], MoneyColumns(columns[0], columns[2], columns[1]))
        found += [row.model_copy(update=dict.fromkeys(("anggaran", "anggaran_sebelum", "realisasi"))) for row in rows]
    return tuple(found)


def _amounts(table: Table, column: Column) -> int:
    return sum(is_money(row.text(column.index)) for row in table.rows)
