"""The highest or lowest capaian named in the text against the tables.

Apa yang diperiksa / What it does
    "Pencapaian terendah sebesar 66,67 %", "capaian tertinggi adalah …": nilai yang disebut dibandingkan dengan nilai
    terkecil dan terbesar tabel pengukuran. A value that the tables print, but that is the smallest (largest) of none
    of them, is not the lowest (highest).

Why it matters
    The weakest indicator is the one that the head of the agency will ask about.

How a reviewer verifies it
    Sort the capaian of the table of measurement.

Known false alarms
    Superlatives of misi, programmes or regions; only sentences about indicators as such are read.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form
from schemas.records import Indikator, Klaim, KlaimKind
from validators.facts import equals
from validators.rule import Rule
from validators.subjects import offset
from validators.tallies import measured, reached, row_sets
from validators.view import View
from validators.wording import show

_WORD = re.compile(
    r"(?i)(?:capaian|pencapaian)[^.;,]{0,40}?(?:(?P<low>terendah|terkecil)|(?P<high>tertinggi|terbesar))"
)
_OTHER = re.compile(
    r"(?i)\bmisi\b|program|kegiatan|anggaran|serap|fisik|keuangan|efisiensi|kabupaten|komoditas|sasaran|tahun\s+20"
)
_LEAST = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each superlative that no table bears out."""
    for klaim in view.document.klaim:
        value, at = klaim.value, offset(klaim)
        if klaim.kind is not KlaimKind.PERCENT or klaim.measure != "capaian" or value is None or at < 0:
            continue
        if value.form is not Form.NUMBER or value.value is None:
            continue
        lead = klaim.text[max(0, at - 90) : at]
        words = list(_WORD.finditer(lead))
        if not words or _OTHER.search(lead[words[-1].start() :]) or klaim.year not in (None, view.tahun):
            continue
        low = words[-1].group("low") is not None
        sets = [rows for rows in row_sets(measured(view)) if len(rows) >= _LEAST]
        ends = [_end(rows, low) for rows in sets]
        known = any(equals(value, v) for rows in sets for r in rows if (v := reached(r)) is not None)
        if known and not any(end is not None and equals(value, end) for end in ends):
            yield _told(klaim, sets[0], low)


def _end(rows: tuple[Indikator, ...], low: bool) -> Decimal | None:
    values = [v for r in rows if (v := reached(r)) is not None]
    return (min(values) if low else max(values)) if values else None


def _told(klaim: Klaim, rows: tuple[Indikator, ...], low: bool) -> Finding:
    assert klaim.value is not None
    end = _end(rows, low) or Decimal(0)
    record = next(r for r in rows if reached(r) == end)
    assert record.capaian is not None
    return RULE.finding(
        Evidence.of(klaim.value),
        Evidence.of(record.capaian),
        expected=show(end),
        expected_value=end,
        keys=(klaim.id,),
        way=("terendah", "lowest") if low else ("tertinggi", "highest"),
        name=record.indikator,
    )


RULE = Rule(
    code="D503",
    title_id="Nilai tertinggi atau terendah tidak sesuai tabel",
    title_en="Highest or lowest value contradicts the tables",
    category=Category.NARRATIVE,
    severity=Severity.WARNING,
    message_id="{place}: {printed} disebut capaian {way}, tabel mencetak {expected} ({name})",
    message_en="{place}: {printed} is called the {way} capaian, the table prints {expected} ({name})",
    check=check,
)
