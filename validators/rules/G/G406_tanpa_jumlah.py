"""A table of realised budgets without a total row.

Apa yang diperiksa / What it does
    Mencari laporan yang satu-satunya tabel realisasi anggarannya memuat beberapa program tanpa baris jumlah. Looks for
    reports whose only table of realised budgets lists several programmes and has no total row.

Why it matters
    Without a total nobody can tie the table to the budget that the text speaks of, and a missing row is not noticed.

How a reviewer verifies it
    Add the programmes and compare with the amount in the summary.

Known false alarms
    Tables split by programme, tables of selected kegiatan, and totals in a table of their own; a report with any
    total row among its realised budgets is passed over.
"""

from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Anggaran, Jenis, Tingkat
from schemas.table import Kind
from validators.rule import Rule
from validators.view import View
from validators.wording import show

_PROGRAMMES = 3
_ROWS = 8


def check(view: View) -> Iterator[Finding]:
    """At most one finding."""
    if view.document.identity.jenis is not Jenis.LKIP:
        return
    tables = [
        (table, rows)
        for table, rows in view.anggaran.items()
        if view.tables[table].kind is Kind.REALISASI_ANGGARAN and any(row.realisasi is not None for row in rows)
    ]
    if any(row.tingkat is Tingkat.TOTAL for _, rows in tables for row in rows):
        return
    full = [(table, top) for table, rows in tables if len(rows) >= _ROWS and len(top := _top(rows)) >= _PROGRAMMES]
    if len(full) != 1:
        return
    table, top = full[0]
    if len({row.uraian.casefold() for row in top}) < len(top) or _grouped(view.anggaran[table]):
        return
    values = [row.anggaran.value for row in top if row.anggaran is not None and row.anggaran.value is not None]
    sums = sum(values, Decimal(0)) if len(values) == len(top) else None
    if sums is not None and any(_carries(row, sums) for row in view.anggaran[table] if row not in top):
        return
    last = view.tables[table].rows[-1]
    yield RULE.finding(
        Evidence(page=top[0].page, line=top[0].line, table=table, row=top[0].row, raw=top[0].uraian),
        Evidence(page=last.page, line=last.line, table=table, row=last.index, raw=top[-1].uraian),
        printed="",
        expected=None if sums is None else show(sums),
        count=str(len(top)),
        suggestion=("Tambahkan baris jumlah.", "Add a total row."),
    )


def _grouped(rows: tuple[Anggaran, ...]) -> bool:
    """Whether rows above the programmes (misi, urusan, sasaran) carry their sums."""
    return any(row.tingkat is Tingkat.LAINNYA and row.anggaran is not None for row in rows)


def _carries(row: Anggaran, sums: Decimal) -> bool:
    """Whether a row prints the sum of the programmes under another name ("Belanja Daerah"), above or below them."""
    return row.anggaran is not None and row.anggaran.value == sums


def _top(rows: tuple[Anggaran, ...]) -> list[Anggaran]:
    return [row for row in rows if row.tingkat is Tingkat.PROGRAM and row.anggaran is not None]


RULE = Rule(
    code="G406",
    title_id="Tabel realisasi tanpa baris jumlah",
    title_en="Realisation table without a total row",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: tabel memuat {count} program tanpa baris jumlah (jumlah anggarannya {expected})",
    message_en="{place}: the table lists {count} programmes without a total row (their budgets add up to {expected})",
    check=check,
)
