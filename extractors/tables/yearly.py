"""Tables whose rows are years: "Tahun | Target | Realisasi | %", one line for each year of one thing."""

from collections.abc import Sequence

from extractors.tables.years import names_year, year_of
from schemas.table import Column, Role, Row

_FIRST = 3  # how many columns may stand left of the values: number, year, and a spacer
_NAMES = frozenset(
    {
        Role.INDIKATOR,
        Role.INDIKATOR_TUJUAN,
        Role.SASARAN,
        Role.TUJUAN,
        Role.PROGRAM,
        Role.KEGIATAN,
        Role.SUB_KEGIATAN,
        Role.URAIAN,
    }
)


def year_column(columns: Sequence[Sequence[str]], roles: Sequence[Role | None]) -> int | None:
    """The column whose cells are years that name the rows; None where rows have other names, or years repeat.

    Args:
        columns: the body texts of each column.
        roles: what the labels say of each column.
    """
    if _NAMES & {role for role in roles if role is not None}:
        return None
    for c, texts in enumerate(columns[:_FIRST]):
        filled = [text for text in texts if text]
        years = [year_of(text) for text in filled if names_year(text)]
        if len(filled) >= 2 and len(years) == len(filled) == len(set(years)) and None not in years:
            return c
    return None


def row_years(columns: Sequence[Column], rows: Sequence[Row]) -> dict[int, int]:
    """The year of each row by its index; empty when the rows of the table are no years."""
    named = [row for row in rows if row.span_heading is None]
    at = year_column([[row.text(c.index) for row in named] for c in columns], [c.role for c in columns])
    if at is None:
        return {}
    return {row.index: year for row in named if (year := year_of(row.text(at))) is not None}
