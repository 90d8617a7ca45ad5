"""From judgements to findings: one finding for one cause, the other failures are its consequences.

Failing and holding relations form a graph over printed numbers. Hypotheses (``patterns``) say what may have been
printed in place of what; the one that explains most and contradicts least is taken over, its values are assumed, and
what still fails is explained in the same way. A failure that nothing explains is a finding of its own; failures of
one row under one rule are one finding.
"""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from schemas.finding import Finding
from schemas.relation import Habit, Judgement, Op, Verdict
from validators.conclusion import changes_conclusion
from validators.divergence import one_question_each
from validators.following import Cause, followers
from validators.gathering import absorbed, join, joined_copies, merged, with_followers
from validators.graph import Effect, Graph
from validators.hypothesis import Hypothesis
from validators.patterns.carried import carried
from validators.patterns.explain import explain
from validators.patterns.missing_row import missing_rows
from validators.patterns.quoted import quoted
from validators.patterns.repair import malformed, repairs
from validators.patterns.shift import shifts
from validators.patterns.swap import swaps
from validators.rule import Rule
from validators.sums import FAR
from validators.telling import consequence, root
from validators.view import View, printed_cells


def diagnose(
    view: View,
    judgements: Sequence[Judgement],
    direct: Iterable[Finding],
    catalogue: Mapping[str, Rule],
    habits: Mapping[str, Habit] | None = None,
) -> list[Finding]:
    """Findings with provisional ids, causes and consequences; ``direct`` are those that rules found themselves."""
    graph = Graph(judgements, habits)
    found: list[Finding] = []
    direct = list(direct)
    heads: dict[tuple[str, ...], str] = {}
    corrections: list[Cause] = []
    for number, hypothesis in enumerate(causes(view, graph)):
        hypothesis = quoted(view, graph, hypothesis, direct)
        group, hypothesis = _told(view, graph, hypothesis, catalogue, f"c{number}")
        head, direct = merged(group[0], hypothesis, direct)
        head, more, direct = absorbed(head, hypothesis, direct)
        found += [head, *group[1:], *more]
        corrections.append((head.id, hypothesis.changes))
        join(found, head, hypothesis, heads)
    found, direct = with_followers(found, direct, followers(view, direct, corrections, catalogue))
    found += [f.model_copy(update={"id": f"d{n}"}) for n, f in enumerate(direct)]
    found = one_question_each(view, joined_copies(found))
    return [changes_conclusion(view, f, graph.assumed) if f.cause is None else f for f in found]


def causes(view: View, graph: Graph) -> Iterable[Hypothesis]:
    """The accepted hypotheses, best first; their values are assumed in the graph as they are taken."""
    amounts = [n for n in printed_cells(view.document) if n.printed.exact and (n.printed.value or 0) >= 1000]
    open_now = graph.failing()
    tried = list(
        chain(
            shifts(view, graph, open_now),
            missing_rows(view, graph, open_now, amounts),
            swaps(graph, open_now),
            carried(graph, open_now),
            malformed(graph),
            repairs(graph, open_now),
        )
    )
    explained: set[int] = set()
    while tried:
        best = max(tried, key=lambda h: h.score)
        if best.score <= 0 or not (best.effect.fixed or best.effect.settled):
            break
        graph.assumed.update(best.changes)
        yield best
        gone = best.effect.fixed | best.effect.settled
        explained |= gone
        touched = {i for key in best.changes for i in graph.touching[key]} | gone
        tried = [t for h in tried if h is not best and (t := _again(graph, h, gone, touched))]
    yield from _unexplained(graph, explained)


def _again(graph: Graph, hypothesis: Hypothesis, gone: frozenset[int], touched: set[int]) -> Hypothesis | None:
    """The hypothesis as it stands after another was taken over."""
    if hypothesis.anchor.key in graph.assumed or any(key in graph.assumed for key in hypothesis.changes):
        return None
    if not hypothesis.changes:
        effect = Effect(hypothesis.effect.fixed - gone, frozenset(), frozenset())
    elif touched & set().union(*(graph.touching[key] for key in hypothesis.changes)):
        effect = graph.effect(hypothesis.changes, hypothesis.free)
        effect = effect._replace(fixed=effect.fixed - gone, settled=effect.settled - gone)
    else:
        return hypothesis
    if not (effect.fixed or effect.settled):
        return None
    return Hypothesis(**{**hypothesis.__dict__, "effect": effect})


def _unexplained(graph: Graph, explained: set[int]) -> Iterable[Hypothesis]:
    """What still fails: one finding for each row and rule, at the printed result."""
    groups: dict[tuple[object, ...], list[int]] = {}
    for index in graph.failing():
        if index in explained or graph.judgements[index].relation.result.key in graph.assumed:
            continue
        relation = graph.judgements[index].relation
        if relation.note.endswith(FAR):
            continue
        place = relation.result.printed.place
        alone = place.row is None
        groups.setdefault((relation.rule, place.table, place.row, index if alone else 0), []).append(index)
    for indexes in groups.values():
        first = graph.judgements[indexes[0]]
        yield Hypothesis(
            pattern="unexplained",
            anchor=first.relation.result,
            value=first.expected,
            effect=Effect(frozenset(indexes), frozenset(), frozenset()),
        )


def _told(
    view: View, graph: Graph, hypothesis: Hypothesis, catalogue: Mapping[str, Rule], name: str
) -> tuple[list[Finding], Hypothesis]:
    """The root and its consequences, and the hypothesis with its pattern named."""
    explained = sorted(hypothesis.effect.fixed | hypothesis.effect.settled)
    main = min(explained, key=lambda i: _rank(graph.judgements[i], hypothesis))
    hypothesis = explain(view, graph, hypothesis, main)
    judgement = graph.judged(main, hypothesis.changes)
    rest = [
        consequence(graph.judgements[i], catalogue[graph.judgements[i].relation.rule], hypothesis, f"{name}.{i}", name)
        for i in (*explained, *_copies(graph, hypothesis, explained))
        if i != main
    ]
    head = root(judgement, hypothesis, catalogue)
    head = head.model_copy(update={"id": name, "consequences": tuple(f.id for f in rest)})
    return [head, *rest], hypothesis


def _copies(graph: Graph, hypothesis: Hypothesis, explained: Sequence[int]) -> list[int]:
    """Copies in other tables that print neither the wrong number nor its repair: they belong to its finding."""
    found = []
    for index in graph.touching[hypothesis.anchor.key]:
        one = graph.judgements[index]
        mine = one.relation.op is Op.EQUAL and one.relation.result.key == hypothesis.anchor.key
        if mine and one.verdict is Verdict.DISAGREES and index not in explained:
            found.append(index)
    return found


def _rank(judgement: Judgement, hypothesis: Hypothesis) -> tuple[bool, bool, bool, str]:
    relation = judgement.relation
    holds = judgement.verdict in (Verdict.AGREES, Verdict.AGREES_ROUNDED)  # as printed; only another repair broke it
    return (holds, judgement.expected is None, relation.result.key != hypothesis.anchor.key, relation.rule)
