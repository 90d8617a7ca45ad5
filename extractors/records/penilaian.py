"""What a sentence says about its values: predicates and directions, tied to the value they judge."""

import re
from collections.abc import Sequence

from extractors.records.arah import find_arah
from extractors.records.bakal import Bakal
from extractors.records.kalimat import Paragraf
from extractors.records.predikat import PREDIKAT, Predikat, find_predikat
from extractors.records.subjek import measure, subject, year

_AHEAD, _BESIDE = 90, 30  # characters to the value after a predicate, to a count beside it
_LISTED = re.compile(
    rf"\s*(?:,|/|dan\b|serta\b|dan/atau\b)\s*(?:dan\s+)?(?:{PREDIKAT})\b", re.I
)  # "baik, cukup dan kurang"
_WHOLE = re.compile(r"\b(?:secara\s+(?:umum|keseluruhan)|pada\s+umumnya)\b", re.I)
_OF_ALL = re.compile(
    r"\b(?:rata\W{0,3}rata|rerata|keseluruhan|seluruh|semua|total|secara\s+umum|pada\s+umumnya)\b", re.I
)
_OPENING = re.compile(rf"^\W*(?P<label>{PREDIKAT})\b", re.I)
_AFTER_NOUN = re.compile(
    rf"\s*(?:(?:yang|dengan|tercapai|ber|dalam|secara)?\s*(?:kategori|tercapai|"
    rf"predikat)?\s+)?(?P<label>{PREDIKAT})\b",
    re.I,
)


def judged(
    index: int, part: Paragraf, span: tuple[int, int], local: list[Bakal], known: str, sasaran: str | None
) -> list[Bakal]:
    """The claims of a sentence with its predicates and directions added, in order."""
    start, stop = span
    sentence = part.text[start:stop]
    added: list[Bakal] = []

    def draft(kind: str, begin: int, end: int, near: Bakal | None) -> Bakal:
        new = Bakal(kind, index, start, stop, start + begin, start + end)
        new.place, new.order = part.place(start + begin), part.line_at(start + begin).order
        new.section, new.sasaran = part.section, sasaran
        if near:
            new.value, new.subject, new.measure, new.year = near.value, near.subject, near.measure, near.year
        else:
            new.subject = subject(sentence[:begin], "", known)
            said = measure(sentence[:begin])
            new.measure = said.name if said and said.name != "selisih" else None
            new.year = year(sentence, begin)
        return new

    if local:
        _count_labels(part.text, local)
    for predikat in find_predikat(sentence):
        if _LISTED.match(sentence, predikat.end):
            continue
        near = _near(local, start + predikat.start, start + predikat.end)
        if near and _of_the_whole(part.text, near, start + predikat.start):
            near = None
        if near and near.structural:
            near.label = near.label or predikat.label
            continue
        new = draft("predicate", predikat.start, predikat.end, near if _judgeable(near, predikat) else None)
        new.label = predikat.label
        added.append(new)
    for arah in find_arah(sentence):
        amount = next(
            (one for one in local if 0 <= one.start - (start + arah.end) <= 60 and one.measure == "selisih"), None
        )
        if amount:
            amount.base = amount.base or arah.base
            amount.label = amount.label or arah.label
            continue
        before = [one for one in local if one.end <= start + arah.start]
        new = draft("trend", arah.start, arah.end, before[-1] if before else None)
        new.label, new.base = arah.label, arah.base
        if before and before[-1].kind == "count":
            new.nilai = before[-1].nilai
        if new.value is not None or new.measure:
            added.append(new)
    return sorted([*local, *added], key=lambda one: one.start)


def _count_labels(text: str, local: Sequence[Bakal]) -> None:
    """Notes the predicate that stands beside a count, after it or at the opening of the sentence."""
    for one in local:
        if one.structural and one.nilai:
            word = one.nilai.noun.split(" ")[-1]
            noun = text.lower().find(word, one.start)
            found = _AFTER_NOUN.match(text, noun + len(word)) if noun >= 0 else None
            if found and not _LISTED.match(text, found.end()):
                one.label = " ".join(found["label"].lower().split())
    opening = _OPENING.match(text[local[0].sentence : local[0].stop])
    first = next((one for one in local if one.kind == "count" and one.structural), None)
    if opening and first and not first.label:
        first.label = " ".join(opening["label"].lower().split())


def _near(local: Sequence[Bakal], begin: int, end: int) -> Bakal | None:
    before = [one for one in local if one.end <= begin and begin - one.end <= 160]
    if before:
        return before[-1]
    after = next((one for one in local if one.start >= end and one.start - end <= _AHEAD), None)
    if after is None or (after.structural and after.start - end > _BESIDE):
        return None
    return after if after.structural or after.kind in ("percent", "measure") else None


def _of_the_whole(text: str, near: Bakal, predicate: int) -> bool:
    """True for "terendah 61,20 %, meskipun demikian secara umum baik": all are judged, not the value before it."""
    between = text[near.end : predicate]
    return bool(_WHOLE.search(between)) and not _OF_ALL.search(text[near.sentence : near.start])


def _judgeable(near: Bakal | None, predikat: Predikat) -> bool:
    """A predicate is said of a percentage or a measure, never of rupiah or of a number of things."""
    return near is not None and near.kind in ("percent", "measure") and near.measure != "selisih"
