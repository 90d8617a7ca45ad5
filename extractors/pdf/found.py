"""A grid as found on one page, before it becomes a part of the reading: places are those of ``Page``."""

from operator import attrgetter
from typing import NamedTuple

from schemas.number import BBox
from schemas.page import Word

BOLD, LEGIBLE = attrgetter("bold"), attrgetter("legible")  # of words; these run in C


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


def cell_of(row: int, column: int, box: BBox, words: list[Word], rowspan: int = 1, colspan: int = 1) -> FoundCell:
    """A cell from the words in it."""
    return FoundCell(
        row,
        column,
        box,
        text_of(words),
        rowspan,
        colspan,
        bool(words) and all(map(BOLD, words)),
        all(map(LEGIBLE, words)),
    )
