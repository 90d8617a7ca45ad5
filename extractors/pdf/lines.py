"""Running text: the lines of a page that stand in no table, from top to bottom, with a guess what is a heading."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from extractors.pdf.found import BOLD, LEGIBLE, text_of
from extractors.text.lines import Text, read_line
from schemas.number import BBox
from schemas.page import Page, Word

_LEADERS = re.compile(r"[.…_]{4,}|(?:\. ){4,}")
_LARGE = 1.15  # times the size of running text


class RunningLine(NamedTuple):
    """One line as it is read, with its place on the page as it is read."""

    text: str
    box: BBox
    bold: bool
    heading: int | None
    legible: bool


def outside(page: Page, boxes: Sequence[BBox]) -> list[Word]:
    """The words whose middle lies in none of the boxes."""
    if not boxes:
        return list(page.words)
    return [word for word in page.words if not _within(word, boxes)]


def _within(word: Word, boxes: Sequence[BBox]) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    for x0, top, x1, bottom in boxes:  # noqa: SIM110 - runs for every word; any() costs twice as much
        if x0 <= x <= x1 and top <= y <= bottom:
            return True
    return False


def body_size(pages_words: Iterable[Word]) -> float:
    """The size in which most letters are set; 0 without any."""
    sizes: dict[float, int] = {}  # few in number: only these are rounded, not every word's
    for word in pages_words:
        sizes[word.size] = sizes.get(word.size, 0) + len(word.text)
    letters: Counter[float] = Counter()
    for size, count in sizes.items():
        letters[round(size * 2) / 2] += count
    return letters.most_common(1)[0][0] if letters else 0.0


def running_lines(words: list[Word], lines: list[list[Word]]) -> list[RunningLine]:
    """The lines with headings guessed from numbering, weight and size.

    ``lines`` are the upright ones of ``words``; those that run sideways come after them.

    Headers, footers and page numbers stay: what repeats on every page is told apart by whoever reads the lines.
    """
    size = body_size(words)
    above: Text | None = None
    found = []
    for line in lines:
        text = " ".join([word.text for word in line])
        bold = all(map(BOLD, line))
        large = size > 0 and min([word.size for word in line]) > _LARGE * size
        guess = read_line(text, bold or large, above)
        heading = guess.heading if guess and not _LEADERS.search(text) else None
        above = Text(text, heading, bold)
        found.append(RunningLine(text, _around(line), bold, heading, all(map(LEGIBLE, line))))
    for angle in sorted({word.angle for word in words if not word.upright}):
        aside = [word for word in words if not word.upright and word.angle == angle]
        text = text_of(aside).replace("\n", " ")
        found.append(RunningLine(text, _around(aside), False, None, all(word.legible for word in aside)))
    return found


def _around(words: Sequence[Word]) -> BBox:
    return (
        min([w.x0 for w in words]),
        min([w.top for w in words]),
        max([w.x1 for w in words]),
        max([w.bottom for w in words]),
    )
