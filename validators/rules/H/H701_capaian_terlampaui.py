"""Achievements far above 100 % again and again.

Apa yang diperiksa / What it does
    Mencari laporan dengan beberapa capaian di atas 120 persen. Looks for reports with several achievements above
    120 percent.

Why it matters
    Targets that are exceeded by far everywhere were set too low, and the mean hides what was missed.

How a reviewer verifies it
    Compare the targets with the realisation of the years before.

Known false alarms
    Windfalls of one year, and indicators where less is better near zero. A hint only.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.table import Kind
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_HIGH = 120
_SEVERAL = 3


def check(view: View) -> Iterator[Finding]:
    """At most one hint."""
    high: dict[str, Printed] = {}
    for row in view.document.indikator:
        measured = view.tables[row.table].kind is Kind.PENGUKURAN_KINERJA and row.tahun in (None, view.tahun)
        if measured and not row.keluaran and row.capaian is not None and (row.capaian.value or 0) > _HIGH:
            high.setdefault(normal(row.indikator), row.capaian)
    if len(high) >= _SEVERAL:
        cells = list(high.values())
        yield RULE.finding(*(Evidence.of(c) for c in cells), printed=cells[0].raw, count=str(len(cells)))


RULE = Rule(
    code="H701",
    title_id="Capaian jauh di atas target berulang",
    title_en="Achievements far above target, repeatedly",
    category=Category.QUALITY,
    severity=Severity.INFO,
    message_id="{place}: {count} indikator bercapaian di atas 120% (misalnya {printed}); periksa targetnya",
    message_en="{place}: {count} indicators reach more than 120 % (such as {printed}); look at the targets",
    check=check,
    hint=True,
)
