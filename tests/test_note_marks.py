"""The sign of a note behind a number is no emphasis: "1.250 **)" stays what is printed and can be computed with."""

from __future__ import annotations

import pytest

from extractors.document import understand
from extractors.tables.cells import plain
from extractors.text.cells import clean
from schemas.reading import Line, Reading
from tests.readings import SOURCE, grid


@pytest.mark.parametrize("text", ["1.250 *)", "1.250 **)", "1.250**)", "12,5 % **)", "1.250 ***)", "1.250 **) 980 **)"])
def test_signs_of_notes_stay(text: str) -> None:
    assert plain(text) == text
    assert clean(text) == text


@pytest.mark.parametrize(
    ("text", "bare"),
    [
        ("**Jumlah**", "Jumlah"),
        ("**1.250**", "1.250"),
        ("**Jumlah (%)**", "Jumlah (%)"),
        ("a **b** (c **d**)", "a b (c d)"),
        ("***Jumlah***", "Jumlah"),
    ],
)
def test_emphasis_goes(text: str, bare: str) -> None:
    assert plain(text).replace("*", "") == bare
    assert clean(text) == bare


def test_values_with_the_sign_of_a_second_note_are_read() -> None:
    rows: list[list[str | None]] = [
        ["No", "Indikator", "Realisasi 2015", "Realisasi 2016"],
        ["1", "Jumlah produksi susu", "15.900 **)", "12.400 *)"],
        ["2", "Jumlah produksi telur", "84.300 **)", "91.200 *)"],
    ]
    lines = (Line(text="Tabel 3.2 Perbandingan Realisasi Tahun 2015 dan 2016", order=1, page=1),)
    document = understand(Reading(source=SOURCE, lines=lines, grids=(grid(rows, 2, page=1),)))
    values = {(i.indikator, i.tahun, i.realisasi.value) for i in document.indikator if i.realisasi is not None}
    assert values == {
        ("Jumlah produksi susu", 2015, 15900),
        ("Jumlah produksi susu", 2016, 12400),
        ("Jumlah produksi telur", 2015, 84300),
        ("Jumlah produksi telur", 2016, 91200),
    }
