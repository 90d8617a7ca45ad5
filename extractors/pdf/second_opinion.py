"""What pdfplumber and camelot make of a doubtful table without drawn borders.

Both are slow, so they are asked only for tables that agree badly with themselves, and only for a few pages of a
document. Of all candidates for a table the one wins that agrees best with itself; its engine and score are kept.
"""

import contextlib
import logging
import warnings
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from extractors.pdf.believed import self_agreement
from extractors.pdf.found import FoundCell, FoundGrid
from extractors.tables.cells import VALUES, has_digit, mend, shape
from schemas.number import BBox
from schemas.page import Page

DOUBTFUL = 0.8  # a table with a lower score is asked about
MOST_PAGES = 2  # of one document
_BETTER = 0.03  # by which another candidate must agree better
_MARGIN = 3.0
Engine = Callable[[Path, Page, BBox], Sequence[FoundGrid]]


class SecondOpinion:
    """Asks other engines about doubtful tables of one file; ``most_pages`` = 0 switches it off."""

    def __init__(self, path: Path, most_pages: int = MOST_PAGES, engines: Sequence[Engine] | None = None) -> None:
        """``engines`` take the file, the page and a box on it, and return candidates."""
        self.path = path
        self.left = most_pages
        self.engines = (by_pdfplumber, by_camelot) if engines is None else tuple(engines)

    def settle(self, page: Page, grids: Sequence[FoundGrid]) -> list[FoundGrid]:
        """The grids of a page, doubtful guesses replaced by better candidates for the same place."""
        doubtful = [g for g in grids if not g.ruled and g.score < DOUBTFUL]
        if not doubtful or self.left <= 0 or page.turned or page.rotation:
            return list(grids)
        self.left -= 1
        return [self._best(page, g) if g in doubtful else g for g in grids]

    def _best(self, page: Page, grid: FoundGrid) -> FoundGrid:
        best = grid
        for engine in self.engines:
            for other in _asked(engine, self.path, page, grid.box):
                whole = other.columns >= 2 and _numbers(other) >= _numbers(grid)
                if whole and other.score > best.score + _BETTER and _breaks(other) <= _breaks(grid):
                    best = other
        return best


def _asked(engine: Engine, path: Path, page: Page, box: BBox) -> Sequence[FoundGrid]:
    try:
        with _quiet():
            return engine(path, page, box)
    except Exception:  # noqa: BLE001  (whatever another engine stumbles over, the first opinion stands)
        return ()


@contextlib.contextmanager
def _quiet() -> Iterator[None]:
    before = logging.root.manager.disable
    logging.disable(logging.CRITICAL)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logging.disable(before)


def by_pdfplumber(path: Path, page: Page, box: BBox) -> list[FoundGrid]:
    """Candidates of pdfplumber's text strategy inside a box."""
    import pdfplumber

    settings = {"vertical_strategy": "text", "horizontal_strategy": "text", "min_words_vertical": 2}
    with pdfplumber.open(path, pages=[page.number]) as document:
        part = document.pages[0].crop(_around(box, page), strict=False)
        return [
            _grid([list(row.cells) for row in table.rows], table.extract(), "pdfplumber")
            for table in part.find_tables(settings)
        ]


def by_camelot(path: Path, page: Page, box: BBox) -> list[FoundGrid]:
    """Candidates of camelot's network parser inside a box."""
    from camelot.io import read_pdf

    x0, top, x1, bottom = _around(box, page)
    area = f"{x0},{page.height - top},{x1},{page.height - bottom}"
    tables = read_pdf(str(path), pages=str(page.number), flavor="network", table_areas=[area])
    found = []
    for table in tables:
        boxes: list[list[BBox | None]] = [
            [(c.x1, page.height - c.y2, c.x2, page.height - c.y1) for c in row] for row in table.cells
        ]
        found.append(_grid(boxes, [[c.text for c in row] for row in table.cells], "camelot"))
    return found


def _around(box: BBox, page: Page) -> BBox:
    x0, top, x1, bottom = box
    return max(0.0, x0 - _MARGIN), max(0.0, top - _MARGIN), min(page.width, x1 + _MARGIN), min(page.height, bottom + 3)


def _grid(boxes: Sequence[Sequence[BBox | None]], texts: Sequence[Sequence[Any]], engine: str) -> FoundGrid:
    """A grid from cells by row; empty rows and columns are left out."""
    rows = [r for r, row in enumerate(texts) if any(_text(t) for t in row)]
    width = max((len(row) for row in texts), default=0)
    columns = [c for c in range(width) if any(c < len(row) and _text(row[c]) for row in texts)]
    cells = []
    for r, old_row in enumerate(rows):
        for c, old in enumerate(columns):
            text = _text(texts[old_row][old]) if old < len(texts[old_row]) else ""
            box = boxes[old_row][old] if old < len(boxes[old_row]) else None
            if text and box is not None:
                cells.append(FoundCell(r, c, box, text))
    if not cells:
        return FoundGrid((0, 0, 0, 0), 0, 0, (), (), ruled=False, engine=engine, score=0.0)
    lefts = [min((k.box[0] for k in cells if k.column == c), default=0.0) for c in range(len(columns))]
    around = (
        min(k.box[0] for k in cells),
        min(k.box[1] for k in cells),
        max(k.box[2] for k in cells),
        max(k.box[3] for k in cells),
    )
    edges = (*lefts, around[2])
    if any(a >= b for a, b in pairwise(edges)):
        edges = ()
    grid = FoundGrid(around, len(rows), len(columns), tuple(cells), edges, ruled=False, engine=engine)
    head = next((k.row for k in cells if k.column and _is_value(k.text)), 0)
    return grid._replace(header_rows=head or None, score=self_agreement(grid._replace(header_rows=head)))


def _text(value: Any) -> str:
    return str(value).strip() if value is not None else ""


def _is_value(text: str) -> bool:
    return has_digit(text) and shape(text) in VALUES


def _breaks(grid: FoundGrid) -> int:
    """How many amounts end in the row below the one that they begin in: lines were taken for rows."""
    texts = {(cell.row, cell.column): cell.text.split("\n") for cell in grid.cells}
    below = [(lines[-1], texts[r + 1, c][0]) for (r, c), lines in texts.items() if (r + 1, c) in texts]
    return sum(1 for one, other in below if "." in one and "\n" not in mend(f"{one}\n{other}"))


def _numbers(grid: FoundGrid) -> int:
    """How many words with digits a grid holds: a candidate may not lose any."""
    return sum(1 for cell in grid.cells for word in cell.text.split() if has_digit(word))
