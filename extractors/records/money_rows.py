"""One row of a budget table: its names, numbers and amounts, before its level is known."""

import re
from typing import NamedTuple

from extractors.numbers import Kind as Holds
from extractors.numbers import parse_number
from extractors.records.jumlah import heads_programmes, is_total
from extractors.records.kode import tidy_code
from extractors.records.money_columns import MoneyColumns
from extractors.records.name_columns import NameColumns
from extractors.records.nominal import has_letters, is_amount, is_blank_amount, is_money, is_zero
from extractors.records.uraian import Name, clean, read_name
from extractors.tables.yearly import row_years
from schemas.number import Form, Place, Printed
from schemas.records import Tingkat
from schemas.table import Role, Row, Table

_MEASURE = re.compile(r"^(?:jumlah|persentase|prosentase|nilai|indeks|tingkat)\s+\w+", re.IGNORECASE)
_GAP = re.compile(r"(?<=\d)\s+(?=[\d.,])|(?<=[.,])\s+(?=\d)")


class MoneyRow(NamedTuple):
    """A row with its amounts; ``filled`` is false for headings, which only give context."""

    table: str
    row: Row
    name: Name
    column_level: Tingkat | None
    bold: bool
    caps: bool
    anggaran: Printed | None
    sebelum: Printed | None
    realisasi: Printed | None
    persen: Printed | None
    sisa: Printed | None
    filled: bool


def is_measure(name: str) -> bool:
    """A name that is an indicator ("Persentase desa …"); ``Jumlah`` alone is a total."""
    return bool(_MEASURE.match(name)) and not is_total(name)


def read_rows(table: Table, head: Table, money: MoneyColumns, names: NameColumns) -> list[MoneyRow]:
    """All rows of the table, in order. ``head`` is the table whose header holds (itself, or the one it continues)."""
    scales = {c.index: c.scale for c in head.columns}
    years = row_years(head.columns, table.rows)
    return [_read(table, row, money, names, scales, years.get(row.index)) for row in table.rows]


def _read(
    table: Table, row: Row, money: MoneyColumns, names: NameColumns, scales: dict[int, int], year: int | None
) -> MoneyRow:
    shift = _shift(row, money)
    level, raw, cell_at = (Tingkat.LAINNYA, f"Tahun {year}", None) if year else _name(row, names, shift)
    if not raw and names.twin is not None and row.text(names.twin):
        raw, cell_at = row.text(names.twin), names.twin
    name = read_name(raw)
    if level is not None and shift and is_measure(name.text):
        name = name._replace(text="")  # an indicator stands where the name should: the name is not printed
    code = _code(row, names)
    number = _number(row, names, cell_at)
    name = name._replace(kode=code or name.kode, nomor=number or name.nomor)

    def amount(index: int | None, column: str) -> Printed | None:
        if index is None:
            return None
        text = row.text(index - shift)
        if not text or not (is_amount(text) or is_blank_amount(text)):
            return None
        return _scaled(_printed(table, row, index - shift, column, "money"), scales.get(index, 1))

    anggaran = amount(money.anggaran, "anggaran")
    sebelum = amount(money.sebelum, "anggaran_sebelum")
    measured = any(c.index != money.realisasi for c in table.roles(Role.REALISASI))
    realisasi = amount(money.realisasi, "realisasi anggaran" if measured else "realisasi")
    persen = None
    if money.persen is not None and row.text(money.persen):
        persen = _printed(table, row, money.persen, "persen", "percent")
    cell = row.cells[cell_at] if cell_at is not None and cell_at < len(row.cells) else None
    letters = [c for c in clean(raw) if c.isalpha()]
    return MoneyRow(
        table=table.id,
        row=row,
        name=name,
        column_level=level,
        bold=bool(cell and cell.bold),
        caps=len(letters) > 4 and all(c.isupper() for c in letters),
        anggaran=anggaran,
        sebelum=sebelum,
        realisasi=realisasi,
        persen=persen,
        sisa=amount(money.sisa, "sisa"),
        filled=_is_filled((anggaran, sebelum, realisasi), name, row) or _heads_with_share(name.text, persen),
    )


def _is_filled(amounts: tuple[Printed | None, ...], name: Name, row: Row) -> bool:
    """True when the row prints an amount: small counts of an output and rows of column numbers are none.

    Dashes without a name are another indicator of the row above.
    """
    printed = [p for p in amounts if p is not None]
    if not name.text and all(p.missing for p in printed):
        return False
    if name.flow:
        return any(is_money(p.raw) or is_zero(p.raw) for p in printed)
    return bool(printed) and (bool(name.text) or not _ordinals(row))


def _heads_with_share(name: str, persen: Printed | None) -> bool:
    """True for "Belanja Langsung" or a total that prints its percentage and no amount."""
    return persen is not None and persen.value is not None and (heads_programmes(name) or is_total(name))


_ORDINAL = re.compile(r"\(?-?\d{1,2}\)?(?:\s*=.*)?")


def _ordinals(row: Row) -> bool:
    """A row of column numbers: ``1 2 3 4 5``, ``(1) (2) (3 = 2/1)``."""
    texts = [part for cell in row.cells if cell is not None for part in cell.text.split()]
    return len(texts) >= 3 and all(_ORDINAL.fullmatch(part) for part in texts)


def _shift(row: Row, money: MoneyColumns) -> int:
    """How many columns to the left a row stands that lost a cell: its only amount is not in the last column."""
    if money.anggaran is None or money.realisasi is not None or money.sebelum is not None:
        return 0
    if row.text(money.anggaran):
        return 0
    for lost in (1, 2):
        if money.anggaran >= lost and is_money(row.text(money.anggaran - lost)):
            return lost
    return 0


def _printed(table: Table, row: Row, index: int, column: str, kind: Holds) -> Printed:
    cell = row.cells[index]
    place = Place(
        page=cell.page if cell and cell.page is not None else row.page,
        line=cell.line if cell and cell.line is not None else row.line,
        table=table.id,
        row=row.index,
        column=column,
        bbox=cell.bbox if cell else None,
    )
    legible = cell.legible if cell else True
    text = row.text(index)
    printed = parse_number(text, kind, place, legible)
    if printed.form is Form.TEXT and kind == "money" and is_amount(text):
        joined = parse_number(_GAP.sub("", text.replace("\n", "")), kind, place, legible)
        if joined.value is not None:
            return joined.model_copy(update={"raw": text})
    return printed


def _scaled(printed: Printed, scale: int) -> Printed:
    """An amount in thousands or millions in rupiah; its last printed place is then that much coarser."""
    if scale == 1 or printed.value is None or printed.decimals < 0:
        return printed
    power = len(str(scale)) - 1
    return printed.model_copy(
        update={"value": printed.value * scale, "decimals": printed.decimals - power, "exact": False}
    )


def _name(row: Row, names: NameColumns, shift: int) -> tuple[Tingkat | None, str, int | None]:
    """The deepest name that the row prints itself, its level when the column tells, and the column."""
    for level, columns in (names.owner,) if names.owner else reversed(names.levels):
        text = _joined(row, tuple(i - shift for i in columns))
        if has_letters(text):
            return level, text, columns[-1] - shift
        if shift:
            return level, "", None
    text = _joined(row, names.names)
    if has_letters(text) and not names.levels:
        return None, text, names.names[-1] if len(names.names) == 1 else _first_with_letters(row, names.names)
    if row.span_heading:
        return None, row.span_heading, 0
    for index in (*names.numbers, *range(min(names.first_money, len(row.cells)))):
        other = row.text(index)
        if has_letters(other) and (is_total(other) or (index not in names.beside and not names.owner)):
            return None, other, index
    if names.levels:
        return (names.owner or names.levels[-1])[0], "", None
    return None, "", None


def _first_with_letters(row: Row, columns: tuple[int, ...]) -> int | None:
    return next((i for i in columns if has_letters(row.text(i))), None)


def _joined(row: Row, columns: tuple[int, ...]) -> str:
    return " ".join(filter(None, (row.text(i) for i in columns)))


def _number(row: Row, names: NameColumns, cell_at: int | None) -> str | None:
    own = [i for i in names.numbers if names.sasaran is None or i > names.sasaran]  # others number the sasaran
    parts = [row.text(i) for i in own if i != cell_at and row.text(i)]
    text = " ".join(part for part in parts if (len(part) <= 12 and not has_letters(part)) or _roman(part))
    return clean(text).rstrip(".") or None if text else None


def _roman(text: str) -> bool:
    return bool(re.fullmatch(r"[IVXLivxl]{1,7}[.)]?", text.strip()))


def _code(row: Row, names: NameColumns) -> str | None:
    parts = [row.text(i).strip() for i in names.codes]
    parts = [p for p in parts if p]
    if not parts:
        return None
    return tidy_code(".".join(part.strip(". ") for part in parts))
