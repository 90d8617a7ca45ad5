"""Prose in table cells is read; names, formulas and values are not."""

from __future__ import annotations

from extractors.records.sel_uraian import cell_lines
from schemas.reading import Cell
from schemas.table import Column, Kind, Role, Row, Table

PROSE = "Indikator konsumsi ikan memperoleh capaian kinerja sebesar 110 dengan kategori\n" + "kegiatan " * 20


def table(kind: Kind, role: Role, text: str) -> Table:
    cell = Cell(text=text, row=0, column=0, page=7)
    row = Row(index=1, cells=(cell,), page=7)
    return Table(id="t1", kind=kind, columns=(Column(index=0, role=role),), rows=(row,), order=40)


def test_long_cells_of_text_tables_are_read_line_by_line() -> None:
    (lines,) = cell_lines([table(Kind.LAINNYA, Role.LAINNYA, PROSE)])
    assert next(line.text for line in lines).endswith("kategori")
    assert {(line.order, line.page) for line in lines} == {(40, 7)}


def test_long_remarks_of_any_table_are_read() -> None:
    assert list(cell_lines([table(Kind.REALISASI_ANGGARAN, Role.KETERANGAN, PROSE)]))


def test_formulas_names_and_short_cells_are_not() -> None:
    assert not list(cell_lines([table(Kind.IKU, Role.FORMULASI, PROSE)]))
    assert not list(cell_lines([table(Kind.LAINNYA, Role.LAINNYA, "nilai 5")]))
    assert not list(cell_lines([table(Kind.LAINNYA, Role.LAINNYA, "tanpa angka " * 30)]))
