"""Which value columns of a table belong to which indicator column and to which year."""

import re
from dataclasses import dataclass, field

from extractors.records.periode import of_year
from schemas.table import Column, Kind, Role, Stage, Table

_PLANS = frozenset({Kind.RKT, Kind.PERJANJIAN_KINERJA})
_VALUES = frozenset({Role.TARGET, Role.REALISASI, Role.CAPAIAN})
_FINAL = re.compile(r"renstra|rpjm|akhir|jangka\s*menengah", re.IGNORECASE)
_AGAINST = re.compile(r"terhadap|\bthd\b|dibanding|s/?d\.?\b|sampai", re.IGNORECASE)
_PROGRESS = re.compile(r"\bkemajuan\b", re.IGNORECASE)
_CUMULATED = re.compile(r"\bs\s*/\s*d\b|\bs\.d\.?|sampai\s+(?:dengan|tahun)|kumulatif|akumulasi", re.IGNORECASE)
_OVER_YEARS = re.compile(
    r"(?:\bs\s*/\s*d\b|\bs\.d\b\.?|sampai\s+(?:dengan)?)\s*(?:dengan\s+)?(?:renja\s+)?(?:akhir\s+)?(?:tahun|thn|th)\b",
    re.IGNORECASE,
)
_OF_SASARAN = re.compile(
    r"\bs[as]*r?[as]*rn?\.?\s+strag?|\bsasaran\s*(?:strategis|stratejik)?\s*\(?%?\)?$",
    re.IGNORECASE,
)
_BASE = re.compile(r"kondisi\s+(?:kinerja\s+)?awal|baseline|data\s+dasar", re.IGNORECASE)
_YEAR_OF_PLAN = re.compile(
    r"\b(?:th|thn|tahun)\.?\s*(?:ke\s*[-–:]?\s*)?(i{1,3}|iv|vi{0,3}|[1-6]|pertama|kedua|ketiga|keempat|kelima)\s*$",
    re.IGNORECASE,
)
_LAST_YEAR = re.compile(r"\b(?:tahun|thn\.?|th\.?)\s+(?:lalu|sebelumnya)", re.IGNORECASE)
_FIRST_NUMBER = re.compile(r"\d+")
_EXTRA = frozenset({Role.NASIONAL, Role.SELISIH, Role.PREDIKAT})


@dataclass(slots=True)
class Slot:
    """The columns of one year (or of the mid-term target) that describe one indicator column."""

    year: int | None
    final: bool = False
    nth: str = ""  # "2" of a plan that counts its years and does not name them
    columns: dict[Role, Column] = field(default_factory=dict)


@dataclass(slots=True)
class Group:
    """One indicator column and its slots, in column order."""

    indikator: Column
    slots: list[Slot]
    satuan: list[Column]


def groups(table: Table, reported: int | None) -> list[Group]:
    """The indicator columns of a table with their value columns; empty when it has no indicator or no value.

    ``reported`` is the year of values whose column names none.
    """
    names = [c for c in table.columns if c.role is Role.INDIKATOR]
    if not names:
        names = [c for c in table.columns if c.role is Role.INDIKATOR_TUJUAN] or _judged(table)
    if not names:
        return []
    values = [c for c in table.columns if c.role in _VALUES]
    out = []
    for n, name in enumerate(names):
        end = names[n + 1].index if n + 1 < len(names) else len(table.columns)
        own = [c for c in values if name.index < c.index < end]
        if n == 0:
            own = [c for c in values if c.index < name.index] + own
        if not own:
            continue
        satuan = [c for c in table.columns if c.role is Role.SATUAN and (c.index < end or len(names) == 1)]
        filled = _filled(table, own)
        slots = _slots(table, of_year(table, filled, _base_year(table, filled, reported)), reported)
        if len(names) == 1:
            _extras(table, slots, reported)
        out.append(Group(name, slots, satuan))
    return out


def _judged(table: Table) -> list[Column]:
    """The column of sasaran where these are what is measured and judged: "Sasaran | Capaian | Kriteria"."""
    roles = {c.role for c in table.columns}
    whole = {Role.CAPAIAN, Role.PREDIKAT} <= roles and not roles & {Role.PROGRAM, Role.KEGIATAN, Role.URAIAN}
    return [c for c in table.columns if c.role is Role.SASARAN] if whole else []


def _filled(table: Table, values: list[Column]) -> list[Column]:
    """The value columns that print anything; quarters still to come are blank columns."""
    return [c for c in values if any(row.text(c.index) for row in table.rows)]


def _slots(table: Table, values: list[Column], reported: int | None) -> list[Slot]:
    targets = [c for c in values if c.role is Role.TARGET]
    finals = [c for c in targets if c.stage is Stage.AKHIR]
    together = len(targets) == 1 and len(finals) == 1 and any(c.role is Role.CAPAIAN for c in values)
    apart = finals if len(targets) > len(finals) or (finals and not together) else []
    base = _base_year(table, values, reported)
    slots: list[Slot] = []
    for column in values:
        if _skipped(column, values):
            continue
        final = column in apart or (column.role is Role.CAPAIAN and _against_final(column, apart))
        if together and column in finals:
            year = base
        elif final:
            year = apart[0].year if column.role is Role.CAPAIAN else column.year
        else:
            year = _own_year(_origin(column, values), base)
        if year is None and (_BASE.search(column.label) or _YEAR_OF_PLAN.search(column.label)):
            _place_nth(slots, column)
            continue
        if apart and column.role is Role.REALISASI and _OVER_YEARS.search(column.label):
            slots.append(Slot(year, columns={column.role: column}))  # of all years so far: not that of the target
            continue
        _place(slots, column, year, final)
    return [s for s in slots if s.columns]


def _skipped(column: Column, values: list[Column]) -> bool:
    """Columns that are no value of a year: cumulated values beside it, means of a sasaran."""
    if column.role is Role.CAPAIAN:
        return _OF_SASARAN.search(column.label) is not None and any(
            c.role is Role.CAPAIAN and c is not column for c in values
        )
    return _CUMULATED.search(column.label) is not None and any(
        c is not column and c.role is column.role and c.year == column.year and not _CUMULATED.search(c.label)
        for c in values
    )


def _origin(column: Column, values: list[Column]) -> Column:
    """The column whose year a ratio has: the realisation that its formula divides, else the ratio itself.

    Labels of ratios are copied from other tables more often than formulas: "Realisasi 2020 terhadap 2019 (3/4)*100".
    """
    if column.role is not Role.CAPAIAN or not column.formula:
        return column
    divided = _FIRST_NUMBER.search(column.formula.split("=")[-1])
    same = (c for c in values if c.role is Role.REALISASI and divided and c.number == int(divided.group()))
    return next(same, column)


def _own_year(column: Column, base: int | None) -> int | None:
    if column.year is not None:
        return column.year
    if _YEAR_OF_PLAN.search(column.label) or _BASE.search(column.label):
        return None
    if base is not None and _LAST_YEAR.search(column.label):
        return base - 1
    return base


def _place(slots: list[Slot], column: Column, year: int | None, final: bool) -> None:
    """Put a column into the slot of its year; a second column of the same role and year opens another slot."""
    for slot in slots:
        if slot.year == year and slot.final == final and column.role not in slot.columns:
            slot.columns[column.role] = column
            return
    slots.append(Slot(year, final, columns={column.role: column}))


def _place_nth(slots: list[Slot], column: Column) -> None:
    """Put a column of a year that nobody names beside those of the same count: "Target Tahun ke-2", "Rasio … ke-2"."""
    count = _YEAR_OF_PLAN.search(column.label)
    nth = count.group(1).lower() if count else ""
    home = next((s for s in slots if nth and s.nth == nth and column.role not in s.columns), None)
    if home is not None:
        home.columns[column.role] = column
    else:
        slots.append(Slot(None, False, nth, {column.role: column}))


def _against_final(column: Column, finals: list[Column]) -> bool:
    """True for a ratio to the mid-term target."""
    if not finals:
        return False
    label = column.label
    if _PROGRESS.search(label):
        return True
    if _AGAINST.search(label) and (_FINAL.search(label) or any(c.year and str(c.year) in label for c in finals)):
        return True
    return bool(_FINAL.search(label) and column.year is None)


def _base_year(table: Table, values: list[Column], reported: int | None) -> int | None:
    """The year of columns that name none: the reported year, or the one year of a realisation beside them."""
    realised = {c.year for c in values if c.role is Role.REALISASI}
    if None in realised and reported is not None and len(realised) == 2:
        realised = set()  # "Realisasi | … | Realisasi 2019": the earlier year stands beside the reported one
    realised.discard(None)
    if reported is not None and table.year == reported + 1 and table.kind in _PLANS:
        return table.year  # the plan of the next year in the report on this one
    if reported is not None and (reported in realised or not realised):
        return reported
    if len(realised) == 1:
        return next(iter(realised))
    return reported if reported is not None else table.year


def _extras(table: Table, slots: list[Slot], reported: int | None) -> None:
    """National standard, difference and predicate belong to the reported year, or to the last slot."""
    plain = [s for s in slots if not s.final]
    if not plain:
        return
    home = next((s for s in plain if s.year == reported), plain[-1])
    others = []
    for column in table.columns:
        if column.role not in _EXTRA:
            continue
        own = next((s for s in plain if column.year is not None and s.year == column.year), None)
        if own is not None:
            own.columns.setdefault(column.role, column)
        else:
            others.append(column)
    for column in others:
        home.columns.setdefault(column.role, column)


def place_names(table: Table) -> dict[int, str]:
    """The place name of each value column: its role, with year or stage where the role alone is not unique."""
    counts: dict[str, int] = {}
    for column in table.columns:
        counts[column.role.value] = counts.get(column.role.value, 0) + 1
    names: dict[int, str] = {}
    used: set[str] = set()
    for column in table.columns:
        name = column.role.value
        if counts[name] > 1:
            if column.year is not None:
                name = f"{name} {column.year}"
            if column.stage is not None and (column.year is None or name in used):
                name = f"{name} {column.stage.value}"
            if name in used:
                name = f"{name} #{column.index + 1}"
        used.add(name)
        names[column.index] = name
    return names


def holds_indicators(table: Table) -> bool:
    """False for kinds that never print indicator values of their own."""
    return table.kind is not Kind.SKALA_PREDIKAT
