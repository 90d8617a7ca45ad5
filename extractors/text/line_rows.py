"""Which lines of a table begin a row, where cells go on over several lines and nothing is drawn between the rows."""

import re
from collections.abc import Sequence

_ORDINAL = re.compile(r"^\(?(?:[0-9]{1,3}(?:\.[0-9]{1,3})*|[IVXLC]{1,6}|[A-Za-z])[.)]?$")
_VALUE = re.compile(r"^(?:Rp\.?\s*)?[(<>≤≥-]?\s?[0-9][0-9.,]*\s*(?:%|,-)?\)?(?:\s[A-Za-z/]{1,12})?$|^[-–—]$", re.I)
_DASHES = "-–—"


def row_starts(lines: Sequence[Sequence[str]]) -> set[int]:
    """The lines that begin a row when every cell begins in the first line of its row.

    The column that tells is the one of the row numbers, else the column of values that is filled most often; a line
    with no cell there goes on with the row above. Without such a column a line goes on with the row above when it only
    adds words to cells that have some, the first column left out.
    """
    cells = [[text.strip() for text in line] for line in lines]
    width = max((len(line) for line in cells), default=0)
    columns = [[line[c] if c < len(line) else "" for line in cells] for c in range(width)]
    key = next((column for column in columns[:1] if _tells(column, _ORDINAL)), None)
    if key is None:
        valued = [column for column in columns if _tells(column, _VALUE)]
        key = max(valued, key=lambda column: sum(map(bool, column)), default=None)
    if key is None:
        return {0} | {n for n in range(1, len(cells)) if not _adds_words(cells[n], cells[:n])}
    return {0} | {n for n, line in enumerate(cells) if key[n] or any(_VALUE.match(text) for text in line)}


def _adds_words(line: Sequence[str], above: Sequence[Sequence[str]]) -> bool:
    if line and line[0]:
        return False
    filled = [(c, text) for c, text in enumerate(line) if text]
    return all(not _VALUE.match(text) and any(c < len(row) and row[c] for row in above) for c, text in filled)


def _tells(column: Sequence[str], shape: re.Pattern[str]) -> bool:
    """True when the column holds nothing but what has the shape, twice or more; two dashes alone are no values."""
    filled = [text for text in column if text]
    return len(filled) > 1 and all(map(shape.match, filled)) and not all(text in _DASHES for text in filled)
