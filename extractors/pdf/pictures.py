"""Pictures on pages with text: a table pasted as a picture is not read, so the pages with pictures are named."""

from collections import Counter
from collections.abc import Sequence

from extractors.pdf.triage import covered
from schemas.page import Box, Page
from schemas.reading import Unread

_LEAST = 0.06  # share of the page that a picture with a table in it covers
_MOST = 0.9  # more is the paper itself, or a cover
_TINY = 0.004  # share of the page; smaller pictures are ornaments
_WORDS = 3  # more words inside, and the picture is their background
_REPEATED = 3  # pages on which the same picture makes it a letterhead
_COVER = 40  # words on the first page that make it a cover: its picture is an emblem
_NAMED = 30  # pages that are named

Picture = tuple[int, int, int, int]


def pictures(page: Page) -> tuple[Picture, ...]:
    """The pictures of a page that no text stands on, by their (rounded) boxes; none of a cover."""
    if page.number == 1 and len(page.words) < _COVER:
        return ()
    return tuple((round(b.x0), round(b.top), round(b.x1), round(b.bottom)) for b in page.images if _is_picture(b, page))


def _is_picture(box: Box, page: Page) -> bool:
    share = (box.x1 - box.x0) * (box.bottom - box.top) / (page.width * page.height or 1.0)
    return _TINY < share < _MOST and sum(1 for word in page.words if _inside(word.x0, word.top, box)) <= _WORDS


def _inside(x: float, y: float, box: Box) -> bool:
    return box.x0 <= x <= box.x1 and box.top <= y <= box.bottom


def unread_pictures(found: Sequence[tuple[int, float, float, tuple[Picture, ...]]]) -> list[Unread]:
    """One entry for all pages with pictures large enough to hold a table.

    Args:
        found: number, width and height of each page with text, and its pictures.
    """
    seen = Counter(picture for *_, own in found for picture in set(own))
    pages = []
    for number, width, height, own in found:
        boxes = tuple(Box(*map(float, picture)) for picture in own if seen[picture] < _REPEATED)
        if boxes and covered(Page(number, width, height, images=boxes)) >= _LEAST:
            pages.append(number)
    if not pages:
        return []
    listed = ", ".join(map(str, pages[:_NAMED])) + (", …" if len(pages) > _NAMED else "")
    return [Unread(page=pages[0], what=f"pictures: {listed}", reason="what is in pictures is not read")]
