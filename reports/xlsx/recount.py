"""What the working paper recomputes for one row.

The reading that the judgement names, its value, and how far a printed number may lie from it because of rounding.
"""

from collections.abc import Iterable, Iterator
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import NamedTuple, TypeAlias

from reports.xlsx.rumus import Rumus, rumus
from schemas.number import Printed
from schemas.relation import Judgement, Verdict

_FUZZ = Decimal("1E-9")  # a spreadsheet computes in binary
_HALF = Decimal("0.5")
_NEAR = Decimal("1E-12")
_FAR = "jauh"  # the note of sums whose rows are clearly not all there
Figures: TypeAlias = tuple[str, ...]
"""The key of a result cell, what it prints, and what its inputs print."""

_AGREEING = (Verdict.AGREES, Verdict.AGREES_ROUNDED)


class Recount(NamedTuple):
    """One recomputed number. ``realisasi``, ``target`` and ``printed`` are the values that the reading took.

    ``low`` and ``high`` bound printed − recomputed where the two agree. ``verdict`` is None where nothing was judged.
    """

    rumus: Rumus
    realisasi: Decimal | None
    target: Decimal | None
    printed: Decimal | None
    expected: Decimal | None
    low: Decimal
    high: Decimal
    verdict: Verdict | None


def key_of(printed: Printed | None) -> str:
    """The key under which judgements know a cell; empty without a place in a table."""
    if printed is None or printed.place.table is None:
        return ""
    return f"{printed.place.table}.{printed.place.row}.{printed.place.column}"


def by_figures(judgements: Iterable[Judgement], rule: str) -> dict[Figures, Judgement]:
    """The judgements of a rule over a result and two inputs, by the cell of the result and what the three print.

    Several indicators may share one row of a table, so that the cell alone is not enough.
    """
    return {
        (j.relation.result.key, j.relation.result.printed.raw, *(node.printed.raw for node in j.relation.inputs)): j
        for j in judgements
        if j.relation.rule == rule
    }


def figures(result: Printed | None, *inputs: Printed | None) -> Figures:
    """What ``by_figures`` knows a result and its inputs by."""
    return (key_of(result), *(cell.raw if cell else "" for cell in (result, *inputs)))


def sums_by_result(judgements: Iterable[Judgement], *rules: str) -> dict[str, Judgement]:
    """The sum for each result cell; with several, one that does not hold."""
    found: dict[str, Judgement] = {}
    for judgement in judgements:
        if judgement.relation.rule not in rules or _beside_the_point(judgement):
            continue
        key = judgement.relation.result.key
        known = found.get(key)
        if known is None or (judgement.verdict is Verdict.DISAGREES and known.verdict is not Verdict.DISAGREES):
            found[key] = judgement
    return found


def _beside_the_point(judgement: Judgement) -> bool:
    return judgement.relation.note.endswith(_FAR) and judgement.verdict not in _AGREEING


def recount(
    judgement: Judgement | None,
    realisasi: Printed | None,
    target: Printed | None,
    result: Printed | None,
    default: str = "P0",
) -> Recount:
    """The recount of realisasi against target or budget.

    Where a text can be read in two ways (``97.500``) the readings are those with which the judgement computed.
    """
    name = judgement.reading if judgement is not None and judgement.reading else default
    formula = rumus(name) or rumus(default)
    assert formula is not None
    wanted = judgement.expected if judgement is not None else None
    r, t, expected = _computed(formula, realisasi, target, wanted)
    printed = _closest(result, wanted)
    verdict = judgement.verdict if judgement is not None else None
    low, high = bounds(result, printed, expected, verdict)
    return Recount(formula, r, t, printed, expected, low, high, verdict)


def _computed(
    formula: Rumus, realisasi: Printed | None, target: Printed | None, wanted: Decimal | None
) -> tuple[Decimal | None, Decimal | None, Decimal | None]:
    first: tuple[Decimal | None, Decimal | None, Decimal | None] | None = None
    for r in _values(realisasi):
        for t in _values(target):
            try:
                got = formula.exact(r, t)
            except (DivisionByZero, InvalidOperation):
                continue
            first = first or (r, t, got)
            if wanted is not None and abs(got - wanted) <= _NEAR * max(Decimal(1), abs(got)):
                return r, t, got
    return first or (next(_values(realisasi), None), next(_values(target), None), None)


def _values(printed: Printed | None) -> Iterator[Decimal]:
    if printed is not None and printed.legible and printed.value is not None:
        yield printed.value
        yield from printed.alternatives


def _closest(printed: Printed | None, wanted: Decimal | None) -> Decimal | None:
    values = list(_values(printed))
    if not values or wanted is None:
        return values[0] if values else None
    return min(values, key=lambda value: abs(value - wanted))


def bounds(
    printed: Printed | None, value: Decimal | None, expected: Decimal | None, verdict: Verdict | None
) -> tuple[Decimal, Decimal]:
    """How far below and above the recomputed value a printed number may lie.

    Half a unit of its last place above (rounding), less than one unit below (digits cut off); wider where the
    judgement agreed because the inputs were rounded too, narrower where it did not.
    """
    if printed is None or value is None:
        return -_FUZZ, _FUZZ
    unit = Decimal(0) if printed.exact else Decimal(1).scaleb(-printed.decimals)
    low, high = -max(unit - 2 * _FUZZ, _FUZZ), unit * _HALF + _FUZZ
    if value < 0:
        low, high = -high, -low
    if expected is None or verdict is None:
        return low, high
    off = value - expected
    if verdict in _AGREEING:
        return min(low, off - _FUZZ), max(high, off + _FUZZ)
    if verdict is Verdict.DISAGREES and low <= off <= high:
        return -_FUZZ, _FUZZ
    return low, high
