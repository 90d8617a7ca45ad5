"""The same table printed twice.

Apa yang diperiksa / What it does
    Membandingkan baris setiap pasang tabel sejenis. Compares the rows of every two tables of one kind; a table whose
    rows all stand in another one, word for word or nearly so, is a copy.

Why it matters
    A copied page means that a page of its own is missing, or that two versions of one table are in force at once; a
    dataset built from the document counts every row twice.

How a reviewer verifies it
    Lay both places side by side: are they the same page, bound in twice, or two versions with different wording?

Known false alarms
    An agreement, a matrix or an IKU table shown in the body of a report and once more in its annex is as it should
    be, and so are agreements of several officials that share targets, and a measurement shown in the summary and
    again in its chapter. They are passed over, and so are tables of one row: an indicator is measured under its
    sasaran and compared below in the same words. Numbers that were pasted into the row of another indicator are told
    by D402, which knows what the other tables print for it.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Jenis
from schemas.table import Kind, Row, Table
from validators.copies import EXACT, NEAR, likeness
from validators.rule import Rule
from validators.view import View

_SHOWN = 4
_LEAST = 2
_CLOSE = 3

ANNEXED = frozenset({Kind.PERJANJIAN_KINERJA, Kind.ANGGARAN_PROGRAM, Kind.TARGET_RENSTRA, Kind.RKT, Kind.IKU})
"""Kinds that a report quotes in its body and prints again in an annex."""

MONEY = frozenset({Kind.REALISASI_ANGGARAN, Kind.ANGGARAN_PROGRAM})
STRICT = MONEY | {Kind.LAINNYA}
"""Kinds whose near copies are other tables: the programmes of one sasaran stand in the budget table too."""
_MOST = Decimal("0.75")


def check(view: View) -> Iterator[Finding]:
    """One finding for each table that is a copy of an earlier one."""
    found: set[str] = set()
    for first, second in combinations(view.document.tables, 2):
        if second.id in found or first.kind is not second.kind or len(first.columns) != len(second.columns):
            continue
        if _annexed(view, first.kind) or min(len(first.rows), len(second.rows)) < _LEAST or _apart(view, first, second):
            continue
        alike = likeness(first, second)
        if alike < NEAR or (first.kind in STRICT and alike < EXACT) or (first.kind in MONEY and _part(first, second)):
            continue
        found.add(second.id)
        yield _finding(view, first, second, alike)


def _part(first: Table, second: Table) -> bool:
    """Whether one of the tables holds little of the other: an extract, not a copy."""
    short, long = sorted((len(first.rows), len(second.rows)))
    return short < long * _MOST


def _annexed(view: View, kind: Kind) -> bool:
    """In a report, body and annex may show the same; in a decree or agreement itself nothing is shown twice."""
    own = {Jenis.IKU: Kind.IKU, Jenis.PERJANJIAN_KINERJA: Kind.LAINNYA}.get(view.document.identity.jenis)
    return kind in ANNEXED and kind is not own


def _apart(view: View, first: Table, second: Table) -> bool:
    """In a report the summary and later chapters may show a table again; a page bound in twice stands close by."""
    report = view.document.identity.jenis is Jenis.LKIP and bool(first.pages and second.pages)
    return report and second.pages[0] - first.pages[-1] > _CLOSE


def _finding(view: View, first: Table, second: Table, alike: float) -> Finding:
    exact = alike == EXACT
    return RULE.finding(
        _evidence(second),
        _evidence(first),
        *(_row(second, row) for row in second.rows[:_SHOWN]),
        printed=second.caption or view.caption(second.id),
        first=view.caption(first.id) if first.number else first.id,
        second=view.caption(second.id) if second.number else second.id,
        rows=str(min(len(first.rows), len(second.rows))),
        how=("sama persis", "word for word") if exact else ("hampir sama", "nearly word for word"),
        suggestion=(
            "Periksa apakah satu halaman terjilid dua kali; pertahankan satu tabel dan lengkapi baris yang hilang.",
            "See whether a page was bound in twice; keep one table and complete the rows that are missing.",
        ),
    )


def _evidence(table: Table) -> Evidence:
    return Evidence(
        page=table.pages[0] if table.pages else None,
        line=table.lines[0] if table.lines else None,
        table=table.id,
        raw=table.caption or (table.rows[0].text(0) if table.rows else ""),
    )


def _row(table: Table, row: Row) -> Evidence:
    texts = [cell.text for cell in row.cells if cell is not None and cell.text.strip()]
    return Evidence(page=row.page, line=row.line, table=table.id, row=row.index, raw=" ".join(texts[:2]))


RULE = Rule(
    code="K101",
    title_id="Tabel tercetak dua kali",
    title_en="Table printed twice",
    category=Category.DUPLICATE_TABLE,
    severity=Severity.WARNING,
    message_id="{place}: tabel {second} memuat {rows} baris yang {how} dengan tabel {first}",
    message_en="{place}: table {second} repeats {rows} rows of table {first} {how}",
    check=check,
)
