"""Percentage in a sentence against the amounts it stands beside.

Apa yang diperiksa / What it does
    Kalimat yang menyebut realisasi, anggaran, dan persentasenya dihitung ulang. Recomputes clauses that name an
    amount, a budget and a percentage. When only the amount and the percentage are named, the stated budgets and the
    totals of the tables are tried as the base; it disagrees only if the clause names its base.

Why it matters
    Percentages quoted in the summary are what readers remember; a wrong base (the whole budget in place of belanja
    langsung) changes the message.

How a reviewer verifies it
    Divide the amount by the budget that the sentence names, then by the other budgets of the report.

Known false alarms
    A sentence that lists several amounts and percentages in one row, so that the pairs are not certain.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.records import Klaim, KlaimKind
from schemas.relation import Op, Relation
from validators.rule import Rule
from validators.view import View, operand

_EACH = re.compile(r"(?i)masing\s*[-–]?\s*masing|berturut\s*[-–]?\s*turut")


def check(view: View) -> Iterator[Relation]:
    """One relation for each clause with exactly one amount, one budget and one percentage."""
    groups: dict[str, list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim:
        if klaim.group and klaim.value is not None:
            groups[klaim.group].append(klaim)
    for group in groups.values():
        spent = [k for k in group if k.kind is KlaimKind.AMOUNT and k.measure == "realisasi"]
        budget = [k for k in group if k.kind is KlaimKind.AMOUNT and k.measure == "anggaran"]
        percent = [k for k in group if k.kind is KlaimKind.PERCENT]
        if len(spent) == len(budget) == len(percent) == 1 and not any(_EACH.search(k.text + k.subject) for k in group):
            a, b, p = spent[0], budget[0], percent[0]
            assert a.value is not None
            assert b.value is not None
            assert p.value is not None
            yield Relation(
                rule=RULE.code,
                op=Op.RATIO,
                result=operand(p.value, p.subject or a.subject, p.id),
                inputs=(operand(a.value, a.subject, a.id), operand(b.value, b.subject, b.id)),
                alternatives=("ratio", "remainder"),
            )


RULE = Rule(
    code="A501",
    title_id="Persentase dalam kalimat tidak sesuai dengan jumlah yang disebut",
    title_en="Percentage in a sentence does not follow from its amounts",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, recomputed {expected} ({computation})",
    check=check,
)
