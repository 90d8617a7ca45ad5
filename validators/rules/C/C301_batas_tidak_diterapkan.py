"""A declared limit of capaian that the tables do not apply.

Apa yang diperiksa / What it does
    Laporan menetapkan capaian paling tinggi (misalnya 100 %), tetapi tabel pengukuran mencetak yang lebih tinggi dan
    rata-ratanya dihitung tanpa batas itu. Reports a declared cap when a table of measurement prints values above it
    and the mean stated in the text fits only the values without the cap.

Why it matters
    The mean, and with it the category of the year, is higher than the report's own rule allows.

How a reviewer verifies it
    Cut every capaian at the declared limit and average again.

Known false alarms
    Reports that print uncapped values and cap only in the mean are not reported.
"""

from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator, Klaim, KlaimKind
from validators.facts import equals
from validators.rule import Rule
from validators.tallies import measured, reached
from validators.view import View
from validators.wording import show


def check(view: View) -> Iterator[Finding]:
    """One finding for the first table whose stated mean ignores the cap."""
    cap = view.document.aturan.cap
    if cap is None:
        return
    stated = [
        k
        for k in view.document.klaim
        if k.kind is KlaimKind.PERCENT and k.value is not None and "rata" in k.subject.casefold() and not k.sasaran
    ]
    for rows in measured(view).values():
        values = [v for r in rows if (v := reached(r)) is not None]
        if len(values) < 2 or max(values) <= cap:
            continue
        raw = sum(values, Decimal(0)) / len(values)
        cut = sum((min(v, cap) for v in values), Decimal(0)) / len(values)
        for klaim in stated:
            if klaim.value is not None and equals(klaim.value, raw) and not equals(klaim.value, cut):
                yield _told(view, klaim, rows, cap, cut)
                return


def _told(view: View, klaim: Klaim, rows: tuple[Indikator, ...], cap: Decimal, cut: Decimal) -> Finding:
    assert klaim.value is not None
    over = [r.capaian for r in rows if r.capaian is not None and (reached(r) or 0) > cap]
    first = view.document.aturan.places[:1]
    return RULE.finding(
        Evidence.of(klaim.value),
        *(Evidence.of(cell) for cell in over[:6]),
        *(Evidence.at(place, f"{show(cap)}%") for place in first),
        expected=show(cut, 2),
        expected_value=cut,
        keys=(klaim.id,),
        computation=f"rata-rata dengan batas {show(cap)} = {show(cut, 2)}",
        cap=show(cap),
    )


RULE = Rule(
    code="C301",
    title_id="Batas capaian yang ditetapkan tidak diterapkan",
    title_en="Declared cap is not applied",
    category=Category.AVERAGE,
    severity=Severity.INFO,
    message_id="{place}: rata-rata {printed} memuat capaian di atas batas {cap} %; dengan batas itu {expected}",
    message_en="{place}: the mean {printed} uses capaian above the declared limit of {cap} %; with it {expected}",
    check=check,
)
