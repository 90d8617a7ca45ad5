"""The text quotes the number that a table prints wrongly: of several legitimate values it tells which one was meant."""

from collections.abc import Sequence
from dataclasses import replace

from schemas.finding import Finding
from schemas.relation import Op
from validators.graph import HOLDS, Graph
from validators.hypothesis import Hypothesis
from validators.view import View


def quoted(view: View, graph: Graph, hypothesis: Hypothesis, direct: Sequence[Finding]) -> Hypothesis:
    """The hypothesis with the value that sentences give, where they contradict the cell and a formula gives it too.

    ``graph`` then assumes that value.
    """
    key = hypothesis.anchor.key
    formulas = [i for i in hypothesis.effect.fixed if graph.judgements[i].relation.op is Op.FORMULA]
    if set(hypothesis.changes) != {key} or not formulas:
        return hypothesis
    told = {f.keys[0] for f in direct if key in f.keys[1:]}
    for klaim in view.document.klaim if told else ():
        value = klaim.value.value if klaim.id in told and klaim.value is not None else None
        if value is None or value == hypothesis.value:
            continue
        if all(graph.verdict(i, {key: value}) in HOLDS for i in hypothesis.effect.fixed):
            graph.assumed[key] = value
            return replace(hypothesis, value=value, changes={key: value})
    return hypothesis
