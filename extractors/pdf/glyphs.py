"""All glyphs of a loaded page as arrays, and the runs of text objects that they stand in."""

import ctypes
import math
from collections import deque
from itertools import repeat
from typing import Any, NamedTuple

import numpy as np
import pypdfium2.raw as raw

from extractors.pdf import pdfium
from extractors.pdf.pdfium import Cells

Array = Any  # numpy arrays of one dimension, or glyphs × 4

_BOLD_NAMES = ("bold", "black", "heavy", "-bd", "demi")
_FORCE_BOLD = 1 << 18
_INVISIBLE_MODES = (3, 7)  # neither filled nor stroked; clipping path only
_INK = 0.05  # points
_LINE_END_HYPHEN = 0xFFFE  # as the whole text has it; a single glyph has 0x02
_OUTLINED_MODES = (1, 5)
_STROKED_MODES = (2, 6)  # filled and stroked: how producers thicken a plain font


class Run(NamedTuple):
    """One text object: how it is drawn. ``angle`` is the direction of its baseline, -1 for slanted text."""

    obj: int
    angle: int
    bold: bool
    font: str
    drawn: bool  # false for invisible render modes and full transparency
    shade: float
    size: float  # of the font, in points on the page
    face: int  # tells fonts of one page apart


class Glyphs(NamedTuple):
    """Glyphs in content order. ``boxes`` hold left, bottom, right, top; ``run`` indexes ``runs``."""

    codes: Array
    boxes: Array
    run: Array
    unmapped: Array
    runs: list[Run]


def load_glyphs(text_page: int, count: int, cells: Cells) -> Glyphs:
    """Read every glyph of a text page (address, number of glyphs)."""
    indices = range(count)
    codes = _codes(text_page, count)
    objects = _objects(text_page, codes)
    memory = (ctypes.c_float * (4 * count))()
    start = ctypes.addressof(memory)
    deque(map(pdfium.glyph_loose_box, repeat(text_page), indices, range(start, start + 16 * count, 16)), maxlen=0)
    # FS_RECTF holds left, top, right, bottom.
    edges = np.frombuffer(memoryview(memory).cast("B"), np.float32).reshape(count, 4).astype(np.float64)
    boxes = edges[:, [0, 3, 2, 1]]
    first = np.concatenate(([0], np.flatnonzero(objects[1:] != objects[:-1]) + 1)) if count else np.zeros(0, np.int64)
    known: dict[int, int] = {}
    numbers = [known.setdefault(obj, len(known)) for obj in objects[first].tolist()]
    run = np.repeat(np.array(numbers, np.int64), np.diff(np.append(first, count)))
    starts = dict(zip(numbers[::-1], first.tolist()[::-1], strict=True))
    runs = _runs(text_page, list(known), [starts[number] for number in range(len(known))], cells)
    _box_slanted(text_page, boxes, run, runs)
    _uncover(text_page, codes, boxes, run, runs)
    return Glyphs(codes, boxes, run, _unmapped(text_page, codes, run, runs), runs)


def _objects(text_page: int, codes: Array) -> Array:
    """The text object of each glyph. A small letter after a small letter stands in the same one, or may as well."""
    small = (codes >= 0x61) & (codes <= 0x7A)
    asked = np.ones(len(codes), bool)
    asked[1:] = ~(small[1:] & small[:-1])
    places = np.flatnonzero(asked)
    objects = np.fromiter(map(pdfium.glyph_object, repeat(text_page), places.tolist()), np.uint64, len(places))
    return objects[np.cumsum(asked) - 1]


def _codes(text_page: int, count: int) -> Array:
    """The character of each glyph; the whole text in one call where it has one unit for each glyph."""
    memory = (ctypes.c_ushort * (2 * count + 2))()
    if pdfium.glyph_text(text_page, 0, count, ctypes.addressof(memory)) - 1 == count:
        codes = np.frombuffer(memoryview(memory).cast("B"), np.uint16)[:count].astype(np.int64)
        codes[codes == _LINE_END_HYPHEN] = 0x02
        return codes
    return np.fromiter(map(pdfium.glyph_code, repeat(text_page), range(count)), np.int64, count)


def _unmapped(text_page: int, codes: Array, run: Array, runs: list[Run]) -> Array:
    """Which glyphs have no character in the font's own map, so that their code was taken for one.

    Letters are asked for once for each font; digits, which matter most, one by one.
    """
    # The codes of a broken map are small numbers; quotes, bullets and symbols were mapped by somebody.
    asked = (codes > 0x20) & (codes < 0x2010)
    digits = asked & (codes >= 0x30) & (codes <= 0x39)
    font = _faces(runs)[run]
    unmapped = np.zeros(len(codes), bool)
    letters = np.flatnonzero(asked & ~digits)
    if len(letters):
        _, first, kind = np.unique(font[letters] << 32 | codes[letters], return_index=True, return_inverse=True)
        flags = np.fromiter(map(pdfium.glyph_unmapped, repeat(text_page), letters[first].tolist()), np.int64)
        unmapped[letters] = flags[kind] > 0
    places = np.flatnonzero(digits)
    unmapped[places] = np.fromiter(map(pdfium.glyph_unmapped, repeat(text_page), places.tolist()), np.int64) > 0
    return unmapped


def dominant_angle(text_page: int, count: int, cells: Cells, default: int) -> int:
    """The direction in which most text of the page runs: 0, 90, 180 or 270 degrees, anticlockwise."""
    votes: dict[int, int] = {}
    step = max(1, count // 50)
    for index in range(0, count, step):
        if pdfium.glyph_code(text_page, index) > 32 and pdfium.glyph_object(text_page, index):
            pdfium.glyph_matrix(text_page, index, cells.f[0])
            angle = _angle(cells.floats[0], cells.floats[1], cells.floats[3])
            votes[angle] = votes.get(angle, 0) + 1
    if not votes:
        return default
    best = max(votes, key=lambda angle: votes[angle])
    return best if best >= 0 and votes[best] > 0.55 * sum(votes.values()) else default


def _angle(a: float, b: float, d: float) -> int:
    """The direction of a baseline from the matrix of a glyph."""
    if abs(b) < 0.1 * abs(a):
        # A mirrored or upside-down text has a negative scale in both directions.
        return 0 if a > 0 or d > 0 else 180
    if abs(a) < 0.1 * abs(b):
        return 90 if b > 0 else 270
    return -1


def _runs(text_page: int, objects: list[int], starts: list[int], cells: Cells) -> list[Run]:
    """How each text object is drawn; ``starts`` are the numbers of their first glyphs."""
    number = len(objects)
    matrices = (ctypes.c_float * (6 * number))()
    at = ctypes.addressof(matrices)
    deque(map(pdfium.glyph_matrix, repeat(text_page), starts, range(at, at + 24 * number, 24)), maxlen=0)
    drawn = [obj or None for obj in objects]  # 0: blanks that PDFium made up
    sizes = (ctypes.c_float * number)()
    at = ctypes.addressof(sizes)
    deque(map(pdfium.text_size, drawn, range(at, at + 4 * number, 4)), maxlen=0)
    colours = (ctypes.c_uint * (4 * number))()
    at = ctypes.addressof(colours)
    parts = [range(at + part, at + part + 16 * number, 16) for part in (0, 4, 8, 12)]
    deque(map(pdfium.fill_colour, drawn, *parts), maxlen=0)
    fonts: dict[int, tuple[str, bool]] = {0: ("", False)}
    runs = []
    values, shades = matrices[:], colours[:]
    for i, (obj, mode, font, size) in enumerate(
        zip(objects, map(pdfium.text_mode, drawn), map(pdfium.text_font, drawn), sizes[:], strict=True)
    ):
        if not obj:
            runs.append(Run(0, 0, False, "", False, 0.0, 0.0, 0))
            continue
        face = font or 0
        if face not in fonts:
            fonts[face] = _font(face)
        name, bold = fonts[face]
        a, b, c, d = values[6 * i : 6 * i + 4]
        red, green, blue, alpha = shades[4 * i : 4 * i + 4]
        shade, opacity = (0.299 * red + 0.587 * green + 0.114 * blue) / 255, alpha / 255
        if mode in _OUTLINED_MODES:
            shade, opacity = cells.colour(obj, stroke=True)
        seen = mode not in _INVISIBLE_MODES and opacity > 0.02
        size = (size or 1.0) * math.hypot(c, d)
        runs.append(Run(obj, _angle(a, b, d), bold or mode in _STROKED_MODES, name, seen, shade, size, face))
    return runs


def _font(font: int) -> tuple[str, bool]:
    memory = ctypes.create_string_buffer(128)
    pdfium.font_name(font, ctypes.addressof(memory), 128)
    name = memory.value.decode("latin-1").lower()
    flags = pdfium.font_flags(font)
    return name, any(part in name for part in _BOLD_NAMES) or bool(flags > 0 and flags & _FORCE_BOLD)


def _box_slanted(text_page: int, boxes: Array, run: Array, runs: list[Run]) -> None:
    """PDFium's advance boxes are empty for text that runs sideways: those glyphs get the box of their ink."""
    sideways = [number for number, one in enumerate(runs) if one.angle not in (0, 180) and one.obj]
    if not sideways:
        return
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    addresses = [ctypes.addressof(value) for value in (left, right, bottom, top)]
    for index in np.flatnonzero(np.isin(run, sideways)):
        pdfium.glyph_tight_box(text_page, int(index), *addresses)
        boxes[index] = left.value, bottom.value, right.value, top.value


def _faces(runs: list[Run]) -> Array:
    """Small numbers for the fonts of the runs."""
    numbers = {face: number for number, face in enumerate({one.face for one in runs})}
    return np.fromiter((numbers[one.face] for one in runs), np.int64, len(runs))


def _uncover(text_page: int, codes: Array, boxes: Array, run: Array, runs: list[Run]) -> None:
    """A blank that leaves ink is a glyph whose meaning was lost: some producers map all of a font to blanks.

    Blanks of one font and width are the same glyph, so that one of them tells for all.
    """
    upright = np.fromiter((bool(one.obj) and one.angle >= 0 for one in runs), bool, len(runs))
    blanks = np.flatnonzero(((codes == 0x20) | (codes == 0xA0)) & upright[run])
    if not len(blanks):
        return
    font = _faces(runs)[run[blanks]]
    size = np.fromiter((max(one.size, 0.1) for one in runs), float, len(runs))[run[blanks]]
    width = np.clip((boxes[blanks, 2] - boxes[blanks, 0]) / size * 200, -1000, 1000).astype(np.int64) + 1000
    _, first, kind = np.unique(font << 32 | width, return_index=True, return_inverse=True)
    inked = np.zeros(len(first), bool)
    left, right, bottom, top = (ctypes.c_double() for _ in range(4))
    addresses = [ctypes.addressof(value) for value in (left, right, bottom, top)]
    for number, index in enumerate(blanks[first].tolist()):
        pdfium.glyph_tight_box(text_page, index, *addresses)
        inked[number] = abs(right.value - left.value) > _INK and abs(top.value - bottom.value) > _INK
    codes[blanks[inked[kind]]] = 0xFFFD


def open_text(page: Any) -> tuple[Any, int, int]:
    """The text page of a loaded page: handle, address, number of glyphs. The caller closes the handle."""
    handle = raw.FPDFText_LoadPage(page)
    if not handle:
        return None, 0, 0
    return handle, pdfium.address(handle), max(0, raw.FPDFText_CountChars(handle))
