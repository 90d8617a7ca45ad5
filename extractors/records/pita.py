"""One band of a scale: "> 80 - 100 %", "76 s/d 100", "Lebih dari 100 %", "91 ≤ 100", "≤ 50", "85 < x ≤ 100"."""

import re
from decimal import Decimal
from typing import NamedTuple

_N = r"(\d{1,3}(?:[.,]\d{1,4})?)"
_PER = r"\s*(?:%|persen)?\s*"
_MORE = (
    r"(?:>\s*=|≥|=\s*>|>|➤|➢|►|[\uf0a0-\uf0ff]|lebih\s+(?:besar\s+)?(?:dari(?:pada)?)|di\s?atas|"
    r"sama\s+atau\s+lebih\s+(?:besar\s+)?dari)"
)
_LESS = r"(?:<\s*=|≤|=\s*<|<|kurang\s+(?:dari(?:pada)?)?|lebih\s+kecil\s+dari|di\s?bawah|maksimal|sampai\s+dengan)"
_TO = r"(?:s\s?/\s?d\.?|s\.\s?d\.?|sd\.?|sampai(?:\s+dengan)?|hingga|[-–—−]+)"
_VARIABLE = r"(?:x|n|nilai|capaian|c|p)"
_BETWEEN = re.compile(rf"^(?P<open>{_MORE})?\s*{_N}{_PER}{_TO}\s*(?P<close><\s*=|≤|<)?\s*{_N}{_PER}$", re.I)
_AROUND = re.compile(rf"^{_N}{_PER}(?P<left>≤|<\s*=|<)\s*{_VARIABLE}\s*(?P<right>≤|<\s*=|<)\s*{_N}{_PER}$", re.I)
_LEANING = re.compile(rf"^{_N}{_PER}(?P<sign>≤|<\s*=|<)\s*{_N}{_PER}$", re.I)
_OVER = re.compile(rf"^{_VARIABLE}?\s*(?P<sign>{_MORE})\s*{_N}{_PER}(?:ke\s?atas)?$", re.I)
_UPWARD = re.compile(rf"^{_N}{_PER}(?:ke\s?atas|\+)$", re.I)
_UNDER = re.compile(rf"^{_VARIABLE}?\s*(?P<sign>{_LESS})\s*{_N}{_PER}(?:ke\s?bawah)?$", re.I)
_PAIR = re.compile(rf"^{_N}\s*%?\s+{_N}{_PER}$", re.I)
_NOISE = re.compile(r"\s+")


class Pita(NamedTuple):
    """The ends of a band; None is open-ended, ``low_open`` means the low end does not belong to it."""

    low: Decimal | None
    high: Decimal | None
    low_open: bool = False
    high_open: bool = False


def _number(text: str) -> Decimal:
    return Decimal(text.replace(",", "."))


def _closed(sign: str) -> bool:
    return any(mark in sign for mark in ("=", "≤", "≥", "sama")) or sign.lower() in ("maksimal", "sampai dengan")


def parse_pita(text: str) -> Pita | None:
    """The band that a text prints and nothing else; None when it is no band.

    "91 ≤ 100" and "80 - 100" hold both ends; ">" (also set as an arrow) leaves the low end out.
    """
    text = _NOISE.sub(" ", text).strip(" .;:()=")
    if not text or len(text) > 60:
        return None
    found = _BETWEEN.match(text)
    if found:
        low, high = _number(found.group(2)), _number(found.group(4))
        opened = bool(found["open"]) and not _closed(found["open"])
        shut = bool(found["close"]) and not _closed(found["close"])
        return Pita(low, high, opened, shut) if low <= high else Pita(high, low, shut, opened)
    found = _AROUND.match(text)
    if found:
        return Pita(
            _number(found.group(1)), _number(found.group(4)), not _closed(found["left"]), not _closed(found["right"])
        )
    found = _LEANING.match(text)
    if found:
        return Pita(_number(found.group(1)), _number(found.group(3)), False, not _closed(found["sign"]))
    found = _OVER.match(text)
    if found:
        return Pita(_number(found.group(2)), None, not _closed(found["sign"]), False)
    found = _UPWARD.match(text)
    if found:
        return Pita(_number(found.group(1)), None)
    found = _UNDER.match(text)
    if found:
        return Pita(None, _number(found.group(2)), False, not _closed(found["sign"]))
    return None


def parse_pair(text: str) -> Pita | None:
    """Two ascending numbers with nothing between them: a band whose joint is a drawing and no letter, "75,00 89,99".

    Only a column of such pairs makes them a band; the caller sees to that.
    """
    found = _PAIR.match(_NOISE.sub(" ", text).strip(" .;:()="))
    if found is None:
        return None
    low, high = _number(found.group(1)), _number(found.group(2))
    return Pita(low, high) if low < high else None
