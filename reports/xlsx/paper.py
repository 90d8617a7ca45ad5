"""What the sheets of one working paper share: the document, its notes, and where each finding and row stands."""

from dataclasses import dataclass, field

from reports.elements import Notes
from schemas.finding import Evidence, Finding
from schemas.result import Checked

FIRST_FINDING = 4
"""The first row of findings on their sheet, counted from 0."""


@dataclass
class Paper:
    """One working paper. ``rows`` maps (table, row) to its address on a recompute sheet."""

    checked: Checked
    notes: Notes
    rows: dict[tuple[str, int], str] = field(default_factory=dict)

    def listed(self) -> list[tuple[str, Finding, bool]]:
        """The findings in the order of their sheet: number ("3", "3.1"), finding, whether it is a consequence."""
        lines: list[tuple[str, Finding, bool]] = []
        for number, root in enumerate(self.notes.roots(), 1):
            lines.append((str(number), root, False))
            followers = self.notes.followers(root)
            lines += [(f"{number}.{n}", follower, True) for n, follower in enumerate(followers, 1)]
        return lines

    def finding_rows(self) -> dict[tuple[str, int], tuple[str, int]]:
        """For each (table, row) of a document the first finding about it: its number and a row on the sheet.

        The row is that of the root, because consequences are folded away.
        """
        found: dict[tuple[str, int], tuple[str, int]] = {}
        at = FIRST_FINDING
        for row, (number, finding, folded) in enumerate(self.listed(), FIRST_FINDING):
            at = at if folded else row
            for evidence in finding.evidence[:1]:
                if (place := row_of(evidence)) is not None:
                    found.setdefault(place, (number, at))
        return found


def row_of(evidence: Evidence) -> tuple[str, int] | None:
    """The table row that an evidence stands in."""
    if evidence.table is None or evidence.row is None:
        return None
    return evidence.table, evidence.row
