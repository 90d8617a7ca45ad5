"""Arithmetic that a table declares for its own columns, read into a function over intervals.

Grammar: numbers, one-letter names for the inputs (a is the first), ``+ - * / ( )``; ``x``, ``×``, ``:``, ``÷``
and ``−`` are read as their ASCII signs, a trailing ``%`` is ignored.
"""

import re
from decimal import Decimal
from functools import lru_cache

from validators.readings import Interval, Reading, add, divide, span, subtract

_TOKEN = re.compile(r"\s*(?:(\d+(?:[.,]\d+)?)|([a-w])|([-+*/()]))")
_SIGNS = str.maketrans({"×": "*", "x": "*", "X": "*", ":": "/", "÷": "/", "−": "-", "–": "-"})


@lru_cache(maxsize=512)
def compiled(expression: str) -> Reading | None:
    """The expression as a reading, or None when it is not one."""
    tokens = _tokens(expression.translate(_SIGNS).replace("%", ""))
    if not tokens:
        return None

    def reading(items: "tuple[Interval, ...] | list[Interval]") -> Interval | None:
        try:
            value, rest = _sum(tokens, 0, items)
        except (IndexError, ZeroDivisionError):
            return None
        return value if rest == len(tokens) else None

    return reading  # type: ignore[return-value]


def _tokens(text: str) -> tuple[str, ...]:
    found, at = [], 0
    while at < len(text.rstrip()):
        match = _TOKEN.match(text, at)
        if match is None:
            return ()
        found.append(match.group(match.lastindex or 0))
        at = match.end()
    return tuple(found)


def _sum(tokens: tuple[str, ...], at: int, items: "tuple[Interval, ...] | list[Interval]") -> tuple[Interval, int]:
    value, at = _product(tokens, at, items)
    while at < len(tokens) and tokens[at] in "+-":
        right, after = _product(tokens, at + 1, items)
        value = add((value, right)) if tokens[at] == "+" else subtract((value, right))
        at = after
    return value, at


def _product(tokens: tuple[str, ...], at: int, items: "tuple[Interval, ...] | list[Interval]") -> tuple[Interval, int]:
    value, at = _atom(tokens, at, items)
    while at < len(tokens) and tokens[at] in "*/":
        right, after = _atom(tokens, at + 1, items)
        if tokens[at] == "*":
            value = span(*(p * q for p in value for q in right))
        else:
            quotient = divide(value, right)
            if quotient is None:
                raise ZeroDivisionError
            value = quotient
        at = after
    return value, at


def _atom(tokens: tuple[str, ...], at: int, items: "tuple[Interval, ...] | list[Interval]") -> tuple[Interval, int]:
    token = tokens[at]
    if token == "(":
        value, after = _sum(tokens, at + 1, items)
        if tokens[after] != ")":
            raise IndexError(after)
        return value, after + 1
    if token == "-":
        value, after = _atom(tokens, at + 1, items)
        return Interval(-value.high, -value.low), after
    if token.isalpha():
        return items[ord(token) - ord("a")], at + 1
    number = Decimal(token.replace(",", "."))
    return Interval(number, number), at + 1
