"""The sasaran that each row of a table belongs to."""

import re

from extractors.tables.cells import is_value, plain
from schemas.table import Role, Row, Table

_HEADING = re.compile(r"sasaran\b[^:“\"']{0,40}(?:[:“\"]|\b(?:[ivx]+|\d+)\b[.:)]?)\s*[“\"']?\s*(.*)$", re.IGNORECASE)
_QUOTED = re.compile(r"[“\"”]\s*([A-Z][^“”\"]{12,})\s*[“”\"]")
_STARTS = re.compile(
    r"^\W*(?:me(?:ningkat|wujud|nurun|mantap|ngoptimal)|ter(?:wujud|capai|kendali|laksana|jaga|selenggara)|"
    r"optimal|tersedia|penurunan|peningkatan)",
    re.IGNORECASE,
)
_SHORT = re.compile(r"^\W*(?:SS|SK|SP|ST)\s?[-.]?\s?\d{1,2}(?:\.\d{1,2})*\s*[.:)–-]*\s+([A-Z].{11,})$")
_MONEY = frozenset({Role.ANGGARAN, Role.REALISASI_ANGGARAN})
_WORDS = re.compile(r"[^\W\d_]{3}")
_NUMBER = re.compile(r"^\s*(?:(?:\d{1,2}[.)]\s*)+(?=\D)|\d{1,2}\s+(?=[A-Z][a-z]{3}))")
_ROMAN = re.compile(r"^\s*[IVX]{1,4}[.)]\s+")
_LABEL = re.compile(
    r"^\W*(?:[ivx]+\b|\d+)?[\s.)]*(?:(sasaran)|tujuan|misi)\b[^a-z]*(?:strategis)?[\W\d]*$", re.IGNORECASE
)
_NEXT_ITEM = re.compile(r"\s+[a-z]\s?[.)]\s+(?=[A-Z]).*$")


class SasaranTrail:
    """Reads the rows of one table from top to bottom and knows the sasaran of each."""

    def __init__(self, table: Table) -> None:
        """``table``: its sasaran column decides, then headings over all columns, then what stands above it."""
        self._columns = [c.index for c in table.columns if c.role is Role.SASARAN]
        self._mixed = [] if self._columns else [c.index for c in table.columns if c.role is Role.TUJUAN]
        self._above = None if self._columns else _from_text(table.before) or _from_text(table.caption) or table.sasaran
        self._heading: str | None = None
        # beside a sasaran column or amounts a heading may group programmes
        self._aims = not self._columns and not any(c.role in _MONEY for c in table.columns)

    def of(self, row: Row) -> str | None:
        """The sasaran of the next row."""
        if row.span_heading is not None:
            text = plain(row.span_heading)
            found = _HEADING.search(text)
            short = _SHORT.match(text)
            bare = short.group(1) if short else _ROMAN.sub("", _NUMBER.sub("", text))
            if found:
                self._heading = text
            elif short or (self._aims and _STARTS.match(bare)):
                self._heading = bare.strip(' “”":;.')
            elif re.match(r"^\W*(?:misi|tujuan|program)\b", text, re.IGNORECASE):
                self._heading = None
            return self._heading
        texts = [plain(c.text) for c in row.cells if c is not None and c.text.strip()]
        label = _LABEL.match(texts[0]) if len(texts) == 2 else None
        if label and not is_value(texts[1]):
            self._heading = " ".join(texts) if label.group(1) else None
            return self._heading
        for c in self._columns:
            name = plain(row.name(c))
            if _WORDS.search(name) and not is_value(name):
                return _NUMBER.sub("", name) or None
        for c in self._mixed:
            name = plain(row.text(c))
            if name:
                self._heading = name if name.lower().startswith("sasaran") else None
        if self._columns:
            return self._heading
        return self._heading or self._above


def _from_text(text: str) -> str | None:
    """The sasaran that a sentence or heading above a table names."""
    text = plain(text)
    if "sasaran" in text.lower():
        match = _HEADING.search(text)
        if match and len(match.group(1)) > 12:
            return _NEXT_ITEM.sub("", match.group(1)).strip(' “”":;.')
    match = _QUOTED.search(text)
    if match and _STARTS.match(match.group(1)):
        return match.group(1).strip()
    return None
