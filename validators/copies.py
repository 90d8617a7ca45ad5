"""How alike two tables are: rows compared as text, whatever their order of columns."""

from rapidfuzz import fuzz

from schemas.table import Table

EXACT = 100.0
NEAR = 88.0
MIN_TEXT = 40
"""Rows shorter than this (numbers of a small table) are alike by chance."""


def row_texts(table: Table) -> tuple[str, ...]:
    """The rows of a table as one text each: columns in the order of their roles, case folded, no row numbers."""
    order = [c.index for c in sorted(table.columns, key=lambda c: (c.role.value, c.index))]
    texts = (
        " ".join(" ".join(cell.text.split()) for i in order if (cell := row.cells[i]) and not _ordinal(cell.text))
        for row in table.rows
    )
    return tuple(text.casefold() for text in texts if text)


def _ordinal(text: str) -> bool:
    return len(text.strip()) <= 3 and text.strip(" .)").isdigit()


def likeness(first: Table, second: Table) -> float:
    """Mean likeness (0 to 100) of the rows of the shorter table to their best partner in the other.

    0 when the tables hold too little text to be compared or too few rows find a partner.
    """
    short, long = sorted((row_texts(first), row_texts(second)), key=len)
    if not short or sum(map(len, short)) < MIN_TEXT * len(short) or len(short) * 5 < len(long) * 1:
        return 0.0
    scores = []
    for text in short:
        best = max(fuzz.ratio(text, other, score_cutoff=NEAR - 15) for other in long)
        if not best:
            return 0.0
        scores.append(best)
    return sum(scores) / len(scores)
