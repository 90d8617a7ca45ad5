"""Listed parts that exceed the whole.

Apa yang diperiksa / What it does
    Rincian "antara lain" tidak boleh melebihi jumlah yang disebut. Adds up the items of an enumeration that names
    only some of the parts; their sum may stay below the stated whole but not exceed it.

Why it matters
    Examples that cost more than the whole show that the total or the list is out of date.

How a reviewer verifies it
    Add up the items and compare with the total in the sentence above them.

Known false alarms
    Items that are netted against increases elsewhere.
"""

from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.relation import Op, Relation
from validators.rule import Rule
from validators.rules.B.B401_rincian import relation, split
from validators.view import View


def check(view: View) -> Iterator[Relation]:
    """One relation for each enumeration introduced as a choice."""
    for items in view.lists.values():
        total, parts = split(items)
        if total is not None and parts and any(k.partial for k in items):
            yield relation(RULE.code, Op.ATMOST, total, parts)


RULE = Rule(
    code="B601",
    title_id="Rincian melebihi jumlah keseluruhan",
    title_en="Parts exceed the whole",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, padahal sebagian rinciannya saja sudah {expected}",
    message_en="{place}: {label} prints {printed}, yet some of its items alone make {expected}",
    check=check,
)
