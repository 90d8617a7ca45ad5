"""An indicator without a target.

Apa yang diperiksa / What it does
    Mencari indikator dalam tabel rencana yang targetnya kosong, sementara indikator lain dalam kolom itu bertarget.
    Looks for indicators in plans and agreements whose target is empty while the others of that column have one.

Why it matters
    What has no target cannot be measured, and it drops out of the achievement without being noticed.

How a reviewer verifies it
    Look at the plan above (Renstra) or below (DPA) for the target of that indicator.

Known false alarms
    Headings that stand in the column of indicators, and targets merged over several rows.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Column, Kind, Role, Row, Table
from validators.rule import Rule
from validators.view import View

_KINDS = frozenset({Kind.PERJANJIAN_KINERJA, Kind.RKT})
_ENOUGH = 3
_FILLED = 3
_WORDS = re.compile(r"[A-Za-z]{3,}.*[A-Za-z]{3,}", re.S)

_ITEM = re.compile(r"[-–•▪]\s*\w")


def check(view: View) -> Iterator[Finding]:
    """One finding for each column of targets, with all rows where it is empty."""
    for table in view.document.tables:
        if table.kind not in _KINDS:
            continue
        for indikator, target in _pairs(table):
            rows = [row for row in table.rows if _WORDS.search(row.text(indikator.index))]
            empty = [row for row in rows if not row.text(target.index)]
            if len(rows) < _ENOUGH or not empty or len(empty) * _FILLED > len(rows):
                continue
            heads = _heads(table, indikator)
            bare = [row for row in empty if row.index not in heads and not _merged(table, row, target)]
            if bare:
                yield _finding(table, bare, indikator)


def _pairs(table: Table) -> Iterator[tuple[Column, Column]]:
    """Each column of indicators with the only target column before the next column of names."""
    for column in table.columns:
        if column.role is not Role.INDIKATOR:
            continue
        targets = []
        for other in table.columns[column.index + 1 :]:
            if other.role is Role.TARGET:
                targets.append(other)
            elif other.role is not Role.SATUAN:
                break
        if len(targets) == 1:
            yield column, targets[0]


def _heads(table: Table, indikator: Column) -> set[int]:
    """The rows that only head the items below them: "Produksi:" or "c. Nilai tukar" above "- Padi", "- Jagung"."""
    named = [(row.index, name) for row in table.rows if (name := row.text(indikator.index))]
    return {
        index
        for (index, name), (_, below) in zip(named, [*named[1:], (0, "")], strict=True)
        if name.endswith(":") or (_ITEM.match(below) and not _ITEM.match(name))
    }


def _merged(table: Table, row: Row, target: Column) -> bool:
    """Whether a cell of the target column spans this row, or the row only goes on from the one before."""
    at = table.rows.index(row)
    if at and row.page is not None and table.rows[at - 1].page != row.page:
        return True  # a name goes on over the page break
    if at and (cell := table.rows[at - 1].cells[target.index]) is not None and cell.rowspan > 1:
        return True
    own = [c for c in row.cells if c is not None and c.text.strip()]
    return len(own) <= 1


def _finding(table: Table, rows: list[Row], indikator: Column) -> Finding:
    names = [" ".join(row.text(indikator.index).split()) for row in rows]
    return RULE.finding(
        *(
            Evidence(page=row.page, line=row.line, table=table.id, row=row.index, column="target", raw=name)
            for row, name in zip(rows, names, strict=True)
        ),
        printed=names[0],
        count=str(len(rows)),
    )


RULE = Rule(
    code="G403",
    title_id="Indikator tanpa target",
    title_en="Indicator without a target",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: {count} indikator tanpa target, misalnya “{printed}”",
    message_en="{place}: {count} indicators without a target, such as “{printed}”",
    legal_basis="PermenPANRB 53/2014 Lampiran I",
    check=check,
)
