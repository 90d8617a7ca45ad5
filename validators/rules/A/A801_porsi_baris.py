"""Shares of a row against their printed total of 100.

Apa yang diperiksa / What it does
    Baris yang mencetak total 100 % dijumlahkan dari bagian-bagiannya. Adds up the shares of each row whose total
    column prints 100; rows that do not come to 100 are reported once for the table.

Why it matters
    Shares that do not add up show lost or wrong cells, and the scores made from them cannot be followed.

How a reviewer verifies it
    Add up the row; look at the source of the survey for the cells that are missing.

Known false alarms
    Cells lost in reading a scan; shares rounded to the unit (half a unit for each is allowed).
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.relation import Verdict
from schemas.table import Row, Table
from validators import agreement
from validators.columns import row_name
from validators.rule import Rule
from validators.view import View, operand
from validators.wording import terms

_TOTAL = re.compile(r"(?i)^\W*(?:total|jumlah)\b")
_HUNDRED = Decimal(100)
_LEAST = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each table with rows that miss 100."""
    for table in view.document.tables:
        at = _total(table)
        if at is None:
            continue
        bad: list[tuple[Row, list[Printed]]] = []
        whole = 0
        for row in table.rows:
            total = row.numbers[at] if at < len(row.numbers) else None
            parts = [n for n in row.numbers[:at] if n is not None]
            if total is None or total.value != _HUNDRED or len(parts) < 2:
                continue
            whole += 1
            if agreement.shares(parts).verdict is Verdict.DISAGREES:
                bad.append((row, parts))
        if bad and whole >= _LEAST:
            yield _told(table, bad)


def _total(table: Table) -> int | None:
    """The index of the column of totals, named in the header or in a first row that is one."""
    head = table.rows[0] if table.rows else None
    titled = head is not None and not any(n is not None and n.value is not None for n in head.numbers)
    for column in table.columns:
        first = head.text(column.index) if head is not None and titled else ""
        if _TOTAL.search(column.label) or _TOTAL.search(first):
            return column.index if column.index > 1 else None
    return None


def _told(table: Table, bad: list[tuple[Row, list[Printed]]]) -> Finding:
    row, parts = bad[0]
    values = [p.value for p in parts if p.value is not None]
    name = row_name(table, row) or (row.text(0))
    cells = [cell for _, some in bad for cell in some]
    last = [n for r, _ in bad if (n := next((x for x in reversed(r.numbers) if x is not None), None)) is not None]
    return RULE.finding(
        *(Evidence.of(cell) for cell in (*last[:1], *cells, *last[1:])),
        printed=last[0].raw,
        expected=terms([sum(values, Decimal(0))]),
        computation=f"{terms(values)} = {terms([sum(values, Decimal(0))])}",
        label=name,
        rows=str(len(bad)),
        keys=tuple(operand(cell).key for cell in cells),
    )


RULE = Rule(
    code="A801",
    title_id="Porsi baris tidak berjumlah 100",
    title_en="Shares of a row do not add up to 100",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, porsinya berjumlah {expected} ({rows} baris pada tabel ini)",
    message_en="{place}: {label} prints {printed}, its shares add up to {expected} ({rows} rows of this table)",
    check=check,
)
