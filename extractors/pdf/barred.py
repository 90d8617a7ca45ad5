"""Rows of a table that has horizontal rules only: what stands between two rules is one row."""

from bisect import bisect_left
from collections.abc import Sequence

from extractors.pdf.gutters import Column, PrintedLine, crossed
from extractors.tables.cells import mend

_FEWEST = 3  # rules between rows; fewer set apart a total or groups of rows
_LIKE = 0.9  # share of the rows that must hold one value in each column


def barred_rows(
    lines: Sequence[PrintedLine], columns: Sequence[Column], bars: Sequence[float]
) -> list[list[PrintedLine]] | None:
    """The lines of each row, or None when the rules (heights ``bars``) do not set single rows apart.

    Where a rule parts groups of rows, a group has several values in one column; a number broken over two lines is one.
    """
    groups: dict[int, list[PrintedLine]] = {}
    for line in lines:
        groups.setdefault(bisect_left(bars, line.middle), []).append(line)
    rows = list(groups.values())
    if len(rows) <= _FEWEST or sum(1 for row in rows if not _several(row, columns)) < _LIKE * len(rows):
        return None
    return rows


def _several(row: Sequence[PrintedLine], columns: Sequence[Column]) -> bool:
    held: dict[int, list[str]] = {}
    for line in row:
        for piece in line.pieces:
            if piece.kind == "v":
                for c in crossed(piece, columns):
                    held.setdefault(c, []).append(piece.text)
    return any(len(texts) > 1 and "\n" in mend("\n".join(texts)) for texts in held.values())
