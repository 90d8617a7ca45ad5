"""The first and the last row of a table when nothing is drawn above the one or below the other.

Tables with a line below each row have none above their header; tables of shaded bands may end in a row without shade.
Such a row reaches as far as its text.
"""

import re
from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractors.pdf.found import lines_of
from extractors.pdf.lattice import Lattice, Stroke
from extractors.pdf.seams import phrases_of
from extractors.tables.cells import mend
from extractors.tables.vocabulary import is_header_text
from schemas.page import Word

_NEAR = 0.9  # of the height of a line: white between the last band and the row, or two of its lines
_CUT = 1.5  # points by which a phrase may reach over a column border
_FEWEST = 3  # phrases of a row
_DEEPEST = 90.0  # points
_CURRENCY = re.compile(r"Rp\.?$")
_VALUE = re.compile(r"\(?(?:Rp\.?)?\d[\d.,]*(?:,-|%)?\)?$")


def with_first_row(lattice: Lattice, words: Sequence[Word]) -> Lattice:
    """The lattice with a header above its first line, when labels stand there in its columns.

    ``lattice`` is made of horizontal lines or the edges of bands; ``words`` are those of the page.
    """
    x0, top, x1, _ = lattice.box()
    columns = sorted({s.at for s in lattice.down if s.start <= top + 1})
    above = [w for w in words if w.upright and top - _DEEPEST < w.bottom < top + 1 and x0 - 9 < w.x0 and w.x1 < x1 + 9]
    row: list[list[Word]] = []
    low = top
    for line in reversed(lines_of(above)):
        if low - max(w.bottom for w in line) >= _NEAR * max(w.bottom - w.top for w in line):
            break
        row.insert(0, line)
        low = min(w.top for w in line)
        labels = _labels(row, columns)
        known = sum(1 for label in labels if is_header_text(label))
        if len(labels) >= _FEWEST and len(labels) > len(columns) * 0.7 and known * 2 > len(labels):
            more = Stroke(low - 1, x0, x1)
            return Lattice([more, *lattice.across], [*lattice.down, *(Stroke(x, low - 1, top) for x in columns)])
    return lattice


def _labels(lines: Sequence[Sequence[Word]], columns: Sequence[float]) -> list[str]:
    """The texts between columns, from left to right; none when a phrase reaches over a column border."""
    held = [word for line in lines for word in line]
    if not columns or any(a < x - _CUT and b > x + _CUT for a, b, _ in phrases_of(held) for x in columns):
        return []
    by_column: dict[int, list[str]] = {}
    for word in held:
        by_column.setdefault(bisect_left(columns, (word.x0 + word.x1) / 2), []).append(word.text)
    return [" ".join(texts) for _, texts in sorted(by_column.items())]


def with_last_row(lattice: Lattice, words: Sequence[Word]) -> Lattice:
    """The lattice with one more row when a line that fills its columns follows right below.

    ``lattice`` is made of the edges of bands; ``words`` are those of the page.
    """
    x0, _, x1, bottom = lattice.box()
    columns = sorted({s.at for s in lattice.down if s.end >= bottom - 1})
    below = [
        w for w in words if w.upright and bottom - 1 < w.top < bottom + _DEEPEST and x0 - 1 < w.x0 and w.x1 < x1 + 9
    ]
    lines = lines_of(below)
    if not lines or not columns or not _close(bottom, lines[0]):
        return lattice
    row = [lines[0]]
    for above, line in pairwise(lines):
        if not _close(max(w.bottom for w in above), line):
            break
        row.append(line)
    held = [word for line in row for word in line]
    if _several(held, columns):
        return lattice
    phrases = phrases_of(held)
    free = [x for x in columns if not any(a < x - _CUT and b > x + _CUT for a, b, _ in phrases)]
    values = sum(1 for w in held if _VALUE.match(w.text))
    if len(phrases) < _FEWEST or not values or len(free) * 10 < len(columns) * 7:
        return lattice
    end = max(w.bottom for w in held) + 1
    across = [*lattice.across, Stroke(end, x0, x1)]
    return Lattice(across, [*lattice.down, *(Stroke(x, bottom, end) for x in free)])


def _several(held: Sequence[Word], columns: Sequence[float]) -> bool:
    """True for lines that are more than one row, and whose values do not tell which.

    Currencies stand above their amounts, and two whole values below each other in one column.
    """
    if not any(_CURRENCY.match(word.text) for word in held):
        return False
    values: dict[int, list[Word]] = {}
    for word in held:
        if _VALUE.match(word.text):
            values.setdefault(bisect_left(columns, (word.x0 + word.x1) / 2), []).append(word)
    pairs = ((one, other) for words in values.values() for one, other in pairwise(words))
    apart = ((one, other) for one, other in pairs if other.top > one.bottom - 1)
    return any("\n" in mend(f"{one.text}\n{other.text}") for one, other in apart)


def _close(bottom: float, line: Sequence[Word]) -> bool:
    """True for a line that follows without more white than stands between the lines of a cell."""
    top = min(w.top for w in line)
    return top - bottom < _NEAR * max(w.bottom - w.top for w in line)
