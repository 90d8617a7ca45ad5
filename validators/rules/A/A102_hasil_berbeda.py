"""Equal target and realisasi, unequal capaian, in one table.

Apa yang diperiksa / What it does
    Baris dengan target dan realisasi yang sama dalam satu tabel harus mencetak capaian yang sama. Rows of one table
    with the same target and realisasi are compared; the one farther from the recomputed value is questioned.

Why it matters
    One of the two was not computed from its own row, even when both lie within the rounding of the inputs.

How a reviewer verifies it
    Recompute both rows with the same formula.

Known false alarms
    A cap or another polarity that applies to one of the rows only; caps are left out.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Severity
from schemas.number import Printed
from schemas.records import Indikator
from schemas.relation import Op, Relation
from validators import agreement
from validators.rule import Rule
from validators.view import View, operand

_CAPS = tuple(Decimal(v) for v in (0, 100, 110, 120, 150))


def check(view: View) -> Iterator[Relation]:
    """Each capaian against the best one of the rows with the same inputs."""
    for rows in view.indikator.values():
        groups: dict[tuple[Decimal, Decimal], list[tuple[Indikator, Printed]]] = defaultdict(list)
        for row in rows:
            target = row.target.value if row.target else None
            realised = row.realisasi.value if row.realisasi else None
            capaian = row.capaian
            if not target or realised is None or capaian is None or capaian.value is None:
                continue
            if capaian.value not in _CAPS:
                groups[target, realised].append((row, capaian))
        for (target, realised), found in groups.items():
            if len({cell.value for _, cell in found}) > 1:
                yield from _compared(found, realised / target * 100)


def _compared(found: list[tuple[Indikator, Printed]], exact: Decimal) -> Iterator[Relation]:
    best_row, best = min(found, key=lambda item: abs((item[1].value or Decimal(0)) - exact))
    for row, cell in found:
        gap = abs((cell.value or Decimal(0)) - (best.value or Decimal(0)))
        if cell.decimals == best.decimals and gap > agreement.unit_of(cell):  # rounding and cutting differ by one
            yield Relation(
                rule=RULE.code,
                op=Op.EQUAL,
                result=operand(cell, row.indikator),
                inputs=(operand(best, best_row.indikator).model_copy(update={"fixed": True}),),
                context=row.table,
            )


RULE = Rule(
    code="A102",
    title_id="Target dan realisasi sama, capaian berbeda",
    title_en="Same target and realisasi, different capaian",
    category=Category.PERCENT,
    severity=Severity.WARNING,
    message_id="{place}: capaian {label} tercetak {printed}; baris lain dengan angka sama mencetak {expected}",
    message_en="{place}: capaian of {label} prints {printed}; a row with the same figures prints {expected}",
    check=check,
)
