"""Rank and grade of civil servants that do not belong together.

Apa yang diperiksa / What it does
    Membandingkan pangkat dengan golongan ruang di sampingnya, di tabel pegawai dan di bawah tanda tangan. Compares
    the rank (pangkat) with the grade (golongan ruang) beside it, in tables of staff and under signatures.

Why it matters
    Each grade has one rank; a pair that does not exist means that a row of the staff table was miscopied.

How a reviewer verifies it
    Look at the personnel list; the grade decides, because the pay follows it.

Known false alarms
    Tables that give rank and grade in separate lists without tying them row by row are not compared.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Place
from validators.rule import Rule
from validators.view import View

_RANKS = {
    "I": ("juru muda", "juru muda tk i", "juru", "juru tk i"),
    "II": ("pengatur muda", "pengatur muda tk i", "pengatur", "pengatur tk i"),
    "III": ("penata muda", "penata muda tk i", "penata", "penata tk i"),
    "IV": ("pembina", "pembina tk i", "pembina utama muda", "pembina utama madya", "pembina utama"),
}
_RANK = {f"{level}/{chr(97 + at)}": name for level, names in _RANKS.items() for at, name in enumerate(names)}
_NAMES = frozenset(_RANK.values())
_LONGEST = 60  # no cell with a rank alone is longer
_GRADE = re.compile(r"(?P<level>I{1,3}|IV)\s*[/.]\s*(?P<letter>[a-eA-E])")
_SIGNED = re.compile(
    r"\b(?P<rank>(?:Pembina|Penata|Pengatur|Juru)(?:\s+Utama)?(?:\s+(?:Muda|Madya))?(?:\s+(?:Tk|Tingkat)\.?\s*I)?)\s*"
    r"[,(/-]+\s*(?:Gol\w*\.?\s*)?(?P<grade>(?:I{1,3}|IV)\s*[/.]\s*[a-e])\b",
    re.I,
)


def check(view: View) -> Iterator[Finding]:
    """Rows of tables first, then lines."""
    for table in view.document.tables:
        for row in table.rows:
            texts = [(c.index, text) for c in table.columns if (text := row.text(c.index))]
            rank = next((t for _, t in texts if len(t) <= _LONGEST and _plain(t) in _NAMES), None)
            grade = next(((i, t) for i, t in texts if _GRADE.fullmatch(t)), None)
            if rank and grade and _plain(rank) != (right := _RANK.get(_code(grade[1]), "")):
                place = Place(page=row.page, line=row.line, table=table.id, row=row.index)
                yield _finding(place, f"{rank} {grade[1]}", right)
    for line in view.document.lines:
        for found in _SIGNED.finditer(line.text) if "/" in line.text or "." in line.text else ():
            rank, right = _plain(found["rank"]), _RANK.get(_code(found["grade"]), "")
            if rank in _NAMES and right and rank != right:
                yield _finding(Place(page=line.page, line=line.line, bbox=line.bbox), found.group(), right)


def _plain(text: str) -> str:
    return " ".join(re.sub(r"[.,()]", " ", text.casefold()).replace("tingkat", "tk").split())


def _code(text: str) -> str:
    found = _GRADE.search(text.upper().replace("1", "I"))
    return f"{found['level']}/{found['letter'].lower()}" if found else ""


def _finding(place: Place, printed: str, right: str) -> Finding:
    return RULE.finding(Evidence.at(place, printed), printed=printed, expected=right.title().replace("Tk I", "Tk. I"))


RULE = Rule(
    code="F502",
    title_id="Pangkat tidak sesuai golongan",
    title_en="Rank does not belong to the grade",
    category=Category.IDENTITY,
    severity=Severity.WARNING,
    message_id="{place}: tercetak {printed}; golongan itu berpangkat {expected}",
    message_en="{place}: prints {printed}; that grade carries the rank {expected}",
    legal_basis="PP 99/2000 jo. PP 12/2002",
    check=check,
)
