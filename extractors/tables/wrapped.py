"""Tables without drawn lines: printed lines put together into rows.

A reader that finds columns by their gutters hands over one row for each printed line. Where rows are set apart by
larger gaps, the gaps tell; where all lines stand at one distance, a row begins with its number or with its values.
Rows that are whole already stay as they are.
"""

import itertools

from extractors.tables.cells import VALUES, is_code, is_ordinal, mend, shape
from extractors.tables.rows import LEVEL, Draft
from schemas.number import BBox
from schemas.reading import Cell

_WIDER = 0.3  # of the height of a line: how much wider than between lines the white between rows is


def unwrap(rows: list[Draft], kinds: list[str]) -> list[Draft]:
    """The rows of a sheet without drawn lines; ``kinds`` as given by ``column_kinds``."""
    if len(rows) < 2:
        return rows
    limit = _gap_limit(rows)
    out = [rows[0]]
    for above, draft in itertools.pairwise(rows):
        gap = _gap(above, draft)
        if limit is not None and gap is not None:
            rest = gap <= limit and not _clash(out[-1], draft, kinds) and not _numbered(draft, kinds)
        else:
            rest = _rest(out[-1], draft, kinds)
        if rest and draft.span is None and out[-1].span is None:
            out[-1] = _joined(out[-1], draft)
        else:
            out.append(draft)
    return out


def _extent(draft: Draft) -> tuple[float, float] | None:
    """Top and bottom of a row in points."""
    boxes = [c.bbox for c in draft.cells if c is not None and c.bbox is not None and c.text.strip()]
    return (min(b[1] for b in boxes), max(b[3] for b in boxes)) if boxes else None


def _gap(above: Draft, draft: Draft) -> float | None:
    """The white between two rows, in points."""
    one, other = _extent(above), _extent(draft)
    return other[0] - one[1] if one is not None and other is not None and other[0] > one[0] else None


def _gap_limit(rows: list[Draft]) -> float | None:
    """The white up to which lines belong to one row; None when all lines stand at one distance."""
    gaps = sorted(g for a, b in itertools.pairwise(rows) if (g := _gap(a, b)) is not None)
    heights = sorted(e[1] - e[0] for row in rows if (e := _extent(row)) is not None)
    if len(gaps) < 3:
        return None
    step = _WIDER * heights[len(heights) // 10]
    close = gaps[len(gaps) // 10]
    wide = [g for g in gaps if g > close + step]
    if not wide or len(gaps) - len(wide) < 2:
        return None
    below = max(g for g in gaps if g <= close + step)
    return (below + wide[0]) / 2


def _values(draft: Draft, kinds: list[str]) -> list[int]:
    return [c for c in draft.filled if kinds[c] in "mv" and shape(draft.text(c)) in VALUES]


def _numbered(draft: Draft, kinds: list[str]) -> bool:
    return any(kinds[c] == "o" and (is_ordinal(draft.text(c)) or is_code(draft.text(c))) for c in draft.filled)


def _clash(above: Draft, draft: Draft, kinds: list[str]) -> bool:
    """True when both print a value in one column, unless it is one number broken in two: two rows, however close."""
    both = set(_values(above, kinds)) & set(_values(draft, kinds))
    return any("\n" in mend(f"{above.text(c)}\n{draft.text(c)}") for c in both)


def _rest(above: Draft, draft: Draft, kinds: list[str]) -> bool:
    """By anchors alone: a rest has no number and no values, and prints only where the row above prints."""
    if _numbered(draft, kinds) or _values(draft, kinds):
        return False
    if any(LEVEL.match(draft.text(c)) for c in draft.filled):
        return False
    if not any(kinds[c] in "omv" for c in above.filled):
        return False
    return all(above.text(c) for c in draft.filled)


def _joined(above: Draft, draft: Draft) -> Draft:
    cells: list[Cell | None] = []
    for one, other in zip(above.cells, draft.cells, strict=True):
        if other is None or not other.text.strip():
            cells.append(one)
        elif one is None or not one.text.strip():
            cells.append(other)
        else:
            cells.append(
                one.model_copy(update={"text": f"{one.text}\n{other.text}", "bbox": _around(one.bbox, other.bbox)})
            )
    return Draft(cells, list(cells), first=above.first, span=above.span, short=above.short)


def _around(one: BBox | None, other: BBox | None) -> BBox | None:
    if one is None or other is None:
        return one or other
    return (min(one[0], other[0]), min(one[1], other[1]), max(one[2], other[2]), max(one[3], other[3]))
