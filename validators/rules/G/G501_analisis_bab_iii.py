"""An analysis that chapter III must contain is missing.

Apa yang diperiksa / What it does
    Memeriksa apakah Bab III memuat perbandingan target, tahun sebelumnya, jangka menengah, analisis penyebab,
    efisiensi, program penunjang, dan realisasi anggaran. Looks in a whole report for the analyses that chapter III
    must contain.

Why it matters
    These are what the report is evaluated on; an analysis that is missing costs points every year.

How a reviewer verifies it
    Search the chapter for the analysis under another name.

Known false alarms
    The comparison with a national standard is required only where there is one and is not reported. A table drawn as
    a picture cannot be seen; an analysis that the text alone mentions counts as present.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.kelengkapan import Aspek, Jawaban
from validators.isi_laporan import is_whole
from validators.kelengkapan import kelengkapan
from validators.rule import Rule
from validators.view import View

_IF_ANY = "A.4"


def check(view: View) -> Iterator[Finding]:
    """One finding for all that is missing."""
    if not is_whole(view):
        return
    missing = [
        butir
        for butir in kelengkapan(view)
        if butir.aspek is Aspek.BAB_III and butir.jawaban is Jawaban.TIDAK and butir.item != _IF_ANY
    ]
    if missing:
        chapter = [r for r in view.document.rujukan if r.kind == "bab" and r.value in ("III", "3")][-1]
        yield RULE.finding(
            Evidence.at(chapter.place, chapter.text),
            printed="; ".join(butir.item for butir in missing),
            questions=("; ".join(b.pertanyaan.id for b in missing), "; ".join(b.pertanyaan.en for b in missing)),
        )


RULE = Rule(
    code="G501",
    title_id="Analisis Bab III tidak ditemukan",
    title_en="Analysis of chapter III not found",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: dalam Bab III tidak ditemukan: {questions}",
    message_en="{place}: not found in chapter III: {questions}",
    legal_basis="PermenPANRB 53/2014 Lampiran II",
    check=check,
)
