"""Targets, realisations and capaian in the text against the tables.

Apa yang diperiksa / What it does
    Target, realisasi, dan capaian yang disebut dalam kalimat tentang sebuah indikator atau sasaran dibandingkan
    dengan tabel. Compares figures of sentences with what the tables print for the indicator or sasaran that the
    sentence names. Rounded and cut forms, any stage, recomputed and capped values and means of a sasaran all agree.
    When nothing agrees, the reading that fits is named: the ratio to the end of the Renstra, another year, another
    column. A figure without a percent sign that no reading explains is told only when the sentence quotes target,
    realisation and capaian of one row and this figure alone is not the row's.

Why it matters
    The executive summary and the conclusions quote figures; one taken from another table turns 92 % into 90 % and
    nobody sees which of the two was agreed.

How a reviewer verifies it
    Open the table at the row named in the evidence, read the column of the year that the sentence speaks of.

Known false alarms
    A sentence about part of an indicator (one district, one quarter) that names the whole, and an indicator whose
    name is part of another one.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form
from validators import facts as known
from validators.facts import REACHED, REALISED, TARGET, Fact, matching
from validators.figures import Figure, Figures, figures_of
from validators.rule import Rule
from validators.view import View, operand

_LABEL = {TARGET: ("target", "target"), REALISED: ("realisasi", "realisation"), REACHED: ("capaian", "capaian")}
_FEW = 3
_FULL = Decimal(100)
_BREATH = 30  # characters between a name and its figure
_NEAR = (Decimal("0.2"), Decimal(5))
_LOW = Decimal("0.8")


class Cause(NamedTuple):
    """A reading that gives the figure, in both languages, with the cell that prints it."""

    text: tuple[str, str]
    fact: Fact | None


def check(view: View) -> Iterator[Finding]:
    """One finding for each figure that no reading of the tables gives."""
    figures = figures_of(view)
    for figure in figures.all:
        if figure.klaim.measure is None:
            continue
        if figure.klaim.value is not None and figure.klaim.value.form is Form.BOUND:
            yield from _bound(figure)
            continue
        year = figures.year_of(figure)
        if _agrees(view, figure, year):
            continue
        cause = _cause(figure, year)
        own = _own(figure, year) or _own(figure, None)
        if not own or not _comparable(figure, own) or _of_other_year(view, figure):
            continue
        if cause is None and not _plain(figure, own) and not _odd_one_out(figures, figure, own):
            continue
        if cause is not None and cause.fact is not None and cause.fact.measure != figure.klaim.measure == REACHED:
            now = (None, year or view.tahun)
            own = [f for f in figure.facts if f.measure == cause.fact.measure and f.year in now and not f.end] or own
        yield _told(figure, known.ranked(view, own), cause)


def _bound(figure: Figure) -> Iterator[Finding]:
    """A capaian said to be above 100 % while every table prints 100 or less."""
    value = figure.klaim.value
    own = [f for f in figure.facts if f.measure == REACHED and not f.end and f.cell.value is not None]
    if value is None or value.low is None or figure.klaim.measure != REACHED or not own or figure.others:
        return
    strict = ">" in value.raw and "=" not in value.raw and "≥" not in value.raw
    if strict and all(f.cell.value is not None and f.cell.value <= value.low for f in own):
        yield _told(figure, own, None)


def _own(figure: Figure, year: int | None) -> list[Fact]:
    measure = figure.klaim.measure
    return [f for f in figure.facts if f.measure == measure and not f.end and (year is None or f.year in (None, year))]


def _of_other_year(view: View, figure: Figure) -> bool:
    """Whether the sentence gives the figure to a year that is not reported on, and no table prints it for that year."""
    if figure.year in (None, view.tahun):
        return False
    return not any(f.year in (None, figure.year) for f in figure.facts if f.measure == figure.klaim.measure)


def _agrees(view: View, figure: Figure, year: int | None) -> bool:
    """Whether any legitimate reading of the tables gives the figure, or the sentence speaks of something else too."""
    value, measure = figure.klaim.value, figure.klaim.measure
    assert value is not None
    years = None if year is None else (None, year) if figure.year is not None else (None, year, view.tahun)
    if matching(value, [f for f in _whole(figure) if figure.planned or not f.end], measure or "", years):
        return True
    if any(known.same(value, f.cell) for f in known.facts_of(view, figure.others)):
        return True
    averages = known.means([f for f in figure.facts if not f.end], year)
    if figure.planned:
        averages += known.means([f for f in figure.facts if f.end], None)
    if any(known.equals(value, average) for average in averages):
        return True
    if known.of_the_whole(view, value, figure.facts):
        return True
    now = (None, year or view.tahun)
    if measure == REACHED:
        wanted = TARGET if "target" in figure.between[-30:].casefold() else REALISED
        printed = any(f.measure == REACHED and not f.end for f in _whole(figure))
        return (
            (not printed and known.recomputed(value, [f for f in figure.facts if not f.end], year))
            or known.capped(value, figure.facts, view.document.aturan.cap)
            or bool(matching(value, figure.facts, wanted, now))
        )
    return measure == REALISED and bool(matching(value, figure.facts, REACHED, now))


def _whole(figure: Figure) -> tuple[Fact, ...]:
    """The facts without those of detail rows, when the sentence says the name and the figure in one breath.

    A name that stands in several rows of one table and year is printed there in parts; where another table prints it
    once, that value is the whole.
    """
    if len(figure.between) > _BREATH:
        return figure.facts
    rows: dict[tuple[str, int | None, str], set[str]] = defaultdict(set)
    for fact in figure.facts:
        rows[fact.record.table, fact.year, fact.measure].add(fact.record.id)
    whole = [f for f in figure.facts if len(rows[f.record.table, f.year, f.measure]) == 1]
    known_once = {(f.measure, f.year) for f in whole}
    return tuple(f for f in figure.facts if f in whole or (f.measure, f.year) not in known_once)


def _cause(figure: Figure, year: int | None) -> Cause | None:
    value, measure = figure.klaim.value, figure.klaim.measure or ""
    assert value is not None
    end = next((f for f in figure.facts if f.end and f.measure == measure and known.same(value, f.cell)), None)
    if end is not None:
        if measure == REACHED:
            return Cause(
                (
                    "yang dikutip adalah rasio terhadap target akhir Renstra",
                    "what is quoted is the ratio to the target at the end of the Renstra",
                ),
                end,
            )
        return Cause(
            ("yang dikutip adalah angka akhir Renstra", "what is quoted is the figure of the Renstra's end"), end
        )
    if value.value == _FULL:
        return None
    for other in (measure, *(m for m in (REALISED, TARGET) if m != measure)):
        if {measure, other} == {REACHED, TARGET}:
            continue
        for fact in figure.facts:
            if fact.measure == other and known.same(value, fact.cell) and (other, fact.year) != (measure, year):
                if other == measure and fact not in _whole(figure):
                    return Cause(("angka satu baris rincian", "the figure of one detail row"), fact)
                label = _LABEL[other]
                when = f" {fact.year}" if fact.year is not None else ""
                return Cause((f"sama dengan {label[0]}{when}", f"equals the {label[1]}{when}"), fact)
    return None


def _comparable(figure: Figure, own: list[Fact]) -> bool:
    """A figure in another unit or of another size speaks of something else."""
    value = figure.klaim.value
    assert value is not None
    if figure.klaim.measure == REACHED and not figure.percent:
        return any(f.measure != REACHED and known.same(value, f.cell) for f in figure.facts)
    for fact in own:
        if fact.cell.value and value.value and _NEAR[0] <= abs(value.value / fact.cell.value) <= _NEAR[1]:
            return True
    return False


def _plain(figure: Figure, own: list[Fact]) -> bool:
    """Without a reading that explains it, only a percentage against one printed value is called different."""
    if not figure.percent or len({f.cell.value for f in own}) > _FEW:
        return False
    return figure.klaim.measure == REACHED or figure.year is not None


def _odd_one_out(figures: Figures, figure: Figure, own: list[Fact]) -> bool:
    """Whether the sentence quotes a whole row, target, realisasi and capaian, and this figure alone is not the row's.

    Two figures that agree with one row prove which row the sentence quotes; then the third needs no percent sign.
    """
    beside = figures.beside(figure)
    measures = sorted([figure.klaim.measure or "", *(f.klaim.measure or "" for f in beside)])
    if measures != sorted(_LABEL) or any(f.klaim.value is None for f in beside):
        return False
    cells = {f.cell.value for f in own}
    if len(cells) != 1:
        return False
    rows = {f.record.id for f in own}
    for other in beside:
        value, measure = other.klaim.value, other.klaim.measure
        assert value is not None
        rows &= {f.record.id for f in other.facts if f.measure == measure and not f.end and known.same(value, f.cell)}
    return bool(rows)


def _told(figure: Figure, own: list[Fact], cause: Cause | None) -> Finding:
    value = figure.klaim.value
    assert value is not None
    cells = list(dict.fromkeys(f.cell for f in own))[:_FEW]
    if cause is not None and cause.fact is not None:
        cells.append(cause.fact.cell)
    label = _LABEL[figure.klaim.measure or REACHED]
    texts = cause.text if cause else None
    return RULE.finding(
        Evidence.of(value),
        *(Evidence.of(cell) for cell in cells),
        expected=own[0].cell.raw,
        expected_value=own[0].cell.value,
        keys=(figure.klaim.id, *(operand(cell).key for cell in cells)),
        confidence=Decimal(1) if cause else _LOW,
        suggestion=(texts[0][:1].upper() + texts[0][1:], texts[1][:1].upper() + texts[1][1:]) if texts else None,
        label=(f"{label[0]} {figure.said}", f"{label[1]} of {figure.said}"),
        note=(f"({texts[0]})", f"({texts[1]})") if texts else ("", ""),
    )


RULE = Rule(
    code="D201",
    title_id="Angka kinerja dalam teks berbeda dengan tabel",
    title_en="Performance figure in the text differs from the table",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: {label} disebut {printed}, tabel {expected} {note}",
    message_en="{place}: {label} given as {printed}, table {expected} {note}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran III (kesesuaian isi laporan)",
)
