"""What one cell looks like before anyone asks what it means: empty, dash, ordinal, number, money, text.

These are cheap looks at the text, used to tell columns and rows apart. The exact value of a number is read
elsewhere; nothing here converts a number.
"""

import re
from enum import Enum
from functools import lru_cache
from itertools import pairwise

_TAG = re.compile(r"<[^<>]{1,200}>")
_SPACE = re.compile(r"\s+")
_NOISE = re.compile(r"[^0-9a-z%]+")
_DASHES = frozenset("-–—−‐‑_.:*•")

_DIGITS = r"\d[\d.,]*"
_MONEY = re.compile(
    r"^\(?(?:rp|idr)\.?\s*-?\(?\s*[\d.,]+(?:\s*,?-+)?\)?\.?$"  # Rp 1.000,-
    r"|^\(?-?\d{1,3}(?:[.,\s]\d{3}){2,}(?:[.,]\d{1,2})?(?:,-+)?\)?$"  # 1.234.567,00
    r"|^\(?-?\d{1,3}(?:\.\d{3})+,(?:-+|\d\d)\)?$"  # 900.000,00
    r"|^\(?-?\d{1,3}(?:,\d{3})+\.\d\d\)?$"
    r"|^\(?-?\d{7,15}(?:[.,]\d{1,2})?\)?$",
    re.IGNORECASE,
)
_BROKEN_MONEY = re.compile(r"^\d{1,3}(?:\.\d{1,3}){2,}(?:,\d{1,2})?$")
_RP_ALONE = re.compile(r"^rp\.?\s*[-–—.]*$", re.IGNORECASE)
_PERCENT = re.compile(r"^[<>≤≥±~]*\s*\(?[-+]?\s*\d[\d.,]*\s*\)?\s*(?:%|persen)$", re.IGNORECASE)
_NUMBER = re.compile(r"^[<>≤≥±~➤]*\s*\(?[-+−]?\s*\d[\d.,]*\s*\)?\*?$")
_MEASURE = re.compile(
    r"^(?:[-•▪*]\s*)?[<>≤≥±~➤]*\s*[-+−]?\d[\d.,]*\s*(?:%\s*)?"
    r"(?:(?:-|–|s/d|s\.d\.?|sd|sampai)\s*\d[\d.,]*\s*)?[%a-z³²/. ()&-]{0,40}$",
    re.IGNORECASE,
)
_NUMBERED_NAME = re.compile(
    r"^\d{1,2}[.)]?\s+(?:meningkat|menurun|menuju|mewujud|terwujud|tercapai|tercipta|tersedia|terlaksana|terpenuhi|"
    r"terselenggara|optimal|peningkatan|penurunan|persentas|prosentase|presentase|indeks|cakupan|rasio|ratio|"
    r"prevalensi|tingkat|angka|jumlah)\w*\s+[a-z(]",
    re.IGNORECASE,
)
_GRADE = re.compile(r"^(?:AA|A|BB|B|CC|C|D|WTP|WDP|TMP|TW)\s*(?:\(?\s*\d[\d.,]*\s*\)?)?$")
_GRADE_NUMBER = re.compile(r"^[A-D]{1,2}\s*[(/]?\s*\d[\d.,]*\s*\)?$")
_ORDINAL = re.compile(
    r"^\(?(?:\d{1,3}|[a-z]|[ivxlc]{1,6})\s*[.)]+(?:\d{1,3}[.)]?)*$|^\d{1,3}$|^[IVXLC]{1,6}$|^\d{1,2}(?:\.\d{1,2}){1,3}\.?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"^[\dXx]{1,3}(?:\s*[.\s]\s*[\dXx]{1,4}){2,}\.?$")
_YEAR = re.compile(r"^(?:19|20)\d\d\*?$")
_LONG_DASHES = frozenset("‐‑‒–—−")
_RULE = re.compile(r"^:?-{2,}:?$|^-{2,}$")
_SMALL = re.compile(r"^[a-z](?![.)])")
_ANY_DIGIT = re.compile(r"\d")
_MISSING = frozenset({"na", "nihil", "tad", "dtt", "tidakada", "belumada", "belumtersedia", "tidaktersedia", "rp"})


class Shape(Enum):
    """What a cell holds at first sight."""

    EMPTY = 0
    DASH = 1  # "-", "n/a", "nihil": a place for a value without one
    NUMBER = 2
    PERCENT = 3
    MONEY = 4
    MEASURE = 5  # "12 Dokumen", "14 OB"
    GRADE = 6
    TEXT = 7


VALUES = frozenset({Shape.NUMBER, Shape.PERCENT, Shape.MONEY, Shape.MEASURE, Shape.GRADE})
"""Shapes that can be the value of something."""


_STRONG = re.compile(r"\*\*(?!\*?\))|(?<![\d%\s*])\*\*")  # not the sign of a note behind a number: "1.250 **)"


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """One line of text: tags dropped, emphasis marks dropped, white space collapsed."""
    if "<" in text:
        text = _TAG.sub(" ", text)
    if "**" in text:
        text = text.replace("**", "") if "(**" in text else _STRONG.sub("", text)
    return _SPACE.sub(" ", text).strip()


_BROKEN_LINE = re.compile(r"(?<=\d[.,])[ \t\v]*\n[ \t]*(?=\d)|(?<=\d)[ \t\v]*\n[ \t]*(?=[.,][\d-])")
_SHORT_GROUP = re.compile(
    r"(?<![\d.,])(\d{1,3}(?:\.\d{3})*\.\d{1,2})[ \t\v]*\n[ \t]*(\d{1,2})((?:\.\d{3})*(?:,(?:\d{1,2}|-+))?)(?![\d.,])"
)
_SHORT_CODE = re.compile(
    r"(?<![\d.,])((?:\d{1,2}\.){4}\d?|(?:\d{1,2}\.){3}\d)[ \t\v]*\n[ \t]*(\d{1,2}(?:\.\d{2,4})*)(?![\d.,])"
)
_SHORT_CENTS = re.compile(r"(?<![\d.,])(\d{1,3}(?:\.\d{3})+,\d)[ \t\v]*\n[ \t]*(\d)(?![\d.,])")
_UPRIGHT = re.compile(r"\d{1,2}(?:[ \t\v]*\n[ \t]*[\d.,]{1,2}){4,}")
_GROUPED = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")


def mend(text: str) -> str:
    """Join a number that a narrow cell broke over lines.

    "12.345.678.|901", "123.456.700|,-", "12.345.00|0", "12.34|5.678", and "1|2|.|3|4|5|.|6|7|8", a few signs to a line.
    """
    if "\n" not in text or _ANY_DIGIT.search(text) is None:
        return text
    pieces = text.split()
    if _GROUPED.fullmatch(whole := "".join(pieces)) and (_UPRIGHT.fullmatch(text.strip()) or _inside_groups(pieces)):
        return whole
    text = _SHORT_CODE.sub(r"\1\2", text)
    text = _SHORT_CENTS.sub(r"\1\2", _BROKEN_LINE.sub("", text))
    return _SHORT_GROUP.sub(lambda m: m[0] if len(m[1].rsplit(".", 1)[1] + m[2]) != 3 else m[1] + m[2] + m[3], text)


def _inside_groups(pieces: list[str]) -> bool:
    """True when every break stands inside a group of three digits or at a separator: "12.34|5.67|8"."""
    before = ""
    for piece, after in pairwise(pieces):
        before += piece
        separated = before.endswith((".", ",")) or after.startswith((".", ","))
        if not separated and ("." not in before or len(before.rpartition(".")[2]) not in (1, 2)):
            return False
    return True


@lru_cache(maxsize=65536)
def squash(text: str) -> str:
    """Small letters, digits and % only, all spaces removed; prosen- is written persen-."""
    small = _NOISE.sub("", plain(text).lower())
    return (
        small.replace("prosen", "persen")
        .replace("presentase", "persentase")
        .replace("persentasi", "persentase")
        .replace("realiasi", "realisasi")
    )


@lru_cache(maxsize=65536)
def shape(text: str) -> Shape:
    """The shape of a cell's text."""
    text = plain(text)
    if not text:
        return Shape.EMPTY
    if all(c in _DASHES or c == " " for c in text):
        return Shape.DASH
    if _RP_ALONE.match(text) or squash(text) in _MISSING:
        return Shape.DASH
    if len(text) > 70:
        return Shape.TEXT
    if text[0] in _LONG_DASHES:  # before a number a dash of any length is a minus or the mark of an item
        text = f"-{text[1:]}"
    if _ANY_DIGIT.search(text) is None:
        return Shape.GRADE if _GRADE.match(text) else Shape.TEXT
    if _MONEY.match(text) or (_BROKEN_MONEY.match(text) and len(text) > 8):
        return Shape.MONEY
    if _PERCENT.match(text):
        return Shape.PERCENT
    if _NUMBER.match(text):
        return Shape.NUMBER
    if _GRADE_NUMBER.match(text):
        return Shape.GRADE
    if _MEASURE.match(text) and not _NUMBERED_NAME.match(text):
        return Shape.MEASURE
    return Shape.TEXT


def is_value(text: str) -> bool:
    """True when the text can be a value."""
    return shape(text) in VALUES


def is_money(text: str) -> bool:
    """True when the text is an amount of rupiah."""
    return shape(text) is Shape.MONEY


def is_ordinal(text: str) -> bool:
    """True for "1.", "a)", "IV", "1.2": the number of a row."""
    return _ORDINAL.match(plain(text)) is not None


def is_code(text: str) -> bool:
    """True for a programme or account code such as 1.20.1.20.10.01 or 7.01.02.2.01."""
    return _CODE.match(plain(text)) is not None


def is_rule(text: str) -> bool:
    """True for the dashes of a separator row in a text table."""
    return _RULE.match(text.strip()) is not None


def has_digit(text: str) -> bool:
    """True when a digit stands anywhere in the text."""
    return _ANY_DIGIT.search(text) is not None


def reads_on(text: str) -> bool:
    """True for a text that begins small, as the rest of a name does; "a. Jumlah" begins an item instead."""
    return _SMALL.match(text) is not None
