"""Find the header of a sheet: how many rows it takes, what each column is called, its number and its formula."""

import re
from dataclasses import dataclass, field

from extractors.tables.cells import VALUES, Shape, is_ordinal, plain, shape, squash
from extractors.tables.header_labels import formulas_in_labels, label_paths, numbers_in_labels
from extractors.tables.labels import ABBREVIATED
from extractors.tables.matrix import Sheet
from extractors.tables.number_row import number_row
from extractors.tables.vocabulary import is_header_text, role_of
from extractors.tables.years import names_year

_DAMAGED_NO = frozenset({"1", "100", "№", "n", "o"})
_DEEPEST = 6
_NTH = re.compile(r"\(?(?:[1-9]|i{1,3}|iv|vi{0,3})\)?$", re.IGNORECASE)
_NTH_YEAR = re.compile(r"(?:tahun|thn|th)\.?\s*(?:rencana\s*)?ke\s*[-–:]?\s*$", re.IGNORECASE)
_TITLES = 3
_NAME = 30  # letters of a label of one column under a merged one


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
    if not first and _abbreviated(texts):
        return True
    hits, data, filled = _hits(texts)
    if data or not filled or not hits:
        return False
    if first:
        roles = {role_of(t) for t in texts if t} - {None}
        return hits >= max(1, 0.55 * filled) and (len(roles) >= 2 or (len(roles) == 1 and hits >= 2))
    if texts[0] and is_ordinal(texts[0]) and texts[0] not in _DAMAGED_NO:
        return False
    return hits >= 0.6 * filled and (filled >= 2 or not texts[0])


def _abbreviated(texts: list[str]) -> bool:
    """True for "T | R | T | R": target and realisation of several years by their first letters."""
    filled = [t for t in texts if t]
    return filled.count("T") >= 2 and filled.count("T") == filled.count("R") and set(filled) <= ABBREVIATED.keys()


def _under_header(sheet: Sheet, start: int, row: int) -> bool:
    """True when header cells that name a role reach down into a row, and the rest of it is short labels."""
    reaching = {
        id(c): c for c in sheet.over[row] if c is not None and c.rowspan > 1 and not any(c is o for o in sheet.own[row])
    }
    named = sum(1 for c in reaching.values() if role_of(plain(c.text)) is not None)
    covered = sum(1 for c in sheet.over[row] if c is not None and id(c) in reaching)
    short = all(len(t) <= 30 for t in sheet.texts(row))
    return short and (covered * 2 >= sheet.width or named >= 2)


def _divided(sheet: Sheet, row: int) -> bool:
    """True when a row names the columns below a merged label, beside header cells that reach down to it.

    "No | Barang | JUMLAH" over "  | Nama | UNIT | HARGA": nothing in the lower row need be a word of headers.
    """
    reaches = any(
        cell is not None and cell.rowspan > 1 and sheet.own[row][c] is None and sheet.over[row - 1][c] is cell
        for c, cell in enumerate(sheet.over[row])
    )
    texts = sheet.texts(row)
    if not reaches or any(len(t) > _NAME or (t and shape(t) is not Shape.TEXT) for t in texts):
        return False
    for c, cell in enumerate(sheet.own[row - 1]):
        if cell is None or cell.colspan < 2 or not cell.text.strip() or shape(plain(cell.text)) is not Shape.TEXT:
            continue
        below = range(c, min(c + cell.colspan, sheet.width))
        if all(texts[k] for k in below):
            return True
    return False


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
        if _counts_years(sheet, start, depth):
            depth += 1
            continue
        if number_row(sheet.texts(depth)) is not None:
            break
        hits, data, _ = _hits(sheet.texts(depth))
        if data == 0 and (
            _header_like(sheet, depth, False)
            or _under_header(sheet, start, depth)
            or _divided(sheet, depth)
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
        if _counts_years(sheet, start, row):
            continue
        if number_row(texts) is not None and sum(1 for t in texts if t) * 2 >= sheet.width:
            return row
        if _hits(texts)[1] or any(len(t) > 80 for t in texts):
            return None
    return None


def _counts_years(sheet: Sheet, start: int, row: int) -> bool:
    """True for the row "1 2 3 4 5" under "Tahun ke-": it names the years of a plan, and numbers no columns."""
    found = [(c, text) for c, text in enumerate(sheet.texts(row)) if text]
    nth = [c for c, text in found if _NTH.match(text)]
    if len(nth) < 2 or any(not is_header_text(text) for c, text in found if c not in nth):
        return False
    return all(
        any((cell := sheet.over[r][c]) is not None and _NTH_YEAR.search(plain(cell.text)) for r in range(start, row))
        for c in nth
    )


def _split_first(sheet: Sheet, row: int) -> bool:
    """True when two rows together read as header though the first does not (a label over two lines)."""
    upper, lower = sheet.texts(row), sheet.texts(row + 1)
    if sum(1 for t in upper if t) < 2:
        return False
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
    depth = 1
    while depth < min(_DEEPEST, len(sheet.own) - 2) and _divided(sheet, depth):
        depth += 1
    for c in range(filled[0] + 1, sheet.width):
        below = [t for t in (sheet.text(r, c) for r in range(depth, len(sheet.own))) if t]
        if len(below) >= 2 and sum(1 for t in below if shape(t) in VALUES) * 10 >= len(below) * 8:
            return _describe(sheet, 0, depth)
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
    paths = label_paths(sheet, start, depth)
    title = " ".join(t for r in range(start) for t in sheet.texts(r) if t)
    end = depth
    if depth < len(sheet.own):
        found = number_row(sheet.texts(depth))
        if found is not None:
            end = depth + 1
            for c, item in enumerate(found):
                if item is not None:
                    numbers[c], formulas[c] = item
                elif c and _reaches(sheet, depth, c):
                    numbers[c], formulas[c] = numbers[c - 1], formulas[c - 1]  # one number over "K | Rp"
            if end < len(sheet.own) and _labels_below_numbers(sheet, end):
                paths = [_deeper(p, sheet.text(end, c)) for c, p in enumerate(paths)]
                end += 1
    numbers_in_labels(paths, numbers, formulas)
    formulas_in_labels(paths, numbers, formulas)
    return Header(end, paths, numbers, formulas, title, start)


def _reaches(sheet: Sheet, row: int, column: int) -> bool:
    """True when the cell on the left is merged with this position."""
    cell = sheet.over[row][column]
    return cell is not None and sheet.over[row][column - 1] is cell


def _labels_below_numbers(sheet: Sheet, row: int) -> bool:
    """True for a row such as "K | Rp | K | Rp" that stands below the row of column numbers."""
    texts = [t for t in sheet.texts(row) if t]
    return len(texts) >= 2 and all(len(t) <= 12 and (t in {"K", "F"} or is_header_text(t)) for t in texts)


def _deeper(path: tuple[str, ...], text: str) -> tuple[str, ...]:
    return (*path, text) if text else path
