"""Tables whose borders are drawn for a part of their rows only: shaded bands and lines between rows carry on the rest.

Word processors draw the header cell by cell, and below it every second row as a shaded band, or a line below each row.
Bands and lines whose ends meet the column borders of a drawn part belong to it.
"""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from extractors.pdf.found import FoundGrid, lines_of
from extractors.pdf.lattice import Lattice, Stroke
from schemas.page import Rule, Word

_MEET = 2.5  # points between the end of a band or line and the column border it meets
_LEVEL = 3.0  # points; strokes closer than this lie on one level
_GAP = 160.0  # points between two levels of one table
_WHOLE = 0.9  # share of the width that the last level of a table covers
_WORD_GAP = 0.6  # em between words of one phrase
_CUT = 1.5  # points by which words may reach over a column border
_CAPTIONS = ("tabel", "table", "gambar", "grafik", "sumber")


def prolong(
    grids: Sequence[FoundGrid], rules: Sequence[Rule], words: Sequence[Word]
) -> list[tuple[Lattice, list[FoundGrid]]]:
    """Lattices of tables that reach further down than what is drawn of them, each with the grids it takes the place of.

    ``rules`` are lines and edges of bands outside of all grids.
    """
    found: list[tuple[Lattice, list[FoundGrid]]] = []
    level = sorted((r.top + r.bottom) / 2 for r in rules)
    used: set[int] = set()
    for n, grid in enumerate(grids):
        start = bisect_left(level, grid.box[3] - _LEVEL)
        if n in used or len(grid.edges) < 3 or start == len(level) or level[start] - grid.box[3] > _GAP:
            continue
        parts, lattice = _below(n, grids, rules, words)
        if lattice is not None:
            used.update(parts)
            found.append((lattice, [grids[k] for k in parts]))
    return found


def _below(
    first: int, grids: Sequence[FoundGrid], rules: Sequence[Rule], words: Sequence[Word]
) -> tuple[list[int], Lattice | None]:
    top = grids[first]
    edges = top.edges
    fitting = _fitting(rules, edges)
    parts = [first]
    across, down = _drawn(top)
    low = top.box[3]
    ends, strokes, columns = low, list(across), list(down)  # as far as a whole level
    while True:
        after = [s for s in fitting if low + _LEVEL < s.at <= low + _GAP]
        nearest = min((s.at for s in after), default=None)
        lower = _next_part(low, edges, grids, parts)
        if lower is not None and (nearest is None or grids[lower].box[1] <= nearest + _LEVEL):
            bottom, joints = grids[lower].box[1], True
            level: list[Stroke] = []
        elif nearest is not None:
            level = [s for s in after if s.at <= nearest + _LEVEL]
            bottom, lower = nearest, None
            joints = any(_inner(s, edges) for s in level)
        else:
            break
        inside = [w for w in words if low - 1 < (w.top + w.bottom) / 2 < bottom + 1 and w.upright]
        inside = [w for w in inside if edges[0] - _MEET <= (w.x0 + w.x1) / 2 <= edges[-1] + _MEET]
        free = _free(edges, inside)
        if any(w.text.lower() in _CAPTIONS for w in inside) or not (joints and len(free) > 2):
            break
        across += level
        down += [Stroke(x, low, bottom) for x in free]
        low = bottom
        if lower is not None:
            more = _drawn(grids[lower])
            across, down, low = across + more[0], down + more[1], grids[lower].box[3]
            parts.append(lower)
            ends, strokes, columns = low, list(across), list(down)
        elif sum(s.end - s.start for s in level) >= _WHOLE * (edges[-1] - edges[0]):
            ends, strokes, columns = low, list(across), list(down)
    kept = [k for k in parts if grids[k].box[3] <= ends + 1]
    if ends <= top.box[3] + 1:
        return kept, None
    return kept, Lattice(strokes, columns)


def _fitting(rules: Sequence[Rule], edges: Sequence[float]) -> list[Stroke]:
    """Strokes that begin and end at column borders."""
    found = []
    for rule in rules:
        if _near(edges, rule.x0) and _near(edges, rule.x1) and rule.x1 - rule.x0 > 2 * _MEET:
            found.append(Stroke((rule.top + rule.bottom) / 2, rule.x0, rule.x1))
    return sorted(found)


def _inner(stroke: Stroke, edges: Sequence[float]) -> bool:
    inner = edges[1:-1]
    return _near(inner, stroke.start) or _near(inner, stroke.end)


def _near(edges: Sequence[float], x: float) -> bool:
    at = bisect_left(edges, x - _MEET)
    return at < len(edges) and edges[at] <= x + _MEET


def _next_part(low: float, edges: Sequence[float], grids: Sequence[FoundGrid], parts: list[int]) -> int | None:
    """The grid that stands next below, when it has the same columns."""
    for n, grid in enumerate(grids):
        if n in parts or not low - _LEVEL <= grid.box[1] <= low + _GAP or len(grid.edges) != len(edges):
            continue
        if all(abs(a - b) <= _MEET for a, b in zip(grid.edges, edges, strict=True)):
            return n
    return None


def _drawn(grid: FoundGrid) -> tuple[list[Stroke], list[Stroke]]:
    across: list[Stroke] = []
    down: list[Stroke] = []
    for cell in grid.cells:
        x0, top, x1, bottom = cell.box
        across += [Stroke(top, x0, x1), Stroke(bottom, x0, x1)]
        down += [Stroke(x0, top, bottom), Stroke(x1, top, bottom)]
    return across, down


def _free(edges: Sequence[float], words: list[Word]) -> list[float]:
    """Column borders that no phrase reaches over."""
    crossed: set[float] = set()
    for line in lines_of(words):
        left, right = line[0].x0, line[0].x1
        spans = []
        for one, other in pairwise(line):
            if other.x0 - one.x1 > _WORD_GAP * max(one.size, 4.0):
                spans.append((left, right))
                left = other.x0
            right = max(right, other.x1)
        spans.append((left, right))
        crossed.update(x for x in edges[1:-1] if any(a < x - _CUT and b > x + _CUT for a, b in spans))
    return [x for x in edges if x not in crossed]
