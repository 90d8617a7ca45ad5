"""Months and quarters of a row against its figure of the year.

Apa yang diperiksa / What it does
    Angka per bulan atau triwulan dibandingkan dengan angka setahun pada baris yang sama: rupiah dijumlahkan atau
    kumulatif; untuk indikator juga nilai terakhir, tertinggi, atau rata-rata. "S.d. bulan lalu" ditambah "bulan ini"
    harus sama dengan "s.d. bulan ini". How the year follows from its parts is found from the rows themselves; the rows
    that do not follow are reported.

Why it matters
    The figure of the year is copied into the report; the quarters show how it came about.

How a reviewer verifies it
    Add up the quarters of the row, or compare the last one with the year; ask for the monthly reports.

Known false alarms
    Repayments booked after the last quarter; an indicator that is counted in its own way and says so in a note.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from schemas.finding import Category, Severity
from schemas.number import Form, Printed
from schemas.relation import Op, Relation
from schemas.table import Column, Role, Row, Table
from validators.columns import numbers, parts_readings, row_name
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.view import View, operand

_MONEY = frozenset({Role.ANGGARAN, Role.REALISASI_ANGGARAN})
_ROLES = (Role.ANGGARAN, Role.REALISASI_ANGGARAN, Role.TARGET, Role.REALISASI)
_LEAST = 3  # rows that must follow
_SHARE = 0.6
_MOST = 12
_NOUGHT = frozenset({Form.MISSING})


class _Way(NamedTuple):
    """How a column follows from columns of periods: their sum, the last one, or (of indicators) any usual reading."""

    whole: Column
    parts: tuple[Column, ...]
    last: bool


def check(view: View) -> Iterator[Relation]:
    """The relations of every row, in the way that most rows of its table follow."""
    for table in view.document.tables:
        if len(table.rows) < _LEAST or all(c.period is None for c in table.columns):
            continue
        for role in _ROLES:
            best: tuple[int, list[Relation]] = (0, [])
            for way in _ways([c for c in table.columns if c.role is role]):
                made = [r for row in table.rows if (r := _relation(table, row, way))]
                telling = [r for r in made if _telling(r)]
                hits = sum(judge(r).verdict in HOLDS for r in telling)
                if hits >= max(_LEAST, _SHARE * len(telling)) and hits > best[0]:
                    best = (hits, made)
            yield from best[1]


def _ways(columns: Sequence[Column]) -> Iterator[_Way]:
    parts = sorted((c for c in columns if c.period and not c.period.to_date), key=_order)
    parts = parts if len({_order(c) for c in parts}) == len(parts) <= _MOST else []
    running = [c for c in columns if c.period and c.period.to_date]
    for whole in (c for c in columns if c.period is None):
        if len(parts) > 1:
            yield _Way(whole, tuple(parts), last=False)
            if whole.role in _MONEY:
                yield _Way(whole, tuple(parts), last=True)
        if len(running) > 1:
            yield _Way(whole, tuple(sorted(running, key=_order)), last=True)
    for whole in running:
        now = [c for c in parts if _order(c) == _order(whole)]
        before = [c for c in running if _order(c) == _order(whole) - 1]
        if len(now) == len(before) == 1:
            yield _Way(whole, (before[0], now[0]), last=False)
        elif len(parts) > 1 and len(running) == 1:
            yield _Way(whole, tuple(c for c in parts if _order(c) <= _order(whole)), last=False)


def _order(column: Column) -> int:
    return column.period.order if column.period is not None else 0


def _relation(table: Table, row: Row, way: _Way) -> Relation | None:
    """The relation of one row; None where the year or every period prints nothing."""
    result = numbers(row, way.whole)
    cells = [cell for c in way.parts if (cell := numbers(row, c)) is not None]
    if result is None or result.value is None or any(c.value is None and c.form not in _NOUGHT for c in cells):
        return None
    known = [cell for cell in cells if cell.value is not None]
    if not known:
        return None
    name = row_name(table, row)
    if way.last:
        return _made(Op.EQUAL, table, name, result, known[-1:], ())
    if way.whole.role in _MONEY or any(c.period and c.period.to_date for c in way.parts):
        return _made(Op.SUM, table, name, result, known, ())
    return _made(Op.FORMULA, table, name, result, known, parts_readings(known))


def _made(
    op: Op, table: Table, name: str, result: Printed, cells: Sequence[Printed], readings: tuple[str, ...]
) -> Relation:
    return Relation(
        rule=RULE.code,
        op=op,
        result=operand(result, name),
        inputs=tuple(operand(cell, name) for cell in cells),
        alternatives=readings,
        context=table.id,
    )


def _telling(relation: Relation) -> bool:
    """Rows with one period only fit every way."""
    values = [node.printed.value for node in relation.inputs]
    return bool(relation.result.printed.value) and (relation.op is Op.EQUAL or sum(map(bool, values)) > 1)


RULE = Rule(
    code="A104",
    title_id="Bulan atau triwulan tidak menghasilkan angka setahun",
    title_en="Months or quarters do not make the figure of the year",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, menurut kolom bulan/triwulannya {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, its months or quarters give {expected} ({computation})",
    check=check,
)
