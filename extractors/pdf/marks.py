"""What is drawn on a page beside text: ruling lines, filled rectangles, images, in drawing order."""

from itertools import pairwise
from typing import NamedTuple

from extractors.pdf import pdfium
from extractors.pdf.pdfium import FORM, IDENTITY, IMAGE, PATH, TEXT, Cells, Matrix, apply, times

THIN = 3.0  # points; a filled rectangle up to this thick is a line
SHORT = 1.0  # points; shorter strokes are dots
PALE = 0.985  # shade above which a mark on white paper cannot be seen
DEEPEST = 12  # levels of nested forms that are followed
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


def find_marks(page: int, count: int, cells: Cells) -> Marks:
    """Everything drawn on a loaded page.

    Args:
        page: address of the page.
        count: number of its objects.
        cells: memory for the answers.
    """
    collector = _Collector(cells)
    for index in range(count):
        collector.take(pdfium.page_object(page, index), IDENTITY, 0)
    return collector.marks()


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

    def marks(self) -> Marks:
        return Marks(self.lines, self.fills, self.images, self.order, self.whole)

    def take(self, obj: int | None, matrix: Matrix, depth: int) -> None:
        if not obj:
            return
        self.z += 1
        kind = pdfium.object_type(obj)
        if kind == TEXT:
            self.order[obj] = self.z
        elif kind == PATH:
            self.path(obj, matrix)
        elif kind == IMAGE:
            bounds = self.bounds(obj, matrix)
            if bounds:
                self.images.append(Mark(*bounds, self.z, 0.5, not pdfium.object_transparent(obj)))
        elif kind == FORM:
            if depth >= DEEPEST:
                self.whole = False
                return
            inner = times(self.cells.matrix(obj), matrix)
            for index in range(pdfium.form_count(obj)):
                self.take(pdfium.form_object(obj, index), inner, depth + 1)

    def bounds(self, obj: int, matrix: Matrix) -> tuple[float, float, float, float] | None:
        bounds = self.cells.bounds(obj)
        if bounds is None or matrix is IDENTITY:
            return bounds
        (x0, y0), (x1, y1) = apply(matrix, bounds[0], bounds[1]), apply(matrix, bounds[2], bounds[3])
        return min(x0, x1), min(y0, y1), max(x0, x1), max(y0, y1)

    def path(self, obj: int, matrix: Matrix) -> None:
        cells = self.cells
        pdfium.path_mode(obj, *cells.i)
        filled, stroked = cells.ints[0] != 0, cells.ints[1] != 0
        if not (filled or stroked):
            return
        count = pdfium.path_count(obj)
        if count < 2:
            return
        fill = cells.colour(obj) if filled else (1.0, 0.0)
        stroke = cells.colour(obj, True) if stroked else (1.0, 0.0)
        filled, stroked = filled and fill[1] > 0.02, stroked and stroke[1] > 0.02
        if not (filled or stroked):
            return
        if filled and count <= 6:
            bounds = self.bounds(obj, matrix)
            if bounds and min(bounds[2] - bounds[0], bounds[3] - bounds[1]) <= THIN:
                self.line(*bounds, fill[0])
                return
        if count > LONGEST or self.left <= 0:
            self.whole = self.whole and count <= LONGEST
            return
        self.left -= count
        self.trace(obj, count, times(cells.matrix(obj), matrix), fill if filled else None, stroke if stroked else None)

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
        if fill and not curved:
            xs, ys = [p[0] for p in points], [p[1] for p in points]
            x0, y0, x1, y1 = min(xs), min(ys), max(xs), max(ys)
            if min(x1 - x0, y1 - y0) <= THIN:
                self.line(x0, y0, x1, y1, fill[0])
            elif len(points) in (4, 5) and _rectangular(points):
                self.fills.append(Mark(x0, y0, x1, y1, self.z, fill[0], fill[1] > 0.98))
        # Outlines of letters and of bullets: small shapes of many points. No cell is that small.
        if stroke and not (len(points) > 6 and _extent(points) < GLYPH):
            for (ax, ay), (bx, by) in pairwise(points):
                if abs(ax - bx) <= 0.7 or abs(ay - by) <= 0.7:
                    self.line(min(ax, bx), min(ay, by), max(ax, bx), max(ay, by), stroke[0])

    def line(self, x0: float, y0: float, x1: float, y1: float, shade: float) -> None:
        if max(x1 - x0, y1 - y0) >= SHORT or shade < PALE:
            self.lines.append(Mark(x0, y0, x1, y1, self.z, shade))


def _extent(points: list[tuple[float, float]]) -> float:
    xs, ys = [p[0] for p in points], [p[1] for p in points]
    return max(max(xs) - min(xs), max(ys) - min(ys))


def _rectangular(points: list[tuple[float, float]]) -> bool:
    return all(
        abs(a[0] - b[0]) <= 0.7 or abs(a[1] - b[1]) <= 0.7 for a, b in pairwise(points)
    )


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
