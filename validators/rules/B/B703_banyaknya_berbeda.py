"""The same count stated differently in two places.

Apa yang diperiksa / What it does
    "Pada Misi 1 terdapat 2 sasaran" dan di halaman lain "4 sasaran". Sentences that count the same thing of the same
    misi or of the same named whole are compared with each other.

Why it matters
    One of the two was changed and the other was not.

How a reviewer verifies it
    Count the sasaran of the misi in the table of the Renstra or of the Perjanjian Kinerja.

Known false alarms
    Counts of different years or stages of the plan; sentences that name their year are compared within it.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind
from validators.rule import Rule
from validators.subjects import offset
from validators.tallies import number_of
from validators.view import View

_MISI = re.compile(r"(?i)\bmisi\s+(?:ke-?\s*)?(\d|[ivx]+)\b")
_NOUNS = ("sasaran", "indikator", "tujuan", "program", "kegiatan")
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4", "v": "5", "vi": "6", "vii": "7"}
_REACH = 220  # characters between the misi and the count


def check(view: View) -> Iterator[Finding]:
    """One finding for each thing that is counted differently, at the counts that the fewest sentences share."""
    told: dict[tuple[str, str, int | None], list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim:
        if klaim.kind is not KlaimKind.COUNT or klaim.noun not in _NOUNS or not number_of(klaim):
            continue
        at = offset(klaim)
        named = list(_MISI.finditer(klaim.text[max(0, at - _REACH) : max(at, 0)]))
        if len({m.group(1).casefold() for m in named}) == 1 and not klaim.label:
            misi = named[0].group(1).casefold()
            told[_ROMAN.get(misi, misi), klaim.noun, klaim.year].append(klaim)
    for (misi, noun, _), claims in told.items():
        numbers = {number_of(k) for k in claims}
        if len(numbers) == 2:
            yield _told(misi, noun, claims)


def _told(misi: str, noun: str, claims: list[Klaim]) -> Finding:
    first = number_of(claims[0])
    others = [k for k in claims if number_of(k) != first]
    cells = [k.value for k in (*others, claims[0]) if k.value is not None]
    return RULE.finding(
        *(Evidence.of(cell) for cell in cells),
        printed=f"{cells[0].raw} {noun}",
        expected=str(first),
        keys=tuple(k.id for k in claims),
        misi=misi,
        elsewhere=claims[0].value.raw if claims[0].value is not None else "",
    )


RULE = Rule(
    code="B703",
    title_id="Banyaknya hal yang sama disebut berbeda",
    title_en="The same thing counted differently",
    category=Category.COUNT,
    severity=Severity.ERROR,
    message_id="{place}: Misi {misi} disebut memuat {printed}, di tempat lain {elsewhere}",
    message_en="{place}: Misi {misi} is said to hold {printed}, elsewhere {elsewhere}",
    check=check,
)
