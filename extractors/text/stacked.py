"""Cells of a table that stand one below the other, as programs write them that give up the layout of a page.

Which value belongs to which label cannot be told any more: the place is named, nothing is read from it.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.loose import LOOKS_LIKE_A_TABLE
from extractors.tables.cells import plain
from extractors.tables.vocabulary import is_header_text
from extractors.text.rows import Numbered
from schemas.reading import Unread

_VALUE = re.compile(
    r"^(?!\d{1,2}(?:\.\d{1,2})+\.?$)(?:Rp\.?\s*)?[(<>≤≥-]?\s?\d[\d.,]*\s*(?:%|,-)?\)?$"
    r"|^\d[\d.,]*\s+(?:%|persen|orang|unit|dokumen|laporan|kegiatan|paket|buah|desa|nilai|indeks|kali|bulan|ob)$",
    re.IGNORECASE,
)
_CELL = 60  # letters of a line that can be (a line of) a cell
_FEWEST = 6  # values of one place
_LABELS = 4  # of columns, one below the other
_REACH = 6  # lines without a value between two of them
_SHARE = 0.25  # of its lines that hold nothing but a value
_SHOWN = 80


def stacked(lines: Sequence[Numbered]) -> list[Unread]:
    """An entry for each such place; ``lines`` are the running ones with their numbers, blank ones left out."""
    out = _headers(lines)
    start = last = -1
    values = 0
    for n, (_, text) in enumerate([*lines, (0, "")]):
        line = text.strip()
        if _VALUE.match(line):
            start = n if start < 0 else start
            last, values = n, values + 1
        elif start >= 0 and (n - last > _REACH or len(line) > _CELL or n == len(lines)):
            out += _entry(lines, start, last, values)
            start, values = -1, 0
    return out


def _headers(lines: Sequence[Numbered]) -> list[Unread]:
    """Labels of columns that stand one below the other: their table can hold words only."""
    out: list[Unread] = []
    run: list[Numbered] = []
    for number, text in [*lines, (0, "")]:
        label = text.strip()
        if label and len(label) <= _CELL and label[-1] not in ".:;," and is_header_text(label):
            run.append((number, label))
            continue
        if len({label.casefold() for _, label in run}) >= _LABELS:
            what = f"area: {plain(' '.join(label for _, label in run))[:_SHOWN]}"
            out.append(Unread(line=run[0][0], what=what, reason=LOOKS_LIKE_A_TABLE))
        run = []
    return out


def _entry(lines: Sequence[Numbered], start: int, last: int, values: int) -> list[Unread]:
    if values < _FEWEST or values < _SHARE * (last - start + 1):
        return []
    texts = [text.strip() for _, text in lines[start : last + 1] if _VALUE.match(text.strip())]
    if _counts(texts):
        return []
    what = f"area: {plain(' '.join(text.strip() for _, text in lines[start : last + 1]))[:_SHOWN]}"
    return [Unread(line=lines[start][0], what=what, reason=LOOKS_LIKE_A_TABLE, numbers=values)]


def _counts(texts: Sequence[str]) -> bool:
    """True for numbers that go up one by one: those of pages or of the items of a list."""
    numbers = [int(text) for text in texts if text.isdigit()]
    return len(numbers) == len(texts) and all(0 < b - a <= 2 for a, b in pairwise(numbers))
