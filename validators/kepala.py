"""Values that stand above the rows they sum up: the capaian of a sasaran beside its name, its indicators below.

Naiknya panen                            96,00
Padi       10            90,00
Jagung     12           102,00
"""

from collections.abc import Iterator
from typing import NamedTuple

from schemas.number import Form, Printed
from schemas.table import Column, Role, Row, Table
from validators.columns import numbers


class Kepala(NamedTuple):
    """A row that prints a value in one column and none in the others, and the rows below that print it as well."""

    row: Row
    value: Printed
    below: tuple[Row, ...]


def heads(table: Table, column: Column) -> Iterator[Kepala]:
    """The heads of one column: rows that open a sasaran, or a heading of items, without target and realisasi."""
    others = [c for c in table.roles(Role.TARGET, Role.REALISASI) if c is not column]
    if not others:
        return
    openers = table.roles(Role.SASARAN, Role.TUJUAN)
    rows = [row for row in table.rows if row.span_heading is None]
    for at, row in enumerate(rows):
        value = numbers(row, column)
        if value is None or value.value is None or any(row.text(c.index) for c in others):
            continue
        if not any(row.text(c.index) for c in openers):
            continue
        below = []
        for other in rows[at + 1 :]:
            if any(other.text(c.index) for c in openers):
                break
            if other.text(column.index):
                below.append(other)
        if below and all(_counts(numbers(other, column)) for other in below):
            yield Kepala(row, value, tuple(below))


def _counts(printed: Printed | None) -> bool:
    return printed is not None and (printed.value is not None or printed.form is Form.MISSING)
