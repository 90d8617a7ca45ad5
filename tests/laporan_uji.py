"""Checked documents that the tests of report files share: the samples, and one whose every text is an attack."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path

from extractors.document import extract
from schemas.document import Document
from schemas.finding import Category, Evidence, Finding, Message, Severity
from schemas.number import Form, Place, Printed
from schemas.reading import Source, Unread
from schemas.records import Anggaran, Identity, Iku, Indikator, Jenis, Tingkat
from schemas.result import Checked
from schemas.table import Kind, Table
from validators.check import check_document

ROOT = Path(__file__).resolve().parent.parent
SAMPLES = tuple(sorted([*(ROOT / "samples" / "teks").glob("*.txt"), *(ROOT / "samples" / "pdf").glob("*.pdf")]))
ATTACKS = ("=1+1", "+1+1", "-1+1", "@SUM(A1)", '=HYPERLINK("http://x";"y")', "\t=1+1", "-2+3+cmd|' /C calc'!A0")


@cache
def checked(path: Path) -> Checked:
    """A document read and checked once for all tests."""
    return check_document(extract(path))


def number(raw: str, value: str | None, column: str, *, row: int = 1, table: str = "t1", decimals: int = 0) -> Printed:
    """A printed number with its place."""
    form = Form.NUMBER if value is not None else Form.TEXT
    place = Place(page=1, table=table, row=row, column=column)
    return Printed(raw=raw, value=Decimal(value) if value else None, decimals=decimals, form=form, place=place)


def hostile(text: str, path: str = "laporan.pdf") -> Checked:
    """A document in which every text is ``text``."""
    document = Document(
        source=Source(path=path, sha256="0123456789abcdef" * 4, media_type="application/pdf", pages=1),
        identity=Identity(jenis=Jenis.LKIP, instansi=text, daerah=text, tahun=2024, nomor=text),
        tables=(
            Table(id="t1", kind=Kind.PENGUKURAN_KINERJA, caption=text, number="3.1"),
            Table(id="t2", kind=Kind.REALISASI_ANGGARAN, caption=text),
        ),
        indikator=(
            Indikator(
                id="t1.r1",
                table="t1",
                row=1,
                page=1,
                sasaran=text,
                indikator=text,
                satuan=text,
                tahun=2024,
                target=number(text, None, "target"),
                realisasi=number("-5", "-5", "realisasi"),
                capaian=number("50", "50", "capaian"),
                predikat=text,
            ),
        ),
        anggaran=(
            Anggaran(
                id="t2.r1",
                table="t2",
                row=1,
                page=1,
                tingkat=Tingkat.PROGRAM,
                kode=text,
                uraian=text,
                anggaran=number("1.000", "1000", "anggaran", table="t2"),
                realisasi=number(text, None, "realisasi", table="t2"),
            ),
        ),
        iku=(Iku(id="t1.r1", table="t1", row=1, indikator=text, formulasi=text, sumber_data=text),),
    )
    coverage = document.coverage.model_copy(update={"unread": (Unread(page=1, what=text, reason=text, numbers=3),)})
    finding = Finding(
        id="f1",
        rule="A101",
        category=Category.PERCENT,
        severity=Severity.ERROR,
        message=Message(id=text, en=text),
        printed=text,
        expected=text,
        computation=text,
        suggestion=text,
        evidence=(Evidence(page=1, table="t1", row=1, raw=text),),
    )
    return Checked(document=document.model_copy(update={"coverage": coverage}), findings=(finding,))
