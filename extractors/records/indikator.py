"""Indicator records: one for each indicator and year of every table that prints their values."""

import re
from collections.abc import Iterator

from extractors.numbers import Kind as Holds
from extractors.numbers import parse_number
from extractors.records.keluaran import OUTPUT_PREFIX, outputs
from extractors.records.sasaran import SasaranTrail
from extractors.records.satuan import counts_things, unit_of
from extractors.records.tahunan import by_year
from extractors.records.value_columns import Group, Slot, groups, holds_indicators, place_names
from extractors.tables.cells import is_money, is_ordinal, plain
from extractors.tables.corrections import OUTPUT
from extractors.tables.stacked import stacks
from schemas.number import Form, Place, Printed
from schemas.reading import Cell
from schemas.records import Anggaran, Identity, Indikator
from schemas.table import Column, Kind, Role, Row, Stage, Table

_SUMMARY = re.compile(
    r"^\W*(?:jumlah\W*$|j\s+u\s+m\s+l\s+a\s+h|jumlah\s+(?:total|rata|keseluruhan|capaian)|"
    r"(?:(?:nilai|persentase|capaian)\s+)?(?:rata\W{0,4}rata(?:nya)?|rerata|total|mean)\b"
    r"(?:\W+(?:nilai|persentase|prosentase|persen|tingkat|rata\W{0,4}rata|seluruh|keseluruhan|semua|total))*"
    # of an average or total only what sums up the table: "Rata-rata lama sekolah" is an indicator
    r"(?:\W*$|\W+(?:\d|dari\b|per\b|(?:pen)?capaian|ketercapaian|kinerja|sasaran|tujuan|program|kegiatan|indikator|iku\b|"
    r"realisasi|target|serapan|anggaran|belanja|skor\b|tahun|umum)))",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"^\s*(?:(?:indikator|iku|ik)\s+(?:ke\s*-?\s*)?)?((?:\d{1,2}[.)])+(?:\d{1,2}[.)]?)?|\d{1,2}\s*\)|[a-z][.)]|\d{1,2}(?=\s+[A-Z]))\s*(?=\S)",
    re.IGNORECASE,
)
_BULLET = re.compile(r"^[-–•▪➢*]\s*(?=[^\W\d])")
_BUDGET = frozenset({Kind.ANGGARAN_PROGRAM, Kind.REALISASI_ANGGARAN})
_VALUES = (Role.TARGET, Role.REALISASI, Role.CAPAIAN)


def find_indikator(
    tables: tuple[Table, ...], identity: Identity, anggaran: tuple[Anggaran, ...] = ()
) -> tuple[Indikator, ...]:
    """All indicator facts of a document.

    Rows of averages and totals and headings without values are no indicators. Values whose column names no year are
    of the reported year (``identity.tahun``). Outputs inside budget tables come with ``keluaran`` and the id of the
    budget row they stand under.
    """
    out: list[Indikator] = []
    for table in tables:
        if not holds_indicators(table):
            continue
        found = list(_of_table(table, identity.tahun)) or list(by_year(table))
        out.extend(found)
        if table.kind in _BUDGET or table.kind is Kind.RKT or not found:
            taken = {i.row for i in found}
            out.extend(i for i in outputs(table, identity.tahun, anggaran) if i.row not in taken)
    return tuple(out)


def _of_table(table: Table, reported: int | None) -> Iterator[Indikator]:
    found = groups(table, reported)
    if not found:
        return
    names = place_names(table)
    trail = SasaranTrail(table)
    several = len(found) > 1
    own_goal = any(c.role is Role.SASARAN for c in table.columns)
    budget = (table.kind in _BUDGET and not own_goal) or OUTPUT.fullmatch(found[0].indikator.label) is not None
    for row in table.rows:
        sasaran = trail.of(row)
        if row.span_heading is not None or is_summary(table, row):
            continue
        for n, group in enumerate(found):
            yield from _of_row(table, row, group, names, sasaran if n == 0 else None, several, budget or n > 0)


def is_summary(table: Table, row: Row) -> bool:
    """True for a row of averages or totals: the rules read it from the table itself."""
    for column in table.columns:
        text = row.text(column.index)
        if text and not is_ordinal(text):
            return _SUMMARY.match(plain(text)) is not None
    return False


def _name(row: Row, group: Group, table: Table) -> str:
    """The indicator of a row: printed, lent by a merged cell, or the indicator of the tujuan when there is no other."""
    own = plain(row.text(group.indikator.index))
    if own and not is_money(own):
        return own
    tujuan = next((c for c in table.columns if c.role is Role.INDIKATOR_TUJUAN), None)
    if tujuan is not None and row.text(tujuan.index):
        return plain(row.text(tujuan.index))
    lent = row.lent[group.indikator.index] if group.indikator.index < len(row.lent) else None
    return plain(lent or "")


def _of_row(
    table: Table, row: Row, group: Group, names: dict[int, str], sasaran: str | None, several: bool, keluaran: bool
) -> Iterator[Indikator]:
    name = _name(row, group, table)
    if not name or _SUMMARY.match(name):
        return
    used = [c for slot in group.slots for c in slot.columns.values()]
    raw_name = row.text(group.indikator.index) or name
    parts = stacks(raw_name, [row.text(c.index) for c in used if c.role in _VALUES])
    slot_names = _slot_names(group.slots)
    for k, (part_name, part_values) in enumerate(parts):
        label, nomor = _bare_name(part_name, row, table)
        texts = dict(zip([c.index for c in used if c.role in _VALUES], part_values, strict=True))
        units = _units(row, group, k, len(parts))
        middle = f".c{group.indikator.index + 1}" if several else ""
        if len(parts) > 1:
            middle += f".s{k + 1}"
        for slot, slot_name in zip(group.slots, slot_names, strict=True):
            record = _record(table, row, slot, names, texts, label, group, units)
            if record is not None:
                yield record.model_copy(
                    update={
                        "id": f"{table.id}.r{row.index}{middle}{slot_name}",
                        "nomor": nomor,
                        "sasaran": sasaran,
                        "keluaran": keluaran,
                    }
                )


def _units(row: Row, group: Group, part: int, parts: int) -> list[str]:
    """What the columns of units print for one of the indicators of a row: all of it, or its line of as many."""
    found = []
    for column in group.satuan:
        text = row.name(column.index)
        lines = text.split("\n")
        found.append(plain(lines[part] if len(lines) == parts > 1 else text))
    return found


def _slot_names(slots: list[Slot]) -> list[str]:
    """What tells the records of one row apart: ".2023", ".akhir", a count where a year has several."""
    if len(slots) == 1:
        return [""]
    out: list[str] = []
    for slot in slots:
        name = f".{slot.year}" if slot.year is not None else ".akhir" if slot.final else ".tanpa-tahun"
        again = sum(1 for o in out if o == name or o.startswith(f"{name}-"))
        out.append(f"{name}-{again + 1}" if again else name)
    return out


def _record(
    table: Table,
    row: Row,
    slot: Slot,
    names: dict[int, str],
    texts: dict[int, str],
    label: str,
    group: Group,
    units: list[str],
) -> Indikator | None:
    values: dict[Role, Printed] = {}
    for role in (*_VALUES, Role.NASIONAL, Role.SELISIH):
        column = slot.columns.get(role)
        if column is None:
            continue
        cell = row.cells[column.index]
        text = texts.get(column.index, row.text(column.index))
        if cell is None or not text:
            continue
        values[role] = _printed(text, cell, table, row, column, names[column.index])
    facts = [values[r] for r in _VALUES if r in values]
    if set(values) == {Role.CAPAIAN} and row.text(group.indikator.index).endswith(":"):
        return None  # the heading of the items below; its value is their mean
    if not facts or all(_rupiah(p.raw, table, label) for p in facts):
        return None
    if all(p.form is Form.TEXT and len(p.raw) > 60 for p in facts):
        return None
    predikat = slot.columns.get(Role.PREDIKAT)
    page, line = _where(row, slot, group)
    return Indikator.model_construct(
        id="",
        table=table.id,
        row=row.index,
        page=page,
        line=line,
        nomor=None,
        sasaran=None,
        indikator=label,
        satuan=unit_of(
            units,
            [values[r] for r in (Role.TARGET, Role.REALISASI) if r in values],
            [slot.columns[r] for r in (Role.TARGET, Role.REALISASI) if r in slot.columns],
            label,
        ),
        tahun=slot.year,
        stage=Stage.AKHIR if slot.final or _is_final(slot) else None,
        target=values.get(Role.TARGET),
        realisasi=values.get(Role.REALISASI),
        capaian=values.get(Role.CAPAIAN),
        predikat=_predicate(table, row, predikat),
        nasional=values.get(Role.NASIONAL),
        selisih=values.get(Role.SELISIH),
        keluaran=False,
        induk=None,
    )


def _rupiah(raw: str, table: Table, name: str) -> bool:
    """True for an amount; large counts (1.234.500 fish) look alike but stand in tables of indicators without Rp.

    In tables that may hold budgets the name must say that something else is counted: "Padi (ton)".
    """
    mixed = table.kind in _BUDGET or table.kind is Kind.RKT
    return is_money(raw) and ("rp" in raw.lower() or (mixed and not counts_things(name)))


def _is_final(slot: Slot) -> bool:
    target = slot.columns.get(Role.TARGET)
    return target is not None and target.stage is Stage.AKHIR


def _where(row: Row, slot: Slot, group: Group) -> tuple[int | None, int | None]:
    """Page and line of the indicator's own name, else of its first value, else of the row."""
    columns = [group.indikator, *slot.columns.values()]
    for column in columns:
        cell = row.cells[column.index] if column.index < len(row.cells) else None
        if cell is not None and (cell.page is not None or cell.line is not None):
            return cell.page, cell.line
    return row.page, row.line


def _printed(text: str, cell: Cell, table: Table, row: Row, column: Column, name: str) -> Printed:
    place = Place.model_construct(
        page=cell.page if cell.page is not None else row.page,
        line=cell.line if cell.line is not None else row.line,
        table=table.id,
        row=row.index,
        column=name,
        bbox=cell.bbox,
    )
    kind: Holds | None = "percent" if column.role is Role.CAPAIAN or "%" in column.label else None
    return parse_number(plain(text), kind, place, cell.legible)


def _predicate(table: Table, row: Row, column: Column | None) -> str | None:
    """The predicate in words; a tick under one of several predicate columns gives that column's label."""
    ticks = [c for c in table.columns if c.role is Role.PREDIKAT]
    if len(ticks) > 2:
        for c in ticks:
            if plain(row.text(c.index)).lower() in {"v", "√", "✓", "✔", "x"}:
                return c.label.removeprefix(c.group).strip() or c.label
        return None
    text = plain(row.text(column.index)) if column is not None else ""
    return text or None


def _bare_name(text: str, row: Row, table: Table) -> tuple[str, str | None]:
    """The name without its number, and the number (from the name, or from a numbering column beside it)."""
    text = _BULLET.sub("", plain(text))
    output = OUTPUT_PREFIX.match(text)
    if output and output.group(1).strip():
        text = _BULLET.sub("", output.group(1).strip())
    match = _NUMBERED.match(text)
    if match:
        return text[match.end() :].strip(), match.group(1).strip()
    for column in table.columns:
        if column.role is Role.NO and row.text(column.index):
            return text, plain(row.text(column.index))
    return text, None
