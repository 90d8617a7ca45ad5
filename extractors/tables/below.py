"""Captions printed below their tables, told from captions that stand above the next one.

A caption between two tables belongs to the one above when that has none of its own and something else stands between
the caption and the next table: other text, a gap, or the end of the page.
"""

import re
from itertools import pairwise

from extractors.tables.captions import has_caption, is_caption, is_heading
from extractors.tables.cells import plain
from extractors.tables.stitch import Chain
from schemas.reading import Line

_ITEM = re.compile(r"^\W*(?:\(?\d{1,2}[.)]|\(?[a-z][.)])\s*\S")
_GAP = 1.0  # in heights of a line: what parts a caption from text that does not belong to it
_LONGEST = 3  # lines of one caption


def captions_below(chains: list[Chain], rest: list[Line]) -> None:
    """Give tables the captions below them: ``chain.below`` is set, and the lines leave the ``before`` of the next.

    Args:
        chains: the tables in reading order; ``before`` holds the lines since the table above.
        rest: the lines after the last table.
    """
    for chain, following in pairwise([*chains, None]):
        if chain is None or chain.split or has_caption(chain.before):
            continue
        lines = rest[: 2 * _LONGEST] if following is None else [] if following.split else following.before
        caption = _caption(chain, lines, last=following is None)
        if caption:
            chain.below = caption
            if following is not None:
                following.before = following.before[len(caption) :]


def _caption(chain: Chain, lines: list[Line], last: bool) -> list[Line]:
    """The lines of a caption right below a table; none when it stands above the next table."""
    page = chain.sheets[-1].page
    if page is None or not lines or lines[0].page != page or not is_caption(lines[0].text):
        return []
    box = chain.sheets[-1].bbox
    if box is not None and lines[0].bbox is not None and _distance(box[3], lines[0]) > 2 * _GAP:
        return []
    taken = [lines[0]]
    for line in lines[1:_LONGEST]:
        if _apart(taken[-1], line):
            break
        taken.append(line)
    return taken if len(taken) < len(lines) or last else []


def _apart(one: Line, other: Line) -> bool:
    """True when a line does not go on the caption: another page, a gap, a heading, the item of a list."""
    text = plain(other.text)
    if one.page != other.page or is_heading(other) or is_caption(text) or _ITEM.match(text):
        return True
    if one.bbox is None or other.bbox is None:
        return False
    return _distance(one.bbox[3], other) > _GAP


def _distance(bottom: float, line: Line) -> float:
    """The space between a bottom edge and a line below it, in heights of that line."""
    assert line.bbox is not None
    top, low = line.bbox[1], line.bbox[3]
    return (top - bottom) / max(low - top, 1.0)
