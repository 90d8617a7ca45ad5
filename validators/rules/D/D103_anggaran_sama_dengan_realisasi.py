"""One amount given as budget and as realisation, beside a percentage that is not 100.

Apa yang diperiksa / What it does
    Realisasi dalam kalimat yang sama persis dengan anggaran, padahal persentase di sebelahnya bukan 100 %. A
    realisation in the text that equals the stated budget to the rupiah cannot be 94,53 % of it: one of the two was
    copied. The row of the tables that prints the amount tells which.

Why it matters
    The budget or the spending of the whole agency is wrong by the whole remainder.

How a reviewer verifies it
    Look up budget and realisation in the table of the budget; divide.

Known false alarms
    None known: a full absorption prints 100 %.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.records import Anggaran, Klaim, KlaimKind
from validators.facts import equals
from validators.rule import Rule
from validators.view import View, operand

_FULL, _NEAR = Decimal(100), Decimal("0.5")
_LEAST = Decimal(100_000)
_REACH = 6  # claims between the budget and the realisation


def check(view: View) -> Iterator[Finding]:
    """One finding for each realisation that repeats a budget."""
    groups: dict[str, list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim:
        if klaim.group and klaim.value is not None:
            groups[klaim.group].append(klaim)
    budgets = [k for k in view.document.klaim if k.kind is KlaimKind.AMOUNT and k.measure == "anggaran"]
    at = {k.id: n for n, k in enumerate(view.document.klaim)}
    for group in groups.values():
        spent = [k for k in group if k.kind is KlaimKind.AMOUNT and k.measure == "realisasi"]
        percent = [k.value for k in group if k.kind is KlaimKind.PERCENT and k.value is not None]
        if len(spent) != 1 or len(percent) != 1 or not _partial(percent[0]):
            continue
        klaim = spent[0]
        if klaim.value is None or klaim.value.value is None or klaim.value.value < _LEAST:
            continue
        near = [b for b in budgets if 0 < at[klaim.id] - at[b.id] <= _REACH and b.value is not None]
        same = next((b for b in near if b.value is not None and b.value.value == klaim.value.value), None)
        if same is not None and same.value is not None:
            yield _told(view, klaim, klaim.value, same, percent[0])


def _partial(percent: Printed) -> bool:
    return percent.form is Form.NUMBER and percent.value is not None and abs(percent.value - _FULL) > _NEAR


def _told(view: View, klaim: Klaim, spent: Printed, budget: Klaim, percent: Printed) -> Finding:
    assert budget.value is not None
    row = _row(view, spent.value, percent)
    right: Printed | None = None
    what = ("anggaran atau realisasi", "budget or realisation")
    if row is not None and row.realisasi is not None and row.realisasi.value == spent.value:
        right, what = row.anggaran, ("anggaran", "budget")
    elif row is not None:
        right, what = row.realisasi, ("realisasi", "realisation")
    cells = [budget.value, percent, *([right] if right is not None else [])]
    return RULE.finding(
        Evidence.of(spent),
        *(Evidence.of(cell) for cell in cells),
        expected=right.raw if right is not None else None,
        expected_value=right.value if right is not None else None,
        keys=(klaim.id, budget.id, *((operand(right).key,) if right is not None else ())),
        percent=percent.raw,
        what=what,
        right=(f", tabel {right.raw}", f", table {right.raw}") if right is not None else ("", ""),
    )


def _row(view: View, value: Decimal | None, percent: Printed) -> Anggaran | None:
    """The row that prints the amount in one column and another amount, which fits the percentage best, in the other."""
    found: list[Anggaran] = []
    for row in view.document.anggaran:
        budget, spent = row.anggaran, row.realisasi
        if budget is None or spent is None or budget.value is None or spent.value is None or not budget.value:
            continue
        if value in (budget.value, spent.value) and budget.value != spent.value:
            if equals(percent, spent.value / budget.value * _FULL):
                return row
            found.append(row)
    return found[0] if found else None


RULE = Rule(
    code="D103",
    title_id="Anggaran dan realisasi sama, persentasenya bukan 100",
    title_en="Budget and realisation are equal, the percentage is not 100",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: {printed} ({percent}) disebut anggaran dan realisasi; periksa {what}{right}",
    message_en="{place}: {printed} ({percent}) is given as budget and as realisation; check the {what}{right}",
    check=check,
)
