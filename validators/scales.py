"""Which bands of a declared scale a value may be given.

A value inside a hole of the scale may take either neighbour, one on a shared end both bands, one beyond the outermost
band that band: only what no reading allows is a mismatch.
"""

import re
from collections.abc import Iterable
from decimal import Decimal

from schemas.records import Band, Indikator, Skala
from validators.view import View

_NOISE = re.compile(r"\([^)]*\)|[^a-z ]+")
_LETTERS = re.compile(r"^[A-D]{1,2}[+-]?$|^[A-Z]{1,2}$")
_TICK = re.compile(r"^[vV√✓✔☑xX\uf0fc\uf0d6]$")
CAPAIAN = ("capaian", "akip")


def plain(label: str) -> str:
    """A predicate in small letters, without brackets and signs."""
    return " ".join(_NOISE.sub(" ", label.casefold()).split())


def same_label(band: Band, label: str) -> bool:
    """Whether a predicate names a band, by its words or by its letter."""
    said = label.strip()
    if band.grade and said.casefold() == band.grade.strip().casefold():
        return True
    if _LETTERS.match(said):
        return said.casefold() == band.label.strip().casefold()
    return bool(plain(said)) and plain(said) == plain(band.label)


def knows(scale: Skala, label: str) -> bool:
    """Whether the scale has a band of that name."""
    return any(same_label(band, label) for band in scale.bands)


def holds(band: Band, value: Decimal) -> bool:
    """Whether a value lies in a band, its ends as declared."""
    above = band.low is None or value > band.low or (value == band.low and not band.low_open)
    below = band.high is None or value < band.high or (value == band.high and not band.high_open)
    return above and below


def allowed(scale: Skala, value: Decimal) -> tuple[Band, ...]:
    """The bands that a value may be given; empty when the scale has none with limits."""
    limited = [band for band in scale.bands if band.low is not None or band.high is not None]
    inside = tuple(band for band in limited if holds(band, value))
    if inside:
        return inside
    under = [band for band in limited if band.high is not None and band.high <= value]
    over = [band for band in limited if band.low is not None and band.low >= value]
    near = []
    if under:
        top = max(band.high for band in under if band.high is not None)
        near += [band for band in under if band.high == top]
    if over:
        bottom = min(band.low for band in over if band.low is not None)
        near += [band for band in over if band.low == bottom]
    return tuple(near)


def scales_of(view: View, about: Iterable[str] = CAPAIAN) -> tuple[Skala, ...]:
    """The scales that the document declares for a quantity, each with at least two bands."""
    wanted = tuple(about)
    return tuple(s for s in view.document.skala if s.about in wanted and len(s.bands) > 1)


def predicate_of(view: View, record: Indikator) -> str | None:
    """The predicate of a row; where a column for each predicate is ticked, the name above the tick."""
    if not record.predikat or not _TICK.match(record.predikat.strip()):
        return record.predikat
    table = view.tables.get(record.table)
    row = next((r for r in table.rows if r.index == record.row), None) if table else None
    if table is None or row is None:
        return None
    ticked = [c.index for c in table.columns if _TICK.match(row.text(c.index))]
    if len(ticked) != 1:
        return None
    above = [r.text(ticked[0]) for r in table.rows if r.index < row.index]
    names = [*reversed(above), table.columns[ticked[0]].label]
    return next((name for name in names if name and any(knows(scale, name) for scale in view.document.skala)), None)


def verdict(view: View, value: Decimal, label: str, about: Iterable[str] = CAPAIAN) -> tuple[Skala, Band] | None:
    """The scale that a predicate contradicts and the band that the value has there; None when nothing contradicts.

    Every scale of the document that knows the predicate must contradict it. A declared cap may be applied first.
    """
    told: tuple[Skala, Band] | None = None
    cap = view.document.aturan.cap
    for scale in scales_of(view, about):
        if not knows(scale, label):
            continue
        values = {value} if cap is None else {value, min(value, cap)}
        bands = [band for v in values for band in allowed(scale, v)]
        if not bands or any(same_label(band, label) for band in bands):
            return None
        told = told or (scale, bands[0])
    return told
