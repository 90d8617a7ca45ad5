"""Running lines: headings with their level, bold passages, list items."""

import re
from typing import NamedTuple

from extractors.text.cells import clean, is_bold

_HASHES = re.compile(r"^\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*$")
_TAGGED = re.compile(r"^\s*<h([1-6])\b[^<>]*>(.*)</h\1>\s*$", re.I)
_BAB = re.compile(r"^\W*BAB\s+(?:[IVXLC]+|[0-9]+)\b(?P<title>.*)$", re.I)
_FRONT = re.compile(
    r"^(?:KATA PENGANTAR|DAFTAR (?:ISI|TABEL|GAMBAR|LAMPIRAN)|(?:IKHTISAR|RINGKASAN) EKSEKUTIF"
    r"|LAMPIRAN(?: [IVXLC0-9]+)?)\W*$"
)
_LETTERED = re.compile(r"^[A-Z]\.\s+\S")
_NUMBERED = re.compile(r"^(?:[A-Z]|[0-9]{1,2})\.[0-9]{1,2}(?:\.[0-9]{1,2})*\.?\s+(?=[A-Z])")
_CAPTION = re.compile(r"^\W*(?:tabel|table|gambar|grafik|diagram|bagan|foto)\b", re.I)
_PERSON = re.compile(r"^\W*NIP\b|,\s*(?:S\.|M\.|Drs|Ir|SH|SE|MM|A\.)", re.I)
_RULE = re.compile(r"^\s*(?:[-*_=]\s*){3,}$")
_ITEM = re.compile(r"^\s*[-*+]\s+(?=\(?[0-9A-Za-z]{1,3}[.)]\s|[A-Za-z /]{1,40}(?:\*\*)?\s*:)")
_WORDS = 14  # a plain line with more words is a sentence, not a heading


class Text(NamedTuple):
    """One readable line. ``heading`` is its level from 1 (highest), None when it is no heading."""

    text: str
    heading: int | None = None
    bold: bool = False


class Bold(NamedTuple):
    """Whether a bold passage is open after a line. A blank line ends it."""

    open: bool = False
    line: int = 0

    def step(self, number: int, raw: str) -> tuple[bool, "Bold"]:
        """True when the whole line stands in a bold passage that reaches over its end or start; the next state."""
        was = self.open and number == self.line + 1
        odd = raw.count("**") % 2 == 1
        starts, ends = raw.lstrip("# \t>").startswith("**"), raw.rstrip().endswith("**")
        if was:
            return (not odd or ends), Bold(not odd, number)
        return (odd and starts), Bold(odd and starts, number)


def read_line(raw: str, bold: bool = False, above: Text | None = None, contents: bool = False) -> Text | None:
    """The readable text of one line, None when nothing is printed on it (blank, horizontal rule).

    ``bold`` is true inside a bold passage that began on an earlier line, ``above`` is the line before, ``contents``
    is true inside a list of contents, where nothing is a heading. Markdown's own list mark is left out before an
    enumeration ("- a. …") or a label ("- Tugas : …"), where the page prints none.
    """
    if not raw.strip() or _RULE.match(raw):
        return None
    hashes = _HASHES.match(raw) or _TAGGED.match(raw)
    body = hashes[2] if hashes else _ITEM.sub("", raw)
    bold = bold or is_bold(body)
    text = clean(body).replace("\n", " ")
    if not text:
        return None
    marked = (int(hashes[1]) if hashes[1].isdigit() else len(hashes[1])) if hashes else None
    level = None if contents else _level(text, marked, bold, above)
    return Text(text, level, bold or hashes is not None)


def _level(text: str, marked: int | None, bold: bool, above: Text | None) -> int | None:
    """The level by visible numbering first (chapter, letter, number), then by the source's own marks."""
    upper = text.upper() == text and any(c.isalpha() for c in text)
    if _CAPTION.match(text) or len(text) > 250 or len(text) < 3:
        return None
    set_off = marked is not None or bold or upper
    sentence = len(text.split()) > _WORDS or text.endswith((".", ";", ",", ":"))
    if _BAB.match(text) and (set_off or not sentence):
        return 1
    if _FRONT.match(text.upper()) and set_off:
        return 1
    if marked is None and (_PERSON.search(text) or text.endswith((",", ";")) or (sentence and not bold)):
        return None
    if _NUMBERED.match(text):
        return 4
    if _LETTERED.match(text) and set_off:
        return 3
    if set_off and above and _is_bare_chapter(above):
        return 2  # the title of the chapter stands below its number
    if marked is not None:
        return max(marked, 2) if above and above.heading == 1 else marked
    return 6 if bold else None


def _is_bare_chapter(line: Text) -> bool:
    """True for "BAB II" without its title."""
    found = _BAB.match(line.text)
    return found is not None and line.heading == 1 and not found["title"].strip(" .:-")
