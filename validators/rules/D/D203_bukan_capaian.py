"""Absorption or realisation called capaian.

Apa yang diperiksa / What it does
    Persentase yang disebut capaian padahal sama dengan serapan anggaran (sub kegiatan atau jumlah seluruhnya) atau
    dengan realisasi indikator, sedangkan tabel mencetak capaian yang lain. Finds percentages called capaian in the
    text that the tables print as absorption of the budget, or as the realisation of the indicator, while another
    value is printed as capaian.

Why it matters
    Spending money is not reaching a target; a predicate given to the wrong quantity is a wrong conclusion.

How a reviewer verifies it
    Find the percentage in the column of the table, and the capaian printed in the same or the next row.

Known false alarms
    Reports that define the capaian of an activity as its absorption. Sentences that speak of spending are not
    reported; neither is a realisation loosely called capaian without a predicate, nor a score (SKM, SAKIP, an index),
    which has predicates of its own.
"""

import re
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.records import Anggaran, Indikator, Klaim, KlaimKind, Tingkat
from schemas.table import Kind
from validators.facts import REACHED, REALISED, Fact, equals, matching, means, ranked, same
from validators.figures import figures_of
from validators.rule import Rule
from validators.subjects import offset, subjects_of
from validators.view import View

_MONEY = re.compile(r"(?i)serap|anggaran|keuangan|belanja|realisasi|pagu|\brp\b|pendapatan|\bpad\b")
_OUTPUT = re.compile(r"(?i)output|keluaran|kinerja|capaian")
_MEAN = re.compile(r"(?i)rata-?\s*rata")
_SCORE = re.compile(r"(?i)indeks|index|nilai|kepuasan|\b[is]km\b|survei|survey|sakip|akip|opini|skor|predikat")
_FULL = Decimal(100)
_BUDGETS = (Kind.REALISASI_ANGGARAN, Kind.ANGGARAN_PROGRAM)


def check(view: View) -> Iterator[Finding]:
    """One finding for each percentage that is called capaian and is printed as something else."""
    for klaim in view.document.klaim:
        value = klaim.value
        if klaim.kind is not KlaimKind.PERCENT or klaim.measure != REACHED or value is None:
            continue
        if value.value is None or value.form is not Form.NUMBER or value.value == _FULL:
            continue
        lead = klaim.text[: max(offset(klaim), 0)]
        if not _MONEY.search(lead.replace("Realisasi Kinerja", "")):
            found = _activity(view, klaim, value) or _whole(view, klaim, value)
            if found is not None:
                yield found
    yield from _realised(view)


def _activity(view: View, klaim: Klaim, value: Printed) -> Finding | None:
    """The absorption of a sub kegiatan quoted as its output."""
    subjects = subjects_of(view)
    for phrase in (klaim.text[: max(offset(klaim), 0)], klaim.subject):
        heads = [m for m in subjects.mentions(phrase) if m.name.about == "anggaran"]
        if heads and _OUTPUT.search(klaim.text):
            rows = heads[-1].name.anggaran
            spent = next((r.persen for r in rows if r.persen is not None and same(value, r.persen)), None)
            outputs = [o for o in _outputs(view, rows) if o.capaian is not None and o.capaian.value is not None]
            if spent is None or not outputs or any(same(value, o.capaian) for o in outputs if o.capaian):
                return None
            right = outputs[0].capaian
            return _told(klaim, value, spent, right, ("serapan anggaran", "absorption"), Severity.WARNING)
    return None


def _outputs(view: View, rows: tuple[Anggaran, ...]) -> list[Indikator]:
    ids = {row.id for row in rows}
    return [record for record in view.document.indikator if record.keluaran and record.induk in ids]


def _whole(view: View, klaim: Klaim, value: Printed) -> Finding | None:
    """The absorption of the whole budget quoted as the (mean) capaian."""
    if not _MEAN.search(klaim.subject) and not re.match(r"(?i)capaian kinerja", klaim.subject):
        return None
    if any(r.capaian is not None and same(value, r.capaian) for r in view.document.indikator if not r.keluaran):
        return None
    for row in view.document.anggaran:
        table = view.tables.get(row.table)
        if row.tingkat is not Tingkat.TOTAL or table is None or table.kind not in _BUDGETS or row.persen is None:
            continue
        if value.decimals and same(value, row.persen):
            right = _mean_of_text(view, klaim)
            return _told(klaim, value, row.persen, right, ("serapan anggaran", "absorption"), Severity.ERROR)
    return None


def _mean_of_text(view: View, klaim: Klaim) -> Printed | None:
    """The mean capaian that the report states elsewhere."""
    for other in view.document.klaim:
        named = other.kind is KlaimKind.PERCENT and other.measure == REACHED and _MEAN.search(other.subject)
        if named and other is not klaim and not other.sasaran and other.value is not None:
            return other.value
    return None


def _realised(view: View) -> Iterator[Finding]:
    """A realisation that is given the predicate of a capaian."""
    figures = figures_of(view)
    for figure in figures.all:
        klaim, value = figure.klaim, figure.klaim.value
        if klaim.measure not in (REACHED, None) or value is None or value.form is not Form.NUMBER:
            continue
        if not figure.judged or not view.document.skala or value.value == _FULL:
            continue
        if klaim.kind is not KlaimKind.PERCENT and any(
            _SCORE.search(r.indikator) for n in figure.names for r in n.indikator
        ):
            continue
        years = (None, figures.year_of(figure) or view.tahun)
        reached = ranked(view, [f for f in figure.facts if f.measure == REACHED and not f.end])
        wrong = [f for f in matching(value, figure.facts, REALISED, years) if f.cell.value == value.value]
        if wrong and reached and not _fits(value, reached):
            yield _told(klaim, value, wrong[0].cell, reached[0].cell, ("realisasi", "realisation"), Severity.WARNING)


def _fits(value: Printed, reached: list[Fact]) -> bool:
    whole = means(reached, None)
    return any(same(value, f.cell) for f in reached) or any(equals(value, mean) for mean in whole)


def _told(
    klaim: Klaim, value: Printed, wrong: Printed, right: Printed | None, what: tuple[str, str], severity: Severity
) -> Finding:
    cells = [cell for cell in (wrong, right) if cell is not None]
    return RULE.finding(
        Evidence.of(value),
        *(Evidence.of(cell) for cell in cells),
        expected=right.raw if right is not None else None,
        severity=severity,
        keys=(klaim.id,),
        what=what,
        right=(f"; capaian tercetak {right.raw}", f"; the capaian printed is {right.raw}") if right else ("", ""),
    )


RULE = Rule(
    code="D203",
    title_id="Serapan atau realisasi disebut capaian",
    title_en="Absorption or realisation called capaian",
    category=Category.NARRATIVE,
    severity=Severity.WARNING,
    message_id="{place}: {printed} disebut capaian, di tabel angka itu {what}{right}",
    message_en="{place}: {printed} is called capaian, in the table it is the {what}{right}",
    check=check,
)
