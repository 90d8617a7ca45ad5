"""The document that the note is written into: the user's own template, or a plain one."""

from pathlib import Path
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.opc.exceptions import PackageNotFoundError

from reports.docx.styles import ensure, page_setup
from reports.plain import clean
from schemas.result import Checked

MARK = "{{catatan}}"


def usable(template: Path) -> bool:
    """Whether a file is a .docx that can be written into."""
    try:
        Document(str(template))
    except (PackageNotFoundError, BadZipFile, KeyError, ValueError, OSError):
        return False
    return True


def opened(template: Path | None, checked: Checked) -> tuple[Any, Any]:
    """The document with its styles, and the element that the note takes the place of (None: the end).

    Raises ValueError when the template cannot be opened as a .docx.
    """
    if template is None:
        document = Document()
        page_setup(document)
        ensure(document)
        return document, None
    if not usable(template):
        raise ValueError(f"{template} is no .docx")
    document = Document(str(template))
    ensure(document)
    identity = checked.document.identity
    words = {"{{instansi}}": clean(identity.instansi or ""), "{{tahun}}": str(identity.tahun or "")}
    place = None
    for paragraph in _paragraphs(document):
        if MARK in paragraph.text and place is None and paragraph._p.getparent() is document.element.body:
            place = paragraph._p
        for mark, word in words.items():
            if mark in paragraph.text:
                _replace(paragraph, mark, word)
    return document, place


def _paragraphs(document: Any) -> list[Any]:
    """The paragraphs of the body, of its tables, and of headers and footers."""
    found = list(document.paragraphs)
    for table in document.tables:
        found += [p for row in table.rows for cell in row.cells for p in cell.paragraphs]
    for section in document.sections:
        found += [*section.header.paragraphs, *section.footer.paragraphs]
    return found


def _replace(paragraph: Any, mark: str, word: str) -> None:
    """Fill in a mark; where Word has cut it into several runs the first run takes the whole text."""
    for run in paragraph.runs:
        if mark in run.text:
            run.text = run.text.replace(mark, word)
    if mark in paragraph.text and paragraph.runs:
        text = paragraph.text.replace(mark, word)
        for run in paragraph.runs[1:]:
            run.text = ""
        paragraph.runs[0].text = text
