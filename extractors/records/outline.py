"""Outline by arithmetic: a parent is the row whose children add up to it.

Used where neither words, codes nor numbering tell the levels. Amounts are compared in every column that is printed
(budget, earlier stage, realisation), so that one wrong number does not hide a parent.
"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

Amounts = Sequence[Decimal | None]
_BROKEN = 1.0
_UNPROVEN = 0.25


def outline_depths(rows: Sequence[Amounts], most: int = 3, proven: bool = True) -> list[int] | None:
    """The depth of each row (0 is the top) of an outline whose leaves all lie equally deep, or None.

    Every top row must be a parent. One broken parent is tolerated for every four that hold; at least one parent
    must have two children or more, because two equal amounts in sequence prove nothing (unless ``proven`` is off:
    it is known that there are so many levels).
    """
    n = len(rows)
    if n < (3 if proven else 2):
        return None
    ends: list[list[int]] = [[i + 1] for i in range(n)]  # ends of the subtree at i, one level less deep
    best: tuple[float, int, list[int]] | None = None
    for height in range(1, most):
        ends = [list(_ends(rows, i, ends)) for i in range(n)]
        cover = _cover(rows, ends, n)
        if cover is not None and (best is None or cover[0] <= best[0]):
            depths = _depths(rows, cover[1], height)
            if depths is not None and (not proven or _proven(rows, depths)):
                best = (cover[0], height, depths)
    return best[2] if best else None


def _ends(rows: Sequence[Amounts], i: int, below: list[list[int]]) -> Iterator[int]:
    """Where the subtree of row i can end when its children are subtrees of the level below, directly after it."""
    found: set[int] = set()
    width = len(rows[i])
    stack: list[tuple[int, tuple[Decimal, ...]]] = [(i + 1, (Decimal(0),) * width)]
    steps = 0
    while stack and steps < 4000:
        steps += 1
        at, sums = stack.pop()
        if at > i + 1 and at not in found and _equal(rows[i], sums):
            found.add(at)
            yield at
        if at >= len(rows) or _beyond(rows[i], sums):
            continue
        total = tuple(s + (v or Decimal(0)) for s, v in zip(sums, rows[at], strict=True))
        stack.extend((end, total) for end in below[at])


def _equal(parent: Amounts, sums: Sequence[Decimal]) -> bool:
    if any(v is not None and v != 0 and v == s for v, s in zip(parent, sums, strict=True)):
        return True
    return _nought(parent) and not any(sums)


def _nought(row: Amounts) -> bool:
    """A row of noughts can head other rows of noughts; that is possible, not proven."""
    return not any(row) and any(v is not None for v in row)


def _beyond(parent: Amounts, sums: Sequence[Decimal]) -> bool:
    return all(v is None or s > v for v, s in zip(parent, sums, strict=True))


def _cover(rows: Sequence[Amounts], ends: list[list[int]], n: int) -> tuple[float, list[int]] | None:
    """The cheapest way to cut all rows into subtrees: cost and the starts of the top rows."""
    infinite = float("inf")
    cost = [infinite] * n + [0.0]
    step = [0] * n
    parents = [0] * (n + 1)
    for i in range(n - 1, -1, -1):
        extra = _UNPROVEN if _nought(rows[i]) else 0.0
        for end in ends[i]:
            price = cost[end] + extra
            if price < cost[i] or (price == cost[i] and parents[end] + 1 > parents[i]):
                cost[i], step[i], parents[i] = price, end, parents[end] + 1
        for end in range(i + 2, n + 1):
            if cost[end] + _BROKEN < cost[i] and _heaviest(rows, i, end):
                cost[i], step[i], parents[i] = cost[end] + _BROKEN, end, parents[end]
    if cost[0] == infinite or (cost[0] and parents[0] < 4 * cost[0]):
        return None
    starts, i = [], 0
    while i < n:
        starts.append(i)
        i = step[i]
    return cost[0], starts


def _heaviest(rows: Sequence[Amounts], start: int, end: int) -> bool:
    first = rows[start][0]
    return first is not None and all((row[0] or 0) <= first for row in rows[start + 1 : end])


def _depths(rows: Sequence[Amounts], starts: list[int], height: int) -> list[int] | None:
    """Depths from the starts of the top rows, each block outlined again one level lower."""
    depths: list[int] = []
    for start, end in zip(starts, [*starts[1:], len(rows)], strict=True):
        depths.append(0)
        inner = rows[start + 1 : end]
        if height == 1:
            depths.extend([1] * len(inner))
            continue
        cut = _inner(inner, height - 1)
        if cut is None:
            return None
        below = _depths(inner, cut, height - 1)
        if below is None:
            return None
        depths.extend(d + 1 for d in below)
    return depths


def _inner(rows: Sequence[Amounts], height: int) -> list[int] | None:
    ends: list[list[int]] = [[i + 1] for i in range(len(rows))]
    for _ in range(height):
        ends = [list(_ends(rows, i, ends)) for i in range(len(rows))]
    cover = _cover(rows, ends, len(rows))
    return cover[1] if cover else None


def _proven(rows: Sequence[Amounts], depths: list[int]) -> bool:
    """At least one parent with two children of which none is nought."""
    for i in range(len(depths) - 2):
        if depths[i + 1] == depths[i] + 1 == depths[i + 2] and rows[i + 1][0] and rows[i + 2][0]:
            return True
    return False


def sum_parents(rows: Sequence[Amounts], heavier: Sequence[bool]) -> list[int | None]:
    """The parent of each row in a free outline, by sums alone, from the last row upwards.

    ``heavier[i]`` is true when row i looks like a heading of row i + 1 (capitals, bold, shallower number): only then,
    or when that child is itself proven to be a parent, may a single child prove a parent. Noughts after the last
    needed child belong to the same parent.
    """
    parents: list[int | None] = [None] * len(rows)
    roots: list[int] = []
    for i in range(len(rows) - 1, -1, -1):
        only = heavier[i] or (bool(roots) and roots[0] in parents)
        taken = _take(rows, i, roots, only)
        for child in roots[:taken]:
            parents[child] = i
        roots = [i, *roots[taken:]]
    return parents


def _take(rows: Sequence[Amounts], i: int, roots: list[int], heavy: bool) -> int:
    sums = tuple(Decimal(0) for _ in rows[i])
    for count, child in enumerate(roots, 1):
        sums = tuple(s + (v or Decimal(0)) for s, v in zip(sums, rows[child], strict=True))
        if _beyond(rows[i], sums):
            return 0
        if _equal(rows[i], sums):
            if count == 1 and not heavy:
                continue
            while count < len(roots) and rows[roots[count]][0] == 0:
                count += 1
            return count
    return 0
