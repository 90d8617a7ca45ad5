"""Borders made by shading alone: where a shaded cell meets one of another shade, though no line is drawn."""

from bisect import bisect_right
from collections.abc import Sequence

from extractors.pdf.cells import Borders
from schemas.page import Box, Word

_LEAST = 6.0  # points; smaller fills are marks, not cells
_EDGE = 3.0  # points between the edge of a fill and a border position
_CONTRAST = 0.03


def shade_borders(borders: Borders, fills: Sequence[Box], words: Sequence[Word]) -> None:
    """Add borders where the shade changes at a known border position (``borders`` is changed).

    Shading alone makes no new position: paragraphs and single words may be shaded too. A border that a word stands
    across is none.
    """
    xs, ys = borders.xs, borders.ys
    if all(map(all, borders.above[1:-1])) and all(all(row[1:-1]) for row in borders.left):
        return
    near = [f for f in fills if f.x1 > xs[0] and f.x0 < xs[-1] and f.bottom > ys[0] and f.top < ys[-1]]
    near = [f for f in near if f.x1 - f.x0 >= _LEAST and f.bottom - f.top >= _LEAST]
    if not near:
        return
    rows, columns = len(ys) - 1, len(xs) - 1
    shade = [[1.0] * columns for _ in range(rows)]
    level: set[tuple[int, int]] = set()
    upright: set[tuple[int, int]] = set()
    reach: dict[tuple[float, float], tuple[list[int], list[int]]] = {}  # many fills have one width
    for fill in near:
        width = (fill.x0, fill.x1)
        if width not in reach:
            reach[width] = _reach(xs, *width)
        covered, ends = reach[width]
        first = max(0, bisect_right(ys, fill.top) - 1)
        for r in range(first, rows):
            if ys[r] >= fill.bottom:
                break
            if fill.top <= (ys[r] + ys[r + 1]) / 2 <= fill.bottom:
                for c in covered:
                    shade[r][c] = fill.shade
                upright.update((r, c) for c in ends)
        for r in range(1, rows):
            if abs(ys[r] - fill.top) <= _EDGE or abs(ys[r] - fill.bottom) <= _EDGE:
                level.update((r, c) for c in covered)
    for r, c in level:
        if abs(shade[r - 1][c] - shade[r][c]) > _CONTRAST:
            borders.above[r][c] = True
    for r, c in upright:
        if not borders.left[r][c] and abs(shade[r][c - 1] - shade[r][c]) > _CONTRAST:
            borders.left[r][c] = not any(_across(word, xs[c], ys[r], ys[r + 1]) for word in words)


def _reach(xs: Sequence[float], x0: float, x1: float) -> tuple[list[int], list[int]]:
    """The columns whose middle a fill covers, and the border positions at which it ends."""
    covered = [c for c in range(len(xs) - 1) if x0 <= (xs[c] + xs[c + 1]) / 2 <= x1]
    return covered, [c for c in range(1, len(xs) - 1) if abs(xs[c] - x0) <= _EDGE or abs(xs[c] - x1) <= _EDGE]


def _across(word: Word, x: float, top: float, bottom: float) -> bool:
    return word.x0 < x - 1.0 and word.x1 > x + 1.0 and top < (word.top + word.bottom) / 2 < bottom
