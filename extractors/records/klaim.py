"""Claims in running text: every amount, percentage, count, predicate and direction, and what it speaks of."""

import re
from collections.abc import Sequence
from itertools import count

from extractors.records.bakal import Bakal
from extractors.records.daftar import find_daftar
from extractors.records.kalimat import Paragraf, join_lines, paragraphs
from extractors.records.pernyataan import statements
from extractors.records.predikat import PREDIKAT
from extractors.records.rincian import tie_announced, tie_items
from extractors.records.sel_uraian import cell_lines
from extractors.records.subjek import topic
from extractors.records.topeng import BAND
from schemas.number import Form
from schemas.reading import Reading
from schemas.records import Identity, Klaim
from schemas.table import Table

_SASARAN = re.compile(
    r"^(?:\d{1,2}[.)]\s*)?(?:tujuan\s*\d+\s*,?\s*)?sasaran(?:\s+(?:strat\w+|program|opd|"
    r"pd))?\s*(?:ke\s?-?\s?)?(?P<number>\d{1,2}|[IVX]{1,4})?\s*"
    r"[:.\-–]\s*(?P<name>[^.;]{0,200}?)(?=\s+mendapat\b|[.;]|$)",
    re.I,
)
_NUMERAL = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W\d]{2,}")
_PREDIKAT = re.compile(rf"\b{PREDIKAT}\b", re.I)
_ATTRIBUTE = re.compile(
    r"^(?:jumlah|total|anggaran|pagu|alokasi|(?:ter)?realisasi|target|output|keluaran|capaian|dana|input|masukan|"
    r"keseluruhan|penyerapan)\b",
    re.I,
)


def find_klaim(reading: Reading, tables: Sequence[Table], identity: Identity) -> tuple[Klaim, ...]:
    """The claims of a document in reading order; their ids are "k1", "k2" and so on.

    Lines inside tables are not read here, but cells that hold prose are, after the running text. References, dates
    and labels are no claims. ``identity`` is part of the contract of all record finders and not needed yet.
    """
    del identity
    walls = sorted(grid.order for grid in reading.grids)
    parts = paragraphs(reading.lines, walls)
    found: dict[int, list[Bakal]] = {}
    names = (f"n{number}" for number in count(1))
    sasaran: str | None = None
    known, above, spoken = "", "", False
    for index, part in enumerate(parts):
        if part.kind == "toc":
            continue
        body = part.text[part.lead :]
        named = _SASARAN.match(body)
        if named:
            sasaran = named["name"].strip(" :.-–") or f"sasaran {named['number']}"
            spoken = len(body) > named.end() + 40  # it speaks of the sasaran itself, so what follows may not
        elif part.heading or (spoken and part.kind == "text"):
            sasaran, spoken = None, False
        opening = topic(body)
        if part.kind in ("heading", "caption"):
            known = above = opening
            continue
        if opening:
            known = opening
        elif part.kind == "text" and not _ATTRIBUTE.match(body):
            known = above
        if not _prose(body, part.kind == "item"):
            continue
        drafts = statements(index, part, known, sasaran, names)
        if drafts:
            found[index] = drafts
    _drop_definitions(parts, found)
    for daftar in find_daftar(parts, walls):
        tie_items(daftar, parts, found)
        tie_announced(daftar, parts, found)
    cells = [part for lines in cell_lines(tables) for part in join_lines(lines)]
    for index, part in enumerate(cells, len(parts)):
        if _prose(part.text):
            found[index] = statements(index, part, topic(part.text[part.lead :]), None, names)
    parts = (*parts, *cells)
    ordered = [draft for index in sorted(found) for draft in found[index]]
    ids = {id(draft): f"k{number}" for number, draft in enumerate(ordered, 1)}
    return tuple(draft.klaim(parts[draft.part].text, ids) for draft in ordered)


def _drop_definitions(parts: Sequence[Paragraf], found: dict[int, list[Bakal]]) -> None:
    """Takes out the bands of a scale that stands as a list: two paragraphs in a row that judge a range or a limit."""
    bands = [
        index
        for index, drafts in found.items()
        if {one.value.form for one in drafts if one.value} <= {Form.RANGE, Form.BOUND}
        and any(one.value for one in drafts)
        and len(parts[index].text) < 170
        and _PREDIKAT.search(parts[index].text)
    ]
    for index in bands:
        if index - 1 in bands or index + 1 in bands:
            del found[index]


def _prose(text: str, item: bool = False) -> bool:
    """Whether a paragraph reads as text, not as a row of numbers that fell out of a table.

    The limits of a predicate, "Baik (80 - 100%)", belong to its name.
    """
    text = BAND.sub(" ", text)
    digits = len(_NUMERAL.findall(text))
    return digits <= 2 or digits <= (1 if item else 0.6) * len(_WORD.findall(text))
