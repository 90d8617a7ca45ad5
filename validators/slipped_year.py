"""Tables whose heading names another year than the one their numbers belong to."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal

from schemas.records import Indikator
from schemas.table import Role, Table
from validators.names import clusters
from validators.view import View

_VALUES = (Role.TARGET, Role.REALISASI, Role.CAPAIAN)


def slipped_years(view: View) -> dict[str, int]:
    """By table id the year that its numbers belong to, where its columns name another one.

    All value columns of the table name one year that is not the reported one; other tables print every value of its
    indicators for the reported year, and for the year that is named at least one of them differently.
    """
    made: dict[str, int] | None = view.memo.get("slipped_years")
    if made is None:
        made = view.memo["slipped_years"] = dict(_slipped(view))
    return made


def named_year(table: Table) -> int | None:
    """The one year that the labels of all value columns name; None where they name none or several."""
    columns = [c for c in table.columns if c.role in _VALUES]
    years = {c.year for c in columns}
    year = years.pop() if len(years) == 1 else None
    return year if year is not None and all(str(year) in c.label for c in columns) else None


def _slipped(view: View) -> Iterable[tuple[str, int]]:
    odd = [t for t in view.document.tables if (y := named_year(t)) is not None and y != view.tahun]
    if view.tahun is None or not odd:
        return
    names = clusters(r.indikator for r in view.document.indikator)
    named: dict[tuple[str, int | None], list[Indikator]] = defaultdict(list)
    for record in view.document.indikator:
        if not record.keluaran:
            named[names[record.indikator], record.tahun].append(record)
    for table in odd:
        records = view.indikator.get(table.id, ())
        pairs = [
            (r, _others(r, named[names[r.indikator], view.tahun]), _others(r, named[names[r.indikator], r.tahun]))
            for r in records
        ]
        known = [(r, now, then) for r, now, then in pairs if now]
        if not known or not all(any(_all_in(r, other) for other in now) for r, now, _ in known):
            continue
        if any(then and not any(_all_in(r, other) for other in then) for r, _, then in known):
            yield table.id, view.tahun


def _others(record: Indikator, candidates: Sequence[Indikator]) -> list[Indikator]:
    return [r for r in candidates if r.table != record.table and any(v is not None for v in _cells(r))]


def _all_in(record: Indikator, other: Indikator) -> bool:
    """Whether the other record prints the same in every column that both have, at least two of them."""
    pairs = [(a, b) for a, b in zip(_cells(record), _cells(other), strict=True) if a is not None and b is not None]
    return len(pairs) > 1 and all(a == b for a, b in pairs)


def _cells(record: Indikator) -> tuple[Decimal | None, ...]:
    return tuple(None if c is None else c.value for c in (record.target, record.realisasi, record.capaian))
