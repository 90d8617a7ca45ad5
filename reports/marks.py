"""What is marked on the pages of a PDF: each place once, with the findings that rest on it.

The first evidence of a finding is the thing it is about; the others are what it was compared with.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

import pypdfium2 as pdfium

from reports.frame import Frame, frame_of
from reports.glyphs import Glyphs, load_glyphs, squeeze
from schemas.finding import Evidence, Finding, Severity
from schemas.number import BBox
from schemas.result import Checked
from schemas.table import Row, Table

ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


class Mark(NamedTuple):
    """One marked place; ``boxes`` are empty when only the page is known.

    ``about``: findings that are about it; ``beside``: findings that compare something with it; both worst first.
    """

    id: str
    page: int
    boxes: tuple[BBox, ...]
    raw: str
    about: tuple[Finding, ...]
    beside: tuple[Finding, ...]

    @property
    def severity(self) -> Severity:
        """The worst of the findings about this place; of those beside it when there is none about it."""
        return (self.about or self.beside)[0].severity


class Marks(NamedTuple):
    """All marks in the order of pages, the frame of each page that has some, and what each evidence leads to.

    ``of`` is keyed by the id of a finding and the index of its evidence.
    """

    marks: tuple[Mark, ...]
    frames: dict[int, Frame]
    of: dict[tuple[str, int], Mark]


@dataclass
class _Growing:
    """A mark while the findings are gone through."""

    page: int
    boxes: tuple[BBox, ...]
    raw: str
    about: list[Finding] = field(default_factory=list)
    beside: list[Finding] = field(default_factory=list)
    keys: list[tuple[str, int]] = field(default_factory=list)


@contextmanager
def open_pdf(path: Path | str) -> Iterator[Any]:
    """The PDF, opened with PDFium, closed afterwards."""
    document = pdfium.PdfDocument(path)
    try:
        yield document
    finally:
        document.close()


def is_pdf(checked: Checked) -> bool:
    """Whether the document has pages that can be shown."""
    return checked.document.source.pages is not None


def find_marks(checked: Checked, document: Any) -> Marks:
    """The marks of a checked PDF on the pages of its open ``document``."""
    sheets = _Sheets(document, checked.document.tables)
    grown: dict[tuple[int, tuple[BBox, ...]], _Growing] = {}
    for finding in sorted(checked.findings, key=lambda f: ORDER[f.severity]):
        for index, evidence in enumerate(finding.evidence):
            page = evidence.page
            if page is None or not 1 <= page <= len(document):
                continue
            boxes = sheets.locate(evidence)
            mark = grown.setdefault((page, _rounded(boxes)), _Growing(page, boxes, evidence.raw))
            mark.keys.append((finding.id, index))
            found = mark.beside if index else mark.about
            if all(finding is not other for other in found):
                found.append(finding)
    ordered = sorted(grown.values(), key=lambda m: (m.page, _top(m.boxes)))
    marks = tuple(
        Mark(
            f"m{number}",
            m.page,
            m.boxes,
            m.raw,
            tuple(m.about),
            tuple(f for f in m.beside if all(f is not g for g in m.about)),
        )
        for number, m in enumerate(ordered, 1)
    )
    of = {key: mark for mark, m in zip(marks, ordered, strict=True) for key in m.keys}
    return Marks(marks, {number: sheets.frame(number) for number in {m.page for m in marks}}, of)


class _Sheets:
    """The pages that were needed, their glyphs read once."""

    def __init__(self, document: Any, tables: tuple[Table, ...]) -> None:
        self._document = document
        self._tables = {table.id: table for table in tables}
        self._frames: dict[int, Frame] = {}
        self._glyphs: dict[int, Glyphs] = {}

    def frame(self, number: int) -> Frame:
        """The frame of a page (from 1)."""
        if number not in self._frames:
            page = self._document[number - 1]
            self._frames[number] = frame_of(page.raw)
            page.close()
        return self._frames[number]

    def locate(self, evidence: Evidence) -> tuple[BBox, ...]:
        """The boxes of an evidence: its cell, or its words within the cell or line where they begin."""
        frame, glyphs = self.frame(evidence.page or 1), self._read(evidence.page or 1)
        around = evidence.bbox or self._cell(evidence)
        if around is None:
            words = evidence.row is None and evidence.raw
            return tuple(_clipped(box, frame) for box in (glyphs.find(words) if words else self._quoted(evidence)))
        if evidence.row is not None and _letters(glyphs.under(around)) == _letters(evidence.raw):
            return (_clipped(around, frame),)
        found = glyphs.find(evidence.raw, around) if evidence.raw else ()
        return found or (_clipped(around, frame),)

    def _cell(self, evidence: Evidence) -> BBox | None:
        """The cell of its row in the one column that has the role it names."""
        table, row = self._row(evidence)
        role = (evidence.column or "").split(" ")[0]
        columns = [c.index for c in table.columns if c.role == role] if table else []
        if row is None or len(columns) != 1 or columns[0] >= len(row.cells):
            return None
        cell = row.cells[columns[0]]
        text = squeeze(cell.text) if cell and cell.page == evidence.page else ""
        wanted = squeeze(evidence.raw)
        return cell.bbox if cell and wanted and text and (wanted in text or text == wanted) else None

    def _quoted(self, evidence: Evidence) -> tuple[BBox, ...]:
        """The cells of its row whose text the evidence quotes."""
        _, row = self._row(evidence)
        if row is None:
            return ()
        wanted = squeeze(evidence.raw)
        cells = [c for c in row.cells if c and c.page == evidence.page and c.text.strip() and squeeze(c.text) in wanted]
        return tuple(cell.bbox for cell in cells if cell.bbox)

    def _row(self, evidence: Evidence) -> tuple[Table | None, Row | None]:
        table = self._tables.get(evidence.table or "")
        rows = table.rows if table else ()
        return table, next((row for row in rows if row.index == evidence.row), None)

    def _read(self, number: int) -> Glyphs:
        if number not in self._glyphs:
            page = self._document[number - 1]
            self._glyphs[number] = load_glyphs(page.raw)
            page.close()
        return self._glyphs[number]


def _letters(text: str) -> list[str]:
    """Letters and digits in any order: the glyphs of a cell may come in another order than they are read."""
    return sorted(c for c in squeeze(text) if c.isalnum())


def _clipped(box: BBox, frame: Frame) -> BBox:
    width, height = frame.size
    return max(box[0], 0.0), max(box[1], 0.0), min(box[2], width), min(box[3], height)


def _rounded(boxes: tuple[BBox, ...]) -> tuple[BBox, ...]:
    return tuple((round(b[0]), round(b[1]), round(b[2]), round(b[3])) for b in boxes)


def _top(boxes: tuple[BBox, ...]) -> tuple[float, float]:
    return (boxes[0][1], boxes[0][0]) if boxes else (-1.0, 0.0)
