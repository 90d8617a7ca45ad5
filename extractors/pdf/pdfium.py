"""The few PDFium calls that run once for each glyph or object, bound so that they cost as little as possible.

A call through an address with plain integer arguments takes a quarter of a microsecond; through the generated
bindings it takes four times as long, and a report has a million glyphs.
"""

import ctypes
from typing import Any

import pypdfium2  # noqa: F401  (its import initialises the library)
import pypdfium2.raw as raw

_POINTER, _INT, _FLOAT = ctypes.c_void_p, ctypes.c_int, ctypes.c_float

TEXT, PATH, IMAGE, FORM = 1, 2, 3, 5


def _bind(name: str, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(getattr(raw, name), _POINTER).value
    # PYFUNCTYPE keeps the interpreter lock: giving it up and taking it back costs more than most of these calls.
    return ctypes.PYFUNCTYPE(result, *arguments)(address or 0)


def address(handle: Any) -> int:
    """The address behind a handle of the generated bindings."""
    return ctypes.cast(handle, _POINTER).value or 0


glyph_code = _bind("FPDFText_GetUnicode", ctypes.c_uint, _POINTER, _INT)
glyph_text = _bind("FPDFText_GetText", _INT, _POINTER, _INT, _INT, _POINTER)
glyph_object = _bind("FPDFText_GetTextObject", ctypes.c_size_t, _POINTER, _INT)
glyph_loose_box = _bind("FPDFText_GetLooseCharBox", _INT, _POINTER, _INT, _POINTER)
glyph_tight_box = _bind("FPDFText_GetCharBox", _INT, _POINTER, _INT, _POINTER, _POINTER, _POINTER, _POINTER)
glyph_unmapped = _bind("FPDFText_HasUnicodeMapError", _INT, _POINTER, _INT)
glyph_matrix = _bind("FPDFText_GetMatrix", _INT, _POINTER, _INT, _POINTER)

page_object = _bind("FPDFPage_GetObject", _POINTER, _POINTER, _INT)
form_object = _bind("FPDFFormObj_GetObject", _POINTER, _POINTER, ctypes.c_ulong)
form_count = _bind("FPDFFormObj_CountObjects", _INT, _POINTER)
object_type = _bind("FPDFPageObj_GetType", _INT, _POINTER)
object_bounds = _bind("FPDFPageObj_GetBounds", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
object_matrix = _bind("FPDFPageObj_GetMatrix", _INT, _POINTER, _POINTER)
object_transform = _bind("FPDFPageObj_TransformF", _INT, _POINTER, _POINTER)
object_transparent = _bind("FPDFPageObj_HasTransparency", _INT, _POINTER)
object_activate = _bind("FPDFPageObj_SetIsActive", _INT, _POINTER, _INT)
fill_colour = _bind("FPDFPageObj_GetFillColor", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
stroke_colour = _bind("FPDFPageObj_GetStrokeColor", _INT, _POINTER, _POINTER, _POINTER, _POINTER, _POINTER)
stroke_width = _bind("FPDFPageObj_GetStrokeWidth", _INT, _POINTER, _POINTER)

path_mode = _bind("FPDFPath_GetDrawMode", _INT, _POINTER, _POINTER, _POINTER)
path_count = _bind("FPDFPath_CountSegments", _INT, _POINTER)
path_segment = _bind("FPDFPath_GetPathSegment", _POINTER, _POINTER, _INT)
segment_point = _bind("FPDFPathSegment_GetPoint", _INT, _POINTER, _POINTER, _POINTER)
segment_type = _bind("FPDFPathSegment_GetType", _INT, _POINTER)
segment_close = _bind("FPDFPathSegment_GetClose", _INT, _POINTER)

text_mode = _bind("FPDFTextObj_GetTextRenderMode", _INT, _POINTER)
text_font = _bind("FPDFTextObj_GetFont", _POINTER, _POINTER)
text_size = _bind("FPDFTextObj_GetFontSize", _INT, _POINTER, _POINTER)
font_name = _bind("FPDFFont_GetBaseFontName", ctypes.c_size_t, _POINTER, _POINTER, ctypes.c_size_t)
font_flags = _bind("FPDFFont_GetFlags", _INT, _POINTER)


class Cells:
    """Reusable memory that PDFium writes its answers into (one for each page; never shared)."""

    def __init__(self) -> None:
        """Six floats, four unsigned integers and two integers with their addresses."""
        self.floats = (_FLOAT * 6)()
        self.uints = (ctypes.c_uint * 4)()
        self.ints = (_INT * 2)()
        start = ctypes.addressof(self.floats)
        self.f = tuple(range(start, start + 24, 4))
        start = ctypes.addressof(self.uints)
        self.u = tuple(range(start, start + 16, 4))
        start = ctypes.addressof(self.ints)
        self.i = tuple(range(start, start + 8, 4))

    def bounds(self, obj: int) -> tuple[float, float, float, float] | None:
        """Left, bottom, right, top of an object in the space it stands in."""
        left, bottom, right, top = self.f[:4]
        if not object_bounds(obj, left, bottom, right, top):
            return None
        x0, y0, x1, y1 = self.floats[:4]
        return x0, y0, x1, y1

    def matrix(self, obj: int) -> "Matrix":
        """The object's matrix; the identity when it has none."""
        if not object_matrix(obj, self.f[0]):
            return IDENTITY
        a, b, c, d, e, f = self.floats
        return a, b, c, d, e, f

    def colour(self, obj: int, stroke: bool = False) -> tuple[float, float]:
        """(shade, opacity) of fill or stroke, each 0 to 1; shade 0 is black."""
        call = stroke_colour if stroke else fill_colour
        if not call(obj, *self.u):
            return 0.0, 1.0
        red, green, blue, alpha = self.uints
        return (0.299 * red + 0.587 * green + 0.114 * blue) / 255, alpha / 255


Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def times(first: Matrix, second: Matrix) -> Matrix:
    """The matrix that applies ``first``, then ``second``."""
    a, b, c, d, e, f = first
    p, q, r, s, t, u = second
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def apply(matrix: Matrix, x: float, y: float) -> tuple[float, float]:
    """A point moved by a matrix."""
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def set_transform(obj: int, matrix: Matrix) -> None:
    """Move an object of the loaded page (in memory only)."""
    values = (_FLOAT * 6)(*matrix)
    object_transform(obj, ctypes.addressof(values))
