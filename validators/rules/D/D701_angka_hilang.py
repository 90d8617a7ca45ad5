"""A sentence that lost its number.

Apa yang diperiksa / What it does
    "Sebesar tahun 2023", "sisa anggaran sebesar Rp (4,60 %)": kata yang mengantar angka tanpa angka. Finds the words
    that announce a number with no number after them, inside a sentence that goes on.

Why it matters
    The result that the paragraph is about is not printed.

How a reviewer verifies it
    Read the sentence; take the number from the table.

Known false alarms
    A line that breaks after the word; only text that continues on the same line is read.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Place
from validators.rule import Rule
from validators.view import View

_LOST = re.compile(
    r"(?i)\b(?:sebesar|sebanyak|sejumlah)\s+(?:tahun\s+(?:19|20)\d\d|(?:pada|dari|atau|dan|dengan|yang)\s+(?=[a-z]))"
    r"|\bsebesar\s+rp\.?\s*(?:\(\s*[\d.,]+\s*%|(?:dan|atau|dengan|dari|yang)\s)"
)
_REACH = 40
_EVERYDAY = re.compile(r"(?i)\b(?:sebesar|sebanyak|sejumlah)\s+(?:yang|dengan|dan)\b")


def check(view: View) -> Iterator[Finding]:
    """One finding for each lost number."""
    seen: set[str] = set()
    for text, place in _texts(view):
        for match in _LOST.finditer(text):
            shown = " ".join(text[max(0, match.start() - _REACH) : match.end() + _REACH // 2].split())
            key = text[max(0, match.start() - _REACH) : match.end()].casefold()
            if key in seen or _EVERYDAY.match(match.group()):
                continue
            seen.add(key)
            yield RULE.finding(Evidence.at(place, shown), printed=shown)


def _texts(view: View) -> Iterator[tuple[str, Place]]:
    """Whole sentences of claims, and lines of text input (there a line is a paragraph)."""
    for klaim in view.document.klaim:
        yield klaim.text, klaim.place
    for line in view.document.lines:
        if line.page is None or line.line is not None:
            yield line.text, Place(page=line.page, line=line.line, bbox=line.bbox)


RULE = Rule(
    code="D701",
    title_id="Angka dalam kalimat hilang",
    title_en="Number missing in a sentence",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: kalimat kehilangan angkanya: “{printed}”",
    message_en="{place}: the sentence lost its number: “{printed}”",
    check=check,
)
