"""What kind of page it is: text, scan or empty, and whether tables without drawn borders may stand on it."""

from collections.abc import Sequence
from enum import StrEnum
from itertools import pairwise

from schemas.page import Page, Word
from schemas.reading import TextLayer

_PICTURE = 0.55  # share of the page that pictures cover on a scanned page
FEW_WORDS = 25
"""Words that a scanner or a stamp program adds to a page without text of its own."""
MANY_SHAPES = 120
"""Small filled shapes with curves on one page: fewer are bullets and emblems, more are letters that are drawn."""
_SAMPLES = 24  # points in each direction at which the cover of pictures is measured
_WIDE = 1.6  # em; gaps wider than this separate columns rather than words
_LINES = 3  # lines with numbers in columns that a table has at least


class Layer(StrEnum):
    """Where the text of one page comes from."""

    TEXT = "text"
    SCAN = "scan"
    EMPTY = "empty"


def layer_of(page: Page) -> Layer:
    """Text, scan (a picture of text; an invisible text layer does not count) or empty."""
    if len(page.words) > FEW_WORDS:
        return Layer.TEXT
    if page.images and covered(page) >= _PICTURE:
        return Layer.SCAN
    return Layer.TEXT if page.words else Layer.EMPTY


def covered(page: Page) -> float:
    """The share of the page that pictures cover, measured on a raster of points."""
    xs = [(i + 0.5) * page.width / _SAMPLES for i in range(_SAMPLES)]
    ys = [(i + 0.5) * page.height / _SAMPLES for i in range(_SAMPLES)]
    hit: set[tuple[int, int]] = set()
    for x0, top, x1, bottom, _ in page.images[:500]:
        columns = [i for i, x in enumerate(xs) if x0 <= x <= x1]
        hit.update((i, j) for j, y in enumerate(ys) if top <= y <= bottom for i in columns)
    return len(hit) / (_SAMPLES * _SAMPLES)


def text_layer(layers: Sequence[Layer]) -> TextLayer:
    """The text layer of a document. A picture as the cover of a digital document does not make it mixed."""
    scans = sum(1 for layer in layers if layer is Layer.SCAN)
    texts = sum(1 for layer in layers if layer is Layer.TEXT)
    if not scans:
        return TextLayer.DIGITAL
    if not texts:
        return TextLayer.SCAN
    cover_only = scans == 1 and layers[0] is Layer.SCAN
    return TextLayer.DIGITAL if cover_only else TextLayer.MIXED


def may_hold_columns(lines: Sequence[Sequence[Word]]) -> bool:
    """Whether lines (of the words outside of ruled tables) can be rows of a table: numbers set apart by wide gaps."""
    rows = 0
    for line in lines:
        if len(line) < 2:
            continue
        gaps = sum(1 for a, b in pairwise(line) if b.x0 - a.x1 > _WIDE * max(a.size, b.size, 4.0))
        if gaps and any(c.isdigit() for word in line for c in word.text):
            rows += min(gaps, 2)
        elif gaps >= 2:  # a header
            rows += min(gaps - 1, 2)
        if rows >= _LINES:
            return True
    return False
