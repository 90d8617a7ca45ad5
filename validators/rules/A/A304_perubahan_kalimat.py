"""A change stated in a sentence against the two figures it stands between.

Apa yang diperiksa / What it does
    Kenaikan atau penurunan yang disebut di samping dua persentase dihitung ulang, dalam poin dan relatif. Recomputes
    a stated rise or fall of the absorption beside exactly two absorption percentages: in percentage points, as a
    relative change of either, and as the relative change of the amounts.

Why it matters
    The direction and size of a change is what a comparison with last year is for.

How a reviewer verifies it
    Subtract the two percentages; divide the difference by the older one.

Known false alarms
    A change of a third quantity named in the same sentence.
"""

from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind
from validators import agreement
from validators.readings import Interval, Reading, relative, subtract, unsigned
from validators.rule import Rule
from validators.view import View
from validators.wording import show

_REACH = 4


def check(view: View) -> Iterator[Finding]:
    """One finding for each stated change that no reading gives."""
    claims = view.document.klaim
    for at, klaim in enumerate(claims):
        if klaim.kind is not KlaimKind.PERCENT or klaim.measure != "selisih" or klaim.value is None:
            continue
        near = [k for k in claims[max(0, at - _REACH) : at + _REACH + 1] if _beside(k, klaim)]
        pair = [k for k in near if k.kind is KlaimKind.PERCENT and k.measure == "serapan"]
        if len(pair) != 2:
            continue
        amounts = [k for k in near if k.kind is KlaimKind.AMOUNT and k.measure == "realisasi"]
        if not _fits(klaim, pair) and not (len(amounts) == 2 and _fits(klaim, amounts)):
            yield _told(klaim, pair)


def _beside(other: Klaim, klaim: Klaim) -> bool:
    same = (other.place.page, other.place.line) == (klaim.place.page, klaim.place.line)
    return same and other is not klaim and other.value is not None and other.value.value is not None


def _fits(klaim: Klaim, pair: list[Klaim]) -> bool:
    assert klaim.value is not None
    stands = agreement.interval_of(klaim.value)
    spans = [i for k in pair if k.value is not None and (i := agreement.input_of(k.value))]
    readings: tuple[Reading, ...] = (unsigned(subtract), unsigned(relative))
    for order in (spans, spans[::-1]):
        for reading in readings:
            got: Interval | None = reading(order)
            if stands is not None and got is not None and stands.meets(got):
                return True
    return False


def _told(klaim: Klaim, pair: list[Klaim]) -> Finding:
    assert klaim.value is not None
    values = [k.value.value for k in pair if k.value is not None and k.value.value is not None]
    high, low = max(values), min(values)
    points = high - low
    share = points / max(values, key=abs) * 100 if high else Decimal(0)
    return RULE.finding(
        Evidence.of(klaim.value),
        *(Evidence.of(k.value) for k in pair if k.value is not None),
        expected=f"{show(points, 2)} poin",
        computation=f"{show(high)} − {show(low)} = {show(points)}; relatif {show(share, 2)} %",
        label=klaim.subject,
        keys=(klaim.id,),
        expected_value=points,
    )


RULE = Rule(
    code="A304",
    title_id="Kenaikan atau penurunan dalam kalimat tidak sesuai",
    title_en="Stated change does not follow from its figures",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: perubahan tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: change prints {printed}, recomputed {expected} ({computation})",
    check=check,
)
