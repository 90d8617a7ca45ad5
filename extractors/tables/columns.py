"""Settle the columns of a stitched table: drop spacers, join the halves of one column, realign broken rows."""

from extractors.tables.cells import VALUES, Shape, is_ordinal, shape
from extractors.tables.rows import Draft, align
from extractors.tables.stitch import Chain
from schemas.reading import Cell

_FILLERS = frozenset({":", "|", "=", "rp", "rp.", "rp:"})


def settle(chain: Chain) -> None:
    """Make every row as wide as the table and every column worth having."""
    _realign(chain)
    body = [[row.text(c) for row in chain.rows] for c in range(chain.width)]
    keep: list[int] = []
    merge: dict[int, int] = {}  # column -> column that takes it up
    for c in range(chain.width):
        filled = [t for t in body[c] if t]
        label = chain.header.paths[c] if chain.header is not None else ()
        twin = keep and chain.header is not None and label and chain.header.paths[keep[-1]] == label
        if not filled and (not label or twin):
            continue
        if (
            filled
            and all(t.lower() in _FILLERS for t in filled)
            and (
                not label
                or twin
                or (c + 1 < chain.width and chain.header is not None and chain.header.paths[c + 1] == label)
            )
        ):
            continue
        if twin and keep and _disjoint(body[keep[-1]], body[c]):
            merge[c] = keep[-1]
            continue
        if chain.header is not None and chain.header.key and not label and keep and filled and not _ordinals(filled):
            if _tail(filled) and len(filled) * 2 <= sum(1 for t in body[keep[-1]] if t) * 2:
                merge[c] = keep[-1]
                continue
        keep.append(c)
    if len(keep) == chain.width:
        return
    for row in chain.rows:
        row.cells = _kept(row.cells, keep, merge)
        row.over = [row.over[c] for c in keep]
    if chain.header is not None:
        chain.header.paths = [chain.header.paths[c] for c in keep]
        chain.header.numbers = [chain.header.numbers[c] for c in keep]
        chain.header.formulas = [chain.header.formulas[c] for c in keep]
    chain.ranges = [chain.ranges[c] for c in keep]
    chain.width = len(keep)


def _kept(cells: list[Cell | None], keep: list[int], merge: dict[int, int]) -> list[Cell | None]:
    out = list(cells)
    for c, into in merge.items():
        cell, here = out[c], out[into]
        if cell is None or not cell.text.strip():
            continue
        if here is None or not here.text.strip():
            out[into] = cell
        else:
            out[into] = here.model_copy(update={"text": f"{here.text} {cell.text}"})
    return [out[c] for c in keep]


def _disjoint(one: list[str], other: list[str]) -> bool:
    both = sum(1 for a, b in zip(one, other, strict=True) if a and b)
    return both == 0


def _ordinals(texts: list[str]) -> bool:
    return sum(is_ordinal(t) for t in texts) * 10 >= len(texts) * 7


def _tail(texts: list[str]) -> bool:
    """True for cells that only complete the column on their left ("x 100 %")."""
    return all(len(t) <= 12 for t in texts) and all(t[:1].lower() in {"x", "×", "%", "*"} for t in texts)


def _realign(chain: Chain) -> None:
    width = chain.width
    straight = [row for row in chain.rows if len(row.cells) == width and row.span is None]
    kinds = column_kinds(straight, width)
    for sheet in chain.sheets:
        if not sheet.engine.startswith("text") and sheet.page is not None:
            return
    for row in chain.rows:
        if row.span is not None:
            continue
        if _misfits(row, kinds):
            trial = Draft(list(row.cells), list(row.over))
            while trial.cells and trial.cells[-1] is None:
                trial.cells.pop()
            align(trial, width, kinds)
            if _score(trial, kinds) > _score(row, kinds) + 1.0:
                row.cells, row.over = trial.cells, trial.over


def column_kinds(rows: list[Draft], width: int) -> list[str]:
    """One letter per column: m money, v values, o ordinals, t text, ? unknown."""
    out = []
    for c in range(width):
        looks = [shape(row.text(c)) for row in rows if row.text(c)]
        ordinals = sum(1 for row in rows if row.text(c) and len(row.text(c)) <= 6 and is_ordinal(row.text(c)))
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
            out.append("t")
        else:
            out.append("?")
    return out


def _misfits(row: Draft, kinds: list[str]) -> bool:
    for c in row.filled:
        look = shape(row.text(c))
        if look is Shape.MONEY and kinds[c] in "to":
            return True
        if look is Shape.TEXT and kinds[c] in "mv" and len(row.text(c)) > 25:
            return True
    return False


def _score(row: Draft, kinds: list[str]) -> float:
    total = 0.0
    for c, kind in enumerate(kinds):
        text = row.text(c)
        if not text:
            continue
        look = shape(text)
        if kind == "m":
            total += 1.0 if look is Shape.MONEY else 0.0 if look in VALUES or look is Shape.DASH else -1.0
        elif kind == "v":
            total += 1.0 if look in VALUES or look is Shape.DASH else -1.0
        elif kind == "o":
            total += 1.0 if is_ordinal(text) else -1.0
        elif kind == "t":
            total += 1.0 if look is Shape.TEXT else -1.0
    return total
