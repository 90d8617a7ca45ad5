"""Digits with separators: one numeral to its value, or to the repairs that would make it one.

Indonesian print groups thousands with points and marks decimals with a comma; English print does the opposite, and
both occur in one table. Only the shape of the numeral decides here, and the kind of column where the shape is
ambiguous.
"""

import re
from decimal import Decimal
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias

Kind: TypeAlias = Literal["money", "percent", "count", "measure"]
"""What a column holds, where that is known."""

_MAX_REPAIRS = 40
_MAX_DIGITS = 40  # longer runs of digits are no printed quantity


class Numeral(NamedTuple):
    """A numeral that was read. ``value`` is None for a malformed one, whose repairs are in ``candidates``.

    ``alternatives`` are other legitimate values of the same shape. ``code`` is true for shapes that are dates or
    account codes (``6.01.02``), ``grouped`` for numerals with thousands separators.
    """

    value: Decimal | None
    decimals: int = 0
    candidates: tuple[Decimal, ...] = ()
    alternatives: tuple[Decimal, ...] = ()
    code: bool = False
    grouped: bool = False


def _join(whole: str, fraction: str = "") -> Decimal:
    return Decimal(f"{whole or '0'}.{fraction}" if fraction else whole or "0")


def _grouped(groups: list[str]) -> bool:
    """True for 1 to 3 digits followed by groups of exactly three."""
    return 1 <= len(groups[0]) <= 3 and all(len(g) == 3 for g in groups[1:])


def _proper(groups: list[str]) -> bool:
    """Well grouped, and no number that begins with a zero group (0.123.456)."""
    return _grouped(groups) and (groups[0][0] != "0" or not "".join(groups).strip("0"))


def repairs(groups: list[str], fraction: str) -> tuple[Decimal, ...]:
    """What a badly grouped number may have been, best first.

    A separator too many or misplaced, a last point that was meant as the decimal comma, one digit lost from a
    group of two, one digit too many in a group of four.
    """
    found: list[Decimal] = []
    if not fraction and len(groups) > 1 and len(groups[-1]) in (1, 2) and _proper(groups[:-1]):
        found.append(_join("".join(groups[:-1]), groups[-1]))
    found.append(_join("".join(groups), fraction))
    if len(fraction) == 3:
        found.append(_join("".join(groups) + fraction))
    short = [i for i, g in enumerate(groups) if i and len(g) == 2]
    long = [i for i, g in enumerate(groups) if len(g) == 4]
    odd = [i for i, g in enumerate(groups) if (i and len(g) != 3) or not 1 <= len(g) <= 3]
    if len(odd) == 1 and (short or long):
        at = odd[0]
        group = groups[at]
        if at in short:
            variants = [group[:k] + d + group[k:] for d in "0123456789" for k in (2, 1, 0)]
        else:
            variants = [group[:k] + group[k + 1 :] for k in (3, 2, 1, 0)]
        found += [_join("".join([*groups[:at], v, *groups[at + 1 :]]), fraction) for v in variants]
    return tuple(dict.fromkeys(found))[:_MAX_REPAIRS]


def _malformed(groups: list[str], fraction: str = "") -> Numeral:
    return Numeral(None, len(fraction), repairs(groups, fraction))


def _mixed(text: str, kind: Kind | None) -> Numeral:
    """A numeral with both separators: the last one is the decimal mark when it stands alone."""
    mark = text[max(text.rfind("."), text.rfind(","))]
    if text.count(mark) > 1:
        return _malformed(re.split("[.,]", text))
    whole, fraction = text.split(mark)
    groups = re.split("[.,]", whole)
    if not _proper(groups) or (kind == "money" and len(fraction) > 2):
        return _malformed(groups, fraction)
    return Numeral(_join("".join(groups), fraction), len(fraction), grouped=True)


def _several(groups: list[str], kind: Kind | None) -> Numeral:
    """Three or more groups divided by one kind of separator."""
    if _proper(groups):
        return Numeral(_join("".join(groups)), grouped=True)
    if kind != "money" and not any(len(g) == 3 for g in groups[1:]):
        return Numeral(None, code=True)
    return _malformed(groups)


def _single(whole: str, fraction: str, mark: str, kind: Kind | None) -> Numeral:
    """One separator: a decimal mark, unless exactly three digits follow and the column says thousands."""
    decimal = Numeral(_join(whole, fraction), len(fraction))
    if kind == "money" and (len(fraction) > 3 or (len(fraction) == 3 and len(whole) > 3)):
        return _malformed([whole, fraction])
    if len(fraction) != 3 or not _proper([whole or "0", fraction]) or whole.startswith("0"):
        return decimal
    thousands = Numeral(_join(whole + fraction), grouped=True)
    if kind in ("money", "count"):
        return thousands
    if kind == "percent" or mark == ",":
        return decimal._replace(alternatives=(_join(whole + fraction),))
    return thousands._replace(alternatives=(_join(whole, fraction),))


@lru_cache(maxsize=16384)
def read_numeral(text: str, kind: Kind | None = None) -> Numeral | None:
    """The value of digits with points and commas; None when the text is anything else.

    ``text`` is unsigned. One point followed by exactly three digits is thousands in money and counts, a decimal
    point in percentages, and ambiguous elsewhere (thousands, with the other reading among the alternatives). One
    comma followed by exactly three digits is thousands in money and counts and ambiguous elsewhere (decimals first).
    """
    text = text.rstrip(".,")
    if not text or len(text) > _MAX_DIGITS or not text.isascii():
        return None
    if text.isdigit():
        return Numeral(Decimal(text))
    if not text.replace(".", "").replace(",", "").isdigit():
        return None
    if "." in text and "," in text:
        if re.search(r"[.,]{2}|^[.,]", text):
            return _malformed([g for g in re.split("[.,]", text) if g])
        return _mixed(text, kind)
    mark = "." if "." in text else ","
    groups = text.split(mark)
    if "" in groups[1:] or (not groups[0] and len(groups) > 2):
        return _malformed([g for g in groups if g])
    if len(groups) == 2:
        if not groups[0] and len(groups[1]) > 2:
            return Numeral(None, 0, (Decimal(groups[1]), _join("", groups[1])))
        return _single(groups[0], groups[1], mark, kind)
    return _several(groups, kind)
