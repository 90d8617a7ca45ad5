"""The draft of the note of review results (Catatan Hasil Reviu) as a Word document."""

from pathlib import Path

from reports.docx.note import fill
from reports.docx.template import opened, usable
from reports.words import Lang
from schemas.result import Checked

__all__ = ["usable", "write"]


def write(checked: Checked, path: Path, lang: Lang, *, template: Path | None = None) -> tuple[Path, ...]:
    """Write the draft of one document to ``path``. Returns the files made.

    ``template`` is the user's own .docx: its styles, page, header and footer are kept. The text goes where it says
    ``{{catatan}}``, or to its end; ``{{instansi}}`` and ``{{tahun}}`` are filled in. Raises OSError when the file
    cannot be written, ValueError when the template is no .docx.
    """
    document, place = opened(template, checked)
    start = len(document.element.body)
    fill(document, checked, lang)
    if place is not None:
        body = document.element.body
        added = [e for e in list(body)[start - 1 :] if not e.tag.endswith("}sectPr")]
        for element in added:
            place.addprevious(element)
        body.remove(place)
    document.save(str(path))
    return (path,)
