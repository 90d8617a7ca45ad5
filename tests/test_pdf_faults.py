"""PDFs that are broken, locked, endless or made to harm: each ends in a typed error or a result, and soon."""

from __future__ import annotations

import io
import random
import time
import zlib
from collections.abc import Iterator
from pathlib import Path

import psutil
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from extractors.pdf.reader import read_pdf
from schemas.errors import CermatError, ErrorCode
from schemas.reading import Reading, TextLayer

PATH = Path("laporan.pdf")
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
PAGE += b"/Resources << /Font << /F 5 0 R >> >> >>"
LIMIT = 20.0  # seconds; the machine may be busy


@pytest.fixture(autouse=True)
def _in_time() -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < LIMIT


def made(pages: int = 1, encrypt: StandardEncryption | None = None, compress: int = 1) -> bytes:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(595, 842), encrypt=encrypt, pageCompression=compress)
    for number in range(1, pages + 1):
        canvas.drawString(72, 700, f"Halaman {number} realisasi 82,92")
        canvas.line(72, 600, 400, 600)
        canvas.showPage()
    canvas.save()
    return memory.getvalue()


def raw_pdf(objects: list[bytes], root: int = 1) -> bytes:
    """A PDF of hand-written objects with a correct cross-reference table."""
    out = bytearray(b"%PDF-1.7\n")
    offsets = []
    for number, body in enumerate(objects, 1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    for offset in offsets:
        out += b"%010d 00000 n \n" % offset
    out += b"trailer\n<< /Size %d /Root %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, root, start)
    return bytes(out)


def stream(content: bytes, extra: bytes = b"") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(content), extra, content)


def one_page(content: bytes, page: bytes = b"", box: bytes = b"0 0 595 842", more: tuple[bytes, ...] = ()) -> bytes:
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    return raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [%s] /Contents 4 0 R /Resources << /Font << /F 5 0 R >> %s >> >>"
            % (box, page),
            stream(content),
            font,
            *more,
        ]
    )


def code_of(data: bytes) -> ErrorCode:
    with pytest.raises(CermatError) as caught:
        read_pdf(PATH, data)
    entry = caught.value.entry
    assert entry.path == str(PATH)
    assert entry.message.id
    assert entry.message.en
    assert entry.message.id != entry.message.en
    assert max(len(entry.message.id), len(entry.message.en)) <= 200
    return entry.code


def outcome(data: bytes) -> Reading | CermatError:
    """The only two things that may come out."""
    try:
        return read_pdf(PATH, data)
    except CermatError as error:
        return error


def test_a_sound_file_is_read() -> None:
    reading = read_pdf(PATH, made(2))
    assert [line.text for line in reading.lines] == ["Halaman 1 realisasi 82,92", "Halaman 2 realisasi 82,92"]
    assert reading.source.pages == 2
    assert reading.source.text_layer is TextLayer.DIGITAL


def test_only_a_head() -> None:
    assert code_of(b"%PDF-1.7\n") is ErrorCode.DAMAGED


def test_noise_behind_a_head() -> None:
    assert code_of(b"%PDF-1.4\n" + random.Random(7).randbytes(20_000)) is ErrorCode.DAMAGED


def test_cut_off_before_any_page() -> None:
    assert code_of(made(3)[:120]) is ErrorCode.DAMAGED


@pytest.mark.parametrize("share", [0.3, 0.5, 0.7, 0.9, 0.99])
def test_cut_off_somewhere(share: float) -> None:
    data = made(20)
    result = outcome(data[: int(len(data) * share)])
    if isinstance(result, CermatError):
        assert result.entry.code in (ErrorCode.DAMAGED, ErrorCode.NO_PAGES)


@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(st.integers(0, 10_000), st.binary(min_size=1, max_size=8)), min_size=1, max_size=12))
def test_bytes_changed_anywhere(changes: list[tuple[int, bytes]]) -> None:
    data = bytearray(made(2, compress=0))
    for at, new in changes:
        place = at % len(data)
        data[place : place + len(new)] = new
    outcome(bytes(data))


def test_locked_with_a_password() -> None:
    assert code_of(made(encrypt=StandardEncryption("rahasia", strength=128))) is ErrorCode.ENCRYPTED


def test_locked_for_changes_only() -> None:
    """An empty user password: everybody may read."""
    reading = read_pdf(PATH, made(encrypt=StandardEncryption("", ownerPassword="pemilik", strength=128)))
    assert "82,92" in reading.lines[0].text


def test_no_pages() -> None:
    empty = raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [] /Count 0 >>"])
    assert code_of(empty) is ErrorCode.NO_PAGES


def test_no_page_tree() -> None:
    assert code_of(raw_pdf([b"<< /Type /Catalog >>"])) in (ErrorCode.DAMAGED, ErrorCode.NO_PAGES)


def test_a_million_pages_claimed() -> None:
    lie = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1000000 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
    )
    result = outcome(lie)
    if isinstance(result, CermatError):
        assert result.entry.code in (ErrorCode.TOO_LARGE, ErrorCode.DAMAGED)


def test_more_pages_claimed_than_there_are() -> None:
    lie = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 3000 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
        ]
    )
    result = outcome(lie)
    assert isinstance(result, CermatError) or all(u.reason == "damaged" for u in result.unread)


def test_two_thousand_pages_in_flat_memory() -> None:
    process = psutil.Process()
    read_pdf(PATH, made(50))
    data = made(2000)
    before = process.memory_info().rss
    reading = read_pdf(PATH, data)
    grown = process.memory_info().rss - before
    assert reading.source.pages == 2000
    assert len(reading.lines) == 2000
    assert grown < 60 * 2**20


def test_a_page_tree_that_holds_itself() -> None:
    loop = raw_pdf([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R] /Count 5 >>"])
    assert code_of(loop) in (ErrorCode.DAMAGED, ErrorCode.NO_PAGES)


BOXES = [b"0 0 1e12 1e12", b"0 0 0 0", b"-1e38 -1e38 1e38 1e38", b"100 100 100 100", b"a b c d"]


@pytest.mark.parametrize("box", BOXES)
def test_absurd_page_sizes(box: bytes) -> None:
    data = one_page(b"BT /F 11 Tf 72 700 Td (82,92) Tj ET 1 1 1 rg BT /F 11 Tf 72 600 Td (putih) Tj ET", box=box)
    outcome(data)


def test_absurd_coordinates() -> None:
    content = b"BT /F 1e30 Tf 1e30 1e30 Td (9) Tj ET 0 0 1e35 1e35 re S 1e38 0 m 1e38 1e38 l S -1e38 5 1e38 0.1 re f "
    content += b"BT /F 0 Tf 72 700 Td (nol) Tj ET BT /F 11 Tf 0 0 0 0 0 0 Tm (datar) Tj ET"
    assert isinstance(outcome(one_page(content)), Reading)


def test_forms_nested_without_end() -> None:
    """A chain of forty forms, and a form that draws itself.

    Forms that draw the next one twice each, forty deep, keep PDFium itself busy for years: only the time limit of
    the worker process ends those.
    """
    forms = []
    for depth in range(40):
        inner = b"/X Do " if depth < 39 else b"BT /F 11 Tf 72 700 Td (dalam) Tj ET"
        link = b"/XObject << /X %d 0 R >>" % (6 + depth + 1) if depth < 39 else b""
        extra = b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << /Font << /F 5 0 R >> %s >>" % link
        forms.append(stream(inner, extra))
    outcome(one_page(b"/X Do", b"/XObject << /X 6 0 R >>", more=tuple(forms)))
    itself = stream(b"/X Do", b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>")
    outcome(one_page(b"/X Do", b"/XObject << /X 6 0 R >>", more=(itself,)))


def test_deeply_nested_arrays_and_states() -> None:
    outcome(one_page(b"[" * 200_000 + b"]" * 200_000 + b" TJ"))
    outcome(one_page(b"q " * 200_000 + b"BT /F 11 Tf 72 700 Td (82,92) Tj ET"))
    outcome(raw_pdf([b"<< /Type /Catalog /Pages " + b"[" * 100_000 + b" >>"]))


def test_a_stream_without_an_end() -> None:
    whole = made(1, compress=0)
    outcome(whole.replace(b"endstream", b"endstrm__"))
    outcome(whole.replace(b"/Length", b"/Length 99999999 %"))


def test_a_stream_that_swells() -> None:
    packed = zlib.compress(b"0 0 m 9 9 l S\n" * 2_000_000, 9)
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    data = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE,
            stream(packed, b"/Filter /FlateDecode"),
            font,
        ]
    )
    result = outcome(data)
    assert isinstance(result, CermatError) or result.unread[0].reason == "too_large"


def test_ten_thousand_lines_on_a_page() -> None:
    lines = b"".join(b"%d %d m %d %d l S\n" % (x, 0, x, 800) for x in range(5, 590, 2))
    lines += b"".join(b"%d %d m %d %d l S\n" % (0, y, 590, y) for y in range(5, 800, 2))
    words = b"".join(
        b"BT /F 4 Tf %d %d Td (%d) Tj ET\n" % (x, y, x) for x in range(10, 580, 20) for y in range(10, 790, 10)
    )
    assert isinstance(outcome(one_page(lines + words)), Reading)


def test_one_path_of_very_many_borders() -> None:
    path = b"".join(b"50 %d m 550 %d l " % (y, y) for y in range(100, 701, 20))
    path += b"".join(b"%d 100 m %d 700 l " % (x, x) for x in range(50, 551, 100)) + b"S\n"
    words = b"".join(
        b"BT /F 8 Tf %d %d Td (%d) Tj ET\n" % (x + 10, y + 6, x + y)
        for x in range(50, 550, 100)
        for y in range(100, 700, 20)
    )
    (grid,) = read_pdf(PATH, one_page(path + words)).grids
    assert (grid.rows, grid.columns) == (30, 5)


def test_a_page_that_cannot_be_loaded_is_listed() -> None:
    good = PAGE.replace(b"5 0 R", b"6 0 R").replace(b"4 0 R", b"5 0 R")
    data = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R 4 0 R] /Count 2 >>",
            good,
            b"(bukan halaman)",
            stream(b"BT /F 11 Tf 72 700 Td (82,92) Tj ET"),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        ]
    )
    reading = read_pdf(PATH, data)
    assert [line.text for line in reading.lines] == ["82,92"]
    assert [(u.page, u.reason) for u in reading.unread] == [(2, "damaged")]


def test_all_pages_broken() -> None:
    data = raw_pdf(
        [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", b"(bukan halaman)"]
    )
    assert code_of(data) in (ErrorCode.DAMAGED, ErrorCode.NO_PAGES)


def test_form_fields_are_read() -> None:
    memory = io.BytesIO()
    canvas = Canvas(memory, pagesize=(595, 842))
    canvas.acroForm.textfield(name="realisasi", value="460004950", x=72, y=600, width=200, height=20)
    canvas.showPage()
    canvas.save()
    reading = read_pdf(PATH, memory.getvalue())
    assert "460004950" in " ".join(line.text for line in reading.lines)


def test_a_dynamic_form_says_what_to_do() -> None:
    xfa = stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'><template/></xdp:xdp>")
    content = b"BT /F 11 Tf 72 700 Td (Please wait...) Tj ET"
    data = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /Fields [] /XFA 6 0 R >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE,
            stream(content),
            b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
            xfa,
        ]
    )
    assert code_of(data) is ErrorCode.UNSUPPORTED


def test_pictures_of_pages_are_a_scan() -> None:
    from PIL import Image

    picture = io.BytesIO()
    Image.new("L", (60, 80), 200).save(picture, "PNG")

    def document(kinds: str) -> Reading:
        memory = io.BytesIO()
        canvas = Canvas(memory, pagesize=(595, 842))
        for kind in kinds:
            if kind == "s":
                picture.seek(0)
                canvas.drawImage(ImageReader(picture), 10, 10, 575, 820)
            elif kind == "t":
                for i in range(30):
                    canvas.drawString(72, 760 - 20 * i, "baris teks biasa")
            canvas.showPage()
        canvas.save()
        return read_pdf(PATH, memory.getvalue())

    scan = document("ss")
    assert scan.source.text_layer is TextLayer.SCAN
    assert [(u.page, u.reason) for u in scan.unread] == [(1, "scan"), (2, "scan")]
    assert document("tts").source.text_layer is TextLayer.MIXED
    assert document("stt").source.text_layer is TextLayer.DIGITAL  # a picture as cover
    assert document("t-t").source.text_layer is TextLayer.DIGITAL


def test_codes_without_meaning_are_no_numbers() -> None:
    """A font whose map names private codes: what it prints is shown to nobody as a clean number."""
    names = b"<< /Type /Encoding /Differences [49 /g1 /g2 /g3] >>"
    cmap = b"/CIDInit /ProcSet findresource begin begincmap 1 begincodespacerange <00> <FF> endcodespacerange "
    cmap += b"3 beginbfchar <31> <E031> <32> <E032> <33> <E033> endbfchar endcmap"
    font = b"<< /Type /Font /Subtype /TrueType /BaseFont /ABCDEF+Aneh /Encoding %s /ToUnicode 6 0 R >>" % names
    data = raw_pdf(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            PAGE,
            stream(b"BT /F 11 Tf 72 700 Td (123) Tj ET"),
            font,
            stream(cmap),
        ]
    )
    reading = read_pdf(PATH, data)
    assert not any(character.isdigit() for line in reading.lines for character in line.text)
    assert [(u.page, u.reason) for u in reading.unread] == [(1, "illegible")]
