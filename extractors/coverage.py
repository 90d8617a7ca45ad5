"""How much of what is printed was understood: numbers on table pages against numbers in records."""

from collections.abc import Iterable

from extractors.tables.build import numbers_in
from schemas.document import Coverage, Document
from schemas.number import Printed
from schemas.reading import Unread
from schemas.table import Kind, Table


def measure(document: Document, unread: tuple[Unread, ...]) -> Coverage:
    """Coverage of a document; ``confirmed`` is counted later, by what the relations could confirm.

    Every table that prints numbers of which none reached a record is listed among ``unread``, one entry each.
    """
    used = _cells_in_records(document)
    printed = inside = 0
    missing: list[Unread] = []
    for table in document.tables:
        numbers = numbers_in(table)
        read = min(len(used.get(table.id, ())), numbers)
        printed += numbers
        inside += read
        if numbers and not read and table.kind not in {Kind.SKALA_PREDIKAT, Kind.IKU}:
            missing.append(_unread(table, numbers))
    beyond = sum(u.numbers for u in unread)
    return Coverage(numbers_on_table_pages=printed + beyond, in_records=inside, confirmed=0, unread=(*unread, *missing))


def _cells_in_records(document: Document) -> dict[str, set[tuple[int | None, str | None]]]:
    used: dict[str, set[tuple[int | None, str | None]]] = {}
    for printed in _numbers(document):
        place = printed.place
        if place.table is not None and not printed.missing:
            used.setdefault(place.table, set()).add((place.row, place.column))
    return used


def _numbers(document: Document) -> Iterable[Printed]:
    for i in document.indikator:
        yield from (p for p in (i.target, i.realisasi, i.capaian, i.nasional, i.selisih) if p is not None)
    for a in document.anggaran:
        yield from (p for p in (a.anggaran, a.anggaran_sebelum, a.realisasi, a.persen, a.sisa) if p is not None)


def _unread(table: Table, numbers: int) -> Unread:
    first = table.rows[0] if table.rows else None
    reason = (
        "columns have no known meaning"
        if table.kind is Kind.LAINNYA
        else f"no row of this {table.kind.value} gave a record"
    )
    return Unread(
        page=table.pages[0] if table.pages else None,
        line=table.lines[0] if table.lines else first.line if first is not None else None,
        what=f"table {table.id}" + (f" ({table.caption[:80]})" if table.caption else ""),
        reason=reason,
        numbers=numbers,
    )
