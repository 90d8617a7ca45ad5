"""Coverage: every number of a table is in a record, or an entry says where it stands and why it is in none."""

from __future__ import annotations

import pytest

from extractors.document import understand
from reports.reasons import Unreads
from schemas.document import Coverage, Document
from schemas.reading import Line, Reading, Unread
from tests.readings import SOURCE, grid

HEAD: list[str | None] = ["No", "Indikator", "Target", "Realisasi", "Capaian (%)"]


def read(rows: list[list[str | None]], caption: str = "Tabel 3.1 Pengukuran Kinerja Tahun 2022") -> Document:
    return understand(Reading(source=SOURCE, lines=(Line(text=caption, order=1, line=1),), grids=(grid(rows, 2),)))


def told(coverage: Coverage) -> list[tuple[str, int]]:
    return [(entry.reason, entry.numbers) for entry in coverage.unread]


def balance(coverage: Coverage) -> bool:
    """Nothing is left over: what is in no record is in an entry."""
    return coverage.numbers_on_table_pages == coverage.in_records + sum(u.numbers for u in coverage.unread)


def test_values_that_are_all_in_records_need_no_entry() -> None:
    coverage = read(
        [HEAD, ["1", "Indeks mutu", "80", "76", "95,00"], ["2", "Luas tanam", "40", "50", "125,00"]]
    ).coverage
    assert (coverage.numbers_on_table_pages, coverage.in_records, coverage.unread) == (6, 6, ())


def test_each_line_of_a_cell_with_several_values_counts() -> None:
    rows: list[list[str | None]] = [
        HEAD,
        ["1", "Indeks mutu", "80", "76", "95,00"],
        ["2", "Luas tanam menurut jenis", "1.250\n1.300\n40\n7", "1.250", "98,00"],
    ]
    coverage = read(rows).coverage
    assert coverage.numbers_on_table_pages == 9
    assert told(coverage) == [("cells in no record, rows: 2", 4)]
    assert balance(coverage)


def test_stacked_values_that_became_records_count_as_read() -> None:
    rows: list[list[str | None]] = [
        HEAD,
        ["1", "Produksi:\n- Padi\n- Jagung", "- 120 ton\n- 80 ton", "- 126 ton\n- 60 ton", "- 105\n- 75"],
    ]
    coverage = read(rows).coverage
    assert (coverage.numbers_on_table_pages, coverage.in_records, coverage.unread) == (6, 6, ())


@pytest.mark.parametrize("text", ["91/\n100.000 KH", "12.540.550 *)", "1.234.\n567", "Rp\n1.000.000,-", "5 - 6 %"])
def test_one_value_over_several_lines_is_one_number(text: str) -> None:
    coverage = read([HEAD, ["1", "Angka kematian ibu", text, "88", "95,00"], ["2", "Mutu", "1", "1", "100"]]).coverage
    assert (coverage.numbers_on_table_pages, coverage.in_records) == (6, 6)


def test_a_text_that_a_record_quotes_is_no_number_that_was_read() -> None:
    rows: list[list[str | None]] = [
        HEAD,
        ["1", "Pelatihan", "12 angkatan/240 orang", "10 orang", "90"],
        ["2", "Pameran", "4 kali", "3 kali", "75"],
    ]
    coverage = read(rows).coverage
    assert told(coverage) == [("cells in no record, rows: 1", 1)]
    assert balance(coverage)


def test_columns_that_no_record_takes_are_named() -> None:
    rows: list[list[str | None]] = [
        ["No", "Program/Kegiatan", "Anggaran (Rp)", "Realisasi (Rp)", "%", "Fisik (%)", "Keterangan"],
        ["1", "Program Pelayanan Pasar", "1.200.000.000", "900.000.000", "75,00", "80,00", "lunas 2 tahap"],
        ["2", "Program Penataan Kios", "400.000.000", "400.000.000", "100,00", "100,00", ""],
    ]
    coverage = read(rows, "Tabel 3.9 Realisasi Anggaran Tahun 2022").coverage
    (entry,) = coverage.unread
    assert (entry.what, entry.numbers) == ("table t1, columns: Fisik (%)", 2)
    assert balance(coverage)


def test_an_amount_where_a_name_should_stand_is_not_lost() -> None:
    rows: list[list[str | None]] = [
        ["Tahun", "Kode", "Jumlah Investor"],
        ["2014", "153.183.219.000", "4"],
        ["2015", "225.061.913.300", "7"],
    ]
    assert told(read(rows, "Tabel 2.6 Penanaman Modal").coverage) == [("columns have no known meaning", 4)]


def test_amounts_within_names_and_headings_are_not_lost() -> None:
    rows: list[list[str | None]] = [
        ["No", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "Keterangan"],
        ["Sumber dana APBD sebesar Rp 5.000.000.000", None, None, None, None],
        ["1", "Program Pelayanan Pasar", "400.000.000", "400.000.000", "utang Rp 2.000.000 tahun 2019"],
        ["2", "Program Penataan Kios Rp. 18.972.674.100,-", "300.000.000", "300.000.000", ""],
    ]
    case = grid(rows, 2, merges=[[1, 0, 1, 5]])
    caption = Line(text="Tabel 3.9 Realisasi Anggaran Tahun 2022", order=1, line=1)
    coverage = understand(Reading(source=SOURCE, lines=(caption,), grids=(case,))).coverage
    assert sorted(told(coverage)) == [("cells in no record, rows: 3", 1), ("rows without a record: 1", 1)]
    assert balance(coverage)


def test_a_number_beside_its_unit_or_below_a_number_is_not_lost() -> None:
    rows: list[list[str | None]] = [
        ["No", "Jenis", "Satuan", "Keadaan"],
        ["1", "Luas", "Hektar 1.230", "baik"],
        ["2", "Kematian", "per 100.000", "baik"],
        ["1.858", "Bibit", "ton", "baik"],
    ]
    assert told(read(rows, "Tabel 2.3 Keadaan").coverage) == [("columns have no known meaning", 2)]


def test_numbering_years_items_and_numbered_columns_are_no_numbers() -> None:
    rows: list[list[str | None]] = [
        ["Tujuan", "Tahun", "Kebijakan dan Program"],
        ["1", "2", "3"],
        ["Meningkatnya mutu", "2019", "1. Program Sarana\n2. Program Pelayanan\n3. Program Tenaga"],
        ["Terwujudnya layanan", "2020", "1. Program Data"],
    ]
    coverage = read(rows, "Tabel 2.1 Kebijakan").coverage
    assert (coverage.numbers_on_table_pages, coverage.unread) == (0, ())


def test_equal_values_side_by_side_are_told_apart() -> None:
    rows: list[list[str | None]] = [
        ["No", "Uraian", "Fisik (%)", "Anggaran (Rp)", "Realisasi (Rp)", "%"],
        ["1", "Program Pelayanan Pasar", "100,00", "400.000.000", "400.000.000", "100,00"],
        ["2", "Program Penataan Kios", "100,00", "300.000.000", "300.000.000", "100,00"],
    ]
    (entry,) = read(rows, "Tabel 3.9 Realisasi Anggaran Tahun 2022").coverage.unread
    assert entry.what == "table t1, columns: Fisik (%)"


def test_a_scale_that_was_not_understood_is_listed() -> None:
    rows: list[list[str | None]] = [
        ["No", "Rata-rata % Capaian", "Predikat"],
        ["1", ">90", "Bintang lima"],
        ["2", "75 89", "Bintang empat"],
        ["3", "65 74", "Bintang tiga"],
    ]
    document = read(rows, "Tabel 3.1 Skala Penilaian")
    assert not document.skala
    assert balance(document.coverage)
    assert document.coverage.unread


@pytest.mark.parametrize(
    ("lang", "what", "reason"),
    [
        ("id", "Tabel 3.9 Realisasi Anggaran Tahun 2022, kolom: Fisik (%)", "tidak ada data yang memakai kolom ini"),
        ("en", "Tabel 3.9 Realisasi Anggaran Tahun 2022, columns: Fisik (%)", "no record takes these columns"),
    ],
)
def test_columns_are_told_with_the_title_of_their_table(lang: str, what: str, reason: str) -> None:
    rows: list[list[str | None]] = [
        ["No", "Uraian", "Anggaran (Rp)", "Realisasi (Rp)", "%", "Fisik (%)"],
        ["1", "Program Pelayanan Pasar", "1.200.000.000", "900.000.000", "75,00", "80,00"],
        ["2", "Program Penataan Kios", "400.000.000", "400.000.000", "100,00", "100,00"],
    ]
    document = read(rows, "Tabel 3.9 Realisasi Anggaran Tahun 2022")
    (entry,) = document.coverage.unread
    telling = Unreads(document, lang)  # type: ignore[arg-type]
    assert (telling.what(entry), telling.reason(entry)) == (what, reason)


def test_a_table_without_a_title_is_told_by_its_columns() -> None:
    rows: list[list[str | None]] = [["Golongan", "Pria", "Wanita"], ["IV/a", "3", "4"], ["III/d", "5", "6"]]
    document = understand(Reading(source=SOURCE, grids=(grid(rows, 1),)))
    (entry,) = document.coverage.unread
    assert Unreads(document, "id").what(entry) == "Tabel tanpa judul: Golongan; Pria; Wanita"


@pytest.mark.parametrize(
    "part",
    [
        Unread(
            what="row: 12 | 13",
            reason="the row has fewer cells than the table has columns, and nothing tells which one is missing",
        )
    ],
)
def test_no_reason_is_left_in_english(part: Unread) -> None:
    telling = Unreads(Document(source=SOURCE), "id")
    assert telling.what(part).startswith("Baris")
    assert "fewer" not in telling.reason(part)


def test_the_mean_of_a_sasaran_above_its_indicators_is_read_from_the_table() -> None:
    rows: list[list[str | None]] = [
        ["Sasaran Strategis", "Indikator Kinerja", "Target", "Realisasi", "Capaian (%)"],
        ["Naiknya panen", None, None, None, "96,00"],
        [None, "Produksi padi", "10", "9", "90,00"],
        [None, "Produksi jagung", "50", "51", "102,00"],
        ["Naiknya laba", "Persentase laba:\n- Padi\n- Jagung", "10\n20", "8\n18", "85,00\n80,00\n90,00"],
    ]
    coverage = read(rows).coverage
    assert told(coverage) == []
