"""A unit that contradicts the values beside it.

Apa yang diperiksa / What it does
    Membandingkan kolom satuan dengan satuan yang tercetak bersama target dan realisasi. Compares the column of units
    with the units printed together with target and realisation, where one is a percentage and the other a thing.

Why it matters
    "1 kawasan" under the unit % is either a count or a share; the achievement is another in each case.

How a reviewer verifies it
    The definition of the indicator says what is counted.

Known false alarms
    Units that are only spelt or shortened otherwise; only percent against a thing is reported.
"""

from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.records import Indikator
from schemas.table import Role
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_PERCENT = frozenset({"%", "persen", "percent", "prosen"})


def check(view: View) -> Iterator[Finding]:
    """One finding for each table, with every contradiction in it."""
    found: dict[str, list[tuple[Indikator, str, Printed]]] = defaultdict(list)
    for row in view.document.indikator:
        unit = _unit(view, row)
        if not unit:
            continue
        for cell in (row.target, row.realisasi):
            if cell is not None and cell.unit and _contradict(unit, cell.unit):
                found[row.table].append((row, unit, cell))
    for cells in found.values():
        row, unit, cell = cells[0]
        yield RULE.finding(
            *(Evidence.of(c) for _, _, c in cells),
            printed=cell.raw,
            unit=unit,
            name=row.indikator,
            count=str(len({r.row for r, _, _ in cells})),
        )


def _unit(view: View, row: Indikator) -> str:
    """What the column of units prints for a row."""
    table = view.tables[row.table]
    columns = table.roles(Role.SATUAN)
    printed = next((r for r in table.rows if r.index == row.row), None)
    return printed.name(columns[0].index) if columns and printed else ""


def _contradict(column: str, cell: str) -> bool:
    one, two = column.strip().casefold(), cell.strip().casefold()
    if (one in _PERCENT) == (two in _PERCENT):
        return False
    return normal(one) not in normal(two) or not normal(one)


RULE = Rule(
    code="G411",
    title_id="Satuan tidak sesuai nilainya",
    title_en="Unit contradicts the value",
    category=Category.OTHER,
    severity=Severity.WARNING,
    message_id="{place}: satuan {name} adalah {unit}, nilainya tercetak {printed} ({count} indikator)",
    message_en="{place}: the unit of {name} is {unit}, the value is printed {printed} ({count} indicators)",
    check=check,
)
