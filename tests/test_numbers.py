"""Printed numbers: golden cells, and what must hold for any text."""

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from extractors.numbers import parse_number
from extractors.numerals import read_numeral
from schemas.number import Form, Place, Printed
from schemas.printing import Style, print_number

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "data" / "numbers.yaml").read_text("utf-8"))
KINDS = [None, "money", "percent", "count", "measure"]


@pytest.mark.parametrize("case", CASES, ids=[f"{c['raw']!r} {c.get('kind', '')}".strip() for c in CASES])
def test_golden_cell(case: dict[str, Any]) -> None:
    printed = parse_number(case["raw"], case.get("kind"))

    def number(name: str) -> Decimal | None:
        return Decimal(case[name]) if name in case else None

    wanted = Printed(
        raw=case["raw"],
        form=Form(case.get("form", "number")),
        value=number("value"),
        low=number("low"),
        high=number("high"),
        decimals=case.get("decimals", 0),
        unit=case.get("unit"),
        grade=case.get("grade"),
        exact=case.get("exact", False),
        alternatives=tuple(map(Decimal, case.get("alternatives", ()))),
        candidates=tuple(map(Decimal, case.get("candidates", ()))),
    )
    assert printed.model_copy(update={"candidates": printed.candidates[:3]}) == wanted


def test_the_golden_cells_are_many_and_different() -> None:
    assert len(CASES) >= 120
    assert len({(c["raw"], c.get("kind")) for c in CASES}) == len(CASES)
    assert {Form(c.get("form", "number")) for c in CASES} == set(Form)


def test_place_and_legibility_are_kept() -> None:
    place = Place(page=3, table="t1", row=2, column="target")
    printed = parse_number("5", "count", place, legible=False)
    assert (printed.place, printed.legible) == (place, False)


def test_the_repair_of_a_lost_digit_is_among_the_candidates() -> None:
    for digit in "0123456789":
        assert Decimal(f"4{digit}55000") in parse_number("4.55.000,00", "money").candidates
    assert Decimal("1245678") in parse_number("1.2345.678", "money").candidates


@given(
    st.integers(10**6, 10**13),
    st.integers(1, 12),
    st.sampled_from([Style.ID, Style.EN]),
)
def test_a_lost_digit_is_seen_and_can_be_found_again(value: int, place: int, style: Style) -> None:
    text = print_number(Decimal(value), style)
    first = re.search(r"\W", text)
    assert first is not None
    at = len(text) - place if place % 4 else len(text) - place - 1
    if at <= first.start():
        at = len(text) - 1
    lost = text[:at] + text[at + 1 :]
    printed = parse_number(lost, "money")
    if at > len(text) - 4 and text.count(text[first.start()]) == 1:
        return  # 12.345 without one of its last digits reads 12.34
    assert printed.form is Form.MALFORMED
    assert printed.value is None
    assert Decimal(value) in printed.candidates


_DECIMALS = st.decimals(0, 10**12, allow_nan=False, places=2)
_MONEY = st.integers(0, 10**14).map(Decimal)


@given(_MONEY, st.sampled_from([Style.ID, Style.EN, Style.RUPIAH]))
def test_money_comes_back(value: Decimal, style: Style) -> None:
    text = print_number(value, style)
    for raw in (text, f"{text},-" if style is not Style.EN else text, f" {text}\n", f"<b>{text}</b>"):
        printed = parse_number(raw, "money")
        assert (printed.value, printed.form, printed.exact) == (value, Form.NUMBER, True)


@given(_DECIMALS, st.sampled_from(list(Style)), st.sampled_from(KINDS), st.booleans(), st.integers(1, 2))
def test_decimals_come_back(value: Decimal, style: Style, kind: Any, negative: bool, places: int) -> None:
    number = -value if negative else value
    text = print_number(number, style, places)
    printed = parse_number(text, kind)
    assert printed.value == Decimal(print_number(number, Style.PLAIN, places))
    assert printed.decimals == places


@given(st.integers(0, 999), st.sampled_from(["%", " %", " persen", " orang", " Dok", "bh", " (lima)", " *)"]))
def test_units_do_not_change_the_value(value: int, unit: str) -> None:
    assert parse_number(f"{value}{unit}").value == value


@given(st.integers(0, 100), st.integers(0, 100), st.sampled_from(["-", " - ", " – ", " s/d ", " s.d. ", "% - ", " ≤ "]))
def test_ranges_come_back(a: int, b: int, to: str) -> None:
    printed = parse_number(f"{a}{to}{b}%")
    assert (printed.form, printed.value, printed.low, printed.high) == (Form.RANGE, None, min(a, b), max(a, b))


@given(st.integers(0, 10**9), st.sampled_from(["(%s)", "(Rp%s)", "Rp(%s)", "-%s", "−%s", "-Rp%s"]))
def test_negatives_come_back(value: int, form: str) -> None:
    assert parse_number(form % print_number(Decimal(value)), "money").value == -value


_ALPHABET = "0123456789.,-–−()% Rp≥<>=±*/BAdsOl\u00a0\n"


def _sound(printed: Printed) -> None:
    numbers = [printed.value, printed.low, printed.high, *printed.candidates, *printed.alternatives]
    assert all(n is None or (type(n) is Decimal and n.is_finite()) for n in numbers)
    if printed.form in (Form.MISSING, Form.MALFORMED, Form.TEXT, Form.UNREADABLE, Form.RANGE):
        assert printed.value is None
    if printed.form in (Form.NUMBER, Form.BOUND):
        assert printed.value is not None
    if printed.form is not Form.MALFORMED:
        assert printed.candidates == ()


@given(st.text() | st.text(_ALPHABET, max_size=30), st.sampled_from(KINDS))
def test_no_text_raises_and_nothing_is_a_float(raw: str, kind: Any) -> None:
    printed = parse_number(raw, kind)
    assert printed.raw == raw
    _sound(printed)


@given(st.text("0123456789.,", max_size=20), st.sampled_from(KINDS))
def test_numerals_never_lose_digits(text: str, kind: Any) -> None:
    numeral = read_numeral(text, kind)
    if numeral is None or numeral.value is None:
        return
    digits = re.sub(r"[.,]", "", text.rstrip(".,"))
    assert int(digits) == int(numeral.value.scaleb(numeral.decimals))


@pytest.mark.parametrize(
    "text", ["1" * 5000, "1." * 3000, "(" * 3000, " " * 5000 + "1", "1 " * 3000, "Rp" * 2000, "- " * 2500]
)
def test_hostile_text_is_read_in_no_time(text: str) -> None:
    _sound(parse_number(text))
    _sound(parse_number(text[:400]))
