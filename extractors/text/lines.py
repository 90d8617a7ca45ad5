"""Running lines: headings with their level, bold lines, list items, formulas and figures."""

import re
from typing import NamedTuple

from extractors.text.cells import clean, is_bold

_HASHES = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_BAB = re.compile(r"^\W*BAB\s+(?:[IVXLC]+|[0-9]+)\b", re.I)
_FRONT = re.compile(
    r"^(?:KATA PENGANTAR|DAFTAR (?:ISI|TABEL|GAMBAR|LAMPIRAN)|IKHTISAR EKSEKUTIF|RINGKASAN EKSEKUTIF|LAMPIRAN(?: [IVXLC0-9]+)?|"
    r"PENDAHULUAN|PENUTUP)\W*$"
)
_LETTERED = re.compile(r"^[A-Z]\.\s+\S")
_NUMBERED = re.compile(r"^(?:[A-Z]\.|[0-9]{1,2}\.)(?:[0-9]{1,2}\.?)+\s+\S")
_CAPTION = re.compile(r"^\W*(?:tabel|table|gambar|grafik|diagram|bagan|foto)\b", re.I)
_PERSON = re.compile(r"^\W*NIP\b|,\s*(?:S\.|M\.|Drs|Ir|S1|A\.)", re.I)
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_ITEM = re.compile(r"^\s*[-*+]\s+(?=\(?[0-9A-Za-z]{1,3}[.)]\s|[^:]{1,40}\s*:)")


class Text(NamedTuple):
    """One readable line. ``heading`` is its level from 1 (highest), None when it is no heading."""

    text: str
    heading: int | None = None
    bold: bool = False


def read_line(raw: str, bold: bool = False) -> Text | None:
    """The readable text of one line, None when nothing is printed on it (blank, horizontal rule).

    ``bold`` is true inside a bold passage that began on an earlier line. Markdown's own list mark is left out
    before an enumeration ("- a. …") or a label ("- Tugas : …"), where the page prints none.
    """
    if not raw.strip() or _RULE.match(raw):
        return None
    hashes = _HASHES.match(raw)
    body = hashes[2] if hashes else _ITEM.sub("", raw)
    bold = bold or is_bold(body)
    text = clean(body)
    if not text:
        return None
    level = _level(text, len(hashes[1]) if hashes else None, bold)
    return Text(text.replace("\n", " "), level, bold or hashes is not None)


def _level(text: str, hashes: int | None, bold: bool) -> int | None:
    """The level by visible numbering first (chapter, letter, number), then by the source's own marks."""
    short = len(text) <= 200 and not text.endswith((";", ","))
    upper = text.upper() == text
    if hashes is None and not bold and not (short and upper):
        return None
    if _CAPTION.match(text) or (hashes is None and (_PERSON.search(text) or not short)):
        return None
    if _BAB.match(text) or (_FRONT.match(text.upper()) and not _FRONT.match("PENDAHULUAN") is None and upper):
        return 1
    marked = hashes is not None or bold
    if _NUMBERED.match(text):
        return 4 if marked or upper else None
    if _LETTERED.match(text):
        return 3 if marked or upper else None
    if hashes is not None:
        return hashes
    return 6 if bold else None
