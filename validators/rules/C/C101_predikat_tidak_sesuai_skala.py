"""Predicates against the scale that the report declares.

Apa yang diperiksa / What it does
    Predikat di tabel dan dalam kalimat dibandingkan dengan skala yang ditetapkan laporan itu sendiri. Compares the
    predicate of a row, and of a sentence that prints the value beside it, with the document's own scale. A value in a
    hole of the scale may take either neighbour, a value on a shared end both bands.

Why it matters
    The predicate is the conclusion that leaders read; one that the scale does not give is a wrong conclusion from a
    right number.

How a reviewer verifies it
    Look up the value in the scale on the page named in the evidence.

Known false alarms
    A second scale for another quantity (SKM, AKIP score, absorption) that was not recognised as such. A report that
    declares no scale is not judged.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form, Printed
from schemas.records import Band, Klaim, KlaimKind, Skala
from validators.rule import Rule
from validators.scales import predicate_of, verdict
from validators.subjects import offset
from validators.view import View, operand

_OTHER = re.compile(r"(?i)serap|fisik|anggaran|keuangan|\bskm\b|\bikm\b|survei|survey|ombudsman|zona")
_SCORE = re.compile(r"(?i)indeks|index|kepuasan|survei|survey|sakip|akip|opini|skor")
_SHARE = re.compile(r"(?i)\d+\s*(?:\([^)]*\)\s*)?(?:indikator|indicator|aspek|unsur|sasaran|program|kegiatan)")
_MEAN = re.compile(r"(?i)rata-?\s*rata|rerata")
_SHORT = 80


def check(view: View) -> Iterator[Finding]:
    """One finding for each row and each sentence whose predicate the scale does not give."""
    for record in view.document.indikator:
        cell, label = record.capaian, predicate_of(view, record)
        if not label or cell is None or cell.value is None or cell.form is not Form.NUMBER or not cell.legible:
            continue
        found = verdict(view, cell.value, label)
        if found is not None:
            yield _told(cell, label, *found, key=operand(cell).key, subject=record.indikator)
    for klaim in view.document.klaim:
        cell = klaim.value
        if klaim.kind is not KlaimKind.PREDICATE or not klaim.label or cell is None or not _about_capaian(klaim):
            continue
        if cell.value is None or cell.form is not Form.NUMBER or not cell.legible:
            continue
        found = verdict(view, cell.value, klaim.label)
        if found is not None:
            yield _told(cell, klaim.label, *found, key=klaim.id, subject=klaim.sasaran or klaim.subject)


def _about_capaian(klaim: Klaim) -> bool:
    """Not the share of indicators that reached a category, nor the predicate of another quantity."""
    if klaim.measure != "capaian" or _OTHER.search(klaim.subject):
        return False
    if klaim.value is not None and "%" not in klaim.value.raw and _SCORE.search(klaim.text[: max(offset(klaim), 0)]):
        return False
    return not _SHARE.search(klaim.subject) or bool(_MEAN.search(klaim.subject))


def _told(cell: Printed, label: str, scale: Skala, band: Band, *, key: str, subject: str) -> Finding:
    name = band.label if not band.grade else f"{band.grade} {band.label}"
    return RULE.finding(
        Evidence.of(cell),
        Evidence.at(band.place if band.place.page or band.place.line else scale.place, band.raw or band.label),
        printed=f"{cell.raw} {label}",
        expected=name.strip(),
        computation=" ".join(band.raw.split())[:_SHORT] or None,
        keys=(key,),
        value=cell.raw,
        label=label,
        subject=subject,
    )


RULE = Rule(
    code="C101",
    title_id="Predikat tidak sesuai skala laporan",
    title_en="Predicate not given by the report's scale",
    category=Category.PREDICATE,
    severity=Severity.ERROR,
    message_id="{place}: {value} disebut {label}, menurut skala laporan {expected}",
    message_en="{place}: {value} is called {label}, the report's scale gives {expected}",
    check=check,
    legal_basis="Skala yang ditetapkan laporan; PermenPANRB 53/2014",
)
