"""A wrong sum that the total above it took over: both are short by one amount, and the total fits the wrong sum."""

from collections.abc import Iterable, Iterator

from schemas.finding import Evidence
from schemas.relation import Op
from validators.graph import HOLDS, Graph, solve
from validators.hypothesis import Hypothesis


def carried(graph: Graph, failing: Iterable[int]) -> Iterator[Hypothesis]:
    """Two failing sums with one gap, the result of the one a part of the other's total in a third sum that holds.

    "Program 210, its kegiatan 410; total 2.410, all kegiatan 2.610, all programmes 2.410": the programme was not added
    up anew when a kegiatan was put in, and the total was added up from the programmes.
    """
    sums = [i for i in failing if graph.judgements[i].relation.op is Op.SUM]
    for index in sums:
        part = graph.judgements[index].relation.result
        have, want = graph.value(part.key), solve(graph, index, part.key)
        if have is None or want is None or have == want:
            continue
        for other in sums:
            total = graph.judgements[other].relation.result
            printed, due = graph.value(total.key), solve(graph, other, total.key)
            if total.key == part.key or printed is None or due is None or due - printed != want - have:
                continue
            if not _added(graph, part.key, total.key):
                continue
            changes = {part.key: want, total.key: due}
            free = _shares(graph, changes)
            yield Hypothesis(
                pattern="carried",
                anchor=part,
                value=want,
                effect=graph.effect(changes, free),
                changes=changes,
                bonus=2,
                free=free,
                note=f"selisih yang sama terbawa ke {total.label[:50]} {total.printed.raw}",
                note_en=f"the same gap was carried into {total.label[:50]} {total.printed.raw}",
                evidence=(Evidence.of(total.printed),),
            )


def _added(graph: Graph, part: str, total: str) -> bool:
    """True when a sum that holds makes the total from the part, among others."""
    return any(
        graph.judgements[i].verdict in HOLDS
        and graph.judgements[i].relation.op is Op.SUM
        and graph.judgements[i].relation.result.key == total
        and any(node.key == part for node in graph.judgements[i].relation.inputs)
        for i in graph.touching[part]
    )


def _shares(graph: Graph, changes: Iterable[str]) -> frozenset[str]:
    """The percentages of the rows: they were computed from what is printed, so they speak neither way."""
    touching = {i for key in changes for i in graph.touching[key]}
    relations = [graph.judgements[i].relation for i in touching]
    return frozenset(relation.result.key for relation in relations if relation.op is Op.RATIO)
