"""A target of 100 % in every year.

Apa yang diperiksa / What it does
    Mencari indikator yang targetnya 100 persen pada setiap tahun rencana. Looks for indicators whose target is 100
    percent in every year of the plan.

Why it matters
    An indicator that must always be complete tells nothing about progress.

How a reviewer verifies it
    Ask whether a harder measure of the same objective exists.

Known false alarms
    Obligations that must be met in full every year. A hint only.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator
from validators.rule import Rule
from validators.slots import slots
from validators.view import View

_YEARS = 3
_ALL = 100


def check(view: View) -> Iterator[Finding]:
    """One hint for each indicator."""
    for slot in slots(view):
        by_year: dict[int, Indikator] = {}
        for row in slot.rows:
            if row.tahun and row.target is not None and row.target.value is not None:
                by_year.setdefault(row.tahun, row)
        targets = [row.target for _, row in sorted(by_year.items()) if row.target is not None]
        if len(targets) >= _YEARS and all(t.value == _ALL for t in targets):
            yield RULE.finding(
                *(Evidence.of(t) for t in targets),
                printed=targets[0].raw,
                name=slot.usual.indikator,
                years=f"{min(by_year)}–{max(by_year)}",
            )


RULE = Rule(
    code="H601",
    title_id="Target 100% setiap tahun",
    title_en="Target of 100 % in every year",
    category=Category.QUALITY,
    severity=Severity.INFO,
    message_id="{place}: target {name} tetap {printed} pada {years}",
    message_en="{place}: the target of {name} stays {printed} in {years}",
    check=check,
    hint=True,
)
