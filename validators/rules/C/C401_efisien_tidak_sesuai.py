"""Efisien or tidak efisien against capaian and absorption of the row.

Apa yang diperiksa / What it does
    Tabel efisiensi yang menilai "Efisien" bila capaian lebih besar daripada serapan: tiap baris dinilai ulang.
    Judges each row of a table of efficiency again: a capaian above the absorption is efisien, below it is not. It is
    applied where the report declares this rule, or where the row cannot be right under any rule in use (a capaian of
    100 % or more with less money called tidak efisien; a capaian below the absorption called efisien).

Why it matters
    The word is the conclusion of the analysis of resources that PermenPANRB 53/2014 asks for.

How a reviewer verifies it
    Compare the two percentages of the row.

Known false alarms
    Reports with a rule of their own (bands of absorption, PMK formulas); they are not judged by this one.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.table import Kind, Role, Row, Table
from validators.rule import Rule
from validators.view import View

_WORD = re.compile(r"(?i)^\W*(tidak|belum|kurang)?\s*efisien\W*$")
_OWN = ("E1", None)
_FULL = Decimal(100)


def check(view: View) -> Iterator[Finding]:
    """One finding for each row whose word does not follow from its percentages."""
    declared = view.document.aturan.efisiensi
    if declared not in _OWN:
        return
    for table in view.document.tables:
        reached, spent = table.roles(Role.CAPAIAN), table.roles(Role.PERSEN)
        if table.kind is not Kind.EFISIENSI or len(reached) != 1 or len(spent) != 1:
            continue
        for row in table.rows:
            word = next((m for c in table.columns if (m := _WORD.match(row.text(c.index)))), None)
            values = _number(row, reached[0].index), _number(row, spent[0].index)
            if word is not None and values[0] is not None and values[1] is not None:
                efficient = word.group(1) is None
                if _wrong(values[0].value or _FULL, values[1].value or _FULL, efficient, declared):
                    yield _told(table, row, word.group().strip(), values[0], values[1], efficient)


def _number(row: Row, column: int) -> Printed | None:
    cell = row.numbers[column] if column < len(row.numbers) else None
    return cell if cell is not None and cell.form is Form.NUMBER and cell.value is not None and cell.legible else None


def _wrong(reached: Decimal, spent: Decimal, efficient: bool, declared: str | None) -> bool:
    if efficient:
        return reached < spent
    return reached > spent and (declared is not None or reached >= _FULL)


def _told(table: Table, row: Row, word: str, reached: Printed, spent: Printed, efficient: bool) -> Finding:
    sign = "<" if efficient else ">"
    return RULE.finding(
        Evidence.of(reached),
        Evidence.of(spent),
        printed=word,
        expected="Tidak Efisien" if efficient else "Efisien",
        computation=f"{reached.raw} {sign} {spent.raw}",
        name=next((t for c in table.columns if len(t := row.name(c.index)) > 12), f"baris {row.index}"),
    )


RULE = Rule(
    code="C401",
    title_id="Kata efisien tidak sesuai capaian dan serapan",
    title_en="Efficiency word does not follow from the row",
    category=Category.PREDICATE,
    severity=Severity.ERROR,
    message_id="{place}: {name} dinilai {printed}, padahal {computation}; seharusnya {expected}",
    message_en="{place}: {name} is called {printed} although {computation}; expected {expected}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran II (analisis efisiensi penggunaan sumber daya)",
)
