"""Rows that carry the amounts of another row.

Apa yang diperiksa / What it does
    Baris induk yang anggaran dan realisasinya sama dengan milik baris lain, sementara jumlah anaknya berbeda,
    dilaporkan sekali untuk satu tabel. When a parent fails against its children in both columns and its pair of
    amounts belongs to another row (printed there, or the sum of that row's children), the rows of the table are
    reported as one shift; wrong totals and copies in other tables are its consequences.

Why it matters
    One paste error makes every total, percentage and comparison above it wrong; correcting the totals instead would
    hide it.

How a reviewer verifies it
    Compare the pair with the row above and below, with the first child, and with the same programme in the other
    tables.

Known false alarms
    Two rows that really have the same budget and realisation.
"""

from collections.abc import Iterator

from schemas.finding import Category, Finding, Severity
from validators.rule import Rule
from validators.view import View


def check(view: View) -> Iterator[Finding]:
    """Nothing by itself: the diagnosis finds the pattern behind sums that fail."""
    yield from ()


RULE = Rule(
    code="B201",
    title_id="Baris memuat angka baris lain",
    title_en="Row carries the amounts of another row",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}; {note}",
    message_en="{place}: {label} prints {printed}; {note}",
    check=check,
)
