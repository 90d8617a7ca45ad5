"""How many of a thing the tables list: the row sets that a count in the text may speak of."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from typing import NamedTuple

from schemas.records import Anggaran, Indikator, Klaim, Tingkat
from schemas.table import Kind
from validators.names import normal
from validators.view import View

MEASURED = (Kind.PENGUKURAN_KINERJA, Kind.PERBANDINGAN_TAHUN, Kind.PERBANDINGAN_RENSTRA, Kind.EFISIENSI)
PLANNED = (Kind.PERJANJIAN_KINERJA, Kind.TARGET_RENSTRA, Kind.RKT, Kind.IKU)
_WORDS = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
_SEVERAL = 3


class Tally(NamedTuple):
    """One row set: the table it stands in (the first, when joined) and the number of things it lists."""

    table: str
    number: int


class Listed(NamedTuple):
    """The rows of one level in one budget table, their names, and whether its total proves it complete."""

    number: int
    names: frozenset[str]
    complete: bool


def number_of(klaim: Klaim) -> int | None:
    """The count that a claim states, in digits or in words."""
    if klaim.value is None:
        return None
    if klaim.value.value is not None:
        value = klaim.value.value
        return int(value) if value == value.to_integral_value() and value < 1000 else None
    word = klaim.value.raw.strip().casefold()
    if word in _WORDS:
        return _WORDS.index(word)
    return int(klaim.words_value) if klaim.words_value is not None and klaim.words_value < 1000 else None


def measured(view: View) -> dict[str, tuple[Indikator, ...]]:
    """Indicators with a capaian of the reported year, by table, each row once."""
    found: dict[str, dict[int, Indikator]] = defaultdict(dict)
    for record in view.document.indikator:
        table = view.tables.get(record.table)
        if record.keluaran or table is None or table.kind not in MEASURED:
            continue
        if record.capaian is None or record.tahun not in (None, view.tahun):
            continue
        found[record.table].setdefault(record.row, record)
    return {table: tuple(rows.values()) for table, rows in found.items()}


def row_sets(groups: dict[str, tuple[Indikator, ...]]) -> list[tuple[Indikator, ...]]:
    """The tables one by one, and runs of tables of one kind as one."""
    sets = [rows for rows in groups.values() if rows]
    joined = [r for rows in groups.values() for r in rows]
    once: dict[str, Indikator] = {}
    for record in joined:
        once.setdefault(normal(record.indikator), record)
    return [*sets, tuple(once.values())] if len(sets) > 1 else sets


def reached(record: Indikator) -> Decimal | None:
    """The printed capaian as a number."""
    return record.capaian.value if record.capaian is not None else None


def listed(view: View, noun: str) -> list[Tally]:
    """How many distinct sasaran or indicators each table of indicators lists."""
    by_table: dict[str, list[Indikator]] = defaultdict(list)
    for record in view.document.indikator:
        home = view.tables.get(record.table)
        if not record.keluaran and home is not None and home.kind in (*MEASURED, *PLANNED):
            by_table[record.table].append(record)
    found = []
    for table, rows in by_table.items():
        if noun == "sasaran":
            found.append(Tally(table, len({normal(r.sasaran) for r in rows if r.sasaran})))
        else:
            found.append(Tally(table, len({(normal(r.indikator), r.row) for r in rows})))
            found.append(Tally(table, len({normal(r.indikator) for r in rows})))
    for table, iku in _ikus(view).items():
        names = {normal(name or "") for name in (iku["sasaran"] if noun == "sasaran" else iku["indikator"]) if name}
        found.append(Tally(table, len(names)))
    return found


def _ikus(view: View) -> dict[str, dict[str, list[str | None]]]:
    found: dict[str, dict[str, list[str | None]]] = defaultdict(lambda: {"sasaran": [], "indikator": []})
    for row in view.document.iku:
        found[row.table]["sasaran"].append(row.sasaran)
        found[row.table]["indikator"].append(row.indikator)
    return found


def budgeted(view: View, level: Tingkat) -> tuple[list[Tally], Tally | None]:
    """How many rows of a level each budget table lists, and the list that a total proves complete, if there is one."""
    found: list[Tally] = []
    lists: list[Listed] = []
    values: dict[str, set[Decimal | None]] = defaultdict(set)
    proven: Tally | None = None
    for table, rows in view.anggaran.items():
        some = [r for r in rows if r.tingkat is level]
        if not some:
            continue
        names = [normal(r.uraian) for r in some]
        for name, row in zip(names, some, strict=True):
            values[name].add(row.anggaran.value if row.anggaran is not None else None)
        lists.append(Listed(len(some), frozenset(names), _complete(rows, some)))
        found += [Tally(table, len(some)), Tally(table, len(set(names)))]
        if proven is None and lists[-1].complete:
            proven = found[-2]
    if found:
        first = found[0].table
        found += [Tally(first, sum(one.number for one in lists)), Tally(first, len(values))]
        proven = proven or (found[-1] if _proven_together(view, values) else None)
        found += [Tally(first, n) for n in sorted(_joined(lists))[:200]]
    return found, proven


def _proven_together(view: View, values: dict[str, set[Decimal | None]]) -> bool:
    """Whether all tables give every name one budget, and these add up to a total that the report prints."""
    budgets = [next(iter(one)) for one in values.values() if len(one) == 1]
    known = [value for value in budgets if value is not None]
    if len(known) != len(values) or len(known) < _SEVERAL:
        return False
    totals = {r.anggaran.value for r in view.document.anggaran if r.tingkat is Tingkat.TOTAL and r.anggaran is not None}
    return sum(known, Decimal(0)) in totals


def summed_up(view: View, table: str, level: Tingkat) -> Tally | None:
    """How many rows of a level a table lists, when every parent of theirs is their sum: then none was lost."""
    rows = view.anggaran.get(table, ())
    some = [r for r in rows if r.tingkat is level]
    if len(some) < _SEVERAL:
        return None
    parents = {r.id: r for r in rows if r.tingkat is Tingkat.PROGRAM} if level is not Tingkat.PROGRAM else {}
    if level is Tingkat.SUB_KEGIATAN:
        parents = {r.id: r for r in rows if r.tingkat is Tingkat.KEGIATAN}
    if not parents or any(r.induk not in parents for r in some):
        return Tally(table, len(some)) if _complete(rows, some) else None
    for parent in parents.values():
        parts = [r.anggaran.value for r in some if r.induk == parent.id and r.anggaran is not None]
        whole = parent.anggaran.value if parent.anggaran is not None else None
        if whole is None or None in parts or whole != sum((p for p in parts if p is not None), Decimal(0)):
            return None
    return Tally(table, len(some))


def _joined(lists: list[Listed]) -> set[int]:
    """The rows of any tables taken together.

    A table that proves to be complete is never added to one that repeats a part of it: what it lists was counted.
    """
    totals = _sums(one.number for one in lists if not one.complete)
    for whole in lists:
        if whole.complete:
            apart = _sums(one.number for one in lists if one is not whole and not one.names <= whole.names)
            totals |= {whole.number + n for n in apart}
    return totals - {0}


def _sums(numbers: Iterable[int]) -> set[int]:
    totals = {0}
    for number in numbers:
        totals |= {n + number for n in totals if n + number < 1000}
    return totals


def _complete(rows: Iterable[Anggaran], some: list[Anggaran]) -> bool:
    totals = {r.anggaran.value for r in rows if r.tingkat is Tingkat.TOTAL and r.anggaran is not None}
    values = [r.anggaran.value for r in some if r.anggaran is not None and r.anggaran.value is not None]
    return len(values) == len(some) >= _SEVERAL and sum(values, Decimal(0)) in totals
