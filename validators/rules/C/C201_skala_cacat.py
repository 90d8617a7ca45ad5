"""A scale with holes, overlaps or without a band for values that occur.

Apa yang diperiksa / What it does
    Skala yang rentangnya berlubang, tumpang tindih, atau tidak memuat nilai yang tercetak di laporan. Looks for values
    between two bands that belong to neither, for shared ends, and for printed capaian beyond the outermost bands. One
    finding for a scale.

Why it matters
    A value in a hole has no predicate, one on a shared end has two: the conclusion is a matter of taste.

How a reviewer verifies it
    Write the ends of the bands below each other.

Known false alarms
    Scales of whole numbers (76-90, 91-100) leave holes only for values with decimals; it is a note, not an error.
    Ends with decimals that follow each other (74,99 and 75,00) leave none.
"""

from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Band, Skala
from validators.rule import Rule
from validators.scales import CAPAIAN, holds
from validators.view import View
from validators.wording import show

_SHOWN = 8


def check(view: View) -> Iterator[Finding]:
    """One note for each defective scale."""
    for scale in view.document.skala:
        bands = sorted((b for b in scale.bands if b.low is not None or b.high is not None), key=_low)
        if len(bands) < 2:
            continue
        holes = [(a.high, b.low) for a, b in pairwise(bands) if _hole(a, b)]
        shared = [a.high for a, b in pairwise(bands) if _shared(a, b)]
        beyond = _beyond(view, scale, bands)
        if holes or shared or beyond:
            yield _told(scale, bands, holes, shared, beyond)


def _low(band: Band) -> Decimal:
    return band.low if band.low is not None else Decimal("-Infinity")


def _hole(under: Band, over: Band) -> bool:
    if under.high is None or over.low is None:
        return False
    if under.high == over.low:
        return under.high_open and over.low_open
    return over.low - under.high > _next(under.high, over.low, (under.high_open, over.low_open))


def _next(high: Decimal, low: Decimal, left_out: tuple[bool, bool]) -> Decimal:
    """How far two ends may lie apart: 74,99 and 75,00 leave no value of two decimals out, unless an end is open."""
    decimals = max(0, *(-int(end.as_tuple().exponent) for end in (high, low)))
    return Decimal(0) if decimals == 0 or any(left_out) else Decimal(1).scaleb(-decimals)


def _shared(under: Band, over: Band) -> bool:
    if under.high is None or over.low is None:
        return False
    return under.high > over.low or (under.high == over.low and not under.high_open and not over.low_open)


def _beyond(view: View, scale: Skala, bands: list[Band]) -> list[Decimal]:
    """Printed capaian above the highest band."""
    top, cap = bands[-1].high, view.document.aturan.cap
    if top is None or scale.about not in CAPAIAN or (cap is not None and cap <= top):
        return []
    values = [r.capaian.value for r in view.document.indikator if r.capaian is not None and not r.keluaran]
    return sorted({v for v in values if v is not None and v > top and not any(holds(b, v) for b in bands)})


def _told(
    scale: Skala,
    bands: list[Band],
    holes: list[tuple[Decimal | None, Decimal | None]],
    shared: list[Decimal | None],
    beyond: list[Decimal],
) -> Finding:
    parts_id, parts_en = [], []
    if holes:
        ends = [(show(a), show(b)) for a, b in holes if a is not None and b is not None]
        told = ", ".join(a if a == b else f"{a}–{b}" for a, b in ends)
        parts_id.append(f"celah {told}")
        parts_en.append(f"holes {told}")
    if shared:
        told = ", ".join(show(v) for v in shared if v is not None)
        parts_id.append(f"tumpang tindih di {told}")
        parts_en.append(f"overlaps at {told}")
    if beyond:
        parts_id.append(f"tidak ada rentang untuk {show(beyond[-1])}")
        parts_en.append(f"no band for {show(beyond[-1])}")
    return RULE.finding(
        *(Evidence.at(band.place, band.raw or band.label) for band in bands[:_SHOWN]),
        printed="; ".join(band.raw or band.label for band in bands)[:80],
        keys=(scale.id,),
        what=("; ".join(parts_id), "; ".join(parts_en)),
    )


RULE = Rule(
    code="C201",
    title_id="Skala predikat berlubang atau tumpang tindih",
    title_en="Scale with holes or overlaps",
    category=Category.STRUCTURE,
    severity=Severity.INFO,
    message_id="{place}: skala predikat: {what}",
    message_en="{place}: scale of predicates: {what}",
    check=check,
)
