"""The way from a file to its typed records: read, find tables, find records, measure coverage."""

from pathlib import Path

from extractors.coverage import measure
from extractors.reading import read
from extractors.records.anggaran import find_anggaran
from extractors.records.aturan import find_aturan
from extractors.records.baris_periode import find_baris_periode
from extractors.records.identity import find_identity
from extractors.records.iku import find_iku
from extractors.records.indikator import find_indikator
from extractors.records.klaim import find_klaim
from extractors.records.rujukan import find_rujukan
from extractors.records.skala import find_skala
from extractors.tables.build import build_tables
from extractors.tables.numbers import with_numbers
from schemas.document import Document
from schemas.reading import Reading


def extract(path: Path) -> Document:
    """Everything that can be understood of one file.

    Raises CermatError with a typed entry when the file cannot be read at all.
    """
    return understand(read(path))


def understand(reading: Reading) -> Document:
    """The typed records of what a reader saw."""
    tables, unread = build_tables(reading)
    identity = find_identity(reading, tables)
    anggaran = find_anggaran(tables, identity)
    indikator = find_indikator(tables, identity, anggaran)
    document = Document(
        source=reading.source,
        identity=identity,
        tables=with_numbers(tables, anggaran, indikator),
        indikator=indikator,
        anggaran=anggaran,
        baris_periode=find_baris_periode(tables, anggaran),
        iku=find_iku(tables),
        klaim=find_klaim(reading, tables, identity),
        skala=find_skala(tables, reading.lines),
        aturan=find_aturan(tables, reading.lines),
        rujukan=find_rujukan(reading, tables),
        lines=reading.lines,
    )
    return document.model_copy(update={"coverage": measure(document, (*reading.unread, *unread))})
