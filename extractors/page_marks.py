"""Marks of page breaks in a text file: lines that a page, not the text, put there.

A converter may leave the number of each page, a mark of its own ("--- Page 3 ---") and the running title between two
halves of a sentence or of a table. A PDF needs none of this: its lines know their pages.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import pairwise

from schemas.reading import Line

_NUMBER = r"(?:\d{1,4}|[ivxlc]{1,7})"
_MARK = re.compile(
    rf"^[\W_]*(?:hal(?:aman)?\b\.?|page|p\s?a\s?g\s?e|hlm\.?)\s*[:|.-]?\s*{_NUMBER}(?:\s*(?:dari|of|/)\s*\d{{1,4}})?[\W_]*$"
    rf"|^[\W_]*{_NUMBER}\s*\|\s*(?:halaman|page|p\s?a\s?g\s?e)[\W_]*$"
    rf"|^[-–—]{{1,3}}\s*{_NUMBER}\s*[-–—]{{1,3}}$|^\{{\d{{1,4}}\}}-{{3,}}$|^[-=*_\s]*page\s?break[-=*_\s]*$",
    re.I,
)
_LONE = re.compile(rf"^\W*{_NUMBER}\W*$")
_ENDS = re.compile(r"^(?P<title>.{6,120}?)\s*(?:\||\bhal(?:aman)?\b\.?|\bpage\b)\s*\d{1,4}$", re.I)
_BEGINS = re.compile(r"^\d{1,4}\s*\|\s*(?P<title>\D.{6,120})$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_STEP = 3  # pages without a printed number between two that have one
_REPEATED = 3
_DIGITS = re.compile(r"\d+")


def is_page_mark(text: str) -> bool:
    """True for a line that names a page and nothing else: "--- Page 3 ---", "Halaman 3 dari 40", "- 3 -"."""
    return bool(_MARK.match(text.strip()))


def is_lone_number(text: str) -> bool:
    """True for a number that stands alone, as the number of a page does."""
    text = text.strip()
    return bool(_LONE.match(text)) and "%" not in text


def page_marks(lines: Iterable[Line]) -> frozenset[int]:
    """The ``order`` of every line of a text file that belongs to its pages: marks, page numbers, running titles.

    Numbers that stand alone must count the pages; a running title must stand beside a mark, or hold the number of the
    page, three times or more. Lines of a PDF are never among them.
    """
    own = [line for line in lines if line.page is None]
    marks = {n for n, line in enumerate(own) if is_page_mark(line.text)} | _counted(own)
    titles = _titles(own, marks)
    return frozenset(own[n].order for n in marks | titles)


def _counted(lines: Sequence[Line]) -> set[int]:
    """Numbers that stand alone between blank lines and go up from one to the next."""
    found = [(n, _value(line.text)) for n, line in enumerate(lines) if is_lone_number(line.text) and _apart(lines, n)]
    out: set[int] = set()
    for (n, one), (m, other) in pairwise(found):
        if 0 < other - one <= _STEP:
            out |= {n, m}
    return out


def _value(text: str) -> int:
    text = text.strip(" \t.-–—()[]*_").lower()
    if text.isdigit():
        return int(text)
    values = [_ROMAN.get(letter, 0) for letter in text]
    return sum(-v if any(w > v for w in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


def _apart(lines: Sequence[Line], n: int) -> bool:
    here = lines[n].line or 0
    above = lines[n - 1].line if n else None
    below = lines[n + 1].line if n + 1 < len(lines) else None
    return (above is None or here - above > 1) or (below is None or below - here > 1)


def _titles(lines: Sequence[Line], marks: set[int]) -> set[int]:
    """Lines that stand beside a mark, or end in the number of the page, again and again."""
    beside: dict[str, list[int]] = defaultdict(list)
    numbered: dict[str, list[int]] = defaultdict(list)
    for n, line in enumerate(lines):
        if n in marks or (line.heading is not None and line.heading < 3):
            continue
        found = _ENDS.match(line.text) or _BEGINS.match(line.text)
        if found:
            numbered[_key(found["title"])].append(n)
        elif len(line.text) <= 120 and line.text[-1:] not in ".;," and (n - 1 in marks or n + 1 in marks):
            beside[_key(line.text)].append(n)
    return {n for same in (*beside.values(), *numbered.values()) if len(same) >= _REPEATED for n in same}


def _key(text: str) -> str:
    return _DIGITS.sub("#", text).casefold().strip()
