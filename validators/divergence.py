"""One indicator whose values differ between tables is one finding, with every value and where it stands.

The diagnosis compares prints in pairs: a realisasi that three tables print in three ways, and the capaian that follow
from them, are so many causes to it. A reviewer asks one question: which is the value of that indicator in that year?
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import NamedTuple

from schemas.finding import Category, Evidence, Finding, Message, Severity
from schemas.number import Printed
from schemas.records import Indikator
from schemas.relation import Verdict
from schemas.table import Stage
from validators import agreement
from validators.names import clusters
from validators.patterns.copied_row import copied_rows
from validators.rule import LIMIT, clip, place_text
from validators.view import View

_COPIES = "D402"
_ORDER = ("target", "realisasi", "capaian")
_PAGES = 6


class _Fact(NamedTuple):
    """What a cell is: whose value, of which year, and which of the three measures."""

    name: str
    output: bool
    year: int | None
    measure: str
    value: Decimal | None


def one_question_each(view: View, found: Sequence[Finding]) -> list[Finding]:
    """The findings with those about one indicator and year put together.

    Roots that report the same wrong print of one fact in several tables become consequences of the first. What is left
    of differences between tables is one root for each indicator and year, told with all values and their pages.
    """
    if not any(f.rule == _COPIES and f.cause is None for f in found):
        return list(found)
    facts, records = _facts(view)
    found = _same_print(found, facts)
    groups: dict[tuple[object, ...], list[Finding]] = defaultdict(list)
    for finding in found:
        fact = _fact_of(finding, facts)
        if finding.rule == _COPIES and finding.cause is None and fact is not None and fact.year is not None:
            groups[fact.name, fact.output, fact.year].append(finding)
    for key, some in groups.items():
        if len(some) > 1:
            some.sort(
                key=lambda f: (f.severity is not Severity.ERROR, _ORDER.index(facts[_key(f.evidence[0])].measure))
            )
            found = _under(found, some[0], some[1:], _told(some, records[key], facts))
    return list(_of_pasted_rows(view, found))


def _of_pasted_rows(view: View, found: Sequence[Finding]) -> Sequence[Finding]:
    """Sentences that contradict a row pasted from another indicator follow from that row's finding."""
    pasted = copied_rows(view)
    cells: dict[tuple[object, ...], str] = {}
    for record in view.document.indikator:
        if record.id in pasted:
            named = (record.target, record.realisasi, record.capaian)
            cells |= {(c.place.table, c.place.row, c.place.column): record.id for c in named if c is not None}
    heads: dict[str, Finding] = {}
    for finding in found:
        if finding.rule == _COPIES and finding.cause is None and (own := cells.get(_key(finding.evidence[0]))):
            heads.setdefault(own, finding)
    for own, head in heads.items():
        rest = [
            f
            for f in found
            if f.cause is None
            and f.category is Category.NARRATIVE
            and any(cells.get(_key(e)) == own for e in f.evidence)
        ]
        found = _under(found, head, rest, None)
    return found


def _facts(view: View) -> tuple[dict[tuple[object, ...], _Fact], dict[tuple[object, ...], list[Indikator]]]:
    """Facts by the place of their cell, and the records by name and year."""
    names = clusters(r.indikator for r in view.document.indikator)
    facts: dict[tuple[object, ...], _Fact] = {}
    records: dict[tuple[object, ...], list[Indikator]] = defaultdict(list)
    for record in view.document.indikator:
        name = names[record.indikator]
        records[name, record.keluaran, record.tahun].append(record)
        for measure in _ORDER:
            cell: Printed | None = getattr(record, measure)
            if cell is not None:
                place = cell.place
                key = (place.table, place.row, place.column)
                facts[key] = _Fact(name, record.keluaran, record.tahun, measure, cell.value)
    return facts, records


def _key(evidence: Evidence) -> tuple[object, ...]:
    return (evidence.table, evidence.row, evidence.column)


def _fact_of(finding: Finding, facts: dict[tuple[object, ...], _Fact]) -> _Fact | None:
    return facts.get(_key(finding.evidence[0])) if finding.evidence else None


def _same_print(found: Sequence[Finding], facts: dict[tuple[object, ...], _Fact]) -> Sequence[Finding]:
    """One wrong value printed in several tables is one cause: that of its row before that of the comparison."""
    prints: dict[_Fact, list[Finding]] = defaultdict(list)
    for finding in found:
        fact = _fact_of(finding, facts)
        if finding.cause is None and fact is not None and fact.value is not None and finding.printed:
            prints[fact].append(finding)
    for some in prints.values():
        if len(some) > 1 and len({f.evidence[0].table for f in some}) > 1:
            head, *rest = sorted(some, key=lambda f: (f.rule == _COPIES, f.severity is not Severity.ERROR))
            joined = [
                f for f in rest if f.rule in (head.rule, _COPIES) and f.evidence[0].table != head.evidence[0].table
            ]
            found = _under(found, head, joined, None)
    return found


def _under(
    found: Sequence[Finding], head: Finding, rest: Sequence[Finding], message: Message | None
) -> Sequence[Finding]:
    """The findings with ``rest`` and what hangs on them as consequences of ``head``."""
    if not rest:
        return found
    more = tuple(name for f in rest for name in (f.id, *f.consequences))
    told = {"consequences": (*head.consequences, *more), "message": message or head.message}
    below = {"severity": Severity.INFO, "cause": head.id, "consequences": ()}
    return [
        f.model_copy(update=told) if f.id == head.id else f.model_copy(update=below) if f.id in more else f
        for f in found
    ]


def _told(some: Sequence[Finding], records: Sequence[Indikator], facts: dict[tuple[object, ...], _Fact]) -> Message:
    """Every value of the measures that differ, with its pages."""
    head, first = some[0], facts[_key(some[0].evidence[0])]
    wanted = {facts[_key(f.evidence[0])].measure for f in some}
    texts = []
    for language in (0, 1):
        told = [f"{m} {values}" for m in _ORDER if m in wanted and (values := _values(records, m, language))]
        name = clip(next(r.indikator for r in records))
        text = f"{place_text(head.evidence, language)}: {name} {first.year}: {'; '.join(told)}"
        texts.append(clip(text, LIMIT))
    return Message(id=texts[0], en=texts[1])


def _values(records: Sequence[Indikator], measure: str, language: int) -> str:
    """``86% (hlm. 34, 35), 92,46% (hlm. 42)``; empty when all tables agree."""
    groups: list[tuple[Printed, list[Printed]]] = []
    for record in records:
        cell: Printed | None = getattr(record, measure)
        if cell is None or cell.value is None or (measure == "target" and record.stage is Stage.MURNI):
            continue
        mine = next((group for group in groups if _equal(group[0], cell)), None)
        if mine is None:
            groups.append((cell, [cell]))
        else:
            mine[1].append(cell)
    if len(groups) < 2:
        return ""
    return ", ".join(f"{' '.join(cell.raw.split())} ({_where(cells, language)})" for cell, cells in groups)


def _equal(one: Printed, other: Printed) -> bool:
    return agreement.same(one, other).verdict is not Verdict.DISAGREES


def _where(cells: Iterable[Printed], language: int) -> str:
    places = [cell.place for cell in cells]
    pages = list(dict.fromkeys(str(p.page) for p in places if p.page is not None))
    lines = list(dict.fromkeys(str(p.line) for p in places if p.line is not None))
    if pages:
        return f"{('hlm.', 'p.')[language]} {', '.join(pages[:_PAGES])}{', …' if len(pages) > _PAGES else ''}"
    if lines:
        return f"{('baris', 'line')[language]} {', '.join(lines[:_PAGES])}{', …' if len(lines) > _PAGES else ''}"
    return ", ".join(dict.fromkeys(p.table or "?" for p in places))
