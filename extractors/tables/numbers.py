"""The numbers of every row by column, so that arithmetic can be checked where no record was made."""

from collections.abc import Iterable
from typing import TypeAlias

from extractors.numbers import Kind, parse_number
from schemas.number import Form, Place, Printed
from schemas.records import Anggaran, Indikator
from schemas.table import Column, Role, Row, Table
from schemas.table import Kind as TableKind

_NAMES = {
    Role.NO,
    Role.KODE,
    Role.TUJUAN,
    Role.INDIKATOR_TUJUAN,
    Role.SASARAN,
    Role.INDIKATOR,
    Role.SATUAN,
    Role.PREDIKAT,
    Role.PROGRAM,
    Role.KEGIATAN,
    Role.SUB_KEGIATAN,
    Role.URAIAN,
    Role.FORMULASI,
    Role.PENANGGUNG_JAWAB,
    Role.SUMBER_DATA,
    Role.KETERANGAN,
}
_MONEY = {Role.ANGGARAN, Role.REALISASI_ANGGARAN, Role.SISA}
_Known: TypeAlias = dict[tuple[str, int], dict[str, list[Printed]]]
_SHARES = {Role.CAPAIAN, Role.PERSEN, Role.FISIK}


def with_numbers(
    tables: Iterable[Table], anggaran: Iterable[Anggaran], indikator: Iterable[Indikator]
) -> tuple[Table, ...]:
    """The tables with ``Row.numbers`` filled.

    A number that a record of the row already holds is taken from it, so that one printed cell is one number with
    one place. Other numbers get the column "c1", "c2", … (from 1).
    """
    known: _Known = {}
    for row in anggaran:
        cells = (row.anggaran_sebelum, row.anggaran, row.realisasi, row.persen, row.sisa)
        _note(known, row.table, row.row, cells)
    for record in indikator:
        cells = (record.target, record.realisasi, record.capaian, record.nasional, record.selisih)
        _note(known, record.table, record.row, cells)
    return tuple(
        table.model_copy(
            update={"rows": tuple(_row(table, row, known.get((table.id, row.index), {})) for row in table.rows)}
        )
        for table in tables
    )


def _note(known: _Known, table: str, row: int, cells: Iterable[Printed | None]) -> None:
    by_text = known.setdefault((table, row), {})
    for cell in cells:
        if cell is not None:
            same = by_text.setdefault(cell.raw.strip(), [])
            if all(other.place.column != cell.place.column for other in same):
                same.append(cell)


def _row(table: Table, row: Row, known: dict[str, list[Printed]]) -> Row:
    left = {text: list(cells) for text, cells in known.items()}
    numbers = tuple(_cell(table, row, column, left) for column in table.columns)
    return row.model_copy(update={"numbers": numbers}) if any(numbers) else row


def _cell(table: Table, row: Row, column: Column, left: dict[str, list[Printed]]) -> Printed | None:
    cell = row.cells[column.index] if column.index < len(row.cells) else None
    if cell is None or not cell.text.strip():
        return None
    text = cell.text.strip()
    counted = table.kind is TableKind.LAINNYA and column.role is Role.PREDIKAT and text.isdecimal()
    if column.role in _NAMES and not counted:  # how many reached a predicate stands under its name
        return None
    if left.get(text):
        return left[text].pop(0)
    kind: Kind | None = "money" if column.role in _MONEY else "percent" if column.role in _SHARES else None
    place = Place(
        page=cell.page or row.page,
        line=cell.line or row.line,
        table=table.id,
        row=row.index,
        column=f"c{column.index + 1}",
        bbox=cell.bbox,
    )
    printed = parse_number(text, kind, place, cell.legible)
    return None if printed.form is Form.TEXT else printed
