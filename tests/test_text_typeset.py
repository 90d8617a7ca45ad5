"""Text that keeps the layout of its pages: tables by where the words stand, over lines and over form feeds."""

import time
from pathlib import Path

from extractors.document import understand
from extractors.text.reader import read_text
from schemas.document import Document
from schemas.reading import Grid

PAGES = """\
                          LAPORAN KINERJA KELURAHAN TIRTA JAYA TAHUN 2023

   Capaian  indikator  kinerja  pada tahun ini  diuraikan  menurut
   sasaran sebagaimana tabel di bawah ini.

                                  Tabel 3.1
                   Pengukuran Kinerja Kelurahan Tirta Jaya Tahun 2023

 No.      Indikator Kinerja          Satuan     Target     Realisasi    Capaian (%)
 Sasaran 1: Meningkatnya mutu pelayanan bagi warga kelurahan
        Persentase surat selesai
   1                                   %           90          81           90,00
        tepat waktu
   2    Nilai kepuasan warga         Nilai       80,00       84,00         105,00
 Sasaran 2: Meningkatnya peran serta warga dan lembaga
 dalam pembangunan taman
   3    Jumlah kelompok taman         Klp          10           9           90,00

                                                                                    4
\f   4    Jumlah kegiatan bersih       Kali         12          12          100,00
        kampung

   Rata-rata capaian seluruh indikator sebesar 96,25%.
"""


def read(text: str) -> Document:
    return understand(read_text(Path("laporan.txt"), text.encode()))


def test_names_over_lines_groups_of_rows_and_pages() -> None:
    document = read(PAGES)
    found = [
        (row.indikator, str(row.target and row.target.value), str(row.capaian and row.capaian.value), row.line)
        for row in document.indikator
    ]
    assert found == [
        ("Persentase surat selesai tepat waktu", "90", "90.00", 11),
        ("Nilai kepuasan warga", "80.00", "105.00", 14),
        ("Jumlah kelompok taman", "10", "90.00", 17),
        ("Jumlah kegiatan bersih kampung", "12", "100.00", 20),
    ]
    assert document.indikator[1].sasaran == "Sasaran 1: Meningkatnya mutu pelayanan bagi warga kelurahan"


def test_justified_sentences_are_no_table() -> None:
    reading = read_text(Path("laporan.txt"), PAGES.encode())
    assert [line.line for line in reading.lines][:3] == [1, 3, 4]
    assert reading.lines[1].text.startswith("Capaian indikator kinerja")


def test_columns_two_letters_apart() -> None:
    text = (
        "                 TARGET              REALISASI\n"
        "No  Indikator    2021  2022  2023    2021  2022  2023\n"
        "1   IKM          80    81    82      79    80    83\n"
        "2   SAKIP        65    66    67      66    67    68\n\f"
    )
    (grid,) = read_text(Path("laporan.txt"), text.encode()).grids
    assert (grid.columns, grid.header_rows, _row(grid, 3)) == (8, 2, ["2", "SAKIP", "65", "66", "67", "66", "67", "68"])


def _row(grid: Grid, row: int) -> list[str]:
    return [cell.text for cell in grid.cells if cell.row == row]


def test_what_a_program_laid_out_is_not_read_as_typed_columns() -> None:
    text = "Uraian yang  panjang   dan  terpisah\nlebar  oleh  program   pada halaman\nini   saja   tanpa  tabel\n"
    assert not read_text(Path("laporan.txt"), (text + "\f").encode()).grids


def test_many_rows_without_a_form_feed_end_soon() -> None:
    row = "{n:4}   Program Pembinaan Taman Warga      1.250.000.{n:03}     1.100.000.{n:03}      88,00"
    start = time.monotonic()
    reading = read_text(Path("laporan.txt"), "\n".join(row.format(n=n) for n in range(1, 601)).encode())
    assert time.monotonic() - start < 10  # quadratic, it took a minute
    assert sum(grid.rows for grid in reading.grids) == 600
