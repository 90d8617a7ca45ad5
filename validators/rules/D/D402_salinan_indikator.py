"""The same indicator and year with different values in two tables.

Apa yang diperiksa / What it does
    Target, realisasi, dan capaian indikator yang sama untuk tahun yang sama dibandingkan antartabel: perjanjian
    kinerja, RKT, Renstra, pengukuran, dan perbandingan. Compares target, realisasi and capaian of the same indicator
    and year between all tables; a target at the end of the Renstra is compared with the last year of its matrix,
    ratios to the Renstra or to another year are not compared with the annual capaian. The capaian of an indicator that
    another table words differently is compared too, as a warning, where it stands alone under the same sasaran in both.

Why it matters
    A report that prints two values for one fact cannot be relied on for either; a target copied into the column of
    realisation hides what was achieved.

How a reviewer verifies it
    Take the value from the signed performance agreement or from the source of the data, then correct the other table.

Known false alarms
    Targets revised during the year; a capaian capped in one table only; equal names for different sub-indicators.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Severity
from schemas.number import Form, Printed
from schemas.records import Indikator
from schemas.relation import Relation, Verdict
from schemas.table import Column, Kind, Role, Stage, Table
from validators import agreement
from validators.names import clusters
from validators.patterns.copied_row import copied_rows
from validators.reworded import reworded
from validators.rule import Rule
from validators.salinan import Copy, relations
from validators.slipped_year import slipped_years
from validators.view import View, operand

_RANK = {
    Kind.PENGUKURAN_KINERJA: 0,
    Kind.PERJANJIAN_KINERJA: 1,
    Kind.PERBANDINGAN_TAHUN: 2,
    Kind.REALISASI_ANGGARAN: 3,
    Kind.EFISIENSI: 3,
    Kind.PERBANDINGAN_RENSTRA: 4,
    Kind.TARGET_RENSTRA: 5,
    Kind.RKT: 6,
}
_PLANS = {Kind.TARGET_RENSTRA, Kind.RKT}
_RATIOS = {Kind.PERBANDINGAN_RENSTRA, Kind.PERBANDINGAN_NASIONAL}
_START = re.compile(
    r"(?i)s\s*[./]?\s*d\b|sampai\s+(?:dengan|tahun)|kumulatif|akumulasi|kondisi\s+awal|baseline|data\s+dasar|"
    r"tahun\s+dasar|kinerja\s+awal"
)
_PASTED = 99  # numbers of another indicator are no reference
_SHORT = 8
_MANY = 3


def check(view: View) -> Iterator[Relation]:
    """One relation for each copy that differs from the reference."""
    records = [r for r in view.document.indikator if len(r.indikator) >= _SHORT]
    name = clusters(r.indikator for r in records)
    other = reworded(view, name)
    last = _last_year(view)
    pasted = copied_rows(view)
    facts: dict[tuple[object, ...], list[Copy]] = defaultdict(list)
    computed: dict[str, tuple[Decimal, ...]] = {}
    for record in records:
        table = view.tables.get(record.table)
        kind = table.kind if table else Kind.LAINNYA
        rank = _PASTED if record.id in pasted else _RANK.get(kind, 9)
        for column, cell in _cells(record, table):
            year = slipped_years(view).get(record.table, record.tahun)
            if column == "target" and (record.stage is Stage.AKHIR or kind is Kind.PERBANDINGAN_RENSTRA):
                year = _end_year(table, last)
            if year is None or (column == "realisasi" and _baseline(table, cell)):
                continue
            planned = column == "target" and kind in _PLANS
            who = name[record.indikator]
            again = other.get((record.table, who)) if column == "capaian" else None
            copy = Copy(
                operand(cell, record.indikator), record.table, rank, planned or again is not None, column == "target"
            )
            if column == "target" and record.stage is Stage.AKHIR and _summed(view, name, record, cell):
                continue
            facts[again or who, record.keluaran, year, column].append(copy)
            if column == "capaian":
                computed[copy.node.key] = _ratios(record)
    for relation in relations(RULE.code, _retyped(facts)):
        if not _one_ratio(relation, computed):
            yield relation


def _ratios(record: Indikator) -> tuple[Decimal, ...]:
    """What target and realisasi of a row give as capaian, by each formula in use."""
    target = record.target.value if record.target else None
    realised = record.realisasi.value if record.realisasi else None
    if not target or not realised:
        return ()
    ratio = realised / target
    return (ratio * 100, 100 / ratio, (2 - ratio) * 100)


def _one_ratio(relation: Relation, computed: dict[str, tuple[Decimal, ...]]) -> bool:
    """Whether both prints are one ratio, rounded in one table and cut off in the other."""
    nodes = (relation.result, *relation.inputs)
    stands = [agreement.interval_of(node.printed) for node in nodes]
    return any(
        all(span is not None and span.holds(value) for span in stands)
        for node in nodes
        for value in computed.get(node.key, ())
    )


def _retyped(facts: dict[tuple[object, ...], list[Copy]]) -> dict[tuple[object, ...], list[Copy]]:
    """A column of realisasi that prints the capaian of the other tables in most rows is a column of capaian."""
    votes: dict[tuple[str, object], list[int]] = defaultdict(lambda: [0, 0])
    for (*who, column), copies in facts.items():
        if column != "realisasi":
            continue
        reached = facts.get((*who, "capaian"), [])
        for copy in copies:
            ratios = [c for c in reached if c.table != copy.table]
            values = [c for c in copies if c.table != copy.table]
            if ratios and _among(copy, ratios) and not _among(copy, values):
                votes[copy.table, who[-1]][0] += 1
            elif _among(copy, values):
                votes[copy.table, who[-1]][1] += 1
    wrong = {key for key, (ratio, value) in votes.items() if ratio >= _MANY and ratio > value}
    if not wrong:
        return facts
    moved: dict[tuple[object, ...], list[Copy]] = defaultdict(list)
    for (*who, column), copies in facts.items():
        for copy in copies:
            there = column == "realisasi" and (copy.table, who[-1]) in wrong
            moved[(*who, "capaian" if there else column)].append(copy)
    return moved


def _among(copy: Copy, others: list[Copy]) -> bool:
    return any(agreement.same(copy.node.printed, c.node.printed).verdict is not Verdict.DISAGREES for c in others)


def _between_years(table: Table | None, record: Indikator) -> bool:
    """Whether the capaian of a comparison is the ratio of two years and not of realisasi to target."""
    if record.target is not None or table is None or table.kind is not Kind.PERBANDINGAN_TAHUN:
        return False
    return any(column.year in (record.tahun, None) for column in table.roles(Role.REALISASI))


def _cells(record: Indikator, table: Table | None) -> Iterator[tuple[str, Printed]]:
    kind = table.kind if table else Kind.LAINNYA
    cells = {"target": record.target, "realisasi": record.realisasi, "capaian": record.capaian}
    for column, cell in cells.items():
        if cell is None or cell.value is None or cell.form in (Form.MISSING, Form.RANGE):
            continue
        if column == "target" and record.stage is Stage.MURNI:
            continue
        if column == "capaian" and (kind in _RATIOS or _between_years(table, record)):
            continue
        yield column, cell


def _end_year(table: Table | None, last: int | None) -> int | None:
    """The year that a mid-term target is meant for: named by its column, else the last one of the Renstra."""
    columns = table.roles(Role.TARGET) if table else ()
    return next((c.year for c in columns if c.stage is Stage.AKHIR and c.year is not None), last)


def _baseline(table: Table | None, cell: Printed) -> bool:
    """Whether a realisasi is the state at the start of the plan, or added up over several years."""
    column = _column_of(table, cell) if table else None
    return column is not None and bool(_START.search(column.label))


def _column_of(table: Table, cell: Printed) -> Column | None:
    row = next((r for r in table.rows if r.index == cell.place.row), None)
    if row is None:
        return None
    at = next((i for i, n in enumerate(row.numbers) if n is not None and n.place == cell.place), None)
    if at is None and cell.place.bbox is not None:  # one of several values of a cell
        at = next((i for i, c in enumerate(row.cells) if c is not None and c.bbox == cell.place.bbox), None)
    return None if at is None else table.columns[at]


def _summed(view: View, name: dict[str, str], record: Indikator, cell: Printed) -> bool:
    """Whether a mid-term target is the sum of annual ones (or several times one), so not the last year's."""
    annual = [
        r.target.value
        for r in view.document.indikator
        if r.target is not None
        and r.target.value
        and r.tahun is not None
        and r.stage is not Stage.AKHIR
        and name.get(r.indikator) == name[record.indikator]
    ]
    value = cell.value or 0
    return any(value == sum(annual[:n]) for n in range(2, len(annual) + 1)) or any(
        value == v * times for v in annual for times in range(2, 7)
    )


def _last_year(view: View) -> int | None:
    """The last year of the Renstra matrix, the year of a target "akhir Renstra"."""
    years = [
        r.tahun
        for table in view.document.tables
        if table.kind is Kind.TARGET_RENSTRA
        for r in view.indikator.get(table.id, ())
        if r.tahun is not None and r.target is not None
    ]
    return max(years, default=None)


RULE = Rule(
    code="D402",
    title_id="Nilai indikator berbeda antartabel",
    title_en="Indicator value differs between tables",
    category=Category.CROSS_TABLE,
    severity=Severity.ERROR,
    message_id="{place}: {column} {label} tercetak {printed}, di tabel lain {expected}",
    message_en="{place}: {column} of {label} prints {printed}, another table {expected}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran III (keandalan data)",
)
