"""Printed percentages of other years against the amounts of their own year.

Apa yang diperiksa / What it does
    Tabel anggaran beberapa tahun mencetak anggaran, realisasi, dan rasio untuk setiap tahun; rasio tahun-tahun yang
    bukan tahun laporan dihitung ulang juga. A table with budget, realisation and ratio for each of several years has
    the ratios of all years recomputed, not only those of the year that the records hold.

Why it matters
    The tables of a plan show how well earlier budgets were spent, and nobody looks at the single years again.

How a reviewer verifies it
    Divide the realisasi of the year by its anggaran.

Known false alarms
    Columns most of whose rows are no such ratio are left out.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.relation import Op, Relation
from schemas.table import Column, Role, Row, Table
from validators.columns import numbers, row_name
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.view import View, operand, usable

_RATIO = re.compile(r"(?i)%|persen|prosen|\brasio|serapan|tingkat")
_NTH = re.compile(r"(?i)\b(?:tahun|thn?)\.?\s*ke\s*[-–]?\s*([1-9]|i{1,3}|iv|vi{0,3})\s*$")
_LEAST = 2


def check(view: View) -> Iterator[Relation]:
    """One relation for each row and year that no budget record holds."""
    for table in view.document.tables:
        for share in table.columns:
            year = _year(share)
            if year is None or share.role not in (Role.PERSEN, Role.CAPAIAN, Role.LAINNYA):
                continue
            budget, spent = (_only(table, role, year) for role in (Role.ANGGARAN, Role.REALISASI_ANGGARAN))
            if budget is None or spent is None or not _RATIO.search(share.label):
                continue
            made = [r for row in table.rows if (r := _relation(table, row, share, spent, budget))]
            held = sum(judge(relation).verdict in HOLDS for relation in made)
            if held >= _LEAST and held * 2 >= len(made):
                yield from made


def _year(column: Column) -> int | str | None:
    """The year of a column, or its count in a plan that names no years."""
    count = _NTH.search(column.label)
    return column.year or (count.group(1).lower() if count else None)


def _only(table: Table, role: Role, year: int | str) -> Column | None:
    found = [c for c in table.roles(role) if _year(c) == year]
    return found[0] if len(found) == 1 else None


def _relation(table: Table, row: Row, share: Column, spent: Column, budget: Column) -> Relation | None:
    cells = [numbers(row, column) for column in (share, spent, budget)]
    if not all(usable(cell) for cell in cells) or (cells[0] is not None and cells[0].place.column == "persen"):
        return None  # what a record holds is recomputed there
    name = row_name(table, row)
    result, *inputs = [operand(cell, name) for cell in cells if cell is not None]
    if not inputs[1].printed.value:
        return None
    return Relation(
        rule=RULE.code,
        op=Op.RATIO,
        result=result,
        inputs=tuple(inputs),
        alternatives=("ratio", "fraction"),
        context=table.id,
    )


RULE = Rule(
    code="A202",
    title_id="Persentase tahun lain tidak sama dengan realisasi dibagi anggaran",
    title_en="Percentage of another year is not realisation over budget",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, recomputed {expected} ({computation})",
    check=check,
)
