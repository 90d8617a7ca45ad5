"""Where a text stands on a PDF page: the boxes of its lines, found among the page's glyphs."""

from typing import Any, NamedTuple

import pypdfium2.raw as raw

from reports.frame import Frame, frame_of
from schemas.number import BBox

TOUCH = 1.0
"""Points by which a glyph may stand outside the line that it belongs to."""


class Glyphs(NamedTuple):
    """The glyphs of one page: their characters joined without blanks, and the box of each, as shown."""

    frame: Frame
    text: str
    boxes: tuple[BBox, ...]

    def find(self, wanted: str, near: BBox | None = None) -> tuple[BBox, ...]:
        """The boxes, one for each line, of a text; empty when it is not there.

        It is taken where it begins inside ``near``, else where it reaches into it; without ``near`` where it stands
        first. Blanks, line breaks and case do not count.
        """
        needle = squeeze(wanted.split("…")[0])
        start = self.text.find(needle) if needle else -1
        reaching: tuple[BBox, ...] = ()
        while start >= 0:
            boxes = self.boxes[start : start + len(needle)]
            if near is None or _inside(boxes[0], near):
                return _lines(boxes)
            if not reaching and any(_inside(box, near) for box in boxes):
                reaching = boxes
            start = self.text.find(needle, start + 1)
        return _lines(reaching)

    def under(self, box: BBox) -> str:
        """The characters whose centres lie in a box, in reading order of the file."""
        return "".join(c for c, b in zip(self.text, self.boxes, strict=True) if _inside(b, box))


WIDE = 1.5
"""Glyphs that a run of sideways text may be wide."""


def squeeze(text: str) -> str:
    """The text without blanks and in small letters, one character for each that remains."""
    return "".join(_plain(c) for c in text if not c.isspace())


def load_glyphs(page: Any) -> Glyphs:
    """The glyphs of a loaded PDFium page (its raw handle)."""
    frame = frame_of(page)
    text_page = raw.FPDFText_LoadPage(page)
    characters: list[str] = []
    boxes: list[BBox] = []
    area = raw.FS_RECTF()
    try:
        for index in range(raw.FPDFText_CountChars(text_page)):
            code = raw.FPDFText_GetUnicode(text_page, index)
            character = chr(code) if 32 < code < 0xD800 or 0xDFFF < code < 0x110000 else ""
            if not character or character.isspace() or not raw.FPDFText_GetLooseCharBox(text_page, index, area):
                continue
            characters.append(_plain(character))
            boxes.append(frame.to_shown((area.left, area.bottom, area.right, area.top)))
    finally:
        raw.FPDFText_ClosePage(text_page)
    return Glyphs(frame, "".join(characters), tuple(boxes))


def _plain(character: str) -> str:
    small = character.lower()
    return small if len(small) == 1 else character


def _inside(glyph: BBox, box: BBox) -> bool:
    x, y = (glyph[0] + glyph[2]) / 2, (glyph[1] + glyph[3]) / 2
    return box[0] - TOUCH <= x <= box[2] + TOUCH and box[1] - TOUCH <= y <= box[3] + TOUCH


def _lines(boxes: tuple[BBox, ...]) -> tuple[BBox, ...]:
    """One box for each run of glyphs that stand side by side."""
    runs: list[BBox] = []
    for box in boxes:
        if runs and _beside(runs[-1], box):
            last = runs[-1]
            runs[-1] = (min(last[0], box[0]), min(last[1], box[1]), max(last[2], box[2]), max(last[3], box[3]))
        else:
            runs.append(box)
    return tuple(runs)


def _beside(run: BBox, glyph: BBox) -> bool:
    x, y = (glyph[0] + glyph[2]) / 2, (glyph[1] + glyph[3]) / 2
    if run[1] <= y <= run[3] and glyph[0] >= run[0]:
        return True
    side = max(glyph[2] - glyph[0], glyph[3] - glyph[1])
    near = run[1] - side <= y <= run[3] + side  # text that runs up or down: one glyph wide, however long
    return near and run[0] <= x <= run[2] and run[2] - run[0] <= WIDE * side
