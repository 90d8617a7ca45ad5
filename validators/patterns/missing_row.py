"""A row is missing: what the sum lacks is printed elsewhere in the document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from schemas.finding import Evidence
from schemas.relation import Op, Operand
from validators.graph import Effect, Graph, nodes_of
from validators.hypothesis import Hypothesis
from validators.wording import show

_ROUND = Decimal(1_000_000)
_SMALL = Decimal(10_000)


def missing_rows(graph: Graph, failing: Iterable[int], amounts: Iterable[Operand]) -> Iterator[Hypothesis]:
    """One hypothesis for each gap; sums of both columns and of other tables that lack the same row go together."""
    printed = _by_value(amounts)
    rows: dict[str, list[tuple[int, Decimal]]] = defaultdict(list)
    for index in failing:
        relation = graph.judgements[index].relation
        if relation.op is not Op.SUM or not relation.result.printed.exact:
            continue
        total = graph.value(relation.result.key)
        values = [graph.value(node.key) for node in relation.inputs]
        if total is None or any(v is None for v in values):
            continue
        gap = total - sum((v for v in values if v is not None), Decimal(0))
        if gap > _SMALL:
            rows[relation.result.key.rsplit(".", 1)[0]].append((index, gap))
    for found in rows.values():
        own = {node.key for index, _ in found for node in nodes_of(graph.judgements[index].relation)}
        hits = {gap: [n for n in printed.get(gap, ()) if n.key not in own] for _, gap in found}
        telling = [gap for gap, nodes in hits.items() if nodes and (gap % _ROUND or len(found) > 1)]
        if not telling:
            continue
        gaps = {gap for _, gap in found}
        fixed = frozenset(
            index
            for others in rows.values()
            if gaps & {gap for _, gap in others} and {gap for _, gap in others} <= gaps | set(hits)
            for index, _ in others
        )
        first = graph.judgements[found[0][0]].relation
        other = hits[telling[0]][0]
        where = other.label or other.printed.raw
        lacking = " / ".join(show(gap) for _, gap in found)
        yield Hypothesis(
            pattern="missing_row",
            rule="B301",
            anchor=first.result,
            value=None,
            effect=Effect(fixed, frozenset(), frozenset()),
            bonus=4 + 4 * len(telling),
            note=f"kurang {lacking}, tercetak pada {where}",
            note_en=f"lacks {lacking}, printed at {where}",
            evidence=tuple(Evidence.of(node.printed) for gap in telling for node in hits[gap][:3]),
            expected=lacking,
        )


def _by_value(amounts: Iterable[Operand]) -> dict[Decimal, list[Operand]]:
    found: dict[Decimal, list[Operand]] = defaultdict(list)
    for node in amounts:
        if node.printed.value is not None:
            found[node.printed.value].append(node)
    return found
