"""Puts findings with one cause together: a slip that runs through a column, a number its own rule found already."""

from collections.abc import Sequence

from schemas.finding import Finding, Severity
from schemas.number import Form
from validators.hypothesis import Hypothesis

_HABITUAL = {"inverted", "mean_of_percentages", "before_revision"}


def join(found: list[Finding], head: Finding, hypothesis: Hypothesis, heads: dict[tuple[str, ...], str]) -> None:
    """A slip in the making of a whole column is one finding; its other rows become consequences of the first.

    ``found`` is changed in place; ``heads`` remembers the first finding of each slip.
    """
    if hypothesis.pattern not in _HABITUAL:
        return
    first = heads.setdefault((hypothesis.pattern, head.rule), head.id)
    if first == head.id:
        return
    for at, finding in enumerate(found):
        if finding.id == first:
            gained = (*finding.consequences, head.id, *head.consequences)
            found[at] = finding.model_copy(update={"consequences": gained})
        elif finding.id == head.id or finding.id in head.consequences:
            found[at] = finding.model_copy(update={"severity": Severity.INFO, "cause": first, "consequences": ()})


def merged(head: Finding, hypothesis: Hypothesis, direct: Sequence[Finding]) -> tuple[Finding, list[Finding]]:
    """A malformed or swapped number was found by its own rule already: the repair is told there.

    Returns the head and the direct findings that are left.
    """
    left = list(direct)
    if hypothesis.anchor.printed.form is not Form.MALFORMED and hypothesis.rule is None:
        return head, left
    key = hypothesis.anchor.key
    own = next((f for f in left if f.keys[:1] == (key,) and f.rule in (hypothesis.rule, "A701")), None)
    if own is None:
        return head, left
    told = own.model_copy(
        update={
            "id": head.id,
            "consequences": head.consequences,
            "expected": head.expected,
            "expected_value": head.expected_value,
            "computation": head.computation,
            "suggestion": head.suggestion,
            "suggestion_en": head.suggestion_en,
            "confidence": head.confidence,
            "evidence": (*own.evidence, *(e for e in head.evidence if e not in own.evidence)),
        }
    )
    return told, [f for f in left if f is not own]
