"""Page numbers, marks and running titles of a text file are none of its text: tables and sentences go on over them."""

from pathlib import Path

import pytest

from extractors.document import understand
from extractors.page_marks import page_marks
from extractors.text.reader import read_text
from schemas.reading import Line

HEAD = "Program\tAnggaran (Rp)\tRealisasi (Rp)\t%"
UPPER = "Pembinaan Pasar Desa\t120.000.000\t118.200.000\t98,50\nPenataan Taman Warga\t80.000.000\t60.000.000\t75,00"
LOWER = "Perawatan Jalan Dusun\t50.000.000\t25.000.000\t50,00\nJumlah\t250.000.000\t203.200.000\t81,28"


def lines(*texts: str) -> list[Line]:
    return [Line(text=text, order=n, line=2 * n) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize("head", ["", f"{HEAD}\n"])
@pytest.mark.parametrize(
    "mark",
    [
        "--- Page 7 ---",
        "17",
        "- 17 -",
        "**17**",
        "Halaman 17 dari 40",
        "hal. 17",
        "17 | P a g e",
        "{17}--------",
        "xvii",
    ],
)
def test_a_table_goes_on_over_a_page_break(mark: str, head: str) -> None:
    text = f"Realisasi anggaran Tahun 2023\n\n{HEAD}\n{UPPER}\n\n{mark}\n\n{head}{LOWER}\n"
    document = understand(read_text(Path("laporan.txt"), text.encode()))
    assert [len(table.rows) for table in document.tables] == [4]
    assert [row.uraian for row in document.anggaran][2:] == ["Perawatan Jalan Dusun", "Jumlah"]


def test_a_sentence_between_two_tables_parts_them() -> None:
    text = f"{HEAD}\n{UPPER}\n\nSedangkan 2 program lain:\n\n{HEAD}\n{LOWER}\n"
    assert len(understand(read_text(Path("laporan.txt"), text.encode())).tables) == 2


def test_running_titles_stand_beside_numbers_again_and_again() -> None:
    page = ["Kalimat yang utuh.", "{n}", "LKIP Kelurahan Tirta Jaya 2023"]
    found = lines(*(text.format(n=n) for n in (11, 12, 13) for text in page))
    assert page_marks(found) == {2, 3, 5, 6, 8, 9}


def test_a_title_with_the_number_of_its_page() -> None:
    found = lines(*(t for n in (4, 5, 7) for t in ("Kalimat.", f"Laporan Kinerja 2023 | {n}")))
    assert page_marks(found) == {2, 4, 6}


@pytest.mark.parametrize(
    "texts",
    [
        ("Sasaran Strategis 1", "Uraian.", "Sasaran Strategis 2", "Uraian.", "Sasaran Strategis 3"),
        ("80", "Nilai kepuasan", "67,6", "84,5"),  # cells that stand one by one
        ("100%", "Jumlah", "101%"),
        ("Tabel Kinerja", "Uraian", "Tabel Kinerja", "Uraian", "Tabel Kinerja"),
        ("2021", "Penjelasan", "1998"),
    ],
)
def test_what_counts_no_pages_stays(texts: tuple[str, ...]) -> None:
    assert not page_marks(lines(*texts))


def test_a_sentence_goes_on_below_the_number_of_a_page() -> None:
    text = "Kelurahan mengajak seluruh warga dan\n\n5\n\nlembaga menata taman.\n\nKalimat lain.\n\n6\n\nPenutup.\n"
    reading = read_text(Path("laporan.txt"), text.encode())
    assert {line.text for line in reading.lines if line.order in page_marks(reading.lines)} == {"5", "6"}
