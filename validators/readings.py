"""The legitimate ways to compute one printed number from others, each a named function over intervals.

A relation lists the names it allows; the first that fits what is printed is the reading. The names of the
capaian formulas: ``P0`` realisasi / target × 100; ``P100`` … ``P150`` the same with a cap; ``N1``
(2 × target − realisasi) / target × 100, lower is better; ``N2`` target / realisasi × 100; ``N0`` a target of
nothing.
"""

from collections.abc import Callable, Sequence
from decimal import Decimal
from typing import NamedTuple, TypeAlias

ZERO, ONE, TWO, HUNDRED = Decimal(0), Decimal(1), Decimal(2), Decimal(100)


class Interval(NamedTuple):
    """All values between ``low`` and ``high``, both included."""

    low: Decimal
    high: Decimal

    @property
    def point(self) -> bool:
        """Whether it holds a single value."""
        return self.low == self.high


Reading: TypeAlias = Callable[[Sequence[Interval]], Interval | None]
"""Inputs to result; None where the formula is not defined (division by zero)."""


def span(*ends: Decimal) -> Interval:
    """The smallest interval that holds all the values."""
    return Interval(min(ends), max(ends))


def add(items: Sequence[Interval]) -> Interval:
    """Σ inputs."""
    return Interval(sum((i.low for i in items), ZERO), sum((i.high for i in items), ZERO))


def subtract(items: Sequence[Interval]) -> Interval:
    """The first input less the others."""
    rest = add(items[1:])
    return Interval(items[0].low - rest.high, items[0].high - rest.low)


def divide(upper: Interval, lower: Interval) -> Interval | None:
    """Quotient; None when the divisor may be zero."""
    if lower.low <= 0 <= lower.high:
        return None
    return span(
        *(
            (upper.low / lower.low, upper.low / lower.high, upper.high / lower.low, upper.high / lower.high)
            if not (upper.point and lower.point)
            else (upper.low / lower.low,)
        )
    )


def times(item: Interval | None, factor: Decimal) -> Interval | None:
    """Every value times a constant."""
    return span(item.low * factor, item.high * factor) if item else None


def ratio(items: Sequence[Interval]) -> Interval | None:
    """inputs[0] / inputs[1] × 100."""
    return times(divide(items[0], items[1]), HUNDRED)


def inverse(items: Sequence[Interval]) -> Interval | None:
    """inputs[1] / inputs[0] × 100."""
    return ratio((items[1], items[0]))


def fraction(items: Sequence[Interval]) -> Interval | None:
    """inputs[0] / inputs[1], printed as a ratio and not as a percentage."""
    return divide(items[0], items[1])


def lower_is_better(items: Sequence[Interval]) -> Interval | None:
    """(2 × target − realisasi) / target × 100."""
    share = ratio(items)
    return Interval(2 * HUNDRED - share.high, 2 * HUNDRED - share.low) if share else None


def nothing_wanted(items: Sequence[Interval]) -> Interval | None:
    """A target of zero: nothing realised is 100, anything else is 0."""
    realised, target = items
    if not (target.low <= 0 <= target.high):
        return None
    return Interval(HUNDRED, HUNDRED) if realised.low <= 0 <= realised.high else Interval(ZERO, ZERO)


def relative(items: Sequence[Interval]) -> Interval | None:
    """(inputs[0] − inputs[1]) / inputs[1] × 100."""
    share = ratio(items)
    return Interval(share.low - HUNDRED, share.high - HUNDRED) if share else None


def swapped(reading: Reading) -> Reading:
    """The reading with its first two inputs exchanged."""
    return lambda items: reading((items[1], items[0], *items[2:]))


def points_capped(top: int) -> Reading:
    """The difference after the first input was cut to ``top``: efficiency over a capped capaian."""

    def limited(items: Sequence[Interval]) -> Interval | None:
        cap, first = Decimal(top), items[0]
        return subtract((Interval(min(first.low, cap), min(first.high, cap)), *items[1:]))

    return limited


def relative_fall(items: Sequence[Interval]) -> Interval | None:
    """(inputs[0] − inputs[1]) / inputs[0] × 100."""
    share = inverse(items)
    return Interval(HUNDRED - share.high, HUNDRED - share.low) if share else None


def mean(items: Sequence[Interval]) -> Interval | None:
    """The simple mean."""
    return times(add(items), ONE / len(items)) if items else None


def mean_nonzero(items: Sequence[Interval]) -> Interval | None:
    """The mean of the inputs that are not zero."""
    return mean([i for i in items if not (i.low <= 0 <= i.high)])


def unsigned(reading: Reading) -> Reading:
    """The reading with its sign left out, as a column of differences without signs prints it."""

    def magnitude(items: Sequence[Interval]) -> Interval | None:
        got = reading(items)
        return span(abs(got.low), abs(got.high)) if got else None

    return magnitude


def capped(reading: Reading, top: int) -> Reading:
    """The reading with everything above ``top`` printed as ``top``."""

    def limited(items: Sequence[Interval]) -> Interval | None:
        got = reading(items)
        return Interval(min(got.low, Decimal(top)), min(got.high, Decimal(top))) if got else None

    return limited


def floored(reading: Reading) -> Reading:
    """The reading with everything below zero printed as zero."""

    def limited(items: Sequence[Interval]) -> Interval | None:
        got = reading(items)
        return Interval(max(got.low, ZERO), max(got.high, ZERO)) if got else None

    return limited


def mean_of_capped(top: int) -> Reading:
    """The mean after every input above ``top`` was cut to it."""

    def limited(items: Sequence[Interval]) -> Interval | None:
        cap = Decimal(top)
        return mean([Interval(min(i.low, cap), min(i.high, cap)) for i in items])

    return limited


CAPS = (100, 110, 120, 150)

READINGS: dict[str, Reading] = {
    "P0": ratio,
    "N1": lower_is_better,
    "N2": inverse,
    "N0": nothing_wanted,
    "fraction": fraction,
    "P0 floor": floored(ratio),
    "N1 floor": floored(lower_is_better),
    **{f"P{top}": capped(ratio, top) for top in CAPS},
    **{f"N1 cap {top}": capped(lower_is_better, top) for top in CAPS},
    **{f"N2 cap {top}": capped(inverse, top) for top in CAPS},
    "sum": add,
    "points": subtract,
    "reversed": lambda items: subtract((items[1], items[0])),
    "relative": relative,
    **{f"points capped {top}": points_capped(top) for top in CAPS},
    **{f"reversed capped {top}": swapped(points_capped(top)) for top in CAPS},
    "N1 reversed": swapped(lower_is_better),
    "unsigned points": unsigned(subtract),
    "unsigned relative": unsigned(relative),
    "ratio": ratio,
    "inverse": inverse,
    "remainder": lambda items: subtract((Interval(HUNDRED, HUNDRED), ratio(items) or Interval(ZERO, ZERO))),
    "share left": lambda items: relative_fall(items),
    "mean": mean,
    "mean nonzero": mean_nonzero,
    **{f"mean capped {top}": mean_of_capped(top) for top in CAPS},
    "same": lambda items: items[0],
}
