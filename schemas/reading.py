"""What a reader (text, PDF) hands over: lines of text and grids of cells, in reading order, with their places."""

from enum import StrEnum
from typing import NamedTuple

from pydantic import Field

from schemas.base import Frozen
from schemas.number import BBox

FULL = "\x0b"
"""Ends a line of a cell that is one word as wide as the cell allows: the next line may hold the rest of the word.

White space like any other; tables replace it when they are built, so no record holds one.
"""


class TextLayer(StrEnum):
    """Where the text of a document comes from."""

    DIGITAL = "digital"
    SCAN = "scan"
    MIXED = "mixed"
    TEXT = "text"


class Source(Frozen):
    """The file that was read."""

    path: str
    sha256: str
    media_type: str
    pages: int | None = None
    text_layer: TextLayer = TextLayer.TEXT


class Line(Frozen):
    """One line of running text. ``order`` ranks lines and grids of a document in reading order."""

    text: str
    order: int
    page: int | None = None
    line: int | None = None
    bbox: BBox | None = None
    heading: int | None = None  # 1 is the highest level; None is not a heading
    bold: bool = False


class Cell(Frozen):
    """One cell of a grid. ``row``/``column`` is its upper left position; merged cells span more than one.

    ``text`` keeps inner line breaks, with ``FULL`` before those that may stand inside a word. ``line`` is the text line
    (text input).
    """

    text: str
    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    page: int | None = None
    line: int | None = None
    bbox: BBox | None = None
    bold: bool = False
    legible: bool = True


class Grid(Frozen):
    """Cells as printed on one page or in one block of lines, before any stitching or meaning.

    ``cells`` are sorted by (row, column); empty positions may be absent. ``first_line``/``last_line`` are set for
    text input. ``ruled`` tells whether drawn lines made the grid. ``score`` is the self-agreement of a guessed
    grid between 0 and 1. ``edges`` are the x positions of the column borders where geometry is known.
    """

    order: int
    rows: int
    columns: int
    cells: tuple[Cell, ...]
    page: int | None = None
    first_line: int | None = None
    last_line: int | None = None
    bbox: BBox | None = None
    edges: tuple[float, ...] = ()
    ruled: bool = True
    rotated: int = 0
    engine: str = "text"
    score: float = 1.0
    header_rows: int | None = None  # known only where the source marks it (Markdown separator, bold/filled rows)


class Part(NamedTuple):
    """One line of what was not understood: its number in a text, how many numbers it prints, its words."""

    line: int | None
    numbers: int
    text: str


class Unread(Frozen):
    """Something that could not be understood, with the reason. Nothing is dropped without one of these.

    ``parts`` are the lines of an area that looks like a table, not printed in results: a rule may still read them.
    """

    page: int | None = None
    line: int | None = None
    what: str
    reason: str
    numbers: int = 0
    parts: tuple[Part, ...] = Field(default=(), exclude=True, repr=False)


class Reading(Frozen):
    """All that a reader saw in one file."""

    source: Source
    lines: tuple[Line, ...] = ()
    grids: tuple[Grid, ...] = ()
    unread: tuple[Unread, ...] = ()
