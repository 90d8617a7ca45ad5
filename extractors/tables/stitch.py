"""Which sheets are one table, printed over page breaks or in blocks, and how their columns correspond."""

import re
from collections import Counter
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from extractors.page_marks import is_lone_number
from extractors.tables.cells import is_ordinal, squash
from extractors.tables.column_kinds import column_kinds
from extractors.tables.headers import Header
from extractors.tables.matrix import Sheet, column_ranges
from extractors.tables.rows import Draft, drafts
from extractors.tables.wrapped import unwrap
from schemas.reading import Cell, Line, Unread

_SAME_HEADER = 90
_NEAR = 8.0  # points within which two borders are one
_MOSTLY = 0.6  # of the borders of a page
_CONTINUED = re.compile(r"lanjutan|sambungan|continued", re.I)


@dataclass(slots=True)
class Chain:
    """One table in the making: its header, its rows so far and the sheets they came from."""

    header: Header | None
    sheets: list[Sheet]
    rows: list[Draft]
    width: int
    ranges: list[tuple[float, float] | None]
    before: list[Line] = field(default_factory=list)
    after: list[Line] = field(default_factory=list)
    below: list[Line] = field(default_factory=list)
    split: bool = False  # cut from the sheet above by a header in the middle
    unread: list[Unread] = field(default_factory=list)  # cells whose column could not be told

    @property
    def last(self) -> Sheet:
        """The newest sheet."""
        return self.sheets[-1]


def begin(sheet: Sheet, header: Header | None, before: list[Line]) -> Chain:
    """A new table."""
    rows = _rows(sheet, header)
    return Chain(header, [sheet], rows, sheet.width, column_ranges(sheet), before)


def _rows(sheet: Sheet, header: Header | None) -> list[Draft]:
    rows = drafts(sheet, header.depth if header else 0)
    whole = sheet.ruled or sheet.engine == "gutters"  # found row by row, by where the lines stand on the page
    return rows if whole else unwrap(rows, column_kinds(rows, sheet.width))


def follows(chain: Chain, sheet: Sheet, header: Header | None, between: list[Line]) -> list[int] | None:
    """For each column of a sheet its column in the chain, when the sheet continues the chain; else None.

    ``between`` holds the lines that stand between, running titles and page numbers left out.
    """
    last = chain.last
    waiting = not chain.rows and chain.header is not None and bool(chain.header.key) and header is None
    if waiting and len(between) <= 12 and _same_borders(chain, sheet) and all(len(line.text) <= 60 for line in between):
        between = []  # a header alone, its rows drawn as a grid of their own
    if last.page is None and len(between) == 1 and is_lone_number(between[0].text):
        between = []  # the number of a page, where the text keeps no other
    if any(not _CONTINUED.search(line.text) for line in between):
        return None
    if last.page is not None and sheet.page is not None and not 0 <= sheet.page - last.page <= 1:
        return None
    if last.rotated != sheet.rotated:
        return None
    if header is not None and header.key:
        if chain.header is None or not chain.header.key:
            return None
        if fuzz.ratio(chain.header.key, header.key) < _SAME_HEADER and not _same_labels(chain.header, header):
            return None
        if chain.width == sheet.width and _in_step(chain.header, header):
            return list(range(sheet.width))
        return _by_borders(chain, sheet) or _by_label(chain.header, header, sheet)
    if header is not None:  # only the row of column numbers is repeated
        if chain.header is None:
            return None
        return _by_number(chain.header, header)
    if chain.header is None and last.page is not None and sheet.page == last.page:
        return None
    if chain.width == sheet.width and (last.page is None or _near(chain, sheet)):
        return list(range(sheet.width))
    if last.page is None:
        return list(range(min(sheet.width, chain.width))) if abs(chain.width - sheet.width) <= 2 else None
    return _by_place(chain, sheet)


def _same_borders(chain: Chain, sheet: Sheet) -> bool:
    """True when the columns of both begin at the same places on the page."""
    ranges = column_ranges(sheet)
    if len(ranges) != chain.width or any(r is None for r in ranges):
        return False
    return all(
        a is not None and b is not None and abs(a[0] - b[0]) <= 8 for a, b in zip(chain.ranges, ranges, strict=True)
    )


def _same_labels(one: Header, other: Header) -> bool:
    a = [squash(x) for x in one.labels if x]
    b = [squash(x) for x in other.labels if x]
    a, b = list(dict.fromkeys(a)), list(dict.fromkeys(b))
    if len(a) != len(b) or not a:
        return False
    return sum(fuzz.ratio(x, y) >= 80 for x, y in zip(a, b, strict=True)) >= 0.8 * len(a)


def _in_step(one: Header, other: Header) -> bool:
    """True when every column stands under the label that its namesake stands under."""
    return all(fuzz.ratio(squash(a), squash(b)) >= 80 for a, b in zip(one.labels, other.labels, strict=True))


def _by_borders(chain: Chain, sheet: Sheet) -> list[int] | None:
    """Columns of a repeated header by their borders on the page, where outer and most inner ones are the same."""
    old, new = chain.sheets[0].edges, sheet.edges
    if len(old) != chain.width + 1 or len(new) != sheet.width + 1:
        return None
    if abs(old[0] - new[0]) > _NEAR or abs(old[-1] - new[-1]) > _NEAR:
        return None
    if sum(1 for x in new if any(abs(x - y) <= _NEAR for y in old)) < _MOSTLY * len(new):
        return None
    return _by_place(chain, sheet)


def _by_label(chain: Header, header: Header, sheet: Sheet) -> list[int]:
    wanted = [squash(x) for x in chain.labels]
    mapping: list[int] = []
    position = -1
    for c, label in enumerate(header.labels):
        key = squash(label)
        found = next((k for k in range(position + 1, len(wanted)) if key and fuzz.ratio(wanted[k], key) >= 80), None)
        if found is not None:
            position = found
            mapping.append(found)
            continue
        texts = [sheet.text(r, c) for r in range(header.depth, len(sheet.own)) if sheet.text(r, c)]
        ahead = bool(texts) and all(is_ordinal(t) for t in texts)
        mapping.append(min(position + 1, len(wanted) - 1) if ahead or position < 0 else position)
    return mapping


def _by_number(chain: Header, header: Header) -> list[int] | None:
    """Columns by their numbers; columns that share one ("K | Rp" under one number) come in their order."""
    places: dict[int, list[int]] = {}
    for c, number in enumerate(chain.numbers):
        if number is not None:
            places.setdefault(number, []).append(c)
    mapping: list[int] = []
    seen: Counter[int] = Counter()
    last = 0
    for number in header.numbers:
        if number is not None:
            if number not in places:
                return None
            last = places[number][min(seen[number], len(places[number]) - 1)]
            seen[number] += 1
        mapping.append(last)
    return mapping


def _near(chain: Chain, sheet: Sheet) -> bool:
    """True when the columns of a sheet stand where the chain's columns stand (or nobody knows where)."""
    ranges = column_ranges(sheet)
    pairs = [(a, b) for a, b in zip(chain.ranges, ranges, strict=True) if a is not None and b is not None]
    if not pairs:
        return True
    shift = pairs[0][1][0] - pairs[0][0][0]
    off = sum(abs((b[0] - a[0]) - shift) > 14 for a, b in pairs)
    return off * 4 <= len(pairs)


def _by_place(chain: Chain, sheet: Sheet) -> list[int] | None:
    """Columns by where they stand on the page; None when they do not lie inside the chain's columns."""
    ranges = column_ranges(sheet)
    known = [(k, r) for k, r in enumerate(chain.ranges) if r is not None]
    if len(known) < 2 or sum(1 for r in ranges if r) < 2:
        return None
    lefts, rights = [r for _, r in known], [r for r in ranges if r]
    shared = sum(1 for r in rights if any(abs(r[0] - k[0]) <= 8 for k in lefts))
    if shared < 0.8 * len(rights) and (abs(lefts[0][0] - rights[0][0]) > 30 or abs(lefts[-1][1] - rights[-1][1]) > 30):
        return None
    mapping, last, used = [], 0, set()
    for r in ranges:
        if r is None:
            mapping.append(last)
            continue
        middle = (r[0] + r[1]) / 2
        best = min(
            known,
            key=lambda item: (
                0 if item[1][0] <= middle <= item[1][1] else 1,
                abs((item[1][0] + item[1][1]) / 2 - middle),
            ),
        )
        if best[0] < last:
            return None
        last = best[0]
        used.add(last)
        mapping.append(last)
    return mapping if len(used) >= max(2, 0.6 * min(len(known), len(ranges))) else None


def extend(chain: Chain, sheet: Sheet, header: Header | None, mapping: list[int]) -> None:
    """Add the rows of a sheet to the chain."""
    for draft in _rows(sheet, header):
        if mapping != list(range(chain.width)) or len(draft.cells) != chain.width:
            draft.cells = _mapped(draft.cells, mapping, chain.width)
            draft.over = _covered(draft.over, draft.cells, mapping, chain.width)
            draft.short = draft.short or (sheet.width != chain.width and header is None)
        chain.rows.append(draft)
    chain.sheets.append(sheet)


def _mapped(cells: list[Cell | None], mapping: list[int], width: int) -> list[Cell | None]:
    out: list[Cell | None] = [None] * width
    for c, cell in enumerate(cells):
        if cell is None or c >= len(mapping):
            continue
        k = mapping[c]
        here = out[k]
        if here is None or not here.text.strip():
            out[k] = cell
        elif cell.text.strip():
            out[k] = here.model_copy(update={"text": f"{here.text} {cell.text}"})
    return out


def _covered(over: list[Cell | None], own: list[Cell | None], mapping: list[int], width: int) -> list[Cell | None]:
    out = list(own)
    for c, cell in enumerate(over):
        if cell is not None and c < len(mapping) and out[mapping[c]] is None:
            out[mapping[c]] = cell
    return out
