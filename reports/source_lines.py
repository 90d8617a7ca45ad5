"""The lines of a text input as they stand in its file, and what is marked on them."""

import codecs
import re
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from reports.marks import ORDER
from schemas.finding import Evidence, Finding
from schemas.result import Checked
from schemas.table import Table

_BREAK = re.compile(r"\r\n|\n|\r")
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_BLANKS = re.compile(r"\s+")


class Span(NamedTuple):
    """A marked part of a line. ``about`` is false where something was only compared with it."""

    id: str
    start: int
    end: int
    about: tuple[Finding, ...]
    beside: tuple[Finding, ...]


class SourceLine(NamedTuple):
    """One line, numbered from 1, with its marked parts in order; they do not overlap."""

    number: int
    text: str
    spans: tuple[Span, ...]


class SourceLines(NamedTuple):
    """All lines, and for each evidence (id of its finding, index) the id of the mark that it leads to."""

    lines: tuple[SourceLine, ...]
    of: dict[tuple[str, int], str]


def read_lines(checked: Checked) -> SourceLines:
    """Read the source file of a text document again and mark its lines."""
    tables = {table.id: table for table in checked.document.tables}
    texts = _BREAK.split(_decode(Path(checked.document.source.path).read_bytes()))
    places: dict[tuple[int, int, int], list[tuple[Finding, int]]] = {}
    for finding in sorted(checked.findings, key=lambda f: ORDER[f.severity]):
        for index, evidence in enumerate(finding.evidence):
            if evidence.line is not None and 1 <= evidence.line <= len(texts):
                start, end = _span(texts[evidence.line - 1], evidence.raw, _before(evidence, tables))
                places.setdefault((evidence.line, start, end), []).append((finding, index))
    marked: dict[int, list[Span]] = {}
    of: dict[tuple[str, int], str] = {}
    for number, (line, start, end) in enumerate(_apart(places), 1):
        users = [user for (at, a, b), found in places.items() if at == line and a < end and b > start for user in found]
        about = _once([finding for finding, index in users if index == 0])
        beside = _once([finding for finding, index in users if index and finding not in about])
        marked.setdefault(line, []).append(Span(f"m{number}", start, end, about, beside))
        for finding, index in users:
            of.setdefault((finding.id, index), f"m{number}")
    lines = tuple(SourceLine(n, text, tuple(marked.get(n, ()))) for n, text in enumerate(texts, 1))
    return SourceLines(lines, of)


def _apart(
    places: Sequence[tuple[int, int, int]] | dict[tuple[int, int, int], list[tuple[Finding, int]]],
) -> list[tuple[int, int, int]]:
    """The places in order, those that overlap joined."""
    joined: list[tuple[int, int, int]] = []
    for line, start, end in sorted(places):
        if joined and joined[-1][0] == line and start < joined[-1][2]:
            joined[-1] = (line, joined[-1][1], max(end, joined[-1][2]))
        else:
            joined.append((line, start, end))
    return joined


def _once(findings: list[Finding]) -> tuple[Finding, ...]:
    return tuple({finding.id: finding for finding in findings}.values())


def _before(evidence: Evidence, tables: dict[str, Table]) -> int:
    """How many cells left of the evidence's cell print the same: 0 where its cell is not known."""
    table = tables.get(evidence.table or "")
    row = next((row for row in table.rows if row.index == evidence.row), None) if table else None
    role, _, year = (evidence.column or "").partition(" ")
    columns = [c for c in table.columns if c.role == role and (not year or str(c.year) == year)] if table else []
    if row is None or len(columns) != 1:
        return 0
    wanted = evidence.raw.strip()
    return sum(row.text(index).count(wanted) for index in range(columns[0].index)) if wanted else 0


def _span(text: str, quoted: str, before: int) -> tuple[int, int]:
    """Where the quoted text stands in a line, blanks not counted exactly; the whole line when it does not.

    ``before`` is how often it stands there already for other cells.
    """
    words = _BLANKS.sub(" ", quoted.split("…")[0]).strip()
    if words:
        pattern = r"\s*".join(re.escape(w) for w in words.split(" "))
        every = [found.span() for found in re.finditer(pattern, text, re.IGNORECASE)]
        if every:
            return every[min(before, len(every) - 1)]
    stripped = text.strip()
    start = text.find(stripped)
    return start, start + max(1, len(stripped))


def _decode(data: bytes) -> str:
    """The text of a file that was already read once; what no encoding explains is shown as U+FFFD."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, "replace")
    if data[:400].count(0) > 40:
        return data.decode("utf-16-le" if data[1:2] == b"\0" else "utf-16-be", "replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")
