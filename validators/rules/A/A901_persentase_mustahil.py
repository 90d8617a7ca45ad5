"""Hint: a percentage that no whole number of the listed cases can give.

Apa yang diperiksa / What it does
    Persentase capaian suatu sasaran dibandingkan dengan semua pecahan yang mungkin dari banyaknya kasus yang didaftar
    untuk sasaran itu. When the text lists a few counted cases for a sasaran (n ≤ 20) and gives a percentage solved,
    the percentage must be k/n for some k.

Why it matters
    95 % of five complaints is a figure that was not counted.

How a reviewer verifies it
    Count the cases and those that were solved.

Known false alarms
    A percentage over more cases than the text lists.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind
from validators import agreement
from validators.readings import Interval
from validators.rule import Rule
from validators.view import View

_MOST = 20


def check(view: View) -> Iterator[Finding]:
    """One hint for each such percentage."""
    cases: dict[str, list[Klaim]] = defaultdict(list)
    for items in view.lists.values():
        counts = [k for k in items if k.kind is KlaimKind.COUNT and k.role == "item" and k.sasaran and k.value]
        if len(counts) > 1 and len({k.noun for k in counts}) == 1:
            cases[counts[0].sasaran or ""] += counts
    for klaim in view.document.klaim:
        found = cases.get(klaim.sasaran or "")
        if not found or klaim.kind is not KlaimKind.PERCENT or klaim.measure != "capaian" or klaim.value is None:
            continue
        total = sum(int(k.value.value) for k in found if k.value is not None and k.value.value is not None)
        stands = agreement.interval_of(klaim.value)
        if stands is None or not 1 < total <= _MOST:
            continue
        shares = [Decimal(k) * 100 / total for k in range(total + 1)]
        if not any(stands.meets(Interval(s, s)) for s in shares):
            yield RULE.finding(
                Evidence.of(klaim.value),
                *(Evidence.of(k.value) for k in found if k.value is not None),
                computation=f"k / {total} × 100",
                label=klaim.subject,
                total=str(total),
                keys=(klaim.id,),
                confidence=Decimal("0.6"),
            )


RULE = Rule(
    code="A901",
    title_id="Persentase tidak mungkin dari banyaknya kasus",
    title_en="Percentage impossible for the number of cases",
    category=Category.PERCENT,
    severity=Severity.INFO,
    message_id="{place}: {printed} tidak mungkin dari {total} kasus yang didaftar; perlu klarifikasi",
    message_en="{place}: {printed} is impossible for the {total} cases listed; please clarify",
    check=check,
    hint=True,
)
