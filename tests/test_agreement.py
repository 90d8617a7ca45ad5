"""Interval agreement: each tolerance has a pair just inside and just outside."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, ROUND_UP, Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from schemas.number import Form, Printed
from schemas.relation import Habit, Verdict
from validators.agreement import (
    Compared,
    compare,
    detect_habit,
    input_of,
    interval_of,
    money_slack,
    raised,
    same,
    shares,
    total,
    unit_of,
)
from validators.readings import Interval, add, mean, ratio, subtract

D = Decimal
AGREES, ROUNDED, DISAGREES, UNDECIDABLE = Verdict
ROUNDS, TRUNCATES, UNKNOWN = Habit


def printed(value: str, exact: bool = False, decimals: int | None = None) -> Printed:
    number = D(value)
    exponent = number.as_tuple().exponent
    assert isinstance(exponent, int)
    return Printed(raw=value, value=number, exact=exact, decimals=-exponent if decimals is None else decimals)


def money(value: str) -> Printed:
    return printed(value, exact=True)


def point(value: str) -> Interval:
    return Interval(D(value), D(value))


MISSING = Printed(raw="-", form=Form.MISSING)
MALFORMED = Printed(raw="4.55.000", form=Form.MALFORMED, candidates=(D(455000),))
BLURRED = Printed(raw="8?", value=D(85), legible=False)


@pytest.mark.parametrize(
    ("value", "habit", "inside", "outside"),
    [
        # half up: the tie below belongs to the number, the tie above to the next one
        ("82.93", ROUNDS, ["82.925", "82.93", "82.9349"], ["82.9249", "82.935"]),
        # half to even: the tie above belongs to an even last digit
        ("82.92", ROUNDS, ["82.915", "82.9249", "82.925"], ["82.9149", "82.9251"]),
        ("82.92", TRUNCATES, ["82.92", "82.9299"], ["82.9199", "82.93"]),
        ("82.92", UNKNOWN, ["82.915", "82.9299"], ["82.9149", "82.93"]),
        ("100", ROUNDS, ["99.5", "100.5"], ["99.49", "100.51"]),
        ("91", ROUNDS, ["90.5", "91.49"], ["90.49", "91.5"]),
        ("-12.3", ROUNDS, ["-12.25", "-12.3", "-12.349"], ["-12.249", "-12.35"]),
        ("-12.4", TRUNCATES, ["-12.4", "-12.499"], ["-12.399", "-12.5"]),
        ("-12.4", UNKNOWN, ["-12.35", "-12.499"], ["-12.349", "-12.5"]),
        ("0.0", ROUNDS, ["-0.05", "0.05"], ["0.051", "-0.051"]),
        ("0.0", TRUNCATES, ["-0.099", "0.099"], ["0.1", "-0.1"]),
    ],
)
def test_what_a_printed_number_stands_for(value: str, habit: Habit, inside: list[str], outside: list[str]) -> None:
    stands = interval_of(printed(value), habit)
    assert stands is not None
    assert [v for v in inside if not stands.holds(D(v))] == []
    assert [v for v in outside if stands.holds(D(v))] == []


def test_exact_numbers_stand_for_themselves() -> None:
    stands = interval_of(money("1000"))
    assert stands is not None
    assert stands.holds(D(1000))
    assert not stands.holds(D("1000.01"))
    assert input_of(money("1000")) == point("1000")


def test_a_number_in_billions_stands_for_its_last_printed_place() -> None:
    number = printed("1500000000", decimals=-8)
    assert unit_of(number) == D(10) ** 8
    stands = interval_of(number, ROUNDS)
    assert stands is not None
    assert stands.holds(D("1549999999"))
    assert not stands.holds(D("1550000001"))


@pytest.mark.parametrize("number", [MISSING, MALFORMED, BLURRED])
def test_what_cannot_be_read_decides_nothing(number: Printed) -> None:
    assert interval_of(number) is None
    assert input_of(number) is None
    assert raised(number) is None
    assert compare(number, point("85")).verdict is UNDECIDABLE
    assert compare(printed("85"), None).verdict is UNDECIDABLE
    assert same(number, printed("85")).verdict is UNDECIDABLE
    assert same(printed("85"), number).verdict is UNDECIDABLE
    assert total(printed("85"), [printed("85"), number]).verdict is UNDECIDABLE
    assert total(number, [printed("85")]).verdict is UNDECIDABLE
    assert shares([printed("100"), number]).verdict is UNDECIDABLE


def test_nothing_adds_up_to_nothing_decidable() -> None:
    assert total(printed("0"), []).verdict is UNDECIDABLE
    assert shares([]).verdict is UNDECIDABLE


def test_inputs_vary_as_they_were_printed() -> None:
    assert input_of(printed("84.5")) == Interval(D("84.45"), D("84.55"))
    assert input_of(printed("84.5"), TRUNCATES) == Interval(D("84.5"), D("84.6"))
    assert input_of(printed("-84.5"), TRUNCATES) == Interval(D("-84.6"), D("-84.5"))
    assert input_of(printed("84.5"), fixed=True) == point("84.5")
    assert input_of(Printed(raw="5-6%", form=Form.RANGE, low=D(5), high=D(6))) == Interval(D(5), D(6))


@pytest.mark.parametrize(
    ("result", "computed", "habit", "verdict"),
    [
        ("92.38", "92.3751", ROUNDS, AGREES),
        ("92.38", "92.375", ROUNDS, AGREES),
        ("92.37", "92.375", ROUNDS, ROUNDED),  # only cutting off explains it
        ("92.37", "92.3799", TRUNCATES, AGREES),
        ("92.38", "92.3799", TRUNCATES, ROUNDED),  # only rounding explains it
        ("92.37", "92.3799", UNKNOWN, AGREES),
        ("92.37", "92.38", UNKNOWN, DISAGREES),
        ("92.37", "92.365", UNKNOWN, AGREES),
        ("92.37", "92.36499", UNKNOWN, DISAGREES),
    ],
)
def test_rounding_of_the_result(result: str, computed: str, habit: Habit, verdict: Verdict) -> None:
    assert compare(printed(result), point(computed), habit) == Compared(
        verdict, D(computed), strained=verdict is DISAGREES and D(result) > D(computed)
    )


def test_inputs_in_rounded_form_explain_a_result() -> None:
    target = point("82.7")
    realised = printed("84.5")
    computed = ratio((point("84.5"), target))
    varied = input_of(realised)
    assert varied is not None
    widened = ratio((varied, target))
    assert compare(printed("102.18"), computed, ROUNDS).verdict is AGREES
    assert compare(printed("102.23"), computed, ROUNDS, widened=widened).verdict is ROUNDED
    assert compare(printed("102.25"), computed, ROUNDS, widened=widened) == Compared(DISAGREES, _low(computed))
    assert compare(printed("102.23"), computed, ROUNDS).verdict is DISAGREES


def _low(interval: Interval | None) -> Decimal:
    assert interval is not None
    return interval.low


def test_a_varied_target_or_rounding_up_is_strained() -> None:
    computed = point("92.361")
    assert compare(printed("92.37"), computed) == Compared(DISAGREES, D("92.361"), strained=True)
    assert compare(printed("92.38"), computed) == Compared(DISAGREES, D("92.361"), strained=False)
    loosened = Interval(D("92.30"), D("92.42"))
    assert compare(printed("92.41"), computed, loosened=loosened) == Compared(DISAGREES, D("92.361"), strained=True)
    assert not compare(printed("92.44"), computed, loosened=loosened).strained
    assert compare(printed("-92.37"), point("-92.361")).strained


def test_division_by_zero_and_below_zero() -> None:
    assert ratio((point("5"), point("0"))) is None
    assert compare(printed("100"), ratio((point("5"), point("0")))).verdict is UNDECIDABLE
    assert ratio((point("5"), Interval(D("-0.5"), D("0.5")))) is None
    assert ratio((point("-5"), point("10"))) == point("-50")
    assert ratio((Interval(D(1), D(2)), Interval(D(-4), D(-2)))) == Interval(D(-100), D(-25))


def test_differences_and_means() -> None:
    assert subtract((point("5"), Interval(D(1), D(2)))) == Interval(D(3), D(4))
    assert add((point("5"), Interval(D(1), D(2)))) == Interval(D(6), D(7))
    assert mean((point("1"), point("2"))) == point("1.5")
    assert mean(()) is None


@pytest.mark.parametrize(
    ("result", "parts", "scale", "verdict"),
    [
        (money("300"), ["100", "200"], 1, AGREES),
        (money("301"), ["100", "200"], 1, DISAGREES),
        (money("300.50"), ["100.25", "200.25"], 1, AGREES),
        (money("301"), ["100.25", "200.25"], 1, ROUNDED),
        (money("301.50"), ["100.25", "200.25"], 1, ROUNDED),
        (money("301.51"), ["100.25", "200.25"], 1, DISAGREES),
        (money("301"), ["100", "200"], 1000, ROUNDED),  # thousands: 2 × ½
        (money("302"), ["100", "200"], 1000, DISAGREES),
        (money("302"), ["100", "100", "99"], 1000, DISAGREES),
        (money("300"), ["100", "100", "99"], 1_000_000, ROUNDED),
        (money("300.1"), ["100.1", "199.9"], 1_000_000, ROUNDED),  # millions with one decimal: 2 × ½ × 0,1
        (money("300.2"), ["100.1", "199.9"], 1_000_000, DISAGREES),
        (money("301000"), ["100000", "200000"], 1, DISAGREES),  # round amounts are exact amounts
        (money("301000"), ["100000", "200500"], 1, DISAGREES),
        (money("2000"), ["1000"], 1, DISAGREES),
        (money("0"), ["0", "0"], 1, AGREES),
    ],
)
def test_sums_of_money_are_exact(result: Printed, parts: list[str], scale: int, verdict: Verdict) -> None:
    compared = total(result, [money(part) for part in parts], scale=scale)
    assert compared.verdict is verdict
    assert compared.expected == sum(map(D, parts))


def test_counts_are_exact() -> None:
    assert total(money("12"), [money("5"), money("7")]).verdict is AGREES
    assert total(money("13"), [money("5"), money("7")]).verdict is DISAGREES
    assert money_slack(money("13"), [money("5"), money("7")]) == 0


def test_measured_sums_vary_with_their_parts() -> None:
    parts = [printed("10.1"), printed("20.2")]
    assert total(printed("30.3"), parts).verdict is AGREES
    assert total(printed("30.4"), parts).verdict is ROUNDED
    assert total(printed("30.5"), parts).verdict is DISAGREES


@pytest.mark.parametrize(
    ("parts", "habit", "verdict"),
    [
        (["33.33", "33.33", "33.34"], UNKNOWN, AGREES),
        (["33.33", "33.33", "33.33"], ROUNDS, ROUNDED),  # off by 0,01 of 0,015
        (["33.33", "33.33", "33.32"], ROUNDS, DISAGREES),  # off by 0,02
        (["33.33", "33.33", "33.32"], UNKNOWN, ROUNDED),
        (["14.28", "64.28", "21.42"], TRUNCATES, ROUNDED),  # 2, 9 and 3 of 14, cut off
        (["14.28", "64.28", "21.42"], ROUNDS, DISAGREES),
        (["33.32", "33.33", "33.32"], TRUNCATES, ROUNDED),  # off by 0,03 = 3 × 0,01
        (["33.32", "33.32", "33.32"], TRUNCATES, DISAGREES),
        (["50.01", "50.00"], ROUNDS, ROUNDED),
        (["50.01", "50.00"], TRUNCATES, DISAGREES),  # cut shares never exceed the whole
        (["50.01", "50.01"], UNKNOWN, DISAGREES),
        (["70", "31"], UNKNOWN, ROUNDED),
        (["70", "32"], UNKNOWN, DISAGREES),
    ],
)
def test_shares_of_a_whole(parts: list[str], habit: Habit, verdict: Verdict) -> None:
    assert shares([printed(part) for part in parts], habit).verdict is verdict


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (printed("92.37"), printed("92.37"), AGREES),
        (printed("92.4"), printed("92.37"), ROUNDED),
        (printed("92.3"), printed("92.37"), ROUNDED),
        (printed("92.37"), printed("92.3"), ROUNDED),
        (printed("92.37"), printed("92.5"), DISAGREES),
        (printed("92.37"), printed("92.38"), DISAGREES),
        (printed("92.0"), printed("92"), AGREES),
        (money("1000"), money("1000"), AGREES),
        (money("1000"), money("1001"), DISAGREES),
        (printed("1500000000", decimals=-8), money("1528526618"), ROUNDED),
        (printed("1500000000", decimals=-8), money("1600000000"), DISAGREES),
    ],
)
def test_one_fact_printed_twice(one: Printed, other: Printed, verdict: Verdict) -> None:
    assert same(one, other) == Compared(verdict, other.value)


def test_the_habit_comes_from_the_rows_that_decide() -> None:
    rounding = (printed("92.38"), point("92.3799"))
    cutting = (printed("92.37"), point("92.3799"))
    silent = (printed("92.37"), point("92.3712"))
    wrong = (printed("50.00"), point("92.3712"))
    exact = (money("5"), point("5"))
    lost: tuple[Printed, Interval | None] = (printed("5"), None)
    assert detect_habit([]) is UNKNOWN
    assert detect_habit([silent, wrong, exact, lost, (MISSING, point("1"))]) is UNKNOWN
    assert detect_habit([rounding, silent, wrong]) is ROUNDS
    assert detect_habit([cutting, silent, wrong]) is TRUNCATES
    assert detect_habit([rounding, cutting]) is UNKNOWN
    assert detect_habit([rounding] * 4 + [cutting]) is ROUNDS
    assert detect_habit([rounding] + [cutting] * 3) is UNKNOWN


_VALUES = st.decimals(-(10**9), 10**9, allow_nan=False, places=6)
_PLACES = st.integers(0, 4)


@given(_VALUES, _PLACES)
def test_whatever_is_rounded_or_cut_agrees_with_itself(value: Decimal, places: int) -> None:
    unit = D(1).scaleb(-places)
    truth = Interval(value, value)
    for mode, habit in ((ROUND_HALF_UP, ROUNDS), (ROUND_HALF_EVEN, ROUNDS), (ROUND_DOWN, TRUNCATES)):
        number = printed(str(value.quantize(unit, mode)))
        assert compare(number, truth, habit).verdict is AGREES
        assert compare(number, truth).verdict is AGREES


@given(_VALUES, _PLACES, st.integers(2, 5))
def test_whatever_is_two_units_off_disagrees(value: Decimal, places: int, off: int) -> None:
    unit = D(1).scaleb(-places)
    number = printed(str(value.quantize(unit, ROUND_HALF_UP) + off * unit))
    compared = compare(number, Interval(value, value))
    assert compared.verdict is DISAGREES
    assert not compared.strained


@given(_VALUES.filter(bool), _PLACES)
def test_rounding_up_never_passes_for_an_error(value: Decimal, places: int) -> None:
    number = printed(str(value.quantize(D(1).scaleb(-places), ROUND_UP)))
    compared = compare(number, Interval(value, value))
    assert compared.verdict is not DISAGREES or compared.strained


@given(st.lists(st.integers(0, 10**12), min_size=1, max_size=8), st.integers(1, 10**6))
def test_sums_to_the_rupiah(parts: list[int], off: int) -> None:
    right = sum(parts)
    figures = [money(str(part)) for part in parts]
    assert total(money(str(right)), figures).verdict is AGREES
    slack = money_slack(money(str(right + off)), figures)
    verdict = total(money(str(right + off)), figures).verdict
    assert verdict is (ROUNDED if off <= slack else DISAGREES)


@given(st.integers(1, 10**6), st.integers(1, 10**6), _PLACES, st.sampled_from([ROUND_HALF_UP, ROUND_DOWN]))
def test_ratios_of_exact_numbers_agree_however_they_are_made(a: int, b: int, places: int, mode: str) -> None:
    computed = ratio((Interval(D(a), D(a)), Interval(D(b), D(b))))
    assert computed is not None
    number = printed(str(computed.low.quantize(D(1).scaleb(-places), mode)))
    assert compare(number, computed).verdict is AGREES
