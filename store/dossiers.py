"""Reading the dataset for checks between documents: dossiers agency by agency, running texts one by one."""

import zlib
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Engine, Table, select

from schemas.archive import Dossier, Fact
from store.tables import anggaran, documents, iku, indikator, paths


def dossiers(engine: Engine) -> Iterator[Dossier]:
    """Every document with its facts, in the order of agency, year and hash."""
    order = (documents.c.instansi_kunci, documents.c.tahun, documents.c.sha256)
    with engine.connect() as connection:
        where: dict[str, list[str]] = defaultdict(list)
        for path, sha256 in connection.execute(select(paths.c.path, paths.c.sha256).order_by(paths.c.path)):
            where[sha256].append(path)
        columns = [c for c in documents.c if c.name not in {"text", "result"}]
        for row in connection.execute(select(*columns).order_by(*order)).all():
            yield Dossier(
                sha256=row.sha256,
                paths=tuple(where[row.sha256]),
                jenis=row.jenis,
                agency=row.instansi_kunci,
                instansi=row.instansi,
                tahun=row.tahun,
                indikator=tuple(_facts(connection, indikator, row.sha256)),
                anggaran=tuple(_facts(connection, anggaran, row.sha256)),
                iku=tuple(connection.execute(select(iku.c.indikator).where(iku.c.sha256 == row.sha256)).scalars()),
                dated=row.tanggal,
            )


def text_of(engine: Engine, sha256: str) -> str:
    """The running text of a document; empty when it is not in the store."""
    with engine.connect() as connection:
        packed = connection.execute(select(documents.c.text).where(documents.c.sha256 == sha256)).scalar()
    return zlib.decompress(packed).decode() if packed else ""


def _facts(connection: Any, table: Table, sha256: str) -> Iterator[Fact]:
    is_budget = table is anggaran
    for row in connection.execute(select(table).where(table.c.sha256 == sha256).order_by(table.c.id, table.c.ukuran)):
        if not is_budget and row.keluaran:
            continue
        yield Fact(
            sha256=sha256,
            id=row.id,
            name=row.uraian if is_budget else row.indikator,
            level=row.tingkat if is_budget else "",
            tahun=None if is_budget else row.tahun,
            ukuran=row.ukuran,
            tahap=row.tahap,
            raw=row.raw,
            nilai=row.nilai,
            page=row.page,
            line=row.line,
            tabel=row.tabel,
            baris=row.baris,
            kolom=row.kolom,
        )
