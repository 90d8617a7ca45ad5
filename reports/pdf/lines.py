"""The lines of a text input on numbered pages, with their findings marked as on any other PDF.

Every character stands on a grid of equal columns, so that a mark covers exactly what it is about. Signs that the
standard fonts do not have are drawn as an empty box: the text itself is in the note.
"""

import io
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pikepdf
from reportlab.pdfbase.pdfmetrics import Font, getFont
from reportlab.pdfgen.canvas import Canvas

from reports.frame import Frame
from reports.marks import Mark, Marks
from reports.pdf.annotate import add_marks
from reports.source_lines import SourceLine, read_lines
from reports.words import Lang
from schemas.number import BBox
from schemas.result import Checked

WIDTH, HEIGHT = 595.28, 841.89
LEFT, TOP, BOTTOM = 74.0, 62.0, 48.0
SIZE, LEADING, ADVANCE = 8.0, 11.0, 4.8
COLUMNS = 100
TAB = 4
PLAIN, FALLBACKS = "Courier", ("Symbol", "ZapfDingbats")
BOX = "□"


class Strip(NamedTuple):
    """A part of a line that fits on the paper: its first character and its characters."""

    line: SourceLine
    start: int
    text: str


def draw_lines(checked: Checked, path: Path, lang: Lang) -> None:
    """Draw all lines of a text document and mark its findings; writes the PDF to ``path``."""
    source = read_lines(checked)
    rows = max(1, int((HEIGHT - TOP - BOTTOM) // LEADING))
    strips = [strip for line in source.lines for strip in _strips(line)]
    stream = io.BytesIO()
    canvas = Canvas(stream, pagesize=(WIDTH, HEIGHT), pageCompression=1, invariant=1)
    canvas.setTitle(Path(checked.document.source.path).name)
    places: dict[str, tuple[int, list[BBox], str]] = {}
    for first in range(0, max(1, len(strips)), rows):
        page = first // rows + 1
        _head(canvas, checked, page, lang)
        for row, strip in enumerate(strips[first : first + rows]):
            top = TOP + row * LEADING
            _draw(canvas, strip, top)
            for span in strip.line.spans:
                box = _box(strip, span.start, span.end, top)
                if box is not None:
                    known = places.setdefault(span.id, (page, [], strip.line.text[span.start : span.end]))
                    if known[0] == page:
                        known[1].append(box)
        canvas.showPage()
    canvas.save()
    spans = {span.id: span for line in source.lines for span in line.spans}
    marks = {
        name: Mark(name, page, tuple(boxes), raw, spans[name].about, spans[name].beside)
        for name, (page, boxes, raw) in places.items()
    }
    frames = {mark.page: Frame(0.0, 0.0, WIDTH, HEIGHT) for mark in marks.values()}
    of = {key: marks[name] for key, name in source.of.items() if name in marks}
    stream.seek(0)
    with pikepdf.open(stream) as pdf:
        add_marks(pdf, checked, Marks(tuple(marks.values()), frames, of), lang)
        path.parent.mkdir(parents=True, exist_ok=True)
        pdf.save(path)


def _strips(line: SourceLine) -> Iterator[Strip]:
    """The line in pieces of at most ``COLUMNS`` columns, broken at blanks where there are some."""
    text, start = line.text, 0
    while True:
        piece = text[start : start + COLUMNS]
        while _columns(piece) > COLUMNS:
            piece = piece[:-1]
        if start + len(piece) < len(text):
            cut = piece.rfind(" ") + 1
            piece = piece[:cut] if cut > COLUMNS // 2 else piece
        yield Strip(line, start, piece)
        start += max(1, len(piece))
        if start >= len(text):
            return


def _columns(text: str) -> int:
    column = 0
    for character in text:
        column += TAB - column % TAB if character == "\t" else 1
    return column


def _box(strip: Strip, start: int, end: int, top: float) -> BBox | None:
    first, last = max(start, strip.start), min(end, strip.start + len(strip.text))
    if first >= last:
        return None
    x0 = LEFT + _columns(strip.text[: first - strip.start]) * ADVANCE
    x1 = LEFT + _columns(strip.text[: last - strip.start]) * ADVANCE
    return (x0, top, x1, top + LEADING)


def _head(canvas: Canvas, checked: Checked, page: int, lang: Lang) -> None:
    name = Path(checked.document.source.path).name
    canvas.setFont("Helvetica", 8)
    canvas.setFillGray(0.35)
    canvas.drawString(36, HEIGHT - 36, _safe(name)[:110])
    canvas.drawRightString(WIDTH - 36, HEIGHT - 36, f"{'Lembar' if lang == 'id' else 'Sheet'} {page}")


def _draw(canvas: Canvas, strip: Strip, top: float) -> None:
    y = HEIGHT - top - LEADING + 3
    if strip.start == 0:
        canvas.setFillGray(0.45)
        canvas.setFont(PLAIN, 7)
        canvas.drawRightString(LEFT - 10, y, str(strip.line.number))
    canvas.setFillGray(0)
    canvas.setFont(PLAIN, SIZE)
    column, run, at = 0, "", 0
    for character in strip.text:
        wide = TAB - column % TAB if character == "\t" else 1
        if character != "\t" and _plain(character):
            at = at if run else column
            run += character
        else:
            if run:
                canvas.drawString(LEFT + at * ADVANCE, y, run)
                run = ""
            if not character.isspace():
                _sign(canvas, character, LEFT + column * ADVANCE, y)
        column += wide
    if run:
        canvas.drawString(LEFT + at * ADVANCE, y, run)


def _sign(canvas: Canvas, character: str, x: float, y: float) -> None:
    for name in FALLBACKS:
        font: Font = getFont(name)
        try:
            code = character.encode(font.encName)
        except UnicodeError:
            continue
        if code:
            canvas.setFont(name, SIZE)
            canvas.drawString(x, y, character)
            canvas.setFont(PLAIN, SIZE)
            return
    canvas.rect(x + 0.6, y, ADVANCE - 1.2, SIZE - 2.5, stroke=1, fill=0)


def _plain(character: str) -> bool:
    try:
        return character.encode("cp1252") >= b" "
    except UnicodeError:
        return False


def _safe(text: str) -> str:
    return "".join(c if _plain(c) else "?" for c in text)
