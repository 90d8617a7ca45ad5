"""What an IKU formula divides by what, as words: "(A) / (B) × 100%", "A dibagi B", or two definitions."""

import re
from typing import NamedTuple

from schemas.records import Iku

_FRACTION = re.compile(r"\((?P<top>[^()]{3,400})\)\s*/\s*\((?P<bottom>[^()]{3,400})\)")
_INSIDE = re.compile(r"\((?P<top>[^()/]{3,400}?)\s*/\s*(?P<bottom>[^()/]{3,400}?)\)\s*[*×xX]?\s*100")
_DIVIDED = re.compile(
    r"(?P<top>.{3,400}?)[\s–—-]*\bdi\s?bagi\b[\s–—-]*(?P<bottom>.{3,400}?)"
    r"(?:\bdi\s?kali|[×xX]\s*100|$)",
    re.S,
)
_DEFINED = re.compile(r"(?:[∆Δ∑Σ�]\s*[^:∆Δ∑Σ�]{0,40}:)(?P<text>[^:∆Δ∑Σ�]{8,300})")
_LABEL = re.compile(r"(?:formulasi|rumus|penjelasan|perhitungan|kegiatan)[^:]{0,40}:\s*$", re.I)
_WORD = re.compile(r"[a-z]{2,}")
_EMPTY = re.compile(
    r"jumlah|total|semua|seluruh|yang|yg|dalam|satu|tahun|pada|di|se|dari|dan|atau|untuk|ini|adalah|per|dengan"
)


class Rumus(NamedTuple):
    """Numerator and denominator as printed; ``before`` is what stands before the fraction (a line broken off)."""

    top: str
    bottom: str
    before: str = ""


def fraction(row: Iku) -> Rumus | None:
    """The fraction of an IKU formula; None when there is none that can be told."""
    text = row.formulasi or ""
    if found := _FRACTION.search(text):
        before = text[: found.start()].strip()
        return Rumus(found["top"], found["bottom"], "" if _LABEL.search(before + " ") else before)
    if found := _INSIDE.search(text):
        return Rumus(found["top"], found["bottom"])
    if found := _DIVIDED.search(text):
        return Rumus(found["top"], found["bottom"])
    parts = [m["text"] for m in _DEFINED.finditer(text)]
    return Rumus(parts[0], parts[1]) if len(parts) == 2 else None


def words(text: str) -> frozenset[str]:
    """The telling words of a part of a formula."""
    return frozenset(word for word in _WORD.findall(text.casefold()) if not _EMPTY.fullmatch(word))
