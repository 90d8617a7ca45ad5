"""Which columns of a budget table hold names, numbers and codes."""

import re
from typing import NamedTuple

from extractors.records.money_columns import MoneyColumns
from extractors.records.nominal import has_letters
from schemas.records import Tingkat
from schemas.table import Role, Table

_LEVEL_ROLES = {
    Role.PROGRAM: Tingkat.PROGRAM,
    Role.KEGIATAN: Tingkat.KEGIATAN,
    Role.SUB_KEGIATAN: Tingkat.SUB_KEGIATAN,
}
_BESIDE = {
    Role.INDIKATOR,
    Role.INDIKATOR_TUJUAN,
    Role.SATUAN,
    Role.TARGET,
    Role.TUJUAN,
    Role.SASARAN,
    Role.KETERANGAN,
    Role.PENANGGUNG_JAWAB,
    Role.SUMBER_DATA,
    Role.FORMULASI,
}
_LEVELLED = re.compile(r"program|kegiatan", re.IGNORECASE)
_INDICATOR = re.compile(r"^\W*indikator|tolok ukur|keluaran|hasil", re.IGNORECASE)


class NameColumns(NamedTuple):
    """Where names stand. ``levels`` has two or more entries in a matrix with one column for each level."""

    names: tuple[int, ...]
    levels: tuple[tuple[Tingkat, tuple[int, ...]], ...]
    numbers: tuple[int, ...]
    codes: tuple[int, ...]
    sasaran: int | None
    first_money: int
    by_indicator: bool = False
    owner: tuple[Tingkat, tuple[int, ...]] | None = None  # the level that the amounts belong to by their header
    beside: tuple[int, ...] = ()  # columns whose text is never a name: indicators, units, notes
    twin: int | None = None  # a further column of names, of another group ("Rancangan awal", "Hasil analisis")


def find_name_columns(table: Table, money: MoneyColumns) -> NameColumns:
    """The columns with names, numbers and codes of a budget table."""
    used = {i for i in (money.anggaran, money.sebelum, money.realisasi, money.persen, money.sisa) if i is not None}
    first = min(i for i in (money.anggaran, money.sebelum, money.realisasi) if i is not None)
    at = {role: tuple(c.index for c in table.roles(role) if c.index not in used) for role in Role}
    levels = [(tingkat, at[role]) for role, tingkat in _LEVEL_ROLES.items() if at[role]]
    free = tuple(c for c in table.roles(Role.URAIAN) if c.index not in used and c.index < first)
    named = tuple(c.index for c in free if not _INDICATOR.search(c.label))[:1]
    if levels and named and _LEVELLED.search(table.columns[named[0]].label):
        above = {Tingkat.SUB_KEGIATAN: Tingkat.KEGIATAN, Tingkat.KEGIATAN: Tingkat.PROGRAM}.get(levels[0][0])
        levels = [(above, named), *levels] if above else levels
    names = tuple(i for _, columns in levels for i in columns) or named
    by_indicator = False
    if not names:
        names = at[Role.INDIKATOR] or at[Role.SASARAN] or at[Role.TUJUAN]
        by_indicator = bool(names)
    if not names:
        names = _wordy(table, first, used)
    numbers = tuple(i for i in at[Role.NO] if not names or i < min(names)) or at[Role.NO][:1]
    twin = _twin(table, names, used)
    if twin is not None and money.anggaran is not None:
        group = table.columns[money.anggaran].group
        if group and group == table.columns[twin].group:  # the name of the stage whose amount is taken
            names, twin = (twin,), names[0]
    sasaran = at[Role.SASARAN][0] if at[Role.SASARAN] and at[Role.SASARAN][0] not in names else None
    return NameColumns(
        names,
        tuple(levels) if len(levels) > 1 else (),
        numbers,
        at[Role.KODE],
        sasaran,
        first,
        by_indicator,
        _owner(table, levels, first) if len(levels) > 1 else None,
        tuple(
            c.index
            for c in table.columns
            if c.index not in names and (c.role in _BESIDE or (c.role is Role.URAIAN and _INDICATOR.search(c.label)))
        ),
        twin,
    )


def _twin(table: Table, names: tuple[int, ...], used: set[int]) -> int | None:
    """The column that carries the same label under another group: a row may print its name only there."""
    if len(names) != 1 or not table.columns[names[0]].group:
        return None
    own = table.columns[names[0]]
    leaf = own.label.removeprefix(own.group).strip()
    for c in table.columns:
        other = c.group and c.group != own.group and c.label.removeprefix(c.group).strip() == leaf
        if other and leaf and c.index not in used and c.role is own.role:
            return c.index
    return None


def _wordy(table: Table, first: int, used: set[int]) -> tuple[int, ...]:
    """Where names stand in a table without a header: the first column with words left of the amounts.

    A further column belongs to it when hardly any row fills both (programme and kegiatan in columns of their own).
    """
    words = {
        c.index: {row.index for row in table.rows if has_letters(row.text(c.index))}
        for c in table.columns
        if c.role not in {Role.NO, Role.KODE, Role.SATUAN, Role.KETERANGAN} and c.index not in used
    }
    words = {i: rows for i, rows in words.items() if rows}
    found: list[int] = []
    named: set[int] = set()
    for index in [i for i in words if i < first] or list(words):
        if found and len(words[index] & named) * 10 > len(words[index]):
            break
        found.append(index)
        named |= words[index]
    return tuple(found)


def _owner(
    table: Table, levels: list[tuple[Tingkat, tuple[int, ...]]], first: int
) -> tuple[Tingkat, tuple[int, ...]] | None:
    """The level whose column stands under the same upper header cell as the amounts."""
    group = table.columns[first].group
    if not group:
        return None
    return next((level for level in levels if any(table.columns[i].group == group for i in level[1])), None)
