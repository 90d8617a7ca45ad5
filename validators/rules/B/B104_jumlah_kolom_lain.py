"""Amounts of months, quarters and plans against the sum of the rows below.

Apa yang diperiksa / What it does
    Kolom rupiah yang bukan angka tahun laporan (triwulan, bulan, target Renstra, prakiraan maju) dijumlahkan menurut
    susunan baris tabelnya. Columns of amounts that no record of the year holds are added up along the rows of their
    table, programme by programme and for the total. A column is checked only where most of its sums hold.

Why it matters
    Quarterly and mid-term columns are checked least and quoted most in the next evaluation.

How a reviewer verifies it
    Add up the rows below the parent in that column.

Known false alarms
    A programme whose kegiatan of other agencies are left out; columns in which only some rows are filled in.
"""

from collections.abc import Iterable, Iterator, Sequence

from schemas.finding import Category, Severity
from schemas.number import Form, Printed
from schemas.records import Anggaran, Tingkat
from schemas.relation import Relation
from schemas.table import Column, Role, Table
from validators.columns import numbers
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.sums import FAR, groupings, sum_of_cells, summands
from validators.view import View

_MONEY = (Role.ANGGARAN, Role.REALISASI_ANGGARAN, Role.SISA)
_LEAST = 2  # sums of a column that must hold
_OWN = frozenset({"anggaran", "anggaran_sebelum", "realisasi", "realisasi anggaran", "persen", "sisa"})


def check(view: View) -> Iterator[Relation]:
    """One relation for each parent and total of every column that adds up in most places."""
    for table in view.document.tables:
        rows = view.anggaran.get(table.id) or view.baris_periode.get(table.id, ())
        if len(rows) <= _LEAST:
            continue
        for column in table.roles(*_MONEY):
            cells = _cells(table, column)
            if len(cells) <= _LEAST or _held(cells.values()):
                continue
            relations = list(_sums(rows, cells, column, table))
            holding = sum(judge(relation).verdict in HOLDS for relation in relations)
            if holding >= _LEAST and holding * 2 >= len(relations):
                yield from relations


def _cells(table: Table, column: Column) -> dict[int, Printed]:
    """The amounts of a column by row."""
    found = {row.index: cell for row in table.rows if (cell := numbers(row, column)) is not None}
    return found if any(cell.form is not Form.MISSING for cell in found.values()) else {}


def _held(cells: Iterable[Printed]) -> bool:
    """True for a column whose numbers stand in the budget records: other rules add them up."""
    names = [cell.place.column in _OWN for cell in cells]
    return sum(names) * 2 > len(names)


def _sums(rows: Sequence[Anggaran], cells: dict[int, Printed], column: Column, table: Table) -> Iterator[Relation]:
    below: dict[str, list[Anggaran]] = {}
    for row in rows:
        if row.induk:
            below.setdefault(row.induk, []).append(row)
    for at, whole in enumerate(rows):
        if whole.tingkat is Tingkat.TOTAL:
            options = [parts for _, parts in groupings(rows, at)]
            made = [r for parts in options if (r := _sum(whole, parts, cells, column, table))]
            holding = [r for r in made if judge(r).verdict in HOLDS]
            yield from (holding or made)[:1]
        elif (parts := summands(below.get(whole.id, ()))) and (r := _sum(whole, parts, cells, column, table)):
            yield r


def _sum(
    whole: Anggaran, parts: Sequence[Anggaran], cells: dict[int, Printed], column: Column, table: Table
) -> Relation | None:
    named = [(part.uraian, cells.get(part.row)) for part in parts]
    label = f"{whole.uraian[:40]} ({_name(column)})"
    relation = sum_of_cells(RULE.code, (label, cells.get(whole.row)), named, table.id, column.scale)
    return None if relation is None or FAR in relation.note else relation


def _name(column: Column) -> str:
    """How people call the column: its period, or the last words of its label."""
    if column.period is not None:
        return f"{'s.d. ' if column.period.to_date else ''}{column.period.unit} {column.period.order}"
    return column.label[-40:].strip()


RULE = Rule(
    code="B104",
    title_id="Kolom triwulan atau rencana tidak sama dengan jumlah baris di bawahnya",
    title_en="A column of quarters or plans does not add up",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, jumlah baris di bawahnya {expected}",
    message_en="{place}: {label} prints {printed}, the rows below it add up to {expected}",
    check=check,
)
