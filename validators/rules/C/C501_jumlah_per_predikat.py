"""Numbers of indicators per predicate against the tables of measurement.

Apa yang diperiksa / What it does
    "3 indikator sangat memuaskan, 1 memuaskan" dibandingkan dengan predikat tiap baris menurut skala laporan. The
    number of indicators that a sentence gives for a predicate is held against the rows of every table of measurement
    of the reported year, judged by the report's own scale; it differs only if no table fits.

Why it matters
    The distribution over the predicates is how the year is summed up to the head of the agency.

How a reviewer verifies it
    Give each row of the table of measurement its predicate and count.

Known false alarms
    A sentence about one misi or one programme; it is left alone when it says so.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.records import Indikator, Klaim, KlaimKind, Skala
from validators.rule import Rule
from validators.scales import allowed, knows, same_label, scales_of
from validators.tallies import measured, number_of, reached, row_sets
from validators.view import View

_PART = re.compile(r"(?i)\bmisi\b|\bprogram\b|\bbidang\b|\bsasaran\s+(?:strategis\s+)?(?:\d|ke)")
_NEXT = re.compile(
    r"(?i)\s*(?:,|/|dan|serta)\s*(?:dan\s+)?(?:sangat|baik|tinggi|sedang|cukup|kurang|rendah|memuaskan)\b"
)
_SHOWN = 8


def check(view: View) -> Iterator[Finding]:
    """One finding for each sentence or list with counted predicates that no table fits."""
    groups = None
    failed: dict[str, list[tuple[Klaim, tuple[Indikator, ...], Skala]]] = defaultdict(list)
    for klaim in view.document.klaim:
        count = number_of(klaim) if klaim.kind is KlaimKind.COUNT and klaim.label else None
        if count is None or klaim.noun not in ("indikator", "sasaran") or _PART.search(klaim.text):
            continue
        scales = [s for s in scales_of(view) if knows(s, klaim.label or "")]
        if len(scales) != 1 or klaim.sasaran or klaim.role == "total" or _among_others(klaim):
            continue
        groups = groups if groups is not None else measured(view)
        whole = _whole(view, klaim)
        sets = [rows for rows in row_sets(groups) if _size_fits(rows, klaim, whole)]
        if not sets or any(least <= count <= most for least, most in _spans(view, scales[0], klaim, sets)):
            continue
        failed[klaim.list_id or klaim.id].append((klaim, max(sets, key=len), scales[0]))
    for cases in failed.values():
        yield _told(view, cases)


def _among_others(klaim: Klaim) -> bool:
    """A count of all, followed by the names of several predicates."""
    found = re.search(re.escape(klaim.label or ""), klaim.text, re.I)
    return found is not None and bool(_NEXT.match(klaim.text[found.end() :]))


def _whole(view: View, klaim: Klaim) -> int | None:
    """The total that the sentence or the list divides; of a list without a total the sum of its parts."""
    items = [k for k in view.lists.get(klaim.list_id or "", ()) if k.kind is KlaimKind.COUNT]
    stated = next((number_of(k) for k in items if k.role == "total"), None)
    parts = [number_of(k) or 0 for k in items if k.label and k.noun == klaim.noun]
    return stated if stated is not None or len(parts) < 2 else sum(parts)


def _size_fits(rows: tuple[Indikator, ...], klaim: Klaim, whole: int | None) -> bool:
    """Only a table of as many rows as the sentence divides can be meant; without a total one of at least that many."""
    size = len({r.sasaran for r in rows}) if klaim.noun == "sasaran" else len(rows)
    count = number_of(klaim) or 0
    return size == whole if whole is not None else size >= max(count, 2)


def _spans(view: View, scale: Skala, klaim: Klaim, sets: list[tuple[Indikator, ...]]) -> Iterator[tuple[int, int]]:
    """For each table the least and greatest number of rows that may have the predicate."""
    for rows in sets:
        sure, possible = _counts(view, scale, klaim.label or "", rows)
        yield sure, possible


def _counts(view: View, scale: Skala, label: str, rows: tuple[Indikator, ...]) -> tuple[int, int]:
    cap = view.document.aturan.cap
    sure = possible = 0
    for record in rows:
        value = reached(record)
        if value is None:
            possible += 1
            continue
        bands = [b for v in ({value} if cap is None else {value, min(value, cap)}) for b in allowed(scale, v)]
        hits = [same_label(band, label) for band in bands]
        sure += bool(hits) and all(hits)
        possible += any(hits)
    return sure, possible


def _told(view: View, cases: list[tuple[Klaim, tuple[Indikator, ...], Skala]]) -> Finding:
    """Told at the first count; the other counts of the same list are evidence."""
    _, rows, scale = cases[0]
    counted = [(k, k.value, _counts(view, scale, k.label or "", rows)[0]) for k, _, _ in cases if k.value is not None]
    cells: list[Printed] = [r.capaian for r in rows if r.capaian is not None][:_SHOWN]
    return RULE.finding(
        *(Evidence.of(value) for _, value, _ in counted),
        *(Evidence.of(cell) for cell in cells),
        printed="; ".join(f"{value.raw} {k.noun} {k.label}" for k, value, _ in counted),
        expected="; ".join(f"{number} {k.label}" for k, _, number in counted),
        keys=tuple(k.id for k, _, _ in counted),
        table=view.caption(rows[0].table).removeprefix("Tabel "),
    )


RULE = Rule(
    code="C501",
    title_id="Banyaknya indikator per predikat tidak sesuai tabel",
    title_en="Count of indicators per predicate differs from the table",
    category=Category.PREDICATE,
    severity=Severity.ERROR,
    message_id="{place}: disebut {printed}; menurut skala laporan, tabel {table} memuat {expected}",
    message_en="{place}: the text says {printed}; by the report's own scale table {table} has {expected}",
    check=check,
)
