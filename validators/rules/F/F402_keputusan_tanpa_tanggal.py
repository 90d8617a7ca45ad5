"""A decree without its day.

Apa yang diperiksa / What it does
    Mencari "Pada tanggal : Januari 2023" tanpa hari pada keputusan. Looks for the date of enactment of a decree that
    has a month and a year but no day.

Why it matters
    A decree takes effect on its date; without the day it cannot be said when.

How a reviewer verifies it
    Ask for the signed decree; the day is often written by hand on the original alone.

Known false alarms
    Forewords and agreements are often dated by month alone; only the line "pada tanggal" of a decree counts.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from validators.rule import Rule
from validators.view import View

_MONTH_ONLY = re.compile(r"\d{4}-\d{2}$")
_SIGNED = frozenset({"ditetapkan", "tanda tangan"})


def check(view: View) -> Iterator[Finding]:
    """One finding for each decree; signatures of the same month after it are its evidence."""
    dates = [r for r in view.document.rujukan if r.kind == "tanggal" and r.about in _SIGNED]
    for at, date in enumerate(dates):
        if date.about == "ditetapkan" and _MONTH_ONLY.match(date.value):
            annexed = [r for r in dates[at + 1 :] if r.about == "tanda tangan" and r.value == date.value]
            yield RULE.finding(*(Evidence.at(r.place, r.text) for r in (date, *annexed)), printed=date.text)


RULE = Rule(
    code="F402",
    title_id="Keputusan tanpa tanggal",
    title_en="Decree without a day",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: keputusan bertanggal “{printed}” tanpa hari",
    message_en="{place}: the decree is dated “{printed}” without a day",
    check=check,
)
