"""Rows of an indicator that carry the numbers of another one: pasted, and only the name was changed."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal

from schemas.records import Indikator
from validators.names import clusters
from validators.view import View

_PLAIN = frozenset(Decimal(v) for v in (0, 1, 100))
_LEAST = 2  # values beside 0, 1 and 100, which any two indicators may share
_Triple = tuple[Decimal, Decimal, Decimal]


def copied_rows(view: View) -> dict[str, Indikator]:
    """By record id the record whose target, realisasi and capaian it repeats.

    Two indicators may share three numbers by chance, and one indicator may go by two names. A row is a copy only where
    another table prints something else for its indicator, none prints the same, and another table confirms the twin.
    """
    made: dict[str, Indikator] | None = view.memo.get("copied_rows")
    if made is None:
        made = view.memo["copied_rows"] = dict(_copied(view))
    return made


def _copied(view: View) -> Iterable[tuple[str, Indikator]]:
    records = [r for r in view.document.indikator if r.tahun is not None and not r.keluaran]
    alike: dict[tuple[int | None, _Triple], list[Indikator]] = defaultdict(list)
    for record in records:
        if (numbers := _numbers(record)) is not None:
            alike[record.tahun, numbers].append(record)
    if all(len(some) < 2 for some in alike.values()):
        return
    names = clusters(r.indikator for r in records)
    named: dict[tuple[str, int | None], list[Indikator]] = defaultdict(list)
    for record in records:
        named[names[record.indikator], record.tahun].append(record)
    for some in alike.values():
        for record in some:
            twins = [r for r in some if names[r.indikator] != names[record.indikator]]
            if twins and _said(record, named[names[record.indikator], record.tahun]) is False:
                twin = next((t for t in twins if _said(t, named[names[t.indikator], t.tahun])), None)
                if twin is not None:
                    yield record.id, twin


def _said(record: Indikator, others: Iterable[Indikator]) -> bool | None:
    """Whether another table prints one of the numbers too; None when no other table speaks of them."""
    known = False
    for other in others:
        if other.table == record.table:
            continue
        for mine, theirs in zip(_cells(record), _cells(other), strict=True):
            if mine is not None and theirs is not None:
                known = True
                if mine == theirs and mine not in _PLAIN:
                    return True
    return False if known else None


def _numbers(record: Indikator) -> _Triple | None:
    target, realised, reached = _cells(record)
    if target is None or realised is None or reached is None:
        return None
    found = (target, realised, reached)
    return found if len({v for v in found if v not in _PLAIN}) >= _LEAST else None


def _cells(record: Indikator) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    cells = (record.target, record.realisasi, record.capaian)
    target, realised, reached = (None if cell is None else cell.value for cell in cells)
    return target, realised, reached
