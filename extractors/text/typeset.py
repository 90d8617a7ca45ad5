"""Tables set in plain text as a page shows them: columns by where the words stand, found as on a page of a PDF.

Programs that keep the layout of a page print its words on a raster of letters, with a form feed behind each page. The
raster is a page like any other: every letter is as wide as the next and every line as high.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from extractors.pdf.borderless import find_borderless
from extractors.pdf.found import FoundCell, FoundGrid
from extractors.text.rows import Block, Numbered, Raw
from schemas.page import Page, Word

_WORD = re.compile(r"\S+")
_DIGIT = re.compile(r"\d")
_RULER = re.compile(r"^[\s\-=_+|]*(?:-{3,}|={3,}|_{3,})[\s\-=_+|]*$")
_WIDE, _HIGH, _SIZE = 5.0, 12.0, 10.8  # points: of a letter, between lines, of the letters
_BESIDE = 0.75  # points of white that a letter leaves on its right
_PAGE, _PART = (120, 150), (50, 75)  # lines of a page between form feeds, and without any: at a blank line, at most
_WIDEST = 1_000  # letters of a line; longer ones are paragraphs
_GROUP = re.compile(
    r"^\s*(?:misi|tujuan|sasaran|program|kegiatan|urusan|bidang|strategi|perspektif)\b\S*(?: \S+){2,}\s*$", re.I
)
_FOOT = 3  # lines that may stand below a table at the end of its page


def find_typeset(lines: Sequence[Numbered]) -> list[Block | Numbered]:
    """Tables and text lines of ``lines`` (blank lines included, form feeds kept), in order."""
    out: list[Block | Numbered] = []
    before: FoundGrid | None = None
    for part in _pages(lines):
        page = _page(part)
        grids = sorted(find_borderless(page, (), before), key=lambda grid: grid.box[1]) if page.words else []
        at = 0
        for grid in grids:
            first, last = _lines(grid, len(part))
            if first < at:
                continue
            out += part[at:first]
            out.append(_block(grid, part, page, first, last))
            at = last + 1
        out += part[at:]
        below = sum(1 for _, text in part[at:] if text.strip())
        before = grids[-1] if grids and at and below <= _FOOT else None
    return out


def _pages(lines: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """The lines of each page; a text without form feeds, or with a page of many lines, is cut at blank lines."""
    page: list[Numbered] = []
    usual, highest = _PAGE if any("\f" in text for _, text in lines) else _PART
    for number, text in lines:
        full = len(page) >= usual and (not text.strip() or len(page) >= highest)
        if page and (text.startswith("\f") or full):
            yield page
            page = []
        page.append((number, text.replace("\f", "")))
    if page:
        yield page


def _page(lines: Sequence[Numbered]) -> Page:
    """The page of lines; the titles of groups of rows ("Sasaran 1: …") count as bold, which a text cannot show."""
    words: list[Word] = []
    width = 0
    group: int | None = None  # where the title of a group of rows begins that the line above held
    for n, (_, text) in enumerate(lines):
        if len(text) > _WIDEST or _RULER.match(text):
            continue
        width = max(width, len(text))
        top = n * _HIGH
        start = len(text) - len(text.lstrip())
        goes_on = group == start and "  " not in text.strip() and not _DIGIT.search(text)
        group = start if goes_on or _GROUP.match(text) else None
        words += [
            Word(m[0], m.start() * _WIDE, top, m.end() * _WIDE - _BESIDE, top + _SIZE, _SIZE, group is not None)
            for m in _WORD.finditer(text)
        ]
    return Page(1, width * _WIDE, len(lines) * _HIGH, tuple(words))


def _lines(grid: FoundGrid, count: int) -> tuple[int, int]:
    """The first and the last line (from 0) whose middle lies in the grid."""
    first = max(0, round((grid.box[1] - _SIZE / 2) / _HIGH + 0.49))
    last = min(count - 1, int((grid.box[3] - _SIZE / 2) / _HIGH))
    return first, last


def _block(grid: FoundGrid, lines: Sequence[Numbered], page: Page, first: int, last: int) -> Block:
    starts = _Starts(page, lines)
    covered = {
        (row, column)
        for cell in grid.cells
        for row in range(cell.row, cell.row + cell.rowspan)
        for column in range(cell.column, cell.column + cell.colspan)
    }
    rows: list[list[tuple[int, Raw]]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append((cell.column, Raw(cell.text, starts.of(cell), cell.colspan, cell.rowspan)))
    for number, row in enumerate(rows):
        line = min((raw.line for _, raw in row), default=lines[first][0])
        row += [(c, Raw("", line)) for c in range(grid.columns) if (number, c) not in covered]
    cells = [[raw for _, raw in sorted(row, key=lambda item: item[0])] for row in rows]
    return Block(cells, lines[first][0], lines[last][0], grid.header_rows, grid.engine, ruled=False, score=grid.score)


class _Starts:
    """Where the words of cells begin."""

    def __init__(self, page: Page, lines: Sequence[Numbered]) -> None:
        self._lines = lines
        self._tops = [word.top for word in page.words]
        self._words = page.words

    def of(self, cell: FoundCell) -> int:
        """The line of the first word in the cell."""
        x0, top, x1, bottom = cell.box
        for at in range(bisect_left(self._tops, top - _SIZE / 2), bisect_right(self._tops, bottom)):
            word = self._words[at]
            if x0 <= (word.x0 + word.x1) / 2 <= x1 and top <= (word.top + word.bottom) / 2 <= bottom:
                return self._lines[round(word.top / _HIGH)][0]
        return self._lines[min(len(self._lines) - 1, max(0, round(top / _HIGH)))][0]
