"""Indicators of tables whose rows are years: the caption names the indicator, each row one year of it."""

import re
from collections.abc import Iterator

from extractors.numbers import parse_number
from extractors.records.value_columns import place_names
from extractors.tables.cells import plain
from extractors.tables.yearly import row_years
from schemas.number import Form, Place, Printed
from schemas.records import Indikator
from schemas.table import Role, Row, Table

_VALUES = (Role.TARGET, Role.REALISASI, Role.CAPAIAN)
_TITLE = re.compile(
    r"^\W*(?:tabel|table|tbl|grafik)\b\.?\s*(?:no\.?\s*)?[\dIVX]*(?:\s?[.\-]\s?\d{1,3})*\s*[.:]?\s*", re.IGNORECASE
)
_YEARS = re.compile(
    r"[\s,(]*(?:pada\s+|dari\s+|selama\s+)?(?:tahun|thn\.?|ta\.?|periode)?\s*(?:19|20)\d\d"
    r"(?:\s*(?:-|–|—|s\.?/?d\.?|sampai(?:\s+dengan)?|dan)\s*(?:19|20)\d\d)?\s*\)?\s*$",
    re.IGNORECASE,
)


def by_year(table: Table) -> Iterator[Indikator]:
    """One record for each row of a table whose rows are years and whose columns are target, realisasi and capaian."""
    columns = {role: found[0] for role in _VALUES if len(found := table.roles(role)) == 1}
    years = row_years(table.columns, table.rows) if len(columns) > 1 else {}
    name = subject(table.caption)
    if not years or not name:
        return
    places = place_names(table)
    for row in table.rows:
        values = {
            role: printed
            for role, column in columns.items()
            if (printed := _printed(table, row, column.index, places[column.index], role)) is not None
        }
        if row.index in years and any(value.form is not Form.MISSING for value in values.values()):
            yield Indikator(
                id=f"{table.id}.r{row.index}",
                table=table.id,
                row=row.index,
                page=row.page,
                line=row.line,
                indikator=name,
                tahun=years[row.index],
                target=values.get(Role.TARGET),
                realisasi=values.get(Role.REALISASI),
                capaian=values.get(Role.CAPAIAN),
            )


def subject(caption: str) -> str:
    """What a caption speaks of: its text without the number of the table and the years at its end."""
    return _YEARS.sub("", _TITLE.sub("", plain(caption))).strip(" .:,-–")


def _printed(table: Table, row: Row, index: int, place_name: str, role: Role) -> Printed | None:
    cell = row.cells[index]
    if cell is None or not cell.text.strip():
        return None
    place = Place(
        page=cell.page if cell.page is not None else row.page,
        line=cell.line if cell.line is not None else row.line,
        table=table.id,
        row=row.index,
        column=place_name,
        bbox=cell.bbox,
    )
    return parse_number(plain(cell.text), "percent" if role is Role.CAPAIAN else None, place, cell.legible)
