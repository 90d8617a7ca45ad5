"""The dataset as files: Parquet, CSV, XLSX, and a Frictionless ``datapackage.json`` that describes every column."""

import csv
import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

from sqlalchemy import Boolean, Column, Engine, Float, Integer, LargeBinary, Table, select

from store.tables import anggaran, documents, errors, findings, iku, indikator, klaim, metadata, paths, tables
from store.types import Exact

EXPORTED = (documents, paths, tables, indikator, anggaran, iku, klaim, findings, errors)
FORMATS = ("parquet", "csv", "xlsx")
BATCH = 20_000
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
NUMBER_DIGITS = (38, 6)
"""Precision and scale of exact numbers in Parquet; every printed amount and percentage fits."""


def export(engine: Engine, folder: Path, formats: tuple[str, ...] = FORMATS) -> list[Path]:
    """Write every table in each format into ``folder``, and ``datapackage.json``; the files written.

    Rows are in the order of their keys, so that equal stores give equal files.
    """
    folder.mkdir(parents=True, exist_ok=True)
    writers = {"parquet": _parquet, "csv": _csv}
    written = [writers[form](engine, table, folder) for form in formats if form in writers for table in EXPORTED]
    if "xlsx" in formats:
        written.append(_xlsx(engine, folder / "dataset.xlsx"))
    written.append(_datapackage(folder, written))
    return written


def _columns(table: Table) -> list[Column[Any]]:
    """All but the packed blobs, which serve resuming, not reading."""
    return [column for column in table.columns if not isinstance(column.type, LargeBinary)]


def _batches(engine: Engine, table: Table) -> Iterator[list[tuple[Any, ...]]]:
    columns = _columns(table)
    order = [column for column in columns if column.primary_key]
    with engine.connect().execution_options(yield_per=BATCH) as connection:
        for part in connection.execute(select(*columns).order_by(*order)).partitions(BATCH):
            yield [tuple(row) for row in part]


def _parquet(engine: Engine, table: Table, folder: Path) -> Path:
    import pyarrow as pa
    import pyarrow.parquet as pq

    columns = _columns(table)
    schema = pa.schema([pa.field(c.name, _arrow(c), metadata={"comment": c.comment or ""}) for c in columns])
    path = folder / f"{table.name}.parquet"
    with pq.ParquetWriter(path, schema, compression="zstd") as writer:
        for rows in _batches(engine, table):
            arrays = [
                pa.array([_scaled(v) if isinstance(v, Decimal) else v for v in values], type=field.type)
                for values, field in zip(zip(*rows, strict=True), schema, strict=True)
            ]
            writer.write_batch(pa.record_batch(arrays, schema=schema))
    return path


def _scaled(value: Decimal) -> Decimal | None:
    """Fit for the fixed scale of Parquet; a value with more places than are ever printed is rounded half even."""
    digits, scale = NUMBER_DIGITS
    return round(value, scale) if value.adjusted() < digits - scale else None


def _arrow(column: Column[Any]) -> Any:
    import pyarrow as pa

    if isinstance(column.type, Exact):
        return pa.decimal128(*NUMBER_DIGITS)
    if isinstance(column.type, Boolean):
        return pa.bool_()
    if isinstance(column.type, Integer):
        return pa.int64()
    return pa.float64() if isinstance(column.type, Float) else pa.string()


def _csv(engine: Engine, table: Table, folder: Path) -> Path:
    """UTF-8 with a byte order mark, so that Excel opens it right; no cell can become a formula."""
    path = folder / f"{table.name}.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as stream:
        writer = csv.writer(stream)
        writer.writerow([column.name for column in _columns(table)])
        for rows in _batches(engine, table):
            writer.writerows([[_plain(value) for value in row] for row in rows])
    return path


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str) and value.startswith(FORMULA_STARTS):
        return f"'{value}"
    return value


def _xlsx(engine: Engine, path: Path) -> Path:
    """One sheet for each table; tables longer than a sheet go on in further sheets."""
    import xlsxwriter

    longest = 1_048_000
    options = {"strings_to_formulas": False, "strings_to_urls": False, "constant_memory": True}
    with xlsxwriter.Workbook(path, options) as book:
        bold = book.add_format({"bold": True, "bg_color": "#E7EEF4"})
        for table in EXPORTED:
            names = [column.name for column in _columns(table)]
            sheet: Any = None
            at, part = longest, 1
            for row in (row for rows in _batches(engine, table) for row in rows):
                if at >= longest:
                    sheet = book.add_worksheet(table.name if part == 1 else f"{table.name} {part}")
                    sheet.write_row(0, 0, names, bold)
                    sheet.freeze_panes(1, 0)
                    at, part = 1, part + 1
                sheet.write_row(at, 0, [float(v) if isinstance(v, Decimal) else v for v in row])
                at += 1
            if sheet is None:
                book.add_worksheet(table.name).write_row(0, 0, names, bold)
    return path


def _datapackage(folder: Path, files: list[Path]) -> Path:
    """Frictionless Data Package, version 1: a resource for each CSV and Parquet file."""
    resources = []
    for path in files:
        table = metadata.tables.get(path.stem)
        if table is None:
            continue
        resource: dict[str, Any] = {
            "name": f"{path.stem}-{path.suffix[1:]}",
            "path": path.name,
            "format": path.suffix[1:],
            "schema": {
                "fields": [
                    {"name": c.name, "type": _frictionless(c), "description": c.comment or c.name}
                    for c in _columns(table)
                ],
                "primaryKey": [c.name for c in table.primary_key],
                "missingValues": [""],
            },
        }
        if path.suffix == ".csv":
            resource |= {"profile": "tabular-data-resource", "encoding": "utf-8"}
        resources.append(resource)
    path = folder / "datapackage.json"
    about = {"name": "cermat", "title": "Dataset laporan kinerja, dihasilkan Cermat", "resources": resources}
    path.write_text(json.dumps(about, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    return path


def _frictionless(column: Column[Any]) -> str:
    if isinstance(column.type, Exact | Float):
        return "number"
    if isinstance(column.type, Boolean):
        return "boolean"
    return "integer" if isinstance(column.type, Integer) else "string"
