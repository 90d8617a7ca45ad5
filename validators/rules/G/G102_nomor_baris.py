"""Row numbers that are repeated, misprinted or skipped.

Apa yang diperiksa / What it does
    Memeriksa nomor urut baris tabel, dengan penomoran yang boleh mulai lagi dari 1 pada setiap kelompok. Checks the
    running numbers of table rows; numbering may start anew with every group.

Why it matters
    A repeated number makes two rows indistinguishable when they are cited; a skipped one asks whether a row is gone.

How a reviewer verifies it
    Count the rows, and compare with the total number that the text gives.

Known false alarms
    Tables that select some sasaran keep their numbers, so a skipped number is a warning only in a table that lists
    every indicator of the report. Rows split over a page break may repeat their number.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Role, Row, Table
from validators.names import normal
from validators.numbering import Slip, plain, slips
from validators.rule import Rule
from validators.view import View

_ENOUGH = 8
_FEWEST = 3
_MOSTLY = 2


def check(view: View) -> Iterator[Finding]:
    """The slips of every table."""
    names = {table: len({normal(row.indikator) for row in rows}) for table, rows in view.indikator.items()}
    most = max(names.values(), default=0)
    for table in view.document.tables:
        columns = table.roles(Role.NO)
        if not columns:
            continue
        rows = [(row, number) for row in table.rows for number in plain(row.text(columns[0].index))]
        filled = sum(bool(row.text(columns[0].index)) for row in table.rows)
        if len(rows) < _FEWEST or len(rows) * _MOSTLY < filled or any(number == 0 for _, number in rows):
            continue
        complete = most > 0 and names.get(table.id, 0) * 10 >= most * 9 and len(rows) < len(table.rows)
        for slip in slips([number for _, number in rows]):
            yield _finding(table, rows, slip, complete)


def _finding(table: Table, rows: list[tuple[Row, int]], slip: Slip, complete: bool) -> Finding:
    row, before = rows[slip.at][0], rows[slip.at - 1]
    serious = complete if slip.kind == "lompat" else len(rows) >= _ENOUGH and slip.kind == "ganda"
    return RULE.finding(
        _evidence(table, row, str(slip.printed)),
        _evidence(table, before[0], str(before[1])),
        printed=str(slip.printed),
        expected=str(slip.expected),
        severity=Severity.WARNING if serious else Severity.INFO,
        category=Category.STRUCTURE if slip.kind == "lompat" else Category.DUPLICATE_LABEL,
        message=_MESSAGES[slip.kind],
        before=str(before[1]),
        name=_name(row),
    )


def _evidence(table: Table, row: Row, raw: str) -> Evidence:
    return Evidence(page=row.page, line=row.line, table=table.id, row=row.index, column="no", raw=raw)


def _name(row: Row) -> str:
    return max((cell.text for cell in row.cells if cell is not None), key=len, default="")[:60]


_MESSAGES = {
    "ganda": (
        "{place}: nomor {printed} tercetak lagi (“{name}”), seharusnya {expected}",
        "{place}: number {printed} is printed again (“{name}”); {expected} would be next",
    ),
    "salah": (
        "{place}: tercetak nomor {printed} setelah {before} (“{name}”), seharusnya {expected}",
        "{place}: number {printed} follows {before} (“{name}”); {expected} would be next",
    ),
    "lompat": (
        "{place}: nomor {expected} tidak ada; setelah {before} langsung {printed}",
        "{place}: number {expected} is absent; {printed} follows {before}",
    ),
}

RULE = Rule(
    code="G102",
    title_id="Nomor baris ganda atau terlewat",
    title_en="Row number repeated or skipped",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    message_id=_MESSAGES["lompat"][0],
    message_en=_MESSAGES["lompat"][1],
    check=check,
)
