"""Places as a reviewer names them: "hal. 22, Tabel 3.8, baris 14" instead of the ids of tables."""

import re

from reports.words import Lang, say
from schemas.document import Document
from schemas.finding import Evidence
from schemas.table import Table

_ID = re.compile(r"\bt\d+\b(?!\.\w)")
_PREFIX = re.compile(
    r"^(?:(?:hlm\.|p\.) \d+|(?:baris teks|line) \d+|t\d+(?: (?:baris|row) \d+)?|dokumen|document|, )+: "
)
_NUMBERED = re.compile(r"^(?:tabel|table|tbl)\b", re.I)
_LONGEST = 40


class Places:
    """Names the tables of one document and the places in it, in one language."""

    def __init__(self, document: Document, lang: Lang) -> None:
        """Nothing of the document but its tables is kept."""
        self._tables = {table.id: table for table in document.tables}
        self._lang = lang

    def table(self, table_id: str | None) -> str:
        """The number ("Tabel 3.8"), else the caption or the id after "tabel"; empty without a table."""
        table = self._tables.get(table_id or "")
        if table is None:
            return table_id or ""
        if table.number:
            return f"{'Tabel' if self._lang == 'id' else 'Table'} {table.number}"
        word = "tabel" if self._lang == "id" else "table"
        return f"{word} “{clipped(table.caption)}”" if table.caption else f"{word} {table.id}"

    def short(self, table_id: str | None) -> str:
        """The number or the id of a table, for narrow columns."""
        table = self._tables.get(table_id or "")
        return self.table(table_id) if table is not None and table.number else table_id or ""

    def title(self, table: Table) -> str:
        """Number and caption of a table."""
        caption = clipped(table.caption, 120)
        return caption if not table.number or _NUMBERED.match(caption) else f"{self.table(table.id)} {caption}".strip()

    def page(self, page: int | None, line: int | None) -> str:
        """The page of a PDF, the line of a text: "22", "baris 901"."""
        if page is not None:
            return str(page)
        return f"{say('line', self._lang)} {line}" if line is not None else ""

    def of(self, evidence: Evidence) -> str:
        """Page or line, table and row of one evidence."""
        parts = []
        if evidence.page is not None:
            parts.append(f"{say('page', self._lang)} {evidence.page}")
        elif evidence.line is not None:
            parts.append(f"{say('line', self._lang)} {evidence.line}")
        if evidence.table:
            parts.append(self.table(evidence.table))
        if evidence.row is not None:
            parts.append(f"{say('row', self._lang)} {evidence.row}")
        return ", ".join(parts)

    def told(self, text: str) -> str:
        """A message without the place that it begins with, and with the names of tables in place of their ids."""
        bare = _PREFIX.sub("", text)
        named = _ID.sub(lambda found: self.table(found[0]), bare)
        return named[:1].upper() + named[1:]


def clipped(text: str, limit: int = _LONGEST) -> str:
    """One line of at most ``limit`` characters."""
    line = " ".join(text.split())
    return line if len(line) <= limit else line[: limit - 1].rstrip() + "…"
