"""Tables whose cells a comma or a semicolon parts, as spreadsheets save them: ``1,"Nilai SAKIP",80``."""

import csv
import re
from collections.abc import Sequence
from itertools import pairwise

from extractors.text.rows import Block, Numbered, Raw

_SIGNS = ";,"
_FEWEST = 3  # columns of a table, and rows below which a sentence with commas could look like one
_MOST = 2_000  # lines of one table
_LONGEST = 40  # lines of one quoted cell
_WHOLE_PART = re.compile(r"[^\W\d]\W+\d[\d.]*$")
_DECIMALS = re.compile(r"\d+(?:\s*%|[.;:)]|\s+[^\W\d])")
_VALUE = re.compile(r"^\s*(?:Rp\.?\s*)?[(-]?[0-9][0-9.,]*\s*%?\)?\s*$", re.IGNORECASE)


def separated_run(lines: Sequence[str], at: int, before: int | None = None) -> tuple[int, str]:
    """How many lines from ``at`` (0-based) are rows of one table, and the sign that parts their cells; 0 when none.

    Every row must have as many cells as the first. A sign with a blank behind it belongs to a sentence. Three rows are
    a table, or two with values in them; one goes on with a table of ``before`` columns that ends just above.
    """
    for sign in _SIGNS:
        if lines[at].count(sign) < _FEWEST - 1:
            continue
        width = 0
        end, rows, plain = at, 0, 0
        while end < min(len(lines), at + _MOST) and lines[end].strip():
            stop = _closed(lines, end)
            cells = _cells("\n".join(lines[end:stop]), sign) if stop else None
            if cells is None or len(cells) != (width or len(cells)) or _is_sentence(cells):
                break
            width = len(cells)
            rows += 1
            plain += sum(1 for cell in cells if _VALUE.match(cell)) > 1
            end = stop
        whole = end == len(lines) or not lines[end].strip()
        if whole and width >= _FEWEST and (width == before or rows >= _FEWEST or (rows > 1 and plain)):
            return end - at, sign
    return 0, ""


def read_separated(lines: Sequence[Numbered], sign: str) -> list[Block | Numbered]:
    """The table of such lines."""
    rows: list[list[Raw]] = []
    texts = [text for _, text in lines]
    at = 0
    while at < len(texts):
        stop = _closed(texts, at) or at + 1
        cells = _cells("\n".join(texts[at:stop]), sign) or [texts[at]]
        rows.append([Raw(cell.strip(), lines[at][0]) for cell in cells])
        at = stop
    return [Block(rows, lines[0][0], lines[-1][0], None, "separated")]


def _closed(lines: Sequence[str], at: int) -> int:
    """The line behind the row that begins in line ``at``; 0 when a quotation in it never ends."""
    odd = lines[at].count('"') % 2
    stop = at + 1
    while odd and stop < min(len(lines), at + _LONGEST):
        odd ^= lines[stop].count('"') % 2
        stop += 1
    return 0 if odd else stop


def _cells(text: str, sign: str) -> list[str] | None:
    try:
        rows = list(csv.reader([*text.splitlines(keepends=True)], delimiter=sign, strict=True))
    except csv.Error:
        return None
    return rows[0] if len(rows) == 1 else None


def _is_sentence(cells: list[str]) -> bool:
    """True when most signs have a blank behind them, as they do in sentences, or part the decimals of a number."""
    said = sum(1 for left, right in pairwise(cells) if right[:1].isspace() or _is_decimal(left, right))
    return said * 2 > len(cells) - 1


def _is_decimal(left: str, right: str) -> bool:
    """True between "terealisasi 63" and "31 dari target 73": a number among words, its decimals after the comma."""
    return _WHOLE_PART.search(left) is not None and _DECIMALS.match(right) is not None
