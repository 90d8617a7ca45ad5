"""Running headers, footers and page numbers: lines of a page that do not belong to the text."""

import re
from collections import defaultdict
from collections.abc import Iterable

from extractors.page_marks import page_marks
from schemas.reading import Line

_EDGE = 3  # so many lines at the top and at the bottom of a page can be furniture
_NUMBER = re.compile(
    r"^(?:hal(?:aman)?\.?\s*:?\s*)?[-–|]?\s*(?:[ivxl]{1,7}|\d{1,3}|[IVX]+\s*[-–.]\s*\d{1,3})\s*[-–|]?$", re.I
)
_DIGITS = re.compile(r"\d+")
_LOOSE = re.compile(r"[\W_]+")


def _key(text: str) -> str:
    return _LOOSE.sub("", _DIGITS.sub("", text)).lower()


def pages_of(lines: Iterable[Line]) -> dict[int, list[Line]]:
    """The lines of each PDF page in reading order; text input has no pages."""
    found: dict[int, list[Line]] = defaultdict(list)
    for line in lines:
        if line.page is not None:
            found[line.page].append(line)
    return found


def furniture(lines: Iterable[Line]) -> frozenset[int]:
    """The ``order`` of all lines that are page numbers or repeat at the edge of at least three pages."""
    lines = tuple(lines)
    pages = pages_of(lines)
    edges: dict[str, list[Line]] = defaultdict(list)
    numbers: list[int] = []
    for content in pages.values():
        edge = content if len(content) <= 2 * _EDGE else [*content[:_EDGE], *content[-_EDGE:]]
        for line in edge:
            if _NUMBER.match(line.text.strip()):
                numbers.append(line.order)
                continue
            key = _key(line.text)
            if len(key) >= 6:
                edges[key].append(line)
    need = max(3, len(pages) // 5)
    repeated = (line.order for same in edges.values() if len({line.page for line in same}) >= need for line in same)
    return frozenset([*numbers, *repeated, *page_marks(lines)])
