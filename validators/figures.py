"""Which indicator or sasaran a figure in the running text speaks of."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from schemas.number import Form
from schemas.records import Klaim, KlaimKind
from validators.facts import REACHED, REALISED, TARGET, Fact, facts_of, matching
from validators.names import normal
from validators.subjects import Mention, Name, offset, subjects_of
from validators.view import View

_WORDS = 2  # a name of one word is a subject, not an indicator
_MEASURES = (TARGET, REALISED, REACHED)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_APART = re.compile(
    r"(?i)\b(?:program|kegiatan|sub kegiatan|anggaran|keuangan|serap\w*|fisik|output|nasional|kabupaten|"
    r"rata-?\s*rata\s+(?:nasional|provinsi)|masing-?masing|berturut-?turut|semester|tri ?wulan|bulan|realisasi pad)\b"
)
_PLANNED = re.compile(r"(?i)renstra|rpjmd|rencana strategis|jangka menengah|akhir (?:periode|tahun)|target akhir")
_ABOVE = re.compile(r"(?i)\btabel\s+(?:\d[\d.]*\s+)?(?:(?:tersebut\s+)?di\s?atas|tersebut)")
_REACH = 15  # lines and tables between a table and the sentence that points at it
_LINES = 4  # lines that one sentence fills
_GOAL = re.compile(r"(?i)\bsasaran\b")
_SHARED = re.compile(r"(?i)\b(?:kedua|ketiga|keempat|seluruh|semua|beberapa|kelima)\b")


class Figure(NamedTuple):
    """A figure of the text, the names it may speak of, what the tables print about them, and its year if it has one.

    ``between`` is what the sentence says from the name to the figure. ``planned`` is true when it speaks of the plan,
    ``judged`` when the sentence gives the figure a predicate: then it is a capaian, with or without the sign.
    """

    klaim: Klaim
    names: tuple[Name, ...]
    facts: tuple[Fact, ...]
    year: int | None
    between: str
    planned: bool
    others: tuple[Name, ...]
    judged: bool = False

    @property
    def percent(self) -> bool:
        """Whether it is a percentage, printed so or known by its predicate."""
        return self.klaim.kind is KlaimKind.PERCENT or (self.judged and self.klaim.measure == REACHED)

    @property
    def said(self) -> str:
        """The name as the table prints it."""
        return self.names[0].text


class Figures:
    """The figures of one document's text against its indicators."""

    def __init__(self, view: View) -> None:
        """``view`` is only read."""
        self.view = view
        self.subjects = subjects_of(view)

    @cached_property
    def all(self) -> tuple[Figure, ...]:
        """Every figure about target, realisation or capaian whose name is certain, in the order of the text."""
        return tuple(self._find())

    def _find(self) -> Iterator[Figure]:
        for klaim in self.view.document.klaim:
            value = klaim.value
            if klaim.kind not in (KlaimKind.PERCENT, KlaimKind.COUNT):
                continue
            if klaim.measure not in _MEASURES and not (klaim.measure is None and self._is_judged(klaim)):
                continue
            if value is None or not value.legible or value.form not in (Form.NUMBER, Form.BOUND):
                continue
            if value.value is None and value.form is Form.NUMBER:
                continue
            figure = self._resolve(klaim)
            if figure is not None and figure.facts:
                yield figure

    @cached_property
    def _predicates(self) -> set[tuple[str, str]]:
        claims = self.view.document.klaim
        return {(k.text, k.value.raw) for k in claims if k.kind is KlaimKind.PREDICATE and k.value is not None}

    def _is_judged(self, klaim: Klaim) -> bool:
        return klaim.value is not None and (klaim.text, klaim.value.raw) in self._predicates

    def _resolve(self, klaim: Klaim) -> Figure | None:
        at = offset(klaim)
        mentions = self.subjects.mentions(klaim.text)
        before = [m for m in mentions if 0 <= m.end <= at]
        heads: list[Mention] = []
        if before:
            last = max(m.start for m in before)
            heads = [m for m in before if m.start == last]
        names = tuple(m.name for m in heads if m.name.about != "anggaran" and len(m.name.words) >= _WORDS)
        if heads and not names:
            return None
        if names:
            between = klaim.text[max(m.end for m in heads) : at]
        elif _GOAL.search(klaim.subject) and klaim.sasaran:
            names = self.subjects.of(klaim.sasaran, "sasaran")
            between = klaim.text[: max(at, 0)]
            if any(m.name.about == "anggaran" for m in mentions):
                return None
        elif not mentions and _ABOVE.search(klaim.text[: max(at, 0)]):
            names = self.above(klaim)
            between = klaim.text[: max(at, 0)]
        else:
            return None
        if not names or _APART.search(between) or _SHARED.search(klaim.text[: max(at, 0)]):
            return None
        lead = klaim.text[: max(at, 0)]
        years = [int(y) for y in _YEAR.findall(lead)]
        year = years[-1] if years else None
        others = tuple(m.name for m in mentions if m.name not in names and m.name.about != "anggaran")
        planned = bool(_PLANNED.search(lead))
        facts = facts_of(self.view, (*names, *self._indicators(names)))
        return Figure(klaim, names, facts, year, between, planned, others, self._is_judged(klaim))

    def above(self, klaim: Klaim) -> tuple[Name, ...]:
        """The one indicator of the table that stands just above the claim; nothing when it has several."""
        near = [t for t in self.view.document.tables if 0 < klaim.order - t.order <= _REACH]
        if not near:
            return ()
        rows = self.view.indikator.get(max(near, key=lambda t: t.order).id, ())
        keys = {normal(r.indikator) for r in rows if not r.keluaran}
        return tuple(n for n in self.subjects.all if n.about == "indikator" and n.key in keys) if len(keys) == 1 else ()

    def _indicators(self, goals: tuple[Name, ...]) -> tuple[Name, ...]:
        """The indicators of a sasaran, so that tables which do not repeat the sasaran are read, too."""
        keys = {normal(r.indikator) for name in goals if name.about == "sasaran" for r in name.indikator}
        return tuple(n for n in self.subjects.all if n.about == "indikator" and n.key in keys)

    @cached_property
    def _by_text(self) -> dict[str, list[Figure]]:
        found: dict[str, list[Figure]] = defaultdict(list)
        for figure in self.all:
            found[figure.klaim.text].append(figure)
        return found

    def beside(self, figure: Figure) -> tuple[Figure, ...]:
        """The other figures that the same sentence prints about the same name, on whichever of its lines."""
        near = self._by_text.get(figure.klaim.text, [])
        return tuple(
            f
            for f in near
            if f is not figure and f.names == figure.names and abs(f.klaim.order - figure.klaim.order) <= _LINES
        )

    def year_of(self, figure: Figure) -> int | None:
        """The year that the sentence names, or the one that its other figures about the same name belong to."""
        if figure.year is not None:
            return figure.year
        years: set[int | None] = set()
        for other in self._by_text.get(figure.klaim.text, []):
            value = other.klaim.value
            if other is figure or other.names != figure.names or value is None or value.form is not Form.NUMBER:
                continue
            found = {f.year for m in _MEASURES for f in matching(value, other.facts, m)}
            if len(found) == 1:
                years |= found
        return years.pop() if len(years) == 1 else None


def figures_of(view: View) -> Figures:
    """The figures of a document, resolved once for all rules."""
    if "figures" not in view.memo:
        view.memo["figures"] = Figures(view)
    found: Figures = view.memo["figures"]
    return found
