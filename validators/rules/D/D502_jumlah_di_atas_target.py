"""Numbers of indicators above or below their target against the tables of measurement.

Apa yang diperiksa / What it does
    "4 indikator di atas target", "5 indikator yang realisasinya kurang dari target", "12 dari 13 indikator capaiannya
    lebih dari 90%" dibandingkan dengan baris tabel pengukuran. Counts the rows above, at and below the target, or the
    percentage that the sentence names, in every table of measurement of the reported year; the stated number differs
    only if no table and no reading fits.

Why it matters
    It is the first sentence of the executive summary.

How a reviewer verifies it
    Count the rows whose capaian is above (below) 100 per cent, or the percentage named.

Known false alarms
    Sentences about one misi or one programme, and indicators whose capaian is not printed (they may go either way).
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator, Klaim, KlaimKind
from validators.rule import Rule
from validators.subjects import offset
from validators.tallies import measured, number_of, reached, row_sets
from validators.view import View
from validators.wording import show

_PART = re.compile(r"(?i)\bmisi\b|\bprogram\b|\bbidang\b|renstra|rpjmd|jangka menengah|provinsi|gubernur|nasional")
_MORE = r"(?:di ?atas|melebihi|melampaui|lebih (?:dari|besar|tinggi)(?: dari(?:pada)?)?|>)"
_LESS = r"(?:kurang dari|di ?bawah|lebih (?:rendah|kecil) dari(?:pada)?|<)"
_AIM = r"\s+(?:\w+\s+){0,2}(?:target|di(?:target|tetap|rencana)kan)"
_LINE = r"\s*(?P<line>\d{1,3}(?:,\d{1,2})?)\s*(?:%|persen\b)"
_OVER = re.compile(
    rf"(?i)^[^.;,]{{0,60}}?{_MORE}{_AIM}|^(?:\s+(?!belum|tidak|kurang)\w+){{0,3}}?\s+(?:mencapai|memenuhi)\s+target\b"
)
_UNDER = re.compile(rf"(?i)^[^.;,]{{0,60}}?(?:{_LESS}|(?:belum|tidak) (?:mencapai|memenuhi)){_AIM}")
_REACH = r"(?i)^[^.;,]{0,80}?capaian[^.;,]{0,40}?"
_OVER_LINE = re.compile(rf"{_REACH}{_MORE}{_LINE}")
_UNDER_LINE = re.compile(rf"{_REACH}{_LESS}{_LINE}")
_NEXT = re.compile(
    r"(?i)(?:\b(?:dan|serta|sedangkan|sementara)\s+|[,;]\s+)(?:(?:ada|terdapat|sebanyak|sisanya)\s+)*"
    r"\d+\s*(?:\([^)]*\)\s*)?(?:indikator|sasaran|iku)\b"
)
_WHOLE = re.compile(r"(?i)\bdari\s+(?:total\s+|sejumlah\s+|sebanyak\s+|ke\W?)?$")
_TARGET = Decimal(100)
_SHOWN = 12


class _Said(NamedTuple):
    """Which side of which line the counted indicators are said to lie on."""

    over: bool
    line: Decimal


def check(view: View) -> Iterator[Finding]:
    """One finding for each such count that no table fits."""
    seen: set[tuple[str, str]] = set()
    for klaim in view.document.klaim:
        count = number_of(klaim) if klaim.kind is KlaimKind.COUNT and klaim.noun == "indikator" else None
        said = _said(klaim) if count is not None else None
        if count is None or said is None or klaim.sasaran or _PART.search(klaim.text):
            continue
        if klaim.year not in (None, view.tahun) or klaim.value is None or (klaim.text, klaim.value.raw) in seen:
            continue
        seen.add((klaim.text, klaim.value.raw))
        sets = [rows for rows in row_sets(measured(view)) if len(rows) >= max(count, 2)]
        if sets and not any(count in _possible(rows, said) for rows in sets):
            yield _told(view, klaim, sets[0], said)


def _said(klaim: Klaim) -> _Said | None:
    """What a sentence says of the indicators that it counts; None of "dari 13 indikator", and where it says nothing."""
    at = offset(klaim)
    if at < 0 or klaim.value is None or _WHOLE.search(klaim.text[:at]):
        return None
    tail = _NEXT.split(klaim.text[at + len(klaim.value.raw) :], maxsplit=1)[0]  # the next count has its own words
    if bool(_OVER.match(tail)) != bool(_UNDER.match(tail)):
        return _Said(_OVER.match(tail) is not None, _TARGET)
    over, under = _OVER_LINE.match(tail), _UNDER_LINE.match(tail)
    found = over or under
    if found is None or (over and under):
        return None
    return _Said(over is not None, Decimal(found["line"].replace(",", ".")))


def _fits(record: Indikator, said: _Said, at: bool) -> bool:
    """Whether a row lies on the side that is said; ``at`` counts one on the line among those above it."""
    value = reached(record)
    if value is None:
        return False
    return (value >= said.line if at else value > said.line) if said.over else value < said.line


def _possible(rows: tuple[Indikator, ...], said: _Said) -> range:
    """From the rows that certainly fit to those that may fit by some reading."""
    open_rows = sum(reached(r) is None for r in rows)
    return range(sum(_fits(r, said, False) for r in rows), sum(_fits(r, said, True) for r in rows) + open_rows + 1)


def _told(view: View, klaim: Klaim, rows: tuple[Indikator, ...], said: _Said) -> Finding:
    assert klaim.value is not None
    fitting = [r for r in rows if _fits(r, said, False)]
    cells = [r.capaian for r in (fitting or rows) if r.capaian is not None][:_SHOWN]
    way = ("di atas", "above") if said.over else ("di bawah", "below")
    line = ("target", "target") if said.line == _TARGET else (f"{show(said.line)}%",) * 2
    return RULE.finding(
        Evidence.of(klaim.value),
        *(Evidence.of(cell) for cell in cells),
        printed=f"{klaim.value.raw} {klaim.noun}",
        expected=str(len(fitting)),
        computation=", ".join(r.capaian.raw for r in rows if r.capaian is not None)[:120],
        keys=(klaim.id,),
        way=(f"{way[0]} {line[0]}", f"{way[1]} {line[1]}"),
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
