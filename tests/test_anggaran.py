"""Budget rows: levels, parents, columns, names."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import assume, given
from hypothesis import strategies as st

from extractors.records.anggaran import find_anggaran
from extractors.records.jumlah import is_total
from extractors.records.kode import code_level
from extractors.records.uraian import read_name
from extractors.tables.periods import periods
from schemas.reading import Cell
from schemas.records import Anggaran, Identity, Tingkat
from schemas.table import Column, Kind, Role, Row, Stage, Table

DATA = Path(__file__).parent / "data" / "anggaran"


def column(index: int, text: str, scale: int = 1) -> Column:
    """`role|label|stage|year|group`."""
    role, label, stage, year, group = [*text.split("|"), "", "", "", ""][:5]
    return Column(
        index=index,
        role=Role(role),
        label=label,
        stage=Stage(stage) if stage else None,
        year=int(year) if year else None,
        group=group,
        scale=scale,
        period=periods([tuple(part for part in (group, label.removeprefix(group).strip()) if part)])[0],
    )


def table(case: dict[str, Any], table_id: str = "t1") -> Table:
    width = len(case["columns"])
    rows = []
    for r, texts in enumerate(case["rows"], 1):
        texts = [str(t) for t in texts] + [""] * (width - len(texts))
        cells = tuple(Cell(text=t, row=r, column=c, line=r) if t else None for c, t in enumerate(texts))
        rows.append(Row(index=r, cells=cells, line=r))
    return Table(
        id=table_id,
        kind=Kind(case["kind"]),
        caption=case.get("caption", ""),
        columns=tuple(column(i, text, case.get("scale", 1)) for i, text in enumerate(case["columns"])),
        rows=tuple(rows),
    )


def cases(name: str) -> list[Any]:
    return [pytest.param(c, id=c["name"]) for c in yaml.safe_load((DATA / name).read_text(encoding="utf-8"))]


def read(case: dict[str, Any]) -> tuple[Anggaran, ...]:
    return find_anggaran((table(case),), Identity(tahun=case.get("year", 2023)))


@pytest.mark.parametrize("case", cases("tingkat.yaml"))
def test_levels_and_parents(case: dict[str, Any]) -> None:
    got = [[r.tingkat.value, r.uraian, int(r.induk.split(".r")[1]) if r.induk else None] for r in read(case)]
    assert got == case["expect"]


@pytest.mark.parametrize("case", cases("kolom.yaml"))
def test_columns(case: dict[str, Any]) -> None:
    first = read(case)[0]
    cells = (first.anggaran_sebelum, first.anggaran, first.realisasi, first.persen, first.sisa)
    assert [c.raw if c else None for c in cells] == case["expect"]


def test_places_are_filled() -> None:
    row = read(cases("kolom.yaml")[0].values[0])[0]
    assert row.id == "t1.r1"
    assert row.anggaran is not None
    assert (row.anggaran.place.table, row.anggaran.place.row, row.anggaran.place.line) == ("t1", 1, 1)
    assert row.anggaran.place.column == "anggaran"
    assert row.realisasi is not None
    assert row.realisasi.place.column == "realisasi"


def test_amounts_in_thousands_are_rupiah_with_a_coarser_last_place() -> None:
    case = {
        "kind": "anggaran_program",
        "scale": 1000,
        "columns": ["program|Program", "anggaran|Pagu (Rp ribu)"],
        "rows": [["Layanan", "1.250"], ["Arsip", "3.400"]],
    }
    first = read(case)[0].anggaran
    assert first is not None
    assert (first.value, first.decimals, first.exact, first.raw) == (Decimal(1250000), -3, False, "1.250")


def test_a_malformed_amount_keeps_its_row() -> None:
    case = {
        "kind": "realisasi_anggaran",
        "columns": ["uraian|Program/Kegiatan", "anggaran|Anggaran", "realisasi_anggaran|Realisasi"],
        "rows": [["Program A", "9.000.000", "1.000.000"], ["Kegiatan B", "4.55.000,00", "2.375.000,00"]],
    }
    row = read(case)[1]
    assert row.anggaran is not None
    assert (row.anggaran.raw, row.anggaran.value, row.induk) == ("4.55.000,00", None, "t1.r1")


def test_a_table_that_runs_on_without_header_keeps_columns_and_parents() -> None:
    columns = ["no|No", "uraian|Program/Kegiatan", "anggaran|Anggaran", "realisasi_anggaran|Realisasi"]
    head = table(
        {
            "kind": "realisasi_anggaran",
            "columns": columns,
            "rows": [["I", "Layanan", "3.000.000", "2.000.000"], ["1", "Loket", "1.000.000", "900.000"]],
        }
    )
    rest = table(
        {
            "kind": "lainnya",
            "columns": ["no|", "lainnya|", "anggaran|", "anggaran|"],
            "rows": [["2", "Mobil", "2.000.000", "1.100.000"]],
        },
        "t2",
    )
    pages = (head.model_copy(update={"pages": (4,)}), rest.model_copy(update={"pages": (5,)}))
    last = find_anggaran(pages, Identity())[-1]
    assert (last.id, last.tingkat, last.induk) == ("t2.r1", Tingkat.KEGIATAN, "t1.r1")


def test_sasaran_comes_from_its_column_or_a_heading() -> None:
    case = {
        "kind": "realisasi_anggaran",
        "columns": ["program|Program", "anggaran|Anggaran"],
        "rows": [["Sasaran 1 : Warga puas", ""], ["Layanan", "3.000.000"], ["Jumlah", "3.000.000"]],
    }
    assert [r.sasaran for r in read(case)] == ["Sasaran 1 : Warga puas", None]


@pytest.mark.parametrize(
    ("text", "number", "code", "level", "name"),
    [
        ("1. Program Pendidikan", "1", None, Tingkat.PROGRAM, "Program Pendidikan"),
        ("PROGRAM : PROGRAM PASAR", None, None, Tingkat.PROGRAM, "PROGRAM PASAR"),
        ("Sub Kegiatan : Rapat", None, None, Tingkat.SUB_KEGIATAN, "Rapat"),
        ("1.1 Administrasi Umum", "1.1", None, None, "Administrasi Umum"),
        ("1.Penyediaan Logistik", "1", None, None, "Penyediaan Logistik"),
        ("Sub. Kegiatan Rapat", None, None, None, "Sub. Kegiatan Rapat"),
        ("7.01.01.2.06.04 Penyediaan Logistik", None, "7.01.01.2.06.04", None, "Penyediaan Logistik"),
        ("<b>a. Belanja Pegawai</b>", "a", None, None, "Belanja Pegawai"),
        ("Input :Dana", None, None, None, "Dana"),
        ("Input/Masukan :", None, None, None, "Input/Masukan"),
        ("Pemrograman Aplikasi", None, None, None, "Pemrograman Aplikasi"),
    ],
)
def test_names(text: str, number: str | None, code: str | None, level: Tingkat | None, name: str) -> None:
    got = read_name(text)
    assert (got.nomor, got.kode, got.level, got.text) == (number, code, level, name)


@pytest.mark.parametrize(
    ("code", "level"),
    [
        ("7.01.01", Tingkat.PROGRAM),
        ("X.XX.01.2.06", Tingkat.KEGIATAN),
        ("1.02.03.1.01", Tingkat.KEGIATAN),
        ("7.01.01.2.01.03", Tingkat.SUB_KEGIATAN),
        ("7.01.01.2.01.0003", Tingkat.SUB_KEGIATAN),
        ("7.01", Tingkat.LAINNYA),
        ("5.1.02", Tingkat.BELANJA),
        ("5.02.01", Tingkat.PROGRAM),
        ("4.1.02", Tingkat.LAINNYA),
        ("1.20.1.20.10.01.02", None),
    ],
)
def test_codes(code: str, level: Tingkat | None) -> None:
    assert code_level(code) == level


@pytest.mark.parametrize(
    "text", ["Jumlah", "J U M L A H", "JUMLAH I + II", "TOTAL ANGGARAN", "Jumlah Belanja Langsung"]
)
def test_totals(text: str) -> None:
    assert is_total(text)


@pytest.mark.parametrize("text", ["Jumlah orang yang dilayani", "Totalitas layanan", "Jumlah dokumen", "Program"])
def test_no_totals(text: str) -> None:
    assert not is_total(text)


# --- any hierarchy, printed in any style, comes back -------------------------------------------------------------

_LEVELS = ("program", "kegiatan", "sub_kegiatan")
_ROMAN = ("I", "II", "III", "IV", "V")


@st.composite
def trees(draw: st.DrawFn) -> tuple[int, list[tuple[int, int | None, int]]]:
    """Depth of the tree, and its rows in printed order: depth, index of the parent, amount."""
    height = draw(st.sampled_from([2, 3]))
    rows: list[tuple[int, int | None, int]] = []

    def grow(depth: int, parent: int | None) -> int:
        index = len(rows)
        rows.append((depth, parent, 0))
        if depth == height - 1:
            amount = draw(st.integers(1_000_001, 999_999_999))
        else:
            amount = sum(grow(depth + 1, index) for _ in range(draw(st.integers(1, 3))))
        rows[index] = (depth, parent, amount)
        return amount

    for _ in range(draw(st.integers(2, 4))):
        grow(0, None)
    return height, rows


def money(value: int) -> str:
    return f"{value:,}".replace(",", ".")


@given(trees(), st.sampled_from(["prefix", "code", "number", "words", "sums"]), st.booleans(), st.data())
def test_any_hierarchy_comes_back(
    tree: tuple[int, list[tuple[int, int | None, int]]], style: str, total: bool, data: st.DataObject
) -> None:
    height, rows = tree
    amounts = [amount for _, _, amount in rows]
    if style in {"sums", "words"}:
        leaves = [a for d, _, a in rows if d == height - 1]
        children = [sum(1 for _, p, _ in rows if p == i) for i in range(len(rows))]
        assume(len(set(leaves)) == len(leaves))
        assume(any(children[i] > 1 for i, (d, _, _) in enumerate(rows) if d == height - 2))
        assume(style == "words" or height == 2 or any(children[i] > 1 for i, (d, _, _) in enumerate(rows) if d == 0))
    else:  # prefixes, codes and numbers outlive a wrong amount
        wrong = data.draw(st.integers(0, len(rows) - 1))
        amounts[wrong] += data.draw(st.sampled_from([0, 1, 40_000_000]))
    printed, counters = [], [0, 0, 0]
    for i, (depth, _, _) in enumerate(rows):
        counters[depth] += 1
        counters[depth + 1 :] = [0] * (2 - depth)
        code = ["7.01.{:02}", "7.01.{:02}.2.{:02}", "7.01.{:02}.2.{:02}.{:02}"][depth].format(*counters[: depth + 1])
        prefix = ["PROGRAM : ", "Kegiatan : ", "Sub Kegiatan : "][depth]
        number = [_ROMAN[counters[0] % 5], str(counters[1]), "abcde"[counters[2] % 5] + "."][depth]
        name = f"Urus Hal ke {i + 1}x" if style != "words" or depth else f"Program ke {i + 1}x"
        printed.append(
            [
                number if style == "number" else "",
                code if style == "code" else "",
                prefix + name if style == "prefix" else name,
                money(amounts[i]),
            ]
        )
    if total:
        printed.append(["", "", "Jumlah", money(sum(a for (d, _, _), a in zip(rows, amounts, strict=True) if d == 0))])
    label = "/".join(["Program", "Kegiatan", "Sub Kegiatan"][:height])
    case = {
        "kind": "realisasi_anggaran",
        "columns": ["no|No", "kode|Kode", f"uraian|{label}", "anggaran|Anggaran"],
        "rows": printed,
    }
    got = read(case)[: len(rows)]
    assert [r.tingkat.value for r in got] == [_LEVELS[d] for d, _, _ in rows]
    assert [r.induk for r in got] == [f"t1.r{p + 1}" if p is not None else None for _, p, _ in rows]


def test_quarters_and_targets_in_tons_are_no_budget_of_the_year() -> None:
    quarters = {
        "kind": "realisasi_anggaran",
        "columns": [
            "uraian|Program/Kegiatan",
            "realisasi_anggaran|Realisasi Triwulan I - IV I Rp||2023|Realisasi Triwulan I - IV I",
            "realisasi_anggaran|Realisasi Triwulan I - IV II Rp||2023|Realisasi Triwulan I - IV II",
        ],
        "rows": [["Program A", "66.466.456", "98.178.431"], ["Kegiatan B", "78.928.000", "43.160.000"]],
    }
    tons = {
        "kind": "rkt",
        "columns": ["program|Program Prioritas", "indikator|Indikator Kinerja", "target|Target Capaian Kinerja"],
        "rows": [["Program A", "Padi (ton)", "12.317.066"], ["Program B", "Jagung (ton)", "1.190.793"]],
    }
    assert read(quarters) == ()
    assert read(tons) == ()


def test_a_row_has_the_name_of_the_group_whose_amount_is_taken() -> None:
    case = {
        "kind": "rkt",
        "columns": [
            "no|No",
            "uraian|Rancangan Awal Program/Kegiatan|||Rancangan Awal",
            "anggaran|Rancangan Awal Pagu|murni||Rancangan Awal",
            "uraian|Hasil Analisis Program/Kegiatan|||Hasil Analisis",
            "anggaran|Hasil Analisis Pagu|||Hasil Analisis",
        ],
        "rows": [
            ["1", "Program Pangan", "400.000.000", "Program Pangan", "266.000.000"],
            ["2", "", "", "Kegiatan Benih", "99.000.000"],
            ["3", "Fasilitasi Kebun", "50.000.000", "Pembinaan Kebun", "40.000.000"],
            ["4", "Pameran", "10.000.000", "", ""],
        ],
    }
    assert [(r.uraian, r.anggaran.raw if r.anggaran else None) for r in read(case)] == [
        ("Program Pangan", "266.000.000"),
        ("Kegiatan Benih", "99.000.000"),
        ("Pembinaan Kebun", "40.000.000"),
        ("Pameran", None),
    ]
