"""Running text of a page: lines, headings, and which pages may hold tables without borders."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extractors.pdf.found import lines_of, text_of
from extractors.pdf.reader import read_pdf
from extractors.pdf.triage import Layer, covered, layer_of, may_hold_columns, text_layer
from schemas.page import Box, Page, Word
from schemas.reading import Reading, TextLayer

SENTENCE = "Realisasi anggaran tahun ini mencapai 98,5 persen dari pagu yang ditetapkan."


def read(draw: Callable[[Canvas], None]) -> Reading:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(595, 842))
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return read_pdf(Path("contoh.pdf"), memory.getvalue())


def word(text: str, x0: float, top: float, width: float = 20, height: float = 10, **more: object) -> Word:
    return Word(text, x0, top, x0 + width, top + height, height, **more)  # type: ignore[arg-type]


def test_headings_are_told_from_sentences() -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 14)
        c.drawString(250, 780, "BAB III")
        c.drawString(200, 760, "AKUNTABILITAS KINERJA")
        c.setFont("Helvetica-Bold", 11)
        c.drawString(72, 730, "3.1 Capaian Kinerja Organisasi")
        c.setFont("Helvetica", 11)
        for i in range(8):
            c.drawString(72, 700 - 16 * i, SENTENCE)
        c.drawString(290, 40, "21")

    lines = read(draw).lines
    level = {line.text: line.heading for line in lines}
    assert level["BAB III"] == 1
    assert level["AKUNTABILITAS KINERJA"] == 2
    assert level["3.1 Capaian Kinerja Organisasi"] is not None
    assert level["3.1 Capaian Kinerja Organisasi"] > 2
    assert level[SENTENCE] is None
    assert lines[-1].text == "21"  # page numbers stay, for whoever reads the lines to tell apart
    assert lines[0].bold
    assert not lines[-1].bold


def test_words_in_slanted_letters_are_told_apart() -> None:
    def draw(canvas: Canvas) -> None:
        text = canvas.beginText()
        text.setFont("Helvetica", 9)
        text.setTextTransform(1, 0, 0.33, 1, 60, 700)
        text.setCharSpace(-0.2)
        text.textOut("Penyusunan Perencanaan Pembangunan Pertanian")
        canvas.drawText(text)

    assert [line.text for line in read(draw).lines] == ["Penyusunan Perencanaan Pembangunan Pertanian"]


def test_entries_of_a_list_of_contents_are_no_headings() -> None:
    def draw(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 11)
        c.drawString(72, 700, "BAB I PENDAHULUAN ............................................ 1")

    assert [line.heading for line in read(draw).lines] == [None]


def test_a_raised_word_stays_on_its_line() -> None:
    line = [word("luas", 0, 100), word("m", 30, 100), word("2", 45, 97, 4, 6), word("tercapai", 60, 100)]
    assert text_of(line) == "luas m 2 tercapai"


def test_sideways_words_are_read_along_their_direction() -> None:
    places = [("kedua", 50, 30), ("pertama", 90, 40)]
    up = [word(text, 20, top, 10, height, upright=False, angle=90) for text, top, height in places]
    assert text_of(up) == "pertama kedua"
    down = [w._replace(angle=270) for w in up]
    assert text_of(down) == "kedua pertama"


@given(
    st.lists(
        st.tuples(st.text("abc", min_size=1, max_size=4), st.integers(0, 40), st.integers(0, 60)),
        unique_by=lambda item: item[1:],
        max_size=30,
    )
)
def test_every_word_stands_on_one_line(items: list[tuple[str, int, int]]) -> None:
    words = [word(text, 25.0 * x, 15.0 * y) for text, x, y in items]
    lines = lines_of(words)
    assert sorted(w for line in lines for w in line) == sorted(words)
    assert all(line == sorted(line, key=lambda w: w.x0) for line in lines)
    assert len(lines) == len({y for _, _, y in items})


def test_numbers_set_apart_may_be_a_table() -> None:
    rows = [[word("Program", 0, 20 * i), word("1.000.000", 200, 20 * i)] for i in range(3)]
    prose = [[word("Program", 0, 20 * i), word("2016", 23, 20 * i), word("naik", 46, 20 * i)] for i in range(9)]
    assert may_hold_columns(rows)
    assert not may_hold_columns(rows[:2])
    assert not may_hold_columns(prose)
    assert not may_hold_columns([])


def test_the_kind_of_a_page() -> None:
    picture = (Box(0, 0, 595, 842),)
    half = (Box(0, 0, 595, 400), Box(0, 0, 595, 400))
    words = tuple(word("kata", 10 * i, 10) for i in range(40))
    assert layer_of(Page(1, 595, 842)) is Layer.EMPTY
    assert layer_of(Page(1, 595, 842, words=words[:3])) is Layer.TEXT
    assert layer_of(Page(1, 595, 842, images=picture)) is Layer.SCAN
    assert layer_of(Page(1, 595, 842, words=words[:3], images=picture)) is Layer.SCAN  # a stamped scan
    assert layer_of(Page(1, 595, 842, words=words, images=picture)) is Layer.TEXT  # a picture behind the text
    assert layer_of(Page(1, 595, 842, words=words[:3], images=half)) is Layer.TEXT
    assert covered(Page(1, 595, 842, images=half)) < 0.55


@given(st.lists(st.sampled_from(list(Layer)), max_size=12))
def test_the_text_layer_of_a_document(layers: list[Layer]) -> None:
    found = text_layer(layers)
    if Layer.SCAN not in layers:
        assert found is TextLayer.DIGITAL
    elif Layer.TEXT not in layers:
        assert found is TextLayer.SCAN
    elif layers.count(Layer.SCAN) > 1:
        assert found is TextLayer.MIXED
