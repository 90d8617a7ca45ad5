"""One amount stated in two places with a digit or two different.

Apa yang diperiksa / What it does
    Belanja langsung, belanja tidak langsung, belanja operasi, belanja modal, atau program yang disebut dua kali dalam
    teks dengan jumlah yang berbeda satu atau dua angka. Compares amounts of the same name in two sentences; only
    amounts of equal length that differ in one or two digits are reported, so that a revised budget is not.

Why it matters
    One of the two was mistyped, and the text alone does not say which.

How a reviewer verifies it
    Add up the parts of the list that the amount heads, or divide the realisation by it.

Known false alarms
    A revision of the budget that happens to change two digits; sentences that name different stages are not compared.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_CLASS = re.compile(
    r"(?i)^\W*(?:pos\s+|anggaran\s+|alokasi\s+|jumlah\s+|total\s+)*"
    r"(belanja\s+(?:tidak\s+langsung|langsung|operasi(?:onal)?|modal|pegawai|barang dan jasa)|program\s+\w.{12,}|"
    r"kegiatan\s+\w.{12,})\W*$"
)
_DIGITS = re.compile(r"\D")
_LONG, _OFF = 8, 2


def check(view: View) -> Iterator[Finding]:
    """One finding for each name with two amounts that differ by a digit or two."""
    said: dict[tuple[str, str], list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim:
        named = _CLASS.match(klaim.subject)
        if klaim.kind is not KlaimKind.AMOUNT or named is None or klaim.value is None or klaim.value.value is None:
            continue
        if klaim.measure in ("anggaran", "realisasi", None) and klaim.year in (None, view.tahun):
            measure = klaim.measure or "anggaran"
            said[normal(named.group(1)), measure].append(klaim)
    for (_, measure), claims in said.items():
        first = claims[0]
        for other in claims[1:]:
            if _slipped(first, other):
                yield _told(first, other, measure)
                break


def _slipped(one: Klaim, other: Klaim) -> bool:
    if one.text == other.text or (one.stage is not None and other.stage is not None and one.stage != other.stage):
        return False
    a, b = (
        _DIGITS.sub("", f"{k.value.value:.0f}") if k.value is not None and k.value.value else "" for k in (one, other)
    )
    if len(a) != len(b) or len(a) < _LONG:
        return False
    off = sum(x != y for x, y in zip(a, b, strict=True))
    return 0 < off <= _OFF


def _told(first: Klaim, other: Klaim, measure: str) -> Finding:
    assert first.value is not None
    assert other.value is not None
    return RULE.finding(
        Evidence.of(first.value),
        Evidence.of(other.value),
        expected=other.value.raw,
        keys=(first.id, other.id),
        label=f"{measure} {first.subject}",
    )


RULE = Rule(
    code="D104",
    title_id="Satu jumlah disebut dua kali dengan angka berbeda",
    title_en="One amount stated twice with different digits",
    category=Category.NARRATIVE,
    severity=Severity.WARNING,
    message_id="{place}: {label} disebut {printed}, di tempat lain {expected}; perlu klarifikasi",
    message_en="{place}: {label} is given as {printed}, elsewhere as {expected}; needs clarification",
    check=check,
)
