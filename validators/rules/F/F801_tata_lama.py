"""Rules and classifications of an older regime.

Apa yang diperiksa / What it does
    Mencari istilah belanja langsung/tidak langsung pada tahun anggaran 2021 dan sesudahnya bersama sub kegiatan,
    dan pedoman survei kepuasan 2004 setelah 2017. Looks for the old split of direct and indirect expenditure in
    fiscal years from 2021 on beside sub kegiatan, and for the survey guideline of 2004 after 2017.

Why it matters
    The amounts may have been sorted by rules that are no longer in force, and the text was probably taken over.

How a reviewer verifies it
    Compare with the budget document of the year: it knows operational and capital expenditure.

Known false alarms
    A comparison with years before 2021 uses the old words rightly.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Place
from schemas.records import Jenis
from validators.passages import passages
from validators.rule import Rule
from validators.view import View

_OLD = re.compile(r"\bbelanja\s+(?:tidak\s+)?langsung\b", re.I)
_NEW = re.compile(r"\bgaji\s+dan\s+tunjangan\s+ASN\b|\bsub\s*kegiatan\b", re.I)
_SURVEY = re.compile(r"KEP/25/M\.?PAN/2/2004|Nomor\s+25\s+Tahun\s+2004[^.]{0,80}(?:kepuasan|IKM)", re.I)
_BUDGET_FROM, _SURVEY_FROM = 2021, 2018
_EARLIER = re.compile(r"\b20(?:0\d|1\d|20)\b")


def check(view: View) -> Iterator[Finding]:
    """At most one note on expenditure and one on the survey."""
    tahun = view.tahun
    if tahun is None or view.document.identity.jenis is not Jenis.LKIP:
        return
    lines = passages(view).lines
    if tahun >= _BUDGET_FROM and _reformed(view):
        old = [line for line in lines if _OLD.search(line.text) and not _EARLIER.search(line.text)]
        if old:
            yield RULE.finding(
                *(Evidence.at(Place(page=x.page, line=x.line, bbox=x.bbox), x.text[:200]) for x in old[:5]),
                printed=m.group() if (m := _OLD.search(old[0].text)) else None,
                since=("sejak tahun anggaran 2021 belanja operasi dan modal", "since 2021 operational and capital"),
            )
    if tahun >= _SURVEY_FROM:
        for line in lines:
            if found := _SURVEY.search(line.text):
                place = Place(page=line.page, line=line.line, bbox=line.bbox)
                yield RULE.finding(
                    Evidence.at(place, line.text[:200]),
                    printed=found.group(),
                    since=("diganti PermenPANRB 14/2017", "replaced by PermenPANRB 14/2017"),
                )
                return


def _reformed(view: View) -> bool:
    """Whether the budget is sorted by the classification in force since 2021."""
    return any(_NEW.search(row.uraian) for row in view.document.anggaran) or any(
        row.tingkat.value == "sub_kegiatan" for row in view.document.anggaran
    )


RULE = Rule(
    code="F801",
    title_id="Tata kelola yang sudah diganti",
    title_en="Superseded classification or guideline",
    category=Category.IDENTITY,
    severity=Severity.INFO,
    message_id="{place}: “{printed}” tidak berlaku lagi untuk tahun ini ({since})",
    message_en="{place}: “{printed}” is no longer in force for this year ({since})",
    legal_basis="PP 12/2019; Permendagri 77/2020; PermenPANRB 14/2017",
    check=check,
)
