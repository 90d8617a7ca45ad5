"""A row that lost a cell is realigned where its cells tell how, and left unread where nothing does."""

from pathlib import Path

from extractors.document import extract
from schemas.document import Document

HEAD = "No\tIndikator Kinerja\tTarget\t\t\tRealisasi\t\t\n\t\t2021\t2022\t2023\t2021\t2022\t2023\n"
ROWS = (
    "1\tIndeks kepuasan masyarakat\t80,00\t81,00\t82,00\t80,10\t81,20\t82,30\n"
    "2\tPersentase aduan yang selesai\t70,00\t72,00\t74,00\t71,00\t72,50\t75,00\n"
)


def read(tmp_path: Path, rows: str) -> Document:
    path = tmp_path / "tabel.txt"
    path.write_text("Tabel 3.1\nPerbandingan Target dan Realisasi Tahun 2021-2023\n\n" + HEAD + rows, encoding="utf-8")
    return extract(path)


def of(document: Document, name: str) -> dict[int | None, tuple[str | None, str | None]]:
    return {
        i.tahun: (i.target.raw if i.target else None, i.realisasi.raw if i.realisasi else None)
        for i in document.indikator
        if i.indikator.startswith(name)
    }


def test_a_whole_row_is_read_year_by_year(tmp_path: Path) -> None:
    found = of(read(tmp_path, ROWS), "Indeks")
    assert found == {2021: ("80,00", "80,10"), 2022: ("81,00", "81,20"), 2023: ("82,00", "82,30")}


def test_a_lost_value_shifts_no_other_year(tmp_path: Path) -> None:
    document = read(tmp_path, ROWS + "3\tNilai akuntabilitas kinerja\t60,00\t62,00\t61,00\t62,50\t63,00\n")
    assert of(document, "Nilai") == {}
    (left,) = [u for u in document.coverage.unread if "fewer cells" in u.reason]
    assert (left.line, left.numbers) == (8, 5)
    assert of(document, "Indeks")[2023] == ("82,00", "82,30")


def test_a_lost_number_of_the_row_is_no_riddle(tmp_path: Path) -> None:
    document = read(tmp_path, ROWS + "Nilai akuntabilitas kinerja\t60,00\t62,00\t64,00\t61,00\t62,50\t63,00\n")
    assert of(document, "Nilai")[2022] == ("62,00", "62,50")
    assert not [u for u in document.coverage.unread if "fewer cells" in u.reason]
