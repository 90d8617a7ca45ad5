"""Printed percentage of a budget row against its own amounts.

Apa yang diperiksa / What it does
    Persentase pada baris anggaran dihitung ulang dari realisasi dibagi anggaran baris itu sendiri.
    Recomputes the percentage of a budget row as realisasi divided by anggaran × 100. A ratio printed as a
    fraction (0,93) and the unspent remainder are tried too.

Why it matters
    The absorption rate is what the efficiency of an activity is judged by; a percentage that does not follow
    from its row misleads every comparison with it.

How a reviewer verifies it
    Divide the realisasi of the row by its anggaran. Try the budget before revision as well, and the copy of the
    row in the other tables.

Known false alarms
    A percentage computed from unrounded amounts when the table prints thousands or millions of rupiah. A share
    of the total budget printed in a column called "%".
"""

from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.relation import Op, Relation
from validators.rule import Rule
from validators.view import View, operand


def check(view: View) -> Iterator[Relation]:
    """One relation for each row that prints anggaran, realisasi and a percentage."""
    for row in view.document.anggaran:
        if row.anggaran is None or row.realisasi is None or row.persen is None:
            continue
        if row.anggaran.value == 0:
            continue
        yield Relation(
            rule=RULE.code,
            op=Op.RATIO,
            result=operand(row.persen, row.uraian),
            inputs=(operand(row.realisasi, row.uraian), operand(row.anggaran, row.uraian)),
            alternatives=("ratio", "fraction", "remainder"),
            context=row.table,
        )


RULE = Rule(
    code="A201",
    title_id="Persentase serapan tidak sama dengan realisasi dibagi anggaran",
    title_en="Absorption percentage is not realisation over budget",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, recomputed {expected} ({computation})",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran III (akurasi data)",
)
