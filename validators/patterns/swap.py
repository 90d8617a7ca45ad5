"""Two numbers have changed places: budget and realisation of a row, or the same column of two rows."""

from collections.abc import Iterable, Iterator

from schemas.finding import Evidence
from schemas.relation import Op
from validators.graph import Graph
from validators.hypothesis import Hypothesis


def swaps(graph: Graph, failing: Iterable[int]) -> Iterator[Hypothesis]:
    """Exchanges that make failing relations hold without breaking others."""
    broken = list(failing)
    yield from _operands(graph, broken)
    yield from _rows(graph, broken)


def _operands(graph: Graph, failing: list[int]) -> Iterator[Hypothesis]:
    """Realisation above budget, and the printed percentage fits the two the other way round."""
    for index in failing:
        relation = graph.judgements[index].relation
        if len(relation.inputs) != 2 or relation.op is not Op.RATIO:
            continue
        first, second = relation.inputs
        a, b = graph.value(first.key), graph.value(second.key)
        if a is None or b is None or a <= b or not (first.printed.exact and second.printed.exact):
            continue
        changes = {first.key: b, second.key: a}
        effect = graph.effect(changes)
        share = relation.result.printed.raw
        if effect.fixed:
            yield Hypothesis(
                pattern="swapped_operands",
                rule="A601",
                anchor=first,
                value=b,
                effect=effect,
                changes=changes,
                bonus=10,
                note=f"tertukar dengan anggaran {second.printed.raw}, terbukti dari {share}",
                note_en=f"swapped with the budget {second.printed.raw}, as {share} shows",
                evidence=(Evidence.of(second.printed), Evidence.of(relation.result.printed)),
            )


def _rows(graph: Graph, failing: list[int]) -> Iterator[Hypothesis]:
    """The copies of two facts disagree crosswise: each row carries the number of the other."""
    equal = [i for i in failing if graph.judgements[i].relation.op is Op.EQUAL]
    for at, one in enumerate(equal):
        left = graph.judgements[one].relation
        for other in equal[at + 1 :]:
            right = graph.judgements[other].relation
            if left.result.printed.place.table != right.result.printed.place.table:
                continue
            p, q = graph.value(left.result.key), graph.value(right.result.key)
            a, b = graph.value(left.inputs[0].key), graph.value(right.inputs[0].key)
            if p is None or q is None or p == q or p != b or q != a:
                continue
            changes = {left.result.key: q, right.result.key: p}
            effect = graph.effect(changes)
            yield Hypothesis(
                pattern="swapped_rows",
                anchor=left.result,
                value=q,
                effect=effect,
                changes=changes,
                bonus=6,
                note=f"angka tertukar dengan baris {right.result.label[:60]}",
                note_en=f"exchanged with row {right.result.label[:60]}",
                evidence=(Evidence.of(right.result.printed), Evidence.of(right.inputs[0].printed)),
            )
