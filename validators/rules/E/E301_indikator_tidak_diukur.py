"""Indicators that were promised but are not reported.

Apa yang diperiksa / What it does
    Membandingkan indikator IKU dan Perjanjian Kinerja dengan indikator yang diukur di Bab III, dan tabel IKU satu
    dengan yang lain. Compares the indicators of the IKU and of the agreement with those that are measured, and two
    IKU tables of one report with each other.

Why it matters
    What the head of the agency signed for must be reported; an indicator that is left out is usually one that failed.

How a reviewer verifies it
    Go through the agreement line by line and find the row of the measurement table.

Known false alarms
    Indicators of the tujuan, agreements of lower officials, and indicators under a short form. An agreement is
    compared only when most of its indicators are measured; an indicator counts as measured when anything of its
    sasaran is.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from itertools import pairwise

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Iku, Indikator, Jenis
from schemas.table import Kind
from validators.likeness import alike
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_MEASURED = frozenset(
    {
        Kind.PENGUKURAN_KINERJA,
        Kind.PERBANDINGAN_TAHUN,
        Kind.PERBANDINGAN_RENSTRA,
        Kind.PERBANDINGAN_NASIONAL,
        Kind.PERJANJIAN_KINERJA,
        Kind.EFISIENSI,
    }
)
_HALF = 2
_LONGEST = 3
_MUCH = 80.0
_ANYWHERE = frozenset(map(Decimal, (0, 1, 100)))  # targets that many indicators have


def check(view: View) -> Iterator[Finding]:
    """Agreements first, then the IKU against the measurement, then IKU against IKU."""
    if view.document.identity.jenis is not Jenis.LKIP:
        return
    measured = [r for r in view.document.indikator if not r.keluaran and _is_measured(view, r)]
    if not measured:
        return
    tables = {r.table for r in measured}
    yield from _agreements(view, measured, tables)
    yield from _iku(view, measured)
    yield from _two_iku(view)


def _is_measured(view: View, row: Indikator) -> bool:
    values = (row.realisasi, row.capaian)
    return view.tables[row.table].kind in _MEASURED and any(v is not None and v.value is not None for v in values)


def _agreements(view: View, measured: list[Indikator], tables: set[str]) -> Iterator[Finding]:
    told: set[str] = set()
    for table, rows in view.indikator.items():
        own = view.tables[table]
        if own.kind is not Kind.PERJANJIAN_KINERJA or table in tables or len(own.pages) > _LONGEST:
            continue
        by_name = {normal(r.indikator): r for r in reversed(rows) if not r.keluaran and r.target is not None}
        left = [r for r in by_name.values() if not any(alike(r.indikator, m.indikator) for m in measured)]
        if not left or len(left) * _HALF > len(by_name):
            continue
        for row in left:
            if row.sasaran and not any(alike(row.sasaran, m.sasaran or "") for m in measured):
                name = normal(row.indikator)
                if name in told:
                    continue
                told.add(name)
                other = _renamed(row, measured, rows)
                if other is None:
                    yield _finding([row], _AGREEMENT, Category.MISSING, row.indikator)
                else:
                    yield RULE.finding(
                        _evidence(row),
                        _evidence(other),
                        printed=row.indikator,
                        expected=other.indikator,
                        message=_RENAMED,
                        severity=Severity.INFO,
                        name=row.indikator,
                    )


def _renamed(row: Indikator, measured: Iterable[Indikator], promised: Iterable[Indikator]) -> Indikator | None:
    """The measured indicator that is certainly the promised one: same target, much the same sasaran, not promised."""
    value = row.target.value if row.target is not None else None
    if value is None or value in _ANYWHERE:
        return None
    goal = _squeezed(row.sasaran or "")
    return next(
        (
            m
            for m in measured
            if m.target is not None
            and m.target.value == value
            and fuzz.partial_ratio(goal, _squeezed(m.sasaran or "")) >= _MUCH
            and not any(alike(m.indikator, p.indikator) for p in promised)
        ),
        None,
    )


def _squeezed(text: str) -> str:
    """A name without spaces, so that "sumberdaya" and "sumber daya" are one."""
    return "".join(normal(text).split())


def _iku(view: View, measured: list[Indikator]) -> Iterator[Finding]:
    rows = view.document.iku
    left = [r for r in rows if not any(alike(r.indikator, m.indikator) for m in measured)]
    if not left or len(left) * _HALF > len(rows):
        return
    names = list(dict.fromkeys(r.indikator for r in left if r.indikator))
    targets = {
        normal(r.indikator): r for r in view.document.indikator if r.tahun == view.tahun and r.target is not None
    }
    planned = [targets[key] for name in names if (key := normal(name)) in targets]
    if names:
        yield _finding([*planned, *left], _IKU, Category.CROSS_TABLE, "; ".join(names), len(names))


def _two_iku(view: View) -> Iterator[Finding]:
    by_table: dict[str, list[Iku]] = defaultdict(list)
    for row in view.document.iku:
        by_table[row.table].append(row)
    tables = list(by_table.values())
    for first, second in pairwise(tables):
        if len(first) == len(second) or len({normal(r.indikator) for r in second}) < _HALF:
            continue
        more, fewer = (second, first) if len(second) > len(first) else (first, second)
        if sum(any(alike(r.indikator, o.indikator) for o in more) for r in fewer) < len(fewer):
            yield RULE.finding(
                *(_evidence(r) for r in (*fewer, *more)),
                printed=f"{len(fewer)} / {len(more)}",
                message=_TWO,
                severity=Severity.ERROR,
                few=str(len(fewer)),
                many=str(len(more)),
            )


def _finding(
    rows: Iterable[Indikator | Iku], message: tuple[str, str], category: Category, name: str, count: int = 1
) -> Finding:
    return RULE.finding(
        *(_evidence(row) for row in rows), printed=name, message=message, category=category, name=name, count=str(count)
    )


def _evidence(row: Indikator | Iku) -> Evidence:
    target = row.target.raw if isinstance(row, Indikator) and row.target is not None else ""
    raw = " ".join(filter(None, (row.nomor, row.indikator or row.sasaran, target)))
    return Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="indikator", raw=raw)


_AGREEMENT = (
    "{place}: indikator perjanjian kinerja “{name}” tidak diukur dalam laporan ini",
    "{place}: the agreement's indicator “{name}” is not measured in this report",
)
_RENAMED = (
    "{place}: indikator perjanjian kinerja “{name}” diukur dengan nama lain? Target sama: “{expected}”",
    "{place}: is the agreement's indicator “{name}” measured under another name? Same target: “{expected}”",
)
_IKU = ("{place}: {count} IKU tidak dilaporkan capaiannya: {name}", "{place}: {count} IKU are not reported on: {name}")
_TWO = (
    "{place}: satu tabel IKU memuat {few} indikator, tabel IKU lain {many} indikator yang berbeda",
    "{place}: one IKU table holds {few} indicators, the other one {many} different ones",
)

RULE = Rule(
    code="E301",
    title_id="Indikator yang dijanjikan tidak dilaporkan",
    title_en="Promised indicator is not reported",
    category=Category.CROSS_TABLE,
    severity=Severity.WARNING,
    message_id=_AGREEMENT[0],
    message_en=_AGREEMENT[1],
    legal_basis="PermenPANRB 53/2014 Lampiran II dan III",
    check=check,
)
