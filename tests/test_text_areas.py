"""Lines of a text with values in columns that no reader of tables took are named; other lines are not."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.text.areas import left_out
from extractors.text.reader import read_html, read_text


def named(text: str) -> list[tuple[int | None, int]]:
    """Line and count of numbers of the areas in running lines."""
    return [(entry.line, entry.numbers) for entry in left_out(list(enumerate(text.split("\n"), 1)))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- Produksi kakao        12.317 Ton\n- Produksi lada          1.190 Ton", [(1, 2)]),
        ("Belanja pegawai ............ Rp 1.250.000.000\nBelanja barang ............. Rp 310.000.500", [(1, 2)]),
        ("Sangat baik    : 8 indikator (72,73%)\nBaik           : 2 indikator (18,18%)", [(1, 4)]),
        ("Jumlah seluruhnya              Rp 1.560.000.500,00", [(1, 1)]),
        ("<tr><td>Mutu</td><td>80</td><td>76,50</td></tr>\n<tr><td>Luas</td><td>40</td><td>50,25</td></tr>", [(1, 4)]),
        (r"Indeks mutu & 80,00 & 76,50 \\" "\n" r"Luas tanam & 40,00 & 50,25 \\ \hline", [(1, 4)]),
        ("1;Indeks mutu;80;76,50\n2;Luas tanam;40;50,25", [(1, 4)]),
        ("│ Indeks mutu │ 80 │ 76,50 │\n│ Luas tanam  │ 40 │ 50,25 │", [(1, 4)]),
        ("Indeks mutu\t80,00\t76,50\nLuas tanam\t40,00\t50,25", [(1, 4)]),
        ("80,00   76,50   1.250.000.000\n75,00   71,25     900.000.000\n60,00   58,10      40.000.000", [(1, 9)]),
        ("17   24   70.320.000   110.080.000   180.400.000   71,65%", [(1, 6)]),
        ("Laki-laki      30\nPerempuan      20\n" + "\n" * 9 + "Padi       32 %\nJagung     29 %", [(1, 2), (12, 2)]),
    ],
)  # fmt: skip
def test_values_in_columns_are_named(text: str, found: list[tuple[int, int]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "1.1  Latar Belakang\n1.2  Maksud dan Tujuan",
        "1.1  Latar Belakang        1\n1.2  Maksud dan Tujuan     2\nBAB II PERENCANAAN         6",
        "KEPALA DINAS                     SEKRETARIS\nNIP. 19660606 198602 2 005       NIP. 19820804 200112 2 001",
        "sebesar   Rp.   2.052.967.356,00   dan   Belanja   Modal\nadalah   Rp.   9.761.548.039,00   atau   90,73%",
        "Persentase   =   realisasi   x   100%\nSelisih      =   target      x   100%",
        "Tahun Anggaran    : 2022\nPeriode           : 2019 - 2024",
        "1)   Menata kawasan      1)   Membina warga\n2)   Membina desa        2)   Menata pasar",
        "7.3.1  Kesehatan      7.3.2  Kebersihan\n7.4.1  Pendidikan     7.4.2  Kepemudaan",
        "Nomor     : 050/12/2022\nTanggal   : 12 Januari 2022",
        "Kegiatan dilaksanakan di 12 kecamatan dengan 98,25% peserta hadir; 4 kegiatan lain; 3 rapat.",
        "Dinas Perkebunan Provinsi                                        28",
    ],
)  # fmt: skip
def test_other_lines_are_not_named(text: str) -> None:
    assert named(text) == []


def test_a_table_that_was_read_is_not_named() -> None:
    rows = [
        "| Indikator | Target | Realisasi |",
        "|---|---|---|",
        "| Mutu | 80,00 | 76,50 |",
        "| Luas | 40,00 | 50,25 |",
    ]
    reading = read_text(Path("uji.md"), "\n".join(rows).encode())
    assert len(reading.grids) == 1
    assert not reading.unread


def test_a_table_that_is_never_closed_is_named() -> None:
    page = "<p>Uraian</p><table><tr><td>Mutu</td><td>80,00</td></tr>\n<tr><td>Luas</td><td>50,25</td></tr>"
    for reading in (read_text(Path("uji.md"), page.encode()), read_html(Path("uji.html"), page.encode())):
        assert reading.grids or reading.unread
