"""Numbers of indicators above or below their target against the tables of measurement.

Apa yang diperiksa / What it does
    "4 indikator di atas target", "5 indikator yang realisasinya kurang dari target" dibandingkan dengan baris tabel
    pengukuran. Counts the rows above, at and below 100 per cent in every table of measurement of the reported year;
    the stated number differs only if no table and no reading fits.

Why it matters
    It is the first sentence of the executive summary.

How a reviewer verifies it
    Count the rows whose capaian is above (below) 100 per cent.

Known false alarms
    Sentences about one misi or one programme, and indicators whose capaian is not printed (they may go either way).
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator, Klaim, KlaimKind
from validators.rule import Rule
from validators.subjects import offset
from validators.tallies import above, measured, met, missed, number_of, reached, row_sets
from validators.view import View

_PART = re.compile(r"(?i)\bmisi\b|\bprogram\b|\bbidang\b|renstra|rpjmd|jangka menengah|provinsi|gubernur|nasional")
_OVER = re.compile(
    r"(?i)^[^.;,]{0,60}?(?:di ?atas|melebihi|melampaui|lebih (?:dari|besar|tinggi)(?: dari)?)\s+(?:\w+\s+){0,2}target"
)
_UNDER = re.compile(
    r"(?i)^[^.;,]{0,60}?(?:kurang dari|di ?bawah|(?:belum|tidak) (?:mencapai|memenuhi))\s+(?:\w+\s+){0,2}target"
)
_SHOWN = 12


def check(view: View) -> Iterator[Finding]:
    """One finding for each such count that no table fits."""
    seen: set[tuple[str, str]] = set()
    for klaim in view.document.klaim:
        count = number_of(klaim) if klaim.kind is KlaimKind.COUNT and klaim.noun == "indikator" else None
        at = offset(klaim)
        if count is None or at < 0 or klaim.value is None or _PART.search(klaim.text) or klaim.sasaran:
            continue
        tail = klaim.text[at + len(klaim.value.raw) :]
        over, under = _OVER.match(tail), _UNDER.match(tail)
        if bool(over) == bool(under) or (klaim.text, klaim.value.raw) in seen:
            continue
        seen.add((klaim.text, klaim.value.raw))
        sets = [rows for rows in row_sets(measured(view)) if len(rows) >= max(count, 2)]
        if sets and not any(count in _possible(rows, bool(over)) for rows in sets):
            yield _told(view, klaim, sets[0], bool(over))


def _possible(rows: tuple[Indikator, ...], over: bool) -> range:
    """From the rows that certainly fit to those that may fit by some reading."""
    open_rows = sum(reached(r) is None for r in rows)
    if over:
        return range(sum(above(r) for r in rows), sum(met(r) for r in rows) + open_rows + 1)
    return range(sum(missed(r) for r in rows), sum(missed(r) for r in rows) + open_rows + 1)


def _told(view: View, klaim: Klaim, rows: tuple[Indikator, ...], over: bool) -> Finding:
    assert klaim.value is not None
    fitting = [r for r in rows if (above(r) if over else missed(r))]
    cells = [r.capaian for r in (fitting or rows) if r.capaian is not None][:_SHOWN]
    return RULE.finding(
        Evidence.of(klaim.value),
        *(Evidence.of(cell) for cell in cells),
        printed=f"{klaim.value.raw} {klaim.noun}",
        expected=str(len(fitting)),
        computation=", ".join(r.capaian.raw for r in rows if r.capaian is not None)[:120],
        keys=(klaim.id,),
        way=("di atas target", "above target") if over else ("di bawah target", "below target"),
        table=view.caption(rows[0].table),
    )


RULE = Rule(
    code="D502",
    title_id="Banyaknya indikator di atas atau di bawah target tidak sesuai tabel",
    title_en="Count of indicators above or below target differs from the table",
    category=Category.COUNT,
    severity=Severity.ERROR,
    message_id="{place}: disebut {printed} {way}, tabel menunjukkan {expected} ({table})",
    message_en="{place}: the text says {printed} {way}, the table shows {expected} ({table})",
    check=check,
)
