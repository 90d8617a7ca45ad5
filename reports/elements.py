"""The elements of a review note: kondisi, kriteria, akibat, rekomendasi.

The wording gives limited assurance: it says what is not the same and asks for clarification. Nothing is said about
a cause that the document does not show, about intent or about loss.
"""

from collections.abc import Mapping
from typing import NamedTuple

from reports.elements_text import DEFAULT, TEXTS
from reports.places import Places
from reports.words import Lang, tell
from schemas.finding import Finding, Severity
from schemas.result import Checked, RuleNote


class Elements(NamedTuple):
    """The four elements of one finding, as sentences."""

    kondisi: str
    kriteria: str
    akibat: str
    rekomendasi: str


class Notes:
    """Makes the elements of the findings of one document."""

    def __init__(self, checked: Checked, lang: Lang) -> None:
        """Keeps the rules and findings by their code and id."""
        self.lang = lang
        self.places = Places(checked.document, lang)
        self.by_id: Mapping[str, Finding] = {f.id: f for f in checked.findings}
        self._rules: Mapping[str, RuleNote] = {note.code: note for note in checked.rules}

    def roots(self) -> list[Finding]:
        """The findings that are not consequences, in the order of their ranking."""
        return [f for f in self.by_id.values() if f.cause is None or f.cause not in self.by_id]

    def followers(self, finding: Finding) -> list[Finding]:
        """The consequences of a finding, each once."""
        return [self.by_id[c] for c in dict.fromkeys(finding.consequences) if c in self.by_id]

    def title(self, finding: Finding) -> str:
        """The title of the finding's rule; its code where the rule is not known."""
        note = self._rules.get(finding.rule)
        return tell(note.title, self.lang) if note else finding.rule

    def of(self, finding: Finding) -> Elements:
        """The elements of one finding."""
        texts = TEXTS.get(finding.category, DEFAULT)
        return Elements(
            kondisi=self.kondisi(finding),
            kriteria=self._kriteria(finding, tell(texts.kriteria, self.lang)),
            akibat=self._akibat(finding, tell(texts.akibat, self.lang)),
            rekomendasi=self._rekomendasi(finding, tell(texts.rekomendasi, self.lang)),
        )

    def kondisi(self, finding: Finding) -> str:
        """Where it stands and what is printed there."""
        where = self.places.of(finding.evidence[0]) if finding.evidence else ""
        told = self.places.told(tell(finding.message, self.lang))
        return f"{where[:1].upper()}{where[1:]}: {told}" if where else told

    def _kriteria(self, finding: Finding, text: str) -> str:
        note = self._rules.get(finding.rule)
        return f"{text} ({note.legal_basis})." if note and note.legal_basis else f"{text}."

    def _akibat(self, finding: Finding, text: str) -> str:
        id_ = self.lang == "id"
        parts = [f"{text}."]
        followers = self.followers(finding)
        if followers:
            where = dict.fromkeys(self.places.of(f.evidence[0]) for f in followers if f.evidence)
            listed = "; ".join(list(where)[:4]) + (" …" if len(where) > 4 else "")
            parts.append(
                f"Terkait dengan {len(followers)} ketidaksesuaian lain: {listed}."
                if id_
                else f"It goes with {len(followers)} other discrepancies: {listed}."
            )
        if finding.mengubah_kesimpulan:
            parts.append(
                "Klarifikasinya dapat mengubah kategori, ketercapaian target atau simpulan efisiensi."
                if id_
                else "Its clarification may change a category, whether a target is met, or a conclusion on efficiency."
            )
        return " ".join(parts)

    def _rekomendasi(self, finding: Finding, text: str) -> str:
        suggestion = finding.suggestion if self.lang == "id" else finding.suggestion_en or finding.suggestion
        if not suggestion:
            return f"{text}."
        lead = "Petunjuk dari angka lain" if self.lang == "id" else "What other figures suggest"
        return f"{text}. {lead}: {self.places.told(suggestion).rstrip('.')}."


SEVERITIES: Mapping[Severity, tuple[str, str]] = {
    Severity.ERROR: ("Tidak sesuai", "Does not agree"),
    Severity.WARNING: ("Perlu klarifikasi", "Needs clarification"),
    Severity.INFO: ("Catatan", "Note"),
}


def severity_name(severity: Severity, lang: Lang) -> str:
    """The severity in the words of a review."""
    return SEVERITIES[severity][0 if lang == "id" else 1]
