"""Captions below which no table was found, and pages with pictures: both can hide a table."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.document import understand
from extractors.pdf.reader import read_pdf
from schemas.reading import Line, Reading, Unread
from tests.readings import SOURCE, grid

ROWS: list[list[str | None]] = [["Golongan", "Pria", "Wanita"], ["IV/a", "3", "4"], ["III/d", "5", "6"]]
TEXT = "Uraian berikut menjelaskan capaian setiap sasaran pada tahun berjalan."


def alone(texts: Sequence[str | None], unread: tuple[Unread, ...] = ()) -> list[str]:
    """The captions without a table in lines on one page; None stands for a table."""
    lines = tuple(Line(text=t, order=n, page=3) for n, t in enumerate(texts, 1) if t is not None)
    grids = tuple(grid(ROWS, n, page=3) for n, t in enumerate(texts, 1) if t is None)
    document = understand(Reading(source=SOURCE, lines=lines, grids=grids, unread=unread))
    return [entry.what for entry in document.coverage.unread if "caption" in entry.reason]


def test_a_caption_without_a_table_is_named_with_its_title() -> None:
    texts = [TEXT, "Tabel 3.1", "Jumlah Kematian Ibu", "Sumber data: profil", *[TEXT] * 8]
    assert alone(texts) == ["caption: Tabel 3.1 Jumlah Kematian Ibu"]


@pytest.mark.parametrize(
    "texts",
    [
        [TEXT, "Tabel 3.1 Jumlah Pegawai", None, TEXT],
        [TEXT, "Tabel 3.1", "Jumlah Pegawai menurut Golongan", "pada Dinas Pasar", "Tahun 2022", None],
        [TEXT, None, "Tabel 3.1 Jumlah Pegawai", *[TEXT] * 8],
        ["Tabel 2.1 Rencana", "Tabel 2.2 Perjanjian", "Tabel 3.1 Capaian", *[TEXT] * 8],
        [TEXT, "Tabel 3.1 di atas menunjukkan bahwa capaian setiap sasaran naik dari tahun lalu", *[TEXT] * 8],
        [TEXT, "tabel 3.1 yang memuat capaian", *[TEXT] * 8],
        [TEXT, "Tabel 3.1 Capaian ........................ 14", *[TEXT] * 8],
        [TEXT, "Gambar 3.1 Struktur Organisasi", *[TEXT] * 8],
    ],
)
def test_other_captions_are_not_named(texts: list[str | None]) -> None:
    assert alone(texts) == []


def test_a_caption_that_names_an_area_is_not_told_twice() -> None:
    area = Unread(page=3, what="area: Tabel 3.1 Jumlah Pegawai … IV/a 3 4", reason="looks like a table", numbers=2)
    assert alone([TEXT, "Tabel 3.1 Jumlah Pegawai", "IV/a 3 4", *[TEXT] * 8], (area,)) == []


def pictured(*pages: Sequence[tuple[float, float, float, float]], text: bool = True) -> list[tuple[int | None, str]]:
    """The pages with pictures that the reader names; boxes are x, y, width, height."""
    memory = BytesIO()
    picture = ImageReader(Image.new("RGB", (40, 30), (200, 40, 40)))
    canvas = Canvas(memory, pagesize=(595, 842))
    for boxes in pages:
        for box in boxes:
            canvas.drawImage(picture, *box)
        if text:
            for n in range(12):
                canvas.drawString(72, 780 - 14 * n, TEXT)
        canvas.showPage()
    canvas.save()
    reading = read_pdf(Path("uji.pdf"), memory.getvalue(), second_opinions=0)
    return [(u.page, u.what) for u in reading.unread if u.reason == "what is in pictures is not read"]


LARGE = (100, 200, 380, 200)


def test_all_pages_with_large_pictures_are_one_entry() -> None:
    assert pictured([], [LARGE], [], [LARGE, (10, 10, 40, 40)]) == [(2, "pictures: 2, 4")]


def test_a_picture_in_strips_is_seen_whole() -> None:
    strips = [(100, 200 + 20 * n, 380, 20) for n in range(8)]
    assert pictured([], strips) == [(2, "pictures: 2")]


def test_emblems_letterheads_and_covers_are_not_named() -> None:
    head = (60, 760, 480, 70)
    assert pictured(*[[head]] * 4) == []
    assert pictured([(250, 400, 60, 60)], [(250, 100, 60, 60)]) == []
    assert pictured([LARGE], text=False) == []
    assert pictured([], [(50, 560, 500, 250)]) == []  # the background of the text


@pytest.mark.parametrize(("text", "what"), [(False, "page"), (True, "drawing")])
def test_letters_that_are_drawn_are_told(text: bool, what: str) -> None:
    memory = BytesIO()
    canvas = Canvas(memory, pagesize=(595, 842))
    for n in range(160):
        canvas.circle(80 + 12 * (n % 32), 300 - 14 * (n // 32), 3, stroke=0, fill=1)
    for n in range(12 if text else 0):
        canvas.drawString(72, 780 - 14 * n, TEXT)
    canvas.showPage()
    for n in range(40):
        canvas.circle(72, 780 - 14 * n, 3, stroke=0, fill=1)  # bullets
        canvas.drawString(90, 780 - 14 * n, TEXT)
    canvas.save()
    reading = read_pdf(Path("uji.pdf"), memory.getvalue(), second_opinions=0)
    assert [(u.page, u.what, u.reason) for u in reading.unread] == [(1, what, "drawn")]
