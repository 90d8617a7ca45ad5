"""References in running text: decrees, regulations, years, people, tables, headings, dates and agencies."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extractors.records.rujukan import find_rujukan
from extractors.records.tanggal import find_tanggal
from schemas.number import Place
from schemas.reading import Line, Reading, Source
from schemas.records import Rujukan
from schemas.table import Kind, Table

CASES = yaml.safe_load((Path(__file__).parent / "data" / "rujukan.yaml").read_text(encoding="utf-8"))
MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()  # noqa: SIM905


def reading(lines: list[str]) -> Reading:
    source = Source(path="x.txt", sha256="0", media_type="text/plain")
    made = (Line(text=text, order=n, line=n + 1) for n, text in enumerate(lines) if text)
    return Reading(source=source, lines=tuple(made))


def references(lines: list[str]) -> tuple[Rujukan, ...]:
    return find_rujukan(reading(lines), ())


@pytest.mark.parametrize("case", CASES, ids=[case["name"] for case in CASES])
def test_references(case: dict) -> None:
    found = references(case["lines"])
    for wanted in case["found"]:
        fits = [one for one in found if all(getattr(one, field) == value for field, value in wanted.items())]
        assert fits, (wanted, [(one.kind, one.value, one.about) for one in found])
    assert not [one for one in found if one.kind in case.get("none", ())]


def test_references_know_their_line_and_stand_in_reading_order() -> None:
    found = references(["BAB I", "Menurut", "Undang-Undang Nomor 5 Tahun 2014."])
    law = next(one for one in found if one.kind == "peraturan")
    assert law.place == Place(line=3)
    assert [one.order for one in found] == sorted(one.order for one in found)


def test_an_agency_that_is_named_everywhere_is_kept_a_few_times() -> None:
    found = references(
        [f"Kecamatan Mekarsari melaksanakan kegiatan {n}." for n in range(40)] + ["Kecamatan Sarimekar."]
    )
    names = [one.value for one in found if one.kind == "instansi"]
    assert names.count("Kecamatan Mekarsari") < 10
    assert names.count("Kecamatan Sarimekar") == 1


def test_a_caption_that_only_the_table_holds_is_a_reference_too() -> None:
    table = Table(id="t4", kind=Kind.LAINNYA, caption="Tabel 2.1 Jumlah Pegawai", number="2.1", order=3)
    (found,) = find_rujukan(reading([]), (table,))
    assert (found.kind, found.value, found.about, found.place.table) == ("tabel", "2.1", "Jumlah Pegawai", "t4")


@given(st.integers(1, 28), st.integers(1, 12), st.integers(1990, 2040))
def test_printed_dates_come_back(day: int, month: int, year: int) -> None:
    (found,) = find_tanggal(f"Contoh, {day} {MONTHS[month - 1]} {year}")
    assert (found.iso, found.about) == (f"{year}-{month:02d}-{day:02d}", "tanda tangan")


@given(st.lists(st.text(max_size=80), max_size=6))
def test_no_text_raises(texts: list[str]) -> None:
    references(texts)
