"""The zones of a document that say whose it is: cover, running headers and footers, running text."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.records.bagian import heading, is_toc
from extractors.records.bersih import bersih
from extractors.records.halaman import furniture
from extractors.records.instansi import expand
from extractors.records.kalimat import Paragraf, paragraphs
from schemas.reading import Grid, Line, Reading

_COMMON = 0.3  # share of the pages that a running header stands on
_FEW = 12  # with fewer lines the text of the document is inside its grids
_PAGE_NUMBER = re.compile(r"^\d{1,3}(?=\D)|(?<=\D)\d{1,3}$|(?<=20\d\d)\d{1,3}$")
_LONGEST = 30  # lines that a cover has at most
_SHORT = 110  # a longer line is a sentence, not a title


class Zona(NamedTuple):
    """``cover`` and ``edges`` are clean, expanded lines; an edge comes with the number of pages that repeat it.

    ``cells`` are the first texts of a file that is one table; ``lines`` all lines of running text.
    """

    cover: tuple[str, ...]
    cells: tuple[str, ...]
    edges: tuple[tuple[str, int], ...]
    parts: tuple[Paragraf, ...]
    lines: tuple[str, ...]


def find_zona(reading: Reading) -> Zona:
    """Splits what was read into its zones; only the content is looked at, never the name of the file."""
    skip = furniture(reading.lines)
    clean = [(line, expand(bersih(line.text))) for line in reading.lines]
    return Zona(
        cover=_cover(clean, skip),
        cells=_cells(reading.grids) if sum(bool(text) for _, text in clean) < _FEW else (),
        edges=_edges(clean, skip),
        parts=paragraphs(reading.lines, (grid.order for grid in reading.grids)),
        lines=tuple(text for _, text in clean if text),
    )


def _cover(clean: Sequence[tuple[Line, str]], skip: frozenset[int]) -> tuple[str, ...]:
    found: list[str] = []
    first = clean[0][0].page if clean else None
    for line, text in clean:
        if not text or line.order in skip:
            continue
        if (line.page is not None and line.page != first) or len(found) >= _LONGEST:
            break
        head = heading(text, marked=line.heading is not None, bold=line.bold)
        if is_toc(text, line.text) or (head and head.kind in ("front", "bab", "ikhtisar")):
            break
        if len(text) > _SHORT or (text.endswith((".", ";")) and len(text) > 60):
            break
        found.append(text)
    return tuple(found)


def _cells(grids: Sequence[Grid]) -> tuple[str, ...]:
    """The first texts of the first grid, for a file that is one table from edge to edge."""
    return tuple(
        expand(bersih(cell.text))
        for grid in grids[:1]
        for cell in grid.cells
        if cell.row < 8 and 5 < len(cell.text) < _SHORT and any(c.isalpha() for c in cell.text)
    )[:_LONGEST]


def _edges(clean: Sequence[tuple[Line, str]], skip: frozenset[int]) -> tuple[tuple[str, int], ...]:
    pages: dict[str, int] = {}
    for line, text in clean:
        if line.order in skip and len(text) > 5:
            bare = _PAGE_NUMBER.sub("", text).strip()
            pages[bare] = pages.get(bare, 0) + 1
    number = len({line.page for line, _ in clean})
    return tuple((text, count) for text, count in pages.items() if count >= _COMMON * number)
