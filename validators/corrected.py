"""A document as it would read with other numbers in some of its places."""

from collections.abc import Mapping
from decimal import Decimal
from typing import TypeVar

from schemas.document import Document
from schemas.number import Form, Printed
from schemas.records import Anggaran, Indikator, Klaim
from schemas.table import Table

_R = TypeVar("_R", Indikator, Anggaran)
_Tried = Mapping[str, tuple[Decimal, str | None]]
_INDIKATOR = ("target", "realisasi", "capaian", "nasional", "selisih")
_ANGGARAN = ("anggaran_sebelum", "anggaran", "realisasi", "persen", "sisa")


def corrected(document: Document, changes: Mapping[str, Decimal], raws: Mapping[str, str] | None = None) -> Document:
    """The document with the values of ``changes`` (by operand key) in records, rows and claims.

    The printed texts stay as they are, but for those of ``raws``.
    """
    tried = {key: (value, (raws or {}).get(key)) for key, value in changes.items()}
    tables = {table for key in changes if (table := key.split(".")[0]) in {t.id for t in document.tables}}
    return document.model_copy(
        update={
            "indikator": tuple(_record(r, _INDIKATOR, tried) if r.table in tables else r for r in document.indikator),
            "anggaran": tuple(_record(r, _ANGGARAN, tried) if r.table in tables else r for r in document.anggaran),
            "tables": tuple(_table(t, tried) if t.id in tables else t for t in document.tables),
            "klaim": tuple(_klaim(k, tried) for k in document.klaim),
        }
    )


def _record(record: _R, columns: tuple[str, ...], tried: _Tried) -> _R:
    found = {c: _number(cell, tried) for c in columns if (cell := getattr(record, c)) is not None}
    return record.model_copy(update=found) if found else record


def _table(table: Table, tried: _Tried) -> Table:
    rows = tuple(
        row.model_copy(update={"numbers": tuple(n and _number(n, tried) for n in row.numbers)}) for row in table.rows
    )
    return table.model_copy(update={"rows": rows})


def _klaim(klaim: Klaim, tried: _Tried) -> Klaim:
    if klaim.value is None or klaim.id not in tried:
        return klaim
    return klaim.model_copy(update={"value": _with(klaim.value, *tried[klaim.id])})


def _number(printed: Printed, tried: _Tried) -> Printed:
    place = printed.place
    key = f"{place.table}.{place.row}.{place.column}"
    return _with(printed, *tried[key]) if key in tried else printed


def _with(printed: Printed, value: Decimal, raw: str | None) -> Printed:
    same = {"form": Form.NUMBER, "alternatives": (), "legible": True}
    return printed.model_copy(update={"value": value, "raw": printed.raw if raw is None else raw, **same})
