"""Between a page as it is shown (origin at the top left, after /Rotate) and as its file holds it (user space)."""

from typing import Any, NamedTuple, TypeAlias

import pypdfium2.raw as raw

from schemas.number import BBox

Rect: TypeAlias = tuple[float, float, float, float]
"""(left, bottom, right, top) in PDF user space, y upwards."""


class Frame(NamedTuple):
    """The visible part of a page in user space, and the clockwise turn with which it is shown."""

    left: float
    bottom: float
    right: float
    top: float
    rotation: int = 0

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as shown, in points."""
        width, height = self.right - self.left, self.top - self.bottom
        return (height, width) if self.rotation in (90, 270) else (width, height)

    def to_user(self, box: BBox) -> Rect:
        """Where a box of the shown page lies in user space."""
        (a, b), (c, d) = self._point(box[0], box[1]), self._point(box[2], box[3])
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def to_shown(self, rect: Rect) -> BBox:
        """Where a rectangle of user space lies on the shown page."""
        (a, b), (c, d) = self._back(rect[0], rect[1]), self._back(rect[2], rect[3])
        return min(a, c), min(b, d), max(a, c), max(b, d)

    def _point(self, x: float, y: float) -> tuple[float, float]:
        if self.rotation == 90:
            return self.left + y, self.bottom + x
        if self.rotation == 180:
            return self.right - x, self.bottom + y
        if self.rotation == 270:
            return self.right - y, self.top - x
        return self.left + x, self.top - y

    def _back(self, u: float, v: float) -> tuple[float, float]:
        if self.rotation == 90:
            return v - self.bottom, u - self.left
        if self.rotation == 180:
            return self.right - u, v - self.bottom
        if self.rotation == 270:
            return self.top - v, self.right - u
        return u - self.left, self.top - v


def frame_of(page: Any) -> Frame:
    """The frame of a loaded PDFium page: its CropBox within its MediaBox, and its /Rotate."""
    box = raw.FS_RECTF()
    rotation = 90 * (raw.FPDFPage_GetRotation(page) % 4)
    if not raw.FPDF_GetPageBoundingBox(page, box) or box.right - box.left < 1 or box.top - box.bottom < 1:
        return Frame(0.0, 0.0, 612.0, 792.0, rotation)
    return Frame(box.left, box.bottom, box.right, box.top, rotation)
