"""Numbers as text: Indonesian and English separators, currency, percent, rounding."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.printing import Style, print_number


@pytest.mark.parametrize(
    ("value", "style", "decimals", "text"),
    [
        ("1234567.89", Style.ID, None, "1.234.567,89"),
        ("1234567.89", Style.EN, None, "1,234,567.89"),
        ("1234567.89", Style.PLAIN, None, "1234567.89"),
        ("1234567", Style.RUPIAH, None, "Rp1.234.567"),
        ("-1234567", Style.RUPIAH, None, "-Rp1.234.567"),
        ("82.92", Style.PERCENT, None, "82,92%"),
        ("1E+9", Style.ID, None, "1.000.000.000"),
        ("100.00", Style.ID, None, "100"),
        ("100", Style.ID, 2, "100,00"),
        ("0.125", Style.ID, 2, "0,13"),
        ("-0.125", Style.ID, 2, "-0,13"),
        ("-0.001", Style.ID, 2, "0,00"),
        ("999.995", Style.ID, 2, "1.000,00"),
        ("0", Style.ID, None, "0"),
        ("123", Style.ID, None, "123"),
        ("1E-7", Style.ID, None, "0,0000001"),
    ],
)
def test_a_number_is_printed(value: str, style: Style, decimals: int | None, text: str) -> None:
    assert print_number(Decimal(value), style, decimals) == text


@given(st.decimals(allow_nan=False, allow_infinity=False, places=8), st.sampled_from([Style.PLAIN]))
def test_nothing_is_lost(value: Decimal, style: Style) -> None:
    assert Decimal(print_number(value, style)) == value
