"""Totals of a table of counts against its rows and columns.

Apa yang diperiksa / What it does
    Tabel hitungan yang bukan tabel indikator atau anggaran, misalnya banyaknya indikator per predikat: baris "Jumlah"
    dibandingkan dengan baris di atasnya, kolom "Jumlah" dengan kolom yang dijumlahkannya. Tables that hold neither
    indicators nor budgets are added up downwards and across. A row or column counts as a total only where most of its
    numbers are one.

Why it matters
    Such tables carry the conclusion of a report: how many indicators reached which predicate, who works where.

How a reviewer verifies it
    Add up the rows above the total, and the columns beside it; one number that mends both is the wrong one.

Known false alarms
    Percentages, means and indices are left out, and so are totals most of whose numbers are no sum.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from schemas.finding import Category, Severity
from schemas.number import Form, Printed
from schemas.relation import Op, Operand, Relation
from schemas.table import Column, Kind, Row, Table
from validators.columns import numbers, row_name
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.view import View, operand

_WHOLE = re.compile(
    r"(?i)^\W*(?:sub\s*)?(?:jumlah|total)(?:\s+(?:total|keseluruhan|seluruhnya|seluruh|besar|akhir))?\W*$"
)
_SUMMED = re.compile(r"(?i)^\W*(?:jumlah|total)\b")
_UNSUMMED = re.compile(r"(?i)%|persen|prosen|\brata|\bnilai\b|indeks|\brasio|\bratio|\brate\b|tahun")
_YEAR = re.compile(r"(?i)\btahun\b(?:\s*(?:19|20)\d\d)?")
_LEAST = 3
_COLUMNS = 2
_SHARE = 0.75


def check(view: View) -> Iterator[Relation]:
    """The sums of every table of counts, across and downwards."""
    for table in view.document.tables:
        if table.kind is not Kind.LAINNYA or view.indikator.get(table.id) or view.anggaran.get(table.id):
            continue
        columns = [c for c in table.columns if _counted(table, c)]
        if len(columns) > 1 and len(table.rows) >= _LEAST:
            yield from _across(table, columns)
            yield from _downwards(table, columns)


def _counted(table: Table, column: Column) -> bool:
    """Whether a column holds whole numbers, in three rows at least, and no shares or years."""
    cells = [n for row in table.rows if (n := numbers(row, column)) is not None and n.value is not None]
    whole = all(n.value is not None and n.value % 1 == 0 and n.value >= 0 and "%" not in n.raw for n in cells)
    label = _YEAR.sub(" ", column.label) if column.year is not None else column.label  # "Tahun 2021": of that year
    return len(cells) >= _LEAST and whole and not _UNSUMMED.search(label)


def _across(table: Table, columns: Sequence[Column]) -> Iterator[Relation]:
    """Columns called Jumlah that most rows show to be the sum of the columns on one side of them."""
    for at, column in enumerate(columns):
        if not _SUMMED.search(column.label):
            continue
        runs = [columns[n:at] for n in range(at - 1)] + [columns[at + 1 : n] for n in range(at + 3, len(columns) + 1)]
        best: list[Relation] = []
        for run in runs:
            made = [r for row in table.rows if (r := _sum(table, row, column, run))]
            if _proven(made) and len([r for r in made if _holds(r)]) > len([r for r in best if _holds(r)]):
                best = made
        yield from best


def _sum(table: Table, row: Row, column: Column, run: Sequence[Column]) -> Relation | None:
    whole, parts = numbers(row, column), [(c, n) for c in run if (n := numbers(row, c)) is not None]
    if whole is None or len(parts) < len(run):
        return None
    return _relation(table, row, (column, whole), parts)


def _proven(made: Sequence[Relation]) -> bool:
    """Most rows hold, and three of them by adding up more than one number."""
    held = [r for r in made if _holds(r)]
    telling = [r for r in held if sum(bool(n.printed.value) for n in r.inputs) > 1]
    return len(telling) >= _LEAST and len(held) >= _SHARE * len(made)


def _downwards(table: Table, columns: Sequence[Column]) -> Iterator[Relation]:
    """Rows called Jumlah, most columns of which are the sum of one choice of the rows above them."""
    above: list[Row] = []
    totals: list[Row] = []
    since = 0
    for row in table.rows:
        if not _is_total(table, row):
            above.append(row)
            continue
        for rows in (above[since:], above, totals):
            made = [r for column in columns if (r := _down(table, row, column, rows))]
            telling = [r for r in made if _holds(r) and r.result.printed.value]
            if len(telling) >= _COLUMNS and sum(map(_holds, made)) >= _SHARE * len(made):
                yield from made
                break
        totals.append(row)
        since = len(above)


def _is_total(table: Table, row: Row) -> bool:
    return any(
        cell is not None and _WHOLE.match(cell.text) for c, cell in zip(table.columns, row.cells, strict=True) if c
    )


def _down(table: Table, row: Row, column: Column, rows: Iterable[Row]) -> Relation | None:
    found = [n for r in rows if (n := numbers(r, column)) is not None and n.form is not Form.MISSING]  # a dash is none
    whole, parts = numbers(row, column), [(column, n) for n in found]
    return None if whole is None or len(parts) < 2 else _relation(table, row, (column, whole), parts)


def _relation(
    table: Table, row: Row, whole: tuple[Column, Printed], parts: Sequence[tuple[Column, Printed]]
) -> Relation:
    name = row_name(table, row)
    return Relation(
        rule=RULE.code,
        op=Op.SUM,
        result=_node(name, *whole),
        inputs=tuple(_node(name, *part) for part in parts),
        context=table.id,
    )


def _node(name: str, column: Column, count: Printed) -> Operand:
    """A count stands for itself alone, however it was read."""
    return operand(count.model_copy(update={"exact": True}), f"{name} ({column.label})")


def _holds(relation: Relation) -> bool:
    return judge(relation).verdict in HOLDS


RULE = Rule(
    code="B105",
    title_id="Jumlah pada tabel hitungan tidak sesuai",
    title_en="Total of a table of counts does not add up",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, hasil penjumlahannya {expected}",
    message_en="{place}: {label} prints {printed}, the sum is {expected}",
    check=check,
)
