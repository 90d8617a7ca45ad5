"""Percentage in a sentence against the two counts it names.

Apa yang diperiksa / What it does
    Kalimat "a … dari b … atau p %" dihitung ulang: a dibagi b. Recomputes a percentage that stands behind two counts
    joined by "dari"; the complement (b − a of b) is tried too. So is "terdapat b … p % atau a …": the count behind
    the percentage, of those that the sentence named before it. After "lebih kurang" it is a warning.

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
_BEHIND = re.compile(
    r"""(?ix)(?P<about>(?:lebih\s+kurang|kurang\s+lebih|sekitar|±)\s*)? (?<![\d.,])(?P<percent>\d[\d.,]*\s*%)
    \s*,?\s*(?:atau|yaitu|yakni)\s+(?:(?:ada|setara\s+dengan|sebanyak|sejumlah|hanya)\s+)?
    (?P<part>\d[\d.]*)(?:\s*\([\w\s]+\))?\s+(?P<noun>[a-z]{3,})"""
)
_SENTENCE = re.compile(r"(?<=[\w)])\.\s+(?=[A-Z][a-z]{3,})")
_BACK = 4


def check(view: View) -> Iterator[Relation]:
    """One relation for each percentage whose own phrase names both counts."""
    claims = view.document.klaim
    for at, klaim in enumerate(claims):
        if klaim.kind is not KlaimKind.PERCENT or klaim.value is None:
            continue
        found = _OF.search(klaim.subject)
        if found is None:
            yield from _behind(view, klaim)
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


def _behind(view: View, klaim: Klaim) -> Iterator[Relation]:
    """The percentage whose count stands behind it and whose whole the sentence named before."""
    assert klaim.value is not None
    for hit in _BEHIND.finditer(klaim.text):
        if "".join(hit["percent"].split()) != "".join(klaim.value.raw.split()):
            continue
        begin = max((m.end() for m in _SENTENCE.finditer(klaim.text, 0, hit.start())), default=0)
        named = list(
            re.finditer(
                rf"(?i)(?<![\d.,])(\d[\d.]*)(?:\s*\([\w\s]+\))?\s+{hit['noun']}\b", klaim.text[begin : hit.start()]
            )
        )
        if re.match(r"(?i)[^.;\d]{0,60}\bdari\b", klaim.text[hit.end() :]) or len(named) != 1:
            continue
        same = [k for k in view.document.klaim if k.text == klaim.text]
        part, whole = _count(same, hit["part"]), _count(same, named[0].group(1))
        if part is None or whole is None or part.value is None or whole.value is None or not whole.value.value:
            continue
        if part.value.value is not None and part.value.value <= whole.value.value:
            yield Relation(
                rule=RULE.code,
                op=Op.RATIO,
                result=operand(klaim.value, klaim.subject, klaim.id),
                inputs=(operand(part.value, part.noun, part.id), operand(whole.value, whole.noun, whole.id)),
                alternatives=("ratio", "remainder"),
                note="warning" if hit["about"] else "",
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
