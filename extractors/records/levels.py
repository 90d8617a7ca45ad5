"""The level of each row of a budget table.

What a row says of itself comes first (prefix, code of the standard form, its column in a matrix, the words total and
belanja). The remaining rows share the level of the rows that are numbered like them; a way of numbering that nothing
names stands one level below the row it first follows. Where rows are not numbered at all, sums tell the outline, then
capitals and bold type, then the header.
"""

import re
from collections.abc import Sequence

from extractors.records import jumlah
from extractors.records.kode import code_level
from extractors.records.money_rows import MoneyRow
from extractors.records.name_columns import NameColumns
from extractors.records.signatures import spread
from schemas.records import Tingkat
from schemas.table import Kind, Table

_ABOVE = re.compile(r"^(?:sasaran(?: strategis)?|tujuan|misi|urusan|bidang urusan)\b(?!\s+program)", re.IGNORECASE)
_UNIT = re.compile(
    r"^(?:dinas|badan|kantor|kecamatan|inspektorat|sekretariat|rsud|uptd?|bidang|bagian|sub bagian|opd|skpd)\b",
    re.IGNORECASE,
)
_SUB = re.compile(r"sub\s*-?\s*keg", re.IGNORECASE)
_KEGIATAN = re.compile(r"kegiatan", re.IGNORECASE)
_PROGRAM = re.compile(r"program", re.IGNORECASE)


def find_levels(table: Table, rows: Sequence[MoneyRow], names: NameColumns) -> list[Tingkat]:
    """One level for each row, headings without amounts included."""
    title = f"{table.caption} {table.before}"
    labels = " ".join(c.label for c in table.columns)
    revenue = jumlah.is_revenue_table(title, labels)
    loose = names.by_indicator or table.kind is Kind.EFISIENSI
    said = [_said(row, loose or revenue) for row in rows]
    _parts_of_accounts(rows, said)
    _agency(rows, said)
    _unnamed(rows, said)
    if not any(level is None for level in said):
        return [level or Tingkat.LAINNYA for level in said]
    header = _header_levels(table, names)
    spread(rows, said, header)
    return [level or Tingkat.LAINNYA for level in said]


def is_above(text: str) -> bool:
    """A sasaran, tujuan, misi or urusan: it stands above programmes."""
    return bool(_ABOVE.match(text))


def _said(row: MoneyRow, loose: bool) -> Tingkat | None:
    """The level that a row itself tells, None when it is silent."""
    name = row.name
    if jumlah.is_total(name.text):
        return Tingkat.TOTAL
    if name.flow:
        return Tingkat.LAINNYA
    if name.kode and (level := code_level(name.kode)) is not None and not loose:
        return level
    if jumlah.is_account(name.text):
        return Tingkat.BELANJA
    if row.column_level is not None:
        return row.column_level
    if loose or jumlah.is_revenue(name.text) or _ABOVE.match(name.text):
        return Tingkat.LAINNYA
    return name.level


def _parts_of_accounts(rows: Sequence[MoneyRow], said: list[Tingkat | None]) -> None:
    """Rows under an account that only name a part of it are accounts too; under Belanja Tidak Langsung all are."""
    under = indirect = False
    for i, row in enumerate(rows):
        text = row.name.text
        if said[i] is Tingkat.BELANJA:
            under = True
            indirect = jumlah.is_indirect(text) or (indirect and not jumlah.heads_programmes(text))
        elif said[i] is not None:
            under = indirect = False
        elif row.filled and text and (indirect or (under and jumlah.is_part_of_account(text))):
            said[i] = Tingkat.BELANJA
        elif row.filled:
            under = False


def _agency(rows: Sequence[MoneyRow], said: list[Tingkat | None]) -> None:
    """A first row that names the agency and stands right above programmes is their total."""
    filled = [i for i, row in enumerate(rows) if row.filled]
    if len(filled) < 2 or said[filled[0]] is not None or not _UNIT.match(rows[filled[0]].name.text):
        return
    below = next((said[i] for i in range(filled[0] + 1, len(rows)) if said[i] is not None), None)
    if below is Tingkat.PROGRAM:
        said[filled[0]] = Tingkat.TOTAL


def _unnamed(rows: Sequence[MoneyRow], said: list[Tingkat | None]) -> None:
    """A single row without a name at the very end is the total."""
    bare = [i for i, row in enumerate(rows) if row.filled and not row.name.text and row.column_level is None]
    filled = [i for i, row in enumerate(rows) if row.filled]
    if len(bare) == 1 and len(filled) > 2 and bare[0] == filled[-1] and not rows[bare[0]].name.kode:
        said[bare[0]] = Tingkat.TOTAL


def _header_levels(table: Table, names: NameColumns) -> tuple[Tingkat, ...]:
    """The levels that the header of the name column announces, else those of caption and headings."""
    label = " ".join(table.columns[i].label for i in names.names if i < len(table.columns))
    for text in (label, f"{table.caption} {table.before}", table.section):
        found = _levels_in(text)
        if found:
            return found
    return ()


def _levels_in(text: str) -> tuple[Tingkat, ...]:
    rest = _SUB.sub(" ", text)
    found = [
        Tingkat.PROGRAM if _PROGRAM.search(rest) else None,
        Tingkat.KEGIATAN if _KEGIATAN.search(re.sub(r"\bsub\s*kegiatan", " ", text, flags=re.IGNORECASE)) else None,
        Tingkat.SUB_KEGIATAN if _SUB.search(text) else None,
    ]
    return tuple(level for level in found if level is not None)
