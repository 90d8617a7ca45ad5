"""Years that a title or a label names, held against the years of the columns it speaks of."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from schemas.table import Column, Role, Stage, Table

_YEAR = re.compile(r"(?<!\d)(20\d\d)(?!\d)")
_SPAN = re.compile(r"20\d\d\s*(?:[-–—]|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*(?:tahun\s*)?20\d\d", re.IGNORECASE)
_NUMBER = re.compile(r"\d+")


class Slip(NamedTuple):
    """Years that are ``said`` where the columns are of the years ``held``."""

    said: str
    held: str
    columns: tuple[Column, ...]


def title_slip(table: Table) -> Slip | None:
    """A title that names years, and none of those that the columns of realisation print in their labels.

    The year of a mid-term target in the title ("… dan Target Renstra 2024") is that target's; a column without a year
    in its label takes that of the title.
    """
    ends = {c.year for c in table.roles(Role.TARGET) if c.stage is Stage.AKHIR}
    said = named_years(table.caption) - ends
    columns = tuple(table.roles(Role.REALISASI))
    if any(c.year is None or str(c.year) not in c.label for c in columns):
        return None
    held = {c.year for c in columns if c.year}
    return Slip(_told(said), _told(held), columns) if said and held and not said & held else None


def ratio_slips(table: Table) -> Iterator[Slip]:
    """Ratios whose labels name years, and none of those of the two columns that their formula divides."""
    numbered = {c.number: c for c in table.columns if c.number is not None}
    for column in table.columns:
        said = named_years(column.label)
        if not said or not column.formula:
            continue
        used = [numbered.get(int(n)) for n in _NUMBER.findall(column.formula.split("=")[-1]) if n != "100"]
        held = {c.year for c in used if c is not None and c.year}
        if len(used) == 2 and all(used) and held and not said & held:
            yield Slip(_told(said), _told(held), (column,))


def named_years(text: str) -> set[int]:
    """The years that a text names; periods ("2018-2023") are left out."""
    return {int(year) for year in _YEAR.findall(_SPAN.sub(" ", text))}


def _told(years: set[int]) -> str:
    return ", ".join(map(str, sorted(years)))
