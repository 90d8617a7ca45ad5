"""Tables of months, quarters and semesters: what of them is of the year, and that the rest is told as unread."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from reportlab.lib import colors
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from extractors.document import understand
from extractors.pdf.reader import read_pdf
from extractors.tables.periods import periods
from schemas.finding import Severity
from schemas.reading import Reading
from schemas.records import Anggaran, Indikator
from validators.check import check_document

sys.path.insert(0, str(Path(__file__).parent))
from readings import SOURCE, cases, grid, reading

CASES = cases("periode")


def _raw(*cells: Any) -> list[str | None]:
    return [c.raw if c is not None else None for c in cells]


def of_indikator(r: Indikator) -> list[Any]:
    return [r.indikator, r.tahun, *_raw(r.target, r.realisasi, r.capaian)]


def of_anggaran(r: Anggaran) -> list[Any]:
    return [r.tingkat.value, r.uraian, *_raw(r.anggaran, r.realisasi, r.persen)]


def drawn(case: dict[str, Any], ruled: bool = True) -> Reading:
    """The case as a wide page in small type, as such tables are printed: labels and numbers centred in their cells."""
    memory, top = io.BytesIO(), 800.0
    canvas = Canvas(memory, pagesize=(1190, 842))
    style = ParagraphStyle("small", fontName="Helvetica", fontSize=6, leading=7)
    centred = ParagraphStyle("centred", parent=style, alignment=1)
    for block in case["blocks"]:
        if "line" in block:
            canvas.setFont("Helvetica-Bold", 8)
            canvas.drawCentredString(595, top, block["line"])
            top -= 20
            continue
        rows = block["grid"]
        spans = [((c, r), (c + across - 1, r + down - 1)) for r, c, down, across in case.get("merges", {}).get(1, [])]
        middle = [[r < depth(case) or (text or "-")[0] in "-0123456789" for text in row] for r, row in enumerate(rows)]
        table = Table(
            [
                [Paragraph(t or "", centred if m else style) for t, m in zip(row, marks, strict=True)]
                for row, marks in zip(rows, middle, strict=True)
            ],
            colWidths=[1130 / len(rows[0])] * len(rows[0]),
            style=[*([("GRID", (0, 0), (-1, -1), 0.4, colors.black)] if ruled else []), *(("SPAN", *s) for s in spans)],
        )
        height = table.wrapOn(canvas, 1130, 800)[1]
        table.drawOn(canvas, 30, top - height)
        top -= height + 20
    canvas.showPage()
    canvas.save()
    return read_pdf(Path("contoh.pdf"), memory.getvalue())


def depth(case: dict[str, Any]) -> int:
    """How many rows the header of a case has."""
    return max((r + down for r, _, down, _ in case.get("merges", {}).get(1, [])), default=1)


def unruled(case: dict[str, Any]) -> Reading:
    return drawn(case, ruled=False)


BORDERLESS = [case for case in CASES if depth(case) < 3 and not case.get("tight")]
MADE = [*((c, reading) for c in CASES), *((c, drawn) for c in CASES), *((c, unruled) for c in BORDERLESS)]


@pytest.mark.parametrize(("case", "make"), MADE, ids=[f"{make.__name__}-{case['name']}" for case, make in MADE])
def test_case(case: dict[str, Any], make: Callable[[dict[str, Any]], Reading]) -> None:
    document = understand(make(case))
    findings = check_document(document).findings
    assert [f.message.id for f in findings if f.severity is not Severity.INFO] == []
    if "indikator" in case:
        assert [of_indikator(r) for r in document.indikator] == case["indikator"]
    if "anggaran" in case:
        assert [of_anggaran(r) for r in document.anggaran] == case["anggaran"]
    coverage = document.coverage
    told = sum(u.numbers for u in coverage.unread)
    assert coverage.in_records + told == coverage.numbers_on_table_pages
    assert told == case.get("unread", told)


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (("Realisasi Kinerja Pada Triwulan I - IV Tahun 2023", "III", "Rp"), ("triwulan", 3, False)),
        (("Target Triwulan", "Ke-1"), ("triwulan", 1, False)),
        (("Realisasi TW-3",), ("triwulan", 3, False)),
        (("Realisasi s/d Triwulan III Tahun 2023",), ("triwulan", 3, True)),
        (("Kumulatif", "Triwulan I"), ("triwulan", 1, True)),
        (("Realisasi Triwulan I s.d. IV",), ("triwulan", 4, True)),
        (("Realisasi", "SMT. 1"), ("semester", 1, False)),
        (("Realisasi s.d. 31 Desember 2018", "Keu (Rp)"), ("bulan", 12, True)),
        (("Realisasi bulan lalu",), ("bulan", 1, False)),
        (("Realisasi s.d. bulan ini", "Rp"), ("bulan", 2, True)),
        (("Realisasi s.d. Tahun 2022",), None),
        (("Realisasi s/d tahun lalu", "K"), None),
        (("Target (bulan)",), None),
        (("Target", "Tahun II"), None),
    ],
)
def test_the_period_that_a_header_names(path: tuple[str, ...], expected: tuple[str, int, bool] | None) -> None:
    (got,) = periods([path])
    assert (got and (got.unit.value, got.order, got.to_date)) == expected


def test_two_months_are_dates_of_a_survey_and_three_are_periods() -> None:
    assert periods([("Maret 2021",), ("September 2021",)]) == [None, None]
    got = periods([("Realisasi", "B03"), ("Realisasi", "Juni"), ("Realisasi", "Sep"), ("Realisasi", "Jumlah")])
    assert [p.order if p else None for p in got] == [3, 6, 9, None]


def test_rows_of_quarters_keep_their_outline_though_they_are_no_records() -> None:
    columns = "I", "II"
    head = [
        "Program/Kegiatan",
        "Indikator Kinerja Kegiatan (Output)",
        *(f"Realisasi Triwulan {c} (Rp)" for c in columns),
    ]
    rows: list[list[str | None]] = [
        [*head],
        ["DINAS CONTOH", "", "16.000.000", "13.000.000"],
        ["PROGRAM LAYANAN", "Indeks layanan", "16.000.000", "13.000.000"],
        ["Administrasi Umum", "Jumlah dokumen umum", "9.000.000", "7.000.000"],
        ["", "Jumlah berkas rapat", "-", "-"],
        ["Penyediaan Barang Cetakan", "Jumlah barang cetakan", "4.000.000", "3.000.000"],
        ["Penyediaan Alat Tulis", "Jumlah alat tulis", "5.000.000", "4.000.000"],
        ["Administrasi Keuangan", "Jumlah laporan keuangan", "7.000.000", "6.000.000"],
        ["Penyediaan Gaji", "Jumlah orang digaji", "7.000.000", "6.000.000"],
    ]
    document = understand(Reading(source=SOURCE, grids=(grid(rows, 1),)))
    assert document.anggaran == ()
    levels = [(r.tingkat.value, r.uraian, r.induk) for r in document.baris_periode]
    assert levels == [
        ("total", "DINAS CONTOH", None),
        ("program", "PROGRAM LAYANAN", None),
        ("kegiatan", "Administrasi Umum", "t1.r2"),
        ("sub_kegiatan", "Penyediaan Barang Cetakan", "t1.r3"),
        ("sub_kegiatan", "Penyediaan Alat Tulis", "t1.r3"),
        ("kegiatan", "Administrasi Keuangan", "t1.r2"),
        ("sub_kegiatan", "Penyediaan Gaji", "t1.r7"),
    ]
    assert all(r.realisasi is r.anggaran is r.anggaran_sebelum is None for r in document.baris_periode)
