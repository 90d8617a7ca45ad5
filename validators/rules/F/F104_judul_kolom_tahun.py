"""Years in column labels and captions of tables that cannot be right.

Apa yang diperiksa / What it does
    Memeriksa label "(n)" dan "(n-1)" terhadap tahunnya, dan tahun pada judul tabel Renstra terhadap kolom targetnya.
    Checks columns marked n and n-1 against each other, and the year in the title of a table of end targets against
    the year of its target column.

Why it matters
    A prior-year column with an old label shows that the figures, or only the label, were left from another report.

How a reviewer verifies it
    Ask for last year's report: do the figures belong to year n-1 or to the year printed?

Known false alarms
    Reports that skip years on purpose do not mark the column n-1.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Column, Kind, Role, Stage, Table
from validators.rule import Rule
from validators.view import View

_N = re.compile(r"(?P<year>20\d\d)\s*\(\s*n\s*(?:[-–]\s*(?P<back>\d))?\s*\)", re.I)
_CONDITION = re.compile(
    r"\b(?:kondisi|target)\b[^.]{0,40}\b(?:dicapai|akhir)\b[^.]{0,30}?\btahun\s+(?P<year>20\d\d)", re.I
)
_CAPTION = (
    "{place}: judul “{printed}” menyebut {said}, kolom target tabel itu tahun {expected}",
    "{place}: the title “{printed}” says {said}, the target column of the table is of {expected}",
)


def check(view: View) -> Iterator[Finding]:
    """One finding for each column or caption."""
    found: set[tuple[str, str]] = set()
    for table in view.document.tables:
        for finding in (*_columns(table), *_caption(table)):
            key = (finding.printed or "", finding.expected or "")
            if key not in found:
                found.add(key)
                yield finding


def _columns(table: Table) -> Iterator[Finding]:
    marked = [(c, m) for c in table.columns if (m := _N.search(c.label))]
    now = next((int(m["year"]) for _, m in marked if m["back"] is None), None)
    for column, match in marked:
        if match["back"] is None or now is None:
            continue
        right = now - int(match["back"])
        if int(match["year"]) != right:
            yield RULE.finding(
                _evidence(table, column),
                printed=match.group(),
                expected=str(right),
                computation=f"{now} − {match['back']} = {right}",
                now=str(now),
            )


def _caption(table: Table) -> Iterator[Finding]:
    said = _CONDITION.search(table.caption)
    if table.kind is not Kind.PERBANDINGAN_RENSTRA or said is None:
        return
    ends = [c for c in table.columns if c.role is Role.TARGET and c.stage is Stage.AKHIR and c.year]
    if len(ends) == 1 and ends[0].year != int(said["year"]):
        yield RULE.finding(
            Evidence(
                page=table.pages[0] if table.pages else None,
                line=table.lines[0] if table.lines else None,
                table=table.id,
                raw=table.caption,
            ),
            _evidence(table, ends[0]),
            printed=said.group(),
            expected=str(ends[0].year),
            message=_CAPTION,
            said=said["year"],
        )


def _evidence(table: Table, column: Column) -> Evidence:
    return Evidence(
        page=table.pages[0] if table.pages else None,
        line=table.lines[0] if table.lines else None,
        table=table.id,
        column=column.label,
        raw=column.label,
    )


RULE = Rule(
    code="F104",
    title_id="Tahun pada judul atau kolom tabel tidak sejalan",
    title_en="Year in a title or column of a table does not fit",
    category=Category.YEAR,
    severity=Severity.WARNING,
    message_id="{place}: kolom {printed}, padahal tahun n adalah {now}; seharusnya {expected}",
    message_en="{place}: column {printed}, while year n is {now}; {expected} would be right",
    check=check,
)
