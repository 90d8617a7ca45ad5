"""Merged cells that the source repeats, and rows with a blank line below each."""

from pathlib import Path

import pytest

from extractors.document import understand
from extractors.text.reader import read_text
from schemas.reading import Grid

TWO = """\
| No | Indikator | Realisasi | Realisasi | Capaian | Capaian | Ket |
|----|-----------|-----------|-----------|---------|---------|-----|
| No | Indikator | 2022      | 2023      | 2022    | 2023    | Ket |
| Mutu satu | Mutu satu | Mutu satu | Mutu satu | Mutu satu | Mutu satu | Mutu satu |
| 1  | Nilai mutu layanan | 80 | 81 | 100 | 101,25 | naik |
| 2  | Nilai tertib arsip | 70 | 70 | 100 | 100 | tetap |
| Rata-rata | Rata-rata | Rata-rata | Rata-rata | 100 | 100,63 | |
"""


def grid(text: str) -> Grid:
    (only,) = read_text(Path("laporan.txt"), text.encode()).grids
    return only


def test_a_header_of_two_levels_whose_cells_are_repeated() -> None:
    found = grid(TWO)
    spans = {(cell.row, cell.column): (cell.text, cell.rowspan, cell.colspan) for cell in found.cells}
    assert found.header_rows == 2
    assert (spans[0, 0], spans[0, 2], spans[1, 3]) == (("No", 2, 1), ("Realisasi", 1, 2), ("2023", 1, 1))
    assert (1, 0) not in spans
    assert (spans[2, 0], spans[5, 0]) == (("Mutu satu", 1, 7), ("Rata-rata", 1, 4))


def test_the_years_of_a_repeated_header_reach_the_records() -> None:
    document = understand(read_text(Path("laporan.txt"), f"Tabel 1 Perbandingan Tahun 2023\n\n{TWO}".encode()))
    found = [(row.indikator, row.tahun, str(row.realisasi and row.realisasi.value)) for row in document.indikator]
    assert found[:2] == [("Nilai mutu layanan", 2022, "80"), ("Nilai mutu layanan", 2023, "81")]
    assert len(found) == 4


@pytest.mark.parametrize(
    "text",
    [
        "| Satuan | Target | Satuan |\n|---|---|---|\n| Dokumen | 3 | Dokumen |\n| Orang | 4 | Orang |\n",
        "| Nama | Target | Target |\n|---|---|---|\n| Taman | 2022 | 2023 |\n| Pasar | 5 | 5 |\n",
        "| A | B | B |\n|---|---|---|\n| Taman | 100 | 100 |\n| Taman | 7 | 7 |\n",
    ],
)
def test_cells_that_only_look_alike_stay(text: str) -> None:
    found = grid(text)
    assert all((cell.rowspan, cell.colspan) == (1, 1) for cell in found.cells)
    assert found.header_rows == 1


def test_rows_with_a_blank_line_below_each_are_one_table() -> None:
    rows = ["No\tIndikator\tTarget\t", "\t\t2022\t2023", "1\tNilai mutu\t80\t81", "2\tNilai arsip\t70\t71"]
    found = grid("\n\n".join(rows) + "\n")
    assert (found.rows, found.columns, found.first_line, found.last_line) == (4, 4, 1, 7)
    assert [cell.line for cell in found.cells if cell.column == 1] == [1, 3, 5, 7]
