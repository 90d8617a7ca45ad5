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
STEPS = (
    *((dpi, shades, 0) for dpi, shades in ((110, 16), (100, 8), (90, 8), (80, 4))),
    *((dpi, 0, quality) for dpi, quality in ((84, 30), (72, 20), (60, 10), (40, 5))),
)
"""What is tried in turn: dots per inch, and shades of grey (without loss) or quality (with loss)."""
LOSSY = 4
"""The first step with loss: photographs, whose lossless pictures are far too large, begin there."""
LARGEST = 2400
"""Pixels of the longer side: a plan in A0 is no reason for a picture of A0."""


def take_pictures(document: Any, numbers: Iterable[int]) -> dict[int, str]:
    """The pages (from 1) of an open PDFium document as data addresses; a page that fits no budget is left out."""
    wanted = sorted(set(numbers))
    left, step = BUDGET, 0
    pictures = {}
    for done, number in enumerate(wanted):
        share = min(MOST, left // (len(wanted) - done))
        page = document[number - 1]
        data, step = _picture(page, step, share)  # pages of one document are alike: begin where the last one fitted
        page.close()
        if data is not None:
            left -= len(data)
            pictures[number] = "data:image/webp;base64," + base64.b64encode(data).decode("ascii")
    return pictures


def _picture(page: Any, begin: int, share: int) -> tuple[bytes | None, int]:
    """A picture within its share, and the step with which the next page should begin."""
    longer = max(page.get_size())
    step = begin
    while step < len(STEPS):
        dpi, shades, quality = STEPS[step]
        picture = _drawn(page, dpi, longer)
        data = _lossless(picture, shades) if shades else _encoded(picture, quality=quality, method=1)
        if len(data) <= share:
            roomy = step == begin and 2 * len(data) <= share
            return data, max(0, step - 1) if roomy else step
        step = LOSSY if step < LOSSY and len(data) > 3 * share else step + 1
    return None, LOSSY


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
