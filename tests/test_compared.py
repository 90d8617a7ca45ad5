"""Lists of indicators in running text: what is compared with the tables is not named as unread any more."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.document import extract
from schemas.result import Checked
from validators.check import check_document

REPORT = """LAPORAN KINERJA INSTANSI PEMERINTAH
DINAS PETERNAKAN KABUPATEN CONTOH
TAHUN 2016

BAB II PERENCANAAN KINERJA

Indikator kinerja sasaran pertama adalah sebagai berikut:
- Jumlah produksi telur                 {eggs} Butir
- Luas kebun rumput                       1.250 Ha
- Jumlah kandang contoh                      12 Unit
- Persentase ternak sehat                 90,50 %
{more}
Perjanjian kinerja tahun 2016 disajikan pada tabel berikut.

Tabel 2.1 Perjanjian Kinerja Tahun 2016

| No | Indikator Kinerja | Satuan | Target |
|----|-------------------|--------|--------|
| 1 | Jumlah produksi telur | Butir | 524.300 |
| 2 | Luas kebun rumput | Ha | 1.250 |
| 3 | Jumlah kandang contoh | Unit | 12 |
| 4 | Persentase ternak sehat | % | 90,50 |
"""


def checked(tmp_path: Path, eggs: str = "524.300", more: str = "", bullet: str = "- ") -> Checked:
    path = tmp_path / "laporan.txt"
    text = REPORT.format(eggs=eggs, more=more).replace("\n- ", f"\n{bullet}")
    path.write_text(text, encoding="utf-8")
    return check_document(extract(path))


def areas(result: Checked) -> list[tuple[str, int]]:
    return [(u.what, u.numbers) for u in result.document.coverage.unread if u.what.startswith("area")]


@pytest.mark.parametrize("bullet", ["- ", "-   ", "• ", "   •    "])
def test_lines_that_were_compared_are_not_named(tmp_path: Path, bullet: str) -> None:
    result = checked(tmp_path, bullet=bullet)
    assert len(result.document.tables) == 1
    assert areas(result) == []
    assert [f.rule for f in result.findings if f.rule in ("D403", "L101")] == []


def test_a_slip_in_the_list_is_told(tmp_path: Path) -> None:
    result = checked(tmp_path, eggs="542.300")
    assert [(f.rule, f.printed, f.expected) for f in result.findings if f.rule == "D403"] == [
        ("D403", "542.300", "524.300")
    ]
    assert areas(result) == []


def test_lines_that_no_table_knows_stay_named(tmp_path: Path) -> None:
    result = checked(tmp_path, more="- Jumlah obat hewan                       4.700 Dosis\n")
    assert areas(result) == [("area: - Jumlah obat hewan 4.700 Dosis", 1)]
    coverage = result.document.coverage
    assert coverage.numbers_on_table_pages == coverage.in_records + sum(u.numbers for u in coverage.unread)


@pytest.mark.parametrize("eggs", ["524.300", "542.300"])
def test_results_do_not_print_the_lines_of_an_area(tmp_path: Path, eggs: str) -> None:
    unread = checked(tmp_path, eggs, "- Jumlah obat hewan                       4.700 Dosis\n").document.coverage.unread
    assert all("parts" not in entry.model_dump() for entry in unread)
