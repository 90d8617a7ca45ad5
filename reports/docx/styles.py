"""The named styles of the note and the look they have unless the user's template defines them."""

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

TITLE, HEADING, NOTE, BODY, LABEL, CELL = (
    "Cermat Judul",
    "Cermat Bagian",
    "Cermat Catatan",
    "Cermat Isi",
    "Cermat Label",
    "Cermat Sel",
)
TABLE = "Table Grid"
"""The style of tables: Word's own, so that every template has it or can."""

_INK = RGBColor(0x1F, 0x29, 0x33)


def ensure(document: Any) -> None:
    """Add the styles that the document does not have; those it has stay as the office made them."""
    _style(document, TITLE, size=14, bold=True, align=WD_ALIGN_PARAGRAPH.CENTER, after=2)
    _style(document, HEADING, size=12, bold=True, before=12, after=4, level=0)
    _style(document, NOTE, size=11, bold=True, before=10, after=3, level=1)
    _style(document, BODY, size=11, after=6)
    _style(document, LABEL, size=10, bold=True)
    _style(document, CELL, size=10)
    if TABLE not in {style.name for style in document.styles}:
        _grid(document)


def page_setup(document: Any) -> None:
    """A4 with margins for a binder; for the default template only."""
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2.2)
    section.top_margin, section.bottom_margin = Cm(2.2), Cm(2)


def _style(
    document: Any,
    name: str,
    *,
    size: int,
    bold: bool = False,
    before: int = 0,
    after: int = 0,
    align: Any = None,
    level: int | None = None,
) -> None:
    if name in {style.name for style in document.styles}:
        return
    style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = document.styles["Normal"]
    style.font.name, style.font.size, style.font.bold = "Arial", Pt(size), bold
    style.font.color.rgb = _INK
    form = style.paragraph_format
    form.space_before, form.space_after, form.line_spacing = Pt(before), Pt(after), 1.1
    form.alignment = align
    if level is not None:  # shows in the navigation pane, and stays with what follows
        form.keep_with_next = True
        outline = OxmlElement("w:outlineLvl")
        outline.set(qn("w:val"), str(level))
        style.element.get_or_add_pPr().append(outline)


def _grid(document: Any) -> None:
    """A table style with thin lines, for templates without Word's own."""
    style = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "left", "bottom", "right", "insideH", "insideV"):
        line = OxmlElement(f"w:{side}")
        for key, value in (("val", "single"), ("sz", "4"), ("color", "7B8794")):
            line.set(qn(f"w:{key}"), value)
        borders.append(line)
    properties.append(borders)
    style.element.append(properties)
