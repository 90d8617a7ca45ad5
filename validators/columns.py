"""Relations between the numeric columns of one table, found from the rows themselves.

A column that follows from two others in most rows follows from them by intention: the rows where it does not are
worth a look. Nothing is found in tables of fewer than three telling rows.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import NamedTuple

from schemas.number import Printed
from schemas.relation import Op, Relation
from schemas.table import Column, Role, Row, Table
from validators.engine import HOLDS, judge
from validators.view import operand

_LEAST = 3
_SHARE = 0.6
_SIGNED = (
    "points",
    "reversed",
    "points capped 100",
    "reversed capped 100",
    "points capped 120",
    "reversed capped 120",
    "relative",
    "ratio",
    "inverse",
)
_ALSO = {"ratio": ("N1", "N2"), "inverse": ("N1 reversed", "ratio")}  # rows where less is better
_UNSIGNED = ("unsigned points", "unsigned relative")
_NAMING = frozenset(
    {Role.INDIKATOR, Role.URAIAN, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN}  # not what is lent to several rows
)
_REACH = 4  # how many columns to the left are looked at


class Found(NamedTuple):
    """Column ``result`` is ``reading`` of the columns ``inputs``."""

    result: Column
    inputs: tuple[Column, Column]
    reading: str


def numbers(row: Row, column: Column) -> Printed | None:
    """The number of a row in a column."""
    return row.numbers[column.index] if column.index < len(row.numbers) else None


def discover(table: Table, results: Sequence[Column], rows: Sequence[Row]) -> Iterator[Found]:
    """For each result column the pair and reading that most rows follow."""
    for result in results:
        left = [c for c in table.columns[: result.index] if any(numbers(r, c) for r in rows)][-_REACH:]
        best: tuple[int, Found] | None = None
        negative = any((n := numbers(r, result)) is not None and (n.value or 0) < 0 for r in rows)
        for pair in combinations(left, 2):
            inputs = (pair[1], pair[0])  # the later column first: realisasi before target, this year before last
            for reading in _SIGNED if negative else (*_SIGNED, *_UNSIGNED):
                telling = [r for r in (relation_of(table, row, Found(result, inputs, reading)) for row in rows) if r]
                telling = [r for r in telling if _telling(r)]
                hits = sum(judge(r).verdict in HOLDS for r in telling)
                if (
                    len(telling) >= _LEAST
                    and hits >= max(_LEAST, _SHARE * len(telling))
                    and (not best or hits > best[0])
                ):
                    best = (hits, Found(result, inputs, reading))
        if best:
            yield best[1]


def relation_of(table: Table, row: Row, found: Found, rule: str = "") -> Relation | None:
    """The relation of one row; None when a number is missing."""
    cells = [numbers(row, column) for column in (found.result, *found.inputs)]
    if any(cell is None or cell.value is None for cell in cells):
        return None
    result, *inputs = [operand(cell, row_name(table, row)) for cell in cells if cell is not None]
    op = Op.DIFFERENCE if found.reading in ("points", "reversed") else Op.FORMULA
    readings = (found.reading, *_ALSO.get(found.reading, ()))
    return Relation(rule=rule, op=op, result=result, inputs=tuple(inputs), alternatives=readings, context=table.id)


def _telling(relation: Relation) -> bool:
    """Rows of zeros and equal numbers fit too many readings to tell them apart."""
    a, b = (node.printed.value for node in relation.inputs)
    return bool(a) and bool(b) and a != b and relation.result.printed.value is not None


def parts_readings(cells: Sequence[Printed]) -> tuple[str, ...]:
    """How an indicator's figure follows from its parts of time: counts add up, shares and indices do not.

    The sum, the last, the highest and the mean, as formulas over the letters of the cells (DOMAIN 1.7).
    """
    letters = [chr(ord("a") + n) for n in range(len(cells))]
    total = "+".join(letters)
    highest = max(range(len(cells)), key=lambda n: cells[n].value or 0)
    return tuple(dict.fromkeys((total, letters[-1], letters[highest], f"({total})/{len(cells)}")))


def row_name(table: Table, row: Row) -> str:
    """The text that names a row: its longest printed name, else its longest cell without a number."""
    texts = [row.text(c.index) for c in table.columns if c.role in _NAMING and not numbers(row, c)]
    if not any(texts):
        texts = [row.name(c.index) for c in table.columns if not numbers(row, c)]
    return max(texts, key=len, default="")
