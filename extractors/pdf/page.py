"""One page of a PDF as words, ruling lines, fills and images, upright, with the origin at the top left."""

from typing import Any

import pypdfium2.raw as raw

from extractors.pdf import pdfium
from extractors.pdf.frame import page_bounds, turn_box, turn_objects
from extractors.pdf.glyphs import dominant_angle, load_glyphs, open_text
from extractors.pdf.marks import Mark, Marks, find_marks, visible_lines
from extractors.pdf.visible import hidden_pieces
from extractors.pdf.words import find_pieces, to_words
from schemas.page import Box, Page, Rule

MOST_OBJECTS = 300_000  # a page with more is not a page of a report
MOST_GLYPHS = 120_000


class PageUnreadable(Exception):  # noqa: N818  (an event of one page, not an error of the file)
    """This page cannot be read; ``reason`` says why: damaged, too_large."""

    def __init__(self, reason: str) -> None:
        """``reason`` goes into the list of what was not read."""
        super().__init__(reason)
        self.reason = reason


def read_page(document: Any, number: int) -> Page:
    """Page ``number`` (from 1) of an open PDFium document. Every handle is closed before this returns.

    Coordinates are those of the page as it is read: turned by ``Page.turned`` degrees clockwise from how it is
    shown (``frame.to_shown`` goes back). Raises PageUnreadable.
    """
    page = raw.FPDF_LoadPage(document, number - 1)
    if not page:
        raise PageUnreadable("damaged")
    try:
        page = _with_annotations(document, page, number)
        return _read(page, number)
    finally:
        raw.FPDF_ClosePage(page)


def _with_annotations(document: Any, page: Any, number: int) -> Any:
    """Form fields and typed notes are drawn beside the content: they become part of it, in memory only."""
    count = raw.FPDFPage_GetAnnotCount(page)
    if count <= 0 or count > 5000:
        return page
    wanted = (raw.FPDF_ANNOT_WIDGET, raw.FPDF_ANNOT_FREETEXT, raw.FPDF_ANNOT_STAMP)
    for index in range(count):
        annotation = raw.FPDFPage_GetAnnot(page, index)
        kind = raw.FPDFAnnot_GetSubtype(annotation) if annotation else -1
        if annotation:
            raw.FPDFPage_CloseAnnot(annotation)
        if kind in wanted:
            break
    else:
        return page
    if raw.FPDFPage_Flatten(page, raw.FLAT_NORMALDISPLAY) != raw.FLATTEN_SUCCESS:
        return page
    raw.FPDF_ClosePage(page)
    return raw.FPDF_LoadPage(document, number - 1)


def _read(page: Any, number: int) -> Page:
    if not page:
        raise PageUnreadable("damaged")
    address, count = pdfium.address(page), raw.FPDFPage_CountObjects(page)
    if count > MOST_OBJECTS:
        raise PageUnreadable("too_large")
    cells = pdfium.Cells()
    rotate = 90 * (raw.FPDFPage_GetRotation(page) % 4)
    handle, text, glyph_count = open_text(page)
    try:
        if glyph_count > MOST_GLYPHS:
            raise PageUnreadable("too_large")
        angle = dominant_angle(text, glyph_count, cells, rotate) if glyph_count else rotate
        marks = find_marks(address, count, cells) if not angle else None
        if marks is None:  # turned once as a whole, so that everything below deals with upright text only
            turn_objects(address, count, angle)
            raw.FPDFText_ClosePage(handle)
            handle, text, glyph_count = open_text(page)
            marks = find_marks(address, count, cells)
        return _assemble(page, text, glyph_count, marks, cells, number, angle, rotate)
    finally:
        if handle:
            raw.FPDFText_ClosePage(handle)


def _assemble(
    page: Any, text: int, count: int, marks: Marks, cells: pdfium.Cells, number: int, angle: int, rotate: int
) -> Page:
    left, bottom, right, top = turn_box(page_bounds(page), angle)
    lines = visible_lines(marks)
    borders = [m for m in lines if m.y1 - m.y0 > 2 * (m.x1 - m.x0)]
    glyphs = load_glyphs(text, count, cells)
    pieces = find_pieces(glyphs, borders)
    hidden = hidden_pieces(page, marks, glyphs, pieces, angle)
    width, height = right - left, top - bottom

    def place(mark: Mark) -> tuple[float, float, float, float] | None:
        x0, x1, y0, y1 = mark.x0 - left, mark.x1 - left, top - mark.y1, top - mark.y0
        if x0 < 0.0:  # conditions, not min() and max(): a page has hundreds of marks
            x0 = 0.0
        if x1 > width:
            x1 = width
        if y0 < 0.0:
            y0 = 0.0
        if y1 > height:
            y1 = height
        return (x0, y0, x1, y1) if x0 <= x1 and y0 <= y1 else None

    return Page(
        number=number,
        width=width,
        height=height,
        words=to_words([p for p in pieces if id(p) not in hidden] if hidden else pieces, glyphs, left, top),
        rules=tuple([Rule(*box) for box in map(place, lines) if box]),
        fills=tuple([Box(*box, m.shade) for m in marks.fills if (box := place(m))]),
        images=tuple(Box(*box, m.shade) for m in marks.images if (box := place(m))),
        rotation=rotate,
        turned=(angle - rotate) % 360,
        hidden=to_words([p for p in pieces if id(p) in hidden], glyphs, left, top) if hidden else (),
        whole=marks.whole,
        drawn=marks.drawn,
    )
