"""A header alone at the foot of a page: the rows without drawn borders that stand under it on the next page.

        Program                     Anggaran            Keterangan
                                                                12
    ---------------------------------------------------------------
    1.  Program Pembinaan Olahraga  Rp. 75.400.000,-    APBD

The header names the columns of the rows when every label stands over a column of its own and every column but that
of the numbers has a label. Without such rows the line stays what it is: running text.
"""

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.pdf.extent import Extent
from extractors.pdf.found import FoundCell, FoundGrid, cell_of
from extractors.pdf.gutters import Column, PrintedLine, columns_of, crossed
from extractors.pdf.heading import head_cells
from extractors.tables.vocabulary import is_header_text
from schemas.page import Page

_FOOTER_LINES = 3  # lines below the header: page number, title of the report
LAST_LINES = _FOOTER_LINES + 1
"""Among so many lines at the end of a page the last one of a header without rows must stand."""
_APART = 3.4  # em between the middles of two lines of one header
_LEAST = 2  # labels


class Foot(NamedTuple):
    """A header without rows, and the page at whose foot it stands."""

    header: list[PrintedLine]
    page: Page


def may_end(lines: Sequence[PrintedLine]) -> bool:
    """Whether a header can stand among the last lines of a page: a quick look before ``header_at_foot``."""
    return any(map(_labels, lines))


def header_at_foot(lines: Sequence[PrintedLine]) -> list[PrintedLine]:
    """The lines of a header that has no rows below it on its page; empty when the page ends otherwise."""
    end = len(lines)
    while end and len(lines) - end <= _FOOTER_LINES and not _labels(lines[end - 1]):
        end -= 1
    first = end
    while first and _labels(lines[first - 1]):
        if first < end and lines[first].middle - lines[first - 1].middle > _APART * lines[first].size:
            break
        first -= 1
    header = list(lines[first:end])
    named = any(sum(p.kind != "n" for p in line.pieces) >= _LEAST for line in header)
    return header if named and len(lines) - end <= _FOOTER_LINES else []


def _labels(line: PrintedLine) -> bool:
    return all(p.kind in "ny" or is_header_text(p.text) for p in line.pieces)


def is_under(header: Sequence[PrintedLine], extent: Extent) -> bool:
    """Whether the columns of an extent without a header of its own are those that the header names."""
    if not header or extent.header:
        return False
    columns = columns_of([line for line in extent.body if line.is_row])
    named = [c for c in columns if c.kind != "o"]
    labels = [p for line in header for p in line.pieces if p.kind != "n"]
    over = [crossed(p, columns) for p in labels]
    if any(len(o) != 1 for o in over) or not any(c.kind == "v" for c in named):
        return False
    return {c for o in over for c in o} >= {n for n, c in enumerate(columns) if c.kind != "o"} and len(named) >= _LEAST


def head_grid(header: Sequence[PrintedLine], rows: FoundGrid) -> FoundGrid:
    """The header as a grid of its page, in the columns of the rows that stand under it on the next page."""
    columns = [Column(a, b, 0, 1, 0) for a, b in pairwise(rows.edges)]
    depth, head = head_cells(header, columns)
    top, bottom = min(line.top for line in header), max(line.bottom for line in header)
    levels = [top + (bottom - top) * n / depth for n in range(depth + 1)]
    cells: list[FoundCell] = []
    for cell in head:
        box = (
            rows.edges[cell.column],
            levels[cell.row],
            rows.edges[cell.column + cell.colspan],
            levels[cell.row + cell.rowspan],
        )
        cells.append(cell_of(cell.row, cell.column, box, cell.words, cell.rowspan, cell.colspan))
    return FoundGrid(
        (rows.edges[0], top, rows.edges[-1], bottom),
        depth,
        len(columns),
        tuple(sorted(cells)),
        rows.edges,
        ruled=False,
        engine="gutters",
        header_rows=depth,
    )
