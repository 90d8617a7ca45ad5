"""The report is called by another year than its own.

Apa yang diperiksa / What it does
    Mencari kalimat, judul, dan sampul yang menyebut laporan, tahun anggaran, perjanjian kinerja, atau rencana kinerja
    dengan tahun sebelum tahun laporan. Looks for passages that give the report, its fiscal year, its agreement or its
    annual plan a year before the one reported on.

Why it matters
    It is what is left when last year's file is filled in anew; whoever reads only that page takes the figures for
    those of another year, and a reviewer asks what else was left standing.

How a reviewer verifies it
    Read the sentence: does it speak of this report? Then the year must be that of the cover.

Known false alarms
    Comparisons with the years before, evaluations of last year's report, titles of regulations and periods of plans
    are passed over, and so is every sentence that names the reported year as well.
"""

import re
from collections import Counter
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Jenis, Rujukan
from validators.passages import Passages, passages
from validators.rule import Rule
from validators.view import View

_OWN = frozenset({"laporan", "tahun anggaran", "perjanjian kinerja", "rkt", "sampul"})
_SHOWN = 66
_SERIOUS = frozenset({"laporan", "sampul"})
_COMPARED = re.compile(
    r"\b(?:sebelumnya|lalu|lampau|dibanding\w*|perbandingan|membandingkan|bandingkan|evaluasi|tindak lanjut|sejak|"
    r"semula|mulai|rata-rata|pertumbuhan|tren|trend|opini|penilaian|predikat|naik|turun|meningkat|menurun|"
    r"peringkat|penghargaan|perubahan atas|realisasi)\b",
    re.I,
)
_AMOUNT = re.compile(r"\bRp\b|\d\s?%|\bpersen\b", re.I)
_HERE = re.compile(r"\b(?:laporan|LKJ?IP|LAKIP) ini\b", re.I)
_DEFINED = re.compile(r"\s*(?:ini\s+)?(?:merupakan|adalah|disusun)\b", re.I)
_YEAR = re.compile(r"\b20\d\d\b")
_OTHER = re.compile(
    r"\b20\d\d\s*(?:[-–—]|s\.?/?d\.?|sampai)\s*(?:tahun\s*)?20\d\d"
    r"|\b(?:nomor|no\.?)\s*:?\s*[\w./ -]{1,40}?\s*tahun\s*20\d\d",
    re.I,
)
"""Periods and titles of regulations: their years say nothing of the report."""
_WORDS = {
    "laporan": ("laporan", "the report"),
    "sampul": ("sampul", "the cover"),
    "tahun anggaran": ("tahun anggaran", "the fiscal year"),
    "perjanjian kinerja": ("perjanjian kinerja", "the agreement"),
    "rkt": ("rencana kinerja", "the annual plan"),
    "capaian": ("pengukuran kinerja", "the measurement"),
}


def check(view: View) -> Iterator[Finding]:
    """One finding for each passage with a stale year."""
    tahun = view.tahun
    years = [r for r in view.document.rujukan if r.kind == "tahun" and r.value.isdigit()]
    if tahun is None or view.document.identity.jenis is not Jenis.LKIP or not _sure(years, tahun):
        return
    text = passages(view)
    seen: set[tuple[object, ...]] = set()
    for rujukan in years:
        place = (rujukan.place.page, rujukan.place.line, rujukan.value)
        if int(rujukan.value) < tahun and place not in seen and _stale(rujukan, text, tahun):
            seen.add(place)
            what = _WORDS[rujukan.about]
            yield RULE.finding(
                Evidence.at(rujukan.place, rujukan.text),
                printed=rujukan.value,
                expected=str(tahun),
                severity=Severity.ERROR if rujukan.about in _SERIOUS else Severity.WARNING,
                what=what,
                text=_end(rujukan.text),
                suggestion=(f"Sesuaikan tahunnya menjadi {tahun}.", f"Change the year to {tahun}."),
            )


def _sure(years: list[Rujukan], tahun: int) -> bool:
    """Whether the text itself mostly speaks of the year that the document is taken to report on."""
    counted = Counter(int(r.value) for r in years if r.about in _OWN)
    return counted[tahun] > max((n for year, n in counted.items() if year != tahun), default=0)


def _stale(rujukan: Rujukan, text: Passages, tahun: int) -> bool:
    line = text.line(rujukan.order)
    heading = line is not None and (line.heading is not None or line.bold) and len(line.text) < 120
    whole = text.sentence(rujukan)
    if rujukan.about == "laporan" and _DEFINED.match(whole.partition(" ".join(rujukan.text.split()))[2]):
        return True
    sentence = _OTHER.sub(" ", whole)
    if str(tahun) in sentence or _COMPARED.search(sentence):
        return False
    if len(set(_YEAR.findall(sentence))) > 1:
        return False
    if rujukan.about == "capaian":
        return heading or bool(_HERE.search(sentence))
    if rujukan.about not in _OWN:
        return False
    return rujukan.about != "tahun anggaran" or not _AMOUNT.search(sentence)


def _end(text: str) -> str:
    return text if len(text) <= _SHOWN else "…" + text[-_SHOWN:].lstrip()


RULE = Rule(
    code="F101",
    title_id="Tahun laporan tertinggal",
    title_en="Year of another report",
    category=Category.YEAR,
    severity=Severity.WARNING,
    message_id="{place}: {what} disebut tahun {printed}, laporan ini tahun {expected}: “{text}”",
    message_en="{place}: {what} is given the year {printed}, this report is of {expected}: “{text}”",
    check=check,
)
