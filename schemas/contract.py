"""The output contract ``cermat/1``: what ``--format json`` prints. Its JSON Schema is generated into ``docs/``.

The models of this module are the only place where the names of the output are written. They change only together
with the version in ``schema``.
"""

from typing import Literal

from pydantic import Field

from schemas.base import Frozen
from schemas.finding import Message
from schemas.number import BBox


class NumberOut(Frozen):
    """A printed number: the raw text, its value as a decimal string (None when it could not be read), its unit."""

    raw: str
    value: str | None
    unit: str | None
    bbox: BBox | None


class SourceOut(Frozen):
    """The file that was read."""

    path: str
    sha256: str
    media_type: str
    pages: int | None
    text_layer: Literal["digital", "scan", "mixed", "text"]


class IdentityOut(Frozen):
    """Whose document it is and which year it speaks of."""

    jenis: str
    instansi: str | None
    daerah: str | None
    tahun: int | None
    nomor: str | None


class TableOut(Frozen):
    """One stitched table. ``lines`` holds the first and last line of text input, ``pages`` the pages of a PDF."""

    id: str
    kind: str
    caption: str
    pages: tuple[int, ...]
    lines: tuple[int, int] | None
    rows: int
    columns: int
    engine: str
    score: float


class IndikatorOut(Frozen):
    """One indicator in one year."""

    id: str
    table: str
    page: int | None
    line: int | None
    sasaran: str | None
    indikator: str
    satuan: str | None
    tahun: int | None
    target: NumberOut | None
    realisasi: NumberOut | None
    capaian: NumberOut | None
    predikat: str | None


class AnggaranOut(Frozen):
    """One budget row; ``induk`` is the id of its parent."""

    id: str
    table: str
    page: int | None
    line: int | None
    tingkat: str
    kode: str | None
    uraian: str
    induk: str | None
    anggaran: NumberOut | None
    anggaran_sebelum: NumberOut | None
    realisasi: NumberOut | None
    persen: NumberOut | None


class IkuOut(Frozen):
    """One row of an IKU table."""

    id: str
    table: str
    page: int | None
    line: int | None
    sasaran: str | None
    indikator: str
    formulasi: str | None
    penanggung_jawab: str | None
    sumber_data: str | None


class KlaimOut(Frozen):
    """One claim of the running text."""

    page: int | None
    line: int | None
    text: str
    kind: str
    value: NumberOut | None


class UnreadOut(Frozen):
    """Something that was not understood, and why."""

    page: int | None
    line: int | None
    what: str
    reason: str
    numbers: int


class CoverageOut(Frozen):
    """How many numbers of table pages are in records, and how many of those a relation confirms."""

    numbers_on_table_pages: int
    in_records: int
    confirmed: int
    unread: tuple[UnreadOut, ...]


class EvidenceOut(Frozen):
    """One printed thing that a finding rests on."""

    page: int | None
    line: int | None
    table: str | None
    row: int | None
    column: str | None
    raw: str
    bbox: BBox | None


class FindingOut(Frozen):
    """One finding. A consequence has severity ``info`` and names its ``cause``."""

    id: str
    rule: str
    category: str
    severity: Literal["error", "warning", "info"]
    mengubah_kesimpulan: bool
    message: Message
    printed: str | None
    expected: str | None
    computation: str | None
    suggestion: str | None
    consequences: tuple[str, ...]
    cause: str | None
    confidence: float
    accepted: str | None
    evidence: tuple[EvidenceOut, ...]


class KelengkapanOut(Frozen):
    """One item of the checklist of completeness and what the document alone answers."""

    item: str
    aspek: str
    pertanyaan: Message
    jawaban: Literal["ya", "tidak", "sebagian", "tidak_dapat_dinilai"]
    alasan: Message
    bukti: tuple[EvidenceOut, ...]


class RuleFailureOut(Frozen):
    """A rule that crashed."""

    rule: str
    error: str
    place: str


class DocumentOut(Frozen):
    """One document that was read."""

    source: SourceOut
    identity: IdentityOut
    tables: tuple[TableOut, ...]
    indikator: tuple[IndikatorOut, ...]
    anggaran: tuple[AnggaranOut, ...]
    iku: tuple[IkuOut, ...]
    klaim: tuple[KlaimOut, ...]
    coverage: CoverageOut
    findings: tuple[FindingOut, ...]
    kelengkapan: tuple[KelengkapanOut, ...]
    rule_failures: tuple[RuleFailureOut, ...]


class ErrorOut(Frozen):
    """One input that could not be read."""

    path: str
    code: str
    message: Message


class ResultOut(Frozen):
    """The one JSON document of a run."""

    schema_: Literal["cermat/1"] = Field("cermat/1", alias="schema")
    version: str
    documents: tuple[DocumentOut, ...]
    errors: tuple[ErrorOut, ...]
