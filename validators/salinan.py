"""The same fact printed in several tables: which copies there are, and which of them are to be compared."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from schemas.number import Form, Printed
from schemas.relation import Op, Operand, Relation, Verdict
from validators import agreement
from validators.engine import EXACT

_SCALES = tuple(Decimal(v) for v in (100, 1000, 1_000_000))


class Copy(NamedTuple):
    """One print of a fact. ``rank`` is lower for the table that people would quote."""

    node: Operand
    table: str
    rank: int
    planned: bool = False  # stands in a plan that may have been revised since
    exact: bool = False  # was set and not measured, so it is never rounded


def comparable(facts: dict[tuple[object, ...], list[Copy]]) -> set[tuple[str, str]]:
    """The pairs of tables that speak of the same thing: at least half of the facts they share agree."""
    agree: dict[tuple[str, str], int] = defaultdict(int)
    shared: dict[tuple[str, str], int] = defaultdict(int)
    for copies in facts.values():
        usable = [c for c in copies if c.node.printed.value is not None]
        for at, one in enumerate(usable):
            for other in usable[at + 1 :]:
                pair = (one.table, other.table)
                if one.table != other.table:
                    shared[pair] += 1
                    agree[pair] += agreement.same(one.node.printed, other.node.printed).verdict is not Verdict.DISAGREES
    pairs = {pair for pair, count in shared.items() if 2 * agree[pair] >= count}
    return pairs | {(b, a) for a, b in pairs}


def relations(
    rule: str, facts: dict[tuple[object, ...], list[Copy]], pairs: set[tuple[str, str]] | None = None
) -> Iterator[Relation]:
    """Every copy that differs from the reference, related to it; ``pairs`` limits the tables compared.

    The reference is the value that most tables print, then the one of the best table. A fact that one table prints
    twice with different values is ambiguous and left out, as are numbers of different scale.
    """
    for copies in facts.values():
        usable = [c for c in copies if c.node.printed.value is not None and c.node.printed.form is not Form.RANGE]
        if len({c.table for c in usable}) < 2 or _ambiguous(usable):
            continue
        reference = _reference(usable)
        seen: set[str] = {reference.node.key}
        for copy in usable:
            if copy.node.key in seen or _scaled(copy.node.printed, reference.node.printed):
                continue
            if pairs is not None and (copy.table, reference.table) not in pairs:
                continue
            seen.add(copy.node.key)
            yield Relation(
                rule=rule,
                op=Op.EQUAL,
                result=copy.node,
                inputs=(reference.node,),
                alternatives=(EXACT,) if copy.exact else (),
                context=copy.table,
                note="warning" if copy.planned or reference.planned else "",
            )


def _ambiguous(copies: Iterable[Copy]) -> bool:
    by_table: dict[str, set[Decimal | None]] = defaultdict(set)
    for copy in copies:
        by_table[copy.table].add(copy.node.printed.value)
    return any(len(values) > 1 for values in by_table.values())


def _reference(copies: list[Copy]) -> Copy:
    def votes(copy: Copy) -> int:
        mine = copy.node.printed
        return sum(agreement.same(mine, other.node.printed).verdict is not Verdict.DISAGREES for other in copies)

    return min(copies, key=lambda c: (-votes(c), c.rank))


def _scaled(one: Printed, other: Printed) -> bool:
    a, b = one.value, other.value
    if not a or not b or a == b:
        return False
    return any(a == b * scale or b == a * scale for scale in _SCALES)
