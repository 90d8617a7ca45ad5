"""A column for every objective, filled in for some of them.

Apa yang diperiksa / What it does
    Mencari kolom capaian per sasaran yang terisi untuk sebagian sasaran saja. Looks for a second column of achievement,
    one value for each objective, that is filled in for some objectives only.

Why it matters
    The mean over the objectives cannot be followed, and the objectives left out look as if nothing was achieved.

How a reviewer verifies it
    Average the indicators of each objective and fill the column in.

Known false alarms
    Columns that hold one value for the whole table. A column counts when its label names the objective.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Column, Role, Row, Table
from validators.rule import Rule
from validators.view import View

_LABEL = re.compile(r"\b(?:sasaran|ssr\w*|sasrn|ss)\b", re.I)
_LEAST = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each column."""
    for table in view.document.tables:
        columns, objectives = table.roles(Role.CAPAIAN), table.roles(Role.SASARAN)
        if len(columns) < 2 or not objectives:
            continue
        groups = list(_groups(table, objectives[0]))
        for column in columns:
            if not _LABEL.search(column.label) or len(groups) < _LEAST:
                continue
            empty = [rows for rows in groups if not any(row.text(column.index) for row in rows)]
            if empty and len(empty) < len(groups):
                yield _finding(table, column, objectives[0], empty, len(groups))


def _groups(table: Table, objective: Column) -> Iterator[list[Row]]:
    group: list[Row] = []
    for row in table.rows:
        if row.text(objective.index):
            if group:
                yield group
            group = [row]
        elif group and any(row.text(c.index) for c in table.roles(Role.INDIKATOR)):
            group.append(row)
    if group:
        yield group


def _finding(table: Table, column: Column, objective: Column, empty: list[list[Row]], count: int) -> Finding:
    label = column.label.split()
    short = " ".join(label[-2:]) if len(label) > 2 else column.label
    return RULE.finding(
        *(
            Evidence(
                page=rows[0].page,
                line=rows[0].line,
                table=table.id,
                row=rows[0].index,
                column=column.label,
                raw=" ".join(rows[0].text(objective.index).split()),
            )
            for rows in empty
        ),
        printed=short,
        empty=str(len(empty)),
        count=str(count),
    )


RULE = Rule(
    code="G409",
    title_id="Capaian per sasaran tidak lengkap",
    title_en="Achievement per objective is incomplete",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: kolom “{printed}” kosong untuk {empty} dari {count} sasaran",
    message_en="{place}: column “{printed}” is empty for {empty} of {count} objectives",
    check=check,
)
