"""Names whose last lines stand in the row below: the name takes them back.

Rows that only the cells of other columns set apart, and page breaks, cut a name that reaches further down:

    c. Persentase tingkat      10,90     10  Layanan perkantoran
       kehilangan hasil                  11  Dokumen manajemen
"""

import re
from collections.abc import Sequence
from itertools import takewhile

from extractors.tables.cells import VALUES, Shape, is_ordinal, reads_on, shape
from extractors.tables.rows import LEVEL, MEASURE_WORDS, Draft
from schemas.table import Column, Role

_CARRIED = frozenset({Role.TUJUAN, Role.SASARAN, Role.INDIKATOR, Role.PROGRAM})
_SPILLING = frozenset({Role.TUJUAN, Role.SASARAN, Role.PROGRAM, Role.KEGIATAN})
_NAMES = _CARRIED | _SPILLING
_NAMED = _NAMES | {Role.INDIKATOR_TUJUAN, Role.URAIAN, Role.SUB_KEGIATAN}  # columns of names of any kind
_MEASURED = frozenset({Role.TARGET, Role.REALISASI, Role.CAPAIAN})
_MARKED = re.compile(r"^(?:\(?(?:[A-Za-z]|\d{1,2})[.)]\s*|[-–•▪]\s+)\S")
_FEWEST = 3  # marked cells from which a column lists items
_MOSTLY = 0.5  # of its cells


def carry_back(kept: list[Draft], draft: Draft, columns: list[Column]) -> None:
    """A new row at the top of a page whose merged names begin with the rest of the names above: give the rest back."""
    names = [c.index for c in columns if c.role in _CARRIED]
    small = [c for c in names if reads_on(draft.text(c)) or _without_values(kept[-1], draft, columns, c)]
    if not small:
        return
    for c in names:
        if c > small[-1] or not draft.text(c):
            continue
        _give(next((k for k in reversed(kept) if k.span is None and k.text(c)), None), draft, c)


def _without_values(above: Draft, draft: Draft, columns: list[Column], name: int) -> bool:
    """True for the rest of an indicator beside the next activity: its values stand with the upper part of the name."""
    if columns[name].role is not Role.INDIKATOR or not draft.text(name) or is_ordinal(draft.text(name)):
        return False
    if any(draft.text(c.index) for c in columns[:name]):
        return False
    own = list(takewhile(lambda c: columns[c].role not in _NAMED, range(name + 1, len(columns))))
    values = [c for c in own if columns[c].role in _MEASURED]
    return (
        bool(values)
        and len(own) + name + 1 < len(columns)
        and not any(draft.text(c) for c in own)
        and bool(above.text(name))
        and any(above.text(c) for c in values)
    )


def itemised(rows: Sequence[Draft], columns: list[Column]) -> frozenset[int]:
    """The columns of names whose items begin with "a.", "1." or a bullet: what begins otherwise may be a rest."""
    found = set()
    for column in columns:
        c = column.index
        if column.role not in _NAMES:
            continue
        cells = [text for row in rows if row.span is None and (text := row.text(c))]
        marked = sum(1 for text in cells if _MARKED.match(text))
        if marked >= max(_FEWEST, _MOSTLY * len(cells)):
            found.add(c)
    return frozenset(found)


def give_back(kept: list[Draft], draft: Draft, columns: list[Column], items: frozenset[int]) -> None:
    """A name whose last line stands in the row below, beside that row's own entry: the name takes it back.

    ``items`` are the columns given by ``itemised``.
    """
    for column in columns:
        c = column.index
        if column.role in _SPILLING and reads_on(draft.text(c)) and any(k > c for k in draft.filled):
            _give(_owner(kept, c), draft, c)
    if draft.first:
        return
    rests = [c for c in sorted(items) if _is_rest(_owner(kept, c), draft, c, columns)]
    for column in columns if rests else ():
        c = column.index
        if c in rests or (column.role in _NAMES and _unmarked(draft.text(c))):
            _give(_owner(kept, c), draft, c)


def _owner(kept: list[Draft], c: int) -> Draft | None:
    """The row above that prints the name, past rows that gave theirs back."""
    for row in reversed(kept):
        if row.span is not None:
            return None
        if row.text(c):
            return row
        if c not in row.given:
            return None
    return None


def _is_rest(above: Draft | None, draft: Draft, c: int, columns: list[Column]) -> bool:
    """True for a cell without a mark below an item, when its row exists for the sake of a cell further right."""
    if above is None or not _MARKED.match(above.text(c)) or not _unmarked(draft.text(c)) or _valued(draft, c, columns):
        return False
    after = next((k.index for k in columns if k.index > c and k.role in _NAMES), len(columns))
    return any(k >= after for k in draft.filled)


def _unmarked(text: str) -> bool:
    plain_text = bool(text) and shape(text) is Shape.TEXT and not _MARKED.match(text)
    return plain_text and not LEVEL.match(text) and not MEASURE_WORDS.match(text)


def _valued(draft: Draft, c: int, columns: list[Column]) -> bool:
    """True when the row prints a value between this column and the next one of names."""
    for column in columns[c + 1 :]:
        if column.role in _NAMES:
            return False
        if shape(draft.text(column.index)) in VALUES:
            return True
    return False


def _give(above: Draft | None, draft: Draft, c: int) -> None:
    own, cell = above.cells[c] if above is not None else None, draft.cells[c]
    if above is not None and own is not None and cell is not None:
        above.cells[c] = own.model_copy(update={"text": f"{own.text.rstrip()} {cell.text.lstrip()}"})
        draft.cells[c] = None
        draft.given.add(c)
        over = draft.over[c]
        if over is not None and over.rowspan == 1:
            draft.over[c] = None
