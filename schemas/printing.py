"""Writes numbers the way the documents print them. Decimal in, text out; no float anywhere."""

from decimal import ROUND_HALF_UP, Context, Decimal
from enum import StrEnum

_WIDE = Context(prec=200)


class Style(StrEnum):
    """How a number is written."""

    ID = "id"  # 1.234.567,89
    EN = "en"  # 1,234,567.89
    PLAIN = "plain"  # 1234567.89, as a machine reads it
    RUPIAH = "rupiah"  # Rp1.234.567
    PERCENT = "percent"  # 82,92%


def print_number(value: Decimal, style: Style = Style.ID, decimals: int | None = None) -> str:
    """A number as text.

    Args:
        value: a finite number.
        style: separators, and the sign of the currency or percentage.
        decimals: places to print, rounded half up (away from zero); None prints those that the value has, without
            zeros at the end.
    """
    number = value.normalize(_WIDE) if decimals is None else value
    exponent = number.as_tuple().exponent
    places = max(0, -exponent if isinstance(exponent, int) else 0) if decimals is None else decimals
    number = number.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, _WIDE)
    whole, _, fraction = f"{number.copy_abs():f}".partition(".")
    sign = "-" if number < 0 else ""
    if style is Style.PLAIN:
        return sign + whole + (f".{fraction}" if fraction else "")
    mark, point = (",", ".") if style is Style.EN else (".", ",")
    text = f"{int(whole):,}".replace(",", mark) + (f"{point}{fraction}" if fraction else "")
    if style is Style.RUPIAH:
        return f"{sign}Rp{text}"
    return f"{sign}{text}%" if style is Style.PERCENT else sign + text
