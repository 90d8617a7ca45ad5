"""A row called Jumlah that holds means.

Apa yang diperiksa / What it does
    Baris "Jumlah" pada tabel indikator yang angkanya cocok sebagai rata-rata, bukan jumlah. Reports a row of an
    indicator table that is called a total while its numbers are the means of the rows above.

Why it matters
    A reader takes the figure for a sum; summed percentages have no meaning, means do.

How a reviewer verifies it
    Add up the column and average it; see which of the two is printed.

Known false alarms
    A single row above the total (sum and mean are the same) is not reported.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.relation import Op, Relation
from schemas.table import Kind
from validators.columns import numbers
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.rules.B.B501_rata_rata import first_text, groups, operands
from validators.view import View, operand
from validators.wording import computation

_TOTAL = re.compile(r"(?i)^\W*(?:jumlah|total)\W*$")
_BUDGET = {Kind.REALISASI_ANGGARAN, Kind.ANGGARAN_PROGRAM}


def check(view: View) -> Iterator[Finding]:
    """One finding for each such row."""
    for table in view.document.tables:
        if table.kind in _BUDGET:
            continue
        for at, row in enumerate(table.rows):
            if not _TOTAL.match(first_text(table, row)):
                continue
            means: list[tuple[Printed, str]] = []
            sums = 0
            for column in table.columns:
                cell = numbers(row, column)
                rows = next(iter(groups(table, at)), [])
                inputs = operands(table, rows, column.index)
                if cell is None or not cell.value or len(inputs) < 2:
                    continue
                result = operand(cell)
                if judge(Relation(rule="", op=Op.SUM, result=result, inputs=inputs)).verdict in HOLDS:
                    sums += 1
                    continue
                mean = Relation(rule="", op=Op.MEAN, result=result, inputs=inputs)
                if judge(mean).verdict in HOLDS:
                    values = [n.printed.value for n in inputs if n.printed.value is not None]
                    means.append((cell, computation(mean, "mean", values, cell.value)))
            if means and not sums:
                yield RULE.finding(
                    *(Evidence.of(cell) for cell, _ in means),
                    printed=means[-1][0].raw,
                    computation=means[-1][1],
                    label=first_text(table, row),
                )


RULE = Rule(
    code="B502",
    title_id="Baris jumlah berisi rata-rata",
    title_en="Row called total holds means",
    category=Category.SUM,
    severity=Severity.WARNING,
    message_id="{place}: baris “{label}” tercetak {printed}, yang adalah rata-rata barisnya, bukan jumlah",
    message_en="{place}: row “{label}” prints {printed}, the mean of its rows and not their sum",
    check=check,
)
