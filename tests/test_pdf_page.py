"""What a page model says about pages drawn for the purpose: words, rules, what can be seen, which way is up."""

from __future__ import annotations

import io
from collections.abc import Callable

import numpy as np
import pypdfium2.raw as raw
import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.pdf.frame import to_shown
from extractors.pdf.glyphs import Glyphs, Run
from extractors.pdf.page import read_page
from extractors.pdf.signs import clean
from extractors.pdf.words import find_pieces
from schemas.page import Page, Word

WIDTH, HEIGHT = 595.0, 842.0
Draw = Callable[[Canvas], None]


def page_of(draw: Draw, size: tuple[float, float] = (WIDTH, HEIGHT), rotate: int = 0) -> Page:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=size)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    if rotate:
        canvas.setPageRotation(rotate)
    canvas.showPage()
    canvas.save()
    data = memory.getvalue()
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    try:
        return read_page(document, 1)
    finally:
        raw.FPDF_CloseDocument(document)


def texts(words: tuple[Word, ...]) -> list[str]:
    return [w.text for w in words]


def test_words_have_their_place_size_and_weight() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(72, HEIGHT - 100, "Nilai 82,92 persen")
        c.setFont("Helvetica-Bold", 16)
        c.drawString(72, HEIGHT - 150, "Tebal")

    page = page_of(draw)
    assert texts(page.words) == ["Nilai", "82,92", "persen", "Tebal"]
    first, bold = page.words[0], page.words[3]
    assert first.x0 == pytest.approx(72, abs=1)
    assert first.top < 100 < first.bottom + 0.5
    assert (first.bold, bold.bold) == (False, True)
    assert bold.size == pytest.approx(16, abs=0.5)


def test_content_order_does_not_matter() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(200, 600, "ketiga")
        c.drawString(72, 700, "pertama")
        c.drawString(72, 600, "kedua")

    assert texts(page_of(draw).words) == ["pertama", "kedua", "ketiga"]


def test_a_number_in_pieces_is_one_word() -> None:
    def draw(c: Canvas) -> None:
        width = c.stringWidth("1.365.", "Helvetica", 11)
        c.drawString(72 + width, 700, "526.350")
        c.drawString(72, 650, "lain")
        c.drawString(72, 700, "1.365.")

    assert "1.365.526.350" in texts(page_of(draw).words)


def test_numbers_on_both_sides_of_a_border_stay_apart() -> None:
    def draw(c: Canvas) -> None:
        width = c.stringWidth("26.873", "Helvetica", 11)
        c.drawString(72, 700, "26.873")
        c.drawString(72 + width + 0.8, 700, "95,82")
        c.line(72 + width + 0.4, 690, 72 + width + 0.4, 715)

    assert texts(page_of(draw).words) == ["26.873", "95,82"]


def test_a_word_drawn_letter_by_letter_stays_whole_where_it_crosses_a_border() -> None:
    def draw(c: Canvas) -> None:
        letters(c, "REALISASI", 100, 700)
        c.line(130, 690, 130, 720)

    assert texts(page_of(draw).words) == ["REALISASI"]


def test_a_word_too_long_for_its_cell_does_not_swallow_the_next_one() -> None:
    def draw(c: Canvas) -> None:
        end = letters(c, "Realisasi", 100, 700)
        letters(c, "Capaian", end - 2, 700)  # begins inside the last letter
        end = letters(c, "Target", 100, 600)
        letters(c, "Nilai", end + 0.5, 606)  # half a line higher

    assert sorted(texts(page_of(draw).words)) == ["Capaian", "Nilai", "Realisasi", "Target"]


def test_amounts_printed_over_each_other_are_read_one_by_one() -> None:
    def draw(c: Canvas) -> None:
        end = letters(c, "25.369.628.000", 100, 700)
        end = letters(c, "24.696.264.440", end - 9, 700)
        letters(c, "97,34", end - 8, 700)

    assert texts(page_of(draw).words) == ["25.369.628.000", "24.696.264.440", "97,34"]


def test_a_percentage_right_behind_a_whole_amount_is_another_number() -> None:
    def draw(c: Canvas) -> None:
        for n, text in enumerate(("20.695.047.10098,48", "695.193100,00%", "12.345678,50", "1.234.567567,00")):
            c.drawString(100, 700 - 20 * n, text)

    assert texts(page_of(draw).words) == [
        *("20.695.047.100", "98,48", "695.193", "100,00%"),
        *("12.345678,50", "1.234.567567,00"),  # may be one number that lacks a full stop
    ]


def test_raised_digits_are_superscripts_and_never_part_of_a_number() -> None:
    def draw(c: Canvas) -> None:
        text = c.beginText(100, 700)
        for written, size, rise in (("394.377", 11, 0), ("1)", 6.5, 4)):
            text.setFont("Helvetica", size)
            text.setRise(rise)
            text.textOut(written)
        c.drawText(text)

    assert texts(page_of(draw).words) == ["394.377¹)"]


def test_the_currency_of_the_next_column_is_no_part_of_an_amount() -> None:
    assert texts(page_of(lambda c: c.drawString(100, 700, "51.941.403,00Rp")).words) == ["51.941.403,00", "Rp"]


def test_letters_of_a_ligature_stay_in_their_word() -> None:
    """What a reader says of a glyph that stands for two letters: both have its box."""
    boxes = np.array([[0, 0, 6, 10], [6, 0, 12, 10], [6, 0, 12, 10], [12, 0, 18, 10]], float)
    run = Run(1, 0, False, "", True, 0.0, 8.0, 1)
    glyphs = Glyphs(np.array([ord(c) for c in "afik"]), boxes, np.zeros(4, np.int64), np.zeros(4, bool), [run])
    assert [p.text for p in find_pieces(glyphs, [])] == ["afik"]


def letters(c: Canvas, word: str, x: float, y: float) -> float:
    """Draw a word as browsers draw bold fonts: one text object for each letter. Returns where it ends."""
    for letter in word:
        c.drawString(x, y, letter)
        x += c.stringWidth(letter, "Helvetica", 11)
    return x


def test_words_drawn_twice_to_look_bold_are_read_once() -> None:
    def draw(c: Canvas) -> None:
        for shift in (0, 0.3):
            c.drawString(72 + shift, 700, "JUMLAH 4.355.000")
        for letter, x in zip("PROGRAM", range(72, 172, 9), strict=False):
            c.drawString(x, 650, letter)
            c.drawString(x + 0.25, 650, letter)

    words = texts(page_of(draw).words)
    assert words[:2] == ["JUMLAH", "4.355.000"]
    assert "".join(words[2:]) == "PROGRAM"


@pytest.mark.parametrize("rotate", [90, 180, 270])
def test_rotated_pages_are_read_as_they_are_shown(rotate: int) -> None:
    """The content runs with the page, so that a viewer shows it upright."""

    def draw(c: Canvas) -> None:
        width, height = (HEIGHT, WIDTH) if rotate in (90, 270) else (WIDTH, HEIGHT)
        # Undo the turn that /Rotate makes.
        c.translate(*{90: (WIDTH, 0), 180: (WIDTH, HEIGHT), 270: (0, HEIGHT)}[rotate])
        c.rotate({90: 90, 180: 180, 270: 270}[rotate])
        c.drawString(100, height - 50, "kiri atas")
        c.line(100, height - 60, width - 100, height - 60)

    # The library swaps the sides of a page that it rotates by a quarter.
    page = page_of(draw, (HEIGHT, WIDTH) if rotate != 180 else (WIDTH, HEIGHT), rotate)
    assert texts(page.words) == ["kiri", "atas"]
    assert page.rotation == rotate
    assert page.turned == 0
    assert (page.width, page.height) == pytest.approx((HEIGHT, WIDTH) if rotate != 180 else (WIDTH, HEIGHT))
    assert page.words[0].x0 == pytest.approx(100, abs=1)
    assert page.words[0].bottom == pytest.approx(50, abs=4)
    assert page.rules[0].top == pytest.approx(60, abs=1)
    assert page.rules[0].x1 - page.rules[0].x0 == pytest.approx(page.width - 200, abs=1)


@pytest.mark.parametrize(("angle", "origin"), [(90, (WIDTH, 0)), (270, (0, HEIGHT))])
def test_sideways_text_on_an_upright_page_is_turned(angle: int, origin: tuple[float, float]) -> None:
    def draw(c: Canvas) -> None:
        c.translate(*origin)
        c.rotate(angle)
        c.drawString(100, WIDTH - 50, "Tabel yang rebah")
        c.line(100, WIDTH - 60, HEIGHT - 100, WIDTH - 60)

    page = page_of(draw)
    assert texts(page.words) == ["Tabel", "yang", "rebah"]
    assert page.turned == angle
    assert (page.width, page.height) == pytest.approx((HEIGHT, WIDTH))
    assert page.words[0].x0 == pytest.approx(100, abs=1)
    assert all(w.upright for w in page.words)
    x0, top, x1, bottom = to_shown(page, page.words[0][1:5])
    if angle == 90:  # runs upwards, so its start is near the bottom of what is shown
        assert bottom == pytest.approx(HEIGHT - 100, abs=1)
        assert x1 == pytest.approx(50, abs=4)
    else:
        assert top == pytest.approx(100, abs=1)
        assert x0 == pytest.approx(WIDTH - 50, abs=4)


def test_one_sideways_heading_leaves_the_page_upright() -> None:
    def draw(c: Canvas) -> None:
        for i in range(6):
            c.drawString(150, 700 - 20 * i, "baris biasa pada halaman tegak")
        c.translate(100, 600)
        c.rotate(90)
        c.drawString(0, 0, "Realisasi 2016")

    page = page_of(draw)
    sideways = [w for w in page.words if not w.upright]
    assert page.turned == 0
    assert sorted(w.text for w in sideways) == ["2016", "Realisasi"]
    assert all(w.angle == 90 for w in sideways)


def test_lines_thin_rectangles_and_strokes_are_rules() -> None:
    def draw(c: Canvas) -> None:
        c.line(50, 700, 500, 700)
        c.rect(50, 600, 450, 0.5, stroke=0, fill=1)
        c.rect(50, 400, 100, 50, stroke=1, fill=0)

    page = page_of(draw)
    across = sorted(r.top for r in page.rules if r.x1 - r.x0 > r.bottom - r.top)
    down = sorted(r.x0 for r in page.rules if r.x1 - r.x0 < r.bottom - r.top)
    assert across == pytest.approx([142, 241.5, 392, 442], abs=1)
    assert down == pytest.approx([50, 150], abs=1)


def test_white_lines_count_only_on_dark_ground() -> None:
    def draw(c: Canvas) -> None:
        c.setStrokeColorRGB(1, 1, 1)
        c.line(50, 700, 500, 700)
        c.setFillColorRGB(0.1, 0.2, 0.5)
        c.rect(50, 500, 400, 100, stroke=0, fill=1)
        c.line(200, 500, 200, 600)

    page = page_of(draw)
    assert len(page.rules) == 1
    assert page.rules[0].x0 == pytest.approx(200, abs=1)
    assert len(page.fills) == 1


def test_text_that_nobody_sees_is_kept_apart() -> None:
    picture = io.BytesIO()
    from PIL import Image

    Image.new("RGB", (40, 40), (30, 90, 200)).save(picture, "PNG")
    picture.seek(0)

    def draw(c: Canvas) -> None:
        c.drawString(72, 750, "terlihat")
        text = c.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textOut("gaib")
        text.setTextRenderMode(0)
        c.drawText(text)
        c.setFillColorRGB(1, 1, 1)
        c.drawString(72, 650, "putih")
        c.setFillColorRGB(0, 0, 0)
        c.rect(60, 590, 200, 30, stroke=0, fill=1)
        c.setFillColorRGB(1, 1, 1)
        c.drawString(72, 600, "kepala")
        c.setFillColorRGB(0, 0, 0)
        c.drawString(72, 500, "tertutup 130,78")
        c.drawImage(ImageReader(picture), 60, 480, 200, 60)
        c.drawString(72, 520, "di atas")

    page = page_of(draw)
    assert texts(page.words) == ["terlihat", "kepala", "di", "atas"]
    assert sorted(w.text for w in page.hidden) == ["130,78", "gaib", "putih", "tertutup"]


def test_a_number_clipped_away_inside_a_word_is_not_read() -> None:
    def draw(c: Canvas) -> None:
        c.drawString(100, 600, "Pengadaan sarana")
        c.saveState()
        clip = c.beginPath()
        clip.rect(60, 580, 30, 40)
        c.clipPath(clip, stroke=0, fill=0)
        c.drawString(130, 600, "3.")
        c.restoreState()

    page = page_of(draw)
    assert texts(page.words) == ["Pengadaan", "sarana"]
    assert texts(page.hidden) == ["3."]


def test_the_visible_part_of_the_page_is_the_page() -> None:
    def draw(c: Canvas) -> None:
        c.setCropBox((50, 100, 450, 700))
        c.drawString(60, 680, "isi")

    page = page_of(draw)
    assert (page.width, page.height) == pytest.approx((400, 600))
    assert page.words[0].x0 == pytest.approx(10, abs=1)
    assert page.words[0].bottom == pytest.approx(20, abs=4)


def test_symbols_mean_something_only_in_symbol_fonts() -> None:
    assert clean("e\ufb03siensi") == ("effisiensi", True)
    assert clean("\uf0b7") == ("•", True)
    assert clean("\uf0b3\uf039\uf030", "abcdef+symbolmt") == ("≥90", True)
    assert clean("\uf039\uf030", "abcdef+garuda") == ("\ufffd\ufffd", False)
    assert clean("2013\x02") == ("2013-", True)
    assert clean("1\x072") == ("1\ufffd2", False)
    assert clean("12\ufffd4")[1] is False


@given(st.text(alphabet=st.characters(min_codepoint=0x20, max_codepoint=0x7E), max_size=20))
def test_plain_text_is_passed_on_as_it_is(text: str) -> None:
    assert clean(text) == (text, True)


@given(
    turned=st.sampled_from([0, 90, 180, 270]),
    x0=st.floats(0, 700),
    top=st.floats(0, 500),
    width=st.floats(0, 100),
    height=st.floats(0, 80),
)
def test_going_back_to_the_shown_page_keeps_area_and_stays_inside(
    turned: int, x0: float, top: float, width: float, height: float
) -> None:
    page = Page(1, 842.0, 595.0, turned=turned)
    a, b, c, d = to_shown(page, (x0, top, x0 + width, top + height))
    assert a <= c
    assert b <= d
    assert (c - a) * (d - b) == pytest.approx(width * height, abs=1e-6, rel=1e-6)
    shown = (595.0, 842.0) if turned in (90, 270) else (842.0, 595.0)
    assert (a >= -1e-6 and c <= shown[0] + 1e-6) or x0 + width > 842 or top + height > 595
    assert (b >= -1e-6 and d <= shown[1] + 1e-6) or x0 + width > 842 or top + height > 595
