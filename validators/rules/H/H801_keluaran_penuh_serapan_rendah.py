"""All of the output for a small part of the money.

Apa yang diperiksa / What it does
    Mencari kegiatan yang keluarannya 100 persen tetapi serapannya di bawah separuh. Looks for activities whose
    output is complete while less than half of the budget was spent.

Why it matters
    Either the budget was far too large or the output was not what the money was for.

How a reviewer verifies it
    Ask for the account of the activity and the proof of the output.

Known false alarms
    Savings from tenders, and outputs that cost nothing. A hint only.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from validators.rule import Rule
from validators.view import View

_HALF = 2
_NEARLY = 100


def check(view: View) -> Iterator[Finding]:
    """One hint for each output."""
    for row in view.document.indikator:
        parent = view.by_id.get(row.induk or "") if row.keluaran else None
        if parent is None or parent.anggaran is None or parent.realisasi is None:
            continue
        budget, spent = parent.anggaran.value, parent.realisasi.value
        target = row.target.value if row.target else None
        real = row.realisasi.value if row.realisasi else None
        if not budget or spent is None or not target or real is None:
            continue
        if real >= target and spent * _HALF < budget and row.realisasi is not None:
            yield RULE.finding(
                Evidence.of(row.realisasi),
                Evidence.of(parent.realisasi),
                printed=row.realisasi.raw,
                name=parent.uraian,
                share=f"{spent / budget * _NEARLY:.2f}".replace(".", ","),
            )


RULE = Rule(
    code="H801",
    title_id="Keluaran penuh dengan serapan rendah",
    title_en="Full output with little spending",
    category=Category.QUALITY,
    severity=Severity.INFO,
    message_id="{place}: keluaran {name} tercapai penuh ({printed}) dengan serapan {share}%",
    message_en="{place}: the output of {name} is complete ({printed}) with {share} % of the budget spent",
    check=check,
    hint=True,
)
