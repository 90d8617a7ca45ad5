"""Pages or numbers that could not be read reliably.

Apa yang diperiksa / What it does
    Memberi tahu halaman pindai, tabel yang susunannya diragukan, dan angka yang tidak terbaca. Tells of scanned
    pages, tables whose structure is doubtful and numbers that could not be read.

Why it matters
    What was not read was not checked; silence about it is no agreement.

How a reviewer verifies it
    Look at the page itself, or ask for the original file.

Known false alarms
    None: this is a note about the reading, not about the report.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.reading import TextLayer, Unread
from validators.compared import left_unread
from validators.rule import Rule
from validators.view import View

_DOUBTFUL = 0.5
_TABLE = re.compile(r"^table (t\d+)\b")
_SHOWN = 20
_SCANNED = {
    TextLayer.SCAN: (
        "seluruh dokumen hasil pindai (gambar tanpa teks) dan tidak terbaca",
        "the whole document is scanned (pictures without text) and could not be read",
    ),
    TextLayer.MIXED: (
        "sebagian halaman hasil pindai (gambar tanpa teks) dan tidak terbaca",
        "some pages are scanned (pictures without text) and could not be read",
    ),
}


def check(view: View) -> Iterator[Finding]:
    """One note each for scans, doubtful tables and what was left unread."""
    document = view.document
    if document.source.text_layer in (TextLayer.SCAN, TextLayer.MIXED):
        yield RULE.finding(
            Evidence(page=1, raw=document.source.text_layer.value),
            printed=document.source.text_layer.value,
            what=_SCANNED[document.source.text_layer],
            confidence=Decimal("0.5"),
        )
    doubtful = [table for table in document.tables if table.score < _DOUBTFUL]
    if doubtful:
        yield RULE.finding(
            *(Evidence(page=t.pages[0] if t.pages else None, table=t.id, raw=t.caption) for t in doubtful[:_SHOWN]),
            what=(f"susunan {len(doubtful)} tabel diragukan", f"the structure of {len(doubtful)} tables is doubtful"),
        )
    unread = [u for u in left_unread(view).unread if u.numbers]
    if unread:
        numbers = sum(u.numbers for u in unread)
        yield RULE.finding(
            *(_evidence(u) for u in unread[:_SHOWN]),
            what=(f"{numbers} angka tidak terbaca sebagai data", f"{numbers} numbers were not read as data"),
        )


def _evidence(part: Unread) -> Evidence:
    """The place of a part: its table, or what is printed there; why it was not read stands under coverage."""
    table = _TABLE.match(part.what)
    quoted = part.what.partition(": ")[2] if table is None else ""
    return Evidence(page=part.page, line=part.line, table=table[1] if table else None, raw=quoted[:200])


RULE = Rule(
    code="L101",
    title_id="Bagian yang tidak terbaca pasti",
    title_en="Parts that were not read reliably",
    category=Category.OTHER,
    severity=Severity.INFO,
    message_id="{place}: {what}; bagian ini tidak ikut diperiksa sepenuhnya",
    message_en="{place}: {what}; this part was not fully checked",
    check=check,
)
