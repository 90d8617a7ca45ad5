"""The marker that opens an item of an enumeration: "a.", "1)", "(2)", "iv.", "-", "•"."""

import re
from functools import lru_cache
from typing import NamedTuple


class Marker(NamedTuple):
    """``kind`` is letter, capital, number, paren, bracket, roman, big_roman or bullet; ``value`` its ordinal."""

    kind: str
    value: int
    text: str
    length: int  # characters of the line before the item's own text


_BULLET = r"[-–—•▪▫●○◦■□➤➢►✓✔❖⮚·*\uf000-\uf0ff\ufffd]"
_LEADING_BULLET = re.compile(rf"^{_BULLET}\s+(?=(?:[a-zA-Z]|\d{{1,2}}|[ivx]{{1,5}})[.)]\s|\(\w{{1,2}}\)\s)")
_MARKER = re.compile(
    rf"^(?:(?P<bracket>\((?:\d{{1,2}}|[a-z])\))|(?P<number>\d{{1,2}})\s?(?P<end>[.)])(?!\d)"
    rf"|(?P<roman>[ivx]{{2,5}}|i)[.)]|(?P<letter>[a-z])\s?(?P<lend>[.)])"
    rf"|(?P<big_roman>(?:[IVX]{{2,5}}|I|V))\.|(?P<capital>[A-Z])\s?[.)]|(?P<bullet>{_BULLET}))(?:\s+|(?=[A-Z]))(?=\S)"
)
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def roman(text: str) -> int:
    """The value of a Roman number in either case; 0 when it is none."""
    total, last = 0, 0
    for letter in reversed(text.lower()):
        value = _ROMAN.get(letter)
        if value is None:
            return 0
        total += -value if value < last else value
        last = max(last, value)
    return total


@lru_cache(maxsize=16384)
def marker(line: str) -> Marker | None:
    """The marker at the start of a clean line, None when it is no item.

    A bullet in front of a letter or number ("- a. Pegawai") is part of the marker of that letter.
    """
    lead = _LEADING_BULLET.match(line)
    skip = lead.end() if lead else 0
    found = _MARKER.match(line[skip:])
    if not found:
        return None
    length, text = skip + found.end(), found.group().strip()
    if found["bracket"]:
        inner = found["bracket"][1:-1]
        return Marker("bracket", int(inner) if inner.isdigit() else ord(inner) - 96, text, length)
    if found["number"]:
        return Marker("number" if found["end"] == "." else "paren", int(found["number"]), text, length)
    if found["roman"] and found["roman"] != "i":
        return Marker("roman", roman(found["roman"]), text, length)
    if found["roman"]:
        return Marker("letter", 9, text, length)
    if found["letter"]:
        return Marker("letter" if found["lend"] == "." else "letter_paren", ord(found["letter"]) - 96, text, length)
    if found["big_roman"]:
        return Marker("big_roman", roman(found["big_roman"]), text, length)
    if found["capital"]:
        return Marker("capital", ord(found["capital"]) - 64, text, length)
    return Marker("bullet", 0, text, length)
