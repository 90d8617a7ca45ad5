"""The readings of a capaian or percentage as spreadsheet formulas, and the same computed exactly.

The names are those that the judgements carry: P0 realisasi / target × 100; N1 (2 × target − realisasi) / target × 100;
N2 target / realisasi × 100; S the nearer the better; N0 a target of nothing; with a cap ("P120", "N1 cap 120") or
a floor of zero ("P0 floor").
"""

import re
from collections.abc import Callable
from decimal import Decimal
from typing import NamedTuple

from schemas.finding import Message

_HUNDRED = Decimal(100)


class Rumus(NamedTuple):
    """One formula over {R} realisasi and {T} target or budget.

    ``live`` is the spreadsheet expression, ``exact`` gives the value (ZeroDivisionError where it is not defined,
    as decimal.DivisionByZero or InvalidOperation), ``told`` what a reader sees.
    """

    live: str
    exact: Callable[[Decimal, Decimal], Decimal]
    told: Message


def _zero(r: Decimal, t: Decimal) -> Decimal:
    return _HUNDRED if r <= 0 else Decimal(0)


_BASES: dict[str, Rumus] = {
    "P0": Rumus("{R}/{T}*100", lambda r, t: r / t * 100, Message(id="R ÷ T × 100", en="R ÷ T × 100")),
    "N1": Rumus(
        "(2*{T}-{R})/{T}*100",
        lambda r, t: (2 * t - r) / t * 100,
        Message(id="(2T − R) ÷ T × 100", en="(2T − R) ÷ T × 100"),
    ),
    "N2": Rumus("{T}/{R}*100", lambda r, t: t / r * 100, Message(id="T ÷ R × 100", en="T ÷ R × 100")),
    "S": Rumus(
        "100-ABS({R}/{T}*100-100)",
        lambda r, t: 100 - abs(r / t * 100 - 100),
        Message(id="100 − |R ÷ T × 100 − 100|", en="100 − |R ÷ T × 100 − 100|"),
    ),
    "N0": Rumus(
        "IF({R}<=0,100,0)",
        _zero,
        Message(id="target nol: R nol = 100, lainnya 0", en="target of nothing: R nil = 100, else 0"),
    ),
    "fraction": Rumus("{R}/{T}", lambda r, t: r / t, Message(id="R ÷ T", en="R ÷ T")),
    "points": Rumus("{R}-{T}", lambda r, t: r - t, Message(id="R − T", en="R − T")),
    "relative": Rumus(
        "({R}-{T})/{T}*100", lambda r, t: (r - t) / t * 100, Message(id="(R − T) ÷ T × 100", en="(R − T) ÷ T × 100")
    ),
    "remainder": Rumus(
        "100-{R}/{T}*100", lambda r, t: 100 - r / t * 100, Message(id="100 − R ÷ T × 100", en="100 − R ÷ T × 100")
    ),
}
_BASES["ratio"] = _BASES["P0"]
_BASES["inverse"] = _BASES["N2"]

_CAPPED = re.compile(r"^(?:P|(?P<base>\w+) cap )(?P<top>\d{3})$")


def rumus(name: str) -> Rumus | None:
    """The formula of a reading; None for a name that is none of two numbers (a sum, a mean)."""
    if name in _BASES:
        return _BASES[name]
    if name.endswith(" floor") and (base := _BASES.get(name.removesuffix(" floor"))):
        return _limited(base, "MAX", Decimal(0), max, Message(id="paling rendah 0", en="at least 0"))
    capped = _CAPPED.match(name)
    if capped and (base := _BASES.get(capped["base"] or "P0")):
        top = Decimal(capped["top"])
        return _limited(base, "MIN", top, min, Message(id=f"paling tinggi {top}", en=f"at most {top}"))
    return None


def _limited(
    base: Rumus, function: str, limit: Decimal, pick: Callable[[Decimal, Decimal], Decimal], told: Message
) -> Rumus:
    return Rumus(
        f"{function}({base.live},{limit})",
        lambda r, t: pick(base.exact(r, t), limit),
        Message(id=f"{base.told.id}, {told.id}", en=f"{base.told.en}, {told.en}"),
    )
