"""The same indicator under its different wordings: slots over the tables of a document.

Two names share a slot when they are the same but for spelling, or when two tables list the same indicators otherwise
and these two are what is left on both sides.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from rapidfuzz import fuzz

from schemas.records import Indikator
from schemas.table import Kind, Role
from validators.names import clusters, normal
from validators.view import View

_LEAST_LETTERS = 12
_LEFT_ALIKE = 70.0


class Slot(NamedTuple):
    """All rows of one indicator; ``usual`` is the row with the wording that most tables use."""

    usual: Indikator
    rows: tuple[Indikator, ...]


def slots(view: View) -> tuple[Slot, ...]:
    """The slots of a document, made once. Outputs of sub kegiatan are left out."""
    made = view.memo.get("slots")
    if not isinstance(made, tuple):
        made = view.memo["slots"] = tuple(_slots(view))
    return made


def _slots(view: View) -> list[Slot]:
    known = [r for r in view.document.indikator if not r.keluaran]
    rows = [r for r in (*known, *_bare(view)) if len(r.indikator) >= _LEAST_LETTERS]
    names = clusters(r.indikator for r in rows)
    by_table: dict[str, dict[str, Indikator]] = defaultdict(dict)
    for row in rows:
        by_table[row.table].setdefault(names[row.indikator], row)
    joined = _left_over(list(by_table.values()))
    grouped: dict[str, list[Indikator]] = defaultdict(list)
    for row in rows:
        grouped[_head(joined, names[row.indikator])].append(row)
    return [_slot(found) for found in grouped.values() if len({r.table for r in found}) > 1]


def _bare(view: View) -> Iterator[Indikator]:
    """Names of indicators in tables of budgets, whose rows are no indicator records."""
    for table in view.document.tables:
        columns = table.roles(Role.INDIKATOR)
        if table.id in view.indikator or table.kind is not Kind.REALISASI_ANGGARAN or len(columns) != 1:
            continue
        for row in table.rows:
            if name := row.text(columns[0].index):
                yield Indikator(
                    id=f"{table.id}.r{row.index}",
                    table=table.id,
                    row=row.index,
                    page=row.page,
                    line=row.line,
                    indikator=" ".join(name.split()),
                )


def _left_over(tables: Sequence[dict[str, Indikator]]) -> dict[str, str]:
    """Names that take each other's place: name → the name it goes with."""
    joined: dict[str, str] = {}
    for at, one in enumerate(tables):
        for two in tables[at + 1 :]:
            shared = one.keys() & two.keys()
            if not shared or len(shared) * 2 < min(len(one), len(two)):
                continue
            rest = [key for key in two if key not in shared]
            for key in one:
                if key in shared or not rest:
                    continue
                best = max(rest, key=lambda other: _likeness(one[key], two[other]))
                if _likeness(one[key], two[best]) >= _LEFT_ALIKE and _head(joined, key) != _head(joined, best):
                    joined[_head(joined, best)] = _head(joined, key)
    return joined


def _likeness(one: Indikator, two: Indikator) -> float:
    return fuzz.token_sort_ratio(one.indikator.casefold(), two.indikator.casefold())


def _head(joined: dict[str, str], key: str) -> str:
    while key in joined:
        key = joined[key]
    return key


def _slot(rows: list[Indikator]) -> Slot:
    tables: dict[str, set[str]] = defaultdict(set)
    for row in rows:
        tables[normal(row.indikator)].add(row.table)
    counted = Counter({name: len(found) for name, found in tables.items()})
    usual = counted.most_common(1)[0][0]
    return Slot(next(r for r in rows if normal(r.indikator) == usual), tuple(rows))
