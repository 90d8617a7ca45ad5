"""The numbers that a table prints, cell by cell, and how many of them stand in a record as numbers.

A cell may print several: lines with a value each, items of a list. Numbering, codes, years, names and remarks do not
count, unless an amount or a percentage stands alone where a name should.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from extractors.numbers import parse_number
from extractors.records.value_columns import place_names
from extractors.tables.cells import VALUES, Shape, has_digit, plain, shape
from schemas.number import Form, Printed
from schemas.table import Column, Role, Row, Table

_NUMBERS = VALUES - {Shape.GRADE}
NAMES = frozenset(
    {
        Role.NO,
        Role.KODE,
        Role.TUJUAN,
        Role.INDIKATOR_TUJUAN,
        Role.SASARAN,
        Role.INDIKATOR,
        Role.PROGRAM,
        Role.KEGIATAN,
        Role.SUB_KEGIATAN,
        Role.URAIAN,
        Role.KETERANGAN,
    }
)
"""Roles of columns that hold names, numbering and remarks: of these only amounts and percentages count."""
_VALUED = frozenset(
    {
        Role.TARGET,
        Role.REALISASI,
        Role.CAPAIAN,
        Role.NASIONAL,
        Role.SELISIH,
        Role.ANGGARAN,
        Role.REALISASI_ANGGARAN,
        Role.PERSEN,
        Role.SISA,
        Role.FISIK,
    }
)
_BAND = 24  # letters of a range such as "> 80 - < 100 %"
_NO_NUMBER = frozenset({Form.TEXT, Form.MISSING})
_AMOUNTS = re.compile(r"\brp\.?\s*\d[\d.,]*|(?<![\d.,/-])\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?", re.IGNORECASE)
_GROUPED = re.compile(r"^\d{1,3}(?:\.\d{3})+$")
_AMOUNT = re.compile(r"^(?:rp\.?\s*)?\d{1,3}(?:[.,]\d{3}){2,}|^rp\.?\s*\d", re.IGNORECASE)
_GOES_ON = re.compile(r"[/.,(-]$")
_ITEM = re.compile(r"^\(?\d{1,2}\s?[.)]\s*[^\W\d_]")
_UNIT_VALUE = re.compile(r"^(?!(?:per|skala|level|skor|rp)\b)[^\W\d_]{1,12}\s+\d[\d.,]*$", re.IGNORECASE)
_MARKED = re.compile(r"^[-•▪➢*]\s*\(?\d")
_YEAR = re.compile(r"^(?:19|20)\d\d$")
_ORDINAL = re.compile(r"\(?-?(\d{1,2})\)?(?:=\S*)?")


class Count(NamedTuple):
    """One cell: the index of its row, its column, how many numbers it prints and how many of these records hold."""

    row: int
    column: Column
    printed: int
    read: int


def count(table: Table, taken: dict[int, list[Printed]]) -> list[Count]:
    """The cells of a table that print numbers.

    Args:
        table: the table, its columns with roles.
        taken: by row, the numbers that records took from it.
    """
    names = place_names(table)
    out: list[Count] = []
    for row in table.rows:
        if _numbers_columns(row):
            continue
        cells = [(c, found) for c in table.columns if (found := numbers_of(row, c))]
        if cells:
            read = _read(row, cells, taken.get(row.index, []), names)
            out += [Count(row.index, c, len(found), read[c.index]) for c, found in cells]
    return out


def _numbers_columns(row: Row) -> bool:
    """True for a row that numbers the columns (1 2 3 4), however its cells are cut."""
    parts = [_ORDINAL.fullmatch(part) for cell in row.cells if cell is not None for part in cell.text.split()]
    numbers = [int(part[1]) for part in parts if part]
    return 3 <= len(numbers) == len(parts) and numbers[0] < 3 and all(b - a == 1 for a, b in pairwise(numbers))


def numbers_of(row: Row, column: Column) -> tuple[str, ...]:
    """The numbers that a cell prints, as texts; none for names and prose."""
    cell = row.cells[column.index] if column.index < len(row.cells) else None
    if cell is None or not has_digit(cell.text):
        return ()
    if row.span_heading is not None:
        return tuple(_AMOUNTS.findall(cell.text))
    if column.role in NAMES:
        return _in_name(plain(cell.text), column.role)
    if column.role is Role.SATUAN and _UNIT_VALUE.match(plain(cell.text)):
        return (plain(cell.text),)
    return _split(cell.text, column.role in _VALUED)


@lru_cache(maxsize=65536)
def _in_name(text: str, role: Role) -> tuple[str, ...]:
    """What stands where a name should: a value alone, or amounts within the name; remarks are sentences."""
    look = shape(text)
    if look is Shape.PERCENT or (look in _NUMBERS and _AMOUNT.match(text)):
        return (text,)
    if role is Role.NO and _GROUPED.match(text):
        return (text,)
    return () if role in {Role.NO, Role.KODE, Role.KETERANGAN} else tuple(_AMOUNTS.findall(text))


@lru_cache(maxsize=65536)
def _split(text: str, valued: bool) -> tuple[str, ...]:
    """The numbers of a cell. In a column of values (``valued``) whatever has a digit is at least one."""
    whole = plain(text)
    lines = _lines(text)
    if len(lines) > 1 and all(_MARKED.match(line) and has_digit(line) for line in lines):
        return tuple(lines)
    if valued:
        items = [line for line in lines if has_digit(line) and parse_number(line).form not in _NO_NUMBER]
        one = shape(whole) in _NUMBERS or parse_number(whole).form not in _NO_NUMBER
        return tuple(items) if len(items) > 1 and not one else (whole,)
    if _is_number(whole):
        return (whole,)
    values = [line for line in lines if _is_number(line)]
    return tuple(values) if len(values) * 2 > len(lines) else ()


def _is_number(text: str) -> bool:
    if _ITEM.match(text) or _YEAR.match(text):
        return False
    return shape(text) in _NUMBERS or (len(text) <= _BAND and parse_number(text).form in {Form.RANGE, Form.BOUND})


def _lines(text: str) -> list[str]:
    """The lines of a cell; one that ends open ("91/", "1.250.") goes on in the next."""
    out: list[str] = []
    for line in filter(None, map(plain, text.split("\n"))):
        if out and _GOES_ON.search(out[-1]):
            out[-1] += line
        else:
            out.append(line)
    return out


def _read(
    row: Row, cells: Sequence[tuple[Column, tuple[str, ...]]], taken: list[Printed], names: dict[int, str]
) -> dict[int, int]:
    """How many numbers of each cell the records of the row hold; each number of a record stands in one cell."""
    read = {column.index: 0 for column, _ in cells}
    for printed in taken:
        raw = plain(printed.raw)
        home: tuple[tuple[bool, bool, bool], int, int] | None = None
        for column, numbers in cells:
            whole = plain(row.text(column.index))
            left = len(numbers) - read[column.index]
            if not left or raw not in whole:
                continue
            gain = left if raw == whole else 1
            cell = row.cells[column.index]
            near = cell is not None and cell.bbox is not None and cell.bbox == printed.place.bbox
            rank = (names[column.index] == printed.place.column, near, raw == whole)
            if home is None or rank > home[0]:
                home = (rank, column.index, gain)
        if home is not None:
            read[home[1]] += home[2]
    return read
