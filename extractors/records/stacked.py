"""Several indicators in one cell, with their values stacked beside them: taken apart when the counts agree."""

import re

from extractors.tables.cells import Shape, has_digit, plain, shape

_ITEM = re.compile(r"(?:^|(?<=\s))(?:[-•▪➢]\s+|\(?[a-z\d]{1,2}[.)]\s+)(?=\S)")
_START = re.compile(r"^\s*(?:[-•▪➢]\s*|\(?[a-z\d]{1,2}[.)]\s*)\S")


def stacks(name: str, values: list[str]) -> list[tuple[str, list[str]]]:
    """(name, values) for each indicator of a cell; one pair when the cell holds one indicator.

    A cell is taken apart when name and every filled value cell hold the same number of items (at least two), or when
    one name has several lines of values, each of them a value.
    """
    whole = [(name, values)]
    names = _items(name)
    split = [_items(v) for v in values]
    counts = {len(s) for s, v in zip(split, values, strict=True) if v}
    if len(counts) == 1:
        n = next(iter(counts))
        if n >= 2 and len(names) == n:
            return [(names[k], [s[k] if len(s) == n else "" for s in split]) for k in range(n)]
    lines = [[plain(x) for x in v.split("\n") if x.strip()] for v in values]
    filled = [x for x in lines if x]
    if filled and len({len(x) for x in filled}) == 1 and len(filled[0]) >= 2 and len(names) <= 1:
        n = len(filled[0])
        if all(_one_value(t) for x in filled for t in x):
            return [(name, [x[k] if x else "" for x in lines]) for k in range(n)]
    return whole


def _one_value(text: str) -> bool:
    if not has_digit(text):
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
