"""Puts findings with one cause together: a slip that runs through a column, a number its own rule found already."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from schemas.finding import Category, Finding, Severity
from schemas.number import Form
from validators.hypothesis import Hypothesis

_MANY = 3
SWAPPED = "swapped_operands"
"""The pattern of a budget and a realisation that stand in each other's place."""
_OVERSPENT = "A601"
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


def joined_copies(found: list[Finding]) -> list[Finding]:
    """Many facts that differ between the same two tables in the same column are one finding.

    The first stays the root; the others become its consequences.
    """
    groups: dict[tuple[str | None, ...], list[Finding]] = {}
    for finding in found:
        if finding.category is Category.CROSS_TABLE and finding.cause is None and len(finding.evidence) > 1:
            one, other = finding.evidence[0], finding.evidence[1]
            if one.table and other.table and one.table != other.table:
                column = (one.column or "").split(" ")[0]
                groups.setdefault((finding.rule, one.table, other.table, column), []).append(finding)
    updates: dict[str, Finding] = {}
    for (_, first, second, name), some in groups.items():
        if len(some) < _MANY:
            continue
        head, *rest = sorted(some, key=lambda f: (f.severity is not Severity.ERROR, found.index(f)))
        more = tuple(i for f in rest for i in (f.id, *f.consequences))
        told = (
            f"Kolom {name} {first} berbeda dengan {second} pada {len(some)} baris",
            f"Column {name} of {first} differs from {second} in {len(some)} rows",
        )
        updates[head.id] = head.model_copy(
            update={
                "consequences": (*head.consequences, *more),
                "suggestion": "; ".join(filter(None, (told[0], head.suggestion))),
                "suggestion_en": "; ".join(filter(None, (told[1], head.suggestion_en))),
            }
        )
        for finding in found:
            if finding.id in more:
                updates[finding.id] = finding.model_copy(
                    update={"severity": Severity.INFO, "cause": head.id, "consequences": ()}
                )
    return [updates.get(f.id, f) for f in found]


def absorbed(
    head: Finding, hypothesis: Hypothesis, direct: Sequence[Finding]
) -> tuple[Finding, list[Finding], list[Finding]]:
    """Spending above its budget is a consequence where one of the two is wrong by itself.

    Returns the head, the findings it absorbs and the direct findings that are left.
    """
    mine = [f for f in direct if f.rule == _OVERSPENT and set(f.keys[:2]) & set(hypothesis.changes)]
    if not mine:
        return head, [], list(direct)
    told = [
        f.model_copy(update={"id": f"{head.id}.o{n}", "severity": Severity.INFO, "cause": head.id})
        for n, f in enumerate(mine)
    ]
    grown = head.model_copy(update={"consequences": (*head.consequences, *(f.id for f in told))})
    return grown, told, [f for f in direct if f not in mine]


def with_followers(
    found: Sequence[Finding], direct: Sequence[Finding], causes: Mapping[int, str]
) -> tuple[list[Finding], list[Finding]]:
    """The findings with those of ``direct`` that a cause explains as its consequences, and the direct ones left.

    A cause that has become the consequence of another one hands its followers on to that one.
    """
    above = {f.id: f.cause for f in found if f.cause}
    gained: dict[str, list[Finding]] = defaultdict(list)
    for at, name in causes.items():
        head = above.get(name, name)
        told = {"id": f"{head}.d{at}", "severity": Severity.INFO, "cause": head, "consequences": ()}
        gained[head].append(direct[at].model_copy(update=told))
    grown = [
        f.model_copy(update={"consequences": (*f.consequences, *(g.id for g in gained[f.id]))}) if f.id in gained else f
        for f in found
    ]
    left = [f for at, f in enumerate(direct) if at not in causes]
    return [*grown, *(g for some in gained.values() for g in some)], left


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
    if hypothesis.pattern == SWAPPED:
        evidence = tuple(dict.fromkeys((*own.evidence, *head.evidence)))
        return head.model_copy(update={"evidence": evidence}), [f for f in left if f is not own]
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
