"""How much of what is printed was understood: numbers in tables against numbers in records.

Numbering, codes and names do not count. What did not become a record is listed, one entry for each table.
"""

import re
from collections import defaultdict
from collections.abc import Iterable

from extractors.tables.cells import VALUES, Shape, plain, shape
from schemas.document import Coverage, Document
from schemas.number import Printed
from schemas.reading import Unread
from schemas.table import Kind, Role, Row, Table

_NUMBERS = VALUES - {Shape.GRADE}
_UNCOUNTED = frozenset(
    {Role.NO, Role.KODE, Role.TUJUAN, Role.SASARAN, Role.INDIKATOR, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN}
)
_READ_ELSEWHERE = frozenset({Kind.SKALA_PREDIKAT, Kind.IKU})
_SUMMARY = re.compile(r"^\W*(?:rata\W{0,4}rata|rerata|jumlah|total)\b", re.IGNORECASE)
_NAMED_ROWS = 12


def measure(document: Document, unread: tuple[Unread, ...]) -> Coverage:
    """Coverage of a document; ``confirmed`` is counted later, by what the relations could confirm.

    Args:
        document: tables and records.
        unread: what readers and tables could not make anything of; kept in front.
    """
    cells = _cells_in_records(document)
    budgets = {a.table for a in document.anggaran}
    scales = {s.table for s in document.skala if s.table is not None}
    printed = inside = 0
    missing: list[Unread] = []
    for table in document.tables:
        counts = {row.index: n for row in table.rows if (n := _numbers_of(table, row))}
        numbers = sum(counts.values())
        used = cells.get(table.id, {})
        printed += numbers
        inside += numbers if table.id in scales else sum(min(n, len(used.get(r, ()))) for r, n in counts.items())
        if not numbers or table.kind in _READ_ELSEWHERE:
            continue
        left = [row for row in table.rows if row.index in counts and row.index not in used and not _summary(row)]
        if left:
            missing.append(_unread(table, left, sum(counts[row.index] for row in left), not used))
        if used and table.id not in budgets and (amounts := _amounts(table, used)):
            missing.append(amounts)
    beyond = sum(u.numbers for u in unread)
    return Coverage(numbers_on_table_pages=printed + beyond, in_records=inside, confirmed=0, unread=(*unread, *missing))


def _amounts(table: Table, used: dict[int, set[str]]) -> Unread | None:
    """The columns of amounts of a table that gave indicators but no budget: none of them is the year's."""
    columns = table.roles(Role.ANGGARAN, Role.REALISASI_ANGGARAN)
    rows = [row for row in table.rows if row.index in used]
    count = sum(1 for row in rows for c in columns if shape(plain(row.text(c.index))) in _NUMBERS)
    if not count:
        return None
    labels = "; ".join(dict.fromkeys(c.label for c in columns))
    return Unread(
        page=table.pages[0] if table.pages else None,
        line=table.lines[0] if table.lines else None,
        what=f"table {table.id}: {labels[:120]}",
        reason="none of these amounts is that of the year",
        numbers=count,
    )


def _numbers_of(table: Table, row: Row) -> int:
    return sum(
        1
        for column in table.columns
        if column.role not in _UNCOUNTED
        and (cell := row.cells[column.index]) is not None
        and shape(plain(cell.text)) in _NUMBERS
    )


def _summary(row: Row) -> bool:
    """True for rows of averages and totals: the rules read them from the table itself."""
    return any(cell is not None and _SUMMARY.match(plain(cell.text)) for cell in row.cells[:3])


def _cells_in_records(document: Document) -> dict[str, dict[int, set[str]]]:
    used: dict[str, dict[int, set[str]]] = defaultdict(lambda: defaultdict(set))
    for printed in _printed(document):
        place = printed.place
        if place.table is not None and place.row is not None and not printed.missing:
            used[place.table][place.row].add(place.column or "")
    return used


def _printed(document: Document) -> Iterable[Printed]:
    for i in document.indikator:
        yield from (p for p in (i.target, i.realisasi, i.capaian, i.nasional, i.selisih) if p is not None)
    for a in document.anggaran:
        yield from (p for p in (a.anggaran, a.anggaran_sebelum, a.realisasi, a.persen, a.sisa) if p is not None)


def _unread(table: Table, left: list[Row], numbers: int, whole: bool) -> Unread:
    if whole and table.kind is Kind.LAINNYA:
        reason = "columns have no known meaning"
    elif whole:
        reason = f"no row of this {table.kind.value} gave a record"
    else:
        rows = ", ".join(str(row.index) for row in left[:_NAMED_ROWS])
        reason = f"rows without a record: {rows}" + (", …" if len(left) > _NAMED_ROWS else "")
    return Unread(
        page=left[0].page,
        line=left[0].line,
        what=f"table {table.id}" + (f" ({table.caption[:80]})" if table.caption else ""),
        reason=reason,
        numbers=numbers,
    )
