"""The parts of the meaning of tables: looks of cells, vocabulary, years, number rows, stacked cells, coverage."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors.coverage import measure
from extractors.records.iku import find_iku
from extractors.records.indikator import find_indikator
from extractors.tables.build import build_tables
from extractors.tables.captions import caption_of, is_caption, plain_title, running
from extractors.tables.cells import Shape, is_code, is_ordinal, mend, shape
from extractors.tables.number_row import number_row
from extractors.tables.numbers import with_numbers
from extractors.tables.stacked import stacks
from extractors.tables.vocabulary import is_header_text, role_of
from extractors.tables.years import names_year, scale_of, stage_of, year_of
from schemas.document import Document
from schemas.reading import Cell, Grid, Line, Reading
from schemas.records import Identity
from schemas.table import Role, Stage

sys.path.insert(0, str(Path(__file__).parent))
from readings import SOURCE, grid


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", Shape.EMPTY),
        ("-", Shape.DASH),
        ("Rp -", Shape.DASH),
        ("n/a", Shape.DASH),
        ("97,5", Shape.NUMBER),
        ("≥ 80", Shape.NUMBER),
        ("102,19 %", Shape.PERCENT),
        ("Rp. 17.968.000,-", Shape.MONEY),
        ("2.074.985.100,00", Shape.MONEY),
        ("4.55.000,00", Shape.MONEY),
        ("16.478", Shape.NUMBER),
        ("14 OB", Shape.MEASURE),
        ("- 180 orang", Shape.MEASURE),
        ("– 180 orang", Shape.MEASURE),
        ("–12,4", Shape.NUMBER),
        ("− 12,4 %", Shape.PERCENT),
        ("–", Shape.DASH),
        ("– Taman warga", Shape.TEXT),
        ("B(65)", Shape.GRADE),
        ("WTP", Shape.GRADE),
        ("Naiknya mutu layanan", Shape.TEXT),
    ],
)
def test_shape(text: str, expected: Shape) -> None:
    assert shape(text) is expected


@given(st.text(max_size=60))
def test_no_text_breaks_the_looks(text: str) -> None:
    shape(text)
    is_ordinal(text)
    is_code(text)
    role_of(text)
    is_header_text(text)
    year_of(text)
    mend(text)


@pytest.mark.parametrize(
    ("broken", "whole"),
    [
        ("11.976.148.\n598", "11.976.148.598"),
        ("518.309.200\n,-", "518.309.200,-"),
        ("11.805.00\n0", "11.805.000"),
        ("31.385.942.00\n0,-", "31.385.942.000,-"),
        ("8.131.000,0\n0", "8.131.000,00"),
        ("1.02.01.2.0\n1", "1.02.01.2.01"),
        ("1.1\n1.2", "1.1\n1.2"),
        ("2\n3", "2\n3"),
        ("40 orang\n3 lembaga", "40 orang\n3 lembaga"),
    ],
)
def test_a_number_broken_by_a_narrow_cell_is_one_number(broken: str, whole: str) -> None:
    assert mend(broken) == whole


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("N O", Role.NO),
        ("KINERJA UTAMA", Role.SASARAN),
        ("INDIKATORSASAR AN", Role.INDIKATOR),
        ("Prosentase Capaian", Role.CAPAIAN),
        ("% Capai Kinerja", Role.CAPAIAN),
        ("TARGET TAHUN 2023", Role.TARGET),
        ("Sat.", Role.SATUAN),
        ("Rencana Tingkat Capaian", Role.TARGET),
        ("Realisasi Th. 2023", Role.REALISASI),
        ("PAGU ANGGARAN (Rp)", Role.ANGGARAN),
        ("Realisasi Anggaran (Rp)", Role.REALISASI_ANGGARAN),
        ("% Serapan Anggaran", Role.PERSEN),
        ("PROGRAM/ KEGIATAN/ SUB KEGIATAN", Role.URAIAN),
        ("DEFINISI OPERASIONAL DAN FORMULA PERHITUNGAN", Role.FORMULASI),
        ("Bidang Penanggung Jawab", Role.PENANGGUNG_JAWAB),
        ("SUMBER DATA", Role.SUMBER_DATA),
        ("Realisasi Nasional", Role.NASIONAL),
        ("Sasaran Program/Kegiatan", Role.SASARAN),
        ("Indikator Program", Role.INDIKATOR),
        ("Indikator kegiatan (Output)", Role.INDIKATOR),
        ("Indikator Tujuan", Role.INDIKATOR_TUJUAN),
        ("Sasaran / Indikator", Role.INDIKATOR),
        ("Sasaran Program/Indikator Kinerja", Role.INDIKATOR),
        ("Tolok Ukur", Role.INDIKATOR),
        ("TARGET JANGKA MENENGAH PADA RENSTRA 2026", Role.TARGET),
        ("Reallsasi", Role.REALISASI),
        ("% Realisasi", Role.CAPAIAN),
        ("Realisasi (%)", Role.REALISASI),
        ("Keuangan (%)", Role.PERSEN),
        ("Input : Dana", Role.ANGGARAN),
        ("Alokasi Anggaran", Role.ANGGARAN),
        ("Nama Sub Kegiatan", Role.SUB_KEGIATAN),
        ("PREDIKET", Role.PREDIKAT),
        ("Katagori", Role.PREDIKAT),
        ("KET. (+/-)", Role.SELISIH),
        ("Ket.", Role.KETERANGAN),
        ("Rumus/Persamaan", Role.FORMULASI),
        ("Unit in Charge", Role.PENANGGUNG_JAWAB),
        ("TINGKAT KEMAJUAN", Role.SELISIH),
        ("Meningkatnya kualitas", None),
    ],
)
def test_labels_and_their_roles(label: str, role: Role | None) -> None:
    assert role_of(label) is role


@pytest.mark.parametrize("text", ["Kondis i Tahun 2018", "Target Akhir Renstra", "(%)", "SASARANS TRATEGIS"])
def test_header_words(text: str) -> None:
    assert is_header_text(text)


@pytest.mark.parametrize("text", ["Program Tertib Arsip", "Rp. 12.500.000", "Jumlah arsip yang tertata", "1.", "80"])
def test_names_and_values_are_no_header(text: str) -> None:
    assert not is_header_text(text) or shape(text) is not Shape.TEXT


@pytest.mark.parametrize(
    ("label", "year"),
    [
        ("Th. 2021 (n)", 2021),
        ("TA 2023", 2023),
        ("Capaian Tahun 2016 terhadap Target 2018", 2016),
        ("Renstra 2021-2026", None),
        ("Target", None),
    ],
)
def test_year_of_a_label(label: str, year: int | None) -> None:
    assert year_of(label) == year


def test_what_is_a_year_and_nothing_else() -> None:
    assert names_year("Th. 2017 (n-1)")
    assert names_year("2021")
    assert not names_year("Target 2021")


def test_stage_and_scale() -> None:
    assert stage_of("ANGGARAN SEBELUM PERUBAHAN") is Stage.MURNI
    assert stage_of("Anggaran setelah perubahan") is Stage.PERUBAHAN
    assert stage_of("Anggaran") is None
    assert scale_of("Anggaran (Rp juta)") == 1_000_000
    assert scale_of("Anggaran (dalam ribuan rupiah)") == 1000
    assert scale_of("Anggaran (Rp)") == 1


def test_number_rows() -> None:
    assert number_row(["(1)", "(2)", "", "(3)"]) is not None
    found = number_row(["1", "2", "3", "4 = 3/2 x 100"])
    assert found is not None
    assert found[3] == (4, "3/2 x 100")
    assert number_row(["-1", "-2", "-5", "-8"]) is not None
    assert number_row(["(1)", "(2)"]) is not None
    assert number_row(["1", "2"]) is None
    assert number_row(["1", "Camat", "1"]) is None
    assert number_row(["7", "80", "76"]) is None


def test_stacked_cells_are_taken_apart_only_when_the_counts_agree() -> None:
    assert stacks("- arsip - boks", ["- 8 buah - 12 boks", "- 8 buah - 11 boks"]) == [
        ("- arsip", ["- 8 buah", "- 8 buah"]),
        ("- boks", ["- 12 boks", "- 11 boks"]),
    ]
    assert stacks("1. arsip\n2. boks", ["8", "7"]) == [("1. arsip\n2. boks", ["8", "7"])]
    assert stacks("Rasio kematian", ["91/\n100.000 KH", "88/\n100.000 KH"]) == [
        ("Rasio kematian", ["91/\n100.000 KH", "88/\n100.000 KH"])
    ]
    assert stacks("Output :\nPadi (ton)\nJagung (ton)", ["12.317\n1.190"]) == [
        ("Padi (ton)", ["12.317"]),
        ("Jagung (ton)", ["1.190"]),
    ]
    assert stacks("Indeks mutu", ["80"]) == [("Indeks mutu", ["80"])]
    assert stacks("Margin usaha :\n• Padi\n• Jagung", ["13,90\n48,15", "103,61\n43,44\n163,78"]) == [
        ("• Padi", ["13,90", "43,44"]),
        ("• Jagung", ["48,15", "163,78"]),
    ], "the value of the heading is that of none of its items"
    assert stacks("Persentase pencari\nkerja terlatih\nJumlah LPK", ["0,47%\n33", "0,21\n13"]) == [
        ("Persentase pencari kerja terlatih", ["0,47%", "0,21"]),
        ("Jumlah LPK", ["33", "13"]),
    ]


def test_outputs_under_a_heading_take_the_values_and_outcomes_have_none() -> None:
    cell = (
        "Output :\nJumlah alat yang dibeli :\nTraktor (unit)\nPompa air untuk lahan\nkering (unit)\nSumur bor\n"
        "Outcome :\n• Terlaksananya pengairan\nLahan Kering\n•Meningkatnya luas tanam"
    )
    assert stacks(cell, ["12\n8\n1.300"]) == [
        ("Traktor (unit)", ["12"]),
        ("Pompa air untuk lahan kering (unit)", ["8"]),
        ("Sumur bor", ["1.300"]),
    ]
    assert stacks(cell, ["12\n8"]) == [(cell, ["12\n8"])], "not as many as outputs"
    assert stacks("Output :\nLuas lahan yang\ndiairi\nOutcome :\n- Naiknya hasil panen", ["70"]) == [
        ("Luas lahan yang diairi", ["70"])
    ]
    assert stacks("Keluaran : Peta\nHasil : Tersedianya data", ["3\n100 %"]) == [
        ("Peta", ["3"]),
        ("Tersedianya data", ["100 %"]),
    ], "a value for every item"
    assert stacks("Output : - arsip - boks", ["- 8 buah - 12 boks"]) == [
        ("- arsip", ["- 8 buah"]),
        ("- boks", ["- 12 boks"]),
    ], "marked items on one line"
    assert stacks("Traktor (unit)\nPompa air untuk lahan\nkering (unit)", ["12\n8"]) == [
        ("Traktor (unit)", ["12"]),
        ("Pompa air untuk lahan kering (unit)", ["8"]),
    ], "units end the items where no heading stands"


def test_captions() -> None:
    assert is_caption("Tabel 3.1")
    assert not is_caption("Tabel 3.1 ........ 14")
    assert not is_caption("tabel berikut :")
    assert not is_caption("Tabel berikut menunjukkan perbandingan antara target dan realisasi kinerja tahun ini")
    lines = [Line(text=t, order=n) for n, t in enumerate(["Uraian di atas.", "Tabel 2.4", "Perjanjian Kinerja"])]
    assert caption_of(lines, [], []) == ("Tabel 2.4 Perjanjian Kinerja", "2.4", "Uraian di atas.")
    leading = Line(text="sasaran :", order=1, bold=True)
    assert caption_of([leading], [], []) == ("", None, "sasaran :"), "the end of a sentence is no title"


def _stacked(*parts: tuple[str, float, float]) -> list[str]:
    """Captions of the tables of a page; a part is a line of text, or "#" for a grid, with its top and bottom."""
    lines, grids = [], []
    for order, (text, top, bottom) in enumerate(parts, 1):
        box = (50.0, top, 400.0, bottom)
        if text == "#":
            rows: list[list[str | None]] = [["Golongan", "Jumlah"], ["IV", "4"], ["III", "7"], ["JUMLAH", "11"]]
            grids.append(grid(rows, order, page=3).model_copy(update={"bbox": box}))
        else:
            lines.append(Line(text=text, order=order, page=3, bbox=box))
    tables, _ = build_tables(Reading(source=SOURCE, lines=tuple(lines), grids=tuple(grids)))
    return [table.caption for table in tables]


def test_a_caption_below_its_table_is_not_that_of_the_next() -> None:
    assert _stacked(
        ("(1) Berdasarkan unit kerja", 100, 110),
        ("#", 115, 200),
        ("Tabel 2.1 Pegawai menurut", 202, 212),
        ("unit kerja", 213, 223),
        ("(2) Berdasarkan pendidikan", 250, 260),
        ("#", 265, 330),
        ("Tabel 2.2 Pegawai menurut pendidikan", 332, 342),
    ) == ["Tabel 2.1 Pegawai menurut unit kerja", "Tabel 2.2 Pegawai menurut pendidikan"]


def test_a_caption_between_two_tables_is_that_of_the_next_where_nothing_parts_them() -> None:
    assert _stacked(
        ("Pegawai dirinci sebagai berikut.", 100, 110),
        ("#", 115, 200),
        ("Tabel 2.1 Pegawai menurut pendidikan", 240, 250),
        ("#", 255, 330),
    ) == ["", "Tabel 2.1 Pegawai menurut pendidikan"]
    assert (
        _stacked(
            ("Tabel 2.1 Pegawai menurut unit", 100, 110),
            ("#", 115, 200),
            ("Tabel 2.2 Pegawai menurut pendidikan", 202, 212),
            ("(dalam orang)", 235, 245),
            ("#", 250, 330),
        )[0]
        == "Tabel 2.1 Pegawai menurut unit"
    ), "a table keeps the caption above it"


def test_a_title_goes_on_over_a_page_break_but_not_above_an_annex() -> None:
    texts = ["POHON KINERJA DINAS CONTOH TAHUN 2022", "LAMPIRAN:", "ANGGARAN BELANJA DINAS CONTOH"]
    lines = [Line(text=text, order=n, page=4 + (n > 0)) for n, text in enumerate(texts)]
    assert caption_of(lines, [], [])[0] == "LAMPIRAN: ANGGARAN BELANJA DINAS CONTOH"
    assert caption_of([lines[0], lines[2]], [], [])[0] == f"{texts[0]} {texts[2]}"


def test_a_footer_is_known_by_its_place_and_a_sentence_is_not() -> None:
    lines = []
    for page in range(1, 7):
        lines.append(Line(text=f"LKIP Dinas Contoh | {page}", order=page * 10, page=page, bbox=(50, 800, 300, 812)))
        lines.append(
            Line(text="adalah sebagai berikut:", order=page * 10 + 1, page=page, bbox=(50, 97.0 * page, 300, 9))
        )
    assert running(tuple(lines)) == frozenset({"lkip dinas contoh | #"})


WORDS = st.text(alphabet="abcdefghij ", min_size=0, max_size=12)
VALUES = st.sampled_from(["", "-", "80", "76,5%", "Rp. 1.250.000,-", "12 Dokumen", "1.", "(2)", "2021"])
HEADS = st.sampled_from(["No", "Sasaran", "Indikator", "Target", "Realisasi 2022", "%", "Anggaran (Rp)", ""])
ROWS = st.lists(st.lists(st.one_of(WORDS, VALUES, HEADS), min_size=3, max_size=5), min_size=1, max_size=6)


@given(st.lists(ROWS, min_size=1, max_size=4))
def test_no_word_of_any_grid_is_lost(grids: list[list[list[str]]]) -> None:
    width = max(len(row) for rows in grids for row in rows)
    padded = [[row + [""] * (width - len(row)) for row in rows] for rows in grids]
    made = tuple(grid([list(row) for row in rows], n) for n, rows in enumerate(padded, 1))
    tables, _ = build_tables(Reading(source=SOURCE, grids=made))
    kept = " ".join(
        [c.text for t in tables for row in t.rows for c in row.cells if c is not None]
        + [c.label for t in tables for c in t.columns]
        + [t.caption for t in tables]
    )
    have = set(re.findall(r"[a-j]{3,}", kept.lower()))
    for rows in padded:
        for row in rows:
            for text in row:
                if re.fullmatch(r"[a-j ]*", text):
                    assert set(re.findall(r"[a-j]{3,}", text)) <= have
    assert [t.id for t in tables] == [f"t{n}" for n in range(1, len(tables) + 1)]


def test_coverage_lists_a_table_without_meaning_once() -> None:
    rows: list[list[str | None]] = [["Golongan", "Pria", "Wanita"], ["IV/a", "3", "4"], ["III/d", "5", "6"]]
    read = Reading(source=SOURCE, grids=(grid(rows, 1),))
    tables, unread = build_tables(read)
    coverage = measure(Document(source=SOURCE, tables=tables), unread)
    assert coverage.numbers_on_table_pages == 4
    assert coverage.in_records == 0
    assert len(coverage.unread) == 1
    assert coverage.unread[0].numbers == 4


def test_coverage_names_the_rows_that_gave_no_record() -> None:
    rows: list[list[str | None]] = [
        ["No", "Indikator", "Target", "Realisasi"],
        ["1", "Indeks mutu", "80", "76"],
        ["2", "", "70", "71"],
        ["3", "Indeks layanan", "82", "81"],
        ["4", "", "60", "61"],
        ["5", "", "62", "63"],
        ["6", "", "64", "65"],
        ["", "Rata-rata", "75", "73"],
    ]
    read = Reading(source=SOURCE, grids=(grid(rows, 1),))
    tables, unread = build_tables(read)
    records = find_indikator(tables, Identity(tahun=2022))
    tables = with_numbers(tables, (), records)
    coverage = measure(Document(source=SOURCE, tables=tables, indikator=records), unread)
    assert coverage.numbers_on_table_pages == 14
    assert coverage.in_records == 4
    assert [(u.reason, u.numbers) for u in coverage.unread] == [("rows without a record: 2, 4–6", 8)]


CELLS = st.builds(
    Cell,
    text=st.one_of(WORDS, VALUES, HEADS),
    row=st.integers(0, 5),
    column=st.integers(0, 5),
    rowspan=st.integers(1, 4),
    colspan=st.integers(1, 4),
    page=st.just(1),
    bbox=st.one_of(st.none(), st.just((50.0, 100.0, 90.0, 112.0))),
)
GRIDS = st.builds(
    Grid,
    order=st.integers(1, 9),
    rows=st.integers(1, 6),
    columns=st.integers(1, 6),
    cells=st.lists(CELLS, max_size=16).map(tuple),
    page=st.integers(1, 3),
    ruled=st.booleans(),
    engine=st.sampled_from(["ruled", "borderless", "text"]),
)


@given(st.lists(GRIDS, max_size=4))
def test_no_grid_however_odd_breaks_anything(grids: list[Grid]) -> None:
    tables, unread = build_tables(Reading(source=SOURCE, grids=tuple(grids)))
    records = find_indikator(tables, Identity(tahun=2022))
    document = Document(source=SOURCE, tables=tables, indikator=records, iku=find_iku(tables))
    coverage = measure(document, unread)
    assert coverage.in_records <= coverage.numbers_on_table_pages
    assert len({r.id for r in records}) == len(records)


def test_a_plain_title_above_a_table_names_its_year() -> None:
    agency = "Dinas Kehutanan Kota Ambarawa"
    title = [Line(text="Perjanjian Kinerja Tahun 2022", order=1, page=47), Line(text=agency, order=2, page=47)]
    assert plain_title(title) == f"Perjanjian Kinerja Tahun 2022 {agency}"
    sentence = ["Perjanjian kinerja tahun 2022", "disusun bersama"]
    assert plain_title([Line(text=text, order=n) for n, text in enumerate(sentence)]) == ""


MERGED = ((0, 1), (1, 1), (0, 6), (1, 6), (2, 0), (2, 2), (3, 0), (3, 2), (3, 4))


def test_cells_follow_the_numbers_of_the_header_where_body_borders_stand_elsewhere() -> None:
    made = grid(
        [
            ["No", "Program/Kegiatan", None, "Lokasi", "Indikator Kinerja", "Target", "Pagu (Rp)", None],
            ["1", "2", None, "3", "4", "5", "6", None],
            ["1", None, "Penyusunan rencana", None, "Provinsi", "Tersedianya dokumen", "1 Kegiatan", "400.000.000"],
            ["2", None, "Pemeliharaan kantor", None, "Provinsi", None, None, "675.000.000"],
        ],
        1,
        1,
        [[r, c, 1, 3 if (r, c) == (3, 4) else 2] for r, c in MERGED],
    )
    ruled = made.model_copy(update={"engine": "ruled"})
    (table,), _ = build_tables(Reading(source=SOURCE, grids=(ruled,)))
    roles = {c.role: c.index for c in table.columns}
    first, second = table.rows
    assert first.text(roles[Role.INDIKATOR]) == "Tersedianya dokumen"
    assert first.text(roles[Role.TARGET]) == "1 Kegiatan"
    assert [row.text(roles[Role.ANGGARAN]) for row in (first, second)] == ["400.000.000", "675.000.000"]


def test_the_year_of_a_law_is_not_the_year_of_a_table() -> None:
    assert year_of("Tabel 4.2 Rencana Tindak Lanjut Tahun 2017 (UU No. 23 Tahun 2014 tentang Pemerintahan)") == 2017
    assert year_of("Peraturan Nomor 53 Tahun 2014") is None


def test_an_output_beside_its_target_is_what_the_target_is_of() -> None:
    rows: list[list[str | None]] = [
        ["No", "Kegiatan", "Output", "Target"],
        ["1", "Pengadaan perlengkapan", "Pengeras suara", "2 Unit"],
        ["2", "Fasilitasi informasi", "Majalah daerah", "1000 exp"],
    ]
    (table,), _ = build_tables(Reading(source=SOURCE, grids=(grid(rows, 1, 1),)))
    assert [c.role for c in table.columns] == [Role.NO, Role.KEGIATAN, Role.INDIKATOR, Role.TARGET]
    assert [(i.indikator, i.keluaran) for i in find_indikator((table,), Identity(tahun=2019))] == [
        ("Pengeras suara", True),
        ("Majalah daerah", True),
    ]


def test_a_page_that_parts_its_columns_elsewhere_is_read_by_its_borders() -> None:
    first = grid(
        [
            ["Sasaran", "Indikator", "Satuan", "Target", None],
            ["Terwujudnya layanan", "Waktu layanan", "Hari", "3", ""],
            ["", "Jumlah layanan", "Berkas", "40", ""],
        ],
        1,
        1,
        [[0, 3, 1, 2]],
    )
    second = grid(
        [
            ["Sasaran", None, "Indikator", "Satuan", "Target"],
            ["1.", "Meningkatnya mutu", "Nilai mutu", "Angka", "85"],
            ["2.", "Meningkatnya daya", "Jumlah kerja sama", "MoU", "9"],
        ],
        2,
        2,
        [[0, 0, 1, 2]],
    )
    first = first.model_copy(update={"edges": (20.0, 90.0, 200.0, 260.0, 310.0, 330.0)})
    second = second.model_copy(update={"edges": (20.0, 35.0, 90.0, 200.0, 260.0, 330.0)})
    (table,), _ = build_tables(Reading(source=SOURCE, grids=(first, second)))
    at = {c.role: c.index for c in table.columns}
    assert [row.text(at[Role.TARGET]) for row in table.rows] == ["3", "40", "85", "9"]
    assert [row.text(at[Role.INDIKATOR]) for row in table.rows][2:] == ["Nilai mutu", "Jumlah kerja sama"]
