"""Cells that stand one below the other are named, not read; pages, lists and sentences are not named."""

import pytest

from extractors.text.stacked import stacked


def named(text: str) -> list[tuple[int | None, int]]:
    return [(entry.line, entry.numbers) for entry in stacked(list(enumerate(text.split("\n"), 1)))]


CELLS = "Indeks mutu\n80,00\n84,00\n105,00 %\nLuas taman\n40 unit\n30 unit\n75,00 %"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (CELLS, [(2, 6)]),
        (f"Uraian.\n{CELLS}\nKalimat penutup yang panjang dan tidak memuat nilai, hanya kata-kata biasa.", [(3, 6)]),
        ("No\nSasaran Strategis\nIndikator Kinerja\nTarget\nWarga puas", [(1, 0)]),
    ],
)  # fmt: skip
def test_cells_one_below_the_other_are_named(text: str, found: list[tuple[int, int]]) -> None:
    assert named(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "1\nPendahuluan\n2\nPerencanaan\n3\nAkuntabilitas\n4\nPenutup\n5\nLampiran\n6",
        "1.1\nLatar\n1.2\nMaksud\n1.3\nTujuan\n2.1\nRencana\n2.2\nSasaran\n2.3\nTarget",
        "80,00\nKalimat pertama.\n84,00",
        "Target\nIndikator",
    ],
)
def test_other_lines_are_not_named(text: str) -> None:
    assert named(text) == []
