"""Whether rows in columns are a table, and how well a table without drawn borders agrees with itself."""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.pdf.extent import Extent
from extractors.pdf.found import FoundGrid
from extractors.tables.cells import VALUES, Shape, has_digit, is_ordinal, plain, shape
from extractors.tables.vocabulary import is_header_text

_LEADERS = re.compile(r"[.…_]{4,}|(?:\. ){4,}")
_CONTENTS = re.compile(
    r"^(?:bab|daftar|kata\s+pengantar|lampiran|ringkasan|ikhtisar|pendahuluan|penutup)\b", re.IGNORECASE
)
_SIGNED = re.compile(r"\bNIP\b|^(?:pangkat|jabatan|pembina)\b", re.IGNORECASE)
_WHOLE = re.compile(r"^\d{1,4}$")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MANY = 4  # labels that make one row of texts a table
_LABEL = re.compile(r"^[(\"“%]?\s*\w|^\(?%")
_LEAST = 0.55  # a score below this is no table
_SHORT = 60  # letters; texts of a label


def _columns(grid: FoundGrid) -> list[list[str]]:
    """The texts below the header by column, cells over several columns left out."""
    out: list[list[str]] = [[] for _ in range(grid.columns)]
    for cell in grid.cells:
        if cell.row >= (grid.header_rows or 0) and cell.colspan == 1 and cell.text:
            out[cell.column].append(plain(cell.text.replace("\n", " ")))
    return out


def _is_number(text: str) -> bool:
    return is_ordinal(text) or (len(text) == 1 and text.isalpha())


def _kind(text: str) -> str:
    look = shape(text)
    if look is Shape.DASH:
        return "-"
    if look in VALUES and has_digit(text):
        return "m" if look is Shape.MONEY else "v"
    return "t"


def self_agreement(grid: FoundGrid) -> float:
    """Between 0 and 1: how constant the columns are, how full the rows, weighed by what numbers there are."""
    columns = _columns(grid)
    shares: list[float] = []
    for c, texts in enumerate(columns):
        if not texts:
            continue
        if c == 0 and sum(1 for t in texts if _is_number(t)) * 2 >= len(texts):
            shares.append(sum(1 for t in texts if _is_number(t)) / len(texts))
            continue
        kinds = Counter("v" if k == "m" else k for k in map(_kind, texts))
        dashes = kinds.pop("-", 0)
        shares.append((max(kinds.values(), default=0) + dashes) / len(texts))
    rows = grid.rows - (grid.header_rows or 0)
    if not shares or not rows:
        return 0.0
    filled = max(len(t) for t in columns) / rows
    return round(sum(shares) / len(shares) * (0.7 + 0.3 * min(1.0, filled)), 3)


def is_table(grid: FoundGrid, extent: Extent, goes_on: bool) -> bool:
    """Whether a candidate is a table: values below labels, numbered names below labels, or rows that go on."""
    columns = _columns(grid)
    texts = [t for column in columns for t in column]
    if grid.score < _LEAST or _no_table(grid, columns, texts):
        return False
    rows = grid.rows - (grid.header_rows or 0)
    values = [c for c, t in enumerate(columns) if t and c and _valued(t)]
    labels = _labels(grid)
    if not values and not _numbered(columns, rows) and len(labels) < _MANY:
        return False
    if goes_on:
        return bool(values) or rows >= 2
    known = sum(1 for label in labels if is_header_text(label) or _YEAR.search(label))
    spoken = 10 * known >= 6 * len(labels)
    shown = extent.bold or spoken or (extent.barred and rows >= 2)
    money = any(sum(1 for t in columns[c] if _kind(t) == "m") >= 2 for c in values)
    small = sum(1 for label in labels if label[0].islower())
    if len(labels) >= 2 and len(labels) * 2 >= grid.columns and shown and small * 4 <= len(labels):
        if rows >= 2:
            return bool(values) or (known >= 2 and _numbered(columns, rows)) or (spoken and len(labels) >= _MANY)
        return spoken and known >= 2 and len(labels) >= (3 if values else _MANY)
    return rows >= 3 and len(values) >= 2 and money


def _valued(texts: Sequence[str]) -> bool:
    kinds = Counter(_kind(t) for t in texts)
    return kinds["v"] + kinds["m"] > 0 and 10 * (kinds["v"] + kinds["m"] + kinds["-"]) >= 6 * len(texts)


def _numbered(columns: Sequence[Sequence[str]], rows: int) -> bool:
    return len(columns) >= 3 and sum(1 for t in columns[0] if _is_number(t)) * 10 >= 8 * rows


def _labels(grid: FoundGrid) -> list[str]:
    """Header labels in the row that covers most columns; numbers of columns are none."""
    depth = grid.header_rows or 0
    found = [plain(c.text.replace("\n", " ")) for c in grid.cells if c.row < depth and _LABEL.match(c.text)]
    return [t for t in found if t and len(t) <= _SHORT and not re.fullmatch(r"\(?\d{1,2}\)?(?:\s*=.*)?", t)]


def _no_table(grid: FoundGrid, columns: Sequence[Sequence[str]], texts: Sequence[str]) -> bool:
    """Tables of contents, signatures, pairs of a name and what it is."""
    if any(_LEADERS.search(t) for t in texts) or sum(1 for t in texts if _SIGNED.search(t)) >= 2:
        return True
    if any(t and sum(1 for x in t if x == ":" or x.startswith(":")) * 2 > len(t) for t in columns):
        return True
    if sum(1 for label in _labels(grid) if label.endswith(":")) >= 2 or _is_prose(columns):
        return True
    last = columns[-1]
    pages = [int(t) for t in last if _WHOLE.match(t)]
    rising = len(pages) >= 3 and len(pages) >= 0.7 * len(last) and pages == sorted(pages)
    chapters = any(_CONTENTS.match(t) for t in texts)
    return rising and chapters


def _is_prose(columns: Sequence[Sequence[str]]) -> bool:
    """Sentences pulled apart: names begin with a capital letter, words in the middle of a sentence do not."""
    words = [t for column in columns for t in column if _kind(t) == "t" and len(t) > 2 and t[0].isalpha()]
    return len(words) >= 3 and sum(1 for t in words if t[0].islower()) * 3 > len(words)
