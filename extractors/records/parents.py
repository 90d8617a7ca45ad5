"""Which budget row stands under which."""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from extractors.records import jumlah
from extractors.records.levels import is_above
from extractors.records.money_rows import MoneyRow
from extractors.records.outline import sum_parents
from extractors.records.penomoran import number_style
from schemas.records import Tingkat

_RANK = {Tingkat.PROGRAM: 1, Tingkat.KEGIATAN: 2, Tingkat.SUB_KEGIATAN: 3}


def find_parents(rows: Sequence[MoneyRow], levels: Sequence[Tingkat]) -> list[int | None]:
    """The index of each row's parent, None at the top.

    Headings without amounts close what stood before them but are no parents. A code decides over the order of rows.
    """
    parents: list[int | None] = [None] * len(rows)
    codes = {row.name.kode: i for i, row in enumerate(rows) if row.name.kode and row.filled}
    stack: dict[int, int | None] = {}
    for i, (row, level) in enumerate(zip(rows, levels, strict=True)):
        if not row.filled and not row.name.text:
            continue
        rank = _RANK.get(level)
        if rank is not None:
            stack = {r: j for r, j in stack.items() if r < rank}
            parents[i] = _by_code(row, codes, i) if row.name.kode else None
            if parents[i] is None:
                parents[i] = _deepest(stack)
            stack[rank] = i if row.filled else None
        elif level is Tingkat.TOTAL:
            stack = {}
        elif level is Tingkat.BELANJA and row.filled:
            if _opens(row, rows, levels, i):
                stack = {0: i}
            elif not (jumlah.is_indirect(row.name.text) or jumlah.heads_programmes(row.name.text)):
                parents[i] = _deepest({r: j for r, j in stack.items() if r > 0})
            else:
                stack = {}
        elif row.name.flow:
            parents[i] = _deepest(stack)
        elif is_above(row.name.text):
            stack = {}
    for kind in (Tingkat.BELANJA, Tingkat.LAINNYA):
        _by_sums(rows, levels, parents, kind)
    return parents


def _deepest(stack: dict[int, int | None]) -> int | None:
    return stack[max(stack)] if stack else None


def _by_code(row: MoneyRow, codes: dict[str, int], i: int) -> int | None:
    """The row whose code is the longest beginning of this one's."""
    parts = (row.name.kode or "").split(".")
    for length in range(len(parts) - 1, 0, -1):
        found = codes.get(".".join(parts[:length]))
        if found is not None and found != i:
            return found
    return None


def _opens(row: MoneyRow, rows: Sequence[MoneyRow], levels: Sequence[Tingkat], i: int) -> bool:
    """True for ``Belanja Langsung`` and the like with programmes right under it."""
    if not jumlah.heads_programmes(row.name.text):
        return False
    for j in range(i + 1, len(rows)):
        if levels[j] in _RANK:
            return True
        if rows[j].filled:
            return False
    return False


def _by_sums(rows: Sequence[MoneyRow], levels: Sequence[Tingkat], parents: list[int | None], kind: Tingkat) -> None:
    """Accounts (or revenue) under accounts: the parent is the row that they add up to."""
    free = [
        i
        for i, level in enumerate(levels)
        if level is kind and rows[i].filled and parents[i] is None and not rows[i].name.flow
    ]
    if len(free) < 2:
        return
    amounts = [_amounts(rows[i]) for i in free]
    heavier = [_heavier(rows[a], rows[b]) for a, b in pairwise(free)] + [False]
    for i, parent in zip(free, sum_parents(amounts, heavier), strict=True):
        if parent is not None:
            parents[i] = free[parent]


def _amounts(row: MoneyRow) -> tuple[Decimal | None, ...]:
    return tuple(p.value if p is not None else None for p in (row.anggaran, row.realisasi, row.sebelum))


def _heavier(a: MoneyRow, b: MoneyRow) -> bool:
    if (a.caps, a.bold) != (b.caps, b.bold):
        return a.caps >= b.caps and a.bold >= b.bold
    first, second = number_style(a.name.nomor), number_style(b.name.nomor)
    return first != second
