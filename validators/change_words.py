"""Sentences that print both values of a change with its direction: "meningkat dari 80 pada tahun 2022 menjadi 84"."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from schemas.document import Document
from schemas.number import Form
from schemas.records import Klaim, KlaimKind
from validators.subjects import offset

_CHANGE = re.compile(
    r"""\b(?:(?P<naik>meningkat|naik|bertambah|(?:mengalami|terjadi|menunjukkan|ada(?:nya)?)\s+(?:kenaikan|peningkatan))
      | (?P<turun>menurun|turun|berkurang|(?:mengalami|terjadi|menunjukkan|ada(?:nya)?)\s+penurunan))
    (?:\s+(?:di\s?banding(?:kan)?|dari)\s+(?:dengan\s+)?tahun\s+(?:(?:19|20)\d\d|(?:yang\s+)?(?:lalu|sebelumnya)))?
    \s*,?\s+(?:(?:yaitu|yakni)\s+)?dari\s+(?:(?:semula|sebesar|nilai)\s+)?(?P<first>\d[\d.,]*(?<![.,]))(?P<one>\s*%)?
    (?P<between>\s*(?:\(?\s*(?:(?:pada|di|untuk)\s+)?tahun\s+(?P<before>(?:19|20)\d\d)\s*\)?)?\s*,?\s*)
    \b(?:menjadi|ke)\s+(?:(?:sebesar|nilai)\s+)?(?P<second>\d[\d.,]*(?<![.,]))(?P<two>\s*%)?
    (?P<after>\s*\(?\s*(?:(?:pada|di|untuk)\s+)?tahun\s+(?P<now>(?:19|20)\d\d))?""",
    re.I | re.X,
)
_RANKED = re.compile(r"(?i)\b(?:peringkat\w*|ranking|rangking|rank|urutan|posisi|level|tingkat\s+ke|juara)\b")
_DENIED = re.compile(r"(?i)\b(?:tidak|belum|bukan|tanpa|agar|supaya|diharapkan|jika|bila|apabila)\b[^,;.]{0,40}$")
_KINDS = (KlaimKind.PERCENT, KlaimKind.COUNT)


class Change(NamedTuple):
    """A change as it is printed: the word, the claim of the value before and of the one after it."""

    subject: str
    word: str
    rises: bool
    first: Klaim
    second: Klaim


def changes(document: Document) -> Iterator[Change]:
    """Every change between two values of one kind; a place in a ranking is none, since it improves downwards."""
    sentences: dict[str, list[Klaim]] = defaultdict(list)
    for klaim in document.klaim:
        if klaim.kind in _KINDS and klaim.value is not None:
            sentences[klaim.text].append(klaim)
    for text, claims in sentences.items():
        if len(claims) < 2:
            continue
        for hit in _CHANGE.finditer(text):
            lead = text[: hit.start()]
            if _RANKED.search(lead) or _DENIED.search(lead) or not _in_order(hit):
                continue
            pair = _at(claims, hit.start("first")), _at(claims, hit.start("second"))
            if pair[0] is not None and pair[1] is not None and _alike(pair[0], pair[1]):
                word = " ".join((hit["naik"] or hit["turun"]).split())
                yield Change(lead.strip(" -•*"), word, hit["naik"] is not None, pair[0], pair[1])


def _in_order(hit: re.Match[str]) -> bool:
    """Whether both values are of one sort and the earlier year, when both years are printed, comes first."""
    dated = hit["before"] is not None and hit["now"] is not None
    return bool(hit["one"]) == bool(hit["two"]) and not (dated and int(hit["before"]) >= int(hit["now"]))


def _at(claims: list[Klaim], start: int) -> Klaim | None:
    """The claim whose value is printed there: the first one, when the report repeats the sentence."""
    return next((k for k in claims if offset(k) == start), None)


def _alike(one: Klaim, two: Klaim) -> bool:
    """Whether the two values may be subtracted: of one kind, read beyond doubt, not of different things."""
    if one.kind is not two.kind or (one.noun and two.noun and one.noun != two.noun):
        return False
    values = [k.value for k in (one, two) if k.value is not None]
    return all(v.form is Form.NUMBER and v.value is not None and v.legible and not v.candidates for v in values)
