"""Numbers in words: the grammar, its spellings, and what it must refuse."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from num2words import num2words

from extractors.terbilang import parse_terbilang


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("nol", "0"),
        ("kosong", "0"),
        ("lima", "5"),
        ("Sebelas", "11"),
        ("empat belas", "14"),
        ("tiga puluh enam", "36"),
        ("satu puluh", "10"),
        ("satu belas", "11"),
        ("sepuluh", "10"),
        ("seratus", "100"),
        ("satu ratus", "100"),
        ("seribu", "1000"),
        ("satu ribu", "1000"),
        ("seribu satu", "1001"),
        ("sejuta", "1000000"),
        ("semiliar", "1000000000"),
        ("dua ratus ribu", "200000"),
        ("lima rb", "5000"),
        ("duapuluh", "20"),
        ("seratustiga", "103"),
        ("Tu juh be las", "17"),
        ("DUA-PULUH-LIMA", "25"),
        ("dua puluh dan lima", "25"),
        ("(empat)", "4"),
        ("Dua Milyar Rupiah", "2000000000"),
        ("dua milliar", "2000000000"),
        ("dua milyard", "2000000000"),
        ("satu triliun", "1000000000000"),
        ("satu trilyun", "1000000000000"),
        ("satu triliyun", "1000000000000"),
        ("setriliun dua miliar tiga juta empat ribu lima", "1002003004005"),
        (
            "Satu Milyar Dua Ratus Tiga Puluh Empat Juta Lima Ratus Enam Puluh Tujuh Ribu Delapan Ratus "
            "Sembilan Puluh Rupiah",
            "1234567890",
        ),
        ("delapan puluh dua koma sembilan dua", "82.92"),
        ("delapan puluh dua koma dua puluh tujuh", "82.27"),
        ("tiga koma nol lima", "3.05"),
        ("tiga koma nol dua puluh lima", "3.025"),
        ("nol koma lima", "0.5"),
        ("seratus koma nol", "100.0"),
        ("sembilan puluh lima persen", "95"),
        ("dua koma lima per seratus", "2.5"),
        ("dua koma lima miliar rupiah", "2500000000"),
        ("seratus rupiah lima puluh sen", "100.5"),
        ("seratus rupiah koma lima puluh sen", "100.5"),
        ("seratus rupiah, lima sen", "100.05"),
        ("lima puluh sen", "0.5"),
        ("seratus rupiah koma nol nol", "100.00"),
        ("minus dua koma satu", "-2.1"),
        ("Lima ratus ribu rupiah.", "500000"),
        ("<b>lima</b>", "5"),
        ("dua puluh\u00a0lima", "25"),
    ],
)
def test_words_are_read(words: str, value: str) -> None:
    assert parse_terbilang(words) == Decimal(value)


@pytest.mark.parametrize(
    "words",
    [
        "",
        " ",
        "XIV",
        "14",
        "ribu",
        "puluh",
        "dua dua",
        "dua ribu tiga juta",
        "dua ribu tiga ribu",
        "dua ratus seribu",
        "dua juta lima kegiatan",
        "sepuluh puluh",
        "lima koma",
        "koma lima",
        "sekitar lima",
        "dua puluh tiga puluh",
        "seratus dua ratus",
        "nol lima",
        "lima rupiah rupiah",
        "lima rupiah enam",
        "rupiah",
        "lima persen rupiah",
        "limaa",
        "lima rupiah dua ratus sen",
        "a" * 10_000,
    ],
)
def test_what_is_no_number_in_words_is_not_read(words: str) -> None:
    assert parse_terbilang(words) is None


@given(st.integers(0, 10**15 - 1))
def test_every_number_comes_back_from_its_words(number: int) -> None:
    assert parse_terbilang(num2words(number, lang="id")) == number


@given(st.integers(0, 10**15 - 1), st.data())
def test_words_may_be_glued_or_broken_anywhere(number: int, data: st.DataObject) -> None:
    words = num2words(number, lang="id")
    glued = words.replace(" ", "")
    at = data.draw(st.integers(0, len(glued)))
    assert parse_terbilang(glued) == number
    assert parse_terbilang(glued[:at] + " " + glued[at:]) == number
    assert parse_terbilang(words.title() + " Rupiah") == number


@given(st.integers(0, 999), st.text("0123456789", min_size=1, max_size=4))
def test_decimals_are_read_digit_by_digit(whole: int, digits: str) -> None:
    spoken = " ".join(num2words(int(d), lang="id") for d in digits)
    words = f"{num2words(whole, lang='id')} koma {spoken} persen"
    assert parse_terbilang(words) == Decimal(f"{whole}.{digits}")


@given(st.text())
def test_no_text_raises(words: str) -> None:
    value = parse_terbilang(words)
    assert value is None or isinstance(value, Decimal)


_VOCABULARY = ["satu", "puluh", "belas", "ratus", "ribu", "juta", "koma", "nol", "rupiah", "sen", "persen", "se", ","]


@given(st.lists(st.sampled_from(_VOCABULARY), max_size=12))
def test_no_order_of_the_vocabulary_raises(words: list[str]) -> None:
    value = parse_terbilang(" ".join(words))
    assert value is None or isinstance(value, Decimal)
