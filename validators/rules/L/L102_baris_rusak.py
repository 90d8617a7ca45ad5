"""Rows whose cells have moved.

Apa yang diperiksa / What it does
    Mencari baris yang angkanya berada di kolom nama dan namanya di kolom angka. Looks for rows that print words in
    columns of numbers and numbers in columns of names.

Why it matters
    A row that slipped by one column is read with wrong values, by people and by programs.

How a reviewer verifies it
    Look at the row on the page: is a cell missing on its left?

Known false alarms
    Rows of headings and notes; only rows with both faults in a table whose other rows have neither are told.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Role, Row, Table
from validators.rule import Rule
from validators.view import View

_NAMES = (Role.INDIKATOR, Role.URAIAN, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN)
_VALUES = (Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.ANGGARAN, Role.REALISASI_ANGGARAN, Role.PERSEN)
_AMOUNT = re.compile(r"\W*(?:Rp\.?\s*)?\d[\d.,]*\s*%?\W*")
_WORDS = re.compile(r"[A-Za-z]{4,}\s+[A-Za-z]{4,}")
_ENOUGH = 4


def check(view: View) -> Iterator[Finding]:
    """One note for each table."""
    for table in view.document.tables:
        names, values = table.roles(*_NAMES), table.roles(*_VALUES)
        if not names or not values or len(table.rows) < _ENOUGH:
            continue
        moved = [row for row in table.rows if _moved(table, row)]
        if moved and len(moved) * _ENOUGH <= len(table.rows):
            yield RULE.finding(
                *(_evidence(table, row) for row in moved), printed=_text(moved[0]), count=str(len(moved))
            )


def _moved(table: Table, row: Row) -> bool:
    named = any(_AMOUNT.fullmatch(row.text(c.index)) for c in table.roles(*_NAMES) if row.text(c.index))
    worded = any(_WORDS.search(row.text(c.index)) for c in table.roles(*_VALUES))
    return named and worded


def _text(row: Row) -> str:
    return " | ".join(" ".join(cell.text.split()) for cell in row.cells if cell is not None and cell.text.strip())[:120]


def _evidence(table: Table, row: Row) -> Evidence:
    return Evidence(page=row.page, line=row.line, table=table.id, row=row.index, raw=_text(row))


RULE = Rule(
    code="L102",
    title_id="Baris dengan sel bergeser",
    title_en="Row whose cells have moved",
    category=Category.STRUCTURE,
    severity=Severity.INFO,
    message_id="{place}: sel bergeser pada {count} baris: {printed}",
    message_en="{place}: cells have moved in {count} rows: {printed}",
    check=check,
)
