"""Find the header of a sheet: how many rows it takes, what each column is called, its number and its formula."""

import itertools
import re
from dataclasses import dataclass, field

from extractors.tables.cells import VALUES, Shape, is_ordinal, plain, shape, squash
from extractors.tables.matrix import Sheet
from extractors.tables.vocabulary import is_header_text, role_of
from extractors.tables.years import names_year

_NUMBER_CELL = re.compile(r"^[-–]?\(?\s*(\d{1,2})\s*\)?\s*(?:=\s*(.{3,40}))?$")  # a sheet may turn (2) into -2
_IN_LABEL = re.compile(r"\s*\(\s*(\d{1,2})\s*(?:=\s*([^()]{3,30}(?:\([^()]*\))?[^()]*))?\)\s*$")
_YEARS = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)\**")
_DAMAGED_NO = frozenset({"1", "100", "№", "n", "o"})
_DEEPEST = 6
_TITLES = 3


@dataclass(slots=True)
class Header:
    """``depth`` rows are header (``start`` of them are a title); ``paths`` holds group labels and leaf per column."""

    depth: int
    paths: list[tuple[str, ...]]
    numbers: list[int | None]
    formulas: list[str | None]
    title: str = ""
    start: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)  # columns covered by each column's leaf

    @property
    def labels(self) -> list[str]:
        """One joined label for each column."""
        return [" ".join(p) for p in self.paths]

    @property
    def key(self) -> str:
        """All labels, squashed, to compare two headers."""
        return "|".join(squash(label) for label in self.labels if label)


def number_row(texts: list[str]) -> list[tuple[int, str | None] | None] | None:
    """The numbers (and formulas) of a row such as (1) (2) (3) or 1 2 3 4=3/2; None when the row is another kind."""
    found: list[tuple[int, str | None] | None] = []
    numbers = []
    for text in texts:
        if not text:
            found.append(None)
            continue
        match = _NUMBER_CELL.match(text)
        if match is None:
            return None
        numbers.append(int(match.group(1)))
        found.append((numbers[-1], match.group(2)))
    if len(numbers) < 3 or numbers[0] not in {1, 2}:
        return None
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    if any(s < 0 for s in steps) or sum(1 for s in steps if s) < 0.6 * len(steps):
        return None
    if len(numbers) < 4 and any(s > 2 for s in steps):
        return None
    return found


def _hits(texts: list[str]) -> tuple[int, int, int]:
    """How many cells look like header, like data, and are filled at all."""
    hits = data = filled = 0
    for c, text in enumerate(texts):
        if not text:
            continue
        filled += 1
        if names_year(text):
            hits += 1
        elif shape(text) in VALUES and len(text) > 2 and not (c == 0 and text in _DAMAGED_NO):
            data += 1
        elif is_header_text(text):
            hits += 1
        elif shape(text) in VALUES and not (c == 0 and text in _DAMAGED_NO):
            data += 1
    return hits, data, filled


def _header_like(sheet: Sheet, row: int, first: bool) -> bool:
    texts = sheet.texts(row)
    hits, data, filled = _hits(texts)
    if data or not filled or not hits:
        return False
    if first:
        roles = {role_of(t) for t in texts if t} - {None}
        return hits >= max(1, 0.55 * filled) and (len(roles) >= 2 or (len(roles) == 1 and hits >= 2))
    if texts[0] and is_ordinal(texts[0]) and texts[0] not in _DAMAGED_NO:
        return False
    return hits >= 0.6 * filled and (filled >= 2 or not texts[0])


def _under_header(sheet: Sheet, start: int, row: int) -> bool:
    """True when most positions of a row are covered by header cells that reach down from above."""
    covered = sum(
        1 for c in sheet.over[row] if c is not None and c.rowspan > 1 and not any(c is o for o in sheet.own[row])
    )
    return covered * 2 >= sheet.width


def _fragment(sheet: Sheet, row: int) -> bool:
    """True for a row of short leftovers of wrapped header cells in a table without drawn lines."""
    if sheet.ruled:
        return False
    texts = [t for t in sheet.texts(row) if t]
    return bool(texts) and all(len(t) <= 14 and t.isupper() and shape(t) is Shape.TEXT for t in texts)


def find_header(sheet: Sheet) -> Header | None:
    """The header at the top of a sheet, or None when its first rows are data already."""
    rows = len(sheet.own)
    start = 0
    while start < min(_TITLES, rows) and not _header_like(sheet, start, True):
        texts = [t for t in sheet.texts(start) if t]
        numbered = len(texts) >= 2 and not _hits(sheet.texts(start))[1] and _number_row_below(sheet, start) is not None
        if numbered or (start + 1 < rows and _split_first(sheet, start)):
            break
        if len(texts) != 1 or shape(texts[0]) in VALUES:
            return _only_numbers(sheet) or _by_contrast(sheet) if start == 0 else None
        start += 1
    else:
        if start >= min(_TITLES, rows):
            return None
    depth = start + 1
    bound = _number_row_below(sheet, start)
    if bound is not None:
        return _describe(sheet, start, bound)
    while depth < min(rows, start + _DEEPEST):
        if number_row(sheet.texts(depth)) is not None:
            break
        hits, data, _ = _hits(sheet.texts(depth))
        if data == 0 and (
            _header_like(sheet, depth, False)
            or (hits and _under_header(sheet, start, depth))
            or (hits == 0 and _fragment(sheet, depth))
        ):
            depth += 1
            continue
        break
    return _describe(sheet, start, depth)


def _number_row_below(sheet: Sheet, start: int) -> int | None:
    """The row of column numbers under a header, when nothing between looks like data; all above it is header."""
    for row in range(start + 1, min(len(sheet.own), start + _DEEPEST + 1)):
        texts = sheet.texts(row)
        if number_row(texts) is not None and sum(1 for t in texts if t) * 2 >= sheet.width:
            return row
        if _hits(texts)[1] or any(len(t) > 80 for t in texts):
            return None
    return None


def _split_first(sheet: Sheet, row: int) -> bool:
    """True when two rows together read as header though the first does not (a label over two lines)."""
    upper, lower = sheet.texts(row), sheet.texts(row + 1)
    if _hits(upper)[1] or _hits(lower)[1]:
        return False
    joined = [f"{a} {b}".strip() for a, b in zip(upper, lower, strict=True)]
    roles = {role_of(t) for t in joined if t} - {None}
    hits, _, filled = _hits(joined)
    return filled >= 2 and hits >= 0.7 * filled and len(roles) >= 2 and max(map(len, joined)) <= 60


def _by_contrast(sheet: Sheet) -> Header | None:
    """The first row, when it prints a short text over every column and at least one column below prints numbers only.

    This finds the headers of tables about anything ("Golongan | Jumlah"), so that their columns have labels.
    """
    texts = sheet.texts(0)
    filled = [c for c, t in enumerate(texts) if t]
    if len(sheet.own) < 3 or len(filled) < 2 or len(filled) * 10 < sheet.width * 7:
        return None
    if any(len(texts[c]) > 45 or (shape(texts[c]) is not Shape.TEXT and texts[c] not in {"%", "(%)"}) for c in filled):
        return None
    for c in filled[1:]:
        below = [t for t in (sheet.text(r, c) for r in range(1, len(sheet.own))) if t]
        if len(below) >= 2 and sum(1 for t in below if shape(t) in VALUES) * 10 >= len(below) * 8:
            return _describe(sheet, 0, 1)
    return None


def _only_numbers(sheet: Sheet) -> Header | None:
    """A page that repeats nothing of the header but its row of column numbers."""
    numbers = number_row(sheet.texts(0))
    if numbers is None or sum(1 for n in numbers if n) < 4 or len(sheet.own) < 2:
        return None
    return Header(
        depth=1,
        paths=[() for _ in numbers],
        numbers=[n[0] if n else None for n in numbers],
        formulas=[n[1] if n else None for n in numbers],
    )


def _describe(sheet: Sheet, start: int, depth: int) -> Header:
    width = sheet.width
    numbers: list[int | None] = [None] * width
    formulas: list[str | None] = [None] * width
    paths = _paths(sheet, start, depth)
    title = " ".join(t for r in range(start) for t in sheet.texts(r) if t)
    end = depth
    if depth < len(sheet.own):
        found = number_row(sheet.texts(depth))
        if found is not None:
            end = depth + 1
            for c, item in enumerate(found):
                if item is not None:
                    numbers[c], formulas[c] = item
            if end < len(sheet.own) and _labels_below_numbers(sheet, end):
                paths = [_deeper(p, sheet.text(end, c)) for c, p in enumerate(paths)]
                end += 1
    _numbers_in_labels(paths, numbers, formulas)
    return Header(end, paths, numbers, formulas, title, start)


def _labels_below_numbers(sheet: Sheet, row: int) -> bool:
    """True for a row such as "K | Rp | K | Rp" that stands below the row of column numbers."""
    texts = [t for t in sheet.texts(row) if t]
    return len(texts) >= 2 and all(len(t) <= 12 and (t in {"K", "F"} or is_header_text(t)) for t in texts)


def _deeper(path: tuple[str, ...], text: str) -> tuple[str, ...]:
    return (*path, text) if text else path


def _numbers_in_labels(paths: list[tuple[str, ...]], numbers: list[int | None], formulas: list[str | None]) -> None:
    """Take "(3)" or "(6 = 5/4)" off the end of labels when most of the labels end so."""
    matches = [_IN_LABEL.search(p[-1]) if p else None for p in paths]
    labelled = sum(1 for p in paths if p)
    if any(n is not None for n in numbers) or sum(1 for m in matches if m) * 10 < labelled * 6 or labelled < 3:
        return
    for c, match in enumerate(matches):
        if match is not None:
            numbers[c], formulas[c] = int(match.group(1)), match.group(2)
            bare = paths[c][-1][: match.start()].strip()
            paths[c] = (*paths[c][:-1], bare) if bare else paths[c][:-1]


def _paths(sheet: Sheet, start: int, depth: int) -> list[tuple[str, ...]]:
    """Group labels and leaf of each column, pieces of one label over several lines joined."""
    width = sheet.width
    spans: list[list[tuple[int, int, str]]] = [[] for _ in range(width)]
    for r in range(start, depth):
        cover = _row_cover(sheet, r, depth)
        for c in range(width):
            if cover[c] is not None and (not spans[c] or spans[c][-1] != cover[c]):
                spans[c].append(cover[c])  # type: ignore[arg-type]
    paths: list[tuple[str, ...]] = []
    leaves: list[tuple[int, int]] = []
    for c in range(width):
        path: list[tuple[int, int, str]] = []
        for left, right, text in spans[c]:
            if path and left <= path[-1][0] and path[-1][1] <= right and (left, right) != path[-1][:2]:
                continue  # a heading below the header: it covers more columns than the label above it
            if path and path[-1][:2] == (left, right):
                path[-1] = (left, right, f"{path[-1][2]} {text}")
            else:
                path.append((left, right, text))
        paths.append(tuple(text for _, _, text in path if text))
        leaves.append(path[-1][:2] if path else (c, c))
    _deal_out(paths, leaves)
    return paths


def _deal_out(paths: list[tuple[str, ...]], leaves: list[tuple[int, int]]) -> None:
    """A lowest label over k columns that holds k years, or k header words, is dealt out over them."""
    for left, right in {span for span in leaves if span[1] > span[0]}:
        columns = [c for c in range(left, right + 1) if leaves[c] == (left, right)]
        if len(columns) != right - left + 1 or not paths[left]:
            continue
        text = paths[left][-1]
        tails = re.findall(r"\(\d{1,2}\)", text)
        bare = re.sub(r"\s*\(\d{1,2}\)", "", text) if len(tails) == len(columns) else text
        years = _YEARS.findall(bare)
        words = bare.split()
        group = paths[left][:-1]
        if len(years) == len(columns):
            head = _YEARS.sub("", bare).strip(" -–*")
            deal = [(*group, head, y) if head else (*group, y) for y in years]
        elif len(words) == len(columns) and all(is_header_text(w) for w in words) and group:
            deal = [(*group, w) for w in words]
        else:
            continue
        for k, c in enumerate(columns):
            paths[c] = (*deal[k][:-1], f"{deal[k][-1]} {tails[k]}") if len(tails) == len(columns) else deal[k]


def _row_cover(sheet: Sheet, row: int, depth: int) -> list[tuple[int, int, str] | None]:
    """For each column of a header row: the columns its cell covers, and the text."""
    width = sheet.width
    cover: list[tuple[int, int, str] | None] = [None] * width
    for c in range(width):
        cell = sheet.over[row][c]
        if cell is None or not cell.text.strip():
            continue
        reach = [k for k in range(width) if sheet.over[row][k] is cell]
        starts_here = any(sheet.own[row][k] is cell for k in reach)
        if starts_here or reach:
            cover[c] = (reach[0], reach[-1], plain(cell.text))
    if all(n is None or n[0] == n[1] for n in cover):  # no merged cells known: a group reaches over blanks
        c = 0
        while c < width:
            here = cover[c]
            if here is None or not _filled_below(sheet, row, depth, c):
                c += 1
                continue
            end = c
            while (
                end + 1 < width
                and cover[end + 1] is None
                and _filled_below(sheet, row, depth, end + 1)
                and not _filled_above(sheet, row, end + 1)
            ):
                end += 1
            for k in range(c, end + 1):
                cover[k] = (c, end, here[2])
            c = end + 1
    return cover


def _filled_below(sheet: Sheet, row: int, depth: int, column: int) -> bool:
    return any(sheet.text(r, column) for r in range(row + 1, depth))


def _filled_above(sheet: Sheet, row: int, column: int) -> bool:
    return any(sheet.text(r, column) for r in range(row))
