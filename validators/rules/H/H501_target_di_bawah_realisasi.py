"""A target below what was reached the year before.

Apa yang diperiksa / What it does
    Membandingkan target tahun laporan dengan realisasi tahun sebelumnya untuk indikator yang makin tinggi makin
    baik. Compares the target of the reported year with the realisation of the year before, for indicators where
    more is better.

Why it matters
    A target that was reached before it was set cannot be missed.

How a reviewer verifies it
    Ask why the target was lowered or not raised.

Known false alarms
    Indicators where less is better, counts that do not go on from year to year, and targets fixed by the plan
    before the year began. A hint only.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.table import Stage
from validators.polarity import Polarity, polarity
from validators.rule import Rule
from validators.slots import slots
from validators.view import View

_COUNTS = "jumlah"


def check(view: View) -> Iterator[Finding]:
    """One hint for each indicator."""
    tahun = view.tahun
    if tahun is None:
        return
    for slot in slots(view):
        if polarity(slot.usual.indikator) is Polarity.LESS or slot.usual.indikator.casefold().startswith(_COUNTS):
            continue
        target: Printed | None = None
        before: Printed | None = None
        for row in slot.rows:
            if row.tahun == tahun and row.stage is not Stage.AKHIR and row.target is not None:
                target = target or row.target
            if row.tahun == tahun - 1 and row.realisasi is not None:
                before = before or row.realisasi
        if target is None or before is None or target.value is None or before.value is None:
            continue
        if target.value < before.value:
            yield RULE.finding(
                Evidence.of(target),
                Evidence.of(before),
                printed=target.raw,
                expected=before.raw,
                name=slot.usual.indikator,
                year=str(tahun - 1),
            )


RULE = Rule(
    code="H501",
    title_id="Target di bawah realisasi tahun lalu",
    title_en="Target below last year's realisation",
    category=Category.QUALITY,
    severity=Severity.INFO,
    message_id="{place}: target {name} {printed}, padahal realisasi {year} sudah {expected}",
    message_en="{place}: the target of {name} is {printed}, yet {expected} was reached in {year}",
    check=check,
    hint=True,
)
