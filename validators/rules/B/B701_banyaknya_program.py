"""Numbers of programmes, sasaran and indicators in the text against the rows of the tables.

Apa yang diperiksa / What it does
    Banyaknya program, kegiatan, sub kegiatan, sasaran, atau indikator yang disebut laporan dibandingkan dengan
    banyaknya baris pada semua tabel yang mungkin dimaksud. A count in a sentence about the whole agency is held
    against the rows of every table that it may speak of, single or joined; it differs only if no table fits and the
    tables themselves are certain: a programme table whose total proves it complete, programme tables that together
    give such a total, the table that the sentence announces when its rows add up to their parents, or three tables
    that agree.

Why it matters
    A count that no table shows means a row was added or dropped after the text was written.

How a reviewer verifies it
    Count the rows of the table named in the evidence.

Known false alarms
    A sentence about a part (one misi, one source of funds) that does not say so. Counts of what was reached out of a
    stated number ("dari 4 sasaran, 3 sasaran …") are about a part.
"""

import re
from collections import Counter
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind, Tingkat
from validators.announced import announced
from validators.rule import Rule
from validators.subjects import offset, subjects_of
from validators.tallies import Tally, budgeted, listed, number_of, summed_up
from validators.view import View

_LEVELS = {"program": Tingkat.PROGRAM, "kegiatan": Tingkat.KEGIATAN, "sub kegiatan": Tingkat.SUB_KEGIATAN}
_NOUNS = ("sasaran", "indikator")
_PART = re.compile(
    r"(?i)\bmisi\s+(?:\d|[ivx]+\b|ke)|\bsasaran\s+(?:strategis\s+)?(?:\d|[ivx]+\b|ke|pertama|kedua)|apbn|dekonsentrasi|"
    r"tugas pembantuan|\bblud\b|bidang|seksi|bagian|selain|antara lain|diantaranya|mendukung sasaran|kondisi"
)
_OF_ONE = re.compile(r"\b(?:Program|Kegiatan)\s+[A-Z]\w+")  # "Program Pendidikan Politik terdiri dari 7 kegiatan"
_NOT_ALL = re.compile(
    r"(?i)^\W*(?:\([^)]*\)\s*)?(?:program|kegiatan|sub kegiatan|sasaran|indi[ck]ator)\s+(?:\w+\s+){0,2}"
    r"(?:utama|dukungan|unggulan|prioritas|pendukung|baru|lainnya|yang|tercapai|dengan (?:kategori|kriteria|capaian)|"
    r"diatas|di atas|dibawah|di bawah|mencapai|melebihi|belum|tidak|tersebut|"
    r"(?:yang )?(?:dicapai|berhasil|gagal|efisien|ber(?:kategori|predikat)|dinyatakan|masuk|berada|tergolong))"
)
_SOME_OF = re.compile(
    r"(?i)\bdari\s+(?:\w+\s+){0,2}\d+\s*(?:\([^)]*\)\s*)?(?:\w+\s+)?(?:program|kegiatan|sasaran|indi[ck]ator)\b"
)
_WHOLE = re.compile(
    r"(?i)melaksanakan|dilaksanakan|didukung|terdiri|meliputi|mendanai|diimplementasikan|sebanyak|terdapat|memiliki|"
    r"menetapkan|ditetapkan|ditekankan|terangkum|tertuang|terbagi|\bada\b|\bdari\b|evaluasi"
)
_AGREEING = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each count about the whole that no table fits."""
    for klaim in view.document.klaim:
        count = number_of(klaim) if klaim.kind is KlaimKind.COUNT else None
        if not count or not _about_all(view, klaim):
            continue
        expected = _expected(view, klaim, count)
        if expected is not None:
            yield _told(view, klaim, expected)


def _about_all(view: View, klaim: Klaim) -> bool:
    """Whether the count is about the whole agency in the reported year."""
    if klaim.label or klaim.role == "item" or klaim.partial or klaim.noun not in (*_LEVELS, *_NOUNS):
        return False
    if klaim.year is not None and klaim.year != view.tahun and _announced_year(view, klaim) != klaim.year:
        return False
    at = offset(klaim)
    lead, tail = klaim.text[: max(at, 0)], klaim.text[max(at, 0) + len(klaim.value.raw if klaim.value else "") :]
    if klaim.sasaran or _PART.search(lead) or _NOT_ALL.match(tail) or not _WHOLE.search(lead):
        return False
    if _SOME_OF.search(lead) or (klaim.noun in ("kegiatan", "sub kegiatan") and _OF_ONE.search(lead)):
        return False
    return not subjects_of(view).mentions(klaim.text) and not subjects_of(view).mentions(klaim.subject)


def _announced_year(view: View, klaim: Klaim) -> int | None:
    table = announced(view, klaim)
    return table.year if table is not None else None


def _expected(view: View, klaim: Klaim, count: int) -> Tally | None:
    """What the tables list, when they are certain and none of them fits the count."""
    noun = klaim.noun
    if noun in _LEVELS:
        found, proven = budgeted(view, _LEVELS[noun])
        below = announced(view, klaim)
        proven = (summed_up(view, below.id, _LEVELS[noun]) if below is not None else None) or proven
        return None if proven is None or any(t.number == count for t in found) else proven
    found = listed(view, noun)
    if not found or any(t.number == count for t in found):
        return None
    usual, times = Counter(t.number for t in dict.fromkeys(found) if t.number > 1).most_common(1)[0]
    if times < _AGREEING:
        return None
    return next(t for t in found if t.number == usual)


def _told(view: View, klaim: Klaim, expected: Tally) -> Finding:
    assert klaim.value is not None
    table = view.tables[expected.table]
    first = table.rows[0]
    return RULE.finding(
        Evidence.of(klaim.value),
        Evidence(page=first.page, line=first.line, table=table.id, row=first.index, raw=str(expected.number)),
        printed=f"{klaim.value.raw} {klaim.noun}",
        expected=str(expected.number),
        keys=(klaim.id,),
        noun=klaim.noun,
        table=view.caption(table.id),
    )


RULE = Rule(
    code="B701",
    title_id="Banyaknya yang disebut tidak sama dengan baris tabel",
    title_en="Count in the text differs from the rows listed",
    category=Category.COUNT,
    severity=Severity.ERROR,
    message_id="{place}: disebut {printed}, tabel memuat {expected} ({table})",
    message_en="{place}: the text says {printed}, the tables list {expected} ({table})",
    check=check,
)
