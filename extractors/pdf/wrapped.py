"""Which lines of a table without drawn borders are one row.

Where rows are set apart by more white than the lines of a cell, the white tells. Where all lines stand at one
distance, a row is what belongs to one line of values, or to one number in the first column: lines below it when names
begin beside their values, lines above and below when names stand centred.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.pdf.gutters import Column, PrintedLine, crossed
from extractors.tables.cells import mend
from extractors.tables.cut_cells import ratio_text

_WIDER = 0.22  # em; how much wider than between lines the white between rows is
_CLOSE = 1.2  # times the leading: the parts of a broken number stand no further apart
_OPEN = re.compile(r"(?:\d{1,2}\.){2,}$|(?:\d{1,2}\.)+0\d\.(?:\d{1,2}\.)*\d$")
_REST = re.compile(r"\d{1,4}(?:\.\d{1,4})*$")
_CURRENCY = re.compile(r"Rp\.?$", re.IGNORECASE)
_SAME = 0.8  # of the leading: values of one row may stand this far apart
_BLOCK = 1.6  # the same where white parts the rows
_TRUSTED = 0.7  # share of the blocks that must hold a row for the white to be trusted
_BESIDE = 2.2  # times the leading: a number and the values of its row may stand this far apart
_CENTRED = 0.25  # share of value lines without a name beside them from which names count as centred


def to_rows(
    lines: Sequence[PrintedLine], columns: Sequence[Column], step: float, titles: set[int]
) -> list[list[PrintedLine]]:
    """The lines of each row. ``step`` is the leading; ``titles`` are numbers of lines that are rows of their own."""
    rows: list[list[PrintedLine]] = []
    part: list[PrintedLine] = []
    for number, line in enumerate(lines):
        if number in titles:
            rows += _part(part, columns, step)
            rows.append([line])
            part = []
        else:
            part.append(line)
    return rows + _part(part, columns, step)


def _part(lines: list[PrintedLine], columns: Sequence[Column], step: float) -> list[list[PrintedLine]]:
    if not lines:
        return []
    blocks = _blocks(lines, step)
    held = [_anchors(block, columns, (_BLOCK if len(blocks) > 1 else _SAME) * step, step) for block in blocks]
    valued = any(c.kind == "v" for c in columns)
    told = held if held[0] else held[1:]  # what a page break cut off stands first and has no values
    if valued and len(blocks) > 1 and sum(1 for a in told if a) < _TRUSTED * len(told):
        blocks, held = [lines], [_anchors(lines, columns, _SAME * step, step)]
    return [row for block, anchors in zip(blocks, held, strict=True) for row in _cut(block, anchors, columns)]


def _blocks(lines: list[PrintedLine], step: float) -> list[list[PrintedLine]]:
    """Lines with wide white between them apart."""
    size = median(line.size for line in lines)
    whites: list[tuple[float, int]] = []
    low = lines[0].last
    for n, line in enumerate(lines[1:], 1):
        whites.append((line.first - low, n))
        low = max(low, line.last)
    cuts = {n for white, n in whites if white > step + _WIDER * size}
    blocks: list[list[PrintedLine]] = []
    for n, line in enumerate(lines):
        if n == 0 or n in cuts:
            blocks.append([])
        blocks[-1].append(line)
    return blocks


def _value_columns(line: PrintedLine, columns: Sequence[Column]) -> set[int]:
    printed = [p for p in line.pieces if p.kind in "vdoy" and not _CURRENCY.match(p.text)]
    return {c for p in printed for c in crossed(p, columns) if c and columns[c].kind in "vo"}


def _is_numbered(line: PrintedLine, columns: Sequence[Column]) -> bool:
    first = line.pieces[0]
    return first.kind == "o" and columns[0].kind == "o" and first.x1 <= columns[0].x1 + 0.5


def _breaks(above: PrintedLine, line: PrintedLine, step: float) -> bool:
    """True for the last part of a number that its column broke: "1.1." and below it "2"."""
    close = line.middle - above.middle <= _CLOSE * step
    return close and bool(_OPEN.match(above.pieces[0].text)) and bool(_REST.match(line.pieces[0].text))


def _currencies(line: PrintedLine, columns: Sequence[Column]) -> set[int]:
    """Columns in which a line prints a currency without its amount: that stands on the next line of the cell."""
    return {c for p in line.pieces if _CURRENCY.match(p.text) for c in crossed(p, columns) if columns[c].kind == "v"}


def _completes(above: PrintedLine, line: PrintedLine, columns: Sequence[Column]) -> bool:
    """Whether a line ends numbers that the line above begins: "1.234.000,0" and "0", "12.345.000," and "00"."""
    begun = {c: p.text for p in above.pieces if p.kind == "v" for c in crossed(p, columns)}
    ended = [(begun[c], p.text) for p in line.pieces if p.kind in "vdo" for c in crossed(p, columns) if c in begun]
    if any("\n" not in mend(f"{one}\n{other}") for one, other in ended):
        return True
    values = sum(1 for p in line.pieces if p.kind in "vd")
    return values == 1 < len(begun) and any(ratio_text(one, other) is not None for one, other in ended)


def _anchors(lines: Sequence[PrintedLine], columns: Sequence[Column], limit: float, step: float) -> list[list[int]]:
    """For each row of a block the lines (by number) that carry its values or its number.

    Values in different columns up to ``limit`` apart are of one row.
    """
    found: list[list[int]] = []
    held: list[set[int]] = []
    marked = [n for n, line in enumerate(lines) if _is_numbered(line, columns)]
    ordinals = [n for k, n in enumerate(marked) if not (k and _breaks(lines[marked[k - 1]], lines[n], step))]
    begun: dict[int, int] = {}  # columns in which a currency waits for its amount, and the line that it stands on
    for n, line in enumerate(lines):
        values = _value_columns(line, columns)
        owed = [begun.pop(c) for c in sorted(values) if c in begun]
        begun |= dict.fromkeys(_currencies(line, columns), n)
        if not values or (n and _completes(lines[n - 1], line, columns)):
            continue
        if owed and found and found[-1][-1] >= min(owed) and not values & held[-1]:
            found[-1].append(n)
            held[-1] |= values
            continue
        if owed and (not found or found[-1][-1] < min(owed)):
            found.append(list(range(min(owed), n + 1)))
            held.append(values)
            continue
        near = found and line.middle - lines[found[-1][-1]].middle < limit
        if near and not values & held[-1] and not (n in ordinals and any(o in found[-1] for o in ordinals)):
            found[-1].append(n)
            held[-1] |= values
        else:
            found.append([n])
            held.append(values)
    if not ordinals:
        return found
    numbered = [a for a in found if any(o in a for o in ordinals)]
    if found and len(numbered) < len(found) and len(numbered) < 0.6 * len(ordinals):
        return _beside(lines, found, ordinals)
    return _numbered(lines, found, ordinals, step)


def _numbered(
    lines: Sequence[PrintedLine], found: list[list[int]], ordinals: list[int], step: float
) -> list[list[int]]:
    """Every number goes with the nearest values that have none; a number without values is a row of its own."""
    out = [list(anchor) for anchor in found]
    numbered = {id(a) for a in out if any(o in a for o in ordinals)}
    placed = {n for a in out for n in a}
    for o in ordinals:
        if o in placed:
            continue
        free = [a for a in out if id(a) not in numbered]
        near = min(free, key=lambda a: min(abs(lines[n].middle - lines[o].middle) for n in a), default=None)
        if near is not None and min(abs(lines[n].middle - lines[o].middle) for n in near) <= _BESIDE * step:
            near[:] = sorted([*near, o])
            numbered.add(id(near))
        else:
            out.append([o])
            numbered.add(id(out[-1]))
    return sorted(out)


def _beside(lines: Sequence[PrintedLine], found: list[list[int]], ordinals: list[int]) -> list[list[int]]:
    """Numbers that do not stand on the lines of the values: each row has one of either, in their order."""
    if len(found) == len(ordinals):
        return [sorted({*a, o}) for a, o in zip(found, ordinals, strict=True)]
    return found


def _cut(lines: list[PrintedLine], anchors: list[list[int]], columns: Sequence[Column]) -> list[list[PrintedLine]]:
    """A block of lines as rows, one for each anchor."""
    if len(anchors) < 2:
        return [lines]
    cuts = []
    above = anchors[0][0]
    centred = _centred(lines, anchors, columns)
    for one, other in pairwise(anchors):
        low, high = one[-1] + 1, max(other[0], one[-1] + 1)
        between = high - low
        if not between:
            cut = high
        elif centred:
            cut = min(high, low + above)
        else:
            cut = _widest(lines, low, high)
        above = high - cut
        cuts.append(cut)
    edges = [0, *cuts, len(lines)]
    rows = [lines[a:b] for a, b in pairwise(edges)]
    if not centred and anchors[0][0] > 0:  # what a page break cut off stands above the first whole row
        rows = [lines[: anchors[0][0]], lines[anchors[0][0] : edges[1]], *rows[1:]]
    return [row for row in rows if row]


def _widest(lines: Sequence[PrintedLine], low: int, high: int) -> int:
    """Where to cut before line ``high`` at the latest: at clearly the widest white, else right above the next row."""
    steps = [(lines[n].middle - lines[n - 1].middle, n) for n in range(low, high + 1)]
    widest, at = max(steps)
    others = sorted(s for s, n in steps if n != at)
    return at if others and widest > others[-1] * 1.25 + 1 else high


def _centred(lines: Sequence[PrintedLine], anchors: list[list[int]], columns: Sequence[Column]) -> bool:
    texts = [c for c, column in enumerate(columns) if column.kind == "t"]
    if not anchors[0][0] or not texts:
        return False
    # the widest is that of the names: units and the like are short enough to stand beside the values
    names = {max(texts, key=lambda c: columns[c].x1 - columns[c].x0)}
    bare = 0
    for anchor in anchors:
        over = {c for n in anchor for p in lines[n].pieces for c in crossed(p, columns)}
        bare += not over & names
    return bare >= _CENTRED * len(anchors)
