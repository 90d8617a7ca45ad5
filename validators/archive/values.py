"""When two prints of one fact agree: the coarser print is the finer one, rounded or cut."""

from decimal import ROUND_DOWN, ROUND_HALF_EVEN, ROUND_HALF_UP, Decimal


def agree(first: Decimal, second: Decimal) -> bool:
    """Whether one value is the other at fewer decimals, rounded half up, half even or truncated."""
    if first == second:
        return True
    places = min(_places(first), _places(second))
    step = Decimal(1).scaleb(-places)
    forms = [
        {value.quantize(step, mode) for mode in (ROUND_HALF_UP, ROUND_HALF_EVEN, ROUND_DOWN)}
        for value in (first, second)
    ]
    return bool(forms[0] & forms[1])


def _places(value: Decimal) -> int:
    exponent = value.normalize().as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0
