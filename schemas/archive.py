"""What checks across documents work on, and what they find.

Facts are plain tuples: an archive holds millions of them.
"""

from decimal import Decimal
from typing import NamedTuple

from schemas.base import Frozen
from schemas.finding import Category, Evidence, Message, Severity


class Fact(NamedTuple):
    """One printed value of one document, as the store keeps it."""

    sha256: str
    id: str
    name: str  # indicator or budget line as printed
    level: str  # "" for indicators, else the tingkat of the budget row
    tahun: int | None
    ukuran: str  # target, realisasi, capaian, anggaran, …
    tahap: str | None
    raw: str
    nilai: Decimal | None
    page: int | None
    line: int | None
    tabel: str | None
    baris: int | None
    kolom: str | None

    def evidence(self) -> Evidence:
        """Where the value is printed."""
        return Evidence(
            page=self.page, line=self.line, table=self.tabel, row=self.baris, column=self.kolom, raw=self.raw
        )


class Dossier(NamedTuple):
    """One document of the archive with its facts. ``dated`` is the latest signature date it prints (ISO)."""

    sha256: str
    paths: tuple[str, ...]
    jenis: str
    agency: str | None  # comparable name, see store.names
    instansi: str | None
    tahun: int | None
    indikator: tuple[Fact, ...] = ()
    anggaran: tuple[Fact, ...] = ()
    iku: tuple[str, ...] = ()  # indicators of IKU tables
    dated: str | None = None


class Exhibit(Frozen):
    """One document that an archive finding speaks of, with the printed values in it."""

    sha256: str
    path: str
    evidence: tuple[Evidence, ...] = ()


class ArchiveFinding(Frozen):
    """A finding between documents: which documents, what each prints, and the computation."""

    rule: str
    category: Category = Category.ARCHIVE
    severity: Severity
    message: Message
    agency: str | None = None
    tahun: int | None = None
    printed: str | None = None
    expected: str | None = None
    computation: str | None = None
    exhibits: tuple[Exhibit, ...] = ()
