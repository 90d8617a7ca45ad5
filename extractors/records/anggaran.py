"""Budget rows of all tables: programme, kegiatan, sub kegiatan, expenditure accounts, totals."""

import re
from collections.abc import Sequence

from extractors.records.jumlah import is_account
from extractors.records.levels import find_levels
from extractors.records.masukan import input_name
from extractors.records.money_columns import MoneyColumns, find_money_columns, speaks_of_money
from extractors.records.money_rows import MoneyRow, is_measure, read_rows
from extractors.records.name_columns import NameColumns, find_name_columns
from extractors.records.parents import find_parents
from extractors.records.uraian import clean
from schemas.records import Anggaran, Identity, Tingkat
from schemas.table import Kind, Role, Stage, Table

_NO_BUDGET = {Kind.IKU, Kind.SKALA_PREDIKAT}
_SASARAN = re.compile(r"^sasaran(?:\s+strategis)?\b", re.IGNORECASE)
_LEVEL_WORD = re.compile(r"program|kegiatan|belanja|rekening", re.IGNORECASE)
_REVISED = re.compile(r"p-?apbd|perubahan|setelah perubahan", re.IGNORECASE)


def find_anggaran(tables: tuple[Table, ...], identity: Identity) -> tuple[Anggaran, ...]:
    """One record for each printed budget row, in reading order.

    ``anggaran`` holds the last stage printed for the reported year, ``anggaran_sebelum`` the earlier one, in rupiah
    (amounts in thousands or millions are scaled as the header says). Headings without amounts are no records.
    ``induk`` is the id of the parent row of the same table.
    """
    found: list[Anggaran] = []
    for chain in _chains(tables):
        found.extend(_rows_of(chain, identity))
    return tuple(found)


def _chains(tables: Sequence[Table]) -> list[list[Table]]:
    """Tables with their continuations: blocks on the next page that repeat no header and have as many columns."""
    chains: list[list[Table]] = []
    for table in tables:
        if chains and _continues(chains[-1][-1], table):
            chains[-1].append(table)
        else:
            chains.append([table])
    return chains


def _continues(last: Table, table: Table) -> bool:
    if len(last.columns) != len(table.columns) or not last.pages or not table.pages:
        return False
    if table.pages[0] - last.pages[-1] != 1 or last.kind in _NO_BUDGET or last.rotated != table.rotated:
        return False
    labels = [c.label for c in table.columns]
    if any(labels):
        return labels == [c.label for c in last.columns] and table.caption in {"", last.caption}
    return not table.number


def _rows_of(chain: Sequence[Table], identity: Identity) -> list[Anggaran]:
    table = chain[0]
    if table.kind in _NO_BUDGET:
        return []
    money = find_money_columns(table, identity.tahun)
    if money is None:
        return [] if len(chain) == 1 else _rows_of(chain[1:], identity)
    return rows_with(chain, money)


def rows_with(chain: Sequence[Table], money: MoneyColumns) -> list[Anggaran]:
    """The budget rows of a table and its continuations, their amounts taken from these columns."""
    table = chain[0]
    names = find_name_columns(table, money)
    rows = [row for part in chain for row in read_rows(part, table, money, names)]
    if not money.sparse and not _is_budget(table, rows, names) and not speaks_of_money(table, money):
        return []
    if money.sparse:
        rows = [row if row.name.flow else _with_input(table, row, money) for row in rows]
    filled = [row for row in rows if row.filled]
    if not filled or sum(not row.name.text for row in filled) * 2 > len(filled):
        return []
    levels = find_levels(table, rows, names)
    parents = find_parents(rows, levels)
    stage = _stage(table, money)
    sasaran = _sasaran(table, rows, levels, names)
    note = next((c.index for c in table.columns if c.role is Role.KETERANGAN), None)
    return [
        _record(row, levels[i], rows[parent] if parent is not None else None, sasaran[i], _noted(row, note) or stage)
        for i, (row, parent) in enumerate(zip(rows, parents, strict=True))
        if row.filled
    ]


def _with_input(table: Table, row: MoneyRow, money: MoneyColumns) -> MoneyRow:
    """A row among targets, as the input that stands in the column of indicators; unfilled when it is none."""
    name = input_name(table, row.row, money.anggaran) if money.anggaran is not None else None
    return row._replace(filled=False) if name is None else row._replace(name=name, column_level=None, filled=True)


def _is_budget(table: Table, rows: Sequence[MoneyRow], names: NameColumns) -> bool:
    """True when the rows name programmes, kegiatan or accounts themselves, and not indicators."""
    filled = [row for row in rows if row.filled]
    if names.by_indicator or sum(is_measure(row.name.text) for row in filled) * 2 >= len(filled):
        return False
    if any(_LEVEL_WORD.search(table.columns[i].label) for i in names.names):
        return True
    return any(
        row.name.level is not None or row.name.flow or row.name.kode or is_account(row.name.text) for row in rows
    )


def _record(
    row: MoneyRow, level: Tingkat, parent: MoneyRow | None, sasaran: str | None, stage: Stage | None
) -> Anggaran:
    first = next((p for p in (row.anggaran, row.realisasi, row.sebelum, row.persen) if p is not None), None)
    return Anggaran(
        id=_id(row),
        table=row.table,
        row=row.row.index,
        page=row.row.page if row.row.page is not None else (first.place.page if first else None),
        line=row.row.line if row.row.line is not None else (first.place.line if first else None),
        tingkat=level,
        nomor=row.name.nomor,
        kode=row.name.kode,
        uraian=row.name.text,
        induk=_id(parent) if parent is not None else None,
        sasaran=sasaran,
        anggaran=row.anggaran,
        anggaran_sebelum=row.sebelum,
        realisasi=row.realisasi,
        persen=row.persen,
        sisa=row.sisa,
        stage=stage,
    )


def _id(row: MoneyRow) -> str:
    return f"{row.table}.r{row.row.index}"


def _stage(table: Table, money: MoneyColumns) -> Stage | None:
    if money.anggaran is not None and table.columns[money.anggaran].stage is not None:
        return table.columns[money.anggaran].stage
    return Stage.PERUBAHAN if _REVISED.search(table.caption) else None


def _noted(row: MoneyRow, note: int | None) -> Stage | None:
    return Stage.PERUBAHAN if note is not None and _REVISED.search(row.row.text(note)) else None


def _sasaran(table: Table, rows: list[MoneyRow], levels: list[Tingkat], names: NameColumns) -> list[str | None]:
    """The sasaran each row serves: its column, a heading row above it, or the heading above the table."""
    current: str | None = None
    for text in (table.caption, table.before, table.section.rsplit(" / ", 1)[-1]):
        if _SASARAN.match(text.strip()):
            current = clean(text)
            break
    found: list[str | None] = []
    for row, level in zip(rows, levels, strict=True):
        own = row.row.name(names.sasaran) if names.sasaran is not None else ""
        if own and level is not Tingkat.TOTAL:
            current = clean(own)
        elif not row.filled and _SASARAN.match(row.name.text):
            current = row.name.text
        found.append(current if level is not Tingkat.TOTAL else None)
    return found
