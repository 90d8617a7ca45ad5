"""Pages of real documents counted and read by eye: what must come out of them, in figures."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from extractors.document import extract
from schemas.document import Document
from schemas.number import Printed
from schemas.records import Indikator, Tingkat

pytestmark = pytest.mark.corpus


@cache
def read(folder: Path, name: str) -> Document:
    return extract(next((folder / "corpus").glob(f"{name}_*")))


def raws(record: Indikator) -> tuple[str | None, ...]:
    return tuple(None if c is None else c.raw for c in (record.target, record.realisasi, record.capaian))


def total(cells: list[Printed | None]) -> Decimal:
    return sum((c.value for c in cells if c is not None and c.value is not None), Decimal(0))


def test_last_years_ratios_are_no_realisation(shared: Path) -> None:
    """B02 pages 77 to 79: 21 indicators; "Capaian tahun lalu" prints ratios, four of its cells are blank."""
    records = [i for i in read(shared, "B02").indikator if i.page in (77, 78, 79)]
    last = [i for i in records if i.tahun == 2015]
    assert len({i.row for i in records}) == 21
    assert len(last) == 17
    assert all(i.realisasi is None and i.target is None and i.capaian is not None for i in last)
    now = {i.row: raws(i) for i in records if i.tahun == 2016}
    assert now[6] == ("5,8/ 1000 KH", "4,01/ 1000 KH", "145")
    assert now[19] == ("65%", "65,56%", "114,27")


def test_two_years_of_ratios_and_their_sasaran(shared: Path) -> None:
    """B02 pages 80 and 81: 21 indicators under 8 sasaran, two years of ratios each."""
    records = [i for i in read(shared, "B02").indikator if i.page in (80, 81)]
    assert len(records) == 42
    assert all(i.realisasi is None and i.capaian is not None and i.sasaran for i in records)
    assert len({i.sasaran for i in records}) == 8
    assert [i.capaian.raw for i in records if i.tahun == 2016 and i.capaian][:4] == [
        "101,87",
        "143,63",
        "109,19",
        "126,09",
    ]


def test_every_budget_row_of_five_pages(shared: Path) -> None:
    """B02 pages 82 to 86: 68 kegiatan add up to the budget and realisation named in the text of page 82."""
    rows = [a for a in read(shared, "B02").anggaran if a.page in range(82, 87)]
    kegiatan = [a for a in rows if a.tingkat is Tingkat.KEGIATAN]
    assert len(kegiatan) == 68
    assert total([a.anggaran for a in kegiatan]) == 234_092_251_125
    assert total([a.realisasi for a in kegiatan]) == 204_597_911_173
    assert [a.tingkat for a in rows].count(Tingkat.TOTAL) == 1


def test_numbers_left_in_the_text_by_the_word_processor_are_not_read(shared: Path) -> None:
    """A25 pages 5 to 8: 6 programmes, 35 kegiatan; old list numbers are clipped away and not to be seen."""
    rows = [a for a in read(shared, "A25").anggaran if a.page in range(5, 9)]
    names = [a.uraian for a in rows]
    assert [a.tingkat for a in rows].count(Tingkat.PROGRAM) == 6
    assert [a.tingkat for a in rows].count(Tingkat.KEGIATAN) == 35
    assert not any(word.rstrip(".").isdigit() for name in names for word in name.split())
