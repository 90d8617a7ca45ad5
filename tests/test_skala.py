"""Declared scales, formulas and limits: every way in which reports print a band or a rule."""

from decimal import Decimal
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extractors.records.aturan import find_aturan
from extractors.records.pita import Pita, parse_pita
from extractors.records.skala import find_skala
from schemas.reading import Cell, Line
from schemas.table import Column, Kind, Role, Row, Table

CASES = yaml.safe_load((Path(__file__).parent / "data" / "skala.yaml").read_text(encoding="utf-8"))


def lines(texts: list[str]) -> tuple[Line, ...]:
    return tuple(Line(text=text, order=n, line=n + 1) for n, text in enumerate(texts))


def show(pita: Pita | None) -> str | None:
    if pita is None:
        return None
    low = "*" if pita.low is None else pita.low
    high = "*" if pita.high is None else pita.high
    return f"{'(' if pita.low_open else '['}{low}, {high}{')' if pita.high_open else ']'}"


@pytest.mark.parametrize("case", CASES["bands"], ids=[case["text"] or "empty" for case in CASES["bands"]])
def test_bands(case: dict) -> None:
    assert show(parse_pita(case["text"])) == case["band"]


@given(st.integers(0, 150), st.integers(0, 150), st.sampled_from([" - ", "–", " s/d ", " s.d. ", " sampai dengan "]))
def test_the_ends_of_a_printed_band_come_back(one: int, two: int, joint: str) -> None:
    low, high = sorted((one, two))
    assert parse_pita(f"{low}{joint}{high} %") == Pita(Decimal(low), Decimal(high))
    assert parse_pita(f"> {low}{joint}{high}") == Pita(Decimal(low), Decimal(high), low_open=True)


@given(st.text(max_size=60))
def test_no_text_raises(text: str) -> None:
    parse_pita(text)
    find_skala((), lines([text]))
    find_aturan((), lines([text]))


@pytest.mark.parametrize("case", CASES["lists"], ids=[case["name"] for case in CASES["lists"]])
def test_scales_in_lists(case: dict) -> None:
    found = find_skala((), lines(case["lines"]))
    if case["labels"] is None:
        assert not found
        return
    (skala,) = found
    assert [band.label for band in skala.bands] == case["labels"]
    if "grades" in case:
        assert [band.grade for band in skala.bands] == case["grades"]
    assert skala.about == case.get("about", "capaian")
    assert all(band.place.line for band in skala.bands)


def table(rows: list[tuple[str, ...]], caption: str = "", kind: Kind = Kind.LAINNYA) -> Table:
    made = [
        Row(
            index=n,
            line=n,
            cells=tuple(Cell(text=text, row=n, column=c, line=n) if text else None for c, text in enumerate(row)),
        )
        for n, row in enumerate(rows, 1)
    ]
    columns = tuple(Column(index=n, role=Role.LAINNYA) for n in range(len(rows[0])))
    return Table(id="t1", kind=kind, caption=caption, columns=columns, rows=tuple(made), order=5)


def test_a_table_of_numbers_grades_bands_and_predicates() -> None:
    (skala,) = find_skala(
        (
            table(
                [
                    ("1", "AA", "➤ 90 - 100", "Sangat Memuaskan"),
                    ("2", "A", "➤ 80 - 90", "Memuaskan"),
                    ("3", "D", "➤ 0 - 30", "Sangat Kurang"),
                ]
            ),
        ),
        (),
    )
    assert [(band.grade, band.label, band.low, band.high, band.low_open) for band in skala.bands] == [
        ("AA", "sangat memuaskan", 90, 100, True),
        ("A", "memuaskan", 80, 90, True),
        ("D", "sangat kurang", 0, 30, True),
    ]
    assert (skala.id, skala.table, skala.bands[1].place.row) == ("s1", "t1", 2)


def test_a_scale_of_satisfaction_is_told_apart() -> None:
    rows = [("25,00-64,99", "D", "Tidak baik"), ("65,00-76,60", "C", "Kurang baik"), ("76,61-88,30", "B", "Baik")]
    (skala,) = find_skala((table(rows, caption="Nilai interval survei kepuasan masyarakat"),), ())
    assert skala.about == "skm"


def test_bands_whose_joint_is_a_drawing_and_no_letter() -> None:
    rows = [("1", "Istimewa", ">85"), ("2", "Baik", "70,00 84,99"), ("3", "Sedang", "0 69,99")]
    (skala,) = find_skala((table(rows, kind=Kind.SKALA_PREDIKAT),), ())
    assert [(b.label, b.low, b.high) for b in skala.bands] == [
        ("istimewa", 85, None),
        ("baik", Decimal("70.00"), Decimal("84.99")),
        ("sedang", 0, Decimal("69.99")),
    ]
    assert not find_skala((table(rows),), ()), "two numbers beside each other are a band only in a scale"
    overlapping = [("1", "Baik", "4 88,31"), ("2", "Sedang", "3 76,61"), ("3", "Kurang", "2 65,00")]
    assert not find_skala((table(overlapping, kind=Kind.SKALA_PREDIKAT),), ()), "a value beside the start of its band"


def test_results_with_predicates_are_no_scale() -> None:
    rows = [("1", "Indeks", "91", "84,5", "92,9", "Baik"), ("2", "Nilai", "80", "88", "110", "Sangat Baik")]
    assert not find_skala((table(rows),), ())


@pytest.mark.parametrize("case", CASES["formulas"], ids=[case["lines"][0][:50] for case in CASES["formulas"]])
def test_formulas(case: dict) -> None:
    assert list(find_aturan((), lines(case["lines"])).formulas) == case["codes"]


@pytest.mark.parametrize("case", CASES["caps"], ids=[case["text"][:50] for case in CASES["caps"]])
def test_limits(case: dict) -> None:
    cap = find_aturan((), lines([case["text"]])).cap
    assert cap == (None if case["cap"] is None else Decimal(case["cap"]))


def test_floor_and_efficiency() -> None:
    aturan = find_aturan(
        (),
        lines(
            [
                "Angka capaian yang kurang dari 0% dianggap sebagai 0.",
                "Efisiensi dinilai dengan membandingkan capaian kinerja dengan penyerapan anggaran.",
            ]
        ),
    )
    assert (aturan.floor, aturan.efisiensi) == (Decimal(0), "E1")
