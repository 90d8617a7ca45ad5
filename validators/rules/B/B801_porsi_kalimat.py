"""Shares stated in a sentence against the amounts beside them.

Apa yang diperiksa / What it does
    Pasangan jumlah dan persentase yang bersama-sama menjadi 100 % dihitung ulang dari jumlah-jumlahnya. When a
    sentence divides a whole into amounts with their percentages and the percentages come to 100, each one is
    recomputed from the amounts.

Why it matters
    The division into operating and capital spending, or direct and indirect, is quoted from such sentences.

How a reviewer verifies it
    Divide each amount by the sum of the amounts.

Known false alarms
    Percentages of something else that happen to add up to 100.
"""

from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Severity
from schemas.records import Klaim, KlaimKind
from schemas.relation import Op, Relation
from validators.rule import Rule
from validators.view import View, operand

_NEAR = Decimal("0.5")
_MOST = 8


def check(view: View) -> Iterator[Relation]:
    """One relation for each percentage of such a division."""
    for pairs in _divisions(view.document.klaim):
        shares = [p.value.value for _, p in pairs if p.value is not None and p.value.value is not None]
        if not 2 <= len(pairs) <= _MOST or len(shares) != len(pairs) or abs(sum(shares, Decimal(-100))) > _NEAR:
            continue
        for at, (amount, percent) in enumerate(pairs):
            others = [a for i, (a, _) in enumerate(pairs) if i != at]
            letters = "+".join(chr(ord("b") + i) for i in range(len(others)))
            assert percent.value is not None
            yield Relation(
                rule=RULE.code,
                op=Op.FORMULA,
                result=operand(percent.value, percent.subject, percent.id),
                inputs=tuple(operand(a.value, a.subject, a.id) for a in (amount, *others) if a.value is not None),
                alternatives=(f"a/(a+{letters})*100",),
            )


def _divisions(claims: tuple[Klaim, ...]) -> Iterator[list[tuple[Klaim, Klaim]]]:
    """Runs of amount and percentage about one subject each, within one place."""
    run: list[tuple[Klaim, Klaim]] = []
    at = 0
    while at + 1 < len(claims):
        one, other = claims[at], claims[at + 1]
        kinds = {one.kind, other.kind}
        paired = kinds == {KlaimKind.AMOUNT, KlaimKind.PERCENT} and one.subject == other.subject and one.subject
        usable = one.value is not None and other.value is not None and one.group is None and other.group is None
        if paired and usable and (not run or run[-1][0].place.line == one.place.line):
            run.append((one, other) if one.kind is KlaimKind.AMOUNT else (other, one))
            at += 2
        else:
            if run:
                yield run
            run, at = [], at + 1
    if run:
        yield run


RULE = Rule(
    code="B801",
    title_id="Porsi dalam kalimat tidak sesuai dengan jumlahnya",
    title_en="Share in a sentence does not follow from its amounts",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: porsi {label} tercetak {printed}, hasil hitung ulang {expected}",
    message_en="{place}: share of {label} prints {printed}, recomputed {expected}",
    check=check,
)
