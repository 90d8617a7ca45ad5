"""A stated total against the items listed with it.

Apa yang diperiksa / What it does
    Rincian dalam kalimat ("terdiri dari … dan …") dijumlahkan dan dibandingkan dengan jumlah yang disebut. Adds up
    the items of an enumeration that is said to be complete and compares with the total it stands under.

Why it matters
    A composition that does not add up leaves open which of its figures is wrong.

How a reviewer verifies it
    Add up the items; compare each with the tables of the report.

Known false alarms
    A list that names only examples without saying so ("antara lain" is left to rule B601).
"""

from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.records import Klaim, KlaimKind
from schemas.relation import Op, Relation
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.view import View, operand

_KINDS = (KlaimKind.AMOUNT, KlaimKind.COUNT)


def check(view: View) -> Iterator[Relation]:
    """One relation for each complete enumeration with a total and two items or more."""
    for items in view.lists.values():
        total, parts = split(items)
        if total is None or len(parts) < 2 or any(k.partial for k in items):
            continue
        made = [relation(RULE.code, Op.SUM, total, parts[:n]) for n in range(len(parts), 1, -1)]
        yield next((r for r in made if judge(r).verdict in HOLDS), made[0])  # a list may run into the next sentence


def split(items: tuple[Klaim, ...]) -> tuple[Klaim | None, list[Klaim]]:
    """The total of an enumeration and the items of its kind; no total when there is not exactly one."""
    totals = [k for k in items if k.role == "total" and k.value is not None and k.kind in _KINDS]
    if len(totals) != 1 or totals[0].value is None or totals[0].value.value is None:
        return None, []
    total = totals[0]
    parts = [
        k for k in items if k.role == "item" and k.kind is total.kind and k.value is not None and k.noun == total.noun
    ]
    whole = totals[0].value.value
    values = [k.value.value for k in parts if k.value is not None and k.value.value is not None]
    if total.kind is KlaimKind.COUNT and any(v > whole for v in values):
        return None, []  # more of a part than of the whole: not a list of parts
    return total, parts


def relation(rule: str, op: Op, total: Klaim, parts: list[Klaim]) -> Relation:
    """The relation between a total and its items."""
    assert total.value is not None
    return Relation(
        rule=rule,
        op=op,
        result=operand(total.value, _said(total), total.id),
        inputs=tuple(operand(k.value, k.subject or k.noun, k.id) for k in parts if k.value is not None),
    )


def _said(total: Klaim) -> str:
    """Of a count the thing counted, of an amount what it was spent on."""
    return (total.noun or total.subject) if total.kind is KlaimKind.COUNT else (total.subject or total.noun)


RULE = Rule(
    code="B401",
    title_id="Rincian tidak sama dengan jumlah yang disebut",
    title_en="Items do not add up to the stated total",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, rinciannya berjumlah {expected}",
    message_en="{place}: {label} prints {printed}, its items add up to {expected}",
    check=check,
)
