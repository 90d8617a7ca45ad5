"""Merged cells whose text the source repeats in every place that they cover, as some converters write them.

``| No | Target | Target | Ket |`` above ``| No | 2022 | 2023 | Ket |`` is a header of two levels: "Target" over two
columns, "No" and "Ket" over two rows. A row of the body that repeats its first text is the title of a group or a total.
"""

import re
from collections.abc import Sequence

from extractors.text.cells import clean
from extractors.text.rows import Block, Raw

_DEEPEST = 4  # rows of a header
_TITLE = 3  # words
_WORD = re.compile(r"[^\W\d_]{2}")
_VALUE = re.compile(r"\d[\d.,]*\d|\d")
_TOTAL = re.compile(r"\W*(?:jumlah|total|rata|rerata|sub\s*total)")
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


def unrepeated(block: Block) -> Block:
    """The block with such cells merged; one with merged cells of its own, or without repetition, stays as it is."""
    rows = block.rows
    width = max(map(len, rows), default=0)
    if width < 2 or any(raw.colspan > 1 or raw.rowspan > 1 for row in rows for raw in row):
        return block
    texts = [[clean(raw.text).casefold() for raw in row] for row in rows]
    depth = _depth(texts, width)
    merged: list[list[Raw]] = []
    for n, (row, own) in enumerate(zip(rows, texts, strict=True)):
        if n >= depth:
            end = _title(own, depth > 0)
            merged.append([row[0]._replace(colspan=end), *row[end:]] if end else row)
            continue
        merged.append(
            [
                row[c]._replace(colspan=end - c, rowspan=_down(texts, n, c, end, depth))
                for c, end in _stretches(own)
                if not (n and _down(texts, n - 1, c, end, depth) > 1)
            ]
        )
    if merged == rows:
        return block
    return block._replace(rows=merged, header_rows=depth or block.header_rows)


def _depth(texts: Sequence[Sequence[str]], width: int) -> int:
    """How many rows at the top repeat each other as the levels of one header do; 0 for other tables."""
    depth = 1
    while depth < min(len(texts) - 1, _DEEPEST) and _goes_below(texts[depth - 1], texts[depth], width):
        depth += 1
    return depth if depth > 1 else 0


def _goes_below(above: Sequence[str], row: Sequence[str], width: int) -> bool:
    """True when some labels above stand over several columns, and the others are repeated in the row."""
    if len(above) != width or len(row) != width or any(_has_value(text) for text in row):
        return False
    stretches = _stretches(above)
    wide = [(c, end) for c, end in stretches if end - c > 1]
    single = [c for c, end in stretches if end - c == 1]
    split = [c for c, end in wide if len(set(row[c:end])) == end - c and above[c] not in row[c:end]]
    kept = [c for c in single if above[c] and row[c] == above[c]]
    return (
        bool(split) and len(kept) == sum(1 for c in single if above[c]) and (bool(kept) or len(split) == len(wide) > 1)
    )


def _has_value(text: str) -> bool:
    return bool(_VALUE.search(_YEAR.sub("", text))) and not _WORD.search(text)


def _stretches(row: Sequence[str]) -> list[tuple[int, int]]:
    """First and last but one column of each text that adjacent cells repeat; blank and bare cells stand alone."""
    out: list[tuple[int, int]] = []
    c = 0
    while c < len(row):
        end = c + 1
        while end < len(row) and row[end] == row[c] and _WORD.search(row[c]):
            end += 1
        out.append((c, end))
        c = end
    return out


def _down(texts: Sequence[Sequence[str]], n: int, c: int, end: int, depth: int) -> int:
    """Over how many rows of the header the text at row ``n`` reaches."""
    rows = 1
    while n + rows < depth and texts[n][c] and all(texts[n + rows][k] == texts[n][c] for k in range(c, end)):
        rows += 1
    return rows


def _title(own: Sequence[str], repeats: bool) -> int:
    """How many columns the first text of a row is repeated over, when it can be a title or a total; else 0.

    ``repeats`` is true where the header shows that the source repeats merged cells; elsewhere short words may be alike.
    """
    end = next((stretch[1] for stretch in _stretches(own)), 1)
    if end > 1 and _TOTAL.match(own[0]):
        return end
    return end if end > 2 and (repeats or len(own[0].split()) >= _TITLE) else 0
