"""The rows of the two charts: capaian of each indicator, anggaran against realisasi of each programme.

Bars are lengths between 0 and 100; the template draws them as SVG beside the printed figures.
"""

from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from schemas.document import Document
from schemas.number import Printed
from schemas.printing import print_number
from schemas.records import Anggaran, Indikator, Tingkat
from schemas.table import Kind

LONGEST = 150
"""Percent at which a bar of capaian ends; what is above is cut and marked."""
MOST = 40


class CapaianBar(NamedTuple):
    """One indicator: ``length`` of its bar; ``cut`` when it would be longer than the chart."""

    name: str
    printed: str
    length: float
    cut: bool
    below: bool
    place: str


class AnggaranBar(NamedTuple):
    """One programme (or activity): the two amounts as text, and as lengths."""

    name: str
    anggaran: str
    realisasi: str
    length: float
    used: float


def capaian_bars(document: Document) -> tuple[CapaianBar, ...]:
    """The capaian of the reported year as the measurement tables print it, each indicator once."""
    kinds = {table.id: table.kind for table in document.tables}
    year = document.identity.tahun
    found: dict[str, Indikator] = {}
    for wanted in (Kind.PENGUKURAN_KINERJA, Kind.PERBANDINGAN_TAHUN):
        for record in document.indikator:
            this_year = year is None or record.tahun in (None, year)
            if kinds.get(record.table) is wanted and this_year and not record.keluaran and _readable(record.capaian):
                found.setdefault(_key(record.indikator), record)
        if found:
            break
    return tuple(_capaian(record) for record in found.values())[:MOST]


def anggaran_bars(document: Document) -> tuple[AnggaranBar, ...]:
    """Programmes with both amounts, each once; activities where the report gives none for programmes."""
    for level in (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.BELANJA):
        found: dict[str, Anggaran] = {}
        for record in document.anggaran:
            if record.tingkat is level and _readable(record.anggaran) and _readable(record.realisasi):
                found.setdefault(_key(record.uraian), record)
        if found:
            return tuple(_amounts(found.values()))[:MOST]
    return ()


def _capaian(record: Indikator) -> CapaianBar:
    value = _value(record.capaian) or Decimal(0)
    place = f"Hal. {record.page}" if record.page else f"Baris {record.line}" if record.line else ""
    length = float(min(max(value, Decimal(0)), Decimal(LONGEST)) * 100 / LONGEST)
    return CapaianBar(
        name=record.indikator,
        printed=print_number(value) + " %",
        length=round(length, 2),
        cut=value > LONGEST,
        below=value < 100,
        place=place,
    )


def _amounts(records: Iterable[Anggaran]) -> Iterable[AnggaranBar]:
    rows = [(r.uraian, _value(r.anggaran) or Decimal(0), _value(r.realisasi) or Decimal(0)) for r in records]
    largest = max((max(a, b) for _, a, b in rows), default=Decimal(0)) or Decimal(1)
    for name, anggaran, realisasi in rows:
        yield AnggaranBar(
            name=name,
            anggaran=print_number(anggaran),
            realisasi=print_number(realisasi),
            length=round(float(max(anggaran, Decimal(0)) * 100 / largest), 2),
            used=round(float(max(realisasi, Decimal(0)) * 100 / largest), 2),
        )


def _value(printed: Printed | None) -> Decimal | None:
    return printed.value if printed is not None and printed.legible else None


def _readable(printed: Printed | None) -> bool:
    return _value(printed) is not None


def _key(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())
