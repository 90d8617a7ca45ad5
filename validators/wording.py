"""How computations are written in findings."""

from collections.abc import Sequence
from decimal import Decimal

from schemas.printing import print_number
from schemas.relation import Op, Relation

_MAX_TERMS = 8
_CENT = Decimal("0.01")


def show(value: Decimal, decimals: int | None = None) -> str:
    """A number in Indonesian print; None prints the places it has, at most four."""
    if decimals is not None:
        return print_number(value, decimals=max(decimals, 0))
    if value == value.quantize(_CENT):
        return print_number(value)
    return print_number(value, decimals=4)


def terms(values: Sequence[Decimal], sign: str = " + ") -> str:
    """The values joined by a sign; a long list is shortened in the middle."""
    shown = [show(v) for v in values]
    if len(shown) > _MAX_TERMS:
        shown = [*shown[:3], f"… ({len(values) - 5})", *shown[-2:]]
    return sign.join(shown)


def computation(relation: Relation, reading: str, values: Sequence[Decimal], result: Decimal) -> str:
    """The arithmetic of a relation as somebody would type it into a calculator."""
    got = show(result)
    if relation.op in (Op.SUM, Op.ATMOST):
        return f"{terms(values)} = {got}"
    if relation.op is Op.MEAN:
        return f"({terms(values)}) / {len(values)} = {got}"
    if relation.op is Op.EQUAL:
        return got
    a, b = show(values[0]), show(values[1]) if len(values) > 1 else ""
    forms = {
        "N1": f"(2 × {b} − {a}) / {b} × 100",
        "N2": f"{b} / {a} × 100",
        "N0": f"target 0, realisasi {a}",
        "inverse": f"{b} / {a} × 100",
        "points": terms(values, " − "),
        "reversed": f"{b} − {a}",
        "relative": f"({a} − {b}) / {b} × 100",
        "fraction": f"{a} / {b}",
        "remainder": f"100 − {a} / {b} × 100",
        "same": a,
    }
    if reading in forms:
        return f"{forms[reading]} = {got}"
    if any(c in reading for c in "+-*/"):
        letters = {chr(ord("a") + i): show(v) for i, v in enumerate(values)}
        text = "".join(letters.get(c, c) for c in reading).replace("*", " × ").replace("/", " / ")
        return f"{text} = {got}"
    return f"{a} / {b} × 100 = {got}"
