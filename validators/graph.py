"""Relations as a graph over printed numbers: which relations a number is in, and what changes if it were another."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import NamedTuple

from schemas.relation import Habit, Judgement, Op, Operand, Relation, Verdict
from validators.engine import judge

HOLDS = (Verdict.AGREES, Verdict.AGREES_ROUNDED)


class Effect(NamedTuple):
    """What a change of values does to the relations that touch them (indexes of judgements)."""

    fixed: frozenset[int]  # failed, would hold
    broken: frozenset[int]  # held, would fail
    settled: frozenset[int]  # could not be decided, would hold
    weakened: int = 0  # held exactly, would hold only through the rounding of inputs
    strengthened: int = 0  # the other way round


class Graph:
    """Judged relations with their nodes. ``assumed`` are values taken over in the course of a diagnosis."""

    def __init__(self, judgements: Sequence[Judgement], habits: Mapping[str, Habit] | None = None) -> None:
        """``judgements`` keep their positions as indexes."""
        self.judgements = judgements
        self.habits = habits or {}
        self.nodes: dict[str, Operand] = {}
        self.touching: dict[str, list[int]] = defaultdict(list)
        self.assumed: dict[str, Decimal] = {}
        for index, judgement in enumerate(judgements):
            for node in nodes_of(judgement.relation):
                self.nodes.setdefault(node.key, node)
                if index not in self.touching[node.key]:
                    self.touching[node.key].append(index)

    def value(self, key: str) -> Decimal | None:
        """The assumed value of a node, else the printed one."""
        if key in self.assumed:
            return self.assumed[key]
        node = self.nodes.get(key)
        return node.printed.value if node else None

    def verdict(self, index: int, changes: Mapping[str, Decimal] | None = None) -> Verdict:
        """The verdict of a relation under the assumed values and further changes."""
        relation = self.judgements[index].relation
        tried = {**self.assumed, **(changes or {})}
        own = {node.key: tried[node.key] for node in nodes_of(relation) if node.key in tried}
        if not own:
            return self.judgements[index].verdict
        return judge(relation, self.habits.get(relation.context, Habit.UNKNOWN), own).verdict

    def judged(self, index: int, without: Iterable[str] = ()) -> Judgement:
        """The judgement under the values assumed from other causes than the numbers given."""
        left = set(without)
        relation = self.judgements[index].relation
        own = {n.key: self.assumed[n.key] for n in nodes_of(relation) if n.key in self.assumed and n.key not in left}
        if not own:
            return self.judgements[index]
        again = judge(relation, self.habits.get(relation.context, Habit.UNKNOWN), own)
        return again if again.verdict is Verdict.DISAGREES else self.judgements[index]

    def effect(self, changes: Mapping[str, Decimal], free: Iterable[str] = ()) -> Effect:
        """What the changes do; relations that touch a ``free`` number are left aside."""
        ignored = set(free)
        fixed, broken, settled = set(), set(), set()
        weaker = stronger = 0
        for index in {i for key in changes for i in self.touching[key]}:
            if any(node.key in ignored for node in nodes_of(self.judgements[index].relation)):
                continue
            before, after = self.verdict(index), self.verdict(index, changes)
            if after in HOLDS:
                if before is Verdict.DISAGREES:
                    fixed.add(index)
                elif before is Verdict.UNDECIDABLE:
                    settled.add(index)
                else:
                    weaker += before is Verdict.AGREES and after is Verdict.AGREES_ROUNDED
                    stronger += before is Verdict.AGREES_ROUNDED and after is Verdict.AGREES
            elif after is Verdict.DISAGREES and before in HOLDS:
                broken.add(index)
        return Effect(frozenset(fixed), frozenset(broken), frozenset(settled), weaker, stronger)

    def failing(self) -> list[int]:
        """The relations that fail under the assumed values."""
        return [
            i
            for i, j in enumerate(self.judgements)
            if j.verdict is Verdict.DISAGREES and self.verdict(i) is Verdict.DISAGREES
        ]


def nodes_of(relation: Relation) -> tuple[Operand, ...]:
    """Result and inputs."""
    return (relation.result, *relation.inputs)


def solve(graph: Graph, index: int, key: str) -> Decimal | None:
    """The one value of a node that makes a relation hold exactly; None where many values do."""
    relation = graph.judgements[index].relation
    values = [graph.value(node.key) for node in relation.inputs]
    result = graph.value(relation.result.key)
    others = [v for node, v in zip(relation.inputs, values, strict=True) if node.key != key]
    if relation.op is Op.EQUAL:
        return values[0] if key == relation.result.key else result
    if relation.op is Op.SUM:
        if any(v is None for v in others):
            return None
        rest = sum((v for v in others if v is not None), Decimal(0))
        if key == relation.result.key:
            return rest
        return None if result is None else result - rest
    if relation.op is Op.DIFFERENCE and len(values) == 2 and relation.alternatives in ((), ("points",)):
        first, second = values
        if key == relation.result.key:
            return None if first is None or second is None else first - second
        if result is None:
            return None
        if key == relation.inputs[0].key:
            return None if second is None else result + second
        return None if first is None else first - result
    if key == relation.result.key:
        tried = {node.key: v for node in relation.inputs if (v := graph.value(node.key)) is not None}
        return judge(relation, graph.habits.get(relation.context, Habit.UNKNOWN), tried).expected
    return None
