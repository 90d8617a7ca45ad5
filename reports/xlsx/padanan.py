"""One line for each indicator of a document, over all the plans and tables that name it."""

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process

from schemas.document import Document
from schemas.number import Printed
from schemas.records import Iku, Indikator
from schemas.table import Kind, Stage

_NOT_WORD = re.compile(r"[^0-9a-z]+")
_ALIKE = 92
_SOURCES = {
    Kind.TARGET_RENSTRA: "renstra",
    Kind.PERBANDINGAN_RENSTRA: "renstra",
    Kind.RKT: "rkt",
    Kind.PERJANJIAN_KINERJA: "pk",
    Kind.PENGUKURAN_KINERJA: "lkip",
    Kind.PERBANDINGAN_TAHUN: "lkip",
    Kind.PERBANDINGAN_NASIONAL: "lkip",
}
_FIRST_WINS = frozenset({"renstra", "lkip"})  # of agreements and work plans the last one of the year holds


@dataclass
class Line:
    """An indicator; ``found`` holds the record of each source (renstra, rkt, pk, lkip) that names it."""

    indikator: str
    sasaran: str | None = None
    iku: Iku | None = None
    found: dict[str, Indikator] = field(default_factory=dict)

    def target(self, source: str) -> Printed | None:
        """The target that a source prints."""
        record = self.found.get(source)
        return record.target if record else None


def lines_of(document: Document) -> list[Line]:
    """Indicators in the order in which the document first names them.

    Outputs of activities are left out, and so is what only a work plan names. Only the year of the document counts.
    Names are the same after leaving out signs, or nearly so.
    """
    kinds = {table.id: table.kind for table in document.tables}
    lines: list[Line] = []
    by_name: dict[str, Line] = {}
    for record in document.indikator:
        source = _SOURCES.get(kinds.get(record.table, Kind.LAINNYA))
        other_year = None not in (record.tahun, document.identity.tahun) and record.tahun != document.identity.tahun
        if source is None or record.keluaran or other_year or record.stage is Stage.AKHIR:
            continue
        line = _line(record.indikator, lines, by_name)
        line.sasaran = line.sasaran or record.sasaran
        known = line.found.get(source)
        if known is None or source not in _FIRST_WINS or (known.target is None and record.target is not None):
            line.found[source] = record
    for iku in document.iku:
        line = _line(iku.indikator, lines, by_name)
        line.iku, line.sasaran = line.iku or iku, line.sasaran or iku.sasaran
    return [line for line in lines if line.iku is not None or line.found.keys() - {"rkt"}]


def _line(name: str, lines: list[Line], by_name: dict[str, Line]) -> Line:
    key = _NOT_WORD.sub(" ", name.casefold()).strip()
    if key not in by_name:
        near = process.extractOne(key, by_name.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if near is None or _digits(near[0]) != _digits(key):
            lines.append(Line(name))
            by_name[key] = lines[-1]
        else:
            by_name[key] = by_name[near[0]]
    return by_name[key]


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
