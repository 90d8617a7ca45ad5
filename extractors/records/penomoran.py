"""How rows are numbered: the style of a printed number and its place in its list."""

import re
from typing import NamedTuple


class Style(NamedTuple):
    """How a row is numbered: ``kind`` is roman, upper, lower, digit, paren, bullet, decimal or code; with depth."""

    kind: str
    depth: int = 1


_ROMAN = re.compile(r"^[IVX]+$")


def number_style(number: str | None, previous: str | None = None) -> Style | None:
    """The style of a printed number, None when there is none.

    A single letter I, V or X is roman unless the row before in the same style was its neighbour in the alphabet.
    """
    if not number:
        return None
    text = number.strip().rstrip(".").strip()
    if not text:
        return None
    paren = text.endswith(")")
    core = text.strip("()").strip()
    if core in {"-", "–"}:
        return Style("bullet")
    if re.fullmatch(r"\d+(?:[.\s]\d+)+", core):
        return Style("decimal", len(re.split(r"[.\s]+", core)))
    if re.fullmatch(r"[ivx]+", core) and (len(core) > 1 or core == "i"):
        return Style("small_roman")
    if core.isdigit():
        return Style("paren_digit" if paren else "digit")
    if _ROMAN.match(core):
        neighbour = previous is not None and len(core) == 1 and previous.strip(".) ") == chr(ord(core) - 1)
        return Style("upper" if neighbour else "roman")
    if len(core) == 1 and core.isalpha():
        return Style(("paren_" if paren else "") + ("upper" if core.isupper() else "lower"))
    return None


_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def ordinal(number: str | None) -> int | None:
    """The place in its list that a number stands for: ``3``, ``III.``, ``c)`` are all 3; None for anything else."""
    core = (number or "").strip("(). ").upper()
    if core.isdigit():
        return int(core)
    if core and all(c in _VALUES for c in core):
        values = [_VALUES[c] for c in core]
        return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))
    return ord(core) - 64 if len(core) == 1 and core.isalpha() else None
