"""Rows that only their values tell apart: a table with lines between its columns and none between its rows."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.pdf.cells import Borders, Region
from extractors.pdf.found import lines_of
from extractors.pdf.lattice import Stroke
from extractors.tables.cells import has_digit, is_money, is_value
from schemas.page import Word

_FEWEST = 3  # values in one cell
_CELLS = 2  # cells with values, at the least
_PLAIN = 3  # cells that must hold values on the same lines where they are no amounts of money
_LEVEL = 0.5  # em by which amounts of one row may stand apart
_WIDER = 1.25  # how much wider the widest white must be than the next to tell where a row ends
_ABOVE = 0.25  # em of white that belongs to the row below a cut


def levelled_rows(borders: Borders, regions: Sequence[Region], held: Sequence[list[Word]]) -> list[Stroke]:
    """Borders between the rows that are printed into one row of cells.

    Only where two cells or more hold amounts of money, or three or more hold other values, one on each line, on the
    same lines. A row ends at clearly the widest white between its values and the next, else right above these.
    Items below a heading of their own in the cell of names are left to whoever reads such lists.
    """
    rows: dict[int, list[int]] = {}
    for n, region in enumerate(regions):
        if region.rowspan == 1 and held[n]:
            rows.setdefault(region.row, []).append(n)
    found: list[Stroke] = []
    for members in rows.values():
        if len(members) < _FEWEST or sum(_stands_high(held[n]) for n in members) < _CELLS:
            continue
        cells = [lines_of(held[n]) for n in members]
        levels = _levels(cells)
        if levels and not _headed(cells, levels[0]):
            words = [word for n in members for word in held[n]]
            found += [Stroke(y, borders.xs[0], borders.xs[-1]) for y in _cuts(levels, words)]
    return found


def _stands_high(words: Sequence[Word]) -> bool:
    """Whether a cell that begins with a number may have as many lines as rows are wanted."""
    if len(words) < _FEWEST or not (words[0].text[-1:].isdigit() or has_digit(words[-1].text)):
        return False
    tops = [word.top for word in words]
    return max(tops) - min(tops) > words[0].size


def _levels(cells: Sequence[list[list[Word]]]) -> list[float]:
    """The heights of the values, when the cells agree on them."""
    amounts: list[list[float]] = []
    values: list[list[float]] = []
    size = 10.0
    for lines in cells:
        texts = [" ".join(w.text for w in line) for line in lines]
        if len(texts) < _FEWEST or not all(map(is_value, texts)):
            continue
        size = lines[0][0].size or size
        values.append([(line[-1].top + line[-1].bottom) / 2 for line in lines])
        if sum(map(is_money, texts)) * 2 >= len(texts):
            amounts.append(values[-1])
    if len(amounts) >= _CELLS and _agree(amounts, size):
        return amounts[0]
    return values[0] if len(values) >= _PLAIN and _agree(values, size) else []


def _headed(cells: Sequence[list[list[Word]]], first: float) -> bool:
    """Whether a cell says something ending in a colon right above the first values: the rest are items of that."""
    above = [[line for line in lines if line[-1].bottom <= first] for lines in cells]
    return any(lines[-1][-1].text.endswith(":") for lines in above if lines)


def _agree(middles: Sequence[Sequence[float]], size: float) -> bool:
    return all(
        len(other) == len(middles[0])
        and all(abs(a - b) <= _LEVEL * size for a, b in zip(middles[0], other, strict=True))
        for other in middles[1:]
    )


def _cuts(levels: Sequence[float], words: Sequence[Word]) -> list[float]:
    lines = lines_of(list(words))
    spans = [(min(w.top for w in line), max(w.bottom for w in line), line[0].size) for line in lines]
    out = []
    for above, below in pairwise(levels):
        inside = [s for s in spans if above - 1 <= (s[0] + s[1]) / 2 <= below + 1]
        whites = [(other[0] - one[1], one[1], other[0]) for one, other in pairwise(inside)]
        last = next((s for s in inside if s[0] <= below <= s[1]), None)
        widest = max(whites, default=None)
        others = [w for w in whites if w is not widest]
        if widest is not None and (not others or widest[0] > _WIDER * max(w[0] for w in others) + 1):
            out.append((widest[1] + widest[2]) / 2)
        elif last is not None:
            out.append(last[0] - _ABOVE * last[2])
    return out
