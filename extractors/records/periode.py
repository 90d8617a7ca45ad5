"""Which columns stand for the year where a table prints months, quarters or semesters.

What an auditor expects, in this order:

1. A column of the whole year is the year; its parts are not.
2. Where the header says that values run from the beginning of the year ("s.d. Triwulan III", "kumulatif"), the last
   period that is filled in is the year to date.
3. Where the header is silent, the numbers may tell: the printed percentage or the yearly target follows from the last
   period and not from the sum, or values rise from period to period in row after row and hardly ever fall.
4. Otherwise each period stands for itself. The year would be their sum, for percentages perhaps their mean; neither
   is printed, so nothing is put in its place. The columns are listed as unread, their arithmetic is checked.

A table with one period only reports on that period, and its values are taken.
"""

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from itertools import groupby, pairwise

from extractors.numbers import parse_number
from extractors.tables.cells import plain
from schemas.number import Form
from schemas.table import Column, Period, Role, Row, Stage, Table, Unit

_LAST_YEAR = re.compile(r"\b(?:tahun|thn\.?|th\.?)\s+(?:lalu|sebelumnya)|\(?n\s*-\s*\d", re.IGNORECASE)
_LAST = {Unit.BULAN: 12, Unit.TRIWULAN: 4, Unit.SEMESTER: 2}
_MONEY = frozenset({Role.ANGGARAN, Role.REALISASI_ANGGARAN})
_FEW_FALLS = Decimal("0.1")
_RISES = 6  # quarters apart, six rises and no fall come together by accident once in a dozen tables
_NEAR = Decimal(1)
_HUNDRED = Decimal(100)

_Values = tuple[Decimal | None, ...]


def year_to_date(
    table: Table,
    columns: Sequence[Column],
    reported: int | None,
    whole: Sequence[Column] = (),
    shares: Sequence[Column] = (),
) -> list[Column]:
    """Those of some columns of one measure that stand for their year, in their order.

    Args:
        table: the table they belong to.
        columns: columns of one measure (realisation in rupiah, targets of indicators …), of any year.
        reported: the year of columns that name none.
        whole: columns of the yearly target or budget; they tell whether periods that the header says nothing about
            run from the beginning of the year.
        shares: columns of the printed percentages of the year, which tell it too.
    """
    kept = [c for c in columns if c.period is None]
    years = {c.year for c in kept if not _LAST_YEAR.search(c.label) and c.stage is not Stage.AKHIR}
    base = reported or table.year
    for year in dict.fromkeys(c.year or base for c in columns if c.period is not None):
        if year in years or (year is None and years) or (None in years and year == base):
            continue
        parts = [c for c in columns if c.period is not None and (c.year or base) == year]
        kept += _latest(table, parts, whole, shares)
    return sorted(kept, key=lambda c: c.index)


def of_year(table: Table, values: Sequence[Column], reported: int | None) -> list[Column]:
    """The value columns of indicators that stand for their year; target, realisation and ratio are taken together."""
    if all(c.period is None for c in values):
        return list(values)
    of = {role: [c for c in values if c.role is role] for role in (Role.TARGET, Role.REALISASI, Role.CAPAIAN)}
    targets = [c for c in of[Role.TARGET] if c.period is None and c.stage is not Stage.AKHIR]
    shares = [c for c in of[Role.CAPAIAN] if c.period is None]
    kept = {
        Role.TARGET: year_to_date(table, of[Role.TARGET], reported, targets),
        Role.REALISASI: year_to_date(table, of[Role.REALISASI], reported, targets, shares),
    }
    if not kept[Role.REALISASI] and targets and _runs(table, _periods(of[Role.TARGET]), targets, ()):
        kept[Role.REALISASI] = _columns_of_last(_filled(table, of[Role.REALISASI]))
    used = {c.period for role in kept for c in kept[role]}
    kept[Role.CAPAIAN] = [
        c
        for c in of[Role.CAPAIAN]
        if c.period is None or (c.period in used and not shares and all(_fits(c.period, p) for p in used))
    ]
    chosen = {c.index for columns in kept.values() for c in columns}
    return [c for c in values if c.index in chosen or c.role not in of]


def _fits(own: Period, other: Period | None) -> bool:
    """Whether a ratio of one period is of this value too: of the same period, or of a year that has ended."""
    return other == own or (other is None and own.order == _LAST[own.unit])


def _latest(table: Table, parts: list[Column], whole: Sequence[Column], shares: Sequence[Column]) -> list[Column]:
    filled = _filled(table, parts)
    running = [c for c in filled if c.period is not None and c.period.to_date]
    if running or len({c.period for c in filled}) <= 1:
        return _columns_of_last(running or filled)
    return _columns_of_last(filled) if _runs(table, _periods(filled), whole, shares) else []


def _columns_of_last(columns: Sequence[Column]) -> list[Column]:
    last = max((c.period.order for c in columns if c.period is not None), default=None)
    return [c for c in columns if c.period is not None and c.period.order == last]


def _filled(table: Table, columns: Sequence[Column]) -> list[Column]:
    """The columns of periods that have come: noughts and dashes after the last real value are periods still to come."""
    ordered = sorted(columns, key=lambda c: c.period.order if c.period else 0)
    printed = [c for c in ordered if any(row.text(c.index) for row in table.rows)]
    while len(printed) > 1 and not any(_value(row, printed[-1]) for row in table.rows):
        printed.pop()
    return printed


def _periods(columns: Iterable[Column]) -> list[Column]:
    """One column for each period, in order of time."""
    ordered = sorted((c for c in columns if c.period is not None), key=lambda c: (_order(c), c.index))
    return [next(group) for _, group in groupby(ordered, key=_order)]


def _order(column: Column) -> int:
    return column.period.order if column.period is not None else 0


def _runs(table: Table, parts: Sequence[Column], whole: Sequence[Column], shares: Sequence[Column]) -> bool:
    """True when the numbers show that each period holds what was reached since the beginning of the year."""
    rows = [tuple(_value(row, c) for c in parts) for row in table.rows]
    for target in whole:
        told = _told_by(table, rows, target, shares)
        if told is not None:
            return told
    telling = falls = rises = 0
    alone = True
    for values in rows:
        known = [v for v in values if v is not None]
        alone = alone and not any(known[:-1])
        steps = list(pairwise(known))
        telling += any(known) and bool(steps)
        falls += any(b < a for a, b in steps)
        rises += sum(b > a > 0 for a, b in steps)
    if alone and telling:
        return True  # nothing before the last period: it is the sum as well
    return rises >= _RISES and falls <= _FEW_FALLS * telling


def _told_by(table: Table, rows: Sequence[_Values], target: Column, shares: Sequence[Column]) -> bool | None:
    """What the yearly target tells: whether last period or sum gives the percentage, or is the target itself.

    Amounts that together exceed the budget while none does are no parts of it. None where neither reading stands out.
    """
    money = target.role is Role.ANGGARAN
    last_fits = sum_fits = 0
    for row, values in zip(table.rows, rows, strict=True):
        known = [v for v in values if v is not None]
        goal = _value(row, target)
        if len(known) < 2 or not goal or sum(known) == known[-1]:
            continue
        last, total = known[-1] / goal * _HUNDRED, sum(known) / goal * _HUNDRED
        printed = [p for c in shares if (p := _value(row, c)) is not None] or [_HUNDRED]
        beyond = total > _HUNDRED + _NEAR and last <= _HUNDRED and all(a <= b for a, b in pairwise(known))
        last_fits += any(abs(last - p) <= _NEAR for p in printed) or (money and not shares and beyond)
        sum_fits += any(abs(total - p) <= _NEAR for p in printed)
    return None if last_fits == sum_fits else last_fits > sum_fits


def _value(row: Row, column: Column) -> Decimal | None:
    """The number of a cell; a dash is nought, an empty cell is unknown."""
    text = row.text(column.index)
    if not text:
        return None
    printed = parse_number(plain(text), "money" if column.role in _MONEY else None)
    return Decimal(0) if printed.form is Form.MISSING else printed.value
