"""Headers of two rows that no known word tells: a merged label with the names of its columns below it."""

from __future__ import annotations

import pytest

from extractors.document import understand
from schemas.reading import Line, Reading
from schemas.table import Role, Table
from tests.readings import SOURCE, grid

Rows = list[list[str | None]]


def table(rows: Rows, merges: list[list[int]]) -> Table:
    lines = (Line(text="Tabel 2.1 Sarana Kantor", order=1, page=1),)
    (made,) = understand(Reading(source=SOURCE, lines=lines, grids=(grid(rows, 2, page=1, merges=merges),))).tables
    return made


def test_names_below_a_merged_label_are_header_though_only_the_number_reaches_down() -> None:
    made = table(
        [
            ["No", "RINCIAN SARANA", "JUMLAH", None],
            [None, "MACAM SARANA", "BUAH", "NILAI"],
            ["1", "Perahu tempel", "3", "42.150.000"],
            ["2", "Timbangan ikan", "11", "8.900.500"],
            ["JUMLAH", None, "14", "51.050.500"],
        ],
        [[0, 0, 2, 1], [0, 2, 1, 2], [4, 0, 1, 2]],
    )
    assert [c.label for c in made.columns] == ["No", "RINCIAN SARANA MACAM SARANA", "JUMLAH BUAH", "JUMLAH NILAI"]
    assert [row.text(0) for row in made.rows] == ["1", "2", "JUMLAH"]


def test_labels_without_any_known_word_have_two_rows_as_well() -> None:
    made = table(
        [
            ["Musim", "Tangkapan Nelayan", None, "Perahu\nBesar"],
            [None, "Pesisir", "Lepas Pantai", None],
            ["2014", "0", "118.240.550.300", "1.204"],
            ["2015", "0", "131.077.410.500", "988"],
            ["2016", "0", "140.350.900.250", "1.310"],
        ],
        [[0, 0, 2, 1], [0, 1, 1, 2], [0, 3, 2, 1]],
    )
    assert [c.label for c in made.columns][1:3] == ["Tangkapan Nelayan Pesisir", "Tangkapan Nelayan Lepas Pantai"]
    assert len(made.rows) == 3
    assert not {Role.NO, Role.KODE} & {c.role for c in made.columns}
    assert all(row.numbers[2] is not None and row.numbers[3] is not None for row in made.rows)


@pytest.mark.parametrize(
    "below",
    [
        ["", "Perahu tempel", "3", "42.150.000"],  # values: a row of data whose number is merged with the header
        ["", "Perahu tempel", "", "Rusak"],  # one column below the merged label is empty
        ["", "Perahu tempel yang dibeli dengan dana bantuan", "Baik", "Rusak"],  # a name as long as those of rows
    ],
)
def test_rows_of_data_are_no_header(below: list[str | None]) -> None:
    made = table(
        [
            ["No", "RINCIAN SARANA", "JUMLAH", None],
            below,
            ["2", "Timbangan ikan", "11", "8.900.500"],
            ["3", "Jaring", "11", "7.900.500"],
        ],
        [[0, 0, 2, 1], [0, 2, 1, 2]],
    )
    assert len(made.rows) == 3
