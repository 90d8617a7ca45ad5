"""Settle the columns of a stitched table: drop spacers, join the halves of one column, realign broken rows."""

from typing import TypeVar

from extractors.tables.cells import VALUES, Shape, is_ordinal, shape
from extractors.tables.column_kinds import column_kinds
from extractors.tables.rows import Draft, align
from extractors.tables.stitch import Chain
from schemas.reading import Cell, Unread

T = TypeVar("T")

_SHOWN = 120
_FILLERS = frozenset({":", "|", "=", "rp", "rp.", "rp:"})
_BULLETS = frozenset({"-", "–", "•", "▪", "*", ""})


def settle(chain: Chain) -> None:
    """Make every row as wide as the table and every column worth having."""
    _realign(chain)
    body = [[row.text(c) for row in chain.rows if row.span is None] for c in range(chain.width)]
    paths: list[tuple[str, ...]] = (
        chain.header.paths if chain.header is not None and chain.header.key else [()] * chain.width
    )
    into = _halves(body, paths)
    keep = [c for c in range(chain.width) if into[c] == c]
    if len(keep) == chain.width or not keep:
        return
    for row in chain.rows:
        row.cells = _kept(row.cells, keep, into)
        row.over = _over(row, keep, into)
    labels = {
        c: next((k for k in range(chain.width) if into[k] == c and paths[k] and not _bare(paths, k)), c) for c in keep
    }
    if chain.header is not None:
        chain.header.paths = [chain.header.paths[labels[c]] for c in keep]
        numbers, formulas = chain.header.numbers, chain.header.formulas
        chain.header.numbers = [_first(numbers, into, c) for c in keep]
        chain.header.formulas = [_first(formulas, into, c) for c in keep]
    chain.ranges = [chain.ranges[c] for c in keep]
    chain.width = len(keep)


def _first(values: list[T | None], into: dict[int, int], column: int) -> T | None:
    return next((v for k, v in enumerate(values) if into[k] == column and v is not None), None)


def _bare(paths: list[tuple[str, ...]], column: int) -> bool:
    """True when a column has no label of its own: none at all, or only the group that its neighbours stand under."""
    path = paths[column]
    if not path:
        return True
    around = [paths[k] for k in (column - 1, column + 1, column - 2, column + 2) if 0 <= k < len(paths)]
    return any(len(p) > len(path) and p[: len(path)] == path for p in around)


def _halves(body: list[list[str]], paths: list[tuple[str, ...]]) -> dict[int, int]:
    """For each column the column it becomes part of; -1 drops it.

    A label over an empty column and cells in an unlabelled one beside it are the halves of one column; so are
    columns under one label that never print in the same row.
    """
    width = len(body)
    filled = [sum(1 for t in texts if t) for texts in body]
    into: dict[int, int] = {}
    headed = any(paths)
    for c in range(width):
        texts = [t for t in body[c] if t]
        bare = _bare(paths, c)
        previous = next((k for k in range(c - 1, -1, -1) if into[k] == k), None)
        twin = previous is not None and bool(paths[c]) and paths[previous] == paths[c]
        into[c] = c
        if _worthless(texts, bare or twin, _next_same(paths, c)):
            into[c] = -1
        elif not headed or previous is None:
            continue
        elif twin and _disjoint(body[previous], body[c]):
            into[c] = previous
        elif not bare and _bare(paths, previous) and _half(filled, body, c, previous):
            into[c] = previous  # the cells stand left of their label
        elif (
            bare
            and not _bare(paths, previous)
            and _half(filled, body, previous, c)
            and not _next_half(filled, body, paths, c)
        ):
            into[c] = previous  # the cells stand right of their label
        elif texts and not paths[c] and _tail(texts):
            into[c] = previous
    return into


def _worthless(texts: list[str], spare: bool, next_same: bool) -> bool:
    """True for spacers, for a column of "Rp" or ":", and for bullets printed left of the names they mark."""
    if not texts:
        return spare
    if all(t.lower() in _FILLERS for t in texts):
        return spare or next_same
    return next_same and all(t in _BULLETS for t in texts)


def _half(filled: list[int], body: list[list[str]], labelled: int, cells: int) -> bool:
    """True when a labelled column prints (almost) nothing beside the unlabelled one that holds its cells."""
    return filled[cells] > 0 and filled[labelled] * 3 <= filled[cells] and _disjoint(body[labelled], body[cells])


def _next_half(filled: list[int], body: list[list[str]], paths: list[tuple[str, ...]], column: int) -> bool:
    """True when the label to the right has a better claim on the cells of an unlabelled column."""
    right = column + 1
    if right >= len(paths) or _bare(paths, right) or filled[right]:
        return False
    return _half(filled, body, right, column) and not (
        right + 1 < len(paths) and _bare(paths, right + 1) and filled[right + 1]
    )


def _next_same(paths: list[tuple[str, ...]], column: int) -> bool:
    return column + 1 < len(paths) and bool(paths[column]) and paths[column + 1] == paths[column]


def _kept(cells: list[Cell | None], keep: list[int], into: dict[int, int]) -> list[Cell | None]:
    out = list(cells)
    for c, target in into.items():
        cell = out[c]
        if target in {c, -1} or cell is None or not cell.text.strip():
            continue
        here = out[target]
        if here is None or not here.text.strip():
            out[target] = cell
        else:
            out[target] = here.model_copy(update={"text": f"{here.text} {cell.text}"})
    return [out[c] for c in keep]


def _over(row: Draft, keep: list[int], into: dict[int, int]) -> list[Cell | None]:
    out: list[Cell | None] = []
    for place, c in enumerate(keep):
        own = row.cells[place]
        reach = [row.over[k] for k, target in into.items() if target == c and k < len(row.over)]
        held = next((x for x in reach if x is not None and x.text.strip()), None)
        out.append(own if own is not None else held)
    return out


def _disjoint(one: list[str], other: list[str]) -> bool:
    return not any(a and b for a, b in zip(one, other, strict=True))


def _tail(texts: list[str]) -> bool:
    """True for cells that only complete the column on their left ("x 100 %")."""
    return all(len(t) <= 12 for t in texts) and all(t[:1].lower() in {"x", "×", "%", "*"} for t in texts)


def _realign(chain: Chain) -> None:
    """Text tables lose cells: a row whose cells do not fit its columns is aligned anew by what they look like."""
    if any(sheet.page is not None for sheet in chain.sheets):
        return
    width = chain.width
    kinds = column_kinds([row for row in chain.rows if row.span is None and not row.short], width)
    whole = _keeps_blanks(chain)
    for row in chain.rows:
        if row.span is not None or not row.short:
            continue
        trial = Draft(list(row.cells), list(row.over))
        while trial.cells and trial.cells[-1] is None:
            trial.cells.pop()
        doubtful = align(trial, width, kinds)
        if _score(trial, kinds) > _score(row, kinds) or (doubtful and whole):
            row.cells, row.over = trial.cells, trial.over
            if whole:
                _leave(chain, row, doubtful)


def _keeps_blanks(chain: Chain) -> bool:
    """Whether rows of the table end in blank cells: then a short row has lost a cell, and not only its last ones."""
    return any(
        length == sheet.width > 1 and ((last := row[-1]) is None or not last.text.strip())
        for sheet in chain.sheets
        for row, length in zip(sheet.own, sheet.lengths, strict=True)
    )


def _leave(chain: Chain, row: Draft, columns: list[int]) -> None:
    """Take out cells that could stand in several columns, and note that they were not read."""
    cells = [cell for c in columns if (cell := row.cells[c]) is not None]
    if not cells:
        return
    row.cells = [None if c in columns else cell for c, cell in enumerate(row.cells)]
    row.over = list(row.cells)
    chain.unread.append(
        Unread(
            page=cells[0].page,
            line=cells[0].line,
            what="row: " + " | ".join(cell.text.strip() for cell in cells)[:_SHOWN],
            reason="the row has fewer cells than the table has columns, and nothing tells which one is missing",
            numbers=sum(shape(cell.text) in VALUES for cell in cells),
        )
    )


def _score(row: Draft, kinds: list[str]) -> float:
    total = 0.0
    for c, kind in enumerate(kinds):
        text = row.text(c)
        if not text or kind == "?":
            continue
        look = shape(text)
        if kind == "m":
            total += 1.0 if look is Shape.MONEY else 0.0 if look in VALUES or look is Shape.DASH else -1.0
        elif kind == "v":
            total += 1.0 if look in VALUES or look is Shape.DASH else -1.0
        elif kind == "o":
            total += 1.0 if is_ordinal(text) else -1.0
        else:
            total += 1.0 if look is Shape.TEXT else -1.0
    return total
