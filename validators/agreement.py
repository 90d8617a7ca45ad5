"""Does a printed number agree with a computed one?

A printed rounded number stands for the interval of all values that print so: by rounding half up, by rounding half
to even, or by cutting digits off. Two numbers agree when their intervals meet; there is no epsilon. Money, counts
and targets stand for themselves alone. A number that is missing, malformed or illegible decides nothing.
"""

from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from schemas.number import Printed
from schemas.relation import Habit, Verdict
from validators.readings import HUNDRED, ONE, ZERO, Interval, add

_HALF = Decimal("0.5")
_THOUSAND = Decimal(1000)
_MAJORITY = 3  # rows of one habit for each row of the other, before a table is said to have a habit


class Stands(NamedTuple):
    """The values that a printed number stands for; an open end is itself left out."""

    low: Decimal
    high: Decimal
    low_open: bool = False
    high_open: bool = False

    def holds(self, value: Decimal) -> bool:
        """Whether one value prints so."""
        return self.meets(Interval(value, value))

    def meets(self, other: Interval) -> bool:
        """Whether any value of a closed interval prints so."""
        above = other.high > self.low or (other.high == self.low and not self.low_open)
        below = other.low < self.high or (other.low == self.high and not self.high_open)
        return above and below


class Compared(NamedTuple):
    """A verdict, the computed value nearest to what is printed, and whether only a strained reading explains it.

    ``strained`` is set on a disagreement that a varied target or rounding up would explain: a warning, no error.
    """

    verdict: Verdict
    expected: Decimal | None = None
    strained: bool = False


UNDECIDABLE = Compared(Verdict.UNDECIDABLE)


def readable(printed: Printed) -> Decimal | None:
    """The value of a number that may decide something: one value, legibly printed."""
    return printed.value if printed.legible else None


def unit_of(printed: Printed) -> Decimal:
    """One unit of the last printed place: 0.01 for ``82,92``, 100000000 for ``1,5 miliar``."""
    return ONE.scaleb(-printed.decimals)


def interval_of(printed: Printed, habit: Habit = Habit.UNKNOWN) -> Stands | None:
    """All values that print so under the habit of the table; None when the number decides nothing.

    Rounding half up and half to even are one habit: a tie belongs to the upper neighbour, and to the lower one when
    its last digit is even. With an unknown habit cutting off is allowed too. Below zero everything is mirrored.
    """
    value = readable(printed)
    if value is None:
        return None
    if printed.exact:
        return Stands(value, value)
    unit = unit_of(printed)
    even = (value / unit) % 2 == 0
    if value == 0:
        return Stands(-unit * _HALF, unit * _HALF) if habit is Habit.ROUNDS else Stands(-unit, unit, True, True)
    size = abs(value)
    if habit is Habit.ROUNDS:
        stands = Stands(size - unit * _HALF, size + unit * _HALF, False, not even)
    elif habit is Habit.TRUNCATES:
        stands = Stands(size, size + unit, False, True)
    else:
        stands = Stands(size - unit * _HALF, size + unit, False, True)
    return stands if value > 0 else _mirrored(stands)


def _mirrored(stands: Stands) -> Stands:
    return Stands(-stands.high, -stands.low, stands.high_open, stands.low_open)


def raised(printed: Printed) -> Stands | None:
    """All values that print so when digits are cut off after rounding away from zero: the strained reading."""
    value = readable(printed)
    if value is None or printed.exact:
        return None
    unit = unit_of(printed)
    stands = Stands(abs(value) - unit, abs(value), True, False)
    return stands if value >= 0 else _mirrored(stands)


def input_of(printed: Printed, habit: Habit = Habit.UNKNOWN, fixed: bool = False) -> Interval | None:
    """The values that an input of a computation may have had; None when it decides nothing.

    Money, counts and ``fixed`` inputs (targets) are exact. A measured input varies by half a unit of its last printed
    place, or by one unit upwards where the table cuts digits off. A range stands for everything between its ends.
    """
    value = readable(printed)
    if value is None:
        if printed.legible and printed.low is not None and printed.high is not None:
            return Interval(printed.low, printed.high)
        return None
    if fixed or printed.exact:
        return Interval(value, value)
    unit = unit_of(printed)
    if habit is Habit.TRUNCATES:
        return Interval(value, value + unit) if value >= 0 else Interval(value - unit, value)
    return Interval(value - unit * _HALF, value + unit * _HALF)


def compare(
    result: Printed,
    computed: Interval | None,
    habit: Habit = Habit.UNKNOWN,
    *,
    widened: Interval | None = None,
    loosened: Interval | None = None,
) -> Compared:
    """Hold a printed result against what was computed for it.

    Args:
        result: the printed number.
        computed: the result from the inputs as printed; None when it cannot be computed (division by zero, an input
            that decides nothing).
        habit: how the table makes its decimals.
        widened: the result when every measured input varies over `input_of`.
        loosened: the same with targets varying too.

    Returns:
        AGREES when the computed value prints so under the habit; AGREES_ROUNDED when that needs the other habit or
        inputs that were rounded; DISAGREES otherwise, strained when rounding up or a varied target would explain it.
    """
    stands = interval_of(result, habit)
    free = interval_of(result)
    value = result.value
    if stands is None or free is None or computed is None or value is None:
        return UNDECIDABLE
    if stands.meets(computed):
        return Compared(Verdict.AGREES, _nearest(value, computed))
    wide = widened or computed
    if free.meets(wide):
        return Compared(Verdict.AGREES_ROUNDED, _nearest(value, computed))
    up = raised(result)
    strained = (up is not None and up.meets(wide)) or (loosened is not None and free.meets(loosened))
    return Compared(Verdict.DISAGREES, _nearest(value, computed), strained)


def _nearest(value: Decimal, interval: Interval) -> Decimal:
    return min(max(value, interval.low), interval.high)


def same(one: Printed, other: Printed) -> Compared:
    """One fact printed in two places: equal, or the finer print rounds or cuts off to the coarser one."""
    a, b = readable(one), readable(other)
    if a is None or b is None:
        return UNDECIDABLE
    if a == b:
        return Compared(Verdict.AGREES, b)
    coarse, fine = (one, b) if one.decimals <= other.decimals else (other, a)
    stands = interval_of(coarse)
    if one.decimals != other.decimals and stands is not None and stands.holds(fine):
        return Compared(Verdict.AGREES_ROUNDED, b)
    return Compared(Verdict.DISAGREES, b)


def money_slack(result: Printed, parts: Sequence[Printed], scale: Decimal | int = 1) -> Decimal:
    """What a sum of money may be off by: nothing, unless the figures were rounded before they were printed.

    With a header such as "(Rp ribu)" (``scale`` above 1) half a unit of the last printed place for each part, with
    cents one rupiah in all. Figures that merely end in 000 are exact: budgets are planned in round amounts.
    """
    figures = (result, *parts)
    if scale > 1:
        return max(unit_of(figure) for figure in figures) * _HALF * len(parts)
    return ONE if any(figure.value is not None and figure.value % 1 for figure in figures) else ZERO


def total(
    result: Printed, parts: Sequence[Printed], habit: Habit = Habit.UNKNOWN, scale: Decimal | int = 1
) -> Compared:
    """A printed total against the sum of its parts. ``scale`` is 1000 or 1000000 where the table says so."""
    values = [readable(part) for part in parts]
    value = readable(result)
    if value is None or not values or any(part is None for part in values):
        return UNDECIDABLE
    expected = sum((part for part in values if part is not None), ZERO)
    if value == expected:
        return Compared(Verdict.AGREES, expected)
    if result.exact and all(part.exact for part in parts):
        slack = money_slack(result, parts, scale)
        verdict = Verdict.AGREES_ROUNDED if abs(value - expected) <= slack else Verdict.DISAGREES
        return Compared(verdict, expected)
    widened = add([span for part in parts if (span := input_of(part, habit)) is not None])
    return compare(result, Interval(expected, expected), habit, widened=widened)


def shares(parts: Sequence[Printed], habit: Habit = Habit.UNKNOWN, whole: Decimal = HUNDRED) -> Compared:
    """Percentages that must add up to a whole: half a unit of the last place for each, one unit where they are cut.

    An unknown habit allows both. ``expected`` is the whole.
    """
    values = [readable(part) for part in parts]
    if not values or any(value is None for value in values):
        return UNDECIDABLE
    got = sum((value for value in values if value is not None), ZERO)
    if got == whole:
        return Compared(Verdict.AGREES, whole)
    units = sum((unit_of(part) for part in parts), ZERO)
    over = ZERO if habit is Habit.TRUNCATES else units * _HALF
    under = units * _HALF if habit is Habit.ROUNDS else units
    fits = -under <= got - whole <= over
    return Compared(Verdict.AGREES_ROUNDED if fits else Verdict.DISAGREES, whole)


def detect_habit(pairs: Iterable[tuple[Printed, Interval | None]]) -> Habit:
    """How a table makes its decimals, from the rows whose computed value rounds to one print and cuts to another.

    Rows that fit both habits or neither are no evidence. Without evidence, or without a clear majority, unknown.
    """
    rounds = truncates = 0
    for printed, computed in pairs:
        if computed is None or printed.exact:
            continue
        rounded, cut = interval_of(printed, Habit.ROUNDS), interval_of(printed, Habit.TRUNCATES)
        if rounded is None or cut is None:
            continue
        by_rounding, by_cutting = rounded.meets(computed), cut.meets(computed)
        rounds += by_rounding and not by_cutting
        truncates += by_cutting and not by_rounding
    if rounds > truncates * _MAJORITY:
        return Habit.ROUNDS
    if truncates > rounds * _MAJORITY:
        return Habit.TRUNCATES
    return Habit.UNKNOWN
