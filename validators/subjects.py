"""Names that the tables of a document print, and where the running text mentions them.

A mention is a stretch of a sentence that says the name of an indicator, a sasaran or a budget row, through spelling
variants, added or missing small words and numbers that interrupt it. Every name is indexed once by its words; a
sentence is searched once and remembered.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from rapidfuzz import fuzz

from schemas.records import Anggaran, Indikator, Klaim
from validators import names
from validators.view import View

_WORD = re.compile(r"[^\W_]+")
_NO_DIGIT = re.compile(r"\D+")
_AMOUNT = re.compile(r"(?i)\brp\.?\s*[\d.,]+(?:-+)?|\b\d[\d.,]*(?:\s*%|,-+)|\b(?:apb[dn](?:-?p)?|dak|dau)\b")
_SMALL = frozenset(
    [
        "dan",
        "di",
        "ke",
        "dari",
        "yang",
        "untuk",
        "dengan",
        "pada",
        "atau",
        "serta",
        "dalam",
        "oleh",
        "bagi",
        "terhadap",
        "the",
        "of",
        "a",
    ]
)
_LEAD = re.compile(
    r"(?i)^\s*(?:(?:[ivxlc]+|[a-z]|[\d.]+)\s*[.)]\s*)?"
    r"(?:(?:indikator(?:\s+kinerja)?|sasaran(?:\s+strategis)?|program|sub\s*kegiatan|kegiatan|iku)\s*\d*\s*[:.]?\s+)*(?=\S)"
)
_SPELLINGS = (
    ("prosentase", "persentase"),
    ("prosentasi", "persentase"),
    ("presentase", "persentase"),
    ("ketentraman", "ketenteraman"),
    ("efektifitas", "efektivitas"),
    ("indicator", "indikator"),
    ("survey", "survei"),
    ("system", "sistem"),
    ("public", "publik"),
    ("fasilitasi", "fasilitas"),
)
_SURE = 88.0
_COVER = 0.6
_MIN = 10
_PARTS = 2
_TIE = 4.0  # points of likeness between two readings of one stretch


class Name(NamedTuple):
    """A printed name in its words, with the records that carry it. ``about`` is indikator, sasaran or anggaran."""

    text: str
    about: str
    words: tuple[str, ...]
    key: str
    indikator: tuple[Indikator, ...] = ()
    anggaran: tuple[Anggaran, ...] = ()


class Mention(NamedTuple):
    """A name found in a text between two offsets, with its likeness (0 to 100)."""

    start: int
    end: int
    score: float
    name: Name


class Subjects:
    """The names of one document. ``outputs`` of sub kegiatan are no indicators here."""

    def __init__(self, view: View) -> None:
        """``view`` is only read."""
        self.view = view
        self._seen: dict[str, tuple[Mention, ...]] = {}

    @cached_property
    def all(self) -> tuple[Name, ...]:
        """Every name once for each kind of thing that it names."""
        indicators: dict[str, list[Indikator]] = defaultdict(list)
        goals: dict[str, list[Indikator]] = defaultdict(list)
        budgets: dict[str, list[Anggaran]] = defaultdict(list)
        shown: dict[str, str] = {}
        for record in self.view.document.indikator:
            if record.keluaran:
                continue
            for name, found in ((record.indikator, indicators), (record.sasaran, goals)):
                key = names.normal(name or "")
                if name and len(key) >= _MIN // 2:
                    found[key].append(record)
                    shown.setdefault(key, name)
        for row in self.view.document.anggaran:
            key = names.normal(row.uraian)
            if len(key) >= _MIN // 2 and row.tingkat != "total":
                budgets[key].append(row)
                shown.setdefault(key, row.uraian)
        made = [Name(shown[k], "indikator", words(shown[k]), k, indikator=tuple(v)) for k, v in indicators.items()]
        made += [Name(shown[k], "sasaran", words(shown[k]), k, indikator=tuple(v)) for k, v in goals.items()]
        made += [Name(shown[k], "anggaran", words(shown[k]), k, anggaran=tuple(v)) for k, v in budgets.items()]
        return tuple(made)

    @cached_property
    def _posting(self) -> dict[str, tuple[int, ...]]:
        found: dict[str, list[int]] = defaultdict(list)
        for at, name in enumerate(self.all):
            for word in set(name.words) - _SMALL:
                found[word].append(at)
        return {word: tuple(at) for word, at in found.items()}

    @cached_property
    def _sizes(self) -> list[int]:
        """The letters of each name's own words."""
        return [sum(map(len, set(name.words) - _SMALL)) for name in self.all]

    def mentions(self, text: str) -> tuple[Mention, ...]:
        """What the text names, in the order of the text; a name inside a longer one is no mention of its own."""
        if text not in self._seen:
            self._seen[text] = self._find(text)
        return self._seen[text]

    def _find(self, text: str) -> tuple[Mention, ...]:
        plain = _AMOUNT.sub(lambda m: " " * len(m.group()), text)
        spots = [(m.start(), m.end(), _usual(m.group())) for m in _WORD.finditer(plain)]
        digits = [_NO_DIGIT.sub("", word) for _, _, word in spots]
        present = {word for _, _, word in spots}
        weight: dict[int, int] = defaultdict(int)
        for word in present:
            for at in self._posting.get(word, ()):
                weight[at] += len(word)
        found = []
        for at, got in weight.items():
            name = self.all[at]
            if got < self._sizes[at] * _COVER or len(name.key) < _MIN:
                continue
            mention = _locate(name, spots, digits)
            if mention is not None:
                found.append(mention)
        return _longest(found)

    def of(self, phrase: str, about: str) -> tuple[Name, ...]:
        """The names of one kind that a whole phrase says."""
        return tuple(m.name for m in self.mentions(phrase) if m.name.about == about)


def subjects_of(view: View) -> Subjects:
    """The names of a document, indexed once for all rules."""
    if "subjects" not in view.memo:
        view.memo["subjects"] = Subjects(view)
    found: Subjects = view.memo["subjects"]
    return found


def words(name: str) -> tuple[str, ...]:
    """The words of a name without numbering, level prefix and spelling variants."""
    return tuple(_usual(w) for w in _WORD.findall(_LEAD.sub("", name)))


@lru_cache(maxsize=16384)
def _usual(word: str) -> str:
    word = word.casefold()
    for odd, usual in _SPELLINGS:
        word = word.replace(odd, usual)
    return word


def _locate(name: Name, spots: Sequence[tuple[int, int, str]], printed: Sequence[str]) -> Mention | None:
    """The window of the text most like the name; ``printed`` are the digits of each word of the text."""
    size = len(name.words)
    joined = "".join(name.words)
    digits = _NO_DIGIT.sub("", joined)
    starts: set[int] = set()
    index: dict[str, int] = {}
    for at, word in enumerate(name.words):
        index.setdefault(word, at)
    for place, (_, _, word) in enumerate(spots):
        if word in index and word not in _SMALL:
            starts.update((place - index[word], place - index[word] + 1, place - index[word] - 1))
    best: Mention | None = None
    for start in sorted(starts):
        low = max(0, start)
        for length in (size, size - 1, size + 1):
            window = spots[low : low + length]
            if not window or length < 1 or digits != "".join(printed[low : low + length]):
                continue
            said = "".join([word for _, _, word in window])
            score = 100.0 if said == joined else fuzz.ratio(said, joined, score_cutoff=_SURE)
            if score and (best is None or score > best.score):
                best = Mention(window[0][0], window[-1][1], score, name)
    if best is None or (len(joined) < 2 * _MIN and best.score < 93) or (size < _PARTS and best.score < 100):
        return None
    return best


def _longest(found: Iterable[Mention]) -> tuple[Mention, ...]:
    """Longest first; of those that overlap only equals of the longest stay (the same words name several things)."""
    kept: list[Mention] = []
    for mention in sorted(found, key=lambda m: (-len(m.name.key), -m.score)):
        over = [k for k in kept if mention.start < k.end and k.start < mention.end]
        if all(len(k.name.key) * 0.9 <= len(mention.name.key) and k.score - mention.score <= _TIE for k in over):
            kept.append(mention)
    return tuple(sorted(kept, key=lambda m: (m.start, m.end)))


def offset(klaim: Klaim) -> int:
    """Where the value of a claim stands in its sentence, not inside a longer number; -1 when it is not printed there.

    Claims of one sentence that print the same number share its first place.
    """
    raw = klaim.value.raw if klaim.value is not None else ""
    at = klaim.text.find(raw) if raw else -1
    while at >= 0:
        before, after = klaim.text[at - 1 : at] if at else "", klaim.text[at + len(raw) : at + len(raw) + 1]
        if not (before.isalnum() and raw[0].isalnum()) and not (after.isdigit() and raw[-1].isdigit()):
            return at
        at = klaim.text.find(raw, at + 1)
    return -1
