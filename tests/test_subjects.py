"""Names in sentences, bands of scales: what must hold for any name and any value."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from schemas.records import Band, Klaim, KlaimKind, Skala
from tests.cases import build, number
from validators.scales import allowed, holds
from validators.subjects import offset, subjects_of
from validators.view import View

WORDS = st.sampled_from(
    ["pembinaan", "kearsipan", "penataan", "perpustakaan", "pengawasan", "naskah", "layanan", "desa", "kelurahan"]
)
NAMES = st.lists(WORDS, min_size=3, max_size=6, unique=True).map(" ".join)


def view_of(*names: str) -> View:
    rows = [f"[kegiatan] {name} | 1.000.000 | 900.000" for name in names]
    return View(
        build(
            {
                "tables": [
                    {
                        "kind": "realisasi_anggaran",
                        "columns": ["uraian", "anggaran", "realisasi_anggaran"],
                        "rows": rows,
                    }
                ]
            }
        )
    )


@given(NAMES)
def test_a_name_is_found_where_it_stands(name: str) -> None:
    text = f"Pada tahun ini Kegiatan {name.title()}, dengan anggaran sebesar Rp1.000.000"
    found = subjects_of(view_of(name)).mentions(text)
    assert [m.name.text for m in found] == [name]
    assert text[found[0].start : found[0].end].casefold() == name


@given(NAMES)
def test_an_amount_inside_a_name_does_not_hide_it(name: str) -> None:
    head, _, tail = name.partition(" ")
    found = subjects_of(view_of(name)).mentions(f"1. {head} Rp. 1.000.000,- APBD {tail}")
    assert [m.name.text for m in found] == [name]


@given(NAMES, NAMES)
def test_a_name_that_is_not_there_is_not_found(name: str, other: str) -> None:
    if set(name.split()) & set(other.split()):
        return
    assert subjects_of(view_of(name)).mentions(f"Kegiatan {other} dilaksanakan") == ()


def test_of_names_within_names_the_longest_counts() -> None:
    view = view_of("Pemantauan Pencemaran Air", "Pemantauan Pencemaran Air Berbasis Masyarakat")
    found = subjects_of(view).mentions("Kegiatan Pemantauan Pencemaran Air Berbasis Masyarakat dilaksanakan")
    assert [m.name.text for m in found] == ["Pemantauan Pencemaran Air Berbasis Masyarakat"]


def test_spelling_variants_and_a_lost_letter_still_name_it() -> None:
    view = view_of("Peningkatan Efektivitas Ketenteraman Wilayah")
    found = subjects_of(view).mentions("Sub Kegiatan Peningkatan Efektifitas Ketentraman Wilaya sebesar")
    assert len(found) == 1


def test_numbers_in_a_name_must_agree() -> None:
    view = view_of("Pembangunan Jalan Lingkar Tahap 1")
    assert subjects_of(view).mentions("Pembangunan Jalan Lingkar Tahap 2 selesai") == ()


def test_a_value_is_not_looked_for_inside_a_longer_number() -> None:
    klaim = Klaim(
        id="k1",
        kind=KlaimKind.COUNT,
        text="tahun 2019 ada 9 program",
        value=number("9", Klaim.model_fields["place"].default),
    )
    assert klaim.text[offset(klaim) :].startswith("9 program")


BANDS = st.lists(st.integers(0, 120), min_size=2, max_size=6, unique=True).map(sorted)


@given(BANDS, st.decimals(0, 150, places=2))
def test_every_value_may_take_a_band_and_those_that_hold_it_come_first(ends: list[int], value: Decimal) -> None:
    bands = tuple(
        Band(label=f"b{at}", low=Decimal(low), high=Decimal(high) - Decimal("0.5"))
        for at, (low, high) in enumerate(pairwise(ends))
    )
    scale = Skala(id="s1", bands=bands)
    found = allowed(scale, value)
    assert found
    inside = tuple(band for band in bands if holds(band, value))
    assert not inside or found == inside
