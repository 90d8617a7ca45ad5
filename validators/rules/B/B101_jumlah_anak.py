"""Amounts of a row against the sum of the rows below it.

Apa yang diperiksa / What it does
    Anggaran dan realisasi sebuah program atau kegiatan dibandingkan dengan jumlah baris di bawahnya, kolom demi
    kolom. Compares each amount of a programme or kegiatan with the sum of its direct children, to the rupiah.

Why it matters
    A parent that is not the sum of its children means a lost row, a row pasted from elsewhere or a wrong digit, and
    every percentage and total above it is open.

How a reviewer verifies it
    Add up the rows below the parent in the same column; look for a kegiatan that is missing, for the pair of amounts
    of a neighbouring row, and for the same programme in the other tables.

Known false alarms
    A table that lists only some of the children ("antara lain"), rows lost at a page break by the extraction, and
    amounts printed in thousands or millions (half a unit for each row is allowed there).
"""

from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.relation import Relation
from validators.rule import Rule
from validators.sums import COLUMNS, sum_of, summands
from validators.view import View


def check(view: View) -> Iterator[Relation]:
    """One relation for each parent and column."""
    for parent, rows in view.children.items():
        whole = view.by_id.get(parent)
        parts = summands(rows)
        if whole is None or not parts or whole.tingkat == "total":
            continue
        for column in COLUMNS:
            relation = sum_of(view, RULE.code, whole, parts, column)
            if relation:
                yield relation


RULE = Rule(
    code="B101",
    title_id="Jumlah baris di bawahnya tidak sama dengan induk",
    title_en="Children do not add up to their parent",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, jumlah baris di bawahnya {expected}",
    message_en="{place}: {label} prints {printed}, the rows below it add up to {expected}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran III (akurasi data)",
)
