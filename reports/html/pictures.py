"""Pictures of pages, small enough that a report of a hundred marked pages stays a file one can send.

Pages become grey pictures of few shades without loss: text stays sharp, and the coloured marks stand out. Where
that is too large (photographs), a lossy picture is taken. Each page may use its share of what is left.
"""

import base64
import io
from collections.abc import Iterable
from typing import Any

from PIL import Image

BUDGET = 3_300_000
"""Bytes for all pictures of one file together; base64 adds a third."""
MOST = 160_000
"""Bytes for one picture, however few there are."""
LOSSLESS = ((110, 16), (100, 8), (90, 8), (80, 4))  # dots per inch, shades of grey
LOSSY = ((96, 45), (84, 30), (72, 20), (60, 10), (40, 5))  # dots per inch, quality
LARGEST = 2400
"""Pixels of the longer side: a plan in A0 is no reason for a picture of A0."""


def take_pictures(document: Any, numbers: Iterable[int]) -> dict[int, str]:
    """The pages (from 1) of an open PDFium document as data addresses; a page that fits no budget is left out."""
    wanted = sorted(set(numbers))
    left = BUDGET
    pictures = {}
    for done, number in enumerate(wanted):
        share = min(MOST, left // (len(wanted) - done))
        data = _picture(document, number, share)
        if data is not None:
            left -= len(data)
            pictures[number] = "data:image/webp;base64," + base64.b64encode(data).decode("ascii")
    return pictures


def _picture(document: Any, number: int, share: int) -> bytes | None:
    page = document[number - 1]
    try:
        longer = max(page.get_size())
        photographs = False
        for dpi, shades in LOSSLESS:
            data = _lossless(_drawn(page, dpi, longer), shades)
            if len(data) <= share:
                return data
            if len(data) > 3 * share:
                photographs = True
                break
        for dpi, quality in LOSSY if photographs else LOSSY[2:]:
            data = _encoded(_drawn(page, dpi, longer), quality=quality, method=2)
            if len(data) <= share:
                return data
        return None
    finally:
        page.close()


def _drawn(page: Any, dpi: int, longer: float) -> Image.Image:
    scale = min(dpi / 72, LARGEST / longer)
    picture: Image.Image = page.render(scale=scale, grayscale=True).to_pil().convert("L")
    return picture


def _lossless(picture: Image.Image, shades: int) -> bytes:
    step = 255 / (shades - 1)
    return _encoded(
        picture.point([round(round(v / step) * step) for v in range(256)]), lossless=True, quality=25, method=1
    )


def _encoded(picture: Image.Image, **options: Any) -> bytes:
    stream = io.BytesIO()
    picture.save(stream, "WEBP", **options)
    return stream.getvalue()
