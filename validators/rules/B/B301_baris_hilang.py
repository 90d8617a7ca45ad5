"""A row is missing from a table.

Apa yang diperiksa / What it does
    Bila jumlah baris kurang dari induknya dan selisihnya tercetak di tempat lain, baris itu hilang dari tabel. When
    the children lack exactly an amount that the document prints elsewhere (another table, a composition, a
    sentence), the row is reported as missing, once for all columns and tables that lack it.

Why it matters
    A kegiatan that is budgeted and spent but not reported has no output that anybody can judge.

How a reviewer verifies it
    Find the amount where the evidence points, then look for the kegiatan in the budget document.

Known false alarms
    An amount that is equal by chance; round amounts count only when both columns lack the same row.
"""

from collections.abc import Iterator

from schemas.finding import Category, Finding, Severity
from validators.rule import Rule
from validators.view import View


def check(view: View) -> Iterator[Finding]:
    """Nothing by itself: the diagnosis finds the pattern behind sums that fail."""
    yield from ()


RULE = Rule(
    code="B301",
    title_id="Baris hilang dari tabel",
    title_en="Row missing from the table",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}; barisnya {note}",
    message_en="{place}: {label} prints {printed}; its rows: {note}",
    check=check,
)
