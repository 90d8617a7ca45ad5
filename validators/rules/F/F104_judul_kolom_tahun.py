"""Years in column labels and captions of tables that cannot be right.

Apa yang diperiksa / What it does
    Memeriksa label "(n)" dan "(n-1)" terhadap tahunnya, dan tahun pada judul tabel Renstra terhadap kolom targetnya.
    Checks columns marked n and n-1 against each other, and the year in the title of a table of end targets against
    the year of its target column. A table whose columns all name one year, while other tables print its numbers for
    the reported year and other numbers for the year named, carries an old heading; so does a comparison whose title
    names years that its columns do not, and a ratio whose label names years that the columns divided do not have.

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
from validators.label_years import ratio_slips, title_slip
from validators.rule import Rule
from validators.slipped_year import named_year, slipped_years
from validators.view import View

_N = re.compile(r"(?P<year>20\d\d)\s*\(\s*n\s*(?:[-–]\s*(?P<back>\d))?\s*\)", re.I)
_CONDITION = re.compile(
    r"\b(?:kondisi|target)\b[^.]{0,40}\b(?:dicapai|akhir)\b[^.]{0,30}?\btahun\s+(?P<year>20\d\d)", re.I
)
_SPAN = re.compile(
    r"(?i)\btahun\s+(?P<first>20\d\d)\s*(?:[-–—]|dan|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*(?:tahun\s+)?(?P<last>20\d\d)\b"
)
_PLAN = re.compile(r"(?i)\b(?:renstra|rpjmd?|rencana\s+strategis|menengah|periode)\W*$")
_COMPARED = (Role.TARGET, Role.REALISASI, Role.CAPAIAN)
_OLD = (
    "{place}: kolom “{printed}”, tetapi angkanya di tabel lain tercetak untuk tahun {expected}",
    "{place}: the columns say “{printed}”, but other tables print these numbers for {expected}",
)
_YEARS = (
    "{place}: judul menyebut “{printed}”, kolom tabel itu tahun {expected}",
    "{place}: the title says “{printed}”, the columns of the table are of {expected}",
)
_TITLE = (
    "{place}: judul “{title}” menyebut tahun {printed}, kolom realisasi tabel itu tahun {expected}",
    "{place}: the title “{title}” says {printed}, the columns of realisation of the table are of {expected}",
)
_DIVIDED = (
    "{place}: kolom “{title}” menyebut tahun {printed}, padahal rumusnya membagi kolom tahun {expected}",
    "{place}: column “{title}” says {printed}, while its formula divides columns of {expected}",
)
_CAPTION = (
    "{place}: judul “{printed}” menyebut {said}, kolom target tabel itu tahun {expected}",
    "{place}: the title “{printed}” says {said}, the target column of the table is of {expected}",
)


def check(view: View) -> Iterator[Finding]:
    """One finding for each column or caption."""
    found: set[tuple[str, str]] = set()
    for table in view.document.tables:
        spans = list(_span(view, table))
        for finding in (*_columns(table), *_caption(table), *(spans or _slips(table)), *_old(view, table)):
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
            _title(table),
            _evidence(table, ends[0]),
            printed=said.group(),
            expected=str(ends[0].year),
            message=_CAPTION,
            said=said["year"],
        )


def _span(view: View, table: Table) -> Iterator[Finding]:
    """A title with years that are none of the columns', while the reported year stands in the columns only."""
    columns = [c for c in table.columns if c.role in _COMPARED and c.stage is not Stage.AKHIR and c.year is not None]
    years = sorted({c.year for c in columns if c.year is not None})
    said = _SPAN.search(table.caption)
    if said is None or len(years) < 2 or view.tahun not in years or _PLAN.search(table.caption[: said.start()]):
        return
    named = range(int(said["first"]), int(said["last"]) + 1)
    if view.tahun not in named and any(year not in years for year in named):
        yield RULE.finding(
            _title(table),
            *(_evidence(table, c) for c in columns),
            printed=said.group(),
            expected=", ".join(map(str, years)),
            message=_YEARS,
        )


def _slips(table: Table) -> Iterator[Finding]:
    """A title, or the label of a ratio, with years that none of the columns it speaks of has."""
    title = title_slip(table)
    if title is not None:
        evidence = (_title(table), *(_evidence(table, c) for c in title.columns))
        yield RULE.finding(
            *evidence, printed=title.said, expected=title.held, message=_TITLE, title=" ".join(table.caption.split())
        )
    for slip in ratio_slips(table):
        label = slip.columns[0].label
        yield RULE.finding(
            _evidence(table, slip.columns[0]), printed=slip.said, expected=slip.held, message=_DIVIDED, title=label
        )


def _old(view: View, table: Table) -> Iterator[Finding]:
    """The heading of a table that was left from another year."""
    right = slipped_years(view).get(table.id)
    if right is None:
        return
    columns = [c for c in table.columns if c.year == named_year(table)]
    group = columns[0].group
    yield RULE.finding(
        *(_evidence(table, c) for c in columns),
        printed=group if str(columns[0].year) in group else columns[0].label,
        expected=str(right),
        message=_OLD,
    )


def _title(table: Table) -> Evidence:
    return Evidence(
        page=table.pages[0] if table.pages else None,
        line=table.lines[0] if table.lines else None,
        table=table.id,
        raw=table.caption,
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
