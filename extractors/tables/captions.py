"""Captions, numbers of tables, the sections they stand in, and lines that repeat on every page."""

import re
from collections import Counter, defaultdict
from functools import lru_cache

from extractors.tables.cells import plain
from schemas.reading import Line

_CAPTION = re.compile(
    r"^\W*(?:tabel|table|tabe1|tbl|daftar\s+tabel)\.?\s*(?:no\.?\s*)?([\dIVX]{1,4}(?:\s?[.\-]\s?\d{1,3}){0,3})?\b[.:]?",
    re.I,
)
_NUMBERED = re.compile(
    r"^\W*(?:tabel|table|tbl)\.?\s*(?:no\.?\s*)?([\dIVX]{1,4}(?:\s?[.\-]\s?\d{1,3}){0,3}\s?[a-z]?)\b", re.I
)
_REFERENCE = re.compile(
    r"\b(?:berikut|diatas|di atas|dibawah|di bawah|menunjukkan|dapat dilihat|dari tabel|pada tabel)\b", re.I
)
_POINTING = re.compile(r"^\W*[^\W\d]+(?:\s+(?:berikut|ini|di\s?bawah|sebagai))*\s*:\W*$", re.I)
"""The end of a sentence that leads to a table: "sasaran :", "tabel berikut :"."""
_SOURCE = re.compile(r"^\W*(?:sumber|keterangan|catatan|ket\b|\*)", re.I)
_SIGNED = re.compile(r"\bNIP\b|,\s*(?:S|M|A)\.?\s?[A-Z][a-z]{0,3}\b|\bPembina\b")
_HEADING = re.compile(
    r"^\W*(?:bab\s+[ivx\d]+|lampiran\b|[A-Z]\.(?:\d+\.?)*\s|\d{1,2}(?:\.\d{1,2})+\.?\s|[IVX]{1,5}\.\s|[a-h]\.\s+[A-Z])",
)
_TITLE_WORDS = re.compile(
    r"indikator|kinerja|perjanjian|rencana|anggaran|realisasi|sasaran|renstra|matriks|pengukuran|rekapitulasi|laporan|program|"
    r"capaian|target|evaluasi|formulir|skala",
    re.I,
)
_NAMED = re.compile(
    r"^\W*(?:lampiran\s*:?\s*)?(?:perubahan\s+)?(?:(?:perjanjian|penetapan|pengukuran)\s+kinerja|indikator\s+kinerja|"
    r"rencana\s+(?:kinerja|kerja|aksi|strategis)|realisasi|target|matriks)\b.*(?<!\d)(?:19|20)\d\d\W*$",
    re.I,
)
_ANNEX = re.compile(r"lampiran\b", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_ONLY_NUMBER = re.compile(r"^\W*(?:hal(?:aman)?\.?\s*)?\W*(?:\d{1,4}|[ivxlc]{1,7})\W*(?:\|\s*page|page)?\W*$", re.I)
_WORD = re.compile(r"\w")
_DOTS = re.compile(r"\.{4,}|(?:\. ){4,}|…{2,}")


def running(lines: tuple[Line, ...]) -> frozenset[str]:
    """Normalised texts of lines that repeat over pages at few heights: running titles and footers."""
    pages: dict[str, set[int]] = defaultdict(set)
    heights: dict[str, Counter[int]] = defaultdict(Counter)
    count = len({line.page for line in lines if line.page is not None})
    for line in lines:
        if line.page is None:
            continue
        key = _key(line.text)
        pages[key].add(line.page)
        if line.bbox is not None:
            heights[key][round(line.bbox[1] / 4)] += 1
    out = set()
    for key, seen in pages.items():
        if len(seen) < 3 or len(seen) * 20 < count or key.startswith("tabel"):
            continue
        common = sum(n for _, n in heights[key].most_common(4) if n >= 2)
        if not heights[key] or common * 10 >= heights[key].total() * 6:
            out.add(key)
    return frozenset(out)


@lru_cache(maxsize=16384)
def _key(text: str) -> str:
    return _DIGITS.sub("#", plain(text).lower())


def is_running(line: Line, known: frozenset[str]) -> bool:
    """True for a running title, a footer or a page number."""
    text = plain(line.text)
    if line.page is not None and (_ONLY_NUMBER.match(text) or _key(text) in known):
        return True
    return not _WORD.search(text)


def is_caption(text: str) -> bool:
    """True when a line opens a caption ("Tabel 3.1", "Tabel 3.1 Pengukuran …") and is not a sentence about a table."""
    text = plain(text)
    if _CAPTION.match(text) is None or _DOTS.search(text) or _POINTING.match(text):
        return False
    return not (_REFERENCE.search(text) and len(text) > 60) and len(text) <= 260


def is_heading(line: Line) -> bool:
    """True for a heading of a section."""
    return line.heading is not None or _opens_section(line.text)


@lru_cache(maxsize=16384)
def _opens_section(raw: str) -> bool:
    text = plain(raw)
    return len(text) <= 140 and _HEADING.match(text) is not None and not _DOTS.search(text)


def has_caption(before: list[Line]) -> bool:
    """True when the lines above a table end in its caption or in a title."""
    return _start(before) is not None or bool(_title(before))


def _start(before: list[Line]) -> int | None:
    """Where the caption begins that the lines above a table end in."""
    start = next((k for k in range(len(before) - 1, max(-1, len(before) - 7), -1) if is_caption(before[k].text)), None)
    return start if start is not None and _joins(before[start:]) else None


def caption_of(before: list[Line], after: list[Line], below: list[Line]) -> tuple[str, str | None, str]:
    """Caption, number and the sentence or heading just above a table.

    ``before`` holds the lines since the table above (running titles left out), ``after`` those just below, and
    ``below`` the caption where it stands below the table.
    """
    near = _sentence(before)
    start = _start(before)
    if start is not None:
        parts = [plain(line.text) for line in before[start:]]
        above = _sentence(before[:start])
        text = " ".join(parts)
        return text, _number(text), above
    title = _title(before)
    if title:
        return title, None, near
    if below:
        text = " ".join(plain(line.text) for line in below)
        return text, _number(text), near
    if after and is_caption(after[0].text) and _NUMBERED.match(plain(after[0].text)) and not before:
        text = plain(after[0].text)
        return text, _number(text), near
    return "", None, near


def _sentence(lines: list[Line]) -> str:
    """The sentence or heading that ends just above; on a page it is put together from its printed lines."""
    if not lines:
        return ""
    parts = [plain(lines[-1].text)]
    if lines[-1].page is None or is_heading(lines[-1]):
        return parts[0]
    for line in reversed(lines[-6:-1]):
        text = plain(line.text)
        if line.page != lines[-1].page or text.endswith((".", ":", ";")) or is_heading(line) or is_caption(text):
            break
        parts.append(text)
    return " ".join(reversed(parts))


def _joins(lines: list[Line]) -> bool:
    """True when the lines from a caption to the table are the caption itself, wrapped, and no paragraph."""
    if len(lines) > 6:
        return False
    return all(len(plain(line.text)) <= 160 and not _SOURCE.match(plain(line.text)) for line in lines[1:])


def _title(before: list[Line]) -> str:
    """A title in capitals or bold just above the table, without "Tabel"."""
    parts: list[str] = []
    for line in reversed(before[-5:]):
        text = plain(line.text)
        loud = text.isupper() or line.bold or line.heading is not None or line.text.strip().startswith("**")
        if not loud or len(text) > 160 or _SOURCE.match(text) or text.endswith((";", ",")) or _SIGNED.search(text):
            break
        parts.append(text)
        if _ANNEX.match(text):
            break  # what stands above belongs to the page before
    text = " ".join(reversed(parts))
    return text if _TITLE_WORDS.search(text) and not _POINTING.match(text) else ""


def plain_title(before: list[Line]) -> str:
    """A title that names its year, though nothing sets it apart: "Perjanjian Kinerja Tahun 2022", the agency's name.

    ``before`` holds the lines above the table on its page, running titles among them: an annex of many agreements
    prints the same title on page after page.
    """
    parts: list[str] = []
    for line in reversed(before[-4:]):
        text = plain(line.text)
        words = [w for w in text.split() if len(w) > 3 and w[0].isalpha()]
        if len(text) > 110 or not words or any(w[0].islower() for w in words) or text.endswith((".", ":", ";", ",")):
            return ""
        parts.append(text)
        if _NAMED.match(text):
            return " ".join(reversed(parts))
    return ""


def _number(text: str) -> str | None:
    match = _NUMBERED.match(text)
    return re.sub(r"\s", "", match.group(1)) if match else None


def section_of(lines: list[Line]) -> str:
    """The nearest headings above, outermost first."""
    found: list[str] = []
    best = 99
    for line in reversed(lines):
        if not is_heading(line):
            continue
        text = plain(line.text)
        level = line.heading if line.heading is not None else _level(text)
        if level < best:
            found.append(text)
            best = level
        if best <= 1 or len(found) >= 4:
            break
    return " / ".join(reversed(found))


def _level(text: str) -> int:
    if re.match(r"^\W*(?:bab|lampiran)\b", text, re.I):
        return 1
    if re.match(r"^\W*[A-Z]\.\s", text):
        return 2
    if re.match(r"^\W*[IVX]{1,5}\.\s", text):
        return 2
    match = re.match(r"^\W*(?:[A-Z]\.)?(\d{1,2}(?:\.\d{1,2})+)", text)
    return 2 + match.group(1).count(".") if match else 5
