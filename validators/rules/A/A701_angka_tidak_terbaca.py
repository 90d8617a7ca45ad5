"""A number whose digit groups cannot be a number.

Apa yang diperiksa / What it does
    Mencari angka yang pengelompokan digitnya tidak mungkin, misalnya kelompok dua digit di antara titik ribuan.
    Reports numbers such as ``1.23.000,00``: digits, but no valid grouping. The value is not guessed; where other
    printed numbers leave only one repair, the suggestion names it and how many relations support it. In tables that
    give no record a column is read when most of its other cells are large numbers.

Why it matters
    A digit is missing or doubled, so nobody can tell what amount is meant, and every sum over it is open.

How a reviewer verifies it
    Look at the page, then at the sum of the neighbours, the percentage of the row and the other tables that print
    the same amount.

Known false alarms
    A date, a code or a telephone number in a column of amounts; two numbers run together by the extraction.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.relation import Operand
from schemas.table import Column, Table
from validators.rule import Rule
from validators.view import View, operand, printed_cells

_DIGITS = re.compile(r"(?:Rp\.?\s*)?\d[\d.,]*(?:-)?", re.IGNORECASE)
_LARGE = Decimal(1000)
_FEWEST = 2


def check(view: View) -> Iterator[Finding]:
    """One finding for each malformed number in a record, a claim or a column of numbers."""
    told = set()
    for node in printed_cells(view.document):
        if _malformed(node.printed):
            told.add((node.printed.place.table, node.printed.place.row, node.printed.raw))
            yield _finding(node)
    for table in view.document.tables:
        for column in table.columns:
            for printed in _odd(table, column):
                if (table.id, printed.place.row, printed.raw) not in told:
                    yield _finding(operand(printed, column.label))


def _malformed(printed: Printed) -> bool:
    return printed.form is Form.MALFORMED and printed.legible


def _odd(table: Table, column: Column) -> Iterator[Printed]:
    """The malformed numbers of a column of large numbers: among dates, codes and telephone numbers they are none."""
    cells = [row.numbers[column.index] for row in table.rows if column.index < len(row.numbers)]
    odd = [cell for cell in cells if cell is not None and _malformed(cell) and _DIGITS.fullmatch(cell.raw.strip())]
    others = [cell for cell in cells if cell is not None and cell not in odd]
    large = [cell for cell in others if cell.form is Form.NUMBER and cell.value is not None and cell.value >= _LARGE]
    if len(large) >= _FEWEST and len(large) * 3 >= len(others) * 2 and len(odd) < len(large):
        yield from odd


def _finding(node: Operand) -> Finding:
    return RULE.finding(Evidence.of(node.printed), printed=node.printed.raw, keys=(node.key,), label=node.label)


RULE = Rule(
    code="A701",
    title_id="Angka tidak terbentuk dengan benar",
    title_en="Malformed number",
    category=Category.MALFORMED_NUMBER,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}; pengelompokan digitnya tidak mungkin, perlu klarifikasi",
    message_en="{place}: {label} prints {printed}; its digit groups cannot be a number, please clarify",
    check=check,
)
