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
    ("persentasi", "persentase"),
    ("presentase", "persentase"),
    ("presentasi", "persentase"),
    ("prosen", "persen"),
    ("ketentraman", "ketenteraman"),
    ("efektifitas", "efektivitas"),
    ("indicator", "indikator"),
    ("survey", "survei"),
    ("system", "sistem"),
    ("public", "publik"),
    ("propinsi", "provinsi"),
)
_SHORT_FORMS = {
    "dgn": "dengan",
    "jml": "jumlah",
    "kab": "kabupaten",
    "kec": "kecamatan",
    "prov": "provinsi",
    "rs": "rumah sakit",
    "rsu": "rumah sakit umum",
    "rsud": "rumah sakit umum daerah",
    "sdm": "sumber daya manusia",
    "thd": "terhadap",
    "yg": "yang",
}
"""Words that one table abbreviates and the other writes out."""
_SHORT_FORM = re.compile(rf"\b(?:{'|'.join(sorted(_SHORT_FORMS, key=len, reverse=True))})\b")
_DENIAL = re.compile(r"tidak|belum|bukan|tanpa|non")
_NO_DIGIT = re.compile(r"\D+")
_SURE = 93
_NEAR = 88
_CUT = 24


@lru_cache(maxsize=8192)
def normal(name: str) -> str:
    """Letters and digits of a name without numbering, level prefix, short forms and known misspellings."""
    text = _PREFIX.sub("", _NUMBERING.sub("", re.sub(r"<[^>]+>", " ", name)).casefold().strip())
    for odd, usual in _SPELLINGS:
        text = text.replace(odd, usual)
    return re.sub(r"[\W_]+", "", written_out(text))


def written_out(text: str) -> str:
    """A casefolded text with the usual short forms written out."""
    return _SHORT_FORM.sub(lambda found: _SHORT_FORMS[found.group()], text)


@lru_cache(maxsize=65536)
def same(a: str, b: str) -> bool:
    """Whether two normal names mean the same; digits and denials must be equal, a long name may be cut."""
    if a == b:
        return bool(a)
    if not a or not b or _digits(a) != _digits(b) or _denials(a) != _denials(b):
        return False
    short, long = sorted((a, b), key=len)
    if len(short) >= _CUT and long.startswith(short) and len(short) * 10 >= len(long) * 7:
        return True
    return min(len(a), len(b)) >= 8 and fuzz.ratio(a, b, score_cutoff=_SURE) >= _SURE


@lru_cache(maxsize=8192)
def _denials(name: str) -> int:
    return len(_DENIAL.findall(name))


@lru_cache(maxsize=8192)
def _digits(name: str) -> str:
    return _NO_DIGIT.sub("", name)


def clusters(names: Iterable[str]) -> dict[str, str]:
    """For each name the normal form of the first name that means the same.

    Of three spellings the middle one may be like both others: a name joins those it is like to any of, as long as it
    is not far from their first.
    """
    members: dict[str, list[tuple[str, str]]] = {}  # by their digits: names with others never mean the same
    found: dict[str, str] = {}
    for name in names:
        if name in found:
            continue
        key = normal(name)
        known = members.setdefault(_digits(key), [])
        size = len(key)
        near = [m for m in known if len(m[0]) * 7 <= size * 10 and size * 7 <= len(m[0]) * 10]  # others cannot be it
        heads = list(dict.fromkeys(head for member, head in near if same(member, key)))
        heads = heads[:1] + [h for h in heads[1:] if fuzz.ratio(heads[0], h) >= _NEAR]
        head = heads[0] if heads and fuzz.ratio(heads[0], key) >= _NEAR else key
        if (key, head) not in near:
            known.append((key, head))
        if len(heads) > 1 and head != key:  # this name joins what stood apart
            known[:] = [(member, head if own in heads else own) for member, own in known]
            found |= {other: head for other, own in found.items() if own in heads}
        found[name] = head
    return found
