"""Tables without drawn borders: rows whole, columns right, and nothing that is no table."""

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extractors.pdf.found import FoundCell, FoundGrid
from extractors.pdf.open import open_document
from extractors.pdf.page import read_page
from extractors.pdf.reader import read_pdf
from extractors.pdf.second_opinion import SecondOpinion, by_camelot, by_pdfplumber
from extractors.tables.build import build_tables
from schemas.page import Page
from schemas.reading import Grid, Reading
from schemas.table import Role

HEIGHT = 842.0
Draw = Callable[[Canvas], object]


def page_of(*pages: Draw) -> bytes:
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, HEIGHT), invariant=1)
    for draw in pages:
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def read(*pages: Draw) -> Reading:
    return read_pdf(Path("uji.pdf"), page_of(*pages), second_opinions=0)


def write(
    canvas: Canvas, x: float, y: float, text: str, bold: bool = False, right: bool = False, size: float = 10
) -> None:
    canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
    (canvas.drawRightString if right else canvas.drawString)(x, HEIGHT - y, text)


def texts(grid: Grid) -> list[list[str]]:
    out = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        out[cell.row][cell.column] = cell.text
    return out


PROGRAM = [
    ("1.", ["Program Pelayanan Administrasi", "Perkantoran"], "1.250.000.000", "98,20"),
    ("2.", ["Program Pembinaan Olahraga"], "75.400.000", "100,00"),
    ("3.", ["Program Penataan Ruang dan", "Pertanahan di Wilayah", "Perbatasan"], "310.000.500", "87,05"),
    ("4.", ["Program Kepemudaan"], "9.000.000", "91,10"),
]
HEAD = ["No", "Program", "Anggaran (Rp)", "%"]
WHOLE = [[no, "\n".join(names), money, percent] for no, names, money, percent in PROGRAM]


def table(
    canvas: Canvas,
    y: float,
    leading: float = 12,
    gap: float = 8,
    centred: bool = False,
    rules: bool = False,
    head: bool = True,
) -> float:
    """Draw the table of programmes from ``y`` down; returns where it ends."""
    if rules:
        canvas.line(60, HEIGHT - y + 11, 530, HEIGHT - y + 11)
    if head:
        for x, label in zip((62, 150, 350, 500), HEAD, strict=True):
            write(canvas, x, y, label, bold=True)
        y += leading + gap
    if rules:
        canvas.line(60, HEIGHT - y + 12, 530, HEIGHT - y + 12)
    for no, names, money, percent in PROGRAM:
        middle = y + (len(names) - 1) * leading / 2 if centred else y
        write(canvas, 62, middle, no)
        write(canvas, 430, middle, money, right=True)
        write(canvas, 525, middle, percent, right=True)
        for name in names:
            write(canvas, 90, y, name)
            y += leading
        y += gap
    if rules:
        canvas.line(60, HEIGHT - y + 12, 530, HEIGHT - y + 12)
    return y


@pytest.mark.parametrize("rules", [False, True], ids=["none", "three"])
@pytest.mark.parametrize("centred", [False, True], ids=["top", "centred"])
@pytest.mark.parametrize("gap", [0, 3, 12])
def test_wrapped_names_stay_in_their_rows(gap: float, centred: bool, rules: bool) -> None:
    reading = read(lambda c: table(c, 200, gap=gap, centred=centred, rules=rules))
    (grid,) = reading.grids
    assert texts(grid) == [HEAD, *WHOLE]
    assert (grid.ruled, grid.engine, grid.header_rows) == (False, "gutters", 1)
    assert grid.score >= 0.95


@settings(max_examples=25, deadline=None)
@given(
    leading=st.floats(11.5, 18),
    gap=st.sampled_from([0.0, 4.0, 6.0, 10.0, 14.0]),
    top=st.floats(90, 400),
    centred=st.booleans(),
    rules=st.booleans(),
)
def test_whatever_the_spacing(leading: float, gap: float, top: float, centred: bool, rules: bool) -> None:
    reading = read(lambda c: table(c, top, leading, gap, centred, rules))
    assert [texts(g) for g in reading.grids] == [[HEAD, *WHOLE]]


def test_text_around_a_table_stays_outside() -> None:
    def draw(canvas: Canvas) -> None:
        write(canvas, 60, 150, "Program dan anggaran yang mendukung sasaran tersebut disajikan dalam tabel ini.")
        write(canvas, 270, 176, "Tabel 2.1")
        end = table(canvas, 200)
        write(canvas, 60, end + 4, "Sumber: laporan keuangan")
        write(canvas, 60, end + 30, "Jumlah anggaran tersebut naik 12,5% dibandingkan dengan tahun 2022 yang lalu.")
        write(canvas, 290, 800, "12")

    reading = read(draw)
    assert [texts(g) for g in reading.grids] == [[HEAD, *WHOLE]]
    assert [line.text.split()[0] for line in reading.lines] == ["Program", "Tabel", "Sumber:", "Jumlah", "12"]


def test_labels_over_several_columns() -> None:
    def draw(canvas: Canvas) -> None:
        for x, label in ((120, "Sasaran"), (60, "No")):
            write(canvas, x, 207, label, bold=True)
        write(canvas, 298, 200, "Target", bold=True)
        write(canvas, 441, 200, "Realisasi", bold=True)
        for n, year in enumerate(("2021", "2022", "2023", "2021", "2022", "2023")):
            write(canvas, 255 + 50 * n, 214, year, bold=True)
        for row in range(3):
            write(canvas, 60, 240 + 20 * row, str(row + 1))
            write(canvas, 90, 240 + 20 * row, f"Meningkatnya mutu {'abc'[row]}")
            for n in range(6):
                write(canvas, 280 + 50 * n, 240 + 20 * row, f"{60 + n + row},50", right=True)

    (grid,) = read(draw).grids
    spans = {c.text: (c.row, c.column, c.rowspan, c.colspan) for c in grid.cells if c.row < 2}
    assert spans["Target"] == (0, 2, 1, 3)
    assert spans["Realisasi"] == (0, 5, 1, 3)
    assert spans["Sasaran"] == (0, 1, 2, 1)
    assert (grid.rows, grid.columns, grid.header_rows) == (5, 8, 2)


def test_rows_go_on_after_a_page_break_without_a_header() -> None:
    def second(canvas: Canvas) -> None:
        write(canvas, 90, 80, "dan Kepramukaan")  # what the break cut off the last row
        write(canvas, 62, 100, "5.")
        write(canvas, 90, 100, "Program Kebudayaan")
        write(canvas, 430, 100, "12.000.000", right=True)
        write(canvas, 525, 100, "99,00", right=True)
        write(canvas, 60, 140, "Demikian program dan anggaran yang mendukung sasaran tahun berjalan ini.")

    one, two = read(lambda c: table(c, 620), second).grids
    assert (one.page, two.page) == (1, 2)
    assert texts(two) == [["", "dan Kepramukaan", "", ""], ["5.", "Program Kebudayaan", "12.000.000", "99,00"]]


PROSE = (
    "Anggaran  tahun  2023  sebesar  Rp 1.250.000.000  naik",
    "dibandingkan dengan tahun 2022 yang sebesar Rp 900.000.000",
    "sehingga  capaian  kinerja  program  sebesar  98,20%  atau",
    "melampaui target sebesar 90,00% pada akhir tahun anggaran",
)


def prose(canvas: Canvas) -> None:
    """Justified lines, with white between words as wide as it comes."""
    for n, line in enumerate(PROSE * 6):
        words = line.split()
        canvas.setFont("Helvetica", 10)
        white = (475 - sum(canvas.stringWidth(w) for w in words)) / (len(words) - 1)
        x = 60.0
        for word in words:
            write(canvas, x, 100 + 15 * n, word)
            x += canvas.stringWidth(word, "Helvetica", 10) + white


def contents(canvas: Canvas) -> None:
    for n, (name, number) in enumerate((("BAB I", 1), ("1.1 Latar Belakang", 1), ("BAB II", 5), ("2.1 Renstra", 6))):
        write(canvas, 60, 120 + 20 * n, name)
        write(canvas, 520, 120 + 20 * n, str(number), right=True)


def numbered(canvas: Canvas) -> None:
    for n in range(8):
        write(canvas, 60, 120 + 18 * n, f"{n + 1}.")
        write(canvas, 90, 120 + 18 * n, f"Undang-Undang Nomor {n + 3} Tahun 20{n + 10} tentang Pemerintahan Daerah")


def signatures(canvas: Canvas) -> None:
    for x in (80, 350):
        write(canvas, x, 500, "KEPALA DINAS")
        write(canvas, x, 560, "Dra. NAMA PEJABAT, M.Si", bold=True)
        write(canvas, x, 574, "Pembina Utama Muda")
        write(canvas, x, 588, "NIP. 19700101 199003 1 001")


def pairs(canvas: Canvas) -> None:
    for n, (name, value) in enumerate(
        (("Tahun", "2023"), ("Pagu", "Rp 1.000.000"), ("Capaian", "98,2 %"), ("Pegawai", "17"))
    ):
        write(canvas, 60, 120 + 18 * n, name)
        write(canvas, 160, 120 + 18 * n, ":")
        write(canvas, 180, 120 + 18 * n, value)


@pytest.mark.parametrize("draw", [prose, contents, numbered, signatures, pairs])
def test_what_is_no_table(draw: Draw) -> None:
    reading = read(draw)
    assert reading.grids == ()
    assert reading.lines


def doubtful(canvas: Canvas) -> None:
    """Columns that change type from row to row."""
    for x, label in zip((60, 200, 320, 440), ("Program", "Target", "Realisasi", "Keterangan"), strict=True):
        write(canvas, x, 200, label, bold=True)
    rows = (
        ("Arsip", "12,5", "Baik", "7"),
        ("Loket", "Cukup", "80,0", "Baik"),
        ("Data", "9,5", "11,0", "8"),
        ("Desa", "Baik", "5", "Rendah"),
    )
    for n, row in enumerate(rows):
        for x, text in zip((60, 200, 320, 440), row, strict=True):
            write(canvas, x, 220 + 18 * n, text)


def test_other_engines_are_asked_about_doubtful_tables_only(tmp_path: Path) -> None:
    path = tmp_path / "ragu.pdf"
    path.write_bytes(page_of(doubtful))
    with open_document(path, path.read_bytes()) as (document, _):
        page = read_page(document, 1)
    asked = []
    box = (60.0, 190.0, 500.0, 280.0)
    better = FoundGrid(
        box, 1, 2, (FoundCell(0, 0, box, " ".join(["12,5"] * 40)), FoundCell(0, 1, box, "1")), (), False, "lain", 0.9
    )

    def engine(where: Path, on: Page, around: tuple[float, float, float, float]) -> Sequence[FoundGrid]:
        asked.append((where, on.number))
        return [better]

    def broken(where: Path, on: Page, around: tuple[float, float, float, float]) -> Sequence[FoundGrid]:
        raise ZeroDivisionError

    sure = FoundGrid(box, 1, 2, (), (), ruled=False, score=0.95)
    unsure = sure._replace(score=0.6)
    opinion = SecondOpinion(path, 1, (engine, broken))
    assert opinion.settle(page, [sure]) == [sure]
    assert asked == []
    assert opinion.settle(page, [sure, unsure]) == [sure, better]
    assert asked == [(path, 1)]
    assert opinion.settle(page, [unsure]) == [unsure], "only so many pages"
    assert SecondOpinion(path, 0, (engine,)).settle(page, [unsure]) == [unsure], "switched off"
    assert SecondOpinion(path, 1, (broken,)).settle(page, [unsure]) == [unsure]
    assert asked == [(path, 1)]


def test_the_reader_asks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "ragu.pdf"
    path.write_bytes(page_of(doubtful))
    asked: list[int] = []

    def by_pdfplumber(where: Path, page: Page, box: object) -> Sequence[FoundGrid]:
        asked.append(page.number)
        return []

    monkeypatch.setattr("extractors.pdf.second_opinion.by_pdfplumber", by_pdfplumber)
    monkeypatch.setattr("extractors.pdf.second_opinion.by_camelot", lambda where, page, box: [])
    (grid,) = read_pdf(path, path.read_bytes()).grids
    assert asked == [1]
    assert grid.engine == "gutters"
    assert grid.score < 0.8


@pytest.mark.parametrize(("engine", "name"), [(by_pdfplumber, "pdfplumber"), (by_camelot, "camelot")])
def test_candidates_of_other_engines(tmp_path: Path, engine: Callable[..., Sequence[FoundGrid]], name: str) -> None:
    path = tmp_path / "tabel.pdf"
    path.write_bytes(page_of(lambda c: table(c, 200)))
    with open_document(path, path.read_bytes()) as (document, _):
        page = read_page(document, 1)
    found = engine(path, page, (60, 185, 530, 340))
    assert found
    assert all(g.engine == name and not g.ruled and 0 <= g.score <= 1 for g in found)
    held = " ".join(c.text for g in found for c in g.cells)
    assert all(money in held for _, _, money, _ in PROGRAM)


def _foot_of_page(canvas: Canvas) -> None:
    write(canvas, 60, 120, "Perjanjian ini dibuat untuk dilaksanakan sebagaimana mestinya oleh kedua pihak.")
    for x, label in ((150, "Program"), (360, "Anggaran"), (490, "Keterangan")):
        write(canvas, x, 760, label, bold=True)
    write(canvas, 290, 800, "7")


def _rows_below(canvas: Canvas, glued: bool = False) -> None:
    y = 80.0
    for no, names, money, _ in PROGRAM:
        write(canvas, 62, y, f"{no}{names[0]}" if glued and no == "4." else no)
        if not (glued and no == "4."):
            write(canvas, 90, y, names[0])
        write(canvas, 430, y, f"Rp. {money},-", right=True)
        write(canvas, 500, y, "APBD")
        for name in names[1:]:
            y += 12
            write(canvas, 90, y, name)
        y += 12
    write(canvas, 290, 800, "8")


@pytest.mark.parametrize("glued", [False, True], ids=["apart", "number glued to its name"])
def test_a_header_alone_at_the_foot_of_a_page_stands_over_the_rows_of_the_next(glued: bool) -> None:
    reading = read(_foot_of_page, lambda c: _rows_below(c, glued))
    head, rows = reading.grids
    assert (head.page, head.header_rows, rows.page, rows.header_rows) == (1, 1, 2, None)
    assert head.edges == rows.edges
    assert [t for t in texts(head)[0] if t] == ["Program", "Anggaran", "Keterangan"]
    assert [row[-2:] for row in texts(rows)] == [[f"Rp. {money},-", "APBD"] for _, _, money, _ in PROGRAM]
    assert [line.text for line in reading.lines if line.page == 1][1:] == ["7"]
    (table,) = build_tables(reading)[0]
    assert [c.role for c in table.columns][-2:] == [Role.ANGGARAN, Role.KETERANGAN]
    assert (len(table.rows), table.pages) == (4, (1, 2))


def _prose(canvas: Canvas) -> None:
    for n in range(5):
        write(canvas, 60, 80 + 14 * n, "Anggaran tersebut digunakan untuk 12 kegiatan pada tahun 2021 dan sesudahnya.")


def _with_its_own_header(canvas: Canvas) -> None:
    table(canvas, 80)


def _of_other_columns(canvas: Canvas) -> None:
    for n in range(4):
        write(canvas, 62, 80 + 14 * n, f"Kecamatan {'ABCD'[n]}")
        for k in range(5):
            write(canvas, 200 + 60 * k, 80 + 14 * n, f"{n + k},5", right=True)


@pytest.mark.parametrize("below", [_prose, _with_its_own_header, _of_other_columns])
def test_a_header_at_the_foot_without_its_rows_is_running_text(below: Draw) -> None:
    reading = read(_foot_of_page, below)
    assert all(grid.page == 2 for grid in reading.grids)
    assert [line.text for line in reading.lines if line.page == 1][1:] == ["Program Anggaran Keterangan", "7"]


def test_rules_between_rows_tell_rows_apart_whose_cells_stand_centred() -> None:
    rows = [
        (
            ["I"],
            ["PROGRAM PELAYANAN", "ADMINISTRASI", "PERKANTORAN"],
            ["29.059.204.00", "0,-"],
            ["26.478.349.09", "6,-"],
        ),
        (["1"], ["Perencanaan dan Evaluasi", "Kinerja"], ["430.586.000,-"], ["399.867.285,-"]),
        (["2"], ["Administrasi Keuangan"], ["27.570.592.00", "0,-"], ["25.081.123.70", "2,-"]),
        (["II"], ["PROGRAM PENGEMBANGAN", "LAYANAN"], ["1.356.683.000,-"], ["1.242.077.400,-"]),
        (["3"], ["Pembinaan Layanan Teknis", "Kabupaten"], ["1.356.683.000,-"], ["1.242.077.400,-"]),
    ]

    def draw(c: Canvas) -> None:
        xs = (60, 90, 330, 440)
        for x, label in zip(xs, ("No", "Program/Kegiatan", "Anggaran", "Realisasi"), strict=True):
            write(c, x, 96, label, bold=True)
        y = 100.0
        c.line(55, HEIGHT - y, 540, HEIGHT - y)
        for row in rows:
            height = 12 * max(map(len, row)) + 2
            for x, cell in zip(xs, row, strict=True):
                for k, text in enumerate(cell):
                    write(c, x, y + (height - 12 * len(cell)) / 2 + 12 * k + 9, text)
            y += height
            c.line(55, HEIGHT - y, 540, HEIGHT - y)

    (grid,) = read(draw).grids
    found = texts(grid)
    assert [row[1] for row in found[1:]] == ["\n".join(names) for _, names, _, _ in rows]
    assert found[1][2:] == ["29.059.204.00\n0,-", "26.478.349.09\n6,-"]


def test_a_number_that_its_column_broke_begins_no_second_row() -> None:
    rows = [("1", "Program Pelayanan", "1.250.000.000"), ("1.1.|1", "Penyediaan Jasa dan|Peralatan", "750.000.000"),
            ("1.1.|2", "Pemeliharaan", "500.000.000"), ("2", "Program Pembinaan", "75.400.000")]  # fmt: skip

    def draw(c: Canvas) -> None:
        for x, label in zip((60, 90, 330), ("No", "Program/Kegiatan", "Anggaran"), strict=True):
            write(c, x, 96, label, bold=True)
        y = 110.0
        for number, name, amount in rows:
            write(c, 330, y, amount)
            for k in range(max(number.count("|"), name.count("|")) + 1):
                for x, text in ((60, number), (90, name)):
                    parts = text.split("|")
                    if k < len(parts):
                        write(c, x, y, parts[k])
                y += 12

    (grid,) = read(draw).grids
    assert [row[2] for row in texts(grid)[1:]] == [amount for _, _, amount in rows]
    assert texts(grid)[2][:2] == ["1.1.\n1", "Penyediaan Jasa dan\nPeralatan"]


def test_the_ends_of_broken_labels_are_no_row() -> None:
    def draw(c: Canvas) -> None:
        xs = (60, 80, 250, 330, 400, 470)
        for y, labels in ((90, ("N", "", "Satua", "", "Realisa", "Capaia")), (102, ("o", "", "n", "", "si", "n (%)"))):
            for x, label in zip(xs, labels, strict=True):
                write(c, x, y, label, bold=True)
        write(c, 80, 96, "Indikator", bold=True)
        write(c, 330, 96, "Target", bold=True)
        c.line(55, HEIGHT - 106, 540, HEIGHT - 106)
        for n, name in enumerate(("Nilai survei", "Nilai arsip", "Nilai mutu", "Nilai layanan")):
            for x, text in zip(xs, (str(n + 1), name, "Nilai", "80", f"8{n},50", "101,25"), strict=True):
                write(c, x, 118 + 12 * n, text)

    (grid,) = read(draw).grids
    assert len(texts(grid)[-4:]) == 4
    assert texts(grid)[-4][:4] == ["1", "Nilai survei", "Nilai", "80"]
    assert grid.header_rows == grid.rows - 4


def test_a_header_above_a_row_of_column_numbers_is_found_through_both_rules() -> None:
    def draw(c: Canvas) -> None:
        xs = (60, 130, 340, 450)
        for y, row in (
            (90, ("Kode", "Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)")),
            (110, ("(1)", "(2)", "(3)", "(4)")),
            (130, ("1.02.01", "Program Pelayanan", "468.120.000", "460.004.950")),
            (150, ("1.02.01.2.01", "Penyediaan Jasa", "257.087.500", "255.934.231")),
            (170, ("1.02.02", "Program Pembinaan", "725.207.500", "715.939.181")),
        ):
            for x, text in zip(xs, row, strict=True):
                write(c, x, y, text, bold=y == 90)
            c.line(55, HEIGHT - y - 6, 540, HEIGHT - y - 6)
        c.line(55, HEIGHT - 78, 540, HEIGHT - 78)

    (grid,) = read(draw).grids
    assert texts(grid)[0] == ["Kode", "Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)"]


def ruled_rows(c: Canvas, xs: Sequence[float], rows: Sequence[Sequence[str]], top: float, bold: int = 1) -> float:
    """Rows with a rule above and below each, from ``top`` on; the first ``bold`` ones are the header."""
    c.line(55, HEIGHT - top, 540, HEIGHT - top)
    for n, row in enumerate(rows):
        top += 18
        for x, text in zip(xs, row, strict=False):
            if text:
                write(c, x, top - 5, text, bold=n < bold)
        c.line(55, HEIGHT - top, 540, HEIGHT - top)
    return top


def test_no_other_engine_wins_that_takes_lines_for_rows(tmp_path: Path) -> None:
    def made(rows: list[list[str]], score: float) -> FoundGrid:
        cells = tuple(FoundCell(r, c, (c * 90, r * 20, c * 90 + 80, r * 20 + 12), t)
                      for r, row in enumerate(rows) for c, t in enumerate(row))  # fmt: skip
        return FoundGrid((0, 0, 180, 80), len(rows), 2, cells, (0, 90, 180), ruled=False, engine="lain", score=score)

    unsure = made([["21.967.000,00", "26.124.800,00"], ["11.662.000,00", "13.703.200,00"]], 0.7)
    broken = made([["21.967.000,0", "26.124.800,0"], ["0", "0"], ["11.662.000,00", "13.703.200,00"]], 0.95)
    data = page_of(lambda c: write(c, 60, 100, "x"))
    with open_document(Path("uji.pdf"), data) as (document, _):
        page = read_page(document, 1)
    assert SecondOpinion(tmp_path, 1, (lambda *_: [broken],)).settle(page, [unsure]) == [unsure]


def test_years_above_a_rule_belong_to_the_labels_below_it() -> None:
    rows = [
        ["No", "Indikator Kinerja", "Target", "Realisasi", "Target", "Realisasi"],
        ["1", "Nilai survei pelanggan", "80", "82", "84", "83"],
        ["2", "Nilai tertib arsip", "60", "61", "62", "66"],
        ["3", "Nilai mutu layanan", "70", "71", "72", "75"],
    ]

    def draw(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 10)
        for x, text in ((330, "Tahun 2017"), (450, "Tahun 2018")):
            c.drawCentredString(x, HEIGHT - 92, text)
        for n, row in enumerate(rows):
            c.setFont("Helvetica" if n else "Helvetica-Bold", 10)
            for x, text in zip((66, 150, 300, 360, 420, 480), row, strict=True):
                c.drawCentredString(x, HEIGHT - 110 - 18 * n, text)
        for n in range(6):
            c.line(55, HEIGHT - 80 - 18 * n, 540, HEIGHT - 80 - 18 * n)

    (grid,) = read(draw).grids
    group = {cell.text: cell.colspan for cell in grid.cells if cell.row == 0}
    assert group["Tahun 2017"] == group["Tahun 2018"] == 2


def test_a_caption_and_a_chapter_end_a_table() -> None:
    budget = [["No", "Program", "Anggaran"], ["1", "Pelayanan", "5.414.895.000"], ["", "Jumlah", "5.414.895.000"]]
    values = [["No", "Indikator", "Sat.", "Target", "Realisasi"], ["1", "Nilai survei", "Nilai", "80", "82"],
              ["2", "Nilai arsip", "Nilai", "60", "61"]]  # fmt: skip

    def draw(c: Canvas) -> None:
        low = ruled_rows(c, (60, 90, 420), budget, 100)
        write(c, 150, low + 16, "BAB III AKUNTABILITAS KINERJA", bold=True)
        write(c, 130, low + 32, "Tabel 3.2 Capaian Kinerja", bold=True)
        ruled_rows(c, (60, 90, 300, 360, 440), values, low + 38)

    one, other = read(draw).grids
    assert (texts(one), texts(other)) == (budget, values)


def test_a_centred_heading_of_a_sasaran_stands_inside_its_table() -> None:
    xs = (60, 90, 330, 440)
    rows = [["1", "Nilai survei", "80", "82"], ["2", "Nilai arsip", "60", "61"], ["3", "Nilai mutu", "70", "71"]]

    def draw(c: Canvas) -> None:
        low = ruled_rows(c, xs, [["No", "Indikator", "Target", "Realisasi"]], 100)
        for n, row in enumerate(rows):
            c.setFont("Helvetica-Bold", 10)
            c.drawCentredString(
                270, HEIGHT - low - 13, f"Sasaran {n + 1}. Meningkatnya mutu pelayanan dasar di wilayah"
            )
            low = ruled_rows(c, xs, [row], low + 18, bold=0)

    (grid,) = read(draw).grids
    assert [row[1] for row in texts(grid)[2::2]] == ["Nilai survei", "Nilai arsip", "Nilai mutu"]


def test_a_year_stands_over_labels_whose_words_their_columns_break() -> None:
    labels = [["Target"], ["Realisas", "i"], ["Capaia", "n (%)"]] * 2
    rows = [["1", "Nilai survei", "80", "82", "102,50", "84", "83", "98,81"],
            ["2", "Nilai arsip", "60", "61", "101,67", "62", "66", "106,45"],
            ["3", "Nilai mutu", "70", "71", "101,43", "72", "75", "104,17"]]  # fmt: skip
    xs = (66, 130, 240, 290, 345, 400, 450, 505)

    def draw(c: Canvas) -> None:
        c.setFont("Helvetica-Bold", 9)
        for x, text in ((290, "Tahun 2018"), (450, "Tahun 2019")):
            c.drawCentredString(x, HEIGHT - 92, text)
        for x, text in zip(xs, ("No", "Indikator"), strict=False):
            c.drawCentredString(x, HEIGHT - 104, text)
        for x, parts in zip(xs[2:], labels, strict=True):
            for n, part in enumerate(parts):
                c.drawCentredString(x, HEIGHT - 104 - 10 * n, part)
        c.setFont("Helvetica", 9)
        for n, row in enumerate(rows):
            for x, text in zip(xs, row, strict=True):
                c.drawCentredString(x, HEIGHT - 130 - 16 * n, text)
        for n in range(5):
            c.line(55, HEIGHT - 80 - (n and 38 + 16 * (n - 1)), 535, HEIGHT - 80 - (n and 38 + 16 * (n - 1)))

    (grid,) = read(draw).grids
    group = {cell.text: (cell.column, cell.colspan) for cell in grid.cells if cell.row == 0}
    assert (group["Tahun 2018"], group["Tahun 2019"]) == ((2, 3), (5, 3))


def test_a_currency_above_its_amount_is_of_the_same_row() -> None:
    rows = [("1", ["Program Penyuluhan", "Pertanian"], "41.154.920,-", "36.611.300,-", "88,96"),
            ("2", ["Program Sarana", "Pertanian"], "18.773.260,-", "16.437.792,-", "87,56"),
            ("3", ["Program Benih"], "4.538.060,-", "4.105.195,-", "90,46")]  # fmt: skip

    def draw(c: Canvas) -> None:
        for x, text in zip((60, 90, 290, 390, 460), ("No", "Program", "Anggaran", "Realisasi", "%"), strict=True):
            write(c, x, 100, text, bold=True)
        for n, (number, name, budget, spent, share) in enumerate(rows):
            top = 118 + 26 * n
            write(c, 60, top, number)
            write(c, 460, top, share)
            for k, part in enumerate(name):
                write(c, 90, top + 12 * k, part)
            for x, amount in ((340, budget), (440, spent)):
                write(c, x, top, "Rp.", right=True)
                write(c, x, top + 12, amount, right=True)

    (grid,) = read(draw).grids
    assert [[row[0], row[1], row[4]] for row in texts(grid)[1:]] == [[a, "\n".join(b), e] for a, b, _, _, e in rows]
    assert [row[2].split()[-1] for row in texts(grid)[1:]] == [r[2] for r in rows]


def test_plain_numbers_of_columns_below_a_header_and_a_broken_no() -> None:
    rows = [
        ["1", "Nilai survei", "Nilai", "80"],
        ["2", "Nilai arsip", "Nilai", "60"],
        ["3", "Nilai mutu", "Nilai", "70"],
    ]

    def draw(c: Canvas) -> None:
        xs = (60, 90, 300, 400)
        low = ruled_rows(c, xs, [["N", "Indikator Kinerja", "Satuan", "Target"], ["1", "2", "3", "4"]], 100)
        write(c, 60, 100 + 19, "o", bold=True, size=6)
        write(c, 60, low + 12, "Sasaran 1. Meningkatnya mutu pelayanan dasar", bold=True)
        ruled_rows(c, xs, rows, low + 18, bold=0)

    (grid,) = read(draw).grids
    assert grid.header_rows == 2
    assert texts(grid)[-3:] == rows
    assert texts(grid)[0][1:] == ["Indikator Kinerja", "Satuan", "Target"]


def test_the_rest_of_a_broken_no_is_no_row() -> None:
    def draw(c: Canvas) -> None:
        for x, lines in (
            (60, "N o"),
            (90, "Indikator Utama"),
            (240, "Realisasi 2021"),
            (330, "Realisasi 2022"),
            (430, "Capaian (%)"),
        ):
            for n, part in enumerate(lines.split()):
                write(c, x, 100 + 12 * n, part, bold=True)
        for n, row in enumerate(
            (["1", "Nilai survei", "80", "82", "102,50"], ["2", "Nilai arsip", "60", "61", "101,67"])
        ):
            for x, text in zip((60, 90, 240, 330, 430), row, strict=True):
                write(c, x, 130 + 16 * n, text)
        for y in (88, 117, 154):
            c.line(55, HEIGHT - y, 520, HEIGHT - y)

    (grid,) = read(draw).grids
    assert (grid.rows, grid.header_rows) == (3, 1)
    assert texts(grid)[0][0].split() == ["N", "o"]
