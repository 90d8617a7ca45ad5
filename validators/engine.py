"""Evaluates relations: does what is printed agree with what follows from the other printed numbers?

What a printed number stands for and when two numbers agree is decided in ``agreement``; here a relation's allowed
readings are tried one after the other. The first that fits is named. Nothing fits: the judgement carries what the
first reading gives (of means: the nearest).
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal

from schemas.number import Form, Printed
from schemas.relation import Habit, Judgement, Op, Operand, Relation, Verdict
from validators import agreement
from validators.formula import compiled
from validators.readings import READINGS, ZERO, Interval, Reading
from validators.wording import computation

DEFAULT = {
    Op.RATIO: ("ratio",),
    Op.SUM: ("sum",),
    Op.DIFFERENCE: ("points",),
    Op.MEAN: ("mean",),
    Op.EQUAL: ("same",),
    Op.ATMOST: ("sum",),
    Op.FORMULA: (),
}
_RUPIAH = Decimal(1)
_HALF = Decimal("0.5")
_THOUSAND = Decimal(1000)
EXACT = "exact"  # an alternative of Op.EQUAL: what was set and not measured is not rounded
HOLDS = (Verdict.AGREES, Verdict.AGREES_ROUNDED)


def evaluate(relations: Iterable[Relation], habits: Mapping[str, Habit] | None = None) -> tuple[Judgement, ...]:
    """One judgement for each relation, in order. ``habits`` are by ``Relation.context`` (table id)."""
    known = habits or {}
    return tuple(judge(relation, known.get(relation.context, Habit.UNKNOWN)) for relation in relations)


def habits_of(relations: Iterable[Relation]) -> dict[str, Habit]:
    """How each table makes its decimals, from the relations whose first reading tells rounding from cutting."""
    pairs: dict[str, list[tuple[Printed, Interval | None]]] = defaultdict(list)
    for relation in relations:
        if relation.op in (Op.RATIO, Op.FORMULA, Op.MEAN) and relation.context:
            exact = [_point(node.printed) for node in relation.inputs]
            if all(exact):
                reading = reading_of((relation.alternatives or DEFAULT[relation.op])[0])
                got = reading([e for e in exact if e]) if reading else None
                pairs[relation.context].append((relation.result.printed, got))
    return {context: agreement.detect_habit(found) for context, found in pairs.items()}


def judge(relation: Relation, habit: Habit = Habit.UNKNOWN, values: Mapping[str, Decimal] | None = None) -> Judgement:
    """The judgement of one relation; ``values`` tries other numbers in place of printed ones, by operand key."""
    nodes = [_tried(node, values) for node in (relation.result, *relation.inputs)]
    if any(agreement.readable(printed) is None for printed in nodes):
        return Judgement(relation=relation, verdict=Verdict.UNDECIDABLE)
    first: Judgement | None = None
    for result, *inputs in _combinations(nodes):
        got = _judge(relation, habit, result, inputs)
        if got.verdict in HOLDS:
            return got
        first = first or got
    return first or Judgement(relation=relation, verdict=Verdict.UNDECIDABLE)


def reading_of(name: str) -> Reading | None:
    """The reading of that name, or the expression it spells."""
    return READINGS.get(name) or compiled(name)


def _judge(relation: Relation, habit: Habit, result: Printed, inputs: list[Printed]) -> Judgement:
    if relation.op in (Op.SUM, Op.ATMOST):
        return _total(relation, habit, result, inputs)
    if relation.op is Op.EQUAL:
        compared = agreement.same(result, inputs[0])
        if EXACT in relation.alternatives and result.value != inputs[0].value:
            compared = compared._replace(verdict=Verdict.DISAGREES)
        return _told(relation, compared.verdict, "same", inputs, compared.expected)
    names = relation.alternatives or DEFAULT[relation.op]
    exact = [i for printed in inputs if (i := _point(printed))]
    wide = [
        i for node, printed in zip(relation.inputs, inputs, strict=True) if (i := _widened(printed, habit, node.fixed))
    ]
    tried: list[tuple[str, agreement.Compared, Decimal]] = []
    for name in names:
        reading = reading_of(name)
        computed = reading(exact) if reading else None
        if reading is None or computed is None:
            continue
        compared = agreement.compare(result, computed, habit, widened=reading(wide))
        if compared.verdict is Verdict.DISAGREES and _loose(result, reading, relation, inputs, habit):
            compared = compared._replace(strained=True)
        if compared.verdict in HOLDS:
            return _told(relation, compared.verdict, name, inputs, compared.expected)
        tried.append((name, compared, computed.low))
    if not tried:
        return Judgement(relation=relation, verdict=Verdict.UNDECIDABLE)
    value = result.value or ZERO
    nearest = min(tried, key=lambda item: abs(item[2] - value))
    name, compared, expected = nearest if relation.op is Op.MEAN else tried[0]
    strained = any(item[1].strained for item in tried)
    return _told(relation, compared.verdict, name, inputs, expected, strained)


def _widened(printed: Printed, habit: Habit, fixed: bool) -> Interval | None:
    """Half a unit either way whatever the habit; where digits are cut off, a whole unit upwards too."""
    plain = agreement.input_of(printed, Habit.UNKNOWN, fixed)
    if plain is None or habit is not Habit.TRUNCATES:
        return plain
    cut = agreement.input_of(printed, habit, fixed) or plain
    return Interval(min(plain.low, cut.low), max(plain.high, cut.high))


def _loose(result: Printed, reading: Reading, relation: Relation, inputs: list[Printed], habit: Habit) -> bool:
    """Whether a varied target would explain what is printed."""
    if not any(node.fixed and not node.printed.exact for node in relation.inputs):
        return False
    free = [i for printed in inputs if (i := agreement.input_of(printed, habit))]
    got = reading(free)
    stands = agreement.interval_of(result)
    return got is not None and stands is not None and stands.meets(got)


def _total(relation: Relation, habit: Habit, result: Printed, parts: list[Printed]) -> Judgement:
    compared = agreement.total(result, parts, habit, relation.scale)
    verdict, expected = compared.verdict, compared.expected
    if relation.op is Op.ATMOST and expected is not None:
        money = result.exact and all(p.exact for p in parts)
        slack = agreement.money_slack(result, parts, relation.scale) if money else ZERO
        verdict = Verdict.AGREES if expected <= (result.value or ZERO) + slack else Verdict.DISAGREES
    return _told(relation, verdict, "sum", parts, expected)


def _told(
    relation: Relation,
    verdict: Verdict,
    reading: str,
    inputs: list[Printed],
    expected: Decimal | None,
    strained: bool = False,
) -> Judgement:
    if verdict is not Verdict.DISAGREES or expected is None:
        return Judgement(relation=relation, verdict=verdict, expected=expected, reading=reading)
    values = [p.value for p in inputs if p.value is not None]
    return Judgement(
        relation=relation,
        verdict=verdict,
        expected=expected,
        reading=reading,
        computation=computation(relation, reading, values, expected),
        strained=strained,
    )


def _tried(node: Operand, values: Mapping[str, Decimal] | None) -> Printed:
    if not values or node.key not in values:
        return node.printed
    return node.printed.model_copy(
        update={"value": values[node.key], "form": Form.NUMBER, "alternatives": (), "legible": True}
    )


def _point(printed: Printed) -> Interval | None:
    value = agreement.readable(printed)
    return None if value is None else Interval(value, value)


def _combinations(nodes: list[Printed]) -> Iterator[list[Printed]]:
    """The numbers as printed, then with each other legitimate reading of one ambiguous text."""
    yield nodes
    for at, printed in enumerate(nodes):
        for other in printed.alternatives:
            changed = printed.model_copy(update={"value": other, "alternatives": ()})
            yield [*nodes[:at], changed, *nodes[at + 1 :]]
