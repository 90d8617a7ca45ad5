"""What was seen on each page of a PDF, drawn on its picture: tables, cells, column roles, row levels.

Blue frames are tables with id, kind, engine and score; a cell is green when its number is in a record, orange when a
number in it is in none, grey otherwise. Column roles stand above the first row of each page, levels and years left
of the rows. This is how an extraction is debugged, and how a user learns what to trust.
"""

from collections import defaultdict
from pathlib import Path
from typing import NamedTuple, TypeAlias

import pypdfium2
from PIL import Image, ImageDraw, ImageFont

from schemas.document import Document
from schemas.number import BBox, Printed
from schemas.reading import Cell
from schemas.table import Role, Row, Table

Font: TypeAlias = ImageFont.FreeTypeFont | ImageFont.ImageFont
DPI = 110
SCALE = DPI / 72
TABLE, KNOWN, UNKNOWN, PLAIN, LABEL = "#1f5fbf", "#1a8a3a", "#d9730d", "#9aa0a6", "#7a1fa2"


class _Mark(NamedTuple):
    """Where the labels of a row come from: its level or year."""

    text: str
    known: frozenset[str]


def draw_pages(document: Document, folder: Path) -> tuple[Path, ...]:
    """One PNG for each page of a PDF that holds a table, named ``<file>-p<page>.png``; the files written.

    Text input has no pages and gives none. The PDF is read again from ``document.source.path``.
    """
    if document.source.media_type != "application/pdf":
        return ()
    by_page: dict[int, list[Table]] = defaultdict(list)
    for table in document.tables:
        for page in table.pages:
            by_page[page].append(table)
    marks = _marks(document)
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    pdf = pypdfium2.PdfDocument(Path(document.source.path).read_bytes())
    try:
        for number, tables in sorted(by_page.items()):
            page = pdf[number - 1]
            picture = page.render(scale=SCALE).to_pil().convert("RGB")
            page.close()
            _draw(picture, tables, number, marks)
            path = folder / f"{Path(document.source.path).stem}-p{number:03d}.png"
            picture.save(path, optimize=True)
            written.append(path)
    finally:
        pdf.close()
    return tuple(written)


def _marks(document: Document) -> dict[tuple[str, int], _Mark]:
    """The label of each row and the raw texts of it that are in records."""
    labels: dict[tuple[str, int], list[str]] = defaultdict(list)
    known: dict[tuple[str, int], set[str]] = defaultdict(set)
    for budget in document.anggaran:
        place = (budget.table, budget.row)
        labels[place].append(budget.tingkat.value)
        for value in (budget.anggaran, budget.anggaran_sebelum, budget.realisasi, budget.persen, budget.sisa):
            known[place] |= _raw(value)
    for record in document.indikator:
        place = (record.table, record.row)
        labels[place].append(str(record.tahun or ""))
        for number in (record.target, record.realisasi, record.capaian, record.nasional, record.selisih):
            known[place] |= _raw(number)
    for iku in document.iku:
        labels[iku.table, iku.row].append("iku")
    return {
        place: _Mark(" ".join(dict.fromkeys(filter(None, texts))), frozenset(known[place]))
        for place, texts in labels.items()
    }


def _raw(printed: Printed | None) -> set[str]:
    return {" ".join(printed.raw.split())} if printed is not None else set()


def _draw(picture: Image.Image, tables: list[Table], page: int, marks: dict[tuple[str, int], _Mark]) -> None:
    pen = ImageDraw.Draw(picture)
    font = ImageFont.load_default(size=10)
    for table in tables:
        rows = [row for row in table.rows if any(c and c.page == page and c.bbox for c in row.cells)]
        boxes = [c.bbox for row in rows for c in row.cells if c and c.page == page and c.bbox]
        if not boxes:
            continue
        numbering = {column.index for column in table.roles(Role.NO, Role.KODE)}
        for row in rows:
            _draw_row(pen, font, row, page, marks.get((table.id, row.index)), numbering)
        frame = _scaled(
            (min(b[0] for b in boxes), min(b[1] for b in boxes), max(b[2] for b in boxes), max(b[3] for b in boxes))
        )
        pen.rectangle(frame, outline=TABLE, width=3)
        title = f"{table.id} {table.kind.value} {table.number or ''} [{table.engine} {table.score:.2f}]"
        _label(pen, font, (frame[0], max(0, frame[1] - 26)), title, TABLE)
        for column in table.columns:
            first = next(
                (c.bbox for row in rows if (c := _cell(row, column.index)) and c.bbox and c.page == page), None
            )
            if first:
                role = column.role.value + (f" {column.year}" if column.year else "")
                _label(pen, font, (_scaled(first)[0] + 2, max(0, frame[1] - 13)), role, LABEL)


def _cell(row: Row, index: int) -> Cell | None:
    return row.cells[index] if index < len(row.cells) else None


def _draw_row(
    pen: ImageDraw.ImageDraw,
    font: Font,
    row: Row,
    page: int,
    mark: _Mark | None,
    numbering: set[int],
) -> None:
    lefts = []
    for index, cell in enumerate(row.cells):
        if cell is None or cell.bbox is None or cell.page != page:
            continue
        text = " ".join(cell.text.split())
        has_number = index not in numbering and any(c.isdigit() for c in text)
        colour = KNOWN if mark and text in mark.known else UNKNOWN if has_number else PLAIN
        box = _scaled(cell.bbox)
        pen.rectangle(box, outline=colour, width=2 if has_number else 1)
        lefts.append((box[0], box[1]))
    if lefts and mark:
        left, top = min(lefts)
        _label(pen, font, (max(0, left - 6 * len(mark.text)), top + 2), mark.text, LABEL)


def _label(pen: ImageDraw.ImageDraw, font: Font, at: tuple[float, float], text: str, colour: str) -> None:
    """A text on a white ground, so that it can be read over the print."""
    pen.rectangle(pen.textbbox(at, text, font=font), fill="white")
    pen.text(at, text, fill=colour, font=font)


def _scaled(box: BBox) -> BBox:
    return (box[0] * SCALE, box[1] * SCALE, box[2] * SCALE, box[3] * SCALE)
