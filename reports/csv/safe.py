"""Cells of a text file that no spreadsheet takes for a formula."""

import re

_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?|[-+]")
_FORMULA_LIKE = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_UNFIT = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


def safe(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet might compute it; numbers stay as they are.

    Blanks before a sign do not hide it. Line breaks become blanks, so that every record is one line.
    """
    plain = " ".join(_UNFIT.sub("", text).split())
    if text[:1] in ("\t", "\r", "\n") or (plain.startswith(_FORMULA_LIKE) and not _NUMBER.fullmatch(plain)):
        return f"'{plain}" if plain.startswith(_FORMULA_LIKE) else plain
    return plain
