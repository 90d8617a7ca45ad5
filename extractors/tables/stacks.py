"""Several budget lines typed into one row: as many amounts in every value cell, their names in one cell.

    Pendapatan layanan                   1.000.000,-          1.100.000,-     110,00
      a. Pelayanan                         900.000,-            980.000,-     108,89
      b. Sewa gedung                       100.000,-            120.000,-     120,00

The row is taken apart where the names can be told apart without a guess: for each amount but the first there is a
line that begins with a number or a level word, or the number column prints one number for each amount. Lines of one
wrapped name are never parted.
"""

import re
from dataclasses import replace

from extractors.tables.cells import VALUES, Shape, is_ordinal, shape
from extractors.tables.rows import Draft
from schemas.reading import Cell

_ITEM = re.compile(r"^\s*(?:\(?(?:[a-z]|\d{1,2}|[ivx]{1,4}|[IVX]{1,4})[.)]\s*\S|[-–•▪●]\s+[A-Za-z])")
_LEVEL = re.compile(r"^\s*(?:program|kegiatan|sub\s*kegiatan|belanja|jumlah|total)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"^(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:,\d{2})?(?:\s*,?-)?$", re.IGNORECASE)


def unstack(draft: Draft) -> list[Draft]:
    """The rows that one printed row holds; the row itself when it holds one or when its names do not tell."""
    lines = [_lines(cell) for cell in draft.cells]
    columns = [c for c, stack in enumerate(lines) if len(stack) > 1 and all(_is_value(line) for line in stack)]
    heights = {len(lines[c]) for c in columns}
    if draft.span is not None or len(heights) != 1:
        return [draft]
    money = [c for c in columns if all(_AMOUNT.match(line) for line in lines[c])]
    single = [c for c, stack in enumerate(lines) if len(stack) == 1 and shape(stack[0]) in VALUES and c > columns[0]]
    if not money or single:
        return [draft]
    height = heights.pop()
    parts = {c: lines[c] for c in columns}
    numbered = any(len(stack) == height and all(_is_number(line) for line in stack) for stack in lines)
    named = False
    for c, stack in enumerate(lines):
        if c in parts or not stack:
            continue
        split = _parted(stack, height, numbered)
        if split is not None:
            named = named or any(char.isalpha() for char in split[-1])
        parts[c] = split or ["\n".join(stack)] + [""] * (height - 1)
    return [_piece(draft, parts, n) for n in range(height)] if named else [draft]


def _lines(cell: Cell | None) -> list[str]:
    return [line.strip() for line in cell.text.split("\n") if line.strip()] if cell is not None else []


def _is_value(line: str) -> bool:
    look = shape(line)
    return look in VALUES or look is Shape.DASH


def _is_number(line: str) -> bool:
    return len(line) <= 5 and is_ordinal(line)


def _parted(stack: list[str], height: int, numbered: bool) -> list[str] | None:
    """The lines of a cell in as many parts as there are amounts, None when nothing tells them apart."""
    if len(stack) == height and (numbered or all(_is_number(line) for line in stack)):
        return stack
    starts = [0] + [n for n, line in enumerate(stack) if n and (_ITEM.match(line) or _LEVEL.match(line))]
    if len(starts) != height:
        return None
    return ["\n".join(stack[a:b]) for a, b in zip(starts, [*starts[1:], len(stack)], strict=True)]


def _piece(draft: Draft, parts: dict[int, list[str]], n: int) -> Draft:
    """Row ``n`` of the stack; a cell that was not taken apart reaches over all of them."""
    cells: list[Cell | None] = []
    over = list(draft.over)
    for c, cell in enumerate(draft.cells):
        text = parts[c][n] if c in parts else ""
        cells.append(cell.model_copy(update={"text": text}) if cell is not None and text else None)
        if cell is not None and draft.over[c] is cell:
            over[c] = cells[c] or cell.model_copy(update={"rowspan": max(len(parts.get(c, ())), cell.rowspan)})
    return replace(draft, cells=cells, over=over, lent=[])
