"""Rows that number the columns of a table: (1) (2) (3), 1 2 3, or 6=5/4."""

import itertools
import re

_NUMBER_CELL = re.compile(r"^[-–]?\(?\s*(\d{1,2})\s*\)?\s*(?:=\s*(.{3,40}))?$")  # a sheet may turn (2) into -2


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
    bracketed = numbers == [1, 2] and all(t.lstrip().startswith("(") for t in texts if t)
    if (len(numbers) < 3 and not bracketed) or numbers[0] not in {1, 2}:
        return None
    steps = [b - a for a, b in itertools.pairwise(numbers)]
    if any(s < 0 for s in steps) or sum(1 for s in steps if s) < 0.6 * len(steps):
        return None
    if len(numbers) < 4 and any(s > 2 for s in steps):
        return None
    return found
