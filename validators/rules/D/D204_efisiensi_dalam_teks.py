"""Figures of efficiency in the text against the table of efficiency.

Apa yang diperiksa / What it does
    "Efisiensi sebesar 43,69 %" untuk sebuah indikator atau sasaran, dan "rata-rata efisiensi", dibandingkan dengan
    kolom tingkat efisiensi. Compares stated efficiencies with the row of the indicator that the sentence names, and a
    stated mean with the mean row or the mean of the column.

Why it matters
    The analysis of efficiency is required; its mean is quoted in the conclusions.

How a reviewer verifies it
    Read the last column of the table of efficiency and average it.

Known false alarms
    A mean over the sasaran and not over the rows; both are tried.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.records import Indikator, Klaim, KlaimKind
from schemas.table import Kind, Role, Table
from validators.facts import equals, same
from validators.rule import Rule
from validators.subjects import offset, subjects_of
from validators.view import View
from validators.wording import show

_MEAN = re.compile(r"(?i)rata-?\s*rata|rerata")
_WORD = re.compile(r"(?i)efisiensi")
_BUDGET = re.compile(r"(?i)\brp\b|belanja|anggaran yang tidak")


def check(view: View) -> Iterator[Finding]:
    """One finding for each efficiency that the table does not give."""
    rows = [r for r in view.document.indikator if _efficiency(view, r)]
    if not rows:
        return
    for klaim in view.document.klaim:
        value, at = klaim.value, offset(klaim)
        if klaim.kind is not KlaimKind.PERCENT or value is None or value.form is not Form.NUMBER or at < 0:
            continue
        lead = klaim.text[:at]
        if klaim.measure not in ("selisih", "efisiensi") or not _WORD.search(lead[-60:]) or _BUDGET.search(lead[-40:]):
            continue
        found = _mean(view, klaim, rows) if _MEAN.search(lead[-60:]) else _named(view, klaim, at, rows)
        if found is not None and not any(equals(value, v) for v in found[0]):
            yield _told(klaim, value, *found)


def _efficiency(view: View, record: Indikator) -> bool:
    table = view.tables.get(record.table)
    cell = record.selisih
    return table is not None and table.kind is Kind.EFISIENSI and cell is not None and cell.value is not None


def _mean(view: View, klaim: Klaim, rows: list[Indikator]) -> tuple[list[Decimal], list[Printed]]:
    """The means that may be meant: over all rows, over the sasaran, and those printed under the table."""
    values = [r.selisih.value for r in rows if r.selisih is not None and r.selisih.value is not None]
    by_goal: dict[str, list[Decimal]] = defaultdict(list)
    for record in rows:
        if record.selisih is not None and record.selisih.value is not None:
            by_goal[record.sasaran or ""].append(record.selisih.value)
    goals = [sum(v, Decimal(0)) / len(v) for v in by_goal.values()]
    printed = [cell for table in view.document.tables if table.kind is Kind.EFISIENSI for cell in _mean_row(table)]
    means = [sum(values, Decimal(0)) / len(values), sum(goals, Decimal(0)) / len(goals)]
    return [*(c.value for c in printed if c.value is not None), *means], printed or _cells(rows)


def _mean_row(table: Table) -> list[Printed]:
    columns = [c.index for c in table.roles(Role.SELISIH)]
    return [
        cell
        for row in table.rows
        if any(_MEAN.search(row.text(c.index)) for c in table.columns)
        for at in columns
        if at < len(row.numbers) and (cell := row.numbers[at]) is not None and cell.value is not None
    ]


def _named(view: View, klaim: Klaim, at: int, rows: list[Indikator]) -> tuple[list[Decimal], list[Printed]] | None:
    said = [m for m in subjects_of(view).mentions(klaim.text) if m.end <= at and m.name.about != "anggaran"]
    if not said:
        return None
    last = max(m.start for m in said)
    ids = {r.id for m in said if m.start == last for r in m.name.indikator}
    mine = [r for r in rows if r.id in ids]
    values = [r.selisih.value for r in mine if r.selisih is not None and r.selisih.value is not None]
    return (values, _cells(mine)) if values else None


def _cells(rows: list[Indikator]) -> list[Printed]:
    return [r.selisih for r in rows if r.selisih is not None]


def _told(klaim: Klaim, value: Printed, values: list[Decimal], cells: list[Printed]) -> Finding:
    exact = next((c for c in cells if same(c, c.model_copy(update={"value": values[0]}))), None)
    return RULE.finding(
        Evidence.of(value),
        *(Evidence.of(cell) for cell in cells[:8]),
        expected=exact.raw if exact is not None else show(values[0], 2),
        expected_value=values[0],
        keys=(klaim.id,),
        label=klaim.subject or "efisiensi",
    )


RULE = Rule(
    code="D204",
    title_id="Efisiensi dalam teks berbeda dengan tabel",
    title_en="Efficiency in the text differs from the table",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: {label} disebut {printed}, tabel efisiensi {expected}",
    message_en="{place}: {label} given as {printed}, the table of efficiency {expected}",
    check=check,
)
