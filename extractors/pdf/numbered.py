"""Rows that only their numbers tell apart: several numbered rows between two drawn borders."""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.pdf.cells import Borders, Region
from extractors.pdf.found import lines_of
from extractors.pdf.lattice import Stroke
from schemas.page import Word

_NUMBER = re.compile(r"^\(?(\d{1,2})[.)]?\)?$")
_LEVEL = 0.45  # em between a number and the line of the name beside it
_ABOVE = 0.3  # em of white that belongs to the row below a cut


def numbered_rows(borders: Borders, regions: Sequence[Region], held: Sequence[list[Word]]) -> list[Stroke]:
    """Borders between the rows that a row of cells holds by its numbers.

    Only where the first cell prints nothing but numbers that follow each other, each on the line where names of other
    cells begin, and where every cell of the row prints something beside every number.
    """
    rows: dict[int, list[int]] = {}
    for n, region in enumerate(regions):
        if region.rowspan == 1:
            rows.setdefault(region.row, []).append(n)
    found: list[Stroke] = []
    for members in rows.values():
        members.sort(key=lambda n: regions[n].column)
        first = held[members[0]]
        if regions[members[0]].column or len(first) < 2 or len(members) < 3:
            continue
        cuts = _cuts(first, [held[n] for n in members[1:] if held[n]])
        found += [Stroke(y, borders.xs[0], borders.xs[-1]) for y in cuts]
    return found


def _cuts(numbers: list[Word], cells: list[list[Word]]) -> list[float]:
    lines = lines_of(numbers)
    printed = [m for line in lines if len(line) == 1 and (m := _NUMBER.match(line[0].text))]
    values = [int(m.group(1)) for m in printed]
    if len(values) != len(lines) or len(values) < 2 or any(b != a + 1 for a, b in pairwise(values)) or len(cells) < 2:
        return []
    marks = [line[0] for line in lines]
    levels = [[(w.top + w.bottom) / 2 for w in cell] for cell in cells]
    middles = [(m.top + m.bottom) / 2 for m in marks]
    if any(min(level) < middles[0] - _LEVEL * marks[0].size for level in levels):
        return []
    for mark, middle in zip(marks, middles, strict=True):
        if not any(abs(y - middle) <= _LEVEL * mark.size for level in levels for y in level):
            return []
    cuts = [mark.top - _ABOVE * mark.size for mark in marks[1:]]
    bounds = [float("-inf"), *cuts, float("inf")]
    if not all(any(a <= y < b for y in level) for level in levels for a, b in pairwise(bounds)):
        return []
    return cuts
