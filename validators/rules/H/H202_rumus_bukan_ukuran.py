"""A formula that cannot give what the indicator is called.

Apa yang diperiksa / What it does
    Memeriksa empat hal yang pasti: indeks kepuasan tanpa survei, persentase penurunan tanpa pembanding, pembilang
    yang mencakup desa dan kelurahan sedangkan penyebutnya desa saja, dan pembilang yang kalimatnya sama dengan nama
    indikator tetapi menyebut benda lain. Checks four things that are certain: an index of satisfaction without any
    survey in its formula, a percentage of decrease or increase without anything to compare with, a numerator of
    villages and wards over a denominator of villages alone, and a numerator that begins as the indicator does and
    then names another thing.

Why it matters
    The figure reported under that name is something else, however exactly it was computed.

How a reviewer verifies it
    Ask for the working paper of last year's value: which numbers went in?

Known false alarms
    Formulas shortened to one phrase. A formula is only judged when it divides one count by another.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Iku
from validators.rule import Rule
from validators.rumus_iku import Rumus, fraction, words
from validators.view import View

_SATISFACTION = re.compile(r"\b(?:kepuasan|IKM|SKM)\b", re.I)
_SURVEY = re.compile(r"kepuasan|survei|survey|persepsi|unsur|responden|nilai|skor|kuesioner|SKM|IKM|indeks|puas", re.I)
_CHANGE = re.compile(r"\b(?:penurunan|peningkatan|pertumbuhan|kenaikan|menurunnya|meningkatnya)\b", re.I)
_COMPARED = re.compile(
    r"\b(?:lalu|sebelum\w*|awal|n\s*-\s*1|t\s*-\s*1|penurunan|peningkatan|pertumbuhan|kenaikan|berkurang|bertambah|"
    r"selisih|dikurangi|turun|naik|menurun|meningkat)\b|[−–-]\s*\(?\s*jumlah|\bn-1\b",
    re.I,
)
_BOTH = re.compile(r"\bdesa\s*(?:&|dan|/)\s*kel(?:urahan)?\b", re.I)
_VILLAGES = re.compile(r"\bdesa\b", re.I)
_WARDS = re.compile(r"\bkel(?:urahan)?\b", re.I)
_BEGIN = re.compile(r"^\W*(?:\d+[.)]\s*)?(?:jumlah|total|pers\w+|pros\w+)\s+")
_ALIKE, _STEM = 4, 5
_MANNER = re.compile(
    r"\W*(?:tepat|sesuai|secara|dengan|menurut|berdasar\w*|paling|sebelum|sampai|hingga|selama|pada|dalam|di|setiap|"
    r"tahun|bulan|minimal|maksimal|lengkap|benar|baik|cepat|terlambat)\b"
)
_CERTAIN = frozenset({"survei", "banding"})
_TEXTS = {
    "survei": ("tidak memuat hasil survei kepuasan", "contains no result of a survey"),
    "banding": ("tidak memuat nilai pembanding", "contains nothing to compare with"),
    "populasi": (
        "mencakup desa dan kelurahan, penyebutnya desa saja",
        "counts villages and wards over villages alone",
    ),
    "objek": ("menghitung hal lain daripada nama indikatornya", "counts another thing than the indicator names"),
}


def check(view: View) -> Iterator[Finding]:
    """One finding for each fault of each formula; a repeated formula is evidence of the first."""
    found: dict[tuple[str, str], list[tuple[Iku, Rumus]]] = {}
    for row in view.document.iku:
        rumus = fraction(row)
        if rumus is None:
            continue
        for fault in _faults(row, rumus):
            found.setdefault((fault, " ".join(_words(rumus))), []).append((row, rumus))
    for (fault, _), rows in found.items():
        row, rumus = rows[0]
        yield RULE.finding(
            *(_evidence(r, f"{m.top} / {m.bottom}") for r, m in rows),
            printed=f"{rumus.top} / {rumus.bottom}",
            severity=None if fault in _CERTAIN else Severity.WARNING,
            name=row.indikator,
            fault=_TEXTS[fault],
        )


def _words(rumus: Rumus) -> list[str]:
    """The words of a formula, so that the same formula in body and annex is one."""
    return f"{rumus.top} {rumus.bottom}".casefold().split()


def _faults(row: Iku, rumus: Rumus) -> Iterator[str]:
    formula = row.formulasi or ""
    if _SATISFACTION.search(row.indikator) and not _SURVEY.search(formula):
        yield "survei"
    if _CHANGE.search(row.indikator) and not _COMPARED.search(formula):
        yield "banding"
    if _other_object(row.indikator, rumus.top):
        yield "objek"
    if _BOTH.search(rumus.top) and _VILLAGES.search(rumus.bottom) and not _WARDS.search(rumus.bottom):
        yield "populasi"


def _other_object(name: str, top: str) -> bool:
    """Whether name and numerator begin alike ("desa yang sudah menyusun …") and then name different things.

    Words of manner and time ("tepat waktu", "paling lambat 31 Desember") name no thing: one of them defines the other.
    """
    one, two = (_BEGIN.sub("", " ".join(text.casefold().split())).split() for text in (name, top))
    shared = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        shared += 1
    if any(_MANNER.match(word) for word in (*one[:shared], *one[shared : shared + 1], *two[shared : shared + 1])):
        return False
    left, right = (words(" ".join(rest)) for rest in (one[shared:], two[shared:]))
    apart = not any(a[:_STEM] == b[:_STEM] for a in left for b in right)
    return shared >= _ALIKE and len(left) > 1 and len(right) > 1 and apart


def _evidence(row: Iku, raw: str) -> Evidence:
    return Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="formulasi", raw=raw)


RULE = Rule(
    code="H202",
    title_id="Formulasi tidak mengukur indikatornya",
    title_en="Formula does not measure its indicator",
    category=Category.FORMULA,
    severity=Severity.ERROR,
    message_id="{place}: formulasi {name} ({printed}) {fault}",
    message_en="{place}: the formula of {name} ({printed}) {fault}",
    legal_basis="PER/20/M.PAN/11/2008; PermenPANRB 14/2017",
    check=check,
)
