"""The page model of a PDF page: words, ruling lines, fills and images with their places, turned upright.

These are plain named tuples, not models: a report holds hundreds of thousands of them.
Coordinates are points with the origin at the top left of the page as it is shown (after /Rotate).
"""

from typing import NamedTuple


class Word(NamedTuple):
    """One word. ``legible`` is false for private-use glyphs and broken character maps.

    ``upright`` is false for text that runs sideways; ``angle`` is its direction then: 90 reads upwards, 270 down.
    """

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    legible: bool = True
    upright: bool = True
    angle: int = 0


class Rule(NamedTuple):
    """A visible horizontal or vertical ruling line (also made from thin rectangles and edges of fills)."""

    x0: float
    top: float
    x1: float
    bottom: float


class Box(NamedTuple):
    """A filled rectangle or an image."""

    x0: float
    top: float
    x1: float
    bottom: float
    shade: float = 0.0  # 0 black, 1 white


class Page(NamedTuple):
    """One page, upright. ``turned`` is the angle, clockwise, by which a page shown sideways was turned for reading.

    ``hidden`` holds the words that nobody can see: invisible, in the colour of the paper, under a picture.
    ``whole`` is false when so much is drawn on the page that not all of it was followed. ``drawn`` counts the small
    filled shapes with curves: many of them are letters that are drawn and not set.
    """

    number: int
    width: float
    height: float
    words: tuple[Word, ...] = ()
    rules: tuple[Rule, ...] = ()
    fills: tuple[Box, ...] = ()
    images: tuple[Box, ...] = ()
    rotation: int = 0
    turned: int = 0
    hidden: tuple[Word, ...] = ()
    whole: bool = True
    drawn: int = 0
