"""Indicators that were agreed on but not measured.

Apa yang diperiksa / What it does
    Indikator pada perjanjian kinerja atau IKU dicari pada tabel pengukuran dan perbandingan laporan. Looks for every
    indicator of the performance agreement and of the IKU among those the report gives a realisasi or capaian for.

Why it matters
    A report must account for every indicator of its performance agreement; one that is left out is not accounted for.

How a reviewer verifies it
    Go through the agreement row by row and find the indicator in Bab III.

Known false alarms
    An indicator that was renamed; IKU at the level of tujuan that are reported every five years. Nothing is reported
    when more than a third of a list is not found, since the names then differ as a whole.
"""

import re
from collections.abc import Iterator, Sequence

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Iku, Indikator, Jenis
from schemas.table import Kind
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_SHORT = 10
_ALIKE = 80
_WORD = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"\b[A-Z]{3,}\b")
_MEASURED = {
    Kind.PENGUKURAN_KINERJA,
    Kind.PERBANDINGAN_TAHUN,
    Kind.PERBANDINGAN_RENSTRA,
    Kind.PERBANDINGAN_NASIONAL,
    Kind.EFISIENSI,
}


def check(view: View) -> Iterator[Finding]:
    """One finding for each list (agreement, IKU table) with indicators that nothing reports on."""
    if view.document.identity.jenis is not Jenis.LKIP:
        return
    measured = list({r.indikator for r in view.document.indikator if not r.keluaran and _reported(view, r)})
    if not measured:
        return
    for table in view.document.tables:
        if table.kind is Kind.PERJANJIAN_KINERJA:
            yield from _missing([r for r in view.indikator.get(table.id, ()) if r.tahun == view.tahun], measured)
        elif table.kind is Kind.IKU:
            yield from _missing([r for r in view.document.iku if r.table == table.id], measured)


def _reported(view: View, record: Indikator) -> bool:
    table = view.tables.get(record.table)
    has = any(cell is not None and cell.value is not None for cell in (record.realisasi, record.capaian))
    return has and table is not None and table.kind in _MEASURED


def _missing(rows: Sequence[Indikator | Iku], measured: list[str]) -> Iterator[Finding]:
    wanted = [r for r in rows if len(r.indikator) >= _SHORT]
    absent = [r for r in wanted if not any(_alike(r.indikator, name) for name in measured)]
    if not absent or len(wanted) < 2 or 3 * len(absent) > len(wanted):
        return
    yield RULE.finding(
        *(
            Evidence(page=r.page, line=r.line, table=r.table, row=r.row, column="indikator", raw=r.indikator)
            for r in absent
        ),
        printed=absent[0].indikator,
        label=absent[0].indikator,
        count=str(len(absent)),
        total=str(len(wanted)),
    )


def _alike(one: str, other: str) -> bool:
    a, b = normal(one), normal(other)
    if a == b or (min(len(a), len(b)) >= _SHORT and (a in b or b in a)):
        return True
    if fuzz.token_set_ratio(one.casefold(), other.casefold()) >= _ALIKE or fuzz.ratio(a, b) >= _ALIKE:
        return True
    return _short_for(one, other) or _short_for(other, one)


def _short_for(one: str, other: str) -> bool:
    """Whether an abbreviation in one name is spelt out in the other."""
    initials = "".join(w[0] for w in _WORD.findall(other)).casefold()
    return any(short.casefold() in initials for short in _ABBREVIATION.findall(one))


RULE = Rule(
    code="E301",
    title_id="Indikator yang diperjanjikan tidak dilaporkan",
    title_en="Agreed indicator is not reported",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: {count} dari {total} indikator tidak ditemukan pada pengukuran, antara lain {label}",
    message_en="{place}: {count} of {total} indicators are not among the measured ones, such as {label}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran II (capaian setiap indikator perjanjian kinerja)",
)
