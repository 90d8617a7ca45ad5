"""The small parts of the diagnosis: slips, formulas, names, polarity."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.number import Printed
from validators.formula import compiled
from validators.names import clusters, normal, same
from validators.patterns.digits import Slip, slip
from validators.polarity import Polarity, polarity
from validators.readings import READINGS, Interval

D = Decimal


def printed(value: str, exact: bool = True) -> Printed:
    number = D(value)
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return Printed(raw=value, value=number, decimals=-exponent, exact=exact)


def point(value: str) -> Interval:
    return Interval(D(value), D(value))


@pytest.mark.parametrize(
    ("have", "want", "kind"),
    [
        ("875004321", "857004321", Slip.TRANSPOSED),
        ("1931672548", "11931672548", Slip.DROPPED),
        ("8017134", "28017134", Slip.DROPPED),
        ("132.5", "132.05", Slip.DROPPED),
        ("11931672548", "1931672548", Slip.ADDED),
        ("83.12", "83.16", Slip.CHANGED),
        ("4.15", "-4.15", Slip.SIGN),
        ("464850", "464850000", Slip.SCALE),
        ("117230200", "790658000", None),
        ("1", "9", None),
    ],
)
def test_slips(have: str, want: str, kind: Slip | None) -> None:
    assert slip(printed(have), D(want)) is kind


@given(st.integers(100, 10**12), st.data())
def test_every_swap_of_neighbours_is_a_slip(number: int, data: st.DataObject) -> None:
    text = str(number)
    at = data.draw(st.integers(0, len(text) - 2))
    swapped = text[:at] + text[at + 1] + text[at] + text[at + 2 :]
    if swapped != text and swapped[0] != "0":
        assert slip(printed(swapped), D(number)) in (Slip.TRANSPOSED, Slip.SCALE)


@pytest.mark.parametrize(
    ("text", "values", "result"),
    [
        ("a/b*100", ("3", "4"), "75"),
        ("(a+b)/c", ("1", "2", "4"), "0.75"),
        ("a - b x 2", ("9", "2"), "5"),
        ("-a", ("3",), "-3"),
        ("(2*b-a)/b*100%", ("8", "10"), "120"),
        ("1,5*a", ("2",), "3"),
    ],
)
def test_formulas(text: str, values: tuple[str, ...], result: str) -> None:
    reading = compiled(text)
    assert reading is not None
    assert reading([point(v) for v in values]) == point(result)


@pytest.mark.parametrize("text", ["", "realisasi", "a/", "(a", "a b"])
def test_what_is_no_formula_gives_nothing(text: str) -> None:
    reading = compiled(text)
    assert reading is None or reading([point("1"), point("2")]) is None


def test_division_by_zero_is_not_defined() -> None:
    reading = compiled("a/b")
    assert reading is not None
    assert reading([point("1"), point("0")]) is None


@given(st.decimals("0.01", "9999", places=2), st.decimals("0.01", "9999", places=2))
def test_both_spellings_of_lower_is_better_agree(realised: Decimal, target: Decimal) -> None:
    """(T − (R − T)) / T and 1 + (1 − R / T) are one formula."""
    ours = READINGS["N1"]([Interval(realised, realised), Interval(target, target)])
    assert ours is not None
    assert abs(ours.low - (1 + (1 - realised / target)) * 100) < D("1e-18")


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Program Koordinasi Ketentraman dan Ketertiban Umum", "KOORDINASI KETENTERAMAN DAN KETERTIBAN UMUM", True),
        ("1. Prosentase desa mandiri", "Persentase Desa Mandiri", True),
        ("Administrasi Keuangan Perangkat", "Administrasi Keuangan Perangkat Daerah", True),
        ("Jumlah dokumen tahap 1 yang selesai", "Jumlah dokumen tahap 2 yang selesai", False),
        ("Belanja Langsung", "Belanja Tidak Langsung", False),
        ("Jumlah RSUD yang terakreditasi", "Jumlah Rumah Sakit Umum Daerah terakreditasi", True),
        ("Persentasi kab/kota berpredikat layak anak", "Persentase Kabupaten/Kota berpredikat Layak Anak", True),
        ("Terlatihnya Aparatur PNS", "Terlatihnya Non Aparatur PNS", False),
        ("Jumlah RSUD kelas B", "Jumlah RS kelas B", False),
    ],
)
def test_names(one: str, other: str, alike: bool) -> None:
    assert same(normal(one), normal(other)) is alike


def test_clusters_take_the_first_name() -> None:
    found = clusters(["Persentase desa mandiri", "Prosentase Desa  Mandiri", "Angka kemiskinan"])
    assert len(set(found.values())) == 2


def test_spellings_meet_by_way_of_a_third_one_whatever_their_order() -> None:
    names = [
        "Persentase keluarga yang selalu berprilaku hemat energi listrik dan air",
        "Persentase keluarga yang berperilaku hemat enerji listrik dan air",
        "Persentase keluarga yang berprilaku hemat energi listrik dan air",
    ]
    assert not same(normal(names[0]), normal(names[1]))
    for order in (names, names[::-1], [names[2], names[0], names[1]]):
        assert len(set(clusters(order).values())) == 1


@pytest.mark.parametrize(
    ("name", "direction"),
    [
        ("Angka Kematian Ibu", Polarity.LESS),
        ("Persentase penduduk miskin", Polarity.LESS),
        ("Persentase temuan yang ditindaklanjuti", Polarity.OPEN),
        ("Persentase penurunan emisi", Polarity.OPEN),
        ("Nilai SAKIP", Polarity.OPEN),
        ("Persentase penurunan luas kebakaran", Polarity.MORE),
        ("1. Menurunnya luas kebakaran", Polarity.OPEN),
    ],
)
def test_polarity(name: str, direction: Polarity) -> None:
    assert polarity(name) is direction
