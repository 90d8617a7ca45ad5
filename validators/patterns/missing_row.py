"""A row is missing: what the sum lacks is printed elsewhere in the document."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal

from schemas.finding import Evidence
from schemas.relation import Op, Operand, Relation
from validators.graph import HOLDS, Effect, Graph, nodes_of
from validators.hypothesis import Hypothesis
from validators.names import normal, same
from validators.view import View
from validators.wording import show

_ROUND = Decimal(1_000_000)
_EARLIER = ".anggaran_sebelum"
_SMALL = Decimal(10_000)


def missing_rows(view: View, graph: Graph, failing: Iterable[int], amounts: Iterable[Operand]) -> Iterator[Hypothesis]:
    """One hypothesis for each gap; sums of both columns and of other tables that lack the same row go together.

    A round gap is found anywhere by chance: it tells only where another table prints it under the same parent. Where
    the same rows add up in the other column, no row is missing.
    """
    printed = _by_value(amounts)
    whole_in = _complete(graph)
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
        if gap > _SMALL and _summed(relation) not in whole_in:
            rows[relation.result.key.rsplit(".", 1)[0]].append((index, gap))
    for found in rows.values():
        own = {node.key for index, _ in found for node in nodes_of(graph.judgements[index].relation)}
        hits = {gap: [n for n in printed.get(gap, ()) if n.key not in own] for _, gap in found}
        whole = graph.judgements[found[0][0]].relation
        for gap, nodes in hits.items():
            if nodes and not gap % _ROUND and len(found) == 1:
                hits[gap] = [node for node in nodes if _sibling(view, node, whole)]
        telling = [gap for gap, nodes in hits.items() if nodes]
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


def _complete(graph: Graph) -> set[tuple[str, ...]]:
    """The rows, whole and parts, of which a column adds up; before a revision a row may well have been absent."""
    return {
        _summed(one.relation)
        for one in graph.judgements
        if one.relation.op is Op.SUM
        and one.verdict in HOLDS
        and one.relation.result.printed.value
        and not one.relation.result.key.endswith(_EARLIER)
    }


def _summed(relation: Relation) -> tuple[str, ...]:
    """The rows that a sum is made of, whatever its column."""
    return tuple(node.key.rsplit(".", 1)[0] for node in nodes_of(relation))


def _sibling(view: View, node: Operand, whole: Relation) -> bool:
    """Whether an amount stands in a row whose parent is named like the sum, under a name that the sum lacks."""
    place = node.printed.place
    row = next((r for r in view.anggaran.get(place.table or "", ()) if r.row == place.row), None)
    above = view.by_id.get(row.induk or "") if row is not None else None
    if row is None or above is None or not same(normal(above.uraian), normal(whole.result.label)):
        return False
    return all(normal(row.uraian) != normal(part.label) for part in whole.inputs)


def _by_value(amounts: Iterable[Operand]) -> dict[Decimal, list[Operand]]:
    found: dict[Decimal, list[Operand]] = defaultdict(list)
    for node in amounts:
        if node.printed.value is not None:
            found[node.printed.value].append(node)
    return found
