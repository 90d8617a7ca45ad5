"""From judgements to findings: one finding for one cause, the other failures are its consequences."""

from collections.abc import Iterable, Mapping

from schemas.finding import Evidence, Finding, Severity
from schemas.relation import Judgement, Verdict
from validators.rule import Rule
from validators.view import View
from validators.wording import show


def diagnose(
    view: View, judgements: Iterable[Judgement], direct: Iterable[Finding], catalogue: Mapping[str, Rule]
) -> list[Finding]:
    """Findings with provisional ids, causes and consequences."""
    failing = [j for j in judgements if j.verdict is Verdict.DISAGREES]
    found = [finding_of(j, catalogue[j.relation.rule]) for j in failing]
    return [f.model_copy(update={"id": f"p{n}"}) for n, f in enumerate([*found, *direct])]


def finding_of(judgement: Judgement, rule: Rule) -> Finding:
    """The finding of one relation that does not hold."""
    relation = judgement.relation
    nodes = (relation.result, *relation.inputs)
    expected = None
    if judgement.expected is not None:
        expected = show(judgement.expected, relation.result.printed.decimals)
    return rule.finding(
        *(Evidence.of(node.printed) for node in nodes),
        printed=relation.result.printed.raw,
        expected=expected,
        computation=judgement.computation,
        severity=Severity.WARNING if judgement.strained else None,
        keys=tuple(node.key for node in nodes),
        expected_value=judgement.expected,
        label=relation.result.label,
    )
