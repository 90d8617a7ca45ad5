"""One indicator under two different sasaran.

Apa yang diperiksa / What it does
    Membandingkan sasaran strategis yang memuat indikator yang sama di semua tabel. Compares the strategic objectives
    that one indicator stands under in all tables.

Why it matters
    The report must answer for the objectives of the agreement; another objective above the same figures means that
    an older plan was used, or that a row slipped.

How a reviewer verifies it
    The agreement of the year decides which objective the indicator belongs to.

Known false alarms
    A plan before and after its revision. Objectives worded only a little otherwise are passed over, and so are
    tables without a column of objectives.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator
from schemas.table import Role
from validators.rule import Rule, clip
from validators.slots import slots
from validators.view import View

_OTHER = 60.0
_AGREED = 3
_LONGEST = 5
_SHOWN = 60  # letters of a name
_OBJECTIVE = re.compile(r"^(?:\d+\s*[.)]?\s*)?(?:Me|Ter|Ber|Ke|Pe)[a-z]{3,}\b.{8,}", re.S)


def check(view: View) -> Iterator[Finding]:
    """One finding for each objective that stands in one table only."""
    found: dict[tuple[str, str], list[tuple[Indikator, Indikator]]] = defaultdict(list)
    for slot in slots(view):
        by_name: dict[str, dict[str, Indikator]] = defaultdict(dict)
        for row in slot.rows:
            if _stated(view, row):
                by_name[" ".join((row.sasaran or "").split())].setdefault(row.table, row)
        if len(by_name) < 2:
            continue
        usual = max(by_name, key=lambda name: len(by_name[name]))
        agreed = {table for name, rows in by_name.items() if _alike(name, usual) for table in rows}
        if len(agreed) < _AGREED:
            continue
        for name, rows in by_name.items():
            if not _alike(name, usual):
                for table, row in rows.items():
                    found[table, name].append((row, next(iter(by_name[usual].values()))))
    for pairs in found.values():
        row, other = pairs[0]
        yield RULE.finding(
            _evidence(row),
            _evidence(other),
            *(_evidence(more) for more, _ in pairs[1:]),
            printed=row.sasaran,
            expected=other.sasaran,
            name=_names(row.indikator, len(pairs) - 1),
        )


def _names(first: str, more: int) -> tuple[str, str]:
    """The first indicator and how many more, in both languages."""
    name = clip(first, _SHOWN)
    return (f"{name} dan {more} lainnya", f"{name} and {more} more") if more else (name, name)


def _stated(view: View, row: Indikator) -> bool:
    table = view.tables[row.table]
    return bool(
        row.sasaran and _OBJECTIVE.match(row.sasaran) and table.roles(Role.SASARAN) and len(table.pages) <= _LONGEST
    )


def _alike(one: str, two: str) -> bool:
    return fuzz.token_set_ratio(one.casefold(), two.casefold()) >= _OTHER


def _evidence(row: Indikator) -> Evidence:
    sasaran = " ".join((row.sasaran or "").split())
    return Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="sasaran", raw=sasaran)


RULE = Rule(
    code="E802",
    title_id="Sasaran indikator berbeda antartabel",
    title_en="Objective of an indicator differs between tables",
    category=Category.CROSS_TABLE,
    severity=Severity.WARNING,
    message_id="{place}: {name} berada di bawah sasaran “{printed}”, di tabel lain “{expected}”",
    message_en="{place}: {name} stands under the objective “{printed}”, in other tables “{expected}”",
    legal_basis="PermenPANRB 53/2014 Lampiran III butir III.1",
    check=check,
)
