"""The table of contents against the headings.

Apa yang diperiksa / What it does
    Membandingkan setiap entri daftar isi bernomor dengan judul bagian bernomor sama dalam bab yang sama. Compares
    every numbered entry of the table of contents with the heading of that number in that chapter, and looks for
    lettered sections that the contents do not list.

Why it matters
    A heading that says another thing than the contents, or another year, was changed in one place only.

How a reviewer verifies it
    Let the word processor make the contents anew.

Known false alarms
    Words that are added or left out and misspellings make one note for the whole document; headings that were not
    recognised are passed over, so a missing section is only told between two that were found.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.rule import Rule
from validators.view import View

_YEAR = re.compile(r"\b20\d\d\b")
_TOKEN = re.compile(r"[a-z]{3,}")
_CHAPTER = re.compile(r"^\W*BAB\b", re.I)
_SECTION = re.compile(r"[A-Z](?:\.\d{1,2})*|\d\.\d{1,2}(?:\.\d{1,2})*")
_SPELLING = 75.0
_ROMAN = {"1": "I", "2": "II", "3": "III", "4": "IV", "5": "V"}


class Part(NamedTuple):
    """A section with its chapter."""

    chapter: str
    number: str
    entry: Rujukan


def check(view: View) -> Iterator[Finding]:
    """Changed headings first, then a note on small differences, then sections that the contents lack."""
    contents = list(_parts(view, "toc"))
    headings: dict[tuple[str, str], Rujukan] = {}
    for part in _parts(view, "heading"):
        headings.setdefault((part.chapter, part.number), part.entry)
    small: list[tuple[Rujukan, Rujukan]] = []
    for part in contents:
        heading = headings.get((part.chapter, part.number))
        if heading is None:
            continue
        kind = _difference(part.entry.about, heading.about)
        if kind == "":
            continue
        if kind == "small":
            small.append((part.entry, heading))
            continue
        yield _finding(part, heading, Category.YEAR if kind == "year" else Category.STRUCTURE)
    if small:
        yield _note(small)
    yield from _unlisted(contents, headings)


def _parts(view: View, kind: str) -> Iterator[Part]:
    """The sections of the contents, or of the body, with the chapter that they stand in."""
    chapter = ""
    for one in view.document.rujukan:
        is_chapter = one.kind == "bab" if kind == "heading" else one.kind == "toc" and bool(_CHAPTER.match(one.text))
        if is_chapter:
            chapter = _ROMAN.get(one.value, one.value)
        elif one.kind == kind and chapter and _SECTION.fullmatch(one.value) and one.about:
            yield Part(chapter, one.value, one)


def _difference(listed: str, printed: str) -> str:
    """One of "year", "text" (a word stands in another's place), "small" (words added, misspelt), or nothing."""
    one, two = set(_YEAR.findall(listed)), set(_YEAR.findall(printed))
    if one and two and one != two:
        return "year"
    a, b = (_TOKEN.findall(text.casefold()) for text in (listed, printed))
    if not a or not b or a == b:
        return ""
    left = [w for w in a if not _found(w, b)]
    right = [w for w in b if not _found(w, a)]
    shared = len(a) - len(left)
    if left and right and shared >= len(left) and fuzz.ratio("".join(a), "".join(b)) < 100:
        return "text"
    return "small" if (left or right) and shared else ""


def _found(word: str, others: list[str]) -> bool:
    return word in "".join(others) or any(fuzz.ratio(word, other) >= _SPELLING for other in others)


def _finding(part: Part, heading: Rujukan, category: Category) -> Finding:
    return RULE.finding(
        Evidence.at(part.entry.place, part.entry.text),
        Evidence.at(heading.place, heading.text),
        printed=part.entry.about,
        expected=heading.about,
        category=category,
        number=part.number,
    )


def _note(small: list[tuple[Rujukan, Rujukan]]) -> Finding:
    listed, heading = small[0]
    return RULE.finding(
        *(Evidence.at(r.place, r.text) for pair in small for r in pair),
        printed=listed.about,
        expected=heading.about,
        severity=Severity.INFO,
        number=listed.value,
    )


def _unlisted(contents: list[Part], headings: dict[tuple[str, str], Rujukan]) -> Iterator[Finding]:
    """Lettered sections of a chapter beyond the last letter that the contents list for it."""
    for chapter in dict.fromkeys(part.chapter for part in contents):
        listed = [p for p in contents if p.chapter == chapter and len(p.number) == 1 and p.number.isalpha()]
        letters = {p.number for p in listed}
        found = {n for c, n in headings if c == chapter and len(n) == 1 and n.isalpha()}
        if len(listed) < 2 or not letters <= found:
            continue
        following = chr(ord(max(letters)) + 1)
        extra = headings.get((chapter, following))
        if extra is not None and extra.about.isupper():
            yield RULE.finding(
                Evidence.at(listed[-1].entry.place, listed[-1].entry.text),
                Evidence.at(extra.place, extra.text),
                printed=extra.about,
                message=_ABSENT,
                number=following,
                chapter=chapter,
            )


_ABSENT = (
    "{place}: bagian {number}. {printed} pada BAB {chapter} tidak ada dalam daftar isi",
    "{place}: section {number}. {printed} of chapter {chapter} is not in the table of contents",
)

RULE = Rule(
    code="G201",
    title_id="Daftar isi tidak sama dengan judul bagian",
    title_en="Table of contents and headings differ",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    message_id="{place}: daftar isi mencetak {number} “{printed}”, judulnya “{expected}”",
    message_en="{place}: the contents print {number} “{printed}”, the heading is “{expected}”",
    check=check,
)
