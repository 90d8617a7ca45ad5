"""Indicators and budget lines matched between documents."""

import re
from collections.abc import Iterable
from functools import lru_cache

from rapidfuzz import fuzz, process

SAME = 92.0
_NOISE = re.compile(r"[^a-z0-9]+")
_SPELLINGS = (
    ("prosentase", "persentase"),
    ("presentase", "persentase"),
    ("survey", "survei"),
    ("efektifitas", "efektivitas"),
)
_PREFIX = re.compile(r"^(program|kegiatan|sub kegiatan)( program)? ")


@lru_cache(maxsize=100_000)
def plain(name: str) -> str:
    """Letters and digits only, usual spelling variants made one, "Program" before a programme's name dropped."""
    text = _NOISE.sub(" ", name.casefold()).strip()
    for variant, usual in _SPELLINGS:
        text = text.replace(variant, usual)
    return _PREFIX.sub("", text)


def nearest(name: str, others: Iterable[str]) -> str | None:
    """The one of ``others`` (plain names) that means the same as ``name`` (plain), None when none or two do.

    Digits must be equal: "triwulan 1" and "triwulan 2" are two things.
    """
    listed = list(others)
    if name in listed:
        return name
    found = process.extract(name, listed, scorer=fuzz.token_sort_ratio, score_cutoff=SAME, limit=2)
    if not found or (len(found) > 1 and found[0][1] == found[1][1]):
        return None
    best = found[0][0]
    return best if _digits(best) == _digits(name) else None


def _digits(text: str) -> list[str]:
    return re.findall(r"\d+", text)
