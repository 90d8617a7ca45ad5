"""How one printed number could have become another: digits swapped, lost, added, changed; the sign; the scale."""

from decimal import Decimal
from enum import StrEnum

from schemas.number import Printed


class Slip(StrEnum):
    """A single slip of the hand."""

    TRANSPOSED = "transposed"
    DROPPED = "dropped"  # a digit is missing in what is printed
    ADDED = "added"
    CHANGED = "changed"
    SIGN = "sign"
    SCALE = "scale"  # a power of ten


WORDS = {
    Slip.TRANSPOSED: ("dua digit tertukar", "two digits transposed"),
    Slip.DROPPED: ("satu digit hilang", "one digit missing"),
    Slip.ADDED: ("satu digit berlebih", "one digit too many"),
    Slip.CHANGED: ("satu digit berbeda", "one digit differs"),
    Slip.SIGN: ("tanda minus hilang atau berlebih", "sign lost or added"),
    Slip.SCALE: ("letak koma atau jumlah nol berbeda", "decimal mark or zeros misplaced"),
}
_FEW = 3


def slip(printed: Printed, value: Decimal) -> Slip | None:
    """The slip that turns ``value`` into what is printed; None when more than one would be needed.

    Numbers of fewer than three digits prove nothing.
    """
    if printed.value is None:
        return None
    if printed.value == -value and value:
        return Slip.SIGN
    if max(len(_digits(v, printed.decimals)) for v in (printed.value, value)) < _FEW:
        return None
    have, want = _digits(printed.value, printed.decimals), _digits(value, max(printed.decimals, 2))
    if have.rstrip("0") == want.rstrip("0"):
        return Slip.SCALE
    typed = _between(have, want) if have != want else None
    if typed:
        return typed
    for places in (max(printed.decimals, 2), max(printed.decimals, 0)):
        found = _between(_digits(printed.value, places), _digits(value, places))
        if found:
            return found
    return None


def _digits(value: Decimal, places: int) -> str:
    return f"{abs(value).quantize(Decimal(1).scaleb(-max(places, 0))):f}".replace(".", "").lstrip("0")


def _between(have: str, want: str) -> Slip | None:
    if len(have) == len(want):
        off = [i for i, (a, b) in enumerate(zip(have, want, strict=True)) if a != b]
        if len(off) == 1:
            return Slip.CHANGED
        if len(off) == 2 and have[off[0]] == want[off[1]] and have[off[1]] == want[off[0]]:
            return Slip.TRANSPOSED
    if len(have) + 1 == len(want) and _one_more(want, have):
        return Slip.DROPPED
    if len(want) + 1 == len(have) and _one_more(have, want):
        return Slip.ADDED
    return None


def _one_more(long: str, short: str) -> bool:
    at = next((i for i, (a, b) in enumerate(zip(long, short, strict=False)) if a != b), len(short))
    return long[at + 1 :] == short[at:]
