"""One indicator, two different wordings.

Apa yang diperiksa / What it does
    Membandingkan nama indikator yang sama di semua tabel dan melaporkan kata yang benar-benar berbeda. Compares the
    names of one indicator over all tables and reports words that are truly different, not spelling.

Why it matters
    "Nilai CC ke atas" and "nilai BB ke atas" are two indicators; so are "ketenteraman" and "kesejahteraan". A table
    with another wording measures something else than was promised.

How a reviewer verifies it
    The agreement of the year decides on the wording.

Known false alarms
    Words that are only added or left out make a note; short forms and spelling variants are passed over.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator
from validators.names import normal, written_out
from validators.rule import Rule
from validators.slots import Slot, slots
from validators.view import View

_TOKEN = re.compile(r"[a-z]+|\d+(?:[.,]\d+)?|[<>≤≥]")
_SURE = 78.0
_SPELLING = 70.0
_NOTE = re.compile(r"\([^()]{1,8}\)")
_STEM = 73.0
_FEW = 3
_SMALL = re.compile(
    r"dan|atau|yang|di|dalam|pada|oleh|dari|untuk|dengan|secara|per|serta|ke|sesuai|tahun|th|jumlah|total|nilai"
)


def check(view: View) -> Iterator[Finding]:
    """One finding for each indicator; words that are only added or left out make a note."""
    for slot in slots(view):
        together = _together(slot.rows)
        variants: dict[str, tuple[Indikator, list[str], list[str]]] = {}
        for row in slot.rows:
            key = normal(row.indikator)
            if key in variants or frozenset((key, normal(slot.usual.indikator))) in together:
                continue
            here, usual = _different(row.indikator, slot.usual.indikator)
            if here or usual:
                variants[key] = (row, here, usual)
        replaced = {k: v for k, v in variants.items() if v[1] and v[2] and len(v[1]) <= _FEW and len(v[2]) <= _FEW}
        if variants:
            yield _finding(slot, replaced or variants, Severity.WARNING if replaced else Severity.INFO)


def _together(rows: Iterable[Indikator]) -> set[frozenset[str]]:
    """Pairs of names that stand on two rows of one table: those are two indicators, however alike."""
    by_table: dict[str, dict[str, int]] = defaultdict(dict)
    for row in rows:
        by_table[row.table].setdefault(normal(row.indikator), row.row)
    return {
        frozenset((one, two))
        for names in by_table.values()
        for one in names
        for two in names
        if names[one] < names[two]
    }


def _finding(slot: Slot, variants: Mapping[str, tuple[Indikator, list[str], list[str]]], severity: Severity) -> Finding:
    row, here, usual = next(iter(variants.values()))
    keys = set(variants)
    others = [r for r in slot.rows if normal(r.indikator) in keys and r is not row]
    targets = [r.target for r in (row, slot.usual) if r.target is not None]
    return RULE.finding(
        _evidence(row),
        _evidence(slot.usual),
        *(Evidence.of(target) for target in targets),
        *(_evidence(r) for r in {(r.table, r.row): r for r in others}.values()),
        printed=row.indikator,
        expected=slot.usual.indikator,
        severity=severity,
        name=slot.usual.indikator,
        here=(", ".join(here) or "tanpa kata", ", ".join(here) or "no word"),
        usual=(", ".join(usual) or "tanpa kata itu", ", ".join(usual) or "without it"),
    )


def _different(one: str, two: str) -> tuple[list[str], list[str]]:
    """The words of each name that have no counterpart in the other one."""
    a, b = (_TOKEN.findall(written_out(_NOTE.sub(" ", text).casefold())) for text in (one, two))
    a, b = _without_short_forms(a, b)
    b, a = _without_short_forms(b, a)
    return _left(a, b), _left(b, a)


def _without_short_forms(words: list[str], others: list[str]) -> tuple[list[str], list[str]]:
    """Drops a short form and the words it stands for: "LPK" and "lembaga pelatihan kerja"."""
    kept = []
    initials = "".join([other[0] for other in others])
    for word in words:
        at = initials.find(word) if 1 < len(word) <= 2 * _FEW else -1
        if at >= 0 and word not in others:
            others = others[:at] + others[at + len(word) :]
            initials = "".join([other[0] for other in others])
        else:
            kept.append(word)
    return kept, others


def _left(words: list[str], others: list[str]) -> list[str]:
    squeezed = "".join(others)
    return [
        word
        for word in words
        if not _SMALL.fullmatch(word) and word not in squeezed and not any(_same(word, other) for other in others)
    ]


def _same(word: str, other: str) -> bool:
    if len(word) < _FEW or len(other) < _FEW or not word.isalpha() or not other.isalpha():
        return False
    likeness = fuzz.ratio(word, other)
    begins = word[:_FEW] == other[:_FEW]
    return (
        likeness >= _SURE
        or (begins and likeness >= _SPELLING)
        or (min(len(word), len(other)) > 2 * _FEW and fuzz.partial_ratio(word, other) >= _STEM)
    )


def _evidence(row: Indikator) -> Evidence:
    name = " ".join(row.indikator.split())
    return Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="indikator", raw=name)


RULE = Rule(
    code="E801",
    title_id="Nama indikator berbeda antartabel",
    title_en="Wording of an indicator differs between tables",
    category=Category.CROSS_TABLE,
    severity=Severity.WARNING,
    message_id="{place}: indikator “{printed}” di tabel lain bernama “{name}” (beda kata: {here} / {usual})",
    message_en="{place}: indicator “{printed}” is called “{name}” in other tables (words: {here} / {usual})",
    check=check,
)
