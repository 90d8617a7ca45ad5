"""Rows that a page break cut through their numbers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from extractors.records.anggaran import find_anggaran
from extractors.tables.build import build_tables
from extractors.tables.cut_cells import cut_text
from schemas.reading import Reading
from schemas.records import Identity

sys.path.insert(0, str(Path(__file__).parent))
from readings import SOURCE, grid

HEADER: list[str | None] = ["No", "Program/Kegiatan", "Anggaran", "Realisasi", "%"]
FIRST: list[list[str | None]] = [
    ["1", "Program Pelayanan Administrasi", "90.000.000,00", "81.000.000,00", "90,00"],
    ["1.1", "Penyediaan Jasa", "60.000.000,00", "54.000.000,00", "90,00"],
]


@pytest.mark.parametrize(
    ("upper", "lower", "whole"),
    [
        ("53.890.760.000,0", "0", "53.890.760.000,00"),
        ("1.212.107.00", "0,-", "1.212.107.000,-"),
        ("Rp.", "1.212.107.000,-", "Rp. 1.212.107.000,-"),
        ("R", "p", "Rp"),
        ("2.1.", "1", "2.1.1"),
        ("2.1", ".1", "2.1.1"),
        ("1.", "1.2", "1.1.2"),
        ("1.02.01.2.0", "3", "1.02.01.2.03"),
        ("3.", "4.", None),
        ("6.798.905.552", "21.681.118.045", None),
        ("90.000.000", "45.000.000", None),
        ("12", "14", None),
        ("1.2", "1.3", None),
    ],
)
def test_parts_of_a_number(upper: str, lower: str, whole: str | None) -> None:
    assert cut_text(upper, lower) == whole


def budget(*pages: list[list[str | None]]) -> list[tuple[str, str | None, str | None]]:
    grids = tuple(grid(rows, n, page=n) for n, rows in enumerate(pages, 1))
    tables, _ = build_tables(Reading(source=SOURCE, lines=(), grids=grids, unread=()))
    rows = find_anggaran(tables, Identity(tahun=2022))
    return [(r.uraian, r.anggaran.raw if r.anggaran else None, r.persen.raw if r.persen else None) for r in rows]


@pytest.mark.parametrize("headed", [True, False], ids=["header repeated", "header once"])
def test_a_row_cut_through_its_amounts_is_one_row(headed: bool) -> None:
    upper: list[str | None] = ["1.", "Pemeliharaan Gedung dan Peralatan", "30.000.000,0", "27.000.000,0", "90,0"]
    lower: list[str | None] = ["", "Kantor", "0", "0", "0"]
    after: list[str | None] = ["2", "Program Pembinaan", "10.000.000,00", "9.000.000,00", "90,00"]
    rows = budget([HEADER, *FIRST, upper], [*([HEADER] if headed else []), lower, after])
    assert rows[2] == ("Pemeliharaan Gedung dan Peralatan Kantor", "30.000.000,00", "90,00")
    assert rows[3][0] == "Program Pembinaan"


def test_a_whole_row_on_the_next_page_stays_a_row() -> None:
    after: list[str | None] = ["1.2", "Pemeliharaan Gedung", "30.000.000,00", "27.000.000,00", "90,00"]
    rows = budget([HEADER, *FIRST], [after])
    assert [row[1] for row in rows] == ["90.000.000,00", "60.000.000,00", "30.000.000,00"]


def test_a_row_cut_through_its_number_its_unit_and_its_amounts() -> None:
    header: list[str | None] = ["No", "Kegiatan", "Target", "Anggaran", "Realisasi", "%"]
    first: list[str | None] = ["1.1.1", "Pengawasan", "7 Paket", "60.000.000", "54.000.000", "90,00"]
    upper: list[str | None] = ["1.", "Pendampingan Sarana", "12", "30.000.00", "27.000.00", "90,0"]
    lower: list[str | None] = ["1.2", "Pertanian", "Laporan", "0", "0", "0"]
    rows = budget([header, first, upper], [lower, ["1.1.3", "Benih", "2 Paket", "10.000.000", "9.000.000", "90,00"]])
    assert rows[1] == ("Pendampingan Sarana Pertanian", "30.000.000", "90,00")


def test_a_numbered_row_at_the_top_of_a_page_stays_a_row() -> None:
    rows = budget([HEADER, *FIRST, ["2.", "Program Pembinaan", "10.000.000", "9.000.000", "90,00"]],
                  [["2.1", "Pembinaan", "10.000.000", "9.000.000", "90,00"]])  # fmt: skip
    assert [row[0] for row in rows][-2:] == ["Program Pembinaan", "Pembinaan"]


def test_a_row_cut_through_its_code_alone() -> None:
    header: list[str | None] = ["Kode", "Program/Kegiatan", "Anggaran", "Realisasi", "%"]
    first: list[str | None] = ["1.02.02.2.01", "Pengawasan Sarana", "60.000.000", "54.000.000", "90,00"]
    upper: list[str | None] = ["1.02.02.2.", "Pendampingan Sarana", "30.000.000", "27.000.000", "90,00"]
    after: list[str | None] = ["1.02.02.2.01.02", "Benih", "30.000.000", "27.000.000", "90,00"]
    rows = budget([header, first, upper], [["01.01", "Pertanian"], after])
    assert rows[1] == ("Pendampingan Sarana Pertanian", "30.000.000", "90,00")
