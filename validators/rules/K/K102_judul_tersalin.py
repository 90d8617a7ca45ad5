"""A table that carries the title of another one.

Apa yang diperiksa / What it does
    Mencari dua tabel berjudul sama yang menyebut sasaran, tujuan, atau misi ke berapa, padahal isinya berbeda. Looks
    for two tables with one title that names the number of an objective, goal or mission, over different rows.

Why it matters
    The second table is read as a repetition of the first, and its own objective seems to be missing.

How a reviewer verifies it
    Look at the rows: which objective do they belong to?

Known false alarms
    General titles are repeated rightly for every objective; only titles with a number of their own count.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Role, Table
from validators.likeness import alike
from validators.rule import Rule
from validators.view import View

_NUMBER = re.compile(r"^\W*tab(?:el|le)\.?\s*[\w.]*\d[\w.]*\W*", re.I)
_NTH = re.compile(
    r"\b(?:sasaran|tujuan|misi|indikator|program|triwulan)(?:\s+(?:strategis|ke))?\s*[-.:]?\s*(?:\d{1,2}|[IVX]+)\b",
    re.I,
)


def check(view: View) -> Iterator[Finding]:
    """One finding for each table with a copied title."""
    by_title: dict[str, list[Table]] = defaultdict(list)
    for table in view.document.tables:
        title = " ".join(_NUMBER.sub("", table.caption).split()).casefold()
        if _NTH.search(title):
            by_title[title].append(table)
    for tables in by_title.values():
        first = tables[0]
        for second in tables[1:]:
            if second.kind is first.kind and _other_rows(first, second):
                yield RULE.finding(
                    _evidence(second),
                    _evidence(first),
                    printed=second.caption,
                    first=view.caption(first.id) if first.number else first.id,
                    nth=m.group() if (m := _NTH.search(second.caption)) else "",
                )


def _other_rows(first: Table, second: Table) -> bool:
    one, two = _names(first), _names(second)
    return bool(one and two) and not any(alike(a, b) for a in one for b in two)


def _names(table: Table) -> list[str]:
    columns = table.roles(Role.INDIKATOR) or table.roles(Role.SASARAN, Role.URAIAN)
    return [name for row in table.rows if columns and (name := row.text(columns[0].index))]


def _evidence(table: Table) -> Evidence:
    line = table.lines[0] if table.lines else None
    return Evidence(page=table.pages[0] if table.pages else None, line=line, table=table.id, raw=table.caption)


RULE = Rule(
    code="K102",
    title_id="Judul tabel tersalin",
    title_en="Title of a table was copied",
    category=Category.DUPLICATE_LABEL,
    severity=Severity.WARNING,
    message_id="{place}: tabel ini berjudul sama dengan {first} ({nth}), isinya berbeda",
    message_en="{place}: this table has the title of {first} ({nth}), its rows are different",
    check=check,
)
