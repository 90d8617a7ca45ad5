"""Several budget lines in one printed row."""

import pytest

from extractors.tables.rows import Draft
from extractors.tables.stacks import unstack
from schemas.reading import Cell


def row(*texts: str) -> Draft:
    cells: list[Cell | None] = [Cell(text=t, row=0, column=c) if t else None for c, t in enumerate(texts)]
    return Draft(cells, list(cells))


def printed(draft: Draft) -> list[list[str]]:
    return [[cell.text if cell else "" for cell in piece.cells] for piece in unstack(draft)]


def test_numbered_names_are_told_apart() -> None:
    draft = row(
        "1.",
        "Pendapatan\nrumah sakit\na. Pelayanan\nrawat inap\nb. Sewa",
        "16.000.000,-\n15.000.000,-\n1.000.000,-",
        "17.000.000,-\n16.000.000,-\n1.000.000,-",
        "106,25\n106,67\n100",
    )
    assert printed(draft) == [
        ["1.", "Pendapatan\nrumah sakit", "16.000.000,-", "17.000.000,-", "106,25"],
        ["", "a. Pelayanan\nrawat inap", "15.000.000,-", "16.000.000,-", "106,67"],
        ["", "b. Sewa", "1.000.000,-", "1.000.000,-", "100"],
    ]


def test_a_number_for_each_amount_parts_plain_names() -> None:
    draft = row("1.\n2.", "Arsip\nLoket", "5.000.000\n7.000.000")
    assert printed(draft) == [["1.", "Arsip", "5.000.000"], ["2.", "Loket", "7.000.000"]]


@pytest.mark.parametrize(
    "texts",
    [
        ("Pelayanan\nAdministrasi", "5.000.000\n7.000.000"),  # a wrapped name, no sign of two
        ("Program A\nProgram B", "5.000.000\n7.000.000", "90"),  # one percentage for both
        ("a. Arsip\nb. Loket", "5.286.632.\n068", "3.000.000"),  # one amount broken over two lines
        ("a. Indikator\nb. Indikator", "10 %\n20 %"),  # no money
        ("Arsip", "5.000.000"),
    ],
)
def test_what_stays_whole(texts: tuple[str, ...]) -> None:
    assert printed(row(*texts)) == [list(texts)]
