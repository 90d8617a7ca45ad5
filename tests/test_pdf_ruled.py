"""What comes out of ruled tables drawn for the purpose, and of sampled pages of real reports."""

from __future__ import annotations

import io
import re
from collections import Counter
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.lib import colors
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Table

from extractors.pdf.lattice import positions
from extractors.pdf.open import open_document
from extractors.pdf.page import read_page
from extractors.pdf.reader import layout, read_pdf
from schemas.reading import Grid, Reading

WIDTH, HEIGHT = 595.0, 842.0
GRID = ("GRID", (0, 0), (-1, -1), 0.5, colors.black)
ROWS = [
    ["No", "Program", "Anggaran", "Realisasi"],
    ["1", "Program Pelayanan Administrasi", "468.120.000", "460.004.950"],
    ["2", "Program Sarana dan Prasarana", "257.087.500", "255.934.231"],
    ["", "Jumlah", "725.207.500", "715.939.181"],
]


def read(draw: Callable[[Canvas], None], size: tuple[float, float] = (WIDTH, HEIGHT)) -> Reading:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=size)
    canvas.setFont("Helvetica", 11)
    draw(canvas)
    canvas.showPage()
    canvas.save()
    return read_pdf(Path("contoh.pdf"), memory.getvalue())


def place(canvas: Canvas, rows: list[list[str]], style: list[tuple], x: float = 60, y: float = 500, **more) -> None:
    table = Table(rows, style=style, **more)
    table.wrapOn(canvas, 500, 800)
    table.drawOn(canvas, x, y)


def texts(grid: Grid) -> list[list[str]]:
    found = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        found[cell.row][cell.column] = cell.text
    return found


def test_a_plain_grid_comes_out_cell_by_cell() -> None:
    reading = read(lambda c: place(c, ROWS, [GRID]))
    (grid,) = reading.grids
    assert texts(grid) == ROWS
    assert grid.ruled
    assert grid.rotated == 0
    assert grid.page == 1
    assert len(grid.edges) == 5
    assert not reading.lines


def test_cells_and_edges_lie_where_they_are_shown() -> None:
    (grid,) = read(lambda c: place(c, ROWS, [GRID], colWidths=[30, 200, 90, 90], rowHeights=20)).grids
    assert grid.edges == pytest.approx((60, 90, 290, 380, 470), abs=0.6)
    cell = next(c for c in grid.cells if c.text == "257.087.500")
    assert cell.bbox == pytest.approx((290, HEIGHT - 540, 380, HEIGHT - 520), abs=0.6)


def test_merged_cells_keep_their_spans() -> None:
    rows = [
        ["Sasaran", "Indikator", "Tahun 2016", ""],
        ["", "", "Target", "Realisasi"],
        ["Meningkatnya mutu", "Nilai A", "80", "82"],
        ["", "Nilai B", "70", "71"],
    ]
    spans = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (3, 0)), ("SPAN", (0, 2), (0, 3))]
    (grid,) = read(lambda c: place(c, rows, [GRID, *spans])).grids
    shape = {c.text: (c.row, c.column, c.rowspan, c.colspan) for c in grid.cells}
    assert shape["Sasaran"] == (0, 0, 2, 1)
    assert shape["Tahun 2016"] == (0, 2, 1, 2)
    assert shape["Meningkatnya mutu"] == (2, 0, 2, 1)
    assert shape["71"] == (3, 3, 1, 1)


def test_stacked_lines_stay_in_reading_order() -> None:
    rows = [["Indikator", "Nilai"], ["Persentase pasien\nyang dilayani\ndengan baik", "70,06\n(BB)"]]
    (grid,) = read(lambda c: place(c, rows, [GRID, ("VALIGN", (0, 0), (-1, -1), "MIDDLE")])).grids
    assert texts(grid) == rows


def test_borders_as_thin_rectangles_with_spacers_and_double_lines() -> None:
    """How word processors print borders: a sliver for each side of each cell, doubled, not quite aligned."""

    def draw(c: Canvas) -> None:
        xs, ys = [60, 160, 260, 360], [700, 680, 660, 640]
        for i, y in enumerate(ys):
            for a, b in pairwise(xs):
                c.rect(a + 0.24, y + 0.1 * i, b - a - 0.48, 0.48, stroke=0, fill=1)
                c.rect(a + 0.24, y - 2.2, b - a - 0.48, 0.48, stroke=0, fill=1)
        for x in xs:
            for a, b in pairwise(ys):
                c.rect(x, b, 0.48, a - b, stroke=0, fill=1)
                c.rect(x + 3.4, b, 0.48, a - b, stroke=0, fill=1)
        for r in range(3):
            for k in range(3):
                c.drawString(xs[k] + 20, ys[r] - 14, f"{r}{k}")

    (grid,) = read(draw).grids
    assert texts(grid) == [["00", "01", "02"], ["10", "11", "12"], ["20", "21", "22"]]


def test_dashed_and_dotted_borders_are_borders() -> None:
    style = [("GRID", (0, 0), (-1, -1), 0.5, colors.black, 1, (2, 2))]
    (grid,) = read(lambda c: place(c, ROWS, style)).grids
    assert texts(grid) == ROWS

    def dots(c: Canvas) -> None:
        for y in (700, 670, 640):
            for x in range(60, 361, 2):
                c.rect(x, y, 0.6, 0.6, stroke=0, fill=1)
        for x in (60, 210, 360):
            for y in range(640, 701, 2):
                c.rect(x, y, 0.6, 0.6, stroke=0, fill=1)
        for x, y, text in ((80, 680, "a"), (230, 680, "b"), (80, 650, "c"), (230, 650, "d")):
            c.drawString(x, y, text)

    (grid,) = read(dots).grids
    assert texts(grid) == [["a", "b"], ["c", "d"]]


def test_open_left_and_right_sides() -> None:
    style = [("INNERGRID", (0, 0), (-1, -1), 0.5, colors.black)]
    style += [("LINEABOVE", (0, 0), (-1, 0), 0.5, colors.black), ("LINEBELOW", (0, -1), (-1, -1), 0.5, colors.black)]
    (grid,) = read(lambda c: place(c, ROWS, style)).grids
    assert texts(grid) == ROWS


def test_white_lines_are_no_borders() -> None:
    def draw(c: Canvas) -> None:
        place(c, ROWS, [("GRID", (0, 0), (-1, -1), 0.5, colors.white)])

    assert all(not grid.ruled for grid in read(draw).grids)


def test_frames_are_no_tables() -> None:
    def draw(c: Canvas) -> None:
        c.rect(30, 30, WIDTH - 60, HEIGHT - 60)
        c.rect(60, 600, 400, 60)
        c.drawString(70, 640, "Catatan penting bagi pembaca laporan ini")
        c.drawString(70, 620, "bukan tabel")
        c.drawString(70, 500, "Paragraf biasa di dalam bingkai halaman.")

    reading = read(draw)
    assert not reading.grids
    assert [line.text for line in reading.lines] == [
        "Catatan penting bagi pembaca laporan ini",
        "bukan tabel",
        "Paragraf biasa di dalam bingkai halaman.",
    ]


def test_boxes_joined_by_lines_are_no_table() -> None:
    """The chart of an organisation: boxes hang on lines."""

    def draw(c: Canvas) -> None:
        boxes = [(250, 700, "KEPALA"), (420, 640, "SEKRETARIS"), (60, 540, "BIDANG I"), (250, 540, "BIDANG II")]
        boxes += [(440, 540, "BIDANG III"), (60, 480, "SEKSI A"), (250, 480, "SEKSI B"), (440, 480, "SEKSI C")]
        for x, y, text in boxes:
            c.rect(x, y, 100, 30)
            c.drawString(x + 10, y + 10, text)
        c.line(300, 700, 300, 570)
        c.line(300, 655, 420, 655)
        c.line(110, 600, 490, 600)
        for x in (110, 490):
            c.line(x, 600, x, 570)
        for x in (110, 300, 490):
            c.line(x, 540, x, 510)

    reading = read(draw)
    assert not reading.grids
    assert len(" ".join(line.text for line in reading.lines).split()) == 14


def test_two_boxes_under_one_line_are_no_table() -> None:
    """The lowest boxes of a chart: what joins them encloses empty fields above and between."""

    def draw(c: Canvas) -> None:
        for x in (300, 400, 420, 520):
            c.line(x, 500, x, 560)
        c.line(300, 575, 520, 575)
        c.line(300, 560, 520, 560)
        c.line(300, 500, 520, 500)
        for x in (350, 470):
            c.line(x, 560, x, 575)
        for x, first, second in ((305, "Subbagian", "Umum"), (425, "Subbagian", "Perencanaan")):
            c.drawString(x, 540, first)
            c.drawString(x, 525, second)

    reading = read(draw)
    assert not reading.grids
    assert len(" ".join(line.text for line in reading.lines).split()) == 4


def test_a_sparse_table_with_numbers_or_neighbours_stays_a_table() -> None:
    sparse = [["Uraian", "", "", ""], ["", "", "12", ""], ["", "", "", "7"]]
    neighbours = [["", "", "", ""], ["Ketua", "", "", "Anggota"], ["Sekretaris", "", "", ""]]
    for rows in (sparse, neighbours):
        (grid,) = read(lambda c, rows=rows: place(c, rows, [GRID], colWidths=60)).grids
        assert grid.rows >= 2


def test_a_table_inside_a_page_frame() -> None:
    def draw(c: Canvas) -> None:
        c.rect(30, 30, WIDTH - 60, HEIGHT - 60)
        place(c, ROWS, [GRID])

    (grid,) = read(draw).grids
    assert texts(grid) == ROWS


def test_the_box_of_a_page_number_is_no_column() -> None:
    def draw(c: Canvas) -> None:
        place(c, [["a", "b", "c"]] * 6, [GRID], x=60, y=500, colWidths=[100] * 3, rowHeights=20)
        c.rect(360, 490, 40, 10)
        c.drawString(370, 491, "46")

    reading = read(draw)
    (grid,) = reading.grids
    assert (grid.rows, grid.columns) == (6, 3)
    assert [line.text for line in reading.lines] == ["46"]


def test_words_beside_the_steps_of_a_table_are_lines() -> None:
    def draw(c: Canvas) -> None:
        for x in (60, 160, 260):
            c.line(x, 500, x, 600)
        c.line(360, 500, 360, 540)
        for y, end in ((600, 260), (580, 260), (560, 260), (540, 360), (520, 360), (500, 360)):
            c.line(60, y, end, y)
        c.drawString(280, 566, "di luar tabel")
        for r in range(5):
            c.drawString(70, 586 - 20 * r, f"a{r}")
            c.drawString(170, 586 - 20 * r, f"b{r}")
        c.drawString(270, 526, "c3")

    reading = read(draw)
    (grid,) = reading.grids
    assert "c3" in [cell.text for cell in grid.cells]
    assert [line.text for line in reading.lines] == ["di luar tabel"]


def test_two_tables_side_by_side() -> None:
    def draw(c: Canvas) -> None:
        place(c, [["a", "1"], ["b", "2"]], [GRID], x=60)
        place(c, [["c", "3"], ["d", "4"]], [GRID], x=300)

    left, right = read(draw).grids
    assert texts(left) == [["a", "1"], ["b", "2"]]
    assert texts(right) == [["c", "3"], ["d", "4"]]


def test_two_tables_that_touch_are_two() -> None:
    def draw(c: Canvas) -> None:
        place(c, [["a", "b", "c", "d"]] * 3, [GRID], y=600, colWidths=[100] * 4, rowHeights=20)
        place(c, [["1", "2", "3", "4"]] * 3, [GRID], y=540, colWidths=[40, 110, 110, 140], rowHeights=20)

    upper, lower = read(draw).grids
    assert (upper.rows, upper.columns, lower.rows, lower.columns) == (3, 4, 3, 4)


def test_a_table_inside_a_cell() -> None:
    def draw(c: Canvas) -> None:
        place(c, [["Uraian", "Isi"], ["luar", ""]], [GRID], y=400, colWidths=[100, 300], rowHeights=[20, 150])
        place(c, [["x", "9"], ["y", "8"]], [GRID], x=200, y=440)

    grids = read(draw).grids
    assert [["x", "9"], ["y", "8"]] in [texts(g) for g in grids]
    outer = next(g for g in grids if texts(g)[0] == ["Uraian", "Isi"])
    assert texts(outer)[1][0] == "luar"


def test_rows_without_lines_are_told_by_the_joints_of_the_vertical_borders() -> None:
    amounts = [("29.01", "Penyebaran informasi", "360.032.000"), ("29.02", "Perencanaan program", "512.425.000")]
    amounts += [("29.03", "Pelatihan kerja", "216.217.000"), ("29.04", "Pengembangan", "139.077.350")]

    def draw(c: Canvas) -> None:
        xs = [60, 110, 300, 400]
        for y in (700, 680, 560):
            c.line(60, y, 400, y)
        for x in xs:
            for top, bottom in ((700, 680), (680, 650), (650, 620), (620, 590), (590, 560)):
                c.rect(x, bottom, 0.5, top - bottom, stroke=0, fill=1)
        for k, text in enumerate(("Kode", "Program", "Anggaran")):
            c.drawString(xs[k] + 5, 686, text)
        for r, row in enumerate(amounts):
            for k, text in enumerate(row):
                c.drawString(xs[k] + 5, 664 - 30 * r - 4 * k, text)

    (grid,) = read(draw).grids
    assert texts(grid) == [["Kode", "Program", "Anggaran"], *map(list, amounts)]


def test_columns_without_lines_are_told_by_the_joints_of_the_horizontal_borders() -> None:
    rows = [["No", "Indikator", "Target"], ["1", "Indeks mutu air", "60"], ["2", "Kampung iklim", "61"]]

    def draw(c: Canvas) -> None:
        xs = [60, 110, 300, 400]
        for y in (700, 680, 660, 640):
            for a, b in pairwise(xs):
                c.rect(a + 0.3, y, b - a - 0.6, 0.5, stroke=0, fill=1)
        for r, row in enumerate(rows):
            for k, text in enumerate(row):
                c.drawString(xs[k] + 5, 686 - 20 * r, text)

    (grid,) = read(draw).grids
    assert texts(grid) == rows


def test_shading_ends_a_cell_where_no_line_does() -> None:
    def draw(c: Canvas) -> None:
        c.setFillColorRGB(0.9, 0.5, 0.2)
        c.rect(60, 680, 340, 20, stroke=0, fill=1)
        c.setFillColorRGB(0, 0, 0)
        for x in (60, 160, 400):
            c.line(x, 640, x, 700)
        for y in (700, 660, 640):
            c.line(60, y, 400, y)
        c.line(160, 680, 400, 680)
        for x, y, text in ((70, 686, "NO"), (170, 686, "Nilai"), (170, 666, "80"), (70, 646, "2"), (170, 646, "90")):
            c.drawString(x, y, text)

    (grid,) = read(draw).grids
    assert texts(grid) == [["NO", "Nilai"], ["", "80"], ["2", "90"]]


def test_shaded_cells_alone_make_a_table() -> None:
    """Every other row is shaded cell by cell, and no line is drawn at all."""
    rows = [["No", "Indikator", "Target"], ["1", "Indeks mutu air", "60"], ["2", "Kampung iklim", "61"]]
    rows += [["3", "Taman kota", "1"], ["4", "Emisi", "5"]]

    def draw(c: Canvas) -> None:
        xs = [60, 110, 300, 400]
        for r, row in enumerate(rows):
            if r % 2 == 0:
                c.setFillColorRGB(0.3, 0.5, 0.8)
                for a, b in pairwise(xs):
                    c.rect(a, 680 - 20 * r, b - a, 20, stroke=0, fill=1)
            c.setFillColorRGB(0, 0, 0)
            for k, text in enumerate(row):
                c.drawString(xs[k] + 5, 686 - 20 * r, text)

    (grid,) = read(draw).grids
    assert texts(grid) == rows


def test_a_shaded_cell_ends_where_its_shade_ends() -> None:
    """The category beside a value is set apart by its colour; the line between them is drawn in the header only."""
    rows = [["Indikator", "Capaian", "Kategori"], ["Indeks mutu", "66,67%", "Cukup"], ["Taman kota", "95,71%", "Baik"]]

    def draw(c: Canvas) -> None:
        xs, bottom = [60, 200, 280, 360], 640
        for r in (1, 2):
            c.setFillColorRGB(0.4, 0.7, 0.3)
            c.rect(xs[2], 680 - 20 * r, xs[3] - xs[2], 20, stroke=0, fill=1)
        c.setFillColorRGB(0, 0, 0)
        for x in (60, 200, 360):
            c.line(x, bottom, x, 700)
        c.line(280, 680, 280, 700)
        for y in (700, 680, 660, 640):
            c.line(60, y, 360, y)
        for r, row in enumerate(rows):
            for k, text in enumerate(row):
                c.drawString(xs[k] + 5, 686 - 20 * r, text)

    (grid,) = read(draw).grids
    assert texts(grid) == rows


def test_a_word_across_the_end_of_a_shade_is_no_border() -> None:
    def draw(c: Canvas) -> None:
        c.setFillColorRGB(0.4, 0.7, 0.3)
        c.rect(200, 660, 80, 20, stroke=0, fill=1)
        c.setFillColorRGB(0, 0, 0)
        for x in (60, 360):
            c.line(x, 660, x, 700)
        for x in (200, 280):
            c.line(x, 680, x, 700)
        for y in (700, 680, 660):
            c.line(60, y, 360, y)
        for x, y, text in (
            (65, 686, "A"),
            (205, 686, "B"),
            (285, 686, "C"),
            (65, 666, "Catatan atas hasil pengukuran"),
        ):
            c.drawString(x, y, text)

    (grid,) = read(draw).grids
    assert texts(grid)[1][0] == "Catatan atas hasil pengukuran"


@pytest.mark.parametrize("angle", [90, 270])
def test_a_sideways_table_is_read_upright_and_shown_where_it_lies(angle: int) -> None:
    def draw(c: Canvas) -> None:
        c.translate(*((WIDTH, 0) if angle == 90 else (0, HEIGHT)))
        c.rotate(angle)
        place(c, ROWS, [GRID], x=100, y=300, colWidths=[30, 200, 90, 90], rowHeights=20)

    (grid,) = read(draw).grids
    assert texts(grid) == ROWS
    assert grid.rotated == angle
    first = grid.cells[0].bbox
    assert first is not None
    assert first[2] - first[0] == pytest.approx(20, abs=1)  # the height of the row lies across
    assert first[3] - first[1] == pytest.approx(30, abs=1)
    assert all(0 <= c.bbox[0] <= c.bbox[2] <= WIDTH and c.bbox[3] <= HEIGHT for c in grid.cells if c.bbox)


def test_order_runs_through_lines_and_grids_of_all_pages() -> None:
    def draw(c: Canvas) -> None:
        for _ in range(2):
            c.drawString(60, 700, "Tabel 3.1 Realisasi")
            place(c, ROWS, [GRID])
            c.drawString(60, 300, "Penutup.")
            c.showPage()

    reading = read(draw)
    kinds = [(line.order, line.page) for line in reading.lines] + [(grid.order, grid.page) for grid in reading.grids]
    assert [order for order, _ in sorted(kinds)] == list(range(1, 7))
    assert [page for _, page in sorted(kinds)] == [1, 1, 1, 2, 2, 2]


@given(
    st.lists(st.integers(20, 120), min_size=2, max_size=6),
    st.lists(st.integers(14, 50), min_size=2, max_size=8),
)
def test_any_full_grid_comes_back(widths: list[int], heights: list[int]) -> None:
    rows = [[f"{r}.{c}" for c in range(len(widths))] for r in range(len(heights))]

    def draw(c: Canvas) -> None:
        place(c, rows, [GRID, ("FONTSIZE", (0, 0), (-1, -1), 6)], x=20, y=100, colWidths=widths, rowHeights=heights)

    (grid,) = read(draw, (800.0, 900.0)).grids
    assert texts(grid) == rows


@given(st.lists(st.floats(0, 500), max_size=40))
def test_snapped_positions_are_sorted_and_apart(values: list[float]) -> None:
    found = positions(values)
    assert found == sorted(found)
    assert all(any(abs(v - p) <= 6 for p in found) for v in values)


SAMPLES = {"A09": [1, 3], "A04": [23, 32], "B11": [21, 33], "B14": [27, 53], "B26": [21], "C15": [1], "C20": [1]}


@pytest.mark.corpus
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_real_pages_hold_what_pdfplumber_sees(name: str, shared: Path) -> None:
    """Every cell that pdfplumber reads stands in a grid of ours (it cuts cells at shading, so parts count)."""
    import pdfplumber

    found = sorted((shared / "corpus").glob(f"{name}_*"))
    if not found:
        pytest.skip("the shared corpus is not here")
    reading = read_pdf(found[0], found[0].read_bytes())
    with pdfplumber.open(found[0]) as pdf:
        for number in SAMPLES[name]:
            ours = Counter(
                token
                for grid in reading.grids
                if grid.page == number
                for cell in grid.cells
                for token in cell.text.split()
                if re.search(r"\d{2}", token)
            )
            theirs = Counter(
                token
                for table in pdf.pages[number - 1].extract_tables()
                if table and max(map(len, table)) > 1
                for row in table
                for cell in row
                for token in (cell or "").split()
                if re.search(r"\d{2}", token)
            )
            pdf.pages[number - 1].close()
            missing = sum((theirs - ours).values())
            assert missing <= 0.02 * sum(theirs.values()), (number, theirs - ours)


@pytest.mark.corpus
@pytest.mark.parametrize("name", ["A02", "B11", "B26", "B29"])
def test_every_word_of_a_real_page_is_read_once(name: str, shared: Path) -> None:
    found = sorted((shared / "corpus").glob(f"{name}_*"))
    data = found[0].read_bytes()
    with open_document(found[0], data) as (document, count):
        for number in range(1, count + 1, 3):
            page = read_page(document, number)
            grids, lines, _ = layout(page)
            texts = [cell.text for grid in grids for cell in grid.cells] + [line.text for line in lines]
            assert Counter(" ".join(w.text for w in page.words).split()) == Counter(" ".join(texts).split()), number


def test_bands_below_a_drawn_header_are_rows_of_its_table() -> None:
    xs = (60, 180, 320, 400)

    def draw(canvas: Canvas) -> None:
        canvas.setFont("Helvetica", 8)
        canvas.grid(list(xs), [700, 720])
        for x, label in zip(xs, ("Sasaran", "Indikator Kinerja", "Target"), strict=False):
            canvas.drawString(x + 4, 706, label)
        for n, row in enumerate((("Jalan mantap", "Panjang jalan", "40 km"), ("Air bersih", "Cakupan", "85 %"))):
            top = 700 - 30 * n
            if n == 0:
                canvas.setFillGray(0.9)
                for left, right in pairwise(xs):
                    canvas.rect(left, top - 30, right - left, 30, stroke=0, fill=1)
                canvas.setFillGray(0)
            else:
                for left, right in pairwise(xs):
                    canvas.line(left, top - 30, right, top - 30)
            for x, text in zip(xs, row, strict=False):
                canvas.drawString(x + 4, top - 12, text)
        canvas.drawString(60, 600, "Kalimat di bawah tabel yang tidak termasuk tabel itu, sepanjang halaman.")
        canvas.line(60, 560, 400, 560)

    (grid,) = read(draw).grids
    assert texts(grid) == [
        ["Sasaran", "Indikator Kinerja", "Target"],
        ["Jalan mantap", "Panjang jalan", "40 km"],
        ["Air bersih", "Cakupan", "85 %"],
    ]


def test_numbers_tell_rows_apart_that_no_border_parts() -> None:
    rows = [
        ["No", "Sasaran", "Indikator", "Target"],
        ["1.\n\n\n2.", "Jalan mantap\nsampai desa\n\nAir bersih", "Panjang jalan\n\n\nCakupan", "40 km\n\n\n85 %"],
        ["3.", "Listrik", "Rasio", "90 %"],
    ]
    (grid,) = read(lambda c: place(c, rows, [GRID])).grids
    assert texts(grid)[1:] == [
        ["1.", "Jalan mantap\nsampai desa", "Panjang jalan", "40 km"],
        ["2.", "Air bersih", "Cakupan", "85 %"],
        ["3.", "Listrik", "Rasio", "90 %"],
    ]
    whole = [rows[0], ["1.\n2.", "Jalan mantap", "Panjang jalan", "40 km"], rows[2]]
    (grid,) = read(lambda c: place(c, whole, [GRID])).grids
    assert grid.rows == 3


BANDS = [
    ["Sasaran / Indikator", "Satuan", "Target", "Realisasi"],
    ["Sasaran 1: Meningkatnya mutu pelayanan dasar di seluruh wilayah kerja", "", "", ""],
    ["Nilai survei pelanggan", "Nilai", "80", "82,10"],
    ["Persentase arsip tertata", "%", "60", "61,25"],
    ["Sasaran 2: Meningkatnya tertib administrasi di seluruh unit pelaksana", "", "", ""],
    ["Jumlah unit yang tertib", "Unit", "14", "13"],
    ["Jumlah laporan tepat waktu", "Laporan", "24", "24"],
    ["Rata-rata lama layanan", "Hari", "5", "4"],
]


def test_shaded_bands_without_lines_give_every_row_its_cells() -> None:
    headings = [n for n, row in enumerate(BANDS) if not row[1]]
    style = [("SPAN", (0, n), (-1, n)) for n in headings]
    for n in range(0, len(BANDS) - 1, 2):
        for c in range(1 if n in headings else 4):
            style.append(("BACKGROUND", (c, n), (-1 if n in headings else c, n), colors.HexColor("#e0e8f0")))
    rows = [["" if n in headings and c else text for c, text in enumerate(row)] for n, row in enumerate(BANDS)]
    (grid,) = read(lambda c: place(c, rows, style, colWidths=[240, 60, 60, 60])).grids
    assert texts(grid) == BANDS


def test_a_ratio_broken_inside_its_decimals_is_one_number() -> None:
    rows = [["Indikator", "%"], ["Nilai survei pelanggan", "102,8\n6"], ["Lama layanan", "98,15"]]
    narrow, wide = (
        read(lambda c, width=width: place(c, rows, [GRID], colWidths=[200, width])).grids[0] for width in (34, 90)
    )
    assert texts(narrow)[1][1] == "102,86"
    assert texts(wide)[1][1] == "102,8\n6"


BUDGET = [
    ["1", ["Program Pelayanan Administrasi", "Perkantoran"], "1.250.000.000", "1.201.500.000"],
    ["a.", ["Penyediaan Jasa"], "900.000.000", "880.000.000"],
    ["b.", ["Pemeliharaan Gedung dan", "Kendaraan Dinas"], "350.000.000", "321.500.000"],
    ["2", ["Program Pembinaan"], "75.400.000", "70.000.000"],
]


def test_a_budget_without_lines_between_its_rows_comes_out_row_by_row() -> None:
    def draw(c: Canvas) -> None:
        y = 700.0
        for x, label in zip((65, 105, 330, 430), ("No", "Program", "Anggaran", "Realisasi"), strict=True):
            c.drawString(x, y, label)
        top, y = y + 14, y - 18
        c.line(60, y + 12, 520, y + 12)
        for number, names, *amounts in BUDGET:
            c.drawString(65, y, number)
            for k, amount in enumerate(amounts):
                c.drawRightString(410 + 100 * k, y, amount)
            for name in names:
                c.drawString(105, y, name)
                y -= 13
            y -= 2
        for x in (60, 100, 320, 420, 520):
            c.line(x, y, x, top)
        c.line(60, top, 520, top)
        c.line(60, y, 520, y)

    (grid,) = read(draw).grids
    whole = [[number, "\n".join(names), *amounts] for number, names, *amounts in BUDGET]
    assert texts(grid)[1:] == whole


def test_a_header_above_the_first_line_belongs_to_the_table_below() -> None:
    rows = [
        ["1", "Program Pelayanan", "468.120.000", "460.004.950"],
        ["1.1.1.1", "Kegiatan Sarana", "257.087.500", "255.934.231"],
        ["2", "Program Pembinaan", "725.207.500", "715.939.181"],
    ]

    def draw(c: Canvas) -> None:
        xs = (60, 84, 300, 400, 500)
        for x, label in zip(xs, ("No", "Program/Kegiatan", "Anggaran", "Realisasi"), strict=False):
            c.drawString(x + 3, 700, label)
        for n, row in enumerate(rows):
            for x, text in zip(xs, row, strict=False):
                c.drawString(x + 3, 682 - 18 * n, text)
        for n in range(4):
            for a, b in pairwise(xs):  # cell by cell, as browsers draw the border below a row
                c.line(a, 695 - 18 * n, b, 695 - 18 * n)

    (grid,) = read(draw).grids
    assert texts(grid) == [["No", "Program/Kegiatan", "Anggaran", "Realisasi"], *rows]


def test_a_shaded_header_of_two_rows_keeps_the_labels_over_its_groups() -> None:
    rows = [
        ["No", "Indikator", "Tahun 2021", "", "Tahun 2022", ""],
        ["", "", "Target", "Realisasi", "Target", "Realisasi"],
        ["1", "Nilai survei", "80", "82", "84", "83"],
        ["2", "Nilai arsip", "60", "61", "62", "66"],
        ["3", "Nilai mutu", "70", "71", "72", "75"],
        ["4", "Nilai waktu", "50", "51", "52", "55"],
    ]
    spans = [(0, 0, 0, 1), (1, 0, 1, 1), (2, 0, 3, 0), (4, 0, 5, 0)]
    cells = [*spans, *((c, 1, c, 1) for c in range(2, 6)), *((c, n, c, n) for n in (3, 5) for c in range(6))]
    style: list[tuple] = [("SPAN", (a, b), (c, d)) for a, b, c, d in spans]
    style += [("BACKGROUND", (a, b), (c, d), colors.HexColor("#cfdcec")) for a, b, c, d in cells]
    (grid,) = read(lambda c: place(c, rows, style, colWidths=[30, 120, 60, 60, 60, 60])).grids
    head = {cell.text: (cell.row, cell.rowspan, cell.colspan) for cell in grid.cells if cell.row == 0}
    assert head["Tahun 2021"] == head["Tahun 2022"] == (0, 1, 2)
    assert head["Indikator"] == (0, 2, 1)
    assert texts(grid)[2:] == rows[2:]


def test_headings_over_all_columns_and_numbers_tell_rows_that_no_line_parts() -> None:
    heads = ["I. Meningkatnya hasil panen", "II. Meningkatnya mutu benih", "III. Tertibnya tata usaha"]
    rows = [
        ["No", "Indikator", "Target", "Realisasi"],
        [heads[0], "", "", ""],
        ["1", "Hasil padi", "184.500", "188.976"],
        ["2", "Hasil jagung", "42.350", "41.258"],
        [heads[1], "", "", ""],
        ["3", "Benih lulus uji", "94,00", "96,20"],
        [heads[2], "", "", ""],
        ["4", "Nilai arsip", "60", "61"],
        ["5", "Nilai survei", "80", "82"],
    ]
    style: list[tuple] = [("SPAN", (0, n), (3, n)) for n in (1, 4, 6)]
    style += [("BOX", (0, 0), (-1, -1), 0.7, colors.black), ("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black)]
    style += [("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.black)]
    (grid,) = read(lambda c: place(c, rows, style, colWidths=[30, 200, 80, 80])).grids
    assert texts(grid) == rows
    assert [cell.colspan for cell in grid.cells if cell.text in heads] == [4, 4, 4]


def test_values_of_several_years_on_the_same_lines_are_rows() -> None:
    rows = [["Indikator", "2021", "2022", "2023"], ["Luas tanam", "79,05", "80,52", "82"],
            ["Desa yang\nterlayani", "84,83", "86,42", "88"], ["Nilai mutu", "9", "9", "10"]]  # fmt: skip
    style: list[tuple] = [
        ("BOX", (0, 0), (-1, -1), 0.7, colors.black),
        ("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.black),
    ]
    style += [("LINEBELOW", (0, 0), (-1, 0), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "MIDDLE")]
    (grid,) = read(lambda c: place(c, rows, style, colWidths=[200, 60, 60, 60])).grids
    assert texts(grid) == rows


def test_sentences_on_the_same_lines_are_no_rows() -> None:
    rows = [["Uraian", "Sebab", "Akibat"], ["satu\ndua\ntiga", "80\n81\n82", "hujan\nbanjir\nlongsor"]]
    (grid,) = read(lambda c: place(c, rows, [GRID], colWidths=[120, 60, 120])).grids
    assert grid.rows == 2


def test_a_label_over_columns_ends_where_the_lines_between_them_begin() -> None:
    rows = [
        ["No", "Indikator", "Tahun 2016", "", "", "Tahun 2017", "", ""],
        ["", "", "Target", "Realisasi", "%", "Target", "Realisasi", "%"],
        ["1", "Nilai survei", "80", "82", "102,50", "84", "83", "98,81"],
        ["2", "Nilai arsip", "60", "61", "101,67", "62", "66", "106,45"],
        ["3", "Nilai mutu", "70", "71", "101,43", "72", "75", "104,17"],
        ["Jumlah", "", "210", "214", "101,90", "218", "224", "102,75"],
    ]
    style: list[tuple] = [("SPAN", (0, 0), (0, 1)), ("SPAN", (1, 0), (1, 1)), ("SPAN", (2, 0), (4, 0))]
    style += [("SPAN", (5, 0), (7, 0)), ("SPAN", (0, 5), (1, 5)), ("BOX", (0, 0), (-1, -1), 0.7, colors.black)]
    style += [("LINEBELOW", (0, 1), (-1, 1), 0.5, colors.black), ("LINEAFTER", (0, 0), (-1, -1), 0.5, colors.black)]
    (grid,) = read(lambda c: place(c, rows, style, colWidths=[30, 120, 50, 55, 50, 50, 55, 50])).grids
    head = {cell.text: (cell.row, cell.column, cell.colspan) for cell in grid.cells if cell.row == 0}
    assert (head["Tahun 2016"], head["Tahun 2017"]) == ((0, 2, 3), (0, 5, 3))
    assert texts(grid)[2:] == rows[2:]


def test_items_below_the_heading_of_their_cell_are_left_together() -> None:
    names = "Hasil panen\nyang utama :\nPadi\nJagung\nKedelai"
    values = [["184,50", "42,35", "9,10"], ["188,97", "41,25", "9,30"], ["102,42", "97,40", "102,20"]]
    rows = [["Indikator", "Target", "Realisasi", "%"], [names, *("\n\n" + "\n".join(column) for column in values)]]
    (grid,) = read(lambda c: place(c, rows, [GRID], colWidths=[160, 60, 60, 60])).grids
    assert grid.rows == 2
    assert texts(grid)[1] == [names, *("\n".join(column) for column in values)]


def test_rows_below_the_last_band_are_not_taken_for_one() -> None:
    amounts = ["2.001.911.000", "1.375.634.000", "726.741.000"]
    rows = [line for n, amount in enumerate(amounts, 1)
            for line in ([f"1.0{n}", "Program Sarana", "Rp.", "90,0%"], ["", "dan Prasarana", amount, ""])]  # fmt: skip
    xs = (64, 120, 300, 420)

    def draw(c: Canvas) -> None:
        c.setFillColor(colors.HexColor("#cfdcec"))
        for n in range(2):
            for x, end in zip(xs, (*xs[1:], 500), strict=True):
                c.rect(x - 4, 697 - 14 * n, end - x, 14, stroke=0, fill=1)
        c.setFillColor(colors.black)
        for n, row in enumerate((["Kode", "Program", "Pagu", "%"], ["1", "2", "3", "4"])):
            for x, text in zip(xs, row, strict=True):
                c.drawString(x, 700 - 14 * n, text)
        for n, row in enumerate(rows):
            for x, text in zip(xs, row, strict=True):
                c.drawString(x, 673 - 12 * n - 3 * (n // 2), text)

    cells = [text for grid in read(draw).grids for row in texts(grid) for text in row]
    assert [text.split()[-1] for text in cells if text.endswith("000")] == amounts
