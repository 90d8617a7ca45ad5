"""Percentages of single months or quarters against realisation and target.

Apa yang diperiksa / What it does
    Capaian atau serapan per bulan/triwulan dihitung ulang dari realisasi dan target (atau pagu) kolom yang dipakai
    sebagian besar barisnya. Recomputes the percentages of months and quarters, which are no record of the year, from
    the realisation of the same period and the target that most rows follow: that of the period, or the year's.

Why it matters
    Quarterly evaluation rests on these percentages long before the report of the year is written.

How a reviewer verifies it
    Divide the realisation of the quarter by its target.

Known false alarms
    A column that mixes two definitions on purpose and says so in a note.
"""

from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.number import Printed
from schemas.relation import Op, Relation
from schemas.table import Column, Role, Row, Table
from validators.columns import numbers, row_name
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.view import View, operand

_SHARES = (Role.CAPAIAN, Role.PERSEN)
_MONEY = frozenset({Role.ANGGARAN, Role.REALISASI_ANGGARAN})
_SPENT = frozenset({Role.REALISASI, Role.REALISASI_ANGGARAN})
_PLANNED = frozenset({Role.TARGET, Role.ANGGARAN})
_READINGS = ("P0", "P100", "P120", "P110", "P150", "fraction", "N1", "N2")
_LEAST = 3
_SHARE = 0.6


def check(view: View) -> Iterator[Relation]:
    """The relations of every percentage column of a period that most of its rows follow."""
    for table in view.document.tables:
        if len(table.rows) < _LEAST:
            continue
        for column in table.roles(*_SHARES):
            if column.period is not None and not _held(table, column):
                yield from _best(table, column)


def _held(table: Table, column: Column) -> bool:
    """True for a column whose numbers stand in records: other rules recompute them."""
    names = [n.place.column or "" for row in table.rows if (n := numbers(row, column)) is not None]
    return sum(not name[1:].isdigit() for name in names) * 2 > len(names)


def _best(table: Table, share: Column) -> list[Relation]:
    left = table.columns[: share.index]
    spent = next((c for c in reversed(left) if c.role in _SPENT and c.period == share.period), None)
    if spent is None:
        return []
    best: tuple[int, list[Relation]] = (0, [])
    for plan in left:
        if plan.role not in _PLANNED or plan.period not in (None, share.period):
            continue
        if (plan.role in _MONEY) is not (spent.role in _MONEY):
            continue
        made = [r for row in table.rows if (r := _relation(table, row, share, spent, plan))]
        telling = [r for r in made if all(node.printed.value for node in r.inputs)]
        hits = sum(judge(r).verdict in HOLDS for r in telling)
        if hits >= max(_LEAST, _SHARE * len(telling)) and hits >= best[0]:
            best = (hits, made)
    return best[1]


def _relation(table: Table, row: Row, share: Column, spent: Column, plan: Column) -> Relation | None:
    cells: list[Printed] = [n for c in (share, spent, plan) if (n := numbers(row, c)) is not None]
    if len(cells) != len((share, spent, plan)) or any(cell.value is None for cell in cells) or not cells[2].value:
        return None
    name = row_name(table, row)
    money = spent.role in _MONEY
    return Relation(
        rule=RULE.code,
        op=Op.RATIO if money else Op.FORMULA,
        result=operand(cells[0], name),
        inputs=(operand(cells[1], name), operand(cells[2], name).model_copy(update={"fixed": not money})),
        alternatives=() if money else _READINGS,
        context=table.id,
    )


RULE = Rule(
    code="A105",
    title_id="Capaian bulan atau triwulan tidak sesuai dengan target dan realisasinya",
    title_en="Percentage of a month or quarter does not follow from its target and realisation",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, recomputed {expected} ({computation})",
    check=check,
)
