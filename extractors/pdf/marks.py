"""What is drawn on a page beside text: ruling lines, filled rectangles, images, in drawing order."""

import ctypes
from collections import deque
from collections.abc import Sequence
from itertools import pairwise, repeat
from typing import NamedTuple

import numpy as np

from extractors.pdf import pdfium
from extractors.pdf.pdfium import FORM, IDENTITY, IMAGE, PATH, TEXT, Cells, Matrix, apply, times

THIN = 3.0  # points; a filled rectangle up to this thick is a line
SHORT = 1.0  # points; shorter strokes are dots
FAINT, OPAQUE = 0.02, 0.98  # opacity below which nothing is seen, above which nothing shines through
PALE = 0.985  # shade above which a mark on white paper cannot be seen
DEEPEST = 12  # levels of nested forms that are followed
LETTER = 30.0  # points; a filled shape with curves that is smaller can be a letter
SEGMENTS = 40_000  # path segments read on one page; a map or a chart may have millions
LONGEST = 6_000  # segments of one path; longer ones are drawings, not borders
GLYPH = 16.0  # points
MOVE, LINE = 2, 0  # FPDF_SEGMENT_MOVETO, FPDF_SEGMENT_LINETO


class Mark(NamedTuple):
    """A rectangle in the PDF's own coordinates (y upwards) with its place ``z`` in the drawing order."""

    x0: float
    y0: float
    x1: float
    y1: float
    z: int
    shade: float = 0.0
    opaque: bool = True


class Marks(NamedTuple):
    """All marks of a page; ``order`` gives the drawing order of each text object; ``texts`` are objects."""

    lines: list[Mark]
    fills: list[Mark]
    images: list[Mark]
    order: dict[int, int]
    whole: bool  # false when a limit cut the drawing short
    drawn: int = 0  # small filled shapes with curves: letters drawn as outlines, if there are many


def find_marks(page: int, count: int, cells: Cells) -> Marks:
    """Everything drawn on a loaded page.

    Args:
        page: address of the page.
        count: number of its objects.
        cells: memory for the answers.
    """
    collector = _Collector(cells)
    collector.take(list(map(pdfium.page_object, repeat(page), range(count))), IDENTITY, 0)
    return Marks(collector.lines, collector.fills, collector.images, collector.order, collector.whole, collector.drawn)


class _Paths(NamedTuple):
    """What is asked of all paths of a list at once: one call in C for each, no Python between them."""

    bounds: list[list[float]]
    filled: list[bool]
    stroked: list[bool]
    counts: list[int]
    shades: list[float]
    opacities: list[float]


def _ask(paths: list[int]) -> _Paths:
    number = len(paths)
    floats = (ctypes.c_float * (4 * number))()
    start, stop = ctypes.addressof(floats), ctypes.addressof(floats) + 16 * number
    sides = [range(start + side, stop + side, 16) for side in (0, 4, 8, 12)]
    deque(map(pdfium.object_bounds, paths, *sides), maxlen=0)
    ints = (ctypes.c_int * (2 * number))()
    start, stop = ctypes.addressof(ints), ctypes.addressof(ints) + 8 * number
    deque(map(pdfium.path_mode, paths, range(start, stop, 8), range(start + 4, stop + 4, 8)), maxlen=0)
    colours = (ctypes.c_uint * (4 * number))()
    start, stop = ctypes.addressof(colours), ctypes.addressof(colours) + 16 * number
    parts = [range(start + part, stop + part, 16) for part in (0, 4, 8, 12)]
    deque(map(pdfium.fill_colour, paths, *parts), maxlen=0)
    red, green, blue, alpha = np.frombuffer(memoryview(colours).cast("B"), np.uint32).reshape(number, 4).T / 255
    modes = np.frombuffer(memoryview(ints).cast("B"), np.int32).reshape(number, 2) != 0
    return _Paths(
        np.frombuffer(memoryview(floats).cast("B"), np.float32).reshape(number, 4).tolist(),
        (modes[:, 0] & (alpha > FAINT)).tolist(),
        modes[:, 1].tolist(),
        list(map(pdfium.path_count, paths)),
        (0.299 * red + 0.587 * green + 0.114 * blue).tolist(),
        alpha.tolist(),
    )


class _Collector:
    def __init__(self, cells: Cells) -> None:
        self.cells = cells
        self.lines: list[Mark] = []
        self.fills: list[Mark] = []
        self.images: list[Mark] = []
        self.order: dict[int, int] = {}
        self.z = 0
        self.left = SEGMENTS
        self.whole = True
        self.drawn = 0

    def take(self, objects: list[int], matrix: Matrix, depth: int) -> None:
        """The objects of the page or of one form, in drawing order."""
        kinds = list(map(pdfium.object_type, objects))
        paths = [obj for obj, kind in zip(objects, kinds, strict=True) if kind == PATH]
        asked = iter(zip(*_ask(paths), strict=True)) if paths else iter(())
        order, plain = self.order, matrix is IDENTITY
        for obj, kind in zip(objects, kinds, strict=True):
            self.z += 1
            if kind == TEXT:
                order[obj] = self.z
            elif kind == PATH:
                bounds, filled, stroked, count, shade, opacity = next(asked)
                if filled and count <= 6:
                    x0, y0, x1, y1 = bounds if plain else _moved(matrix, bounds)
                    if x1 - x0 <= THIN or y1 - y0 <= THIN:
                        self.lines.append(Mark(x0, y0, x1, y1, self.z, shade))
                        continue
                    if count >= 4 and not stroked:  # nearly always the shade of a cell
                        self.fills.append(Mark(x0, y0, x1, y1, self.z, shade, opacity > OPAQUE))
                        continue
                if (filled or stroked) and count > 1:
                    self.path(obj, count, matrix, (shade, opacity) if filled else None, stroked)
            elif kind == IMAGE:
                box = self.cells.bounds(obj)
                if box:
                    opaque = not pdfium.object_transparent(obj)
                    self.images.append(Mark(*_moved(matrix, box), self.z, 0.5, opaque))
            elif kind == FORM:
                self.form(obj, matrix, depth)

    def form(self, obj: int, matrix: Matrix, depth: int) -> None:
        if depth >= DEEPEST:
            self.whole = False
            return
        inner = times(self.cells.matrix(obj), matrix)
        count = max(0, pdfium.form_count(obj))
        self.take(list(map(pdfium.form_object, repeat(obj), range(count))), inner, depth + 1)

    def path(self, obj: int, count: int, matrix: Matrix, fill: tuple[float, float] | None, stroked: bool) -> None:
        stroke = self.cells.colour(obj, True) if stroked else None
        if stroke and stroke[1] <= FAINT:
            stroke = None
        if not (fill or stroke):
            return
        if count > LONGEST or self.left <= 0:
            self.whole = self.whole and count <= LONGEST
            return
        self.left -= count
        self.trace(obj, count, times(self.cells.matrix(obj), matrix), fill, stroke)

    def trace(
        self,
        obj: int,
        count: int,
        matrix: Matrix,
        fill: tuple[float, float] | None,
        stroke: tuple[float, float] | None,
    ) -> None:
        """Follow the outline: strokes give lines, rectangles that are filled give fills."""
        floats, (fx, fy) = self.cells.floats, self.cells.f[:2]
        outline: list[tuple[float, float]] = []
        curved = False
        for index in range(count + 1):
            segment = pdfium.path_segment(obj, index) if index < count else None
            kind = pdfium.segment_type(segment) if segment else MOVE
            if kind == MOVE:
                if outline:
                    self.outline(outline, curved, fill, stroke)
                outline, curved = [], False
                if not segment:
                    break
            elif kind != LINE:
                curved = True
            pdfium.segment_point(segment, fx, fy)
            point = apply(matrix, floats[0], floats[1])
            outline.append(point)
            if pdfium.segment_close(segment) and outline[0] != point:
                outline.append(outline[0])

    def outline(
        self,
        points: list[tuple[float, float]],
        curved: bool,
        fill: tuple[float, float] | None,
        stroke: tuple[float, float] | None,
    ) -> None:
        if len(points) < 2:
            return
        if fill and curved and _extent(points) < LETTER:
            self.drawn += 1
        if fill and not curved:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
            if min(x1 - x0, y1 - y0) <= THIN:
                self.line(x0, y0, x1, y1, fill[0])
            elif len(points) in (4, 5) and _rectangular(points):
                self.fills.append(Mark(x0, y0, x1, y1, self.z, fill[0], fill[1] > OPAQUE))
        # Outlines of letters and of bullets: small shapes of many points. No cell is that small.
        if stroke and not (len(points) > 6 and _extent(points) < GLYPH):
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ax - bx) <= 0.7 or abs(ay - by) <= 0.7:
                    self.line(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), stroke[0])

    def line(self, x0: float, y0: float, x1: float, y1: float, shade: float) -> None:
        if x1 - x0 >= SHORT or y1 - y0 >= SHORT or shade < PALE:
            self.lines.append(Mark(x0, y0, x1, y1, self.z, shade))


def _moved(matrix: Matrix, box: Sequence[float]) -> tuple[float, float, float, float]:
    (x0, y0), (x1, y1) = apply(matrix, box[0], box[1]), apply(matrix, box[2], box[3])
    return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)


def _extent(points: list[tuple[float, float]]) -> float:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _rectangular(points: list[tuple[float, float]]) -> bool:
    return all(abs(a[0] - b[0]) <= 0.7 or abs(a[1] - b[1]) <= 0.7 for a, b in pairwise(points))


def visible_lines(marks: Marks) -> list[Mark]:
    """The lines a reader sees: pale lines count only where they cross something darker drawn before them."""
    dark = [f for f in marks.fills if f.shade < 0.9]
    seen = []
    for line in marks.lines:
        if line.shade < PALE:
            seen.append(line)
            continue
        x, y = (line.x0 + line.x1) / 2, (line.y0 + line.y1) / 2
        if any(f.z < line.z and f.x0 < x < f.x1 and f.y0 < y < f.y1 for f in dark):
            seen.append(line)
    return seen
