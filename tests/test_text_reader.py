"""The text reader: what stands on which line, in which cell, and that nothing printed is lost."""

import contextlib
import re
import unicodedata
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.text.cells import clean
from extractors.text.decode import UndecodableError, decode
from extractors.text.reader import read_html, read_text
from schemas.errors import CermatError, ErrorCode
from schemas.reading import Grid, Reading


def read(text: str) -> Reading:
    return read_text(Path("laporan.txt"), text.encode())


def rows(grid: Grid) -> list[list[str]]:
    table = [[""] * grid.columns for _ in range(grid.rows)]
    for cell in grid.cells:
        table[cell.row][cell.column] = cell.text
    return table


def grid(text: str) -> Grid:
    (only,) = read(text).grids
    return only


# --- decoding -------------------------------------------------------------------------------------


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    text = "Capaian kinerja ± 58,65 km² – “sangat baik”\n" * 40
    assert decode(text.encode(encoding)) == text


def test_text_cut_inside_its_last_character_keeps_the_rest() -> None:
    assert decode("Realisasi – ".encode()[:-2]) == "Realisasi "


@pytest.mark.parametrize(
    "data",
    [
        b"\x81\x8d\x8f\x90\x9d" * 4,
        "Kinerja – anggaran – realisasi – capaian\n".encode() * 3 + b"\xff\xfa rusak",
        bytes(range(0x80, 0x100)) * 8,
        b"\xff\xfe" + "Laporan".encode("utf-16-le") + b"\x00\xd8\x00\x00",
    ],
)
def test_bytes_of_no_encoding_are_refused(data: bytes) -> None:
    with pytest.raises(UndecodableError):
        decode(data)
    with pytest.raises(CermatError) as caught:
        read_text(Path("x.txt"), data)
    assert caught.value.entry.code is ErrorCode.UNDECODABLE


# --- cells ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("source", "printed"),
    [
        ("<b>Jumlah</b>", "Jumlah"),
        ("**Rp. 1.000,-**", "Rp. 1.000,-"),
        ("*Good Governance* dan _e-office_", "Good Governance dan e-office"),
        ("(a / b) * 100% * 2", "(a / b) * 100% * 2"),
        ("\\* data sementara", "* data sementara"),
        ("baris satu<br>baris dua<br/>", "baris satu\nbaris dua"),
        ("<p>Satu</p> <p>Dua</p>", "Satu\nDua"),
        ("<ul><li>Camat</li><li>- Seksi</li></ul>", "• Camat\n- Seksi"),
        ("<ol><li>LAKIP</li><li>2. RB</li><li>Anjab</li></ol>", "1. LAKIP\n2. RB\n2. Anjab"),
        ('<ul style="list-style-type: none;"> ▪ Dokumen • Laporan', "▪ Dokumen • Laporan"),
        ("58,65 km<sup>2</sup>", "58,65 km²"),
        ("A &amp; B &lt; 5&nbsp;%", "A & B < 5 %"),
        ("R&D &copyright tetap", "R&D &copyright tetap"),
        ("< 55 % dan > 90", "< 55 % dan > 90"),
        (r"$\frac{\text{Realisasi}}{\text{Target}} \times 100\%$", "(Realisasi) / (Target) × 100%"),
        (r"$$\text{Capaian} = \frac{a}{b} \times 100$$", "Capaian = (a) / (b) × 100"),
        (r"$\frac{\text{Selesai}}{\text{}} \times 100\%$", "(Selesai) / () × 100%"),
        (r"$(\text{Desa maju} / \text{desa} \& \text{ kel}) * 100\%$", "(Desa maju / desa & kel) * 100%"),
        (r"$\begin{aligned} a &= b \\ &= c \end{aligned}$", "a = b\n= c"),
        (r"$\frac{\frac{a}{b}}{c}$", "((a) / (b)) / (c)"),
        ("harga $ 100 dan $ 200", "harga $ 100 dan $ 200"),
        ("nilai_persepsi_unsur", "nilai_persepsi_unsur"),
        ("![bagan](gambar.png) Bagan", "Bagan"),
        ("[Perbup 29](https://contoh.id/x)", "Perbup 29"),
        ("dua\u00a0\u200bkata", "dua kata"),
    ],
)
def test_cells_read_as_the_page_prints_them(source: str, printed: str) -> None:
    assert clean(source) == printed


@given(st.text())
def test_cleaning_never_fails_and_plain_digits_survive(text: str) -> None:
    clean(text)
    words = re.sub(r"[^0-9., \w]", "", text).replace("_", "")
    assert re.findall(r"[0-9]", clean(words)) == re.findall(r"[0-9]", words)


@given(st.recursive(st.just("x"), lambda s: st.builds("\\frac{{{}}}{{{}}}".format, s, s), max_leaves=40))
def test_nested_fractions_keep_every_operand(body: str) -> None:
    assert clean(f"${body}$").count("x") == body.count("x")


def test_very_deep_formulas_end() -> None:
    clean("$" + "\\frac{" * 3000 + "a" + "}{b}" * 3000 + "$")


# --- tab-separated tables -------------------------------------------------------------------------


def test_cells_keep_their_lines_and_lost_columns_show() -> None:
    found = grid("Pengantar\n\nNo\tUraian\tTarget\n1\tKoordinasi\t10\n\tPembinaan\n")
    assert rows(found) == [["No", "Uraian", "Target"], ["1", "Koordinasi", "10"], ["", "Pembinaan", ""]]
    assert [cell.line for cell in found.cells] == [3, 3, 3, 4, 4, 4, 5, 5]
    assert (found.first_line, found.last_line, found.header_rows) == (3, 5, None)


def test_blank_lines_separate_grids_and_order_runs_through() -> None:
    reading = read("No\tA\n1\tx\n\n2\ty\tz\n\nDari tabel di atas\n")
    assert [(g.first_line, g.last_line) for g in reading.grids] == [(1, 2), (4, 4)]
    assert [g.order for g in reading.grids] + [reading.lines[0].order] == sorted(
        [g.order for g in reading.grids] + [reading.lines[0].order]
    )


def test_a_row_broken_inside_a_cell_is_one_row() -> None:
    found = grid("No\tKegiatan\tPagu\tSerapan\n1\tAdministrasi Keuangan\nPerangkat Daerah\t100\t90\n2\tLain\t5\t4\n")
    assert rows(found)[1] == ["1", "Administrasi Keuangan\nPerangkat Daerah", "100", "90"]
    assert [cell.line for cell in found.cells if cell.row == 1] == [2, 2, 3, 3]


def test_a_cell_whose_tags_stay_open_takes_the_next_lines() -> None:
    found = grid("No\tFormulasi\tSumber\n1\t<p>Jumlah desa\nmaju dibagi</p>\tSeksi\n2\ty\tz\n")
    assert rows(found)[1] == ["1", "Jumlah desa\nmaju dibagi", "Seksi"]


def test_a_quoted_cell_of_a_spreadsheet_keeps_its_line_breaks() -> None:
    found = grid('No\tIndikator\tTarget\n1\t"Persentase ""baik""\ncapaian program"\t90\n2\t"Jember Bersatu"\t5\n')
    assert rows(found)[1] == ["1", 'Persentase "baik"\ncapaian program', "90"]
    assert rows(found)[2][1] == '"Jember Bersatu"'


def test_a_sentence_goes_on_below_a_full_row() -> None:
    found = grid("No\tUraian\n1\tPenyediaan jasa dan\npemeliharaan gedung\n2\tRapat\n")
    assert rows(found) == [["No", "Uraian"], ["1", "Penyediaan jasa dan\npemeliharaan gedung"], ["2", "Rapat"]]


def test_a_heading_row_without_tabs_spans_the_table() -> None:
    found = grid("No\tTujuan\tTarget\nSebelum Perubahan\n1\tTertib\t90\n")
    (span,) = [cell for cell in found.cells if cell.row == 1]
    assert (span.text, span.colspan) == ("Sebelum Perubahan", 3)


def test_the_rest_of_a_row_behind_a_page_break_is_a_grid_of_its_own() -> None:
    reading = read("No\tUraian\tPagu\n1\tPemeliharaan\t5\n\n\tgedung kantor\t\n\nPenutup.\n")
    assert [g.rows for g in reading.grids] == [2, 1]
    assert rows(reading.grids[1]) == [["", "gedung kantor", ""]]


def test_indented_paragraphs_are_text() -> None:
    reading = read("\tPuji syukur kami panjatkan.\n\tLaporan ini disusun.\n")
    assert not reading.grids
    assert [line.text for line in reading.lines] == ["Puji syukur kami panjatkan.", "Laporan ini disusun."]


@pytest.mark.parametrize(
    "text",
    [
        "\tHal :\nKATA PENGANTAR .....\ti\nDAFTAR ISI .....\tii\nBAB I PENDAHULUAN .....\t1\n",
        "Kata Pengantar\ti\nDaftar Isi\tii\nBab I Pendahuluan\t1\nBab II Kinerja\t4\n",
        "<b>Lampiran 1.</b>\t<b>Matriks Renstra</b>\n<b>Lampiran 2.</b>\t<b>Perjanjian Kinerja</b>\n",
        "Tabel 1.1\tJumlah Pegawai\nTabel 1.2\tSarana\n",
        "BAB I PENDAHULUAN\t1\nA. Latar Belakang\t1\nB. Tujuan\t2\nBAB II KINERJA\t5\n",
        "Laporan Kinerja Tahun 2023\t15\n",
    ],
)
def test_contents_lists_are_lines_and_no_headings(text: str) -> None:
    reading = read(text)
    assert not reading.grids
    assert len(reading.lines) == len(text.splitlines())
    assert all(line.heading is None for line in reading.lines)


def test_labels_with_texts_are_lines_and_with_amounts_a_table() -> None:
    reading = read("Menimbang\t: a. bahwa perlu menetapkan\nMengingat\t: 1. Undang-Undang\n")
    assert [line.text for line in reading.lines] == [
        "Menimbang : a. bahwa perlu menetapkan",
        "Mengingat : 1. Undang-Undang",
    ]
    assert rows(grid("Belanja Operasi\t:\tRp. 700.000,-\nBelanja Modal\t:\tRp. 300.000,-\n")) == [
        ["Belanja Operasi", "Rp. 700.000,-"],
        ["Belanja Modal", "Rp. 300.000,-"],
    ]


def test_signatures_side_by_side_are_lines() -> None:
    reading = read("PIHAK KEDUA\tPIHAK PERTAMA\nBUDI\tSITI\nNIP. 19700101 199001 1 001\tNIP. 19800101\n")
    assert not reading.grids
    assert [(line.text, line.line) for line in reading.lines][:3] == [
        ("PIHAK KEDUA", 1),
        ("PIHAK PERTAMA", 1),
        ("BUDI", 2),
    ]


def test_a_table_of_employees_is_no_signature() -> None:
    assert grid("No\tNama\tNIP\tJabatan\n1\tBudi\tNIP. 19700101 199001 1 001\tCamat\n").columns == 4


def test_markdown_rule_inside_tabs_marks_the_header_only_above_rows() -> None:
    assert grid("No\tNama\n--\t---\n1\tx\n").header_rows == 1
    tail = grid("No\tNama\tNilai\n1\tx\t2\n\n").cells
    assert len(tail) == 6
    rest = read("No\tNama\tNilai\n1\tdan\t2\n\n\tlain\t\n--\t---\t--\n").grids[1]
    assert (rest.rows, rest.header_rows) == (1, None)


def test_missing_values_are_no_rule() -> None:
    assert grid("A\tB\tC\n-\t-\t-\nx\ty\tz\n").rows == 3


def test_bold_rows_mark_the_header_and_a_second_table() -> None:
    assert grid("\t<b>Target</b>\t<b>Realisasi</b>\nDana\t1\t2\n").header_rows == 1
    reading = read(
        "Aspek\tA\tB\tC\nx\t1\t2\t3\n<b>ASPEK</b>\t<b>SKOR</b>\t\t\nx\t57,1%\t\t\n<b>RERATA</b>\t<b>5%</b>\t\t\n"
    )
    assert [g.first_line for g in reading.grids] == [1, 3]


# --- pipes ----------------------------------------------------------------------------------------


def test_markdown_tables_know_their_header() -> None:
    found = grid("| No | Uraian | Target |\n|:--:|---|---:|\n| 1 | a \\| b | **5** |\n| 2 | c<br>d | 6 |\n")
    assert rows(found) == [["No", "Uraian", "Target"], ["1", "a | b", "5"], ["2", "c\nd", "6"]]
    assert (found.header_rows, found.engine) == (1, "pipe")
    assert [cell.line for cell in found.cells] == [1, 1, 1, 3, 3, 3, 4, 4, 4]


def test_a_blank_markdown_header_is_no_header() -> None:
    found = grid("- |     |     |\n|-----|-----|\n| Belanja Modal | Rp. 5 |\n| Jumlah | Rp. 5 |\n")
    assert (found.header_rows, rows(found)[0]) == (0, ["Belanja Modal", "Rp. 5"])


def test_markdown_without_outer_pipes() -> None:
    assert rows(grid("No | Nilai\n--- | ---\n1 | 90\n")) == [["No", "Nilai"], ["1", "90"]]


def test_a_pipe_in_a_sentence_is_no_table() -> None:
    assert not read("Camat | Sekretaris hadir.\n|\n").grids


def test_a_markdown_row_over_two_lines() -> None:
    assert rows(grid("| No | Uraian | N |\n|---|---|---|\n| 1 | Penyediaan\ngaji | 5 |\n| 2 | b | 6 |\n"))[1] == [
        "1",
        "Penyediaan\ngaji",
        "5",
    ]


def test_grid_tables_with_borders() -> None:
    found = grid("+----+------+\n| No | Nama |\n+====+======+\n| 1  | Budi |\n|    | Amin |\n+----+------+\n")
    assert (rows(found), found.header_rows) == ([["No", "Nama"], ["1", "Budi\nAmin"]], 1)


# --- plain text -----------------------------------------------------------------------------------

ALIGNED = """\
Realisasi  anggaran disajikan pada tabel berikut,  yang disusun
menurut program  dan kegiatan dari  dokumen pelaksanaan.

No   Program                          Anggaran (Rp)   Realisasi (Rp)       %
1    Program Penunjang Urusan         1.250.000.000    1.100.000.000   88,00
     Pemerintahan Daerah

2    Program Pemberdayaan               500.000.000      450.000.000   90,00
     Jumlah                           1.750.000.000    1.550.000.000   88,57

Dari tabel di atas serapan mencapai 88,57%.
"""


def test_aligned_columns_are_a_table_and_prose_is_not() -> None:
    reading = read(ALIGNED)
    (found,) = reading.grids
    assert rows(found)[1] == [
        "1",
        "Program Penunjang Urusan\nPemerintahan Daerah",
        "1.250.000.000",
        "1.100.000.000",
        "88,00",
    ]
    assert rows(found)[3][1:3] == ["Jumlah", "1.750.000.000"]
    assert (found.ruled, [line.line for line in reading.lines]) == (False, [1, 2, 11])


def test_aligned_two_level_header_with_rulers() -> None:
    found = grid(
        "                 TARGET              REALISASI\n"
        "No  Indikator    2021  2022  2023    2021  2022  2023\n"
        "--  -----------  ----  ----  ----    ----  ----  ----\n"
        "1   IKM          80    81    82      79    80    83\n"
        "2   SAKIP        65    66    67      66    67    68\n"
    )
    assert (found.columns, found.header_rows) == (8, 2)
    assert rows(found)[3] == ["2", "SAKIP", "65", "66", "67", "66", "67", "68"]


@pytest.mark.parametrize(
    "text",
    [
        "Nama       : Budi\nJabatan    : Camat\nInstansi   : Kecamatan\n",
        "    BUPATI UJI                     CAMAT CONTOH\n\n    BUDI                           SITI\n",
        "A. LATAR BELAKANG ..........  1\nB. MAKSUD DAN TUJUAN .......  2\n",
        "Laporan  ini disusun   sesuai amanat\nperaturan  yang   berlaku di daerah\n",
    ],
)
def test_what_only_looks_aligned_stays_text(text: str) -> None:
    assert not read(text).grids


# --- HTML -----------------------------------------------------------------------------------------

HTML = """\
<table>
<tr><th rowspan="2">No</th><th colspan="2">Target</th></tr>
<tr><th>2022</th><th>2023</th></tr>
<tr><td>1</td><td>90&nbsp;%</td>
<td><p>91</p><p>%</p></td></tr>
</table>
"""


def test_html_tables_inside_markdown() -> None:
    reading = read(f"# Judul\n\n{HTML}\nSesudah\n")
    (found,) = reading.grids
    assert rows(found) == [["No", "Target", ""], ["", "2022", "2023"], ["1", "90 %", "91\n%"]]
    assert (found.header_rows, found.first_line, found.last_line) == (2, 3, 8)
    assert [cell.line for cell in found.cells if cell.row == 2] == [6, 6, 7]
    assert [(line.text, line.line) for line in reading.lines] == [("Judul", 1), ("Sesudah", 10)]


def test_html_files() -> None:
    page = f"<html><head><title>x</title><style>p {{}}</style></head><body><h2>BAB I</h2><p>Isi\nnya</p>{HTML}</body>"
    reading = read_html(Path("a.html"), page.encode())
    assert [(line.text, line.heading) for line in reading.lines] == [("BAB I", 1), ("Isi nya", None)]
    assert reading.source.media_type == "text/html"
    assert reading.grids[0].rows == 3


# --- lines ----------------------------------------------------------------------------------------


def test_headings_get_levels_by_their_numbering() -> None:
    reading = read(
        "# LAPORAN KINERJA\n\n## KATA PENGANTAR\n\n## BAB I\n\n### PENDAHULUAN\n\n## A. LATAR BELAKANG\n\n"
        "**B.1 ANALISA REALISASI**\n\n1.2 Maksud dan Tujuan\n\nBAB III PENUTUP\n\nIsi biasa.\n\n**Tabel 1.1**\n"
    )
    assert [line.heading for line in reading.lines] == [1, 1, 1, 2, 3, 4, 4, 1, None, None]
    assert reading.lines[-1].bold


def test_bold_passages_over_lines_names_and_list_marks() -> None:
    reading = read(
        "**INDIKATOR KINERJA UTAMA\nKECAMATAN CONTOH**\n\n- a. tugas umum\n"
        "- Tugas : umum\n- butir\n---\n\n**BUDI, S.IP**\n"
    )
    assert [(line.text, line.heading, line.bold) for line in reading.lines] == [
        ("INDIKATOR KINERJA UTAMA", 6, True),
        ("KECAMATAN CONTOH", 6, True),
        ("a. tugas umum", None, False),
        ("Tugas : umum", None, False),
        ("- butir", None, False),
        ("BUDI, S.IP", None, True),
    ]


def test_formulas_over_lines_are_one_line() -> None:
    reading = read("$$\n\\text{Capaian} = \\frac{a}{b}\n$$\n")
    assert [(line.text, line.line) for line in reading.lines] == [("Capaian = (a) / (b)", 1)]


def test_images_are_listed_as_unread() -> None:
    reading = read("![bagan](x.png)\n\nTeks\n")
    assert [(u.line, u.what) for u in reading.unread] == [(1, "gambar")]
    assert [line.text for line in reading.lines] == ["Teks"]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_numbers_with_every_line_end(end: str) -> None:
    reading = read(end.join(["Satu", "", "No\tA", "1\tb", "", "Dua"]))
    assert [line.line for line in reading.lines] == [1, 6]
    assert reading.grids[0].first_line == 3


# --- properties -----------------------------------------------------------------------------------


def letters(text: str) -> Counter[str]:
    return Counter(c for c in unicodedata.normalize("NFKC", text).casefold() if c.isalnum())


def printed(reading: Reading) -> Counter[str]:
    cells = [cell.text for found in reading.grids for cell in found.cells]
    return letters("\n".join([line.text for line in reading.lines] + cells))


WORD = st.text("abcdeXYZ019.,:()%- ", max_size=12)
ROW = st.lists(WORD, min_size=1, max_size=5).map("\t".join)
PIPE = st.lists(WORD, min_size=1, max_size=4).map(lambda cells: "| " + " | ".join(cells) + " |")
SOURCE = st.lists(st.one_of(ROW, PIPE, WORD, st.just(""), st.just("|---|---|")), max_size=14).map("\n".join)


@given(SOURCE)
def test_no_letter_or_digit_is_lost(text: str) -> None:
    assert printed(read(text)) == letters(text)


NAME = st.from_regex(r"[A-Z][a-z]{2,8}( [a-z]{2,8})?", fullmatch=True)
TABLE = st.integers(3, 5).flatmap(
    lambda width: st.lists(st.lists(NAME, min_size=width, max_size=width), min_size=3, max_size=6)
)


@given(TABLE)
def test_one_table_reads_the_same_in_every_notation(table: list[list[str]]) -> None:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    notations = {
        "tab": "\n".join("\t".join(row) for row in table),
        "pipe": "\n".join("|" + "|".join(row) + "|" for row in table),
        "html": "<table>" + "\n".join("<tr><td>" + "</td><td>".join(row) for row in table) + "</table>",
        "plain": "\n".join(
            "   ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) for row in table
        ),
    }
    for notation, text in notations.items():
        assert rows(grid(text)) == table, notation


@given(SOURCE)
def test_places_are_true(text: str) -> None:
    physical = text.split("\n")
    reading = read(text)
    for found in reading.grids:
        places = [(cell.row, cell.column) for cell in found.cells]
        assert places == sorted(set(places))
        for cell in found.cells:
            assert cell.line is not None
            assert set(letters(cell.text.split("\n")[0])) <= set(letters(physical[cell.line - 1]))
    orders = [part.order for part in (*reading.lines, *reading.grids)]
    assert len(orders) == len(set(orders))


MARKS = ["<p>", "</p>", "<table>", "<tr>", "<td rowspan=3>", "</table>", "**", "$", "\\frac", "{", "}", "|", "\t"]
MARKS += ["\n", "x", "1", "--", "#", "<!--", "![", "](", ")", "  ", "+-"]


@given(
    st.one_of(
        st.text(),
        st.lists(
            st.sampled_from(MARKS),
            max_size=40,
        ).map("".join),
    )
)
def test_no_text_breaks_the_reader(text: str) -> None:
    data = text.encode("utf-8", "replace")
    for reader in (read_text, read_html):
        with contextlib.suppress(CermatError):
            reader(Path("x"), data)


@pytest.mark.timeout(20)
@pytest.mark.parametrize(
    "text",
    [
        "<!--" * 20_000,
        "![" * 20_000,
        "\\(" * 20_000,
        "<table>\n" * 10_000,
        "a\t<p>\nx\n" * 5_000,
        "." * 100_000 + "x",
        "*a " * 20_000,
        "aaa  bbb  1\n\n" * 2_000,
        "|a\n" * 10_000,
        "\\frac{" * 20_000,
        "a" + " " * 200_000 + "b",
    ],
    ids=range(11),
)
def test_hostile_text_ends_soon(text: str) -> None:
    read(text)


@pytest.mark.corpus
def test_real_documents_keep_every_letter(shared: Path) -> None:
    seeds = sorted((shared / "seeds").glob("*.txt"))
    assert seeds
    for path in seeds:
        data = path.read_bytes()
        source = re.sub(r"</?(?:b|p|ul|ol|li|br|sup)(?:\s[^<>]*)?/?>", " ", data.decode())
        source = re.sub(r"\\(?:frac|text|times)(?![a-z])", "", source).replace("&amp;", "&")
        lost = letters(source) - printed(read_text(path, data))
        assert not lost, path.name
