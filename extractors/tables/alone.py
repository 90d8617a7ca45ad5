"""Captions of tables below which no table was found: it may be a picture, or lines that were not known as a table."""

import re
from collections.abc import Iterable, Sequence

from extractors.tables.captions import is_caption
from extractors.tables.cells import plain
from schemas.reading import Grid, Line, Unread

_REACH = 6  # lines between a caption and its table
_LIST = 3  # lines between two captions of a list of tables
_SHOWN = 100
_NUMBERED = re.compile(
    r"^\W*(?:tabel|table|tbl)\.?\s*(?:no\.?\s*)?[\dIVX]+(?:[.\-][\dIVX]+)*[.:]?\s*(?P<title>.*)$", re.I
)
_SOURCE = re.compile(r"^\W*(?:sumber|keterangan|catatan)\b", re.IGNORECASE)
_TITLE = re.compile(r"^[^\W\d_]")


def captions_alone(
    lines: Sequence[Line], grids: Sequence[Grid], below: Iterable[Line], unread: Sequence[Unread]
) -> list[Unread]:
    """An entry for each caption without a table.

    Args:
        lines: running titles and page numbers left out.
        grids: every grid, in any order.
        below: the lines of captions that stand below their tables.
        unread: what readers have told already; a caption that is named there is not told again.
    """
    told = {line.order for line in below}
    captions = [n for n, line in enumerate(lines) if _is_caption(line)]
    orders = sorted(grid.order for grid in grids)
    out = []
    for n in captions:
        listed = any(m != n and abs(m - n) <= _LIST for m in captions)
        line = lines[n]
        if listed or line.order in told or _has_table(lines, n, orders):
            continue
        title = plain(lines[n + 1].text) if n + 1 < len(lines) and lines[n + 1].page == line.page else ""
        title = "" if _SOURCE.match(title) else title
        text = plain(line.text)
        if any(entry.page == line.page and text[:_SHOWN] in entry.what for entry in unread):
            continue
        what = f"caption: {f'{text} {title}'.strip()[:_SHOWN]}"
        out.append(Unread(page=line.page, line=line.line, what=what, reason="no table was found below this caption"))
    return out


def _is_caption(line: Line) -> bool:
    """True for "Tabel 3.1" with or without its title; a sentence that begins so reads on in small letters."""
    found = _NUMBERED.match(plain(line.text)) if is_caption(line.text) else None
    if found is None:
        return False
    title = found["title"]
    return not title or ((_TITLE.match(title) is None or title[0].isupper()) and not title.endswith((".", ",", ";")))


def _has_table(lines: Sequence[Line], at: int, orders: Sequence[int]) -> bool:
    """Whether a grid stands a few lines below the caption."""
    until = lines[at + _REACH + 1].order if at + _REACH + 1 < len(lines) else float("inf")
    return any(lines[at].order < order < until for order in orders)
