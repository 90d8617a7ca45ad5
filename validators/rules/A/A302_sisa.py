"""Printed remainder of a budget row against budget less realisation.

Apa yang diperiksa / What it does
    Kolom sisa anggaran dihitung ulang: anggaran dikurangi realisasi. Recomputes the unspent budget of each row; the
    other direction (realisasi − anggaran), no sign, and the share of the budget that is left are tried too.

Why it matters
    The remainder is quoted as efficiency or as the amount returned to the treasury.

How a reviewer verifies it
    Subtract the realisasi of the row from its anggaran.

Known false alarms
    A column called "sisa" that holds the difference to another stage of the budget.
"""

from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.relation import Op, Relation
from validators.rule import Rule
from validators.view import View, operand


def check(view: View) -> Iterator[Relation]:
    """One relation for each row with anggaran, realisasi and sisa."""
    for row in view.document.anggaran:
        if row.anggaran is None or row.realisasi is None or row.sisa is None:
            continue
        names = ("points", "unsigned points", "reversed")
        yield Relation(
            rule=RULE.code,
            op=Op.DIFFERENCE,
            result=operand(row.sisa, row.uraian),
            inputs=(operand(row.anggaran, row.uraian), operand(row.realisasi, row.uraian)),
            alternatives=names if row.sisa.exact and row.sisa.unit != "%" else (*names, "share left"),
            context=row.table,
        )


RULE = Rule(
    code="A302",
    title_id="Sisa anggaran tidak sama dengan anggaran dikurangi realisasi",
    title_en="Remainder is not budget less realisation",
    category=Category.DIFFERENCE,
    severity=Severity.ERROR,
    message_id="{place}: sisa {label} tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: remainder of {label} prints {printed}, recomputed {expected} ({computation})",
    check=check,
)
