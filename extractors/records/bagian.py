"""Headings, chapters and the table of contents: where in a report a line stands."""

import re
from functools import lru_cache
from typing import NamedTuple

from extractors.records.penanda import roman

_TOC = re.compile(r"(?:\.\s?){4,}\s*[\divxlIVXL]{0,6}\s*$|…{2,}\s*[\divxlIVXL]{0,6}\s*$|_{6,}\s*\d+\s*$")
_TOC_TABBED = re.compile(r"\S\t+\s*(?:[ivxl]{1,6}|\d{1,3})\s*$")
_BAB = re.compile(r"^P?BAB\s*\.?\s*(?P<number>[IVX]{1,4}|\d{1,2})\b\s*[.:–-]?\s*(?P<title>.{0,110})$", re.I)
_CAPTION = re.compile(
    r"^(?P<word>Tabel|Table|Gambar|Grafik|Bagan|Diagram)\.?\s*(?P<number>\d{1,3}(?:\s?[.\-]\s?\d{1,3}){0,2}|"
    r"[IVX]{1,4}(?:\s?[.\-]\s?\d{1,3})?)"
    r"\b(?P<after>\s*[.:\-–]?\s*)(?P<title>.*)$",
    re.I,
)
_CAPTION_VERB = re.compile(
    r"^(?:di\s?atas|di\s?bawah|tersebut|berikut|ini|menunjuk|memperlihat|dapat|di\s?ketahui|terlihat|menjelas|"
    r"menggambar|menyaji|dan|s\.?/?d|sampai|,|yaitu|adalah|terlampir|menampil|maka)",
    re.I,
)
_OUTLINE = re.compile(
    r"^(?P<number>[A-Z](?:\.\d{1,2}){1,3}|[A-Z]|\d{1,2}(?:\.\d{1,2}){1,3}|[IVX]{1,4}(?:\.\d{1,2}){1,3}|[IVX]{1,4})"
    r"(?:\.?\)?\s+|(?<=\d\.\d)\.?(?=[A-Z]))(?P<title>\S.{2,110})$"
)
_WORD = re.compile(r"[^\W\d]{4}")
_ITEM = re.compile(r"^(?P<number>\d{1,2}|[a-z])[.)]\s+(?P<title>\S.*)$")
_EXECUTIVE = re.compile(
    r"^(?:ikhtisar|iktisar|ringkasan|executive|excecutive|rangkuman)\s*(?:eksekutif|executive|summary|laporan)?\s*$",
    re.I,
)
_FRONT = re.compile(r"^(?:kata\s+(?:peng|se)\w+|pengantar|daftar\s+(?:isi|tabel|gambar|lampiran|grafik))\s*:?$", re.I)
_ANNEX = re.compile(r"^lampiran(?:\s*[-–:]?\s*lampiran|\s+(?:\d{1,2}|[IVX]{1,4}))?\s*[.:]?(?P<rest>.{0,90})$", re.I)
_TITLES = (
    ("bab4", re.compile(r"^p\s?e\s?n\s?u\s?t\s?u\s?p$", re.I)),
    ("bab3", re.compile(r"^akuntabilitas\s+kinerja\b.{0,30}$", re.I)),
    ("bab2", re.compile(r"^perencanaan\s+(?:dan\s+\w+\s+kinerja|kinerja|strategis)\b.{0,40}$", re.I)),
    ("bab1", re.compile(r"^(?:p\s?e\s?n\s?d\s?a\s?h\s?u\s?l\s?u?\s?a\s?n|pendahul\w+)$", re.I)),
)


class Heading(NamedTuple):
    """A heading: ``kind`` is bab, outline, front, ikhtisar or lampiran; ``section`` is set when it opens a part."""

    kind: str
    number: str
    title: str
    section: str | None = None


class Caption(NamedTuple):
    """The caption of a table or picture."""

    word: str
    number: str
    title: str


def is_toc(text: str, raw: str = "") -> bool:
    """Whether the line is an entry of a table of contents (dot leaders, or a tab and a page number)."""
    if ".." in text or ". ." in text or "…" in text or "__" in text:
        return bool(_TOC.search(text))
    return "\t" in raw and bool(_TOC_TABBED.search(raw))


def caption(text: str) -> Caption | None:
    """The caption that a clean line opens; a sentence that begins with "Tabel 3.1 menunjukkan" is none."""
    if text[:1] not in "TtGgBbDd":
        return None
    found = _CAPTION.match(text)
    if not found or _CAPTION_VERB.match(found["title"]):
        return None
    title = found["title"].strip()
    if len(title) > 40 and title[:1].islower() and "." not in found["after"] + found["number"]:
        return None
    number = re.sub(r"\s", "", found["number"])
    return Caption(found["word"].lower().replace("table", "tabel"), number, title)


def _loud(text: str) -> bool:
    letters = [c for c in text if c.isalpha()]
    return len(letters) > 1 and sum(c.isupper() for c in letters) >= 0.7 * len(letters)


def _titled(text: str) -> bool:
    words = re.findall(r"[^\W\d]{4,}", text)
    return bool(words) and sum(w[0].isupper() for w in words) >= 0.8 * len(words) and not text.endswith((".", ";", ","))


@lru_cache(maxsize=16384)
def heading(text: str, marked: bool = False, bold: bool = False) -> Heading | None:
    """The heading that a clean line is, None for running text.

    ``marked`` tells that the source itself marks a heading (Markdown), ``bold`` that the line is set in bold.
    """
    if not text or len(text) > 140:
        return None
    first = text[0]  # most lines are running text: the letter a heading begins with spares nearly all patterns
    chapter = _BAB.match(text) if first in "PpBb" else None
    if chapter and (not chapter["title"] or _loud(text) or _titled(chapter["title"])):
        number = chapter["number"]
        value = int(number) if number.isdigit() else roman(number)
        return Heading("bab", number, chapter["title"].strip(), f"bab{value}" if 1 <= value <= 9 else None)
    if first in "IiRrEe" and _EXECUTIVE.match(text):
        return Heading("ikhtisar", "", text, "ikhtisar")
    if first in "KkPpDd" and _FRONT.match(text):
        return Heading("front", "", text, "")
    annex = _ANNEX.match(text) if first in "Ll" else None
    if annex and (_loud(text) or marked or not annex["rest"].strip() or (annex["rest"][:1] in " .:" and bold)):
        return Heading("lampiran", "", text, "lampiran")
    outline = _OUTLINE.match(text) if "A" <= first <= "Z" or first.isdigit() else None
    title = outline["title"] if outline else text
    bare = title.strip(" .:")
    for section, pattern in _TITLES if bare[:1] in ("P", "p", "A", "a") else ():
        if pattern.match(bare) and (marked or bold or _loud(bare)):
            return Heading("bab", outline["number"] if outline else "", bare, section)
    if outline and (
        marked or _loud(title) or (bold and len(title) < 90) or (_titled(title) and "." in outline["number"])
    ):
        return Heading("outline", outline["number"], title.strip())
    if marked and len(text) < 100 and _WORD.search(text):
        item = _ITEM.match(text)
        return Heading("outline", item["number"] if item else "", item["title"] if item else text)
    return None
