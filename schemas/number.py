"""A printed number: what stands on the page, what it means, and where it stands."""

from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

from schemas.base import Frozen

BBox: TypeAlias = tuple[float, float, float, float]
"""(x0, top, x1, bottom) in points, origin at the top left of the page as it is shown."""


class Place(Frozen):
    """Where something is printed. ``page`` counts physical PDF pages from 1, ``line`` text lines from 1."""

    page: int | None = None
    line: int | None = None
    table: str | None = None
    row: int | None = None
    column: str | None = None
    bbox: BBox | None = None


class Form(StrEnum):
    """What kind of text the cell holds."""

    NUMBER = "number"
    MISSING = "missing"  # "-", "n/a", "nihil", empty
    MALFORMED = "malformed"  # digits, but no valid grouping: 4.55.000,00
    RANGE = "range"  # 5-6%, 76 % s/d 100 %
    BOUND = "bound"  # ≥ 80
    GRADE = "grade"  # B(65), WTP
    TEXT = "text"  # no number at all
    UNREADABLE = "unreadable"  # glyphs without a trustworthy meaning


class Printed(Frozen):
    """One printed number with its raw text.

    ``value`` is None unless the text holds exactly one readable number. ``decimals`` counts the printed decimal
    places. ``exact`` is true for money and counts, false for what was measured and rounded. ``low``/``high`` hold
    the ends of a range or inequality (None is open). ``candidates`` are repairs of a malformed number, best first;
    they are proposals only. ``alternatives`` are other legitimate readings of an ambiguous text (``97.500``).
    """

    raw: str
    value: Decimal | None = None
    decimals: int = 0
    unit: str | None = None
    exact: bool = False
    form: Form = Form.NUMBER
    low: Decimal | None = None
    high: Decimal | None = None
    grade: str | None = None
    candidates: tuple[Decimal, ...] = ()
    alternatives: tuple[Decimal, ...] = ()
    legible: bool = True
    place: Place = Place()

    @property
    def missing(self) -> bool:
        """True when the cell prints nothing that could be a value."""
        return self.form is Form.MISSING
