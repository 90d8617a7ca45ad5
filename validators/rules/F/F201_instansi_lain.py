"""The name of another agency where this one is meant.

Apa yang diperiksa / What it does
    Mencari kalimat tentang tugas, program, laporan, atau anggaran instansi ini yang menyebut instansi lain sejenis.
    Looks for passages on the agency's own report, plan, task or budget that name another agency of the same kind.

Why it matters
    It is the plainest trace of text copied from somebody else's report, and the figures may have come along.

How a reviewer verifies it
    Read the sentence with this agency's name in place; if it then makes sense, the name was copied.

Known false alarms
    Neighbours in the profile, destinations, partners, agencies above and titles of regulations name other agencies
    rightly: only phrases that can speak of one's own agency alone count. Short forms, misspellings and names with
    the same words in another order are passed over.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.rule import Rule
from validators.view import View

_OWN = re.compile(
    r"(?:laporan\s+(?:akuntabilitas\s+)?kinerja(?:\s+instansi\s+pemerintah)?(?:\s*\(\w+\))?|LKJ?IP|LAKIP|LKJ|"
    r"perjanjian\s+kinerja|rencana\s+strategis|rencana\s+kinerja\s+tahunan|renstra\)?|tugas\s+pokok(?:\s+dan\s+fungsi)?|"
    r"(?:capaian|realisasi|pengukuran|penunjang)\s+(?:kinerja|anggaran)|indikator\s+kinerja\s+utama(?:\s*\(IKU\))?|"
    r"(?:yang\s+)?(?:akan\s+)?dilaksanakan\s+oleh|visi|misi)\s*$",
    re.I,
)
_COMMON = frozenset({"dinas", "badan", "biro", "kecamatan", "kelurahan", "kantor", "rumah", "sakit", "dan", "daerah"})
_REGION = re.compile(r"\b(?:provinsi|propinsi|kabupaten|kota)\b.*$", re.I)
_WORD = re.compile(r"[a-z]{3,}")
_TYPO = 85.0
_ALIKE = 85.0
_RENAMED = 60.0
"""Names that share words may be those of one agency before and after a reorganisation."""
_LONGEST = 60


def check(view: View) -> Iterator[Finding]:
    """One finding for each other name."""
    own = view.document.identity.instansi
    if not own:
        return
    mine = _proper(own)
    seen: set[str] = set()
    for rujukan in view.document.rujukan:
        if rujukan.kind != "instansi" or rujukan.value in seen or not _other(rujukan, own, mine):
            continue
        seen.add(rujukan.value)
        yield RULE.finding(
            Evidence.at(rujukan.place, rujukan.text),
            printed=rujukan.value,
            expected=own,
            severity=Severity.WARNING if fuzz.token_set_ratio(_proper(rujukan.value), mine) >= _RENAMED else None,
            own=own,
            suggestion=(
                f"Bila yang dimaksud instansi ini, ganti dengan {own}; periksa pula angka di sekitarnya.",
                f"If this agency is meant, put {own}; check the figures around it as well.",
            ),
        )


def _other(rujukan: Rujukan, own: str, mine: str) -> bool:
    """Whether an own phrase names an agency of the same kind with another proper name."""
    kind = own.casefold().split()[0]
    kind = "kecamatan" if kind == "kantor" and "kecamatan" in own.casefold() else kind
    if rujukan.value.casefold().split()[0] != kind or len(rujukan.value) > _LONGEST:
        return False
    theirs = _proper(rujukan.value)
    if not theirs or not mine or theirs in mine or mine.split()[0] in theirs or _short_for(theirs, mine):
        return False
    if fuzz.token_set_ratio(theirs, mine) >= _ALIKE or fuzz.ratio(theirs, mine) >= _TYPO:
        return False
    at = rujukan.text.casefold().find(rujukan.value.casefold())
    return at > 0 and bool(_OWN.search(rujukan.text[:at].rstrip() + " "))


def _proper(name: str) -> str:
    """What tells an agency from others of its kind."""
    words = _WORD.findall(_REGION.sub("", name.casefold()))
    return " ".join(word for word in words if word not in _COMMON)


def _short_for(short: str, name: str) -> bool:
    """Whether the letters of a short form stand in the name in the same order ("kominfo")."""
    letters = iter(name)
    return all(letter in letters for letter in short.replace(" ", ""))


RULE = Rule(
    code="F201",
    title_id="Nama instansi lain",
    title_en="Name of another agency",
    category=Category.COPIED_TEXT,
    severity=Severity.ERROR,
    message_id="{place}: tercetak {printed} di bagian tentang {own}; perlu klarifikasi",
    message_en="{place}: prints {printed} where {own} is spoken of; please clarify",
    check=check,
)
