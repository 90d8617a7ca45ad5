"""Predicates in sentences: "tergolong sangat baik", "masuk kategori CC", "predikat nilai memuaskan", "(Baik)"."""

import re
from typing import NamedTuple

PREDIKAT = (
    r"(?:sangat\s+(?:memuaskan|baik|tinggi|rendah|kurang(?:\s+baik)?|berhasil|efisien|efektif|buruk|kecil)|"
    r"(?:cukup|kurang|tidak|belum)\s+(?:memuaskan|baik|berhasil|efisien|efektif|berimbang)|cukup\s*\(?memadai\)?|"
    r"memuaskan|istimewa|baik|cukup|kurang|sedang|tinggi|rendah|berhasil|gagal|efisien|efektif|buruk|jelek)"
)
_GRADE = r"(?:AA|BB|CC|A|B|C|D|SB|SM|WTP|WDP)"
_TRIGGER = (
    r"(?P<trigger>tergolong|termasuk|(?:ke\s?)?dalam\s+(?:kategori|kriteria|predikat|katagori)|(?:ber|"
    r"di)?(?:kategori|katagori|predikat|kriteria|"
    r"peringkat)(?:kan|nya)?(?:\s+(?:nilai|penilaian|penyerapan|capaian|kinerja))*|"
    r"mendapat(?:kan)?\s+(?:predikat\s+)?nilai|dinyatakan|dinilai|dikatakan|"
    r"(?:adalah|menunjukk?an)(?=\s+(?:sangat|baik|cukup|memuaskan|kurang|sedang|tinggi|rendah))|bernilai|"
    r"(?:capaian|pencapaian|hasil|nilai|kinerja)(?:\s+\w+){0,3}?\s+yang(?=\s+(?:sangat|cukup|memuaskan|kurang))|"
    r"tercapai(?:\s+secara)?|"
    r"dapat\s+di(?:kategorikan|katakan|artikan\s+bahwa)|secara|(?:adalah|yaitu|sasaran)(?=\s+(?:sangat|baik\b)))"
)
_CLAIM = re.compile(
    rf"\b{_TRIGGER}\s*:?\s*(?:capaian\s+|kategori\s+|kinerja\s+|nilai\s+|yang\s+|"
    rf"dengan\s+)*[\"“'‘(]?\s*(?:(?P<grade>{_GRADE})\b[\s(/\-–]*)?[\"“'‘]?"
    rf"(?:(?P<label>{PREDIKAT})\b(?!\s+(?:dari|dibanding|daripada|antara|oleh|dalam|antar|kepada|dan\s+(?:benar|"
    rf"berkelanjutan))))?",
    re.I,
)
_BRACKET = re.compile(rf"\(\s*(?:(?P<grade>{_GRADE})\b\s*[/\-–]?\s*)?(?P<label>{PREDIKAT})?\s*\)", re.I)
_WEAK = re.compile(r"^(?:secara|dinilai|adalah|yaitu|termasuk|tercapai)", re.I)
_WEAK_LABELS = frozenset({"tinggi", "rendah", "kurang", "cukup", "sedang", "berhasil", "efektif", "gagal"})
_SPACES = re.compile(r"\s+")


class Predikat(NamedTuple):
    """A predicate at ``start``..``end``; ``label`` in lower case, the grade letters where no words are printed."""

    start: int
    end: int
    label: str
    grade: str | None


def _clean(label: str | None) -> str:
    return _SPACES.sub(" ", (label or "").lower()).strip()


def find_predikat(sentence: str) -> list[Predikat]:
    """The predicates that a sentence gives to something, in order."""
    found: list[Predikat] = []
    for claim in _CLAIM.finditer(sentence):
        grade = claim["grade"] if claim["grade"] and claim["grade"].isupper() else None
        label = _clean(claim["label"])
        if not label and not grade:
            continue
        trigger = claim["trigger"]
        if _WEAK.match(trigger) and (label in _WEAK_LABELS or not label):
            continue
        if trigger.lower() == "secara" and label == "baik" and "sangat" not in label:
            continue
        found.append(Predikat(claim.start(), claim.end(), label or str(grade), grade))
    for bracket in _BRACKET.finditer(sentence):
        label = _clean(bracket["label"])
        grade = bracket["grade"] if bracket["grade"] and bracket["grade"].isupper() else None
        if (label or grade) and not any(p.start < bracket.end() and bracket.start() < p.end for p in found):
            found.append(Predikat(bracket.start(), bracket.end(), label or str(grade), grade))
    return sorted(found)
