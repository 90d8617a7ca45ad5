"""Hint: an indicator of which less is better, computed as if more were better.

Apa yang diperiksa / What it does
    Indikator yang dari namanya makin kecil makin baik, tetapi capaiannya hanya cocok dengan realisasi dibagi target.
    Reports indicators such as deaths, poverty or findings whose capaian fits only realisasi / target × 100.

Why it matters
    With the wrong direction a worse result shows a higher capaian.

How a reviewer verifies it
    Read the indicator and its definition; recompute with (2 × target − realisasi) / target.

Known false alarms
    "Percentage of findings followed up", "reduction of …": there more is better; names that say so are left out.
"""

from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.relation import Op, Relation
from validators.engine import HOLDS, judge
from validators.polarity import Polarity, polarity
from validators.rule import Rule
from validators.view import View, operand
from validators.wording import show

_LESS = ("N1", "N2", "N1 cap 100", "N1 cap 120", "N2 cap 100", "N2 cap 120", "N1 floor", "P100")


def check(view: View) -> Iterator[Finding]:
    """One hint for each such indicator and year."""
    for record in view.document.indikator:
        target, realised, capaian = record.target, record.realisasi, record.capaian
        if target is None or realised is None or capaian is None or not target.value or realised.value is None:
            continue
        if polarity(record.indikator, target) is not Polarity.LESS or target.value == realised.value:
            continue
        result, inputs = operand(capaian), (operand(realised), operand(target))
        plain = Relation(rule=RULE.code, op=Op.FORMULA, result=result, inputs=inputs, alternatives=("P0",))
        less = plain.model_copy(update={"alternatives": _LESS})
        if judge(plain).verdict in HOLDS and judge(less).verdict not in HOLDS:
            right = (2 * target.value - realised.value) / target.value * 100
            yield RULE.finding(
                Evidence.of(capaian),
                Evidence.of(realised),
                Evidence.of(target),
                expected=show(right, 2),
                computation=f"(2 × {show(target.value)} − {show(realised.value)}) / {show(target.value)} × 100",
                label=record.indikator,
                confidence=Decimal("0.6"),
                expected_value=right,
            )


RULE = Rule(
    code="A401",
    title_id="Arah rumus capaian perlu diperiksa",
    title_en="Direction of the capaian formula to be checked",
    category=Category.FORMULA,
    severity=Severity.INFO,
    message_id="{place}: {label}: capaian {printed} dihitung seolah makin besar makin baik; sebaliknya {expected}",
    message_en="{place}: {label}: capaian {printed} is computed as if more were better; else {expected}",
    check=check,
    hint=True,
)
