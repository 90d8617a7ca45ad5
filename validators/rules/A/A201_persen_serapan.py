"""Printed percentage of a budget row against its own amounts.

Apa yang diperiksa / What it does
    Persentase pada baris anggaran dihitung ulang dari realisasi dibagi anggaran baris itu sendiri.
    Recomputes the percentage of a budget row as realisasi divided by anggaran × 100. A ratio printed as a
    fraction (0,93) and the unspent remainder are tried too. A heading that prints its percentage alone (Belanja
    Langsung over its programmes) is held against the sums of the rows below it, and against the mean of theirs.

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
from schemas.number import Printed
from schemas.records import Anggaran
from schemas.relation import Op, Relation
from validators.rule import Rule
from validators.sums import summands
from validators.view import View, operand, usable

_MOST = 7  # rows below a heading: formulas name up to 23 inputs, three for each row


def check(view: View) -> Iterator[Relation]:
    """One relation for each row that prints anggaran, realisasi and a percentage."""
    for row in view.document.anggaran:
        if row.persen is not None and row.anggaran is None and row.realisasi is None:
            yield from _of_rows_below(view, row, row.persen)
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


def _of_rows_below(view: View, row: Anggaran, share: Printed) -> Iterator[Relation]:
    """The percentage of a row without amounts: its children's realisasi over their anggaran, or the mean of theirs."""
    below = summands(view.children.get(row.id, ()))
    spent, planned, shares = ([getattr(part, name) for part in below] for name in ("realisasi", "anggaran", "persen"))
    if not 2 <= len(below) <= _MOST or not all(usable(cell) for cell in (*spent, *planned, *shares)):
        return
    names = [[chr(ord("a") + at + start) for at in range(len(below))] for start in (0, len(below), 2 * len(below))]
    realised, budget, percents = ("+".join(letters) for letters in names)
    yield Relation(
        rule=RULE.code,
        op=Op.FORMULA,
        result=operand(share, row.uraian),
        inputs=tuple(
            operand(cell, part.uraian)
            for cells in (spent, planned, shares)
            for cell, part in zip(cells, below, strict=True)
        ),
        alternatives=(f"({realised})/({budget})*100", f"({percents})/{len(below)}"),
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
