"""From a checked document to the rows of the dataset."""

import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from schemas.document import Document
from schemas.finding import Finding
from schemas.number import Place, Printed
from schemas.records import Anggaran, Indikator
from schemas.result import Checked
from schemas.table import Table
from store.names import agency_key

Row = dict[str, Any]


def document_row(checked: Checked, key: str) -> Row:
    """The row of ``documents``; ``key`` decides whether the document must be processed again."""
    document = checked.document
    source, identity, coverage = document.source, document.identity, document.coverage
    return {
        "sha256": source.sha256,
        "key": key,
        "media_type": source.media_type,
        "pages": source.pages,
        "text_layer": source.text_layer.value,
        "jenis": identity.jenis.value,
        "instansi": identity.instansi,
        "daerah": identity.daerah,
        "instansi_kunci": agency_key(identity.instansi, identity.daerah),
        "tahun": identity.tahun,
        "nomor": identity.nomor,
        "tanggal": max((r.value for r in document.rujukan if r.kind == "tanggal" and r.about), default=None),
        "angka_halaman_tabel": coverage.numbers_on_table_pages,
        "angka_terbaca": coverage.in_records,
        "angka_cocok": coverage.confirmed,
        "text": zlib.compress("\n".join(line.text for line in document.lines).encode(), 6),
        "result": zlib.compress(_without_lines(checked).model_dump_json().encode(), 6),
    }


def _without_lines(checked: Checked) -> Checked:
    return checked.model_copy(update={"document": checked.document.model_copy(update={"lines": ()})})


def record_rows(checked: Checked) -> dict[str, list[Row]]:
    """The rows of every record table, by its name."""
    document = checked.document
    sha256 = document.source.sha256
    rows: dict[str, list[Row]] = {
        "tables": [_table(table) for table in document.tables],
        "indikator": list(_values(document.indikator, _indikator, ("target", "realisasi", "capaian"))),
        "anggaran": list(
            _values(document.anggaran, _anggaran, ("anggaran", "anggaran_sebelum", "realisasi", "persen", "sisa"))
        ),
        "iku": list(_iku(document)),
        "klaim": list(_klaim(document)),
        "findings": [_finding(finding) for finding in checked.findings],
    }
    for listed in rows.values():
        for row in listed:
            row["sha256"] = sha256
    return rows


def _values(records: Iterable[Any], describe: Any, measures: tuple[str, ...]) -> Iterator[Row]:
    """One row for each printed value of each record."""
    for record in records:
        described: Row | None = None
        for measure in measures:
            printed: Printed | None = getattr(record, measure)
            if printed is None:
                continue
            described = described or describe(record)
            yield {
                **described,
                "ukuran": measure,
                "raw": printed.raw,
                "nilai": printed.value if printed.legible else None,
                "satuan_tercetak": printed.unit,
                "bentuk": printed.form.value,
                **_place(printed.place),
            }


def _place(place: Place) -> Row:
    box = place.bbox or (None, None, None, None)
    return {
        "page": place.page,
        "line": place.line,
        "tabel": place.table,
        "baris": place.row,
        "kolom": place.column,
        "x0": box[0],
        "top": box[1],
        "x1": box[2],
        "bottom": box[3],
    }


def _indikator(record: Indikator) -> Row:
    return {
        "id": record.id,
        "nomor": record.nomor,
        "sasaran": record.sasaran,
        "indikator": record.indikator,
        "satuan": record.satuan,
        "tahun": record.tahun,
        "tahap": record.stage.value if record.stage else None,
        "keluaran": record.keluaran,
        "predikat": record.predikat,
    }


def _anggaran(record: Anggaran) -> Row:
    return {
        "id": record.id,
        "tingkat": record.tingkat.value,
        "kode": record.kode,
        "uraian": record.uraian,
        "induk": record.induk,
        "sasaran": record.sasaran,
        "tahap": record.stage.value if record.stage else None,
    }


def _table(table: Table) -> Row:
    return {
        "id": table.id,
        "kind": table.kind.value,
        "caption": table.caption,
        "nomor": table.number,
        "page_first": table.pages[0] if table.pages else None,
        "page_last": table.pages[-1] if table.pages else None,
        "line_first": table.lines[0] if table.lines else None,
        "line_last": table.lines[1] if table.lines else None,
        "rows": len(table.rows),
        "columns": len(table.columns),
        "engine": table.engine,
        "score": table.score,
    }


def _iku(document: Document) -> Iterator[Row]:
    for record in document.iku:
        yield {
            "id": record.id,
            "nomor": record.nomor,
            "sasaran": record.sasaran,
            "indikator": record.indikator,
            "formulasi": record.formulasi,
            "penanggung_jawab": record.penanggung_jawab,
            "sumber_data": record.sumber_data,
            "page": record.page,
            "line": record.line,
            "tabel": record.table,
            "baris": record.row,
        }


def _klaim(document: Document) -> Iterator[Row]:
    for record in document.klaim:
        value = record.value
        yield {
            "id": record.id,
            "kind": record.kind.value,
            "text": record.text,
            "subject": record.subject,
            "measure": record.measure,
            "tahun": record.year,
            "raw": value.raw if value else None,
            "nilai": value.value if value else None,
            **_place(record.place),
        }


def _finding(finding: Finding) -> Row:
    first = finding.evidence[0] if finding.evidence else None
    place = Place(**first.model_dump(exclude={"raw"})) if first else Place()
    return {
        "id": finding.id,
        "rule": finding.rule,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "mengubah_kesimpulan": finding.mengubah_kesimpulan,
        "message_id": finding.message.id,
        "message_en": finding.message.en,
        "printed": finding.printed,
        "expected": finding.expected,
        "computation": finding.computation,
        "suggestion": finding.suggestion,
        "cause": finding.cause,
        "accepted": finding.accepted,
        **_place(place),
    }
