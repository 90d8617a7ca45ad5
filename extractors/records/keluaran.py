"""Outputs and outcomes of sub kegiatan inside budget tables, as indicators of their own."""

import re
from collections.abc import Iterator

from extractors.numbers import parse_number
from extractors.records.satuan import unit_of
from extractors.records.value_columns import place_names
from extractors.tables.cells import is_money, plain
from extractors.tables.stacked import stacks
from schemas.number import Form, Place, Printed
from schemas.records import Anggaran, Indikator, Tingkat
from schemas.table import Column, Role, Row, Table

OUTPUT_PREFIX = re.compile(
    r"^\W*(?:(?:output|keluaran|outcom\w*|hasil|manfaat|dampak|benefit|impact)(?:\s*/\s*\w+)?)\s*(?:kegiatan)?\s*[:;.\-–]\s*(.*)$",
    re.IGNORECASE | re.DOTALL,
)
_BULLET = re.compile(r"^\s*[-–•▪]\s*\S")
_ROLES = {
    Role.ANGGARAN: "target",
    Role.TARGET: "target",
    Role.REALISASI_ANGGARAN: "realisasi",
    Role.REALISASI: "realisasi",
    Role.PERSEN: "capaian",
    Role.CAPAIAN: "capaian",
}
_OWNERS = {Tingkat.SUB_KEGIATAN, Tingkat.KEGIATAN, Tingkat.PROGRAM}


def outputs(table: Table, reported: int | None, anggaran: tuple[Anggaran, ...]) -> Iterator[Indikator]:
    """One record for each Output/Outcome line with values that are no money."""
    name_column = next(
        (c for c in table.columns if c.role in {Role.URAIAN, Role.INDIKATOR, Role.KEGIATAN, Role.LAINNYA}), None
    )
    if name_column is None:
        return
    values = _value_columns(table)
    if not values:
        return
    owners = sorted((a.row, a.id) for a in anggaran if a.table == table.id and a.tingkat in _OWNERS)
    names = place_names(table)
    under = False
    for row in table.rows:
        text = row.text(name_column.index)
        match = OUTPUT_PREFIX.match(text)
        if match is None and not (under and _BULLET.match(text)):
            under = False
            continue
        under = True
        title = match.group(1) if match else text
        owner = next((i for r, i in reversed(owners) if r <= row.index), None)
        yield from _of_line(table, row, title or text, values, names, reported, owner)


def _value_columns(table: Table) -> dict[str, Column]:
    out: dict[str, Column] = {}
    for column in table.columns:
        measure = _ROLES.get(column.role)
        if measure is not None:
            out.setdefault(measure, column)
    return out


def _of_line(
    table: Table,
    row: Row,
    title: str,
    values: dict[str, Column],
    names: dict[int, str],
    reported: int | None,
    owner: str | None,
) -> Iterator[Indikator]:
    texts = [row.text(c.index) for c in values.values()]
    if not any(texts) or all(is_money(t) for t in texts if t):
        return
    parts = stacks(title, texts)
    for k, (name, part) in enumerate(parts):
        label = plain(name).lstrip("-–•▪ ").strip(" :'")
        printed: dict[str, Printed] = {}
        for (measure, column), text in zip(values.items(), part, strict=True):
            cell = row.cells[column.index]
            if not text or cell is None or is_money(text):
                continue
            place = Place.model_construct(
                page=cell.page,
                line=cell.line,
                table=table.id,
                row=row.index,
                column=names[column.index],
                bbox=cell.bbox,
            )
            printed[measure] = parse_number(
                plain(text), "percent" if measure == "capaian" else None, place, cell.legible
            )
        if not label or not printed or all(p.form is Form.TEXT and len(p.raw) > 80 for p in printed.values()):
            continue
        yield Indikator(
            id=f"{table.id}.r{row.index}" + (f".s{k + 1}" if len(parts) > 1 else ""),
            table=table.id,
            row=row.index,
            page=row.page,
            line=row.line,
            indikator=label,
            satuan=unit_of([], [p for m, p in printed.items() if m != "capaian"], [], label),
            tahun=reported,
            target=printed.get("target"),
            realisasi=printed.get("realisasi"),
            capaian=printed.get("capaian"),
            keluaran=True,
            induk=owner,
        )
