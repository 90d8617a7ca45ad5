"""The submitted PDF with its findings as highlights, notes and bookmarks; for text a rendered list of its lines."""

from pathlib import Path

from reports.marks import is_pdf
from reports.words import Lang
from schemas.result import Checked


def write(checked: Checked, path: Path, lang: Lang = "id") -> None:
    """Write the annotated PDF of a document to ``path``. The submitted file is read from its source path."""
    if is_pdf(checked):
        from reports.pdf.annotate import annotate

        annotate(checked, path, lang)
    else:
        from reports.pdf.lines import draw_lines

        draw_lines(checked, path, lang)
