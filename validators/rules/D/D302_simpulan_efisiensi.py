"""The conclusion about efficiency against the table of efficiency.

Apa yang diperiksa / What it does
    "Tidak ada efisiensi" di penutup, padahal tabel efisiensi memuat baris yang dinilai efisien. A conclusion that
    there was no efficiency is held against the rows of the report's own table of efficiency.

Why it matters
    Bab IV tells the head of the agency the opposite of Bab III.

How a reviewer verifies it
    Read the last column of the table of efficiency.

Known false alarms
    "Tidak efisien" said of one sasaran; only sentences about efficiency as such are read.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Kind
from validators.rule import Rule
from validators.view import View

_NONE = re.compile(r"(?i)\b(?:tidak|belum)\s+(?:ada|terdapat|terjadi)(?:nya)?\s+efisiensi\b")
_YES = re.compile(r"(?i)^\W*efisien\W*$")


def check(view: View) -> Iterator[Finding]:
    """One finding for each such sentence when a row is called efisien."""
    rows = [
        Evidence(page=row.page, line=row.line, table=table.id, row=row.index, raw=row.text(column.index))
        for table in view.document.tables
        if table.kind is Kind.EFISIENSI
        for row in table.rows
        for column in table.columns
        if _YES.match(row.text(column.index))
    ]
    whole = sum(len(t.rows) for t in view.document.tables if t.kind is Kind.EFISIENSI)
    if not rows:
        return
    lines = view.document.lines
    for before, line in pairwise((None, *lines)):
        text = line.text if line is not None else ""
        joined = f"{before.text} {text}" if before is not None and before.page is not None else text
        found = _NONE.search(text) or (_NONE.search(joined) if not (before and _NONE.search(before.text)) else None)
        if found and line is not None:
            yield RULE.finding(
                Evidence(page=line.page, line=line.line, raw=found.group(), bbox=line.bbox),
                *rows[:6],
                printed=found.group(),
                expected=f"{len(rows)} Efisien",
                count=str(len(rows)),
                whole=str(whole),
            )


RULE = Rule(
    code="D302",
    title_id="Simpulan efisiensi bertentangan dengan tabel",
    title_en="Conclusion on efficiency contradicts the table",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: disebut {printed}, tabel efisiensi menilai {count} dari {whole} baris efisien",
    message_en="{place}: the text says {printed}, the table calls {count} of {whole} rows efisien",
    check=check,
)
