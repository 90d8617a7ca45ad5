"""What the tables print about an indicator or a sasaran, and which of it a figure in the text may be.

A figure of the text is first held against the facts of the same measure and year; only when none is equal are the
other readings tried, and the one that fits is named: the ratio to the end of the Renstra, another year, another
column, the mean of a sasaran.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from schemas.number import Form, Printed
from schemas.records import Indikator
from schemas.relation import Verdict
from schemas.table import Kind, Stage
from validators import agreement
from validators.subjects import Name
from validators.view import View

TARGET, REALISED, REACHED = "target", "realisasi", "capaian"
_PLAN = (Kind.PERBANDINGAN_RENSTRA,)
_QUOTED = (Kind.PENGUKURAN_KINERJA, Kind.PERJANJIAN_KINERJA, Kind.PERBANDINGAN_TAHUN)
_SUMMARY = re.compile(r"(?i)\W*(?:jumlah|total|rata|rerata)\b")
_ZERO, _HUNDRED = Decimal(0), Decimal(100)
_CAPS = (Decimal(100), Decimal(110), Decimal(120), Decimal(150))


class Fact(NamedTuple):
    """One printed value of a name; ``end`` is true for values of the mid-term plan's last year."""

    measure: str
    cell: Printed
    year: int | None
    end: bool
    record: Indikator


def facts_of(view: View, names: Sequence[Name]) -> tuple[Fact, ...]:
    """Every printed value of the names, outputs of sub kegiatan left out."""
    found = []
    for record in dict.fromkeys(r for name in names for r in name.indikator):
        table = view.tables.get(record.table)
        plan = table is not None and table.kind in _PLAN
        for measure, cell in ((TARGET, record.target), (REALISED, record.realisasi), (REACHED, record.capaian)):
            if cell is not None and (cell.value is not None or cell.form is Form.RANGE):
                own = measure == REALISED and record.tahun is not None and record.tahun == view.tahun
                end = (record.stage is Stage.AKHIR and not own) if measure != REACHED else plan
                found.append(Fact(measure, cell, record.tahun, end, record))
    return tuple(found)


def ranked(view: View, facts: Iterable[Fact]) -> list[Fact]:
    """The facts as they are quoted: the measurement and agreement of the reported year before plans and comparisons."""

    def rank(fact: Fact) -> tuple[bool, int]:
        table = view.tables.get(fact.record.table)
        kind = _QUOTED.index(table.kind) if table is not None and table.kind in _QUOTED else len(_QUOTED)
        return fact.year not in (None, view.tahun), kind

    return sorted(facts, key=rank)


def same(said: Printed, cell: Printed) -> bool:
    """Whether a figure of the text is the cell, rounded or cut off; a range holds what lies at its ends."""
    if cell.value is None:
        return said.value is not None and said.value in (cell.low, cell.high)
    return agreement.same(said, cell).verdict in (Verdict.AGREES, Verdict.AGREES_ROUNDED)


def of_the_whole(view: View, said: Printed, facts: Sequence[Fact]) -> bool:
    """Whether the figure stands in a row that carries no indicator: the value of a sasaran above its indicators."""
    for number in dict.fromkeys(f.record.table for f in facts):
        table = view.tables.get(number)
        taken = {record.row for record in view.indikator.get(number, ()) if record.indikator}
        for row in table.rows if table is not None else ():
            if row.index in taken or any(c is not None and _SUMMARY.match(c.text) for c in row.cells):
                continue
            if any(n is not None and n.value is not None and same(said, n) for n in row.numbers):
                return True
    return False


def equals(said: Printed, value: Decimal) -> bool:
    """Whether a figure of the text is a computed value, rounded or cut off."""
    stands = agreement.interval_of(said.model_copy(update={"exact": False}))
    return stands is not None and stands.holds(value)


def matching(
    said: Printed, facts: Iterable[Fact], measure: str, years: Iterable[int | None] | None = None
) -> list[Fact]:
    """The facts of one measure that the figure may be; ``years`` None is any year."""
    wanted = None if years is None else set(years)
    return [f for f in facts if f.measure == measure and (wanted is None or f.year in wanted) and same(said, f.cell)]


def recomputed(said: Printed, facts: Sequence[Fact], year: int | None) -> bool:
    """Whether the figure follows from target and realisation of one row, capped or not."""
    rows: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for fact in facts:
        if fact.cell.value is not None and (year is None or fact.year in (None, year)):
            rows[fact.record.id][fact.measure] = fact.cell.value
    for row in rows.values():
        target, realised = row.get(TARGET), row.get(REALISED)
        reached = [row[REACHED]] if REACHED in row else []
        if target and realised is not None:
            share = realised / target * _HUNDRED
            reached += [share, 2 * _HUNDRED - share]
            if realised:
                reached.append(target / realised * _HUNDRED)
        if any(equals(said, value) for value in reached):
            return True
    return False


def capped(said: Printed, facts: Sequence[Fact], cap: Decimal | None) -> bool:
    """Whether the figure is a capaian cut to the declared cap."""
    return (
        cap is not None
        and said.value == cap
        and any(f.measure == REACHED and f.cell.value is not None and f.cell.value > cap for f in facts)
    )


def means(facts: Sequence[Fact], year: int | None) -> list[Decimal]:
    """The means of capaian over the rows of each table, raw and capped."""
    by_table: dict[str, dict[str, Decimal]] = defaultdict(dict)
    for fact in facts:
        if fact.measure == REACHED and fact.cell.value is not None and (year is None or fact.year in (None, year)):
            by_table[fact.record.table][fact.record.id] = fact.cell.value
    found = []
    for rows in by_table.values():
        values = list(rows.values())
        found.append(sum(values, _ZERO) / len(values))
        found += [sum((min(v, cap) for v in values), _ZERO) / len(values) for cap in _CAPS]
    return found
