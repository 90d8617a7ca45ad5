"""Amounts of the years of a plan against the total that the same row prints.

Apa yang diperiksa / What it does
    Pada tabel pendanaan Renstra, rupiah setiap tahun dijumlahkan ke samping dan dibandingkan dengan kolom jumlah atau
    kondisi akhir baris itu. In a table with an amount for each of three years or more, these are added up along the
    row and held against the column called total or end of the period, where most rows show it to be their sum.

Why it matters
    The total of the period is what the plan asks for; a year that was changed alone leaves it behind.

How a reviewer verifies it
    Add up the years of the row; look which of the years differs from its kegiatan.

Known false alarms
    Tables whose last column repeats the last year are left out: most of their rows are no sum.
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from schemas.finding import Category, Severity
from schemas.number import Form
from schemas.relation import Op, Relation
from schemas.table import Column, Role, Row, Table
from validators.columns import numbers, row_name
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.view import View, operand

_TOTAL = re.compile(r"(?i)\b(?:jumlah|total|akhir|selama)\b")
_MONEY = (Role.ANGGARAN, Role.REALISASI_ANGGARAN)
_YEARS = 3
_LEAST = 3


def check(view: View) -> Iterator[Relation]:
    """One relation for each row of every column that most rows show to be the sum of the years."""
    for table in view.document.tables:
        columns = table.roles(*_MONEY)
        names = {row.row: row.uraian for row in view.anggaran.get(table.id, ())}
        for total in columns:
            years = _years(columns, total)
            if len(years) >= _YEARS:
                made = [relation for row in table.rows if (relation := _relation(table, row, total, years, names))]
                held = sum(judge(relation).verdict in HOLDS for relation in made)
                if held >= _LEAST and held * 2 > len(made):
                    yield from made


def _years(columns: Sequence[Column], total: Column) -> list[Column]:
    """The columns of single years beside a total of the same kind; none when a year has two."""
    if not _TOTAL.search(total.label):
        return []
    found = [c for c in columns if c.role is total.role and c.year is not None and not _TOTAL.search(c.label)]
    return found if len({c.year for c in found}) == len(found) else []


def _relation(
    table: Table, row: Row, total: Column, years: Sequence[Column], names: Mapping[int, str]
) -> Relation | None:
    result = numbers(row, total)
    found = [cell for c in years if (cell := numbers(row, c)) is not None and cell.form is not Form.MISSING]
    if result is None or result.form is Form.MISSING or len(found) < 2:
        return None
    name = names.get(row.index) or row_name(table, row)
    return Relation(
        rule=RULE.code,
        op=Op.SUM,
        result=operand(result, name),
        inputs=tuple(operand(cell, name) for cell in found),
        context=table.id,
    )


RULE = Rule(
    code="A106",
    title_id="Jumlah tahun-tahun tidak sama dengan kolom jumlahnya",
    title_en="The years of a row do not add up to its total",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, jumlah tahun-tahunnya {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, its years add up to {expected} ({computation})",
    check=check,
)
