"""Tables without drawn borders."""

from extractors.pdf.found import FoundGrid
from schemas.number import BBox
from schemas.page import Page


def find_borderless(page: Page, taken: tuple[BBox, ...]) -> tuple[FoundGrid, ...]:
    """Tables of a page outside of the boxes that ruled tables have taken."""
    return ()
