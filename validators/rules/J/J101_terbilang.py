"""Numbers in words against the digits beside them.

Apa yang diperiksa / What it does
    Angka yang ditulis dengan huruf di dalam kurung dibandingkan dengan digitnya, termasuk angka Romawi. Compares
    "21 (dua puluh satu)" and amounts with their terbilang; words that cannot be read decide nothing.

Why it matters
    In formal documents digits and words must be the same; where they differ nobody can tell which one was meant.

How a reviewer verifies it
    Read the words aloud and compare; look for the same count or amount elsewhere in the report.

Known false alarms
    Cents left out of the words; words that stand for a rounded figure after "sekitar" or "lebih kurang".
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim
from validators.rule import Rule
from validators.view import View
from validators.wording import show

_ABOUT = re.compile(r"(?i)\b(?:sekitar|lebih kurang|kurang lebih|hampir|±)")
_ROMAN = re.compile(r"[IVXLC]+")
_DIGIT = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LISTED = (
    "{place}: tercetak {printed}; kata-katanya berarti {said}, daftar sesudahnya memuat {expected} butir",
    "{place}: prints {printed}; the words say {said}, the list that follows has {expected} items",
)
_LEAST = 2  # a single letter I, V, X may be a heading or a list mark


def check(view: View) -> Iterator[Finding]:
    """One finding for each number that is not its words."""
    seen: set[tuple[object, ...]] = set()
    for klaim in view.document.klaim:
        value = _value(klaim)
        if value is None or klaim.words_value is None or klaim.value is None or _ABOUT.search(klaim.subject):
            continue
        whole = value.quantize(Decimal(1)) if klaim.value.exact and klaim.words_value % 1 == 0 else value
        place = (klaim.place.page, klaim.place.line, klaim.value.raw, klaim.words)
        if whole != klaim.words_value and value != klaim.words_value and place not in seen:
            seen.add(place)
            right = klaim.listed == whole  # the list that follows settles it
            yield RULE.finding(
                Evidence.of(klaim.value),
                printed=f"{klaim.value.raw} ({klaim.words})",
                expected=show(whole if right else klaim.words_value),
                computation=f"{klaim.words} = {show(klaim.words_value)}",
                keys=(klaim.id,),
                expected_value=whole if right else klaim.words_value,
                message=_LISTED if right else None,
                said=show(klaim.words_value),
            )


def _value(klaim: Klaim) -> Decimal | None:
    if klaim.value is None:
        return None
    if klaim.value.value is not None:
        return klaim.value.value
    raw = klaim.value.raw.strip()
    return Decimal(_roman(raw)) if len(raw) >= _LEAST and _ROMAN.fullmatch(raw) else None


def _roman(text: str) -> int:
    digits = [_DIGIT[c] for c in text]
    return sum(-a if a < b else a for a, b in zip(digits, [*digits[1:], 0], strict=True))


RULE = Rule(
    code="J101",
    title_id="Terbilang tidak sama dengan angkanya",
    title_en="Words and digits differ",
    category=Category.TERBILANG,
    severity=Severity.ERROR,
    message_id="{place}: tercetak {printed}; kata-katanya berarti {expected}, perlu klarifikasi",
    message_en="{place}: prints {printed}; the words say {expected}, please clarify",
    check=check,
)
