"""A document with the indexes that rules ask for: rows by table, children by parent, operands by record."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import Any

from schemas.document import Document
from schemas.number import Printed
from schemas.records import Anggaran, Indikator, Klaim
from schemas.relation import Operand
from schemas.table import Table


class View:
    """Read-only access to one document; every index is built at most once."""

    def __init__(self, document: Document) -> None:
        """``document`` is never changed. ``memo`` holds what several rules derive from it, by name."""
        self.document = document
        self.memo: dict[str, Any] = {}

    @property
    def tahun(self) -> int | None:
        """The year the document reports on or plans for."""
        return self.document.identity.tahun

    @cached_property
    def tables(self) -> dict[str, Table]:
        """Tables by id."""
        return {table.id: table for table in self.document.tables}

    @cached_property
    def anggaran(self) -> dict[str, tuple[Anggaran, ...]]:
        """Budget rows by table id, in the order of the rows."""
        return _grouped(self.document.anggaran)

    @cached_property
    def baris_periode(self) -> dict[str, tuple[Anggaran, ...]]:
        """Rows without an amount of the year by table id, in the order of the rows."""
        return _grouped(self.document.baris_periode)

    @cached_property
    def indikator(self) -> dict[str, tuple[Indikator, ...]]:
        """Indicator records by table id, in the order of the rows."""
        return _grouped(self.document.indikator)

    @cached_property
    def by_id(self) -> dict[str, Anggaran]:
        """Budget rows by record id."""
        return {row.id: row for row in self.document.anggaran}

    @cached_property
    def children(self) -> dict[str, tuple[Anggaran, ...]]:
        """Direct children of a budget row by its record id."""
        found: dict[str, list[Anggaran]] = defaultdict(list)
        for row in self.document.anggaran:
            if row.induk:
                found[row.induk].append(row)
        return {parent: tuple(rows) for parent, rows in found.items()}

    @cached_property
    def lists(self) -> dict[str, tuple[Klaim, ...]]:
        """Claims of one enumeration by its list id, in reading order."""
        found: dict[str, list[Klaim]] = defaultdict(list)
        for klaim in self.document.klaim:
            if klaim.list_id:
                found[klaim.list_id].append(klaim)
        return {key: tuple(items) for key, items in found.items()}

    def caption(self, table_id: str) -> str:
        """How people call a table: "Tabel 3.8", its caption, or its id and page."""
        table = self.tables.get(table_id)
        if table is None:
            return table_id
        page = f" hlm. {table.pages[0]}" if table.pages else ""
        return f"Tabel {table.number}" if table.number else table.caption or f"{table.id}{page}"


def _grouped(rows: tuple[Anggaran, ...] | tuple[Indikator, ...]) -> dict[str, tuple]:  # type: ignore[type-arg]
    found: dict[str, list[Anggaran | Indikator]] = defaultdict(list)
    for row in rows:
        found[row.table].append(row)
    return {table: tuple(items) for table, items in found.items()}


def usable(printed: Printed | None) -> bool:
    """Whether a cell holds exactly one number that can be computed with."""
    return printed is not None and printed.value is not None


def operand(printed: Printed, label: str = "", key: str = "") -> Operand:
    """The node of a printed number. ``key`` is given for claims; cells are known by their place."""
    place = printed.place
    return Operand(key=key or f"{place.table}.{place.row}.{place.column}", printed=printed, label=label)


def printed_cells(document: Document) -> Iterator[Operand]:
    """Every number of every record and claim, each printed cell once."""
    seen: set[str] = set()
    for node in _nodes(document):
        if node.key not in seen:
            seen.add(node.key)
            yield node


def _nodes(document: Document) -> Iterator[Operand]:
    for row in document.anggaran:
        for cell in (row.anggaran_sebelum, row.anggaran, row.realisasi, row.persen, row.sisa):
            if cell is not None:
                yield operand(cell, row.uraian)
    for record in document.indikator:
        for cell in (record.target, record.realisasi, record.capaian, record.nasional, record.selisih):
            if cell is not None:
                yield operand(cell, record.indikator)
    for klaim in document.klaim:
        if klaim.value is not None:
            yield operand(klaim.value, klaim.subject or klaim.noun, klaim.id)
