"""Marks the findings that a person accepted; nothing is ever left out.

An accepted finding stays where it is, with the reason and the author beside it, and so do its consequences. Entries
that meet no finding any more are told, because the place they spoke of has changed or was mended.
"""

from collections.abc import Sequence
from pathlib import PurePath

from schemas.finding import Evidence, Finding
from schemas.reading import Source
from schemas.result import Checked
from schemas.suppression import Suppression

SHORTEST = 8


def accept(checked: Checked, suppressions: Sequence[Suppression]) -> Checked:
    """The document with its accepted findings marked, and the entries that met one in ``accepted_by``."""
    source = checked.document.source
    mine = [s for s in suppressions if concerns(s, source)]
    if not mine:
        return checked
    reasons: dict[str, str] = {}
    used: list[Suppression] = []
    for finding in checked.findings:
        entry = next((s for s in mine if meets(s, finding)), None)
        if entry is not None:
            used.append(entry)
            for name in (finding.id, *finding.consequences):
                reasons.setdefault(name, f"{entry.reason} ({entry.author})")
    findings = tuple(
        finding.model_copy(update={"accepted": reasons[finding.id]}) if finding.id in reasons else finding
        for finding in checked.findings
    )
    return checked.model_copy(update={"findings": findings, "accepted_by": tuple(dict.fromkeys(used))})


def concerns(suppression: Suppression, source: Source) -> bool:
    """Whether an entry speaks of this document at all."""
    if suppression.document is not None and not source.sha256.startswith(suppression.document.lower()):
        return False
    if suppression.folder is None:
        return True
    return PurePath(source.path).is_relative_to(suppression.folder)


def meets(suppression: Suppression, finding: Finding) -> bool:
    """Whether an entry accepts this finding."""
    if suppression.rule != finding.rule:
        return False
    if suppression.printed is not None and _plain(suppression.printed) != _plain(finding.printed or ""):
        return False
    first = finding.evidence[0] if finding.evidence else Evidence()
    places = (
        (suppression.page, first.page),
        (suppression.line, first.line),
        (suppression.table, first.table),
        (suppression.row, first.row),
    )
    return all(wanted is None or wanted == got for wanted, got in places)


def _plain(text: str) -> str:
    return " ".join(text.split())
