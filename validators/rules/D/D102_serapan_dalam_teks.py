"""Absorption stated in the text against the budget rows.

Apa yang diperiksa / What it does
    Persentase serapan dalam kalimat yang menyebut program/kegiatan, atau "dari total anggaran Rp …", dibandingkan
    dengan persentase baris tabel itu, tercetak maupun dihitung ulang. Compares a percentage of absorption with the
    row that the sentence names, or with the row whose budget it prints after the percentage.

Why it matters
    The absorption is the figure that the budget office quotes.

How a reviewer verifies it
    Divide realisation by budget in the row named in the evidence.

Known false alarms
    Absorption of a quarter or of one source of funds; sentences that say so are left alone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.records import Anggaran, Klaim, KlaimKind
from validators.facts import equals, same
from validators.patterns.digits import WORDS, slip
from validators.rule import Rule
from validators.subjects import offset, subjects_of
from validators.view import View, operand
from validators.wording import show

_OF = re.compile(r"(?i)^\W{0,3}dari\s+(?:\w+\s+){0,2}(?:anggaran|pagu)\s+(?:\w+\s+){0,2}(?=rp)")
_LEFT = re.compile(
    r"(?i)masing-?masing|berturut|semester|tri ?wulan|\bbulan\b|fisik|\bsisa\b|tidak ter|porsi|"
    r"apbd\b.*apbn|apbn\b.*apbd"
)
_HUNDRED = Decimal(100)


def check(view: View) -> Iterator[Finding]:
    """One finding for each stated absorption that its row does not give."""
    groups = {
        k.group for k in view.document.klaim if k.group and k.kind is KlaimKind.AMOUNT and k.measure == "realisasi"
    }
    for klaim in view.document.klaim:
        value, at = klaim.value, offset(klaim)
        if klaim.kind is not KlaimKind.PERCENT or klaim.measure != "serapan" or value is None or at < 0:
            continue
        if value.form is not Form.NUMBER or klaim.group in groups or _LEFT.search(klaim.text[:at]):
            continue
        if klaim.year not in (None, view.tahun):
            continue
        rows = _based(view, klaim, at) or _named(view, klaim, at)
        found = [(row, share) for row in rows if (share := _share(row)) is not None]
        if found and not any(_fits(value, row, share) for row, share in found):
            yield _told(klaim, value, *found[0])


def _based(view: View, klaim: Klaim, at: int) -> list[Anggaran]:
    """The rows whose budget the sentence gives as the base of the percentage."""
    value = klaim.value
    tail = klaim.text[at + len(value.raw) :] if value is not None else ""
    match = _OF.match(tail)
    if match is None:
        return []
    base = next(
        (
            k.value.value
            for k in view.document.klaim
            if k.text == klaim.text and k.kind is KlaimKind.AMOUNT and k.value is not None
            if tail[match.end() :].startswith(k.value.raw)
        ),
        None,
    )
    rows = [r for r in view.document.anggaran if r.anggaran is not None and base and r.anggaran.value == base]
    return rows if len({r.realisasi.value for r in rows if r.realisasi is not None}) == 1 else []


def _named(view: View, klaim: Klaim, at: int) -> list[Anggaran]:
    """The rows that the sentence names just before the percentage."""
    heads = [m for m in subjects_of(view).mentions(klaim.text) if m.name.about == "anggaran" and m.end <= at]
    if not heads:
        return []
    last = max(m.start for m in heads)
    chosen = [m for m in heads if m.start == last]
    between = klaim.text[max(m.end for m in chosen) : at]
    if (
        re.search(r"(?i)\brp\.?\s*\d|\b(?:program|kegiatan|belanja|sasaran)\b", between)
        or max(m.score for m in chosen) < 95
    ):
        return []
    return [row for m in chosen for row in m.name.anggaran]


def _share(row: Anggaran) -> Decimal | None:
    budget, spent = row.anggaran, row.realisasi
    if budget is None or spent is None or not budget.value or spent.value is None:
        return None
    return spent.value / budget.value * _HUNDRED


def _fits(value: Printed, row: Anggaran, share: Decimal) -> bool:
    return equals(value, share) or (row.persen is not None and same(value, row.persen))


def _told(klaim: Klaim, value: Printed, row: Anggaran, share: Decimal) -> Finding:
    assert row.anggaran is not None
    assert row.realisasi is not None
    cells = [c for c in (row.persen, row.realisasi, row.anggaran) if c is not None]
    expected = show(share, max(value.decimals, 2))
    kind = slip(value, Decimal(expected.replace(".", "").replace(",", ".")))
    note = WORDS[kind] if kind else None
    return RULE.finding(
        Evidence.of(value),
        *(Evidence.of(cell) for cell in cells),
        expected=expected,
        expected_value=share,
        computation=f"{row.realisasi.raw} / {row.anggaran.raw} × 100 = {expected}",
        keys=(klaim.id, *(operand(cell).key for cell in cells)),
        suggestion=(note[0][:1].upper() + note[0][1:], note[1][:1].upper() + note[1][1:]) if note else None,
        name=row.uraian,
    )


RULE = Rule(
    code="D102",
    title_id="Serapan dalam teks berbeda dengan tabel",
    title_en="Absorption in the text differs from the table",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: serapan {name} disebut {printed}, menurut tabel {expected}",
    message_en="{place}: the absorption of {name} is given as {printed}, by the table {expected}",
    check=check,
)
