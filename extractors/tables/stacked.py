"""Several indicators in one cell, with their values stacked beside them: taken apart when the counts agree."""

import re

from extractors.tables.berjudul import headed_items
from extractors.tables.cells import Shape, has_digit, plain, shape

_ITEM = re.compile(r"(?:^|(?<=\s))(?:[-–•▪➢]\s+|\(?[a-z\d]{1,2}[.)]\s+)(?=\S)")
_NAMED_VALUE = re.compile(r"[^\W\d].*\d")
_MEASURE = re.compile(r"(?:Jumlah|P[ero]{2,3}sentase|Indeks|Nilai|Rasio|Tingkat|Cakupan|Angka|Rata-rata|Luas)\b")
_START = re.compile(r"^\s*(?:[-–•▪➢]\s*|\(?[a-z\d]{1,2}[.)]\s*)\S")


def stacks(name: str, values: list[str]) -> list[tuple[str, list[str]]]:
    """(name, values) for each indicator of a cell; one pair when the cell holds one indicator.

    A cell is taken apart when name and every filled value cell hold the same number of items (at least two), marked or
    one to a line, or when one name has several lines of values in several columns, or named values ("Mutu 35%"), or
    when its headings ("Output :", "Outcome :") tell the outputs.
    """
    lines = [_lines(v) for v in values]
    found = _headed_stack(name, lines) or _marked_stack(name, values, lines)
    return found or [(one, values) for one in headed_items(name, 1)] or [(name, values)]


def _marked_stack(name: str, values: list[str], lines: list[list[str]]) -> list[tuple[str, list[str]]]:
    names = _items(name)
    split = [_items(v) for v in values]
    if _headed(name, names):  # a value above those of the items is that of the heading: their mean
        split = [s[1:] if len(s) == len(names) + 1 else s for s in split]
    counts = {len(s) for s, v in zip(split, values, strict=True) if v}
    if len(counts) == 1:
        n = next(iter(counts))
        if n >= 2 and len(names) == n:
            return [(names[k], [s[k] if len(s) == n else "" for s in split]) for k in range(n)]
        named = _lines(name)
        if named and named[0].endswith(":"):
            named = named[1:]
        if n >= 2 and len(named) == n and len(names) == 1 and all(x[:1].isupper() for x in named):
            return [(named[k], [s[k] if len(s) == n else "" for s in split]) for k in range(n)]
    filled = [x for x in lines if x]
    if filled and len({len(x) for x in filled}) == 1 and len(filled[0]) >= 2 and len(names) <= 1:
        n = len(filled[0])
        enough = len(filled) >= 2 or all(_NAMED_VALUE.match(t) for t in filled[0])
        if enough and all(_one_value(t) for x in filled for t in x):
            told = _measures(name, n)
            return [(told[k], [x[k] if x else "" for x in lines]) for k in range(n)]
    return []


def _headed_stack(name: str, lines: list[list[str]]) -> list[tuple[str, list[str]]]:
    """The outputs of a cell with headings of outputs and outcomes, when there are as many as lines of values."""
    filled = [x for x in lines if x]
    if not filled or not all(len(x) == len(filled[0]) >= 2 and all(map(_one_value, x)) for x in filled):
        return []
    names = headed_items(name, len(filled[0]))
    return [(one, [x[k] if x else "" for x in lines]) for k, one in enumerate(names)]


def under_heading(name: str) -> tuple[str, list[str]]:
    """The heading of a cell and the marked items below it ("Persentase …:" above "- Padi"); no items without one."""
    names = _items(name)
    at = plain(name).find(names[0]) if len(names) >= 2 else -1
    heading = plain(name)[:at].rstrip() if at > 0 else ""
    return (heading, names) if heading.endswith(":") else ("", [])


def _measures(name: str, count: int) -> list[str]:
    """The names of several indicators in one cell, where as many lines begin with a measure; else the name for each."""
    lines = _lines(name)
    starts = [n for n, line in enumerate(lines) if _MEASURE.match(line)]
    if len(starts) != count or starts[0] != 0:
        return [name] * count
    return [" ".join(lines[a:b]) for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]


def _headed(name: str, names: list[str]) -> bool:
    """True when a heading stands above the items of a cell ("Persentase …:" above "- Padi", "- Palawija")."""
    return len(names) >= 2 and not plain(name).startswith(names[0][:8])


def _lines(text: str) -> list[str]:
    return [plain(x) for x in text.split("\n") if x.strip()]


def _one_value(text: str) -> bool:
    """True for a value that ends where its line ends: "91/" over "100.000 KH" is one value."""
    if not has_digit(text) or text.endswith(("/", "-", ",", ".")):
        return False
    kind = shape(text)
    return (kind is not Shape.TEXT and kind is not Shape.MONEY) or bool(re.search(r"\d\s*%?$", text))


def _items(text: str) -> list[str]:
    """The items of a cell: marked ones ("- …", "a. …"), else its lines when each is a value."""
    if not text.strip():
        return []
    lines = [x for x in text.split("\n") if x.strip()]
    if len(lines) > 1 and all(_START.match(x) for x in lines):
        return [plain(x) for x in lines]
    flat = plain(text)
    starts = [m.start() for m in _ITEM.finditer(flat)]
    if len(starts) >= 2:
        if starts[0] != 0 and not flat[: starts[0]].rstrip().endswith(":"):
            return [flat]
        ends = [*starts[1:], len(flat)]
        return [flat[a:b].strip() for a, b in zip(starts, ends, strict=True)]
    if len(lines) > 1 and all(has_digit(x) and len(x) <= 24 for x in lines):
        return [plain(x) for x in lines]
    return [flat]
