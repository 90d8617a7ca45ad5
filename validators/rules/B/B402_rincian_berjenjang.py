"""An amount against the indented amounts below it in another column.

Apa yang diperiksa / What it does
    Susunan belanja yang rinciannya dicetak menjorok pada kolom lain dijumlahkan. In tables without column titles, where
    a total stands in one column and its items right below it in another, the items are added up.

Why it matters
    The composition of the budget is where operating and capital spending are told apart.

How a reviewer verifies it
    Add up the items under the amount.

Known false alarms
    Items that continue on the next page; a column that is not an indentation but another quantity.
"""

from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.number import Printed
from schemas.relation import Op, Relation
from schemas.table import Row, Table
from validators.columns import row_name
from validators.rule import Rule
from validators.view import View, operand


def check(view: View) -> Iterator[Relation]:
    """One relation for each amount that is followed by two items or more in one other column."""
    for table in view.document.tables:
        if any(column.label.strip() for column in table.columns[1:]):
            continue
        for at, row in enumerate(table.rows):
            head = _single(row)
            if head is None:
                continue
            parts = list(_below(table, at, head[0]))
            if len(parts) > 1:
                yield Relation(
                    rule=RULE.code,
                    op=Op.SUM,
                    result=operand(head[1], row_name(table, row)),
                    inputs=tuple(operand(cell, row_name(table, r)) for r, cell in parts),
                )


def _below(table: Table, at: int, column: int) -> Iterator[tuple[Row, Printed]]:
    inner: int | None = None
    for row in table.rows[at + 1 :]:
        found = _single(row)
        if found is None or found[0] == column or (inner is not None and found[0] != inner):
            return
        inner = found[0]
        yield row, found[1]


def _single(row: Row) -> tuple[int, Printed] | None:
    """The only amount of a row with its column."""
    cells = [(i, n) for i, n in enumerate(row.numbers) if n is not None and n.value is not None and n.exact]
    return cells[0] if len(cells) == 1 and (cells[0][1].value or 0) >= 1000 else None


RULE = Rule(
    code="B402",
    title_id="Rincian di bawahnya tidak sama dengan jumlahnya",
    title_en="Indented items do not add up",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, rinciannya berjumlah {expected}",
    message_en="{place}: {label} prints {printed}, its items add up to {expected}",
    check=check,
)
