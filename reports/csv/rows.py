"""The lines of the flat files. The columns only ever grow at their end."""

from collections.abc import Iterator
from decimal import Decimal

from reports.elements import Notes
from reports.reasons import Unreads
from reports.words import Lang
from schemas.number import Printed
from schemas.printing import Style, print_number
from schemas.reading import Unread
from schemas.records import Anggaran, Iku, Indikator
from schemas.result import Checked

DOCUMENT = ("path", "sha256", "jenis", "instansi", "tahun_dokumen")

FINDINGS = (
    *DOCUMENT,
    "id",
    "rule",
    "category",
    "severity",
    "cause",
    "mengubah_kesimpulan",
    "page",
    "line",
    "table",
    "tabel",
    "row",
    "column",
    "kondisi",
    "printed",
    "expected",
    "expected_value",
    "computation",
    "kriteria",
    "akibat",
    "rekomendasi",
    "confidence",
    "accepted",
)

DATA = (
    *DOCUMENT,
    "record",
    "id",
    "table",
    "page",
    "line",
    "row",
    "tahun",
    "tingkat",
    "kode",
    "induk",
    "sasaran",
    "nama",
    "satuan",
    "ukuran",
    "tercetak",
    "nilai",
    "predikat",
    "formulasi",
    "penanggung_jawab",
    "sumber_data",
)


def _document(checked: Checked) -> tuple[str, ...]:
    source, identity = checked.document.source, checked.document.identity
    return (source.path, source.sha256, identity.jenis.value, identity.instansi or "", _text(identity.tahun))


def finding_rows(checked: Checked, lang: Lang) -> Iterator[tuple[str, ...]]:
    """One line for each finding, consequences too, in the order of their ranking."""
    notes, head = Notes(checked, lang), _document(checked)
    for finding in checked.findings:
        place = finding.evidence[0] if finding.evidence else None
        elements = notes.of(finding)
        yield (
            *head,
            finding.id,
            finding.rule,
            finding.category.value,
            finding.severity.value,
            finding.cause or "",
            "true" if finding.mengubah_kesimpulan else "false",
            _text(place.page if place else None),
            _text(place.line if place else None),
            (place.table if place else None) or "",
            notes.places.table(place.table) if place and place.table else "",
            _text(place.row if place else None),
            (place.column if place else None) or "",
            elements.kondisi,
            finding.printed or "",
            finding.expected or "",
            _number(finding.expected_value, lang),
            finding.computation or "",
            elements.kriteria,
            elements.akibat,
            elements.rekomendasi,
            _number(finding.confidence, lang),
            finding.accepted or "",
        )


def data_rows(checked: Checked, lang: Lang) -> Iterator[tuple[str, ...]]:
    """One line for each printed number of an indicator or budget row, one for each IKU and for each part not read."""
    head = _document(checked)
    for indikator in checked.document.indikator:
        for measure in ("target", "realisasi", "capaian", "nasional", "selisih"):
            cell: Printed | None = getattr(indikator, measure)
            if cell is not None:
                yield (
                    *head,
                    *_indikator(indikator),
                    measure,
                    cell.raw,
                    _value(cell, lang),
                    indikator.predikat or "",
                    *_NO_IKU,
                )
    for anggaran in checked.document.anggaran:
        for measure in ("anggaran", "anggaran_sebelum", "realisasi", "persen", "sisa"):
            cell = getattr(anggaran, measure)
            if cell is not None:
                yield (*head, *_anggaran(anggaran), measure, cell.raw, _value(cell, lang), "", *_NO_IKU)
    for iku in checked.document.iku:
        yield (*head, *_iku(iku))
    unreads = Unreads(checked.document, lang)
    for part in checked.document.coverage.unread:
        yield (*head, *_unread(part, unreads))


_NO_IKU = ("", "", "")


def _place(record: Indikator | Anggaran | Iku) -> tuple[str, ...]:
    return (record.id, record.table, _text(record.page), _text(record.line), str(record.row))


def _indikator(record: Indikator) -> tuple[str, ...]:
    names = (record.sasaran or "", record.indikator, record.satuan or "")
    return ("indikator", *_place(record), _text(record.tahun), "", "", record.induk or "", *names)


def _anggaran(record: Anggaran) -> tuple[str, ...]:
    level = (record.tingkat.value, record.kode or "", record.induk or "")
    return ("anggaran", *_place(record), "", *level, record.sasaran or "", record.uraian, "")


def _iku(record: Iku) -> tuple[str, ...]:
    names = (record.sasaran or "", record.indikator, "")
    about = (record.formulasi or "", record.penanggung_jawab or "", record.sumber_data or "")
    return ("iku", *_place(record), "", "", "", "", *names, "", "", "", "", *about)


def _unread(part: Unread, unreads: Unreads) -> tuple[str, ...]:
    """A part that was not read: its name and the reason, and how many numbers it prints."""
    place = ("", unreads.table(part), _text(part.page), _text(part.line), "")
    name = f"{unreads.what(part)}: {unreads.reason(part)}"
    return ("tidak_terbaca", *place, "", "", "", "", "", name, "", "angka", "", _text(part.numbers), "", *_NO_IKU)


def _value(cell: Printed, lang: Lang) -> str:
    return _number(cell.value if cell.legible else None, lang)


def _number(value: Decimal | None, lang: Lang) -> str:
    """Digits without separators of thousands, decimals after a comma in Indonesian."""
    if value is None:
        return ""
    plain = print_number(value, Style.PLAIN)
    return plain.replace(".", ",") if lang == "id" else plain


def _text(value: object) -> str:
    return "" if value is None else str(value)
