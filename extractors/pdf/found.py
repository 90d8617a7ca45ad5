"""A grid as found on one page, before it becomes a part of the reading: places are those of ``Page``."""

import re
from itertools import pairwise
from operator import attrgetter
from typing import NamedTuple

from schemas.number import BBox
from schemas.page import Word
from schemas.reading import FULL

BOLD, LEGIBLE = attrgetter("bold"), attrgetter("legible")  # of words; these run in C
_MARKER = re.compile(r"\d{1,3}[.)]?|[A-Za-z][.)]|[-–•▪]")  # of an item, set before its first line
_STOPS = frozenset(".)")
_SAME_PLACE = 2.0  # points
_SPARE = 1.5  # letters; a line with less room beside it is full


class FoundCell(NamedTuple):
    """One cell with its box on the page as it is read; merged cells span more than one row or column."""

    row: int
    column: int
    box: BBox
    text: str
    rowspan: int = 1
    colspan: int = 1
    bold: bool = False
    legible: bool = True


class FoundGrid(NamedTuple):
    """Cells sorted by (row, column). ``edges`` are the x positions of column borders, left to right.

    ``headed``: the header stands at the foot of the page before.
    """

    box: BBox
    rows: int
    columns: int
    cells: tuple[FoundCell, ...]
    edges: tuple[float, ...]
    ruled: bool = True
    engine: str = "ruled"
    score: float = 1.0
    header_rows: int | None = None
    headed: bool = False


def lines_of(words: list[Word]) -> list[list[Word]]:
    """Words that stand on one line together, lines from top to bottom, words from left to right."""
    if len(words) < 2:
        return [words] if words else []
    lines: list[tuple[float, float, list[Word]]] = []
    for word in sorted(words, key=_middle):
        high, low = word.top, word.bottom
        if lines:
            top, bottom, members = lines[-1]
            overlap = (low if low < bottom else bottom) - (high if high > top else top)
            tall, height = bottom - top, low - high
            if overlap > 0.45 * (tall if tall < height else height):
                members.append(word)
                # The tallest word carries the line: a raised or lowered small one must not stretch it.
                if height > tall:
                    lines[-1] = (high, low, members)
                continue
        lines.append((high, low, [word]))
    return [sorted(members, key=_left) for _, _, members in lines]


def _middle(word: Word) -> float:
    return word.top + word.bottom


def _left(word: Word) -> float:
    return word.x0


def text_of(words: list[Word]) -> str:
    """The text of a cell: words of one line joined by spaces, lines by a line break."""
    if len(words) == 1:
        return words[0].text
    upright = [w for w in words if w.upright]
    if len(upright) == len(words):
        return "\n".join([" ".join([w.text for w in line]) for line in lines_of(words)])
    sideways = [w for w in words if not w.upright]
    turned = [
        w._replace(x0=-w.bottom, top=w.x0, x1=-w.top, bottom=w.x1)
        if w.angle != 270
        else w._replace(x0=w.top, top=-w.x1, x1=w.bottom, bottom=-w.x0)
        for w in sideways
    ]
    parts = [text_of(upright), "\n".join(" ".join(w.text for w in line) for line in lines_of(turned))]
    return "\n".join(part for part in parts if part)


def _cell_text(words: list[Word]) -> str:
    """The text of a cell, with ``FULL`` after each line that ends in a word too wide for another letter beside it."""
    if len(words) < 2 or not all(word.upright for word in words):
        return text_of(words)
    lines = _numbered(lines_of(words))
    widest, furthest = max(line[-1].x1 - line[0].x0 for line in lines), max(line[-1].x1 for line in lines)
    out: list[str] = []
    for n, line in enumerate(lines):
        text = " ".join([word.text for word in line])
        if n + 1 < len(lines):
            full = _is_full(line, lines[n + 1][0], widest, furthest)
        else:  # a page break may have cut the cell
            full = any(FULL in above for above in out) and _is_full(line, line[0], widest, furthest)
        out.append(text + FULL if full else text)
    return "\n".join(out)


def _numbered(lines: list[list[Word]]) -> list[list[Word]]:
    """The lines of a cell; the full stop of an item's number that found no room beside it goes back to it."""
    for above, line in pairwise(lines):
        if not above:
            continue
        first, stop = above[0], line[0]
        if stop.text in _STOPS and first.text.isdigit() and abs(first.x0 - stop.x0) < _SAME_PLACE:
            above[0] = first._replace(text=first.text + stop.text)
            del line[0]
    return [line for line in lines if line]


def _is_full(line: list[Word], following: Word, widest: float, furthest: float) -> bool:
    """True for a line of one word that the first letter of the following one would make the widest of its cell.

    Programs break a line inside a word only where the word does not fit on a line of its own.
    """
    marked = len(line) == 2 and _MARKER.fullmatch(line[0].text) is not None
    if (len(line) > 1 and not marked) or not any(map(str.isalpha, line[-1].text)):
        return False
    spare = _SPARE * (following.x1 - following.x0) / max(1, len(following.text))
    return line[-1].x1 + spare >= furthest or (not marked and line[-1].x1 - line[-1].x0 + spare >= widest)


def cell_of(row: int, column: int, box: BBox, words: list[Word], rowspan: int = 1, colspan: int = 1) -> FoundCell:
    """A cell from the words in it."""
    return FoundCell(
        row,
        column,
        box,
        _cell_text(words),
        rowspan,
        colspan,
        bool(words) and all(map(BOLD, words)),
        all(map(LEGIBLE, words)),
    )
