"""What looks like a table and was read as none is named; sentences, contents, signatures and charts are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from reportlab.pdfgen.canvas import Canvas

from extractors.pdf.areas import find_areas
from extractors.pdf.found import lines_of
from extractors.pdf.open import open_document
from extractors.pdf.page import read_page
from extractors.pdf.reader import read_pdf
from schemas.page import Word
from schemas.reading import Unread

Draw = Callable[[Canvas], object]
HEIGHT = 842.0


def areas(*draws: Draw, size: float = 10) -> list[Unread]:
    """The areas that the reader names on one page."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, HEIGHT), invariant=1)
    canvas.setFont("Helvetica", size)
    for draw in draws:
        draw(canvas)
    canvas.showPage()
    canvas.save()
    reading = read_pdf(Path("uji.pdf"), out.getvalue(), second_opinions=0)
    return [entry for entry in reading.unread if entry.what.startswith("area")]


def column(x: float, texts: Sequence[str], top: float = 100, step: float = 16, right: bool = False) -> Draw:
    def draw(canvas: Canvas) -> None:
        for n, text in enumerate(texts):
            (canvas.drawRightString if right else canvas.drawString)(x, HEIGHT - top - n * step, text)

    return draw


def justified(lines: Sequence[Sequence[str]], top: float = 100, left: float = 72, right: float = 523) -> Draw:
    """Words of each line spread to both margins."""

    def draw(canvas: Canvas) -> None:
        for n, words in enumerate(lines):
            widths = [canvas.stringWidth(word) for word in words]
            white = (right - left - sum(widths)) / max(1, len(words) - 1)
            x = left
            for word, width in zip(words, widths, strict=True):
                canvas.drawString(x, HEIGHT - top - n * 16, word)
                x += width + white

    return draw


SENTENCE = "Dinas melaksanakan pembinaan kepada kelompok tani di seluruh kecamatan"


def test_targets_listed_beside_their_names_are_named_once() -> None:
    names = ["- Jumlah produksi kakao", "- Jumlah produksi lada", "- Luas kebun rakyat"]
    (entry,) = areas(
        column(90, names), column(400, ["12.317 Ton", "51.823 Ton", "10,90 %"]), column(72, [SENTENCE], 60)
    )
    assert (entry.page, entry.numbers) == (1, 3)
    assert entry.what == "area: - Jumlah produksi kakao 12.317 Ton"
    assert entry.reason == "looks like a table, but was read as running text only"


def test_counts_after_colons_are_named() -> None:
    names = ["Sangat baik", "Baik", "Jumlah indikator"]
    (entry,) = areas(
        column(90, names), column(300, [": 8 indikator (72,73%)", ": 2 indikator (18,18%)", ": 11 indikator"])
    )
    assert entry.numbers == 5


def test_amounts_after_leaders_are_named() -> None:
    names = ["Belanja pegawai .......................", "Belanja barang ........................"]
    (entry,) = areas(column(90, names), column(480, ["Rp 1.250.000.000", "Rp 310.000.500"], right=True))
    assert entry.numbers == 2


def test_one_line_with_an_amount_is_named() -> None:
    (entry,) = areas(column(90, ["Jumlah seluruhnya"]), column(480, ["Rp 1.560.000.500,00"], right=True))
    assert entry.numbers == 1


def found(*draws: Draw) -> list[int]:
    """How many numbers the areas of a page print, whatever tables may be read there."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, HEIGHT), invariant=1)
    canvas.setFont("Helvetica", 10)
    for draw in draws:
        draw(canvas)
    canvas.showPage()
    canvas.save()
    with open_document(Path("uji.pdf"), out.getvalue()) as (document, _):
        page = read_page(document, 1)
    return [area.numbers for area in find_areas(lines_of(list(page.words)))]


def test_rows_whose_names_stand_above_and_below_the_values_are_found() -> None:
    names = ["Terwujudnya pasar", "yang tertib", "", "Meningkatnya mutu", "jalan desa", "", "Terlayaninya", "warga"]
    values = [("80,00", "1.250.000"), ("75,50", "900.000"), ("90,00", "75.400.000")]
    columns = [column(320 + 120 * k, [v[k] for v in values], 107, 42, right=True) for k in (0, 1)]
    assert found(column(90, names, step=14), *columns) == [6]


def test_years_in_the_first_column_are_labels_enough() -> None:
    amounts = ["753.839.200,00", "887.700.000,00", "763.000.000,00"]
    shares = ["150,25%", "115,62%", "175,64%"]
    values = (column(300, amounts, right=True), column(420, shares, right=True))
    assert found(column(90, ["2018", "2019", "2020"]), *values) == [6]


def test_a_scale_with_its_bands_in_the_middle_is_found() -> None:
    labels = ["Sangat memuaskan", "Memuaskan", "Baik"]
    assert found(column(90, ["AA", "A", "B"]), column(200, [">90-100", ">80-90", ">70-80"]), column(320, labels)) == [3]


def test_a_table_of_two_lines_of_small_counts_is_found() -> None:
    assert found(column(90, ["Pegawai laki-laki", "Pegawai perempuan"]), column(300, ["30", "20"], right=True)) == [2]


def test_a_caption_above_names_the_area() -> None:
    (entry,) = areas(
        column(90, ["Tabel 2.7 Anggaran Dinas", "Uraian singkat"], 60),
        column(90, ["Program pasar", "Program jalan"], 100),
        column(480, ["18.972.674.100", "6.589.645.000"], 100, right=True),
    )
    assert entry.what.startswith("area: Tabel 2.7 Anggaran Dinas … Program pasar")


def test_values_that_run_sideways_are_named() -> None:
    def draw(canvas: Canvas) -> None:
        for n, text in enumerate(["Padi", "12.317,50", "98,20", "Jagung", "1.190,75", "87,05"]):
            canvas.saveState()
            canvas.translate(500 + 14 * (n // 3), 200 + 60 * (n % 3))
            canvas.rotate(90)
            canvas.drawString(0, 0, text)
            canvas.restoreState()

    (entry,) = areas(column(72, [SENTENCE] * 12), draw)
    assert (entry.reason, entry.numbers) == ("text that runs sideways", 4)


def test_a_table_that_was_read_is_not_named() -> None:
    def head(canvas: Canvas) -> None:
        canvas.setFont("Helvetica-Bold", 10)
        column(90, ["Program"], 84)(canvas)
        column(400, ["Anggaran (Rp)"], 84, right=True)(canvas)
        column(480, ["Serapan (%)"], 84, right=True)(canvas)
        canvas.setFont("Helvetica", 10)

    names = ["Program Pelayanan Pasar", "Program Penataan Kios", "Program Kepemudaan", "Program Jalan Desa"]
    amounts = ["1.250.000.000", "75.400.000", "310.000.500", "9.000.000"]
    shares = ["98,20", "100,00", "87,05", "91,10"]
    assert areas(head, column(90, names), column(400, amounts, right=True), column(480, shares, right=True)) == []


CONTENTS = [
    "BAB I PENDAHULUAN",
    "1.1 Latar Belakang",
    "1.2 Maksud dan Tujuan",
    "A. Kedudukan",
    "BAB II PERENCANAAN KINERJA",
]
RULES = [f"Peraturan Daerah Nomor {n} Tahun {2009 + n} tentang Pokok Pengelolaan" for n in (3, 12, 22)]


@pytest.mark.parametrize(
    "draws",
    [
        (column(90, CONTENTS), column(500, ["1", "2", "5", "6", "12"], right=True)),
        (column(90, [f"{t} {'.' * 40}" for t in CONTENTS]), column(500, ["1", "2", "5", "6", "12"], right=True)),
        (column(90, ["Tabel 2.1 Rencana", "Tabel 2.2 Perjanjian"]), column(500, ["9", "14"], right=True)),
        (column(90, ["1.", "2.", "3."]), column(120, RULES)),
        (column(90, ["KEPALA DINAS", "Pembina Utama Muda", "NIP. 19660606 198602 2 005"]),
         column(340, ["SEKRETARIS", "Penata Tingkat I", "NIP. 19820804 200112 2 001"])),
        (column(90, ["NIP.", "NIP."]), column(140, ["196606061986022005", "198208042001122001"])),
        (column(300, ["Ambon, 12 Januari 2022", "Ambon, 13 Januari 2022"]),),
        (column(90, ["Tanggal", "Pukul"]), column(200, [": 12 Januari 2022", ": 09.00 WIB"])),
        (column(90, ["Telp.", "Kode Pos"]), column(200, ["4231234", "40132"])),
        (column(90, ["Dinas Perkebunan Provinsi"], 790), column(500, ["28"], 790, right=True)),
        (column(90, ["Persentase capaian =", "Selisih ="]), column(300, ["x 100%", "100 %"])),
        (column(90, ["Misi 1", "Misi 2"]), column(200, [": Desa 100 persen mandiri", ": Menata 27 kawasan kumuh"])),
        (column(90, ["Tahun Anggaran", "Periode"]), column(200, [": 2022", ": 2019 - 2024"])),
        (column(90, ["2.1", "2.2"]), column(130, ["Rencana Strategis", "Perjanjian Kinerja"])),
        (column(90, ["1)", "2)"]), column(130, ["Menata kawasan", "Membina warga"]), column(330, ["1)", "2)"])),
    ],
)  # fmt: skip
def test_what_is_no_table_is_not_named(draws: tuple[Draw, ...]) -> None:
    assert areas(column(72, [SENTENCE], 40), *draws) == []


def test_justified_sentences_with_amounts_are_not_named() -> None:
    lines = [
        ["sebesar", "Rp.", "2.052.967.356,00", "dan", "belanja", "langsung", "sebesar", "Rp."],
        ["9.761.548.039,00.", "Penyerapan", "anggaran", "tersebut", "adalah", "Rp."],
        ["13.167.445.057,00", "atau", "90,73%", "untuk", "belanja", "langsung", "dan", "98,20%"],
        ["dari", "pagu", "kegiatan", "dengan", "realisasi", "sebesar", "74,50%"],
        ["serta", "keluaran", "kegiatan", "yang", "tercapai", "98,25%"],
    ]
    assert areas(justified(lines)) == []


def test_a_sentence_whose_first_word_is_an_amount_is_not_named() -> None:
    sentence = [
        (72, "Rp 64.507.779.475,-"),
        (200, "dan"),
        (227, "dana"),
        (262, "APBN"),
        (304, "sebesar Rp 18.238.091.000,-."),
    ]
    assert areas(*(column(x, [text]) for x, text in sentence)) == []


WORD = st.builds(
    lambda text, x, y, size: Word(text, x, y, x + 0.5 * size * len(text), y + size, size),
    st.sampled_from(
        ["Program", "pasar", "12,5", "1.250.000", "Rp", "98%", ":", "(3)", "......", "2022", "x", "=", "4"]
    ),
    st.floats(0, 500),
    st.integers(0, 30).map(lambda n: 12.0 * n),
    st.sampled_from([0.0, 8.0, 10.0, 12.0]),
)


@given(st.lists(WORD, max_size=60))
def test_no_page_however_odd_breaks_anything(words: list[Word]) -> None:
    for area in find_areas(lines_of(words)):
        assert area.numbers > 0
        assert area.text


def test_the_labels_of_a_chart_are_not_named() -> None:
    bars: list[Draw] = [
        column(150 + 70 * k, [text], 150 + 23 * k) for k, text in enumerate(["25,00%", "97,66%", "60,10%"])
    ]
    axis = column(100, ["100", "80", "60", "40", "20", "0"], 120, 30, right=True)
    below = [column(150 + 70 * k, [f"Misi {k + 1}"], 300) for k in range(3)]
    legend = column(400, ["Target", "Realisasi"], 150)
    assert areas(*bars, axis, *below, legend, column(72, [SENTENCE] * 3, 340)) == []
