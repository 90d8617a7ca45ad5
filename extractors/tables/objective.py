"""The sasaran that a section is about, for tables that stand under lettered headings of its indicators.

"1) Sasaran 1: …", "a) Ratio …", table, "b) Cakupan …", table: the sasaran is printed once and holds for every table
until the next sasaran, misi, tujuan or chapter.
"""

import re

from extractors.tables.cells import plain
from schemas.reading import Line

_HEADING = re.compile(
    r"^\W*(?:(?:\d{1,2}|[ivx]+|[a-z])\s?[.)]+\s*)*sasaran\s*(?:strategis\s*)?\d{0,2}\s*[:.]\s*(\S.{11,})$", re.I
)
_ITEM = re.compile(r"^\W*[a-z]\s?[.)]\s*\S")
_NUMBERED = re.compile(r"^\W*(?:\d{1,2}|[a-z])\s?[.)]", re.I)
_OTHER = re.compile(
    r"^\W*(?:(?:\d{1,2}|[ivx]+|[a-z])\s?[.)]+\s*)*(?:misi|tujuan|bab)\b|^[A-Z](?:\.\d+)+|^\d+\.\d+", re.I
)
_MOST = 3  # lines of a wrapped heading


def objective(lines: list[Line], held: str | None) -> tuple[str | None, bool]:
    """The sasaran that holds below ``lines``, and whether a lettered heading under it stands there.

    ``lines`` are those since the table above, ``held`` is the sasaran that held there.
    """
    item = False
    for at, line in enumerate(lines):
        text = plain(line.text)
        found = _HEADING.match(text)
        if found:
            held, item = _whole(found.group(1), lines[at + 1 : at + 1 + _MOST]), False
        elif _OTHER.match(text):
            held, item = None, False
        elif _ITEM.match(text):
            item = True
    return held, item and held is not None


def _whole(start: str, following: list[Line]) -> str:
    """The heading with its wrapped lines: those that go on in small letters."""
    parts = [start]
    for line in following:
        text = plain(line.text)
        if not text or _NUMBERED.match(text) or not text[0].islower() or parts[-1].endswith((".", ";", ":")):
            break
        parts.append(text)
    return " ".join(parts).strip(" .;:")
