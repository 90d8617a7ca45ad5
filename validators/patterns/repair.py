"""One number is wrong: the value that makes most of its relations hold."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from schemas.number import Form, Printed
from schemas.relation import Op, Operand, Relation, Verdict
from validators.graph import Graph, nodes_of, solve
from validators.hypothesis import Hypothesis
from validators.patterns.digits import WORDS, Slip, slip
from validators.sums import FAR

_SLIP_BONUS = {
    Slip.TRANSPOSED: 5,
    Slip.DROPPED: 4,
    Slip.ADDED: 4,
    Slip.CHANGED: 4,
    Slip.SIGN: 4,
    Slip.SCALE: 3,
}
_RESULT_BONUS = {Op.RATIO: 3, Op.FORMULA: 3, Op.MEAN: 3, Op.DIFFERENCE: 2, Op.SUM: 1, Op.EQUAL: 1, Op.ATMOST: 1}
_MALFORMED_BONUS = 6
_PLACES = 2  # a percentage is proposed with at least so many decimals
_LONG = 100_000
_TIES = 3  # how far an equal copy of the number is followed


def repairs(graph: Graph, failing: Iterable[int]) -> Iterator[Hypothesis]:
    """A hypothesis for each number and value that would make a failing relation hold."""
    wanted: dict[str, dict[Decimal, int]] = defaultdict(dict)  # and what speaks for a value: the kind of its relation
    failed: dict[str, int] = defaultdict(int)
    broken = [i for i in failing if not graph.judgements[i].relation.note.endswith(FAR)]
    for index in broken:
        for node in nodes_of(graph.judgements[index].relation):
            failed[node.key] += 1
    for index in broken:
        relation = graph.judgements[index].relation
        for node in nodes_of(relation):
            value = None if node.fixed else solve(graph, index, node.key)
            if value is None:
                continue
            bonus = _RESULT_BONUS[relation.op] if node.key == relation.result.key else 0
            if (
                bonus == 0
                and relation.op is not Op.EQUAL
                and failed[node.key] < 2
                and slip(node.printed, value) is None
            ):
                continue
            if not node.printed.exact and node.key == relation.result.key:
                value = value.quantize(Decimal(1).scaleb(-max(node.printed.decimals, _PLACES)))
            wanted[node.key][value] = max(wanted[node.key].get(value, 0), bonus)
    for key, values in wanted.items():
        for value, bonus in values.items():
            yield from _try(graph, graph.nodes[key], value, bonus)


def malformed(graph: Graph) -> Iterator[Hypothesis]:
    """For each malformed number the repairs that its undecided relations ask for."""
    for key, node in graph.nodes.items():
        if node.printed.form is not Form.MALFORMED:
            continue
        values = set(node.printed.candidates)
        for index in graph.touching[key]:
            if graph.judgements[index].verdict is Verdict.UNDECIDABLE and (v := solve(graph, index, key)) is not None:
                values.add(v)
        for value in values:
            bonus = _MALFORMED_BONUS if value in node.printed.candidates else 0
            yield from _try(graph, node, value, bonus)


def _try(graph: Graph, node: Operand, value: Decimal, bonus: int) -> Iterator[Hypothesis]:
    have = graph.value(node.key)
    if value == have or (value <= 0 and have is not None and have > 0 and node.printed.exact):
        return  # an amount is no slip for nothing, nor for less
    changes: dict[str, Decimal] = dict.fromkeys((node.key, *_twins(graph, node)), value)
    effect = graph.effect(changes)
    for _ in range(_TIES):
        tied = {
            other.key: value
            for index in effect.broken
            for other in _equals(graph, index, changes)
            if other.key not in changes
        }
        if not tied:
            break
        changes |= tied
        effect = graph.effect(changes)
    if not (effect.fixed or effect.settled):
        return
    kind = slip(node.printed, value)
    explained = effect.fixed | effect.settled
    if all(graph.judgements[i].relation.op is Op.EQUAL for i in explained) and not _long(node.printed):
        kind = None  # two copies of a short number differ in one digit by chance
    note, note_en = WORDS[kind] if kind else ("", "")
    yield Hypothesis(
        pattern=str(kind) if kind else "repair",
        anchor=node,
        value=value,
        effect=effect,
        changes=changes,
        bonus=bonus + (_SLIP_BONUS[kind] if kind else 0),
        note=note,
        note_en=note_en,
    )


def _twins(graph: Graph, node: Operand) -> list[str]:
    """The same wrong result in the row of an only child: printed alike, from inputs printed alike."""
    place = node.printed.place
    found = []
    for index in graph.touching[node.key]:
        one = graph.judgements[index]
        if one.relation.result.key != node.key or one.verdict is not Verdict.DISAGREES:
            continue
        if one.relation.op is not Op.RATIO:
            continue
        for other in graph.judgements[index + 1 : index + 2]:
            near = other.relation.result.printed.place
            if (
                other.relation.rule == one.relation.rule
                and (near.table, near.row) == (place.table, (place.row or 0) + 1)
                and _raws(other.relation) == _raws(one.relation)
            ):
                found.append(other.relation.result.key)
    return found


def _raws(relation: Relation) -> list[str]:
    return [node.printed.raw.strip() for node in nodes_of(relation)]


def _long(printed: Printed) -> bool:
    return printed.exact and printed.value is not None and abs(printed.value) >= _LONG


def _equals(graph: Graph, index: int, changes: dict[str, Decimal]) -> tuple[Operand, ...]:
    """The other side of a relation between two equal numbers, one of which is changed."""
    relation = graph.judgements[index].relation
    if relation.op is Op.EQUAL or (relation.op is Op.SUM and len(relation.inputs) == 1):
        return tuple(node for node in nodes_of(relation) if node.key not in changes)
    return ()
