"""A PDF as a reading: page by page into lines and grids in reading order, nothing kept open, nothing dropped."""

import hashlib
import re
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from extractors.errors import refuse
from extractors.pdf.areas import left_out
from extractors.pdf.borderless import find_borderless
from extractors.pdf.foot import LAST_LINES, Foot, head_grid, header_at_foot, may_end
from extractors.pdf.found import FoundGrid, lines_of
from extractors.pdf.frame import to_shown
from extractors.pdf.gutters import PrintedLine, to_printed
from extractors.pdf.lines import RunningLine, outside, running_lines
from extractors.pdf.open import FORM_ONLY, UNREADABLE_PAGES, is_dynamic_form, open_document
from extractors.pdf.page import PageUnreadable, read_page
from extractors.pdf.pictures import Picture, pictures, unread_pictures
from extractors.pdf.ruled import find_ruled
from extractors.pdf.second_opinion import MOST_PAGES, SecondOpinion
from extractors.pdf.triage import FEW_WORDS, MANY_SHAPES, Layer, layer_of, may_hold_columns, text_layer
from schemas.number import BBox
from schemas.page import Page, Word
from schemas.reading import Cell, Grid, Line, Reading, Source, Unread

_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FOOTER_LINES = 3
_FOOT_LINES = 8  # at the end of a page, among which a header without rows is looked for
_PLACEHOLDER_WORDS = 80  # "Please wait…": what a dynamic form prints for programs that cannot show it


def read_pdf(path: Path, data: bytes, second_opinions: int = MOST_PAGES) -> Reading:
    """Lines and grids of a PDF, and what could not be read.

    Args:
        path: where the bytes come from, for messages.
        data: the whole file.
        second_opinions: on how many pages other engines are asked about doubtful tables at most; 0 for never.

    Raises:
        CermatError: encrypted, damaged, no_pages, too_large, unsupported (a dynamic form).
    """
    collector = _Collector(SecondOpinion(path, second_opinions))
    with open_document(path, data) as (document, count):
        for number in range(1, count + 1):
            collector.page(document, number)
        if collector.words < _PLACEHOLDER_WORDS and is_dynamic_form(document):
            raise refuse(path, FORM_ONLY)
    if not collector.layers:
        raise refuse(path, UNREADABLE_PAGES, pages=count)
    source = Source(
        path=str(path),
        sha256=hashlib.sha256(data).hexdigest(),
        media_type="application/pdf",
        pages=count,
        text_layer=text_layer(collector.layers),
    )
    return Reading(
        source=source,
        lines=tuple(collector.lines),
        grids=tuple(collector.grids),
        unread=(*collector.unread, *unread_pictures(collector.pictures)),
    )


class _Collector:
    """What the pages so far have given; a page itself is gone when the next one comes."""

    def __init__(self, opinion: SecondOpinion) -> None:
        self.opinion = opinion
        self.lines: list[Line] = []
        self.grids: list[Grid] = []
        self.unread: list[Unread] = []
        self.layers: list[Layer] = []
        self.order = 0
        self.words = 0
        self.before: FoundGrid | None = None
        self.foot: Foot | None = None
        self.pictures: list[tuple[int, float, float, tuple[Picture, ...]]] = []

    def page(self, document: Any, number: int) -> None:
        try:
            page = read_page(document, number)
        except PageUnreadable as trouble:
            self.unread.append(Unread(page=number, what="page", reason=trouble.reason))
            return
        layer = layer_of(page)
        self.layers.append(layer)
        self.words += len(page.words)
        if layer is Layer.SCAN:
            self.unread.append(Unread(page=number, what="page", reason="scan"))
        if page.hidden and layer is not Layer.SCAN:
            self.unread.append(_unread_words(number, "text nobody can see", "hidden", page.hidden))
        if not page.whole:
            self.unread.append(Unread(page=number, what="drawing", reason="too_large"))
        if page.drawn >= MANY_SHAPES and layer is not Layer.SCAN:
            bare = len(page.words) <= FEW_WORDS
            self.unread.append(Unread(page=number, what="page" if bare else "drawing", reason="drawn"))
        broken = [word for word in page.words if not word.legible]
        if broken:
            self.unread.append(_unread_words(number, "glyphs without meaning", "illegible", broken))
        grids, lines, rest = layout(page, self.before, self.opinion, self.foot.header if self.foot else ())
        if layer is not Layer.SCAN:
            self.unread += left_out(number, rest)
            self.pictures.append((number, page.width, page.height, pictures(page)))
        self._head(next((grid for grid in grids if grid.headed), None))
        self.before = _open_end(grids, lines)
        items: list[tuple[float, float, FoundGrid | RunningLine]] = [(g.box[1], g.box[0], g) for g in grids]
        items += [(line.box[1], line.box[0], line) for line in lines]
        items.sort(key=_place)
        for _, _, item in items:
            self.order += 1
            if isinstance(item, FoundGrid):
                self.grids.append(to_grid(item, page, self.order))
            else:
                self.lines.append(_line(item, page, self.order))
        header = _at_foot(page, grids, lines)
        self.foot = Foot(header, page) if header else None

    def _head(self, rows: FoundGrid | None) -> None:
        """Turns the lines of a header at the foot of the page before into a grid, when its rows have been found."""
        if rows is None or self.foot is None:
            return
        page, found = self.foot.page, head_grid(self.foot.header, rows)
        box = _shown(page, found.box)
        taken = [line for line in self.lines[-_FOOT_LINES:] if line.page == page.number and _inside(line.bbox, box)]
        if taken:
            self.lines = [line for line in self.lines if line not in taken]
            self.grids.append(to_grid(found, page, taken[0].order))


def layout(
    page: Page,
    before: FoundGrid | None = None,
    opinion: SecondOpinion | None = None,
    foot: Sequence[PrintedLine] = (),
) -> tuple[list[FoundGrid], list[RunningLine], list[list[Word]]]:
    """The grids of a page, the lines outside of them, and the words of these. Every word stands in one of the two.

    ``before`` is a table without drawn borders at the end of the page before: its rows may go on here; ``foot`` is a
    header alone at its end. ``opinion`` is asked about tables that agree badly with themselves.
    """
    grids = list(find_ruled(page))
    rest = outside(page, _covers(grids))
    lines = lines_of([word for word in rest if word.upright])
    if before is not None or foot or may_hold_columns(lines):
        guessed = find_borderless(page, tuple(grid.box for grid in grids), before, foot)
        if guessed:
            grids += guessed if opinion is None else opinion.settle(page, guessed)
            rest = outside(page, _covers(grids))
            lines = lines_of([word for word in rest if word.upright])
    aside = [word for word in rest if not word.upright]
    return grids, running_lines(rest, lines), [*lines, aside] if aside else lines


def _open_end(grids: list[FoundGrid], lines: list[RunningLine]) -> FoundGrid | None:
    """The table without drawn borders that ends a page, with little more than a page number below it."""
    last = max(grids, key=_bottom, default=None)
    if last is None or last.ruled or sum(1 for line in lines if line.box[1] > last.box[3]) > _FOOTER_LINES:
        return None
    return last


def _at_foot(page: Page, grids: Sequence[FoundGrid], lines: Sequence[RunningLine]) -> list[PrintedLine]:
    """The header that stands alone at the end of a page, below all of its tables."""
    level = max((grid.box[3] for grid in grids), default=0.0)
    tops = sorted(line.box[1] for line in lines)[-_FOOT_LINES:]
    if not tops or page.turned:
        return []
    words = [word for word in page.words if word.upright and word.top >= max(level, tops[0]) - 1]
    last = tops[-LAST_LINES:][0] - 1
    if not may_end(to_printed([word for word in words if word.top >= last])):
        return []
    return header_at_foot(to_printed(words))


def _inside(box: BBox | None, around: BBox) -> bool:
    return box is not None and around[1] <= (box[1] + box[3]) / 2 <= around[3]


def _bottom(grid: FoundGrid) -> float:
    return grid.box[3]


def _covers(grids: list[FoundGrid]) -> list[BBox]:
    """The places that grids read: the box of a whole one, the cells of one with steps in its outline."""
    boxes: list[BBox] = []
    for grid in grids:
        if grid.ruled and sum(cell.rowspan * cell.colspan for cell in grid.cells) < grid.rows * grid.columns:
            boxes += [cell.box for cell in grid.cells]
        else:
            boxes.append(grid.box)
    return boxes


def to_grid(found: FoundGrid, page: Page, order: int) -> Grid:
    """The grid of the reading; places are those of the page as it is shown."""
    number = page.number
    turned = page.turned
    cells = tuple(
        Cell(
            text=cell.text,
            row=cell.row,
            column=cell.column,
            rowspan=cell.rowspan,
            colspan=cell.colspan,
            page=number,
            bbox=_shown(page, cell.box),
            bold=cell.bold,
            legible=cell.legible,
        )
        for cell in found.cells
    )
    return Grid(
        order=order,
        rows=found.rows,
        columns=found.columns,
        cells=cells,
        page=number,
        bbox=_shown(page, found.box),
        edges=tuple(round(x, 1) for x in found.edges),
        ruled=found.ruled,
        rotated=turned,
        engine=found.engine,
        score=found.score,
        header_rows=found.header_rows,
    )


def _line(found: RunningLine, page: Page, order: int) -> Line:
    return Line(
        text=found.text,
        order=order,
        page=page.number,
        bbox=_shown(page, found.box),
        heading=found.heading,
        bold=found.bold,
    )


def _shown(page: Page, box: BBox) -> BBox:
    x0, top, x1, bottom = to_shown(page, box) if page.turned else box
    return round(x0, 1), round(top, 1), round(x1, 1), round(bottom, 1)


def _unread_words(number: int, what: str, reason: str, words: Any) -> Unread:
    text = " ".join(word.text for word in words)
    return Unread(page=number, what=f"{what}: {text[:80]}", reason=reason, numbers=len(_NUMBER.findall(text)))


def _place(item: tuple[float, float, Any]) -> tuple[float, float]:
    return item[0], item[1]
