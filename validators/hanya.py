"""Sentences that single one indicator out by its direction: "hanya produksi buah-buahan saja yang naik".

They give no number, so the name must be certain: every word of the indicator is said, and what is said beside them
only tells what kind of thing it is.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from schemas.number import Place, Printed
from schemas.records import Rujukan
from validators.facts import REALISED, facts_of
from validators.passages import passages
from validators.subjects import Name, subjects_of
from validators.view import View

_ONLY = re.compile(
    r"(?i)\bhanya\s+(?P<name>[^.;:,]{3,90}?)\s+(?:saja\s+)?yang\s+(?:(?:mengalami|menunjukkan|menunjukan)\s+)?"
    r"(?:(?P<up>kenaikan|peningkatan|naik|meningkat)|(?P<down>penurunan|turun|menurun))\b"
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_BEFORE = re.compile(r"(?i)\btahun\s+(?:sebelumnya|lalu|kemarin)\b")
_COMPARED = re.compile(r"(?i)\b(?:di)?banding\w*|\bdari\s+tahun|\bterhadap\s+tahun")
_WORD = re.compile(r"[^\W\d_]+")
_KIND = frozenset(
    ("jumlah", "tingkat", "persentase", "nilai", "realisasi", "capaian", "indikator", "kinerja", "komoditas")
) | {"komoditi", "tanaman", "jenis", "bidang", "untuk", "pada", "dari", "dan"}
"""Words that a name may have more or less: they tell the kind of thing, not which one."""


class Only(NamedTuple):
    """Where it stands, the name it singles out, "naik" or "turun", and the year compared with."""

    place: Place
    text: str
    name: Name
    label: str
    before: int


def only_ones(view: View) -> Iterator[Only]:
    """Each such sentence that compares the reported year with one year before it."""
    if view.tahun is None:
        return
    text = passages(view)
    for line in view.document.lines:
        if "hanya" not in line.text.casefold():
            continue
        here = Rujukan(
            kind="hanya", text="hanya", value="", place=Place(page=line.page, line=line.line), order=line.order
        )
        sentence = text.sentence(here)
        found = _ONLY.search(sentence)
        before = _year_before(sentence, view.tahun)
        if found is None or before is None or found.group().casefold().count("hanya") > 1:
            continue
        names = _named(view, found["name"])
        if names is not None:
            yield Only(here.place, found.group(), names, "naik" if found["up"] else "turun", before)


def contrary(view: View, only: Only) -> list[Printed]:
    """The two values that contradict the direction; empty unless every table that prints both years does.

    Realisation of one table alone is compared: another one may count from the start of the plan.
    """
    tables: dict[str, dict[int | None, list[Printed]]] = defaultdict(lambda: defaultdict(list))
    for fact in facts_of(view, (only.name,)):
        if fact.measure == REALISED and not fact.end:
            tables[fact.record.table][fact.year].append(fact.cell)
    told: list[Printed] = []
    for years in tables.values():
        now, then = years.get(view.tahun, []), years.get(only.before, [])
        if not now or not then:
            continue
        if len(now) > 1 or len(then) > 1 or now[0].value is None or then[0].value is None:
            return []
        rises = now[0].value > then[0].value
        if now[0].value == then[0].value or rises is (only.label == "naik"):
            return []
        told = told or [then[0], now[0]]
    return told


def _year_before(sentence: str, tahun: int) -> int | None:
    if not _COMPARED.search(sentence):
        return None
    years = {int(year) for year in _YEAR.findall(sentence)} - {tahun}
    if _BEFORE.search(sentence):
        years.add(tahun - 1)
    return years.pop() if len(years) == 1 and max(years) < tahun else None


def _named(view: View, said: str) -> Name | None:
    """The one indicator that the words say; None when they say none, or several."""
    key = _key(said)
    if not key:
        return None
    found = [name for name in subjects_of(view).all if name.about == "indikator" and _key(name.text) == key]
    if not found:
        return None
    records = tuple(dict.fromkeys(record for name in found for record in name.indikator))
    return found[0]._replace(indikator=records)


def _key(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold())) - _KIND
