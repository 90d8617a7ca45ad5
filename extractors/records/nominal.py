"""What a cell of a budget table holds, told by its form alone: an amount of money, a percentage, text, or nothing."""

import re
from functools import lru_cache

_RP = re.compile(r"\bRp\.?|\bIDR\b|\brupiah\b", re.IGNORECASE)
_SCALE = re.compile(r"\s*(?:ribu|juta|jt|mil[iy]ar|triliun)\.?$", re.IGNORECASE)
_NOTE = re.compile(r"\s*(?:\*+\)?|\([A-Za-z][^()\d]{0,20}\)|\^?\d\))$")
_AMOUNT = re.compile(r"^[-–(]?\s*\d[\d.,\s]*\)?\s*(?:,?\s*[-–=]+)?$")
_GROUPS = re.compile(r"\d[.,]\d{3}(?!\d)")
_EMPTY = re.compile(r"^[\s.,\-–—=]*$")
_WORD = re.compile(r"[A-Za-z]{2}|\b(?:[A-Za-z]\s){3}")
_PERCENT = re.compile(r"^[-–(]?\s*\d{1,4}(?:[.,]\d{1,4})?\s*\)?\s*(?:%|persen|prosen)?$", re.IGNORECASE)
_LETTER = re.compile(r"[^\W\d_]")
_NO_DIGIT = re.compile(r"\D+")
_LONGEST = 60  # no amount is longer, notes and stacked amounts included
_CENTS = re.compile(r"[.,]\d{1,2}$|\D")
_TAIL = re.compile(r",\s*[-–]+$")


@lru_cache(maxsize=8192)
def bare(text: str) -> str:
    """The text without currency, footnote marks, words of scale and outer blanks."""
    plain = text.strip()
    if len(plain) > _LONGEST:
        return plain
    if _LETTER.search(plain) and any(c.isalpha() for c in plain):
        plain = _SCALE.sub("", _NOTE.sub("", _RP.sub("", plain).strip(" .:")))
    elif plain.endswith(("*", "*)")):
        plain = _NOTE.sub("", plain)
    return plain


def is_amount(text: str) -> bool:
    """Digits with separators and nothing else, with or without ``Rp`` (``14 OB`` and ``95 %`` are none)."""
    return bool(_AMOUNT.match(bare(text)))


def is_blank_amount(text: str) -> bool:
    """A dash, ``Rp -`` or ``Rp. ,-``: a place for an amount where none is printed."""
    return bool(text.strip()) and bool(_EMPTY.match(bare(text)))


def is_money(text: str) -> bool:
    """An amount that can only be money: with ``Rp`` or ``juta``, or grouped in thousands and at least Rp 10.000."""
    stripped = bare(text)
    if not _AMOUNT.match(stripped):
        return False
    if stripped != text.strip() and (_RP.search(text) or _SCALE.search(text)):
        return True
    whole = _CENTS.sub("", _TAIL.sub("", stripped))
    return (bool(_GROUPS.search(stripped)) and len(whole) > 4) or (whole.isdigit() and len(whole) >= 7)


def is_zero(text: str) -> bool:
    """A printed nought: ``0``, ``0,00``, ``Rp 0,-``."""
    digits = _NO_DIGIT.sub("", bare(text))
    return bool(digits) and not digits.strip("0")


def is_percent(text: str) -> bool:
    """A number that can be a percentage."""
    return bool(_PERCENT.match(text.strip()))


def has_letters(text: str) -> bool:
    """At least one word of two letters, or a word printed in spaced letters (``J U M L A H``)."""
    return bool(_WORD.search(text))
