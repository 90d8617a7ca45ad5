"""Small documents out of compact YAML, for the cases of the rules.

A document is a mapping. ``tables`` hold ``columns`` (a role, or a mapping with role, label, year, stage, number,
formula, group, scale) and ``rows`` (cells separated by ``|``). In tables of budgets a row starts with its level in
brackets, ``[program] I | Program A | 1.000 | 900 | 90,00``; the parent is the nearest higher level above. Records
are made from the columns unless ``records: false``. ``klaim``, ``iku``, ``skala``, ``aturan``, ``rujukan`` and
``indikator`` (records beside those of the columns) are the fields of the models, numbers written as printed.
"""

from __future__ import annotations

import re
from typing import Any

from extractors.numbers import parse_number
from extractors.tables.numbers import with_numbers
from schemas.document import Coverage, Document
from schemas.number import Place, Printed
from schemas.reading import Cell, Line, Source, Unread
from schemas.records import (
    Anggaran,
    Aturan,
    Band,
    Identity,
    Iku,
    Indikator,
    Klaim,
    Rujukan,
    Skala,
    Tingkat,
)
from schemas.table import Column, Kind, Role, Row, Stage, Table

BUDGET = {Kind.ANGGARAN_PROGRAM, Kind.REALISASI_ANGGARAN}
DEPTH = {"total": 0, "lainnya": 0, "belanja": 1, "program": 1, "kegiatan": 2, "sub_kegiatan": 3}
MONEY = {Role.ANGGARAN, Role.REALISASI_ANGGARAN, Role.SISA}
PERCENT = {Role.CAPAIAN, Role.PERSEN}


def build(spec: dict[str, Any]) -> Document:
    """The document of a case."""
    spec = dict(spec)
    tables, anggaran, indikator, iku = [], [], [], []
    for number, table_spec in enumerate(spec.pop("tables", []), 1):
        table, levels = _table(f"t{table_spec.get('id', number)}", table_spec, number * 1000)
        tables.append(table)
        if not table_spec.get("records", True):
            continue
        if table.kind in BUDGET:
            anggaran += _anggaran(table, levels)
        elif table.kind is Kind.IKU:
            iku += _iku(table)
        elif any(c.role is Role.INDIKATOR for c in table.columns):
            indikator += _indikator(table, spec.get("tahun"))
    indikator += [_more(entry) for entry in spec.pop("indikator", [])]
    lines = tuple(
        Line(**({"text": entry} if isinstance(entry, str) else entry), order=n, page=1)
        if not (isinstance(entry, dict) and "page" in entry)
        else Line(**entry, order=n)
        for n, entry in enumerate(spec.pop("lines", []))
    )
    document = Document(
        source=Source(
            path="case.txt", sha256="0" * 64, media_type="text/plain", text_layer=spec.pop("text_layer", "text")
        ),
        identity=Identity(**{k: spec.pop(k) for k in ("jenis", "instansi", "daerah", "tahun", "nomor") if k in spec}),
        tables=with_numbers(tables, anggaran, indikator),
        anggaran=tuple(anggaran),
        indikator=tuple(indikator),
        iku=(*iku, *(Iku(**{"id": f"i{n}", "table": "t1", "row": n, **i}) for n, i in enumerate(spec.pop("iku", [])))),
        klaim=tuple(_klaim(n, k) for n, k in enumerate(spec.pop("klaim", []), 1)),
        skala=tuple(_skala(n, s) for n, s in enumerate(spec.pop("skala", []), 1)),
        aturan=Aturan(**spec.pop("aturan", {})),
        rujukan=tuple(_rujukan(n, r) for n, r in enumerate(spec.pop("rujukan", []))),
        lines=lines,
        coverage=Coverage(unread=tuple(Unread(**u) for u in spec.pop("unread", ()))),
    )
    assert not spec, f"unknown keys in a case: {sorted(spec)}"
    return document


def number(text: str, place: Place, hint: Any = None) -> Printed:
    """A printed number at a place; ``hint`` is the kind that its column suggests."""
    return parse_number(text, hint, place)


def _table(name: str, spec: dict[str, Any], order: int) -> tuple[Table, list[str | None]]:
    columns = []
    for index, column in enumerate(spec["columns"]):
        fields = {"role": column} if isinstance(column, str) else column
        columns.append(Column(index=index, **fields))
    page, rows, levels = spec.get("page", 1), [], []
    for at, text in enumerate(spec["rows"], 1):
        level = re.match(r"\[(\w+)\]\s*", text)
        levels.append(level.group(1) if level else None)
        cells = [c.strip() for c in text[level.end() if level else 0 :].split("|")]
        assert len(cells) == len(columns), f"{name} row {at}: {len(cells)} cells for {len(columns)} columns"
        rows.append(
            Row(
                index=at,
                page=page,
                cells=tuple(Cell(text=c, row=at - 1, column=i, page=page) if c else None for i, c in enumerate(cells)),
            )
        )
    table = Table(
        id=name,
        kind=spec["kind"],
        caption=spec.get("caption", ""),
        number=spec.get("number"),
        section=spec.get("section", ""),
        before=spec.get("before", ""),
        year=spec.get("year"),
        columns=tuple(columns),
        rows=tuple(rows),
        pages=(page,),
        order=spec.get("order", order),
    )
    return table, levels


def _cell(table: Table, row: Row, column: Column, name: str, hint: str | None) -> Printed | None:
    text = row.text(column.index)
    if not text:
        return None
    return number(text, Place(page=row.page, table=table.id, row=row.index, column=name), hint)


def _anggaran(table: Table, levels: list[str | None]) -> list[Anggaran]:
    records: list[Anggaran] = []
    parents: dict[int, str] = {}
    for row, level in zip(table.rows, levels, strict=True):
        tingkat = level or "kegiatan"
        depth = DEPTH[tingkat]
        induk = next((parents[d] for d in range(depth - 1, 0, -1) if d in parents), None) if depth > 1 else None
        fields: dict[str, Any] = {}
        for column in table.columns:
            if column.role in (Role.URAIAN, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN):
                fields["uraian"] = row.text(column.index) or fields.get("uraian", "")
            elif column.role is Role.ANGGARAN:
                name = "anggaran_sebelum" if column.stage is Stage.MURNI else "anggaran"
                fields[name] = _cell(table, row, column, name, "money")
            elif column.role is Role.REALISASI_ANGGARAN:
                fields["realisasi"] = _cell(table, row, column, "realisasi", "money")
            elif column.role is Role.PERSEN:
                fields["persen"] = _cell(table, row, column, "persen", "percent")
            elif column.role is Role.SISA:
                fields["sisa"] = _cell(table, row, column, "sisa", "money")
            elif column.role is Role.SASARAN:
                fields["sasaran"] = row.text(column.index) or None
            elif column.role in (Role.NO, Role.KODE):
                fields["nomor" if column.role is Role.NO else "kode"] = row.text(column.index) or None
        record = Anggaran(
            id=f"{table.id}.r{row.index}",
            table=table.id,
            row=row.index,
            page=row.page,
            tingkat=Tingkat(tingkat),
            induk=induk,
            **{"uraian": "", **fields},
        )
        records.append(record)
        parents = {d: p for d, p in parents.items() if d < depth} | {depth: record.id}
    return records


def _indikator(table: Table, tahun: int | None) -> list[Indikator]:
    records = []
    names = {
        Role.TARGET: "target",
        Role.REALISASI: "realisasi",
        Role.CAPAIAN: "capaian",
        Role.NASIONAL: "nasional",
        Role.SELISIH: "selisih",
    }
    for row in table.rows:
        shared = {"indikator": ""}
        by_year: dict[int | None, dict[str, Any]] = {}
        several = len({c.year for c in table.columns if c.role in names}) > 1
        targets = [c.year for c in table.columns if c.role is Role.TARGET]
        beside = len(targets) > len(set(targets))  # the target of the year and that of the end of the plan
        for column in table.columns:
            if column.role in names:
                label = names[column.role] + (f" {column.year}" if several and column.year else "")
                hint = "percent" if column.role in PERCENT else "measure"
                year = column.year or table.year or tahun
                if beside and column.stage is Stage.AKHIR:
                    label, year = f"{names[column.role]} akhir", None
                by_year.setdefault(year, {})[names[column.role]] = _cell(table, row, column, label, hint)
                if column.stage:
                    by_year[year]["stage"] = column.stage
            elif column.role in (Role.INDIKATOR, Role.SASARAN, Role.SATUAN, Role.PREDIKAT):
                shared[column.role.value] = row.text(column.index) or None  # type: ignore[assignment]
            elif column.role is Role.NO:
                shared["nomor"] = row.text(column.index) or None  # type: ignore[assignment]
        for year, fields in by_year.items():
            suffix = f".{year}" if several and year else ""
            records.append(
                Indikator(
                    id=f"{table.id}.r{row.index}{suffix}",
                    table=table.id,
                    row=row.index,
                    page=row.page,
                    tahun=year,
                    **{**shared, "indikator": shared["indikator"] or ""},
                    **fields,
                )
            )
    return records


def _more(spec: dict[str, Any]) -> Indikator:
    """One indicator beside those of the columns: an output under a budget row ``{table: t1, row: 2, ...}``."""
    fields = {"id": f"{spec['table']}.r{spec['row']}", "page": 1, "keluaran": True, **spec}
    for name in ("target", "realisasi", "capaian"):
        if name in fields:
            place = Place(page=fields["page"], table=spec["table"], row=spec["row"], column=name)
            fields[name] = number(str(fields[name]), place, "measure")
    return Indikator(**fields)


def _iku(table: Table) -> list[Iku]:
    wanted = {"sasaran", "indikator", "formulasi", "penanggung_jawab", "sumber_data"}
    records = []
    for row in table.rows:
        fields = {c.role.value: row.text(c.index) or None for c in table.columns if c.role.value in wanted}
        records.append(
            Iku(
                id=f"{table.id}.r{row.index}",
                table=table.id,
                row=row.index,
                page=row.page,
                **{**fields, "indikator": fields.get("indikator") or ""},
            )
        )
    return records


def _klaim(at: int, spec: dict[str, Any]) -> Klaim:
    fields = {"id": f"k{at}", "kind": "amount", "text": "", "order": at, **spec}
    place = Place(page=fields.pop("page", 1), line=fields.pop("line", None))
    hint = {"amount": "money", "percent": "percent", "count": "count"}.get(fields["kind"])
    if fields.get("value") is not None:
        fields["value"] = number(str(fields["value"]), place, hint)
    return Klaim(**{"text": str(spec.get("value", "")), **fields, "place": place})


def _skala(at: int, spec: dict[str, Any]) -> Skala:
    fields = {"id": f"s{at}", **spec}
    fields["bands"] = tuple(Band(**b) for b in spec.get("bands", []))
    return Skala(**fields)


def _rujukan(at: int, spec: dict[str, Any]) -> Rujukan:
    fields = dict(spec)
    place = Place(page=fields.pop("page", 1), line=fields.pop("line", None))
    return Rujukan(**{"order": at, **fields, "place": place})
