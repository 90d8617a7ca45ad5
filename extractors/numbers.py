"""Printed numbers: the text of a cell, or the numbers in a sentence, to `Printed` values with their place."""

from extractors.cells import understand
from extractors.numerals import Kind
from schemas.number import Place, Printed

__all__ = ["Kind", "parse_number"]

_NOWHERE = Place()


def parse_number(raw: str, kind: Kind | None = None, place: Place = _NOWHERE, legible: bool = True) -> Printed:
    """What one cell prints.

    Args:
        raw: the text as printed; kept untouched in the result.
        kind: what the column holds ("money" in rupiah, "percent", "count", "measure") or None where unknown; it only
            decides between readings that the text leaves open (``97.500``) and whether the value is exact.
        place: where the text stands.
        legible: False when the text was recognised with doubt.

    Returns:
        A Printed in every case; no text raises. ``1,5 miliar`` is scaled, and its ``decimals`` is negative: the
        last printed place is 10 to the power of minus ``decimals``.
    """
    fields = understand(raw, kind)
    return Printed(raw=raw, place=place, legible=legible, **fields._asdict())
