"""When two printed names mean the same thing: spelling, spaces, numbering and cut ends do not count."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz

_NUMBERING = re.compile(r"^\s*(?:[ivxlc]+|[a-z]|\d+(?:\.\d+)*)\s*[.)]\s+", re.I)
_PREFIX = re.compile(
    r"^(?:indikator(?: kinerja)?|sasaran(?: strategis)?|program|sub ?kegiatan|kegiatan|iku)\s*\d*\s*[:.]?\s+(?=\S)",
    re.I,
)
_SPELLINGS = (
    ("prosentase", "persentase"),
    ("prosentasi", "persentase"),
    ("presentase", "persentase"),
    ("prosen", "persen"),
    ("ketentraman", "ketenteraman"),
    ("efektifitas", "efektivitas"),
    ("indicator", "indikator"),
    ("survey", "survei"),
    ("system", "sistem"),
    ("public", "publik"),
    ("propinsi", "provinsi"),
)
_NO_DIGIT = re.compile(r"\D+")
_SURE = 93
_CUT = 24


@lru_cache(maxsize=8192)
def normal(name: str) -> str:
    """Letters and digits of a name without numbering, level prefix and known misspellings."""
    text = _PREFIX.sub("", _NUMBERING.sub("", re.sub(r"<[^>]+>", " ", name)).casefold().strip())
    for odd, usual in _SPELLINGS:
        text = text.replace(odd, usual)
    return re.sub(r"[\W_]+", "", text)


@lru_cache(maxsize=65536)
def same(a: str, b: str) -> bool:
    """Whether two normal names mean the same; digits in them must be equal, a long name may be cut short."""
    if a == b:
        return bool(a)
    if not a or not b or _digits(a) != _digits(b):
        return False
    short, long = sorted((a, b), key=len)
    if len(short) >= _CUT and long.startswith(short) and len(short) * 10 >= len(long) * 7:
        return True
    return min(len(a), len(b)) >= 8 and fuzz.ratio(a, b, score_cutoff=_SURE) >= _SURE


@lru_cache(maxsize=8192)
def _digits(name: str) -> str:
    return _NO_DIGIT.sub("", name)


def clusters(names: Iterable[str]) -> dict[str, str]:
    """For each name the normal form of the first name that means the same."""
    heads: dict[str, list[str]] = {}  # by their digits: names with others never mean the same
    found: dict[str, str] = {}
    for name in names:
        if name in found:
            continue
        key = normal(name)
        known = heads.setdefault(_digits(key), [])
        size = len(key)
        near = (h for h in known if len(h) * 7 <= size * 10 and size * 7 <= len(h) * 10)  # no other can mean the same
        head = next((h for h in near if same(h, key)), None)
        if head is None:
            known.append(key)
            head = key
        found[name] = head
    return found
