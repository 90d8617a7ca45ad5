"""What a rule between documents is, and how it words its findings."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from schemas.archive import ArchiveFinding, Dossier, Exhibit, Fact
from schemas.finding import Message, Severity
from validators.rule import LIMIT, clip


@dataclass(frozen=True)
class ArchiveRule:
    """One rule over the dossiers of one agency (or of the whole archive, for copies).

    ``message_id`` and ``message_en`` are templates over the names given to :meth:`finding`.
    """

    code: str
    title_id: str
    title_en: str
    severity: Severity
    message_id: str
    message_en: str
    check: "Callable[[tuple[Dossier, ...]], Iterable[ArchiveFinding]]"

    def finding(
        self,
        exhibits: Iterable[tuple[Dossier, Iterable[Fact]]],
        printed: str | None = None,
        expected: str | None = None,
        computation: str | None = None,
        severity: Severity | None = None,
        **names: object,
    ) -> ArchiveFinding:
        """A finding; the first exhibit is the document that needs clarification."""
        listed = [(dossier, tuple(facts)) for dossier, facts in exhibits]
        first = listed[0][0]
        filled = {key: clip(str(value)) for key, value in names.items()}
        filled |= {"printed": clip(printed or ""), "expected": clip(expected or "")}
        return ArchiveFinding(
            rule=self.code,
            severity=severity or self.severity,
            message=Message(
                id=clip(self.message_id.format_map(filled), LIMIT), en=clip(self.message_en.format_map(filled), LIMIT)
            ),
            agency=first.instansi,
            tahun=first.tahun,
            printed=printed,
            expected=expected,
            computation=computation,
            exhibits=tuple(
                Exhibit(
                    sha256=dossier.sha256,
                    path=dossier.paths[0] if dossier.paths else dossier.sha256,
                    evidence=tuple(fact.evidence() for fact in facts),
                )
                for dossier, facts in listed
            ),
        )
