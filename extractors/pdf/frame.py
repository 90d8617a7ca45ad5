"""Between a page as its file holds it, as it is shown, and as it is read.

A page is shown after its /Rotate entry was applied; it is read with its main direction of text upright. For most
pages both are the same. ``Page.turned`` is the clockwise turn, in degrees, from shown to read.
"""

from typing import Any

import pypdfium2.raw as raw

from extractors.pdf import pdfium
from extractors.pdf.pdfium import Matrix
from schemas.number import BBox
from schemas.page import Page

CLOCKWISE: dict[int, Matrix] = {
    90: (0.0, -1.0, 1.0, 0.0, 0.0, 0.0),
    180: (-1.0, 0.0, 0.0, -1.0, 0.0, 0.0),
    270: (0.0, 1.0, -1.0, 0.0, 0.0, 0.0),
}


def turn_objects(page: int, count: int, angle: int) -> None:
    """Turn everything on a loaded page clockwise by 90, 180 or 270 degrees around the origin."""
    for index in range(count):
        obj = pdfium.page_object(page, index)
        if obj:
            pdfium.set_transform(obj, CLOCKWISE[angle])


def turn_box(box: tuple[float, float, float, float], angle: int) -> tuple[float, float, float, float]:
    """A rectangle (left, bottom, right, top; y upwards) turned clockwise around the origin."""
    if not angle:
        return box
    (x0, y0), (x1, y1) = (pdfium.apply(CLOCKWISE[angle], box[i], box[i + 1]) for i in (0, 2))
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def to_shown(page: Page, box: BBox) -> BBox:
    """The place on the page as it is shown of a place on the page as it is read (points, origin top left)."""
    x0, top, x1, bottom = box
    if page.turned == 90:  # shown page turned clockwise: its left edge became the top
        return top, page.width - x1, bottom, page.width - x0
    if page.turned == 180:
        return page.width - x1, page.height - bottom, page.width - x0, page.height - top
    if page.turned == 270:
        return page.height - bottom, x0, page.height - top, x1
    return box


def page_bounds(page: Any) -> tuple[float, float, float, float]:
    """The visible part of a loaded page in its own coordinates (left, bottom, right, top), before /Rotate."""
    box = raw.FS_RECTF()
    if not raw.FPDF_GetPageBoundingBox(page, box) or box.right - box.left < 1 or box.top - box.bottom < 1:
        return 0.0, 0.0, 612.0, 792.0
    return box.left, box.bottom, box.right, box.top
