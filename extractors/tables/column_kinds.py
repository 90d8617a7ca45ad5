"""What each column of a table holds, at a glance."""

from extractors.tables.cells import VALUES, Shape, is_ordinal, shape
from extractors.tables.rows import MEASURE_WORDS, Draft


def column_kinds(rows: list[Draft], width: int) -> list[str]:
    """One letter per column: m money, v values, o ordinals, i names of indicators, t other text, ? unknown."""
    out = []
    for c in range(width):
        texts = [t for t in (row.text(c) for row in rows) if t]
        looks = [shape(t) for t in texts]
        ordinals = sum(1 for t in texts if len(t) <= 6 and is_ordinal(t))
        n = len(looks)
        if not n:
            out.append("?")
        elif c <= 2 and ordinals >= 0.7 * n and (c == 0 or ordinals == n):
            out.append("o")
        elif sum(x is Shape.MONEY for x in looks) >= 0.5 * n:
            out.append("m")
        elif sum(x in VALUES or x is Shape.DASH for x in looks) >= 0.6 * n:
            out.append("v")
        elif sum(x is Shape.TEXT for x in looks) >= 0.6 * n:
            named = sum(1 for t in texts if MEASURE_WORDS.match(t))
            out.append("i" if named * 10 >= n * 6 else "t")
        else:
            out.append("?")
    return out
