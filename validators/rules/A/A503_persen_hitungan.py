"""Percentage in a sentence against the two counts it names.

Apa yang diperiksa / What it does
    Kalimat "a … dari b … atau p %" dihitung ulang: a dibagi b. Recomputes a percentage that stands behind two counts
    joined by "dari"; the complement (b − a of b) is tried too.

Why it matters
    The two counts are the evidence for the percentage; when they do not give it, one of the three is wrong.

How a reviewer verifies it
    Divide the first count by the second.

Known false alarms
    A percentage that belongs to another pair of counts in a long sentence.
"""

import re
from collections.abc import Iterator, Sequence

from schemas.finding import Category, Severity
from schemas.records import Klaim, KlaimKind
from schemas.relation import Op, Relation
from validators.rule import Rule
from validators.view import View, operand

_OF = re.compile(r"(?i)(\d[\d.]*)\D{0,60}?\bdari\b\D{0,40}?(\d[\d.]*)\D{0,60}$")
_BACK = 4


def check(view: View) -> Iterator[Relation]:
    """One relation for each percentage whose own phrase names both counts."""
    claims = view.document.klaim
    for at, klaim in enumerate(claims):
        if klaim.kind is not KlaimKind.PERCENT or klaim.value is None:
            continue
        found = _OF.search(klaim.subject)
        if found is None:
            continue
        pair = [_count(claims[max(0, at - _BACK) : at], text) for text in found.groups()]
        part, whole = pair
        if part is None or whole is None or part.value is None or whole.value is None or not whole.value.value:
            continue
        yield Relation(
            rule=RULE.code,
            op=Op.RATIO,
            result=operand(klaim.value, klaim.subject, klaim.id),
            inputs=(operand(part.value, part.noun, part.id), operand(whole.value, whole.noun, whole.id)),
            alternatives=("ratio", "remainder"),
        )


def _count(claims: Sequence[Klaim], text: str) -> Klaim | None:
    return next(
        (
            k
            for k in reversed(claims)
            if k.kind is KlaimKind.COUNT and k.value is not None and k.value.raw.strip(" .") == text.strip(".")
        ),
        None,
    )


RULE = Rule(
    code="A503",
    title_id="Persentase tidak sesuai dengan dua hitungan yang disebut",
    title_en="Percentage does not follow from its two counts",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: prints {printed}, recomputed {expected} ({computation})",
    check=check,
)
