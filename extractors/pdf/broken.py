"""Numbers that a column too narrow for them broke inside their decimals: "102,8 | 6" is 102,86.

Elsewhere two numbers under each other are two numbers; only a line that left no room for one more digit was broken.
"""

import re
from collections.abc import Sequence

from extractors.pdf.found import FoundCell, lines_of
from schemas.page import Word

_HEAD = re.compile(r"\d{1,3}(?:\.\d{3})*,\d|\d{1,3}\.\d|\d{1,3}(?:,\d{3})+\.\d")
_TAIL = re.compile(r"\d\s*%?")
_PADDING = 6.0  # points on each side that a word processor leaves free


def with_whole_number(found: FoundCell, words: Sequence[Word], left: float, right: float) -> FoundCell:
    """The cell, a ratio that its column broke joined; ``left`` and ``right`` are how far its column prints."""
    if "\n" not in found.text:
        return found
    whole = joined(found.text, words, left - _PADDING, right + _PADDING)
    return found if whole is found.text else found._replace(text=whole)


def joined(text: str, words: Sequence[Word], left: float, right: float) -> str:
    """The text of a cell, one broken number in it joined.

    Args:
        text: the text with one line for each printed line.
        words: what it was put together from.
        left: the left border of the cell in points.
        right: the right one.
    """
    head, _, tail = text.partition("\n")
    if not _HEAD.fullmatch(head) or not _TAIL.fullmatch(tail):
        return text
    first = lines_of(list(words))[0]
    start, end = first[0].x0, first[-1].x1
    digit = (end - start) / len(head)
    return head + tail if right - left - (end - start) < 2 * _PADDING + digit else text
