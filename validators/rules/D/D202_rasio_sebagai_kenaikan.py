"""A ratio of two values quoted as their increase or decrease.

Apa yang diperiksa / What it does
    "Meningkat sebesar 105,88 %" di samping 17 dan 18: 105,88 % adalah rasio, kenaikannya 5,88 %. A stated change is
    held against the two values that stand beside it; when it equals their ratio and neither their difference nor
    their relative change, the ratio was quoted as a change.

Why it matters
    An increase of 105 % says that the value doubled.

How a reviewer verifies it
    (new − old) / old × 100 from the two values of the sentence or of the table.

Known false alarms
    "Meningkat menjadi …" (to, not by) is not read as a change. Sentences with more than two values of one unit are
    left alone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.records import Klaim, KlaimKind
from validators.facts import equals
from validators.rule import Rule
from validators.subjects import offset
from validators.view import View
from validators.wording import show

_CHANGE = re.compile(
    r"(?i)\b(?P<up>peningkatan|kenaikan|meningkat|naik|pertumbuhan|bertambah)|\b(?P<down>penurunan|menurun|turun|berkurang)"
)
_BY = re.compile(r"(?i)\bmenjadi\b|\bhingga\b|\bmencapai\b")
_REACH = 90  # characters between the word of change and the percentage
_HUNDRED = Decimal(100)


def check(view: View) -> Iterator[Finding]:
    """One finding for each change that is the ratio of the two values beside it."""
    claims = [k for k in view.document.klaim if k.kind in (KlaimKind.PERCENT, KlaimKind.COUNT)]
    texts = list(dict.fromkeys(k.text for k in claims))
    following = dict(pairwise(texts))
    by_text: dict[str, list[Klaim]] = {}
    for klaim in claims:
        by_text.setdefault(klaim.text, []).append(klaim)
    for klaim in claims:
        up = _direction(klaim)
        if up is None or klaim.value is None:
            continue
        for text in (klaim.text, following.get(klaim.text, "")):
            pair = _pair(klaim, by_text.get(text, []))
            if pair is not None:
                if _is_ratio(klaim.value, pair, up):
                    yield _told(klaim, pair, up)
                break


def _direction(klaim: Klaim) -> bool | None:
    """True for a rise, False for a fall, None when the percentage is no change."""
    at = offset(klaim)
    if klaim.kind is not KlaimKind.PERCENT or klaim.value is None or klaim.value.form is not Form.NUMBER or at < 0:
        return None
    lead = klaim.text[max(0, at - _REACH) : at]
    words = list(_CHANGE.finditer(lead))
    if not words or _BY.search(lead[words[-1].end() :]) or any(c.isdigit() for c in lead[words[-1].end() :]):
        return None
    return words[-1].group("up") is not None


def _pair(klaim: Klaim, beside: list[Klaim]) -> tuple[Printed, Printed] | None:
    """The only two other values of one unit in a sentence, as printed."""
    values = [
        k for k in beside if k is not klaim and k.value is not None and k.value.value and k.value.form is Form.NUMBER
    ]
    values = [k for k in values if k.measure not in ("selisih", "target") and _direction(k) is None]
    units = {(k.noun.split() or [""])[0] or (k.value.unit if k.value else "") for k in values}
    if len(values) != 2 or len(units) != 1 or values[0].value is None or values[1].value is None:
        return None
    return values[0].value, values[1].value


def _is_ratio(said: Printed, pair: tuple[Printed, Printed], up: bool) -> bool:
    low, high = sorted((pair[0].value or Decimal(0), pair[1].value or Decimal(0)))
    if low <= 0 or low == high:
        return False
    ratio = (high / low if up else low / high) * _HUNDRED
    change = (high - low) / (low if up else high) * _HUNDRED
    return equals(said, ratio) and not equals(said, change) and not equals(said, high - low)


def _told(klaim: Klaim, pair: tuple[Printed, Printed], up: bool) -> Finding:
    assert klaim.value is not None
    low, high = sorted((pair[0].value or Decimal(0), pair[1].value or Decimal(0)))
    base = low if up else high
    change = (high - low) / base * _HUNDRED
    return RULE.finding(
        Evidence.of(klaim.value),
        *(Evidence.of(value) for value in pair),
        expected=f"{show(change, 2)}%",
        expected_value=change,
        computation=f"({show(high)} − {show(low)}) / {show(base)} × 100 = {show(change, 2)}",
        keys=(klaim.id,),
        way=("kenaikan", "an increase") if up else ("penurunan", "a decrease"),
        first=show(low if up else high),
        second=show(high if up else low),
    )


RULE = Rule(
    code="D202",
    title_id="Rasio dikutip sebagai kenaikan atau penurunan",
    title_en="Ratio quoted as an increase or decrease",
    category=Category.NARRATIVE,
    severity=Severity.WARNING,
    message_id="{place}: {printed} disebut {way}, padahal itu rasio; dari {first} ke {second} perubahannya {expected}",
    message_en="{place}: {printed} is called {way} but is a ratio; from {first} to {second} the change is {expected}",
    check=check,
)
