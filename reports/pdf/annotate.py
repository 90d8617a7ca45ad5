"""Adds highlights, notes and bookmarks to a PDF. The content of its pages is not touched.

Every marked place is one Highlight: in the colour of its severity where a finding is about it, pale where it was
only compared with. A finding whose place on the page is not known gets a note at the top of that page.
"""

import io
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, String

from reports.frame import Frame, Rect
from reports.marks import Mark, Marks, find_marks, open_pdf
from reports.notes import by_id, mention, note
from reports.pdf.increment import next_number, updated
from reports.pdf.outline import add_outline
from reports.words import Lang
from schemas.finding import Finding, Severity
from schemas.result import Checked

COLOURS = {Severity.ERROR: (1.0, 0.62, 0.58), Severity.WARNING: (1.0, 0.85, 0.35), Severity.INFO: (0.72, 0.86, 1.0)}
PALE = (0.86, 0.90, 0.94)
NOTE = 20.0
"""Side of a note's sign, and of the gap to the page's edge, in points."""
PRINTED = 4  # annotation flag: shown on paper too


def annotate(checked: Checked, path: Path, lang: Lang) -> None:
    """Write the source PDF of a checked document with its findings marked to ``path``."""
    source = checked.document.source.path
    with open_pdf(source) as document:
        marks = find_marks(checked, document)
        data = Path(source).read_bytes()
        pdf, mended = _opened(data, document)
        with pdf:
            first_new = next_number(pdf)
            changed = add_marks(pdf, checked, marks, lang)
            path.parent.mkdir(parents=True, exist_ok=True)
            update = None if mended else updated(data, pdf, first_new, changed)
            if update is not None:
                path.write_bytes(update)
            else:
                pdf.save(path)


def add_marks(pdf: pikepdf.Pdf, checked: Checked, marks: Marks, lang: Lang) -> list[pikepdf.Object]:
    """Add the marks and bookmarks to an open PDF. Returns the objects it already had that are different now."""
    return [*_mark(pdf, checked, marks, lang), *add_outline(pdf, checked, marks, lang)]


def _opened(data: bytes, document: Any) -> tuple[pikepdf.Pdf, bool]:
    """The PDF for writing, and whether it had to be mended; one that only PDFium can mend is taken from its copy."""
    try:
        pdf = pikepdf.open(io.BytesIO(data))
        if len(pdf.pages) == len(document):
            return pdf, bool(pdf.get_warnings())
        pdf.close()
    except pikepdf.PdfError:
        pass
    copy = io.BytesIO()
    document.save(copy)
    return pikepdf.open(copy), True


def _mark(pdf: pikepdf.Pdf, checked: Checked, marks: Marks, lang: Lang) -> list[pikepdf.Object]:
    known = by_id(checked)
    placed = {key[0] for key in marks.of}
    lost = [finding for finding in checked.findings if finding.id not in placed]
    notes: dict[int, int] = {}
    changed = {mark.page for mark in marks.marks}
    for mark in marks.marks:
        frame = marks.frames[mark.page]
        text = _text(mark, known, lang)
        if mark.boxes:
            made = _highlight(pdf, frame, mark, text)
        else:
            made = _sign(frame, notes.get(mark.page, 0), mark.severity, text)
            notes[mark.page] = notes.get(mark.page, 0) + 1
        _attach(pdf, mark.page, made)
    if lost and len(pdf.pages):  # findings about the document as a whole: notes on its first page
        changed.add(1)
        frame = marks.frames.get(1) or _first_frame(pdf)
        for number, finding in enumerate(lost, notes.get(1, 0)):
            _attach(pdf, 1, _sign(frame, number, finding.severity, note(finding, known, lang)))
    return [pdf.pages[number - 1].obj for number in sorted(changed)]


def _text(mark: Mark, known: Mapping[str, Finding], lang: Lang) -> str:
    parts = [note(finding, known, lang) for finding in mark.about]
    if mark.beside:
        word = "Pembanding untuk" if lang == "id" else "Compared for"
        parts.append(f"{word}: " + "; ".join(mention(finding, lang) for finding in mark.beside))
    return "\n\n".join(parts)


def _highlight(pdf: pikepdf.Pdf, frame: Frame, mark: Mark, text: str) -> Dictionary:
    colour = COLOURS[mark.severity] if mark.about else PALE
    rects = [frame.to_user(box) for box in mark.boxes]
    around = (min(r[0] for r in rects), min(r[1] for r in rects), max(r[2] for r in rects), max(r[3] for r in rects))
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Highlight,
        Rect=_numbers(around),
        QuadPoints=_numbers([value for box in mark.boxes for value in _quad(frame, box)]),
        C=_numbers(colour),
        F=PRINTED,
        T=String("Cermat"),
        NM=String(f"cermat-{mark.id}"),
        Contents=String(text),
        AP=Dictionary(N=_appearance(pdf, rects, around, colour)),
    )


def _quad(frame: Frame, box: tuple[float, float, float, float]) -> list[float]:
    """Corners as readers expect them: upper left, upper right, lower left, lower right, as seen on the page."""
    x0, top, x1, bottom = box
    corners = []
    for x, y in ((x0, top), (x1, top), (x0, bottom), (x1, bottom)):
        left, low, _, _ = frame.to_user((x, y, x, y))
        corners += [left, low]
    return corners


def _appearance(
    pdf: pikepdf.Pdf, rects: list[Rect], around: Rect, colour: tuple[float, float, float]
) -> pikepdf.Object:
    """The drawing of a highlight, darkening what is below it instead of covering it."""
    fill = " ".join(f"{part:.3f}" for part in colour)
    boxes = "\n".join(f"{r[0]:.2f} {r[1]:.2f} {r[2] - r[0]:.2f} {r[3] - r[1]:.2f} re" for r in rects)
    form = pdf.make_stream(f"/G gs {fill} rg\n{boxes}\nf\n".encode("ascii"))
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, _numbers(around)
    form.Group = Dictionary(S=Name.Transparency)
    form.Resources = Dictionary(ExtGState=Dictionary(G=Dictionary(Type=Name.ExtGState, BM=Name.Multiply)))
    return pdf.make_indirect(form)


def _sign(frame: Frame, number: int, severity: Severity, text: str) -> Dictionary:
    """A note at the top of the page as shown, the next one beside it, then below."""
    across = max(1, int((frame.size[0] - NOTE) // (NOTE * 1.2)))
    x, y = NOTE + (number % across) * NOTE * 1.2, NOTE + (number // across) * NOTE * 1.2
    return Dictionary(
        Type=Name.Annot,
        Subtype=Name.Text,
        Name=Name.Comment,
        Rect=_numbers(frame.to_user((x, y, x + NOTE, y + NOTE))),
        C=_numbers(COLOURS[severity]),
        F=PRINTED,
        T=String("Cermat"),
        Contents=String(text),
    )


def _attach(pdf: pikepdf.Pdf, number: int, annotation: Dictionary) -> None:
    page = pdf.pages[number - 1].obj
    made = pdf.make_indirect(annotation)
    made.P = page
    old = page.get(Name.Annots)
    if isinstance(old, Array):
        page.Annots = Array([*old, made])  # an array of its own: two pages may share one
    else:
        page.Annots = Array([made])


def _first_frame(pdf: pikepdf.Pdf) -> Frame:
    page: Any = pdf.pages[0]
    left, bottom, right, top = (float(value) for value in page.cropbox)
    return Frame(left, bottom, right, top, int(page.obj.get(Name.Rotate, 0)) % 360)


def _numbers(values: Any) -> Array:
    return Array([round(float(value), 3) for value in values])
