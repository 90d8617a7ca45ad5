"""Evaluates relations: does what is printed agree with what follows from the other printed numbers?

A printed rounded number stands for all values that print so. A relation agrees when some values of its inputs
give a result that prints as the result does, by rounding or by cutting off digits; there is no tolerance beside
that. Targets, counts and money do not vary.
"""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from itertools import chain

from schemas.number import Printed
from schemas.relation import Habit, Judgement, Op, Operand, Relation, Verdict
from validators.formula import compiled
from validators.readings import READINGS, ZERO, Interval, Reading, add
from validators.wording import show, show_plain, terms

DEFAULT = {
    Op.RATIO: ("ratio",),
    Op.SUM: ("sum",),
    Op.DIFFERENCE: ("points",),
    Op.MEAN: ("mean",),
    Op.EQUAL: ("same",),
    Op.ATMOST: ("sum",),
    Op.FORMULA: (),
}
_HALF = Decimal("0.5")
_RUPIAH = Decimal(1)


def evaluate(relations: Iterable[Relation], habits: Mapping[str, Habit] | None = None) -> tuple[Judgement, ...]:
    """One judgement for each relation, in order. ``habits`` are by ``Relation.context`` (table id)."""
    known = habits or {}
    return tuple(judge(relation, known.get(relation.context, Habit.UNKNOWN)) for relation in relations)


def judge(relation: Relation, habit: Habit = Habit.UNKNOWN, values: Mapping[str, Decimal] | None = None) -> Judgement:
    """The judgement of one relation; ``values`` tries other numbers in place of printed ones, by operand key."""
    nodes = (relation.result, *relation.inputs)
    tried = values or {}
    if any(not _known(node, tried) for node in nodes):
        return Judgement(relation=relation, verdict=Verdict.UNDECIDABLE)
    readings = [(name, reading_of(name)) for name in relation.alternatives or DEFAULT[relation.op]]
    printed = tried.get(relation.result.key, relation.result.printed.value) or ZERO
    for combination in _combinations(relation, tried):
        exact = [Interval(v, v) for v in combination[1:]]
        found = _fit(relation, readings, combination[0], exact)
        if found:
            return Judgement(relation=relation, verdict=Verdict.AGREES, reading=found, expected=printed)
    main = [_value(node, tried) for node in nodes]
    wide = [widened(node.printed, v, habit, node.fixed) for node, v in zip(relation.inputs, main[1:], strict=True)]
    found = _fit(relation, readings, main[0], wide)
    if found:
        return Judgement(relation=relation, verdict=Verdict.AGREES_ROUNDED, reading=found, expected=printed)
    return _disagreement(relation, readings, main, habit)


def reading_of(name: str) -> Reading | None:
    """The reading of that name, or the expression it spells."""
    return READINGS.get(name) or compiled(name)


def unit(printed: Printed) -> Decimal:
    """One unit of the last printed place."""
    return Decimal(1).scaleb(-printed.decimals)


def widened(printed: Printed, value: Decimal, habit: Habit, fixed: bool) -> Interval:
    """All values that an input may stand for."""
    if fixed or printed.exact:
        return Interval(value, value)
    step = unit(printed)
    if habit is Habit.TRUNCATES:
        return (
            Interval(value - step * _HALF, value + step) if value >= 0 else Interval(value - step, value + step * _HALF)
        )
    return Interval(value - step * _HALF, value + step * _HALF)


def preimage(printed: Printed, value: Decimal, loose: bool = False) -> tuple[Interval, bool]:
    """The values that print as ``value`` when rounded or cut off, and whether the upper end is left out.

    ``loose`` adds those that print so only when rounded up.
    """
    step = unit(printed)
    if printed.exact and not printed.decimals and not loose:
        return Interval(value, value), False
    half = step if loose else step * _HALF
    if value < 0:
        return Interval(value - step, value + half), True
    return Interval(value - half, value + step), True


def _known(node: Operand, tried: Mapping[str, Decimal]) -> bool:
    return node.key in tried or (node.printed.value is not None and node.printed.legible)


def _value(node: Operand, tried: Mapping[str, Decimal]) -> Decimal:
    value = tried.get(node.key, node.printed.value)
    return ZERO if value is None else value


def _combinations(relation: Relation, tried: Mapping[str, Decimal]) -> Iterable[list[Decimal]]:
    """The values as printed, then with each other legitimate reading of one ambiguous text."""
    nodes = (relation.result, *relation.inputs)
    main = [_value(node, tried) for node in nodes]
    yield main
    for at, node in enumerate(nodes):
        if node.key not in tried:
            for other in node.printed.alternatives:
                yield [*main[:at], other, *main[at + 1 :]]


def _fit(
    relation: Relation, readings: list[tuple[str, Reading | None]], value: Decimal, inputs: list[Interval]
) -> str | None:
    printed = relation.result.printed
    if relation.op is Op.ATMOST:
        return "sum" if add(inputs).low <= value + _slack(relation) else None
    for name, reading in readings:
        got = reading(inputs) if reading else None
        if got is not None and _prints(relation, printed, value, got):
            return name
    return None


def _prints(relation: Relation, printed: Printed, value: Decimal, got: Interval, loose: bool = False) -> bool:
    slack = _slack(relation)
    if slack:
        return got.low - slack <= value <= got.high + slack
    wanted, open_end = preimage(printed, value, loose)
    if wanted.point:
        return got.low <= value <= got.high
    if relation.op is Op.EQUAL:  # the coarser of the two prints decides
        other = relation.inputs[0].printed
        if other.decimals < printed.decimals:
            wanted, open_end = preimage(other, got.low)
            got = Interval(value, value)
    low, high = wanted
    if value < 0:
        return got.high > low and got.low <= high if open_end else got.high >= low and got.low <= high
    return got.low < high and got.high >= low if open_end else got.low <= high and got.high >= low


def _slack(relation: Relation) -> Decimal:
    """Money in thousands or millions may be off by half a unit for each summand; hidden cents by one rupiah."""
    if relation.op not in (Op.SUM, Op.ATMOST, Op.DIFFERENCE):
        return ZERO
    nodes = (relation.result, *relation.inputs)
    if relation.scale > 1:
        return _HALF * len(relation.inputs)
    if all(node.printed.exact for node in nodes):
        places = {unit(node.printed) for node in nodes}
        cents = any(node.printed.value is not None and node.printed.value % 1 for node in nodes)
        return _RUPIAH if cents and len(places) > 1 else ZERO
    return ZERO


def _disagreement(
    relation: Relation, readings: list[tuple[str, Reading | None]], main: list[Decimal], habit: Habit
) -> Judgement:
    exact = [Interval(v, v) for v in main[1:]]
    results = [(name, got) for name, reading in readings if reading and (got := reading(exact)) is not None]
    if not results:
        return Judgement(relation=relation, verdict=Verdict.UNDECIDABLE)
    nearest = min(results, key=lambda item: abs(item[1].low - main[0]))
    name, got = nearest if relation.op is Op.MEAN else results[0]
    loose = [widened(n.printed, v, habit, n.printed.exact) for n, v in zip(relation.inputs, main[1:], strict=True)]
    strained = relation.op in (Op.RATIO, Op.MEAN, Op.FORMULA) and any(
        (wide := reading(loose)) is not None and _prints(relation, relation.result.printed, main[0], wide, True)
        for _, reading in readings
        if reading
    )
    return Judgement(
        relation=relation,
        verdict=Verdict.DISAGREES,
        expected=got.low,
        low=min(chain([got.low])),
        high=got.high,
        reading=name,
        computation=computation(relation, name, main[1:], got.low),
        strained=strained,
    )


def computation(relation: Relation, name: str, values: list[Decimal], result: Decimal) -> str:
    """The arithmetic in words that can be typed into a calculator."""
    decimals = max(relation.result.printed.decimals, 2)
    shown = show_plain(result) if result == result.quantize(Decimal("0.01")) else show(result, max(decimals, 4))
    if relation.op in (Op.SUM, Op.ATMOST):
        return f"{terms(values)} = {shown}"
    if relation.op is Op.MEAN:
        return f"({terms(values)}) / {len(values)} = {shown}"
    if relation.op is Op.EQUAL:
        return shown
    a, b = show_plain(values[0]), show_plain(values[1]) if len(values) > 1 else ""
    forms = {
        "N1": f"(2 × {b} − {a}) / {b} × 100",
        "N2": f"{b} / {a} × 100",
        "inverse": f"{b} / {a} × 100",
        "points": terms(values, " − "),
        "reversed": f"{b} − {a}",
        "relative": f"({a} − {b}) / {b} × 100",
        "fraction": f"{a} / {b}",
    }
    if name in forms:
        return f"{forms[name]} = {shown}"
    if relation.op is Op.FORMULA and name not in READINGS:
        letters = {chr(ord("a") + i): show_plain(v) for i, v in enumerate(values)}
        text = "".join(letters.get(c, c) for c in name).replace("*", " × ").replace("/", " / ")
        return f"{text} = {shown}"
    return f"{a} / {b} × 100 = {shown}"
