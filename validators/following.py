"""Findings that a cause explains: what its rule would not say once the cause is corrected."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from schemas.finding import Finding, Severity
from validators.corrected import corrected
from validators.rule import Rule
from validators.view import View

_NUMERIC = "ABCDEJ"  # groups whose findings rest on numbers
_ALONE = 8  # so many causes are tried one by one where a finding shares no number with any of them
Cause = tuple[str, Mapping[str, Decimal]]
"""The id of a finding and the values it says should stand in place of what is printed, by operand key."""
_Mark = tuple[object, ...]


def followers(
    view: View, direct: Sequence[Finding], causes: Sequence[Cause], catalogue: Mapping[str, Rule]
) -> dict[int, str]:
    """Positions in ``direct`` of what vanishes with the corrections, each with the id of its cause.

    A finding that a correction would only move (another number or place of the same rule) stays a root.
    """
    causes = [cause for cause in causes if cause[1]]
    open_now = [n for n, f in enumerate(direct) if f.rule[0] in _NUMERIC and f.severity is not Severity.INFO]
    if not causes or not open_now:
        return {}
    every = {key: value for _, changes in causes for key, value in changes.items()}
    gone, _ = _again(view, direct, open_now, every, catalogue)
    found: dict[int, str] = {}
    sharing = [(name, changes, [n for n in gone if changes.keys() & set(direct[n].keys)]) for name, changes in causes]
    for name, changes, some in (*sharing, *((name, changes, gone) for name, changes in causes[:_ALONE])):
        left = [n for n in some if n not in found]
        if left:
            less, moved = _again(view, direct, left, changes, catalogue)
            found |= {n: name for n in less if direct[n].rule not in moved}
    return found


def _again(
    view: View,
    direct: Sequence[Finding],
    positions: Sequence[int],
    changes: Mapping[str, Decimal],
    catalogue: Mapping[str, Rule],
) -> tuple[list[int], set[str]]:
    """The positions whose rules do not say the same of the corrected document, and the rules that say new things."""
    changed = View(corrected(view.document, changes))
    gone: list[int] = []
    moved: set[str] = set()
    for code in {direct[n].rule for n in positions}:
        try:
            said = Counter(_mark(item) for item in catalogue[code].check(changed) if isinstance(item, Finding))
        except Exception:  # noqa: BLE001 - a number its rule cannot bear explains nothing
            continue
        before = Counter(_mark(f) for f in direct if f.rule == code)
        if said - before:
            moved.add(code)
        for n in positions:
            if direct[n].rule == code:
                mark = _mark(direct[n])
                if said[mark] > 0:
                    said[mark] -= 1
                else:
                    gone.append(n)
    return gone, moved


def _mark(finding: Finding) -> _Mark:
    """What a finding is about, whatever it says of it."""
    first = finding.evidence[0] if finding.evidence else None
    place = (first.page, first.line, first.table, first.row, first.column, first.bbox) if first else ()
    return (finding.rule, finding.keys[:1], *place)
