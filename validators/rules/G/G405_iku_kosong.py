"""An IKU row without its indicator or its formula.

Apa yang diperiksa / What it does
    Mencari baris tabel IKU yang indikator atau formulasinya kosong sementara baris lain terisi. Looks for rows of IKU
    tables whose indicator or formula is empty while the other rows have both.

Why it matters
    An IKU without a formula is measured at will; one without its name cannot be reported.

How a reviewer verifies it
    Look at the decree in the annex, or at the IKU of the year before.

Known false alarms
    A formula merged over several rows. Indicators that are scores of an evaluation often lack a formula rightly, yet
    the source of the score should be named in its place.
"""

from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Iku
from schemas.table import Role, Table
from validators.rule import Rule
from validators.view import View

_ROLES = {"indikator": Role.INDIKATOR, "formulasi": Role.FORMULASI}
_NAMES = {"indikator": ("nama indikator", "name of the indicator"), "formulasi": ("formulasi", "formula")}
_ENOUGH = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each empty cell."""
    by_table: dict[str, list[Iku]] = defaultdict(list)
    for row in view.document.iku:
        by_table[row.table].append(row)
    for name, rows in by_table.items():
        table = view.tables.get(name)
        if table is None or len(rows) < _ENOUGH:
            continue
        for field, role in _ROLES.items():
            if not table.roles(role):
                continue
            empty = [row for row in rows if not (getattr(row, field) or "").strip() and not _spanned(table, row, role)]
            if empty and len(empty) * _ENOUGH <= len(rows):
                yield from (_finding(table, row, field) for row in empty)


def _spanned(table: Table, row: Iku, role: Role) -> bool:
    """Whether the cell above reaches down to this row."""
    column = table.roles(role)[0].index
    above = [r for r in table.rows if r.index < row.row]
    return any((cell := r.cells[column]) is not None and cell.rowspan > row.row - r.index for r in above)


def _finding(table: Table, row: Iku, field: str) -> Finding:
    name = row.indikator or row.sasaran or row.formulasi or row.id
    printed = next((r for r in table.rows if r.index == row.row), None)
    cells = [cell.text for cell in printed.cells if cell is not None and cell.text.strip()] if printed else []
    return RULE.finding(
        Evidence(
            page=row.page, line=row.line, table=row.table, row=row.row, column=field, raw=" ".join(cells[:2]) or name
        ),
        printed="",
        what=_NAMES[field],
        name=name,
    )


RULE = Rule(
    code="G405",
    title_id="Sel IKU kosong",
    title_en="Empty cell of an IKU",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: {what} kosong pada baris IKU “{name}”",
    message_en="{place}: the {what} is empty in the IKU row “{name}”",
    legal_basis="PER/20/M.PAN/11/2008",
    check=check,
)
