"""Numbers written in words ("tiga puluh enam", "dua juta rupiah") to their value.

    bilangan := [G triliun] [G miliar] [G juta] [G ribu | seribu] [G]        scales strictly decrease
    G        := [seratus | D ratus] [P]
    P        := sepuluh | sebelas | D belas | D puluh [D] | D
    pecahan  := bilangan koma (digits one by one, or a number below a thousand) [scale]
    uang     := bilangan rupiah [koma] [bilangan sen]

Words may be glued together or broken apart by the scanner, because the letters are segmented without their spaces.
"""

import re
from decimal import Decimal
from functools import lru_cache

_DIGITS = {
    "se": 1, "satu": 1, "dua": 2, "tiga": 3, "empat": 4, "lima": 5, "enam": 6, "tujuh": 7, "delapan": 8, "sembilan": 9,
}  # fmt: skip
_ZERO = frozenset({"nol", "kosong"})
_SCALES = {"ribu": 3, "juta": 6, "miliar": 9, "triliun": 12}
_SPELLINGS = {
    **{word: word for word in (*_DIGITS, *_ZERO, *_SCALES) if word != "se"},
    **dict.fromkeys(("milyar", "milliar", "milyard", "miliard", "millyar"), "miliar"),
    **dict.fromkeys(("trilyun", "triliyun", "trilliun", "trilyoen"), "triliun"),
    "rb": "ribu", "jt": "juta", "puluh": "puluh", "belas": "belas", "ratus": "ratus",
    "sepuluh": "se puluh", "sebelas": "se belas", "seratus": "se ratus", "seribu": "se ribu",
    "sejuta": "se juta", "semiliar": "se miliar", "semilyar": "se miliar", "setriliun": "se triliun",
    "setrilyun": "se triliun", "koma": "koma", "rupiah": "rupiah", "sen": "sen", "persen": "persen",
    "prosen": "persen", "perseratus": "persen", "minus": "minus", "negatif": "minus", "dan": "", ",": ",",
}  # fmt: skip
_LONGEST = max(map(len, _SPELLINGS))
_MARKUP = re.compile(r"<[^<>]*>|[\s\-‐‑–—_*#=\"'“”()\[\]/:;.\u200b\ufeff\u00ad]+")
_MAX_LETTERS = 400

_Step = tuple[Decimal, int]


def _segment(letters: str) -> list[str] | None:
    """The letters as known words, None when any letter is left over. Longer words are preferred."""
    ends: list[int | None] = [None] * (len(letters) + 1)  # ends[i]: where the word that begins at i ends
    reachable = [False] * len(letters) + [True]
    for start in range(len(letters) - 1, -1, -1):
        for end in range(min(len(letters), start + _LONGEST), start, -1):
            if reachable[end] and letters[start:end] in _SPELLINGS:
                ends[start], reachable[start] = end, True
                break
    if not reachable[0]:
        return None
    words: list[str] = []
    at = 0
    while at < len(letters):
        end = ends[at] or len(letters)
        words += _SPELLINGS[letters[at:end]].split()
        at = end
    return words


def _word(words: list[str], at: int) -> str:
    return words[at] if at < len(words) else ""


def _below_hundred(words: list[str], at: int) -> tuple[int, int]:
    digit = _DIGITS.get(_word(words, at))
    if digit is None:
        return 0, at
    following = _word(words, at + 1)
    if following == "belas":
        return 10 + digit, at + 2
    if following == "puluh":
        unit = _DIGITS.get(_word(words, at + 2))
        if unit is not None and _word(words, at + 2) != "se":
            return digit * 10 + unit, at + 3
        return digit * 10, at + 2
    return digit, at + 1


def _below_thousand(words: list[str], at: int) -> tuple[int, int]:
    digit = _DIGITS.get(_word(words, at))
    if digit is not None and _word(words, at + 1) == "ratus":
        if _word(words, at + 2) == "se" and _word(words, at + 3) in _SCALES:
            return digit * 100, at + 2  # "dua ratus seribu" is no number
        rest, end = _below_hundred(words, at + 2)
        return digit * 100 + rest, end
    return _below_hundred(words, at)


def _whole(words: list[str], at: int) -> tuple[int, int] | None:
    """A whole number that begins at a position, and where it ends."""
    if _word(words, at) in _ZERO:
        return 0, at + 1
    total, limit, start = 0, 99, at
    while True:
        group, end = _below_thousand(words, at)
        if end == at:
            break
        power = _SCALES.get(_word(words, end), 0)
        if power >= limit:
            return None
        total, limit, at = total + group * 10**power, power, end + (power > 0)
        if not power:
            break
    return (total, at) if at > start else None


def _fraction(words: list[str], at: int) -> tuple[str, int] | None:
    """The decimals after "koma": digits one by one, or a number below a thousand after any zeros."""
    zeros = at
    while _word(words, zeros) in _ZERO:
        zeros += 1
    digits, end = "0" * (zeros - at), zeros
    single = ""
    while (word := _word(words, end)) in _DIGITS or word in _ZERO:
        single += str(_DIGITS.get(word, 0))
        end += 1
    if _word(words, end) in ("puluh", "belas", "ratus"):
        group, end = _below_thousand(words, zeros)
        return digits + str(group), end
    digits += single
    return (digits, end) if digits else None


def _amount(words: list[str], at: int) -> _Step | None:
    whole = _whole(words, at)
    if whole is None:
        return None
    value, at = Decimal(whole[0]), whole[1]
    if _word(words, at) == "koma" or (_word(words, at) == "," and _word(words, at + 1) not in ("", "rupiah")):
        fraction = _fraction(words, at + 1)
        if fraction is None:
            return None
        value, at = Decimal(f"{whole[0]}.{fraction[0]}"), fraction[1]
        if _word(words, at) in _SCALES:
            value, at = value * 10 ** _SCALES[words[at]], at + 1
    return value, at


def _cents(words: list[str], at: int, value: Decimal) -> _Step | None:
    """What follows "rupiah": cents, or the decimals read out."""
    comma = _word(words, at) in ("koma", ",")
    start = at + comma
    if start == len(words):
        return value, start
    cents = _whole(words, start)
    if cents is not None and _word(words, cents[1]) == "sen" and cents[0] < 100:
        return value + Decimal(cents[0]) / 100, cents[1] + 1
    fraction = _fraction(words, start) if comma else None
    if fraction is None or value != value.to_integral_value():
        return None
    return Decimal(f"{value}.{fraction[0]}"), fraction[1]


@lru_cache(maxsize=4096)
def parse_terbilang(words: str) -> Decimal | None:
    """The value of a number in Indonesian words, None when any of the words cannot be read.

    Rupiah, sen and persen are understood and leave no trace in the value ("lima persen" is 5). Hyphens, brackets,
    letter case, "dan", glued words and words that a scanner broke apart do not matter; roman numerals and digits
    are no words.
    """
    letters = _MARKUP.sub("", words.casefold())
    if not letters or len(letters) > _MAX_LETTERS:
        return None
    tokens = _segment(letters)
    if not tokens:
        return None
    while tokens and tokens[-1] == ",":
        tokens.pop()
    negative = _word(tokens, 0) == "minus"
    step = _amount(tokens, int(negative))
    if step is None:
        return None
    value, at = step
    if _word(tokens, at) == ",":
        at += _word(tokens, at + 1) == "rupiah"
    if _word(tokens, at) == "rupiah":
        money = _cents(tokens, at + 1, value)
        if money is None:
            return None
        value, at = money
    elif _word(tokens, at) == "sen":
        value, at = value / 100, at + 1
    elif _word(tokens, at) == "persen":
        at += 1
    if at != len(tokens):
        return None
    return -value if negative else value
