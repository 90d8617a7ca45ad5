"""A report signed before the year it reports on has ended.

Apa yang diperiksa / What it does
    Membandingkan tanggal kata pengantar dan penutup dengan akhir tahun laporan. Compares the dates of the foreword
    and of the closing signature with the end of the reported year.

Why it matters
    Nobody can report a full year before it is over; either the date or the figures are not what they seem.

How a reviewer verifies it
    Ask for the transmittal letter; the report is due two months after the year has ended.

Known false alarms
    Agreements, plans and decrees in the annex are rightly dated within the year: only signatures before chapter I and
    after the last chapter, before any annex begins, are compared. The last day of the year passes.
"""

import re
from collections.abc import Iterator

from schemas.document import Document
from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Jenis
from validators.rule import Rule
from validators.view import View

_ANNEX = re.compile(
    r"^\W*(?:lampiran\b|(?:pernyataan\s+)?perjanjian\s+kinerja|penetapan\s+kinerja|rencana\s+kinerja\s+tahunan|"
    r"pernyataan\s+telah|(?:surat\s+)?keputusan|indikator\s+kinerja\s+utama|formulir|matriks|pihak\s+(?:kesatu|pertama))",
    re.I,
)
_SHORT = 90
_CLOSING = re.compile(r"^(?:IV|V|4|5)\b|penutup|simpulan", re.I)
_FRONT, _BODY, _CLOSE, _END = range(4)


def check(view: View) -> Iterator[Finding]:
    """One finding for each such signature."""
    tahun = view.tahun
    if tahun is None or view.document.identity.jenis is not Jenis.LKIP:
        return
    zones = _zones(view.document)
    for date in view.document.rujukan:
        if date.kind != "tanggal" or date.about != "tanda tangan" or not _early(date.value, tahun):
            continue
        if _zone(zones, date.order) in (_FRONT, _CLOSE):
            yield RULE.finding(
                Evidence.at(date.place, date.text),
                printed=date.text,
                year=str(tahun),
                expected=str(tahun + 1),
                suggestion=(
                    f"Tanggal laporan seharusnya setelah 31 Desember {tahun}.",
                    f"The report should be dated after 31 December {tahun}.",
                ),
            )


def _early(iso: str, tahun: int) -> bool:
    return iso < f"{tahun}-12-31" and iso != f"{tahun}-12"


def _zones(document: Document) -> list[tuple[int, int]]:
    """Where foreword, body, closing and annexes begin, as (order, zone)."""
    zones, zone = [(-1, _FRONT)], _FRONT
    chapters = {r.order: f"{r.value} {r.about} {r.text}" for r in document.rujukan if r.kind == "bab"}
    contents = {r.order for r in document.rujukan if r.kind == "toc"}
    for line in sorted(document.lines, key=lambda line: line.order):
        if line.order in contents:
            continue
        new = zone
        if line.order in chapters:
            closing = _CLOSING.search(chapters[line.order])
            new = _CLOSE if closing and zone in (_BODY, _CLOSE) else _BODY
        elif zone in (_CLOSE, _FRONT) and len(line.text) < _SHORT and _ANNEX.match(line.text):
            new = _END if zone == _CLOSE else zone
        if new != zone:
            zone = new
            zones.append((line.order, zone))
    return zones


def _zone(zones: list[tuple[int, int]], order: int) -> int:
    return next(zone for start, zone in reversed(zones) if start <= order)


RULE = Rule(
    code="F601",
    title_id="Laporan bertanggal sebelum tahunnya berakhir",
    title_en="Report dated before its year has ended",
    category=Category.YEAR,
    severity=Severity.ERROR,
    message_id="{place}: laporan tahun {year} ditandatangani “{printed}”, sebelum tahun itu berakhir",
    message_en="{place}: the report of {year} is signed “{printed}”, before that year has ended",
    legal_basis="Perpres 29/2014",
    check=check,
)
