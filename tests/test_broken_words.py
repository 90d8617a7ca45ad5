"""Words and numbers that a narrow cell broke over its lines."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from extractors.document import understand
from extractors.pdf.reader import read_pdf
from extractors.tables.broken_words import WholeWords
from extractors.tables.cells import mend
from schemas.reading import FULL, Line, Reading

sys.path.insert(0, str(Path(__file__).parent))
from readings import SOURCE, grid

PRINTED = (
    "Tersedianya dokumen perencanaan di Balai Benih dan terlaksananya pembinaan (BPBX) sistem pelatihan",
    "Pengembangan buah-buahan oleh pelaku usaha di atas lahan kering; di atas sawah, diatas bukit",
    "Meningkatnya kemampuan kelompok dan mutu Nomor PB20 tahun 2016 dan kepada petani",
)


def known(*more: str) -> WholeWords:
    lines = tuple(Line(text=text, order=n) for n, text in enumerate((*PRINTED, *more)))
    return WholeWords(Reading(source=SOURCE, lines=lines))


def full(text: str) -> str:
    """A text with its breaks written as in this module's cases: "|" where a word fills its line, "~" elsewhere."""
    return text.replace("|", f"{FULL}\n").replace("~", "\n")


@pytest.mark.parametrize(
    ("printed", "joined"),
    [
        ("Ter|se|dia|ny|a~do|ku|me|n~per|en|ca|na|an", "Tersedianya dokumen perencanaan"),
        ("Pengembanga|n sistem", "Pengembangan sistem"),
        ("8 Pengembanga|n~buah-~buahan", "8 Pengembangan buah-buahan"),
        ("kelompok/pela|ku usaha", "kelompok/pelaku usaha"),
        ("tahun(pelak|u/kelompok)", "tahun(pelaku/kelompok)"),
        ("di|Ba|lai|Be|nih|(B|PB|X|)", "di Balai Benih (BPBX)"),
        ("No|mor|PB|20", "Nomor PB20"),
        ("perenca-~naan", "perencanaan"),
        ("Ka|wa|sa|n", "Ka wa sa n"),  # nowhere printed whole
        ("Ka|wa|sa|n|di|Ba|lai", "Ka wa sa n di Balai"),
        ("Xyz|dia|ta|s", "Xyz dia ta s"),  # beside what is no word nothing is sure
        ("di|atas", "di atas"),  # printed apart more often than together
        ("Meningkatnya kemampuan~dan~mutu", "Meningkatnya kemampuan dan mutu"),
        ("dan|Mutu", "dan Mutu"),
        ("20|16", "20 16"),  # two counts are no year
        ("20|( 10 )", "20 ( 10 )"),
        ("di|pa|da", "di pa da"),
        ("Terfasilitasikanny|a kawasan~usaha", "Terfasilitasikannya kawasan usaha"),  # no word is one small letter
        ("Kawasan|a. Pertanian", "Kawasan a. Pertanian"),
    ],
)
def test_pieces_are_joined_to_words_of_the_document_and_never_in_doubt(printed: str, joined: str) -> None:
    found = known().join(full(printed))
    assert " ".join(found.split()) == joined
    assert FULL not in found


def test_pieces_printed_in_narrow_cells_are_no_words_themselves() -> None:
    table = grid([[full("Pem|bina|an")], [full("bina|an")]], 5)
    words = WholeWords(Reading(source=SOURCE, lines=(Line(text="Pembinaan petani", order=1),), grids=(table,)))
    assert words.count("bina") == 0
    assert words.join(full("Pem|bina|an")) == "Pembinaan"


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("12.31\n7.066", "12.317.066"),
        ("280.1\n79.881,50", "280.179.881,50"),
        ("2\n6\n.\n2\n7\n3\n.\n8\n8\n9", "26.273.889"),
        ("1\n2\n3\n4\n5\n6", "1\n2\n3\n4\n5\n6"),  # a column of counts
        ("12.31\n97.066", "12.31\n97.066"),
        ("12.34\n5.67\n8.90\n0", "12.345.678.900"),
        ("12.345\n678.901", "12.345\n678.901"),
        ("12\n345.678", "12\n345.678"),
        ("92.71\n1\n280.1\n79.881", "92.711\n280.179.881"),
    ],
)
def test_numbers_broken_inside_a_group_and_set_upright_are_one_number(broken: str, whole: str) -> None:
    assert mend(broken) == whole


def _letters_to_a_line(words: list[str], room: float) -> list[str]:
    """What a program prints that breaks words too wide for their cell."""
    lines: list[str] = []
    for word in words:
        lines.append("")
        for letter in word:
            if stringWidth(lines[-1] + letter, "Helvetica", 8) > room:
                lines.append("")
            lines[-1] += letter
    return lines


def _page(canvas: Canvas, rows: list[list[list[str]]], widths: list[float]) -> None:
    canvas.setFont("Helvetica", 8)
    top = 780.0
    for row in rows:
        left, height = 40.0, 9.5 * max(len(lines) for lines in row) + 6
        for lines, width in zip(row, widths, strict=True):
            canvas.rect(left, top - height, width, height)
            for n, line in enumerate(lines):
                canvas.drawString(left + 5, top - 10 - 9.5 * n, line)
            left += width
        top -= height
    canvas.showPage()


def test_a_name_broken_letter_by_letter_over_a_page_break_comes_out_whole() -> None:
    name = "Tersedianya dokumen perencanaan daerah"
    pieces = _letters_to_a_line(name.split(), 13)
    head = [["No"], ["Indikator Kinerja"], ["Ind.", "Kin."], ["Target", "2016"]]
    first = [["1"], [name], pieces[:9], ["1 Dokumen"]]
    rest = [[], [], pieces[9:], []]
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(595, 842))
    _page(canvas, [head, first], [25, 180, 23, 60])
    _page(canvas, [rest, [["2"], ["Jumlah dokumen"], ["Jml"], ["3 Dokumen"]]], [25, 180, 23, 60])
    canvas.save()
    document = understand(read_pdf(Path("contoh.pdf"), memory.getvalue()))
    printed = {
        " ".join(cell.text.split())
        for table in document.tables
        for row in table.rows
        for cell in row.cells
        if cell is not None
    }
    assert len(pieces) > 12
    assert " ".join(pieces) not in printed
    assert name in printed
    assert not any(FULL in text for text in printed)


def test_the_full_stop_of_a_number_that_stands_below_it_goes_back() -> None:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(595, 842))
    rows = [[["Sasaran"], ["Target"]], [["1  Meningkatnya", ".   mutu layanan"], ["85"]], [["12 Terwujudnya"], ["9"]]]
    _page(canvas, rows, [120, 60])
    canvas.save()
    (grid_,) = read_pdf(Path("contoh.pdf"), memory.getvalue()).grids
    texts = [cell.text.replace(FULL, "") for cell in grid_.cells if cell.column == 0]
    assert texts == ["Sasaran", "1. Meningkatnya\nmutu layanan", "12 Terwujudnya"]
