"""How numbers and computations are written in findings: Indonesian print, no float anywhere."""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

_MAX_TERMS = 8


def show(value: Decimal, decimals: int | None = None) -> str:
    """A number with points between groups and a decimal comma, at most ``decimals`` places (default 2)."""
    places = 2 if decimals is None else decimals
    rounded = value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    if decimals is None and rounded == rounded.to_integral_value():
        rounded = rounded.quantize(Decimal(1))
    whole, _, rest = f"{abs(rounded):f}".partition(".")
    groups = [whole[max(0, i - 3) : i] for i in range(len(whole), 0, -3)][::-1]
    sign = "-" if rounded < 0 else ""
    return sign + ".".join(groups) + (f",{rest}" if rest else "")


def show_plain(value: Decimal) -> str:
    """A number with all the places it has."""
    exponent = value.normalize().as_tuple().exponent
    return show(value, max(0, -exponent) if isinstance(exponent, int) else 0)


def terms(values: Sequence[Decimal], sign: str = " + ") -> str:
    """The values joined by a sign; a long list is shortened in the middle."""
    shown = [show_plain(v) for v in values]
    if len(shown) > _MAX_TERMS:
        shown = [*shown[:3], f"… ({len(values) - 5})", *shown[-2:]]
    return sign.join(shown)
