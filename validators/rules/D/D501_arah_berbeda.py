"""Words of direction against the numbers of the tables and of the sentence.

Apa yang diperiksa / What it does
    "Sama dengan tahun sebelumnya", "meningkat", "lebih rendah dari tahun 2015", "melebihi target", "belum mencapai
    target" dibandingkan dengan realisasi dan capaian pada tabel. A direction contradicts the tables only when every
    reading does: realisation and capaian, in every table that prints both years (or the target). Kalimat yang mencetak
    kedua nilainya ("meningkat dari … menjadi …") diperiksa terhadap nilainya sendiri. A sentence that prints both
    values of its change is held against them; places in a ranking, which improve downwards, are not.

Why it matters
    The direction is the message of the paragraph; the reader does not look the numbers up.

How a reviewer verifies it
    Compare the values of the two years (of target and realisation) in the row named in the evidence,
    or the two values that the sentence itself prints.

Known false alarms
    A sentence about a part of the indicator. Sentences that name several indicators are left alone.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.records import Klaim, KlaimKind
from validators.change_words import Change, changes
from validators.facts import REACHED, REALISED, Fact, facts_of
from validators.hanya import Only, contrary, only_ones
from validators.names import normal
from validators.rule import Rule
from validators.subjects import Name, subjects_of
from validators.view import View

_LAST = re.compile(r"(?i)tahun\s+(?:yang\s+)?(?:sebelum|lalu)|tahun\s+kemarin")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_TARGET = re.compile(r"(?i)^(?:\w+\s+){0,2}(?:target|ditargetkan|direncanakan)\b")
_PLAN = re.compile(r"(?i)renstra|rpjmd|menengah|rencana strategis|akhir|nasional|provinsi|kabupaten")
_APART = re.compile(
    r"(?i)\b(?:program|kegiatan|anggaran|serap\w*|belanja|komoditas|komoditi|khususnya|sebagian|beberapa)\b"
)
_FULL = Decimal(100)
_UP, _DOWN = ("naik", "di_atas", "melebihi"), ("turun", "di_bawah", "belum_mencapai")
_WORDS = 2


def check(view: View) -> Iterator[Finding]:
    """One finding for each direction that no reading of the tables allows."""
    told = set()
    for change in changes(view.document):
        finding = _against_itself(change)
        if finding is not None:
            told.add(change.first.text)
            yield finding
    for only in only_ones(view):
        values = contrary(view, only)
        if values:
            yield _alone(only, values)
    for klaim in view.document.klaim:
        if klaim.text in told:
            continue
        if klaim.kind is not KlaimKind.TREND or not klaim.label or klaim.noun or _APART.search(klaim.text):
            continue
        names = _names(view, klaim)
        if not names or _PLAN.search(klaim.base):
            continue
        found = [f for f in facts_of(view, names) if not f.end and f.cell.value is not None]
        if len({normal(f.record.indikator) for f in found}) != 1:
            continue
        values = _over_time(view, klaim, found) or _against_target(view, klaim, found)
        if values:
            yield _told(klaim, names[0], values)


def _against_itself(change: Change) -> Finding | None:
    """The two values of a sentence that go the other way than its verb."""
    before, after = change.first.value, change.second.value
    if before is None or after is None or before.value is None or after.value is None or before.value == after.value:
        return None
    if (after.value > before.value) is change.rises:
        return None
    right = ("menurun", "falls") if change.rises else ("meningkat", "rises")
    return RULE.finding(
        Evidence.of(after),
        Evidence.of(before),
        printed=change.word,
        expected=right[0],
        keys=(change.second.id, change.first.id),
        message=_ITSELF,
        name=change.subject,
        before=before.raw,
        after=after.raw,
        right=right,
    )


def _names(view: View, klaim: Klaim) -> tuple[Name, ...]:
    """The one name that the sentence speaks of, or the sasaran of its paragraph."""
    subjects = subjects_of(view)
    said = [m for m in subjects.mentions(klaim.text) if m.name.about != "anggaran" and len(m.name.words) >= _WORDS]
    if said:
        return tuple(m.name for m in said) if len({m.start for m in said}) == 1 else ()
    if klaim.sasaran and re.match(r"(?i)capaian (?:kinerja|sasaran)", klaim.subject):
        return subjects.of(klaim.sasaran, "sasaran")
    return ()


def _over_time(view: View, klaim: Klaim, found: list[Fact]) -> list[Printed]:
    """The two values of a comparison of years that contradict the direction; empty when some reading allows it."""
    year = view.tahun
    if year is None or klaim.label not in (*_UP[:2], *_DOWN[:2], "sama"):
        return []
    named = _YEAR.search(klaim.base)
    before = year - 1 if _LAST.search(klaim.base) else int(named.group(1)) if named else None
    if before is None or before >= year or klaim.year not in (None, year, before):
        return []
    contrary: list[Printed] = []
    for measure in (REALISED, REACHED):
        now = [f for f in found if f.measure == measure and f.year == year]
        then = [f for f in found if f.measure == measure and f.year == before]
        for one in now:
            for other in then:
                if _allows(klaim.label, one.cell.value, other.cell.value):
                    return []
                contrary = contrary or [one.cell, other.cell]
    return contrary


def _allows(label: str, now: Decimal | None, then: Decimal | None) -> bool:
    if now is None or then is None:
        return True
    if label == "sama":
        return now == then
    return now > then if label in _UP else now < then


def _against_target(view: View, klaim: Klaim, found: list[Fact]) -> list[Printed]:
    """Capaian that contradict a statement about the target of the year."""
    if not _TARGET.search(klaim.base) or klaim.label not in ("melebihi", "di_atas", "di_bawah", "belum_mencapai"):
        return []
    if klaim.year not in (None, view.tahun):
        return []
    reached = [f for f in found if f.measure == REACHED and f.year in (None, view.tahun)]
    over = klaim.label in _UP
    fits = [f.cell.value is None or (f.cell.value >= _FULL if over else f.cell.value < _FULL) for f in reached]
    return [f.cell for f in reached[:2]] if reached and not any(fits) else []


def _alone(only: Only, values: list[Printed]) -> Finding:
    words = _WORDING[only.label]
    return RULE.finding(
        Evidence.at(only.place, only.text),
        *(Evidence.of(cell) for cell in values),
        printed=only.text,
        expected=" → ".join(cell.raw for cell in values),
        name=only.name.text,
        way=(f"{words[0]} {only.before}", f"{words[1]} {only.before}"),
    )


def _told(klaim: Klaim, name: Name, cells: list[Printed]) -> Finding:
    words = _WORDING[klaim.label or ""]
    base = " ".join(klaim.base.split()[:4])
    first = klaim.value if klaim.value is not None else None
    evidence = [Evidence.of(first)] if first is not None else [Evidence.at(klaim.place, klaim.text[:60])]
    return RULE.finding(
        *evidence,
        *(Evidence.of(cell) for cell in cells),
        printed=first.raw if first is not None else f"{words[0]} {base}",
        expected=" / ".join(cell.raw for cell in cells),
        keys=(klaim.id,),
        name=name.text,
        way=(f"{words[0]} {base}", f"{words[1]} ({base})"),
    )


_WORDING = {
    "naik": ("naik dari", "up from"),
    "turun": ("turun dari", "down from"),
    "sama": ("sama dengan", "equal to"),
    "di_atas": ("di atas", "above"),
    "di_bawah": ("di bawah", "below"),
    "melebihi": ("melebihi", "above"),
    "belum_mencapai": ("belum mencapai", "below"),
}

_ITSELF = (
    "{place}: {name} disebut {printed}, padahal dari {before} menjadi {after} ({right})",
    "{place}: {name} is said to move otherwise (“{printed}”), but from {before} to {after} it {right}",
)

RULE = Rule(
    code="D501",
    title_id="Arah yang disebut tidak sesuai angka tabel",
    title_en="Direction in the text contradicts the numbers",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: {name} disebut {way}, tabel mencetak {expected}",
    message_en="{place}: {name} is said to be {way}, the table prints {expected}",
    check=check,
)
