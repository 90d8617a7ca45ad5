"""Stated changes and the two values they are said to lie between: "naik 5,88 % dari 17 menjadi 18"."""

import re
from collections.abc import Sequence

from extractors.records.bakal import Bakal
from schemas.table import Stage

_FROM = re.compile(r"\bdari\b(?:\s+[^\W\d]+){0,3}\s*$", re.I)
_AIMED = re.compile(r"(?:\W*target|rencana|diharapkan|direncanakan)\b", re.I)
_EXPLAINS = re.compile(r"(?:realisasi|capaian|hal\s+(?:ini|tersebut)|pada\s+tahun|tahun\s+\d|di\s?mana|nilai)\b", re.I)
_TO = re.compile(r"\b(?:menjadi|ke)\b(?:\s+[^\W\d]+){0,3}\s*$", re.I)


def tie_changes(drafts: Sequence[Bakal], text: str) -> None:
    """Points a stated change to the values before and after it that its paragraph prints.

    They are looked for in the sentence of the change, then one in it and one in the sentence before ("… 83 %. Turun
    8 % dari tahun 2022 yaitu 92 %"), then both in the sentence after ("… naik 5 %. Realisasi tahun 2015 …"). They must
    be of one kind (the same noun, or both percentages, measures or amounts) and told apart by their years or by
    "dari … menjadi …".
    """
    starts = sorted({one.sentence for one in drafts})
    for change in drafts:
        if change.measure != "selisih" or change.kind not in ("percent", "measure", "amount"):
            continue
        others = [one for one in drafts if one.sentence == change.sentence and one.measure == "selisih"]
        if len(others) > 1 or _AIMED.match(text[change.sentence : change.start].lstrip()):
            continue
        at = starts.index(change.sentence)
        own = [one for one in drafts if one.sentence == change.sentence and one is not change]
        before = [one for one in drafts if at and one.sentence == starts[at - 1]]
        after = [one for one in drafts if at + 1 < len(starts) and one.sentence == starts[at + 1]]
        pair = _pair(own, text) or _across(before, own) or (_pair(after, text) if _goes_on(after, text) else None)
        if pair:
            change.awal, change.akhir = pair


def _goes_on(after: Sequence[Bakal], text: str) -> bool:
    return bool(after and _EXPLAINS.match(text[after[0].sentence :].lstrip()))


def _across(before: Sequence[Bakal], own: Sequence[Bakal]) -> tuple[Bakal, Bakal] | None:
    """A percentage of each sentence, of the same measure and of different years."""
    for one in before:
        for two in own:
            same = one.kind == two.kind == "percent" and one.measure == two.measure and one.measure is not None
            if same and one.year and two.year and one.year != two.year:
                return (one, two) if one.year < two.year else (two, one)
    return None


def _pair(near: Sequence[Bakal], text: str) -> tuple[Bakal, Bakal] | None:
    alike: dict[tuple[str, str, str | None], list[Bakal]] = {}
    for one in near:
        counts = one.kind in ("percent", "measure", "amount", "count") and one.measure not in ("selisih", "target")
        if one.nilai is not None and counts:
            noun = one.nilai.noun if one.kind == "count" else ""
            alike.setdefault((one.kind, noun, one.measure if one.kind == "amount" else None), []).append(one)
    for pair in alike.values():
        if len(pair) != 2:
            continue
        one, two = pair
        if one.year and two.year and one.year != two.year:
            return (one, two) if one.year < two.year else (two, one)
        if two.stage is Stage.PERUBAHAN and one.stage is not Stage.PERUBAHAN:
            return one, two
        if _FROM.search(text[: one.start]) and _TO.search(text[one.end : two.start]):
            return one, two
    return None
