"""Text that nobody can see: drawn invisibly, in the colour of the paper, or under something drawn later.

Where drawing order alone cannot decide, the page is painted twice, with and without the text in question:
what makes no difference to the picture cannot be seen.
"""

import ctypes
from typing import Any

import numpy as np
import pypdfium2.raw as raw

from extractors.pdf import pdfium
from extractors.pdf.frame import page_bounds, turn_box, turn_objects
from extractors.pdf.glyphs import Glyphs
from extractors.pdf.marks import Mark, Marks
from extractors.pdf.words import Piece

_WHITE, _DARK = 0.93, 0.8
_MOST_PIXELS = 4_000_000
_DIFFERENCE = 24  # of 255; below this a difference in paint is not seen


def hidden_pieces(page: Any, marks: Marks, glyphs: Glyphs, pieces: list[Piece], angle: int) -> set[int]:
    """The ids of the words nobody can see.

    Args:
        page: handle of the loaded page; text objects are switched off and on again while it is painted.
        marks: what is drawn on it.
        glyphs: its glyphs.
        pieces: its words.
        angle: by how much its objects were turned clockwise in memory.
    """
    hidden: set[int] = set()
    doubtful: list[Piece] = []
    covers = [m for m in (*marks.images, *marks.fills) if m.opaque and m.x1 - m.x0 > 4 and m.y1 - m.y0 > 4]
    suspects = {number for number, run in enumerate(glyphs.runs) if not run.drawn or run.shade > _WHITE}
    overprinted = _overprinted(pieces)
    if not pieces or (not covers and not suspects and not overprinted):
        return hidden
    order = [marks.order.get(run.obj, 0) for run in glyphs.runs]
    heights = [
        order[piece.run] if len(piece.runs) == 1 else max([order[number] for number in piece.runs]) for piece in pieces
    ]
    under = _covered(pieces, heights, covers)
    grounds = sorted(marks.fills, key=_last_drawn)
    for piece, z, below in zip(pieces, heights, under, strict=True):
        printed_on = id(piece) in overprinted
        if not below and not printed_on and suspects.isdisjoint(piece.runs):
            continue
        runs = [glyphs.runs[number] for number in piece.runs]
        if not any(run.drawn for run in runs):
            hidden.add(id(piece))
        elif (
            below
            or printed_on
            or (all(run.shade > _WHITE for run in runs if run.drawn) and not _on_dark(piece, z, grounds))
        ):
            doubtful.append(piece)
    if doubtful:
        hidden |= _unseen(page, glyphs, doubtful, angle)
    return hidden


def _last_drawn(mark: Mark) -> int:
    return -mark.z


def _on_dark(piece: Piece, z: int, grounds: list[Mark]) -> bool:
    """Whether what was last filled below the whole word is dark: the usual white heading."""
    y = (piece.bottom + piece.top) / 2
    for ground in grounds:
        if ground.z < z and ground.x0 <= piece.left and piece.right <= ground.x1 and ground.y0 < y < ground.y1:
            return ground.shade < _DARK and ground.opaque
    return False


def _overprinted(pieces: list[Piece]) -> set[int]:
    """The ids of words whose middle lies inside another word of their line: one of the two may be clipped away.

    Word processors leave the old number of a list item in the text, cut off by a clipping path.
    """
    found: set[int] = set()
    line: list[Piece] = []
    for piece in sorted(pieces, key=lambda p: (round(p.bottom), p.left)):
        if line and abs(line[0].bottom - piece.bottom) > 1:
            line = []
        if line:
            left = piece.left
            middle = (left + piece.right) / 2
            for other in line:
                if other.left < middle < other.right:
                    found.add(id(piece))
                    break
            line = [p for p in line if p.right > left]
        line.append(piece)
    return found


def _covered(pieces: list[Piece], order: list[int], covers: list[Mark]) -> list[bool]:
    """For each word, whether something opaque was drawn later over its middle."""
    later = min(order, default=0)
    covers = [cover for cover in covers if cover.z > later]
    if not covers:
        return [False] * len(pieces)
    left, right, bottom, top = np.array([(p.left, p.right, p.bottom, p.top) for p in pieces]).T[:, :, None]
    x, y = (left + right) / 2, (bottom + top) / 2
    x0, y0, x1, y1, z = np.array([cover[:5] for cover in covers]).T
    over = (x0 < x) & (x < x1) & (y0 < y) & (y < y1) & (z > np.array(order)[:, None])
    found: list[bool] = over.any(axis=1).tolist()
    return found


def _unseen(page: Any, glyphs: Glyphs, doubtful: list[Piece], angle: int) -> set[int]:
    """Paint with and without the doubtful words and compare."""
    left, _, right, top = page_bounds(page)
    width, height = right - left, top - page_bounds(page)[1]
    scale = min(1.0, (_MOST_PIXELS / max(1.0, width * height)) ** 0.5)
    objects = {glyphs.runs[number].obj for piece in doubtful for number in piece.runs}
    address, count = pdfium.address(page), raw.FPDFPage_CountObjects(page)
    back = (360 - angle) % 360
    if back:
        turn_objects(address, count, back)
    shown = _paint(page, width, height, scale)
    for obj in objects:
        pdfium.object_activate(obj, 0)
    bare = _paint(page, width, height, scale)
    for obj in objects:
        pdfium.object_activate(obj, 1)
    if back:
        turn_objects(address, count, angle)
    changed = np.abs(shown.astype(np.int16) - bare) > _DIFFERENCE
    unseen = set()
    for piece in doubtful:
        box = turn_box((piece.left, piece.bottom, piece.right, piece.top), back)
        x0, x1 = int((box[0] - left) * scale), int((box[2] - left) * scale) + 1
        y0, y1 = int((top - box[3]) * scale), int((top - box[1]) * scale) + 1
        part = changed[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)]
        if part.size == 0 or int(part.sum()) < max(1, 0.01 * part.size):
            unseen.add(id(piece))
    return unseen


def _paint(page: Any, width: float, height: float, scale: float) -> Any:
    """The page in grey, not rotated, one pixel for each 1/scale points."""
    columns, rows = max(1, int(width * scale)), max(1, int(height * scale))
    bitmap = raw.FPDFBitmap_CreateEx(columns, rows, raw.FPDFBitmap_Gray, None, 0)
    if not bitmap:
        return np.zeros((rows, columns), np.uint8)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, columns, rows, 0xFFFFFFFF)
        back = (-raw.FPDFPage_GetRotation(page)) % 4
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, 0, columns, rows, back, 0)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        memory = ctypes.string_at(raw.FPDFBitmap_GetBuffer(bitmap), stride * rows)
        return np.frombuffer(memory, np.uint8).reshape(rows, stride)[:, :columns].copy()
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
