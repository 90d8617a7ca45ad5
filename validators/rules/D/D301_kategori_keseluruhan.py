"""The overall category of the conclusions against that of the analysis.

Apa yang diperiksa / What it does
    Predikat keseluruhan di Bab IV dibandingkan dengan predikat keseluruhan di Ikhtisar dan Bab III. Sentences that
    give the agency as a whole a predicate of the declared scale are compared between the chapters.

Why it matters
    Two categories for one year: one of them will be quoted.

How a reviewer verifies it
    Read the mean capaian and the scale; see which of the two predicates it has.

Known false alarms
    "Baik" used as an everyday word; only predicates that the report's scale defines are read.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind
from validators.rule import Rule
from validators.scales import knows, plain, scales_of
from validators.subjects import offset
from validators.view import View

_OVERALL = re.compile(
    r"(?i)secara (?:umum|keseluruhan|menyeluruh)|\bumum\b|keseluruhan|sasaran-sasaran|"
    r"rata-?\s*rata (?:dari )?(?:nilai )?capaian|capaian kinerja (?:dinas|badan|kecamatan|biro|kantor|inspektorat)"
)
_OTHER = re.compile(r"(?i)serap|anggaran|keuangan|fisik|layanan|masyarakat|\bskm\b|\bikm\b")


def check(view: View) -> Iterator[Finding]:
    """One finding for each overall predicate of the last chapter that the chapters before do not give."""
    scales = scales_of(view)
    if len(scales) != 1:
        return
    overall = [k for k in view.document.klaim if _overall(k) and knows(scales[0], k.label or "")]
    before = [k for k in overall if k.section in ("ikhtisar", "bab3")]
    if not before:
        return
    names = {plain(k.label or "") for k in before}
    for klaim in overall:
        if klaim.section == "bab4" and plain(klaim.label or "") not in names:
            yield _told(klaim, before[-1])


def _overall(klaim: Klaim) -> bool:
    """A predicate of the agency as a whole: of its own, or of the total that a sentence goes on to divide."""
    if not klaim.label or klaim.sasaran:
        return False
    if klaim.kind is KlaimKind.COUNT and klaim.role == "total":
        said = klaim.text[: max(offset(klaim), 0)]
        return klaim.label in said.casefold() and bool(_OVERALL.search(said)) and not _OTHER.search(said)
    named = klaim.kind is KlaimKind.PREDICATE and _OVERALL.search(klaim.subject)
    return bool(named) and not _OTHER.search(klaim.subject)


def _told(klaim: Klaim, other: Klaim) -> Finding:
    return RULE.finding(
        Evidence.at(klaim.place, klaim.label or ""),
        Evidence.at(other.place, other.label or ""),
        printed=klaim.label,
        expected=other.label,
        keys=(klaim.id, other.id),
    )


RULE = Rule(
    code="D301",
    title_id="Kategori keseluruhan berbeda antar bab",
    title_en="Overall category differs between chapters",
    category=Category.NARRATIVE,
    severity=Severity.WARNING,
    message_id="{place}: kinerja keseluruhan disebut {printed}, di bab sebelumnya {expected}",
    message_en="{place}: the overall category is {printed}, in an earlier chapter {expected}",
    check=check,
)
