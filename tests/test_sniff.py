"""What a file is by its content, and the errors of every input that cannot be read."""

import contextlib
import io
import os
import stat
import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extractors import reading
from extractors.reading import load, read
from extractors.sniff import FileKind, sniff
from schemas.errors import CermatError, ErrorCode


def archive(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as file:
        for name in names:
            file.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "x")
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", FileKind.EMPTY),
        (b"%PDF-1.4\n", FileKind.PDF),
        (b"\x00" * 900 + b"%PDF-1.7\n", FileKind.PDF),
        (b"No\tUraian\n1\tx\n", FileKind.TEXT),
        ("Kinerja – ±".encode(), FileKind.TEXT),
        ("Laporan kinerja".encode("utf-16"), FileKind.TEXT),
        ("Laporan kinerja".encode("utf-16-le"), FileKind.TEXT),
        ("Laporan kinerja".encode("utf-16-be"), FileKind.TEXT),
        (b"halaman satu\n\x0chalaman dua\n", FileKind.TEXT),
        (b"<!DOCTYPE html>\n<html>", FileKind.HTML),
        (b"<?xml version='1.0'?>\n<!-- x -->\n<HTML lang='id'>", FileKind.HTML),
        (b"<table><tr><td>Markdown</td></tr></table>", FileKind.TEXT),
        (b"{\\rtf1\\ansi", FileKind.RTF),
        (archive("[Content_Types].xml", "word/document.xml"), FileKind.DOCX),
        (archive("[Content_Types].xml", "xl/workbook.xml"), FileKind.XLSX),
        (archive("[Content_Types].xml", "ppt/presentation.xml"), FileKind.PPTX),
        (archive("mimetype", "content.xml"), FileKind.ODF),
        (archive("laporan.pdf"), FileKind.ZIP),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, FileKind.OLE),
        (b"\x89PNG\r\n\x1a\n\x00", FileKind.PNG),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF", FileKind.JPEG),
        (b"II*\x00\x08\x00", FileKind.TIFF),
        (b"GIF89a\x01\x00", FileKind.GIF),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", FileKind.WEBP),
        (b"\x1f\x8b\x08\x00", FileKind.GZIP),
        (b"Rar!\x1a\x07\x01\x00", FileKind.RAR),
        (bytes(range(256)) * 4, FileKind.BINARY),
        (b"teks\x00dengan nol", FileKind.BINARY),
    ],
)
def test_content_decides(data: bytes, kind: FileKind) -> None:
    assert sniff(data) is kind


@given(st.binary(max_size=3000))
def test_sniffing_never_fails(data: bytes) -> None:
    assert isinstance(sniff(data), FileKind)


def refused(path: Path) -> ErrorCode:
    """The code of the error that reading this path ends in; the texts of the error are checked on the way."""
    with pytest.raises(CermatError) as caught:
        read(path)
    entry = caught.value.entry
    assert entry.path == str(path)
    for text in (entry.message.id, entry.message.en):
        assert 20 < len(text) <= 200
        assert "{" not in text
        assert text.endswith(".")
    assert entry.message.id != entry.message.en
    return entry.code


@pytest.mark.parametrize(
    ("name", "data", "code"),
    [
        ("kosong.pdf", b"", ErrorCode.EMPTY),
        ("spasi.txt", b" \r\n\t\n", ErrorCode.EMPTY),
        ("bom.txt", b"\xef\xbb\xbf\n", ErrorCode.EMPTY),
        ("a.pdf", archive("[Content_Types].xml", "word/document.xml"), ErrorCode.UNSUPPORTED),
        ("a.txt", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, ErrorCode.UNSUPPORTED),
        ("a.md", b"{\\rtf1 x}", ErrorCode.UNSUPPORTED),
        ("a.csv", b"\x89PNG\r\n\x1a\n\x00", ErrorCode.UNSUPPORTED),
        ("a.zip", archive("laporan.pdf"), ErrorCode.UNSUPPORTED),
        ("biner.txt", bytes(range(256)) * 40, ErrorCode.UNSUPPORTED),
        ("rusak.txt", b"Laporan \x81\x8d\x8f kinerja", ErrorCode.UNDECODABLE),
        ("setengah.txt", b"\xff\xfe" + b"\x00\xd8" * 40, ErrorCode.UNDECODABLE),
    ],
)
def test_bad_content_is_a_typed_error(tmp_path: Path, name: str, data: bytes, code: ErrorCode) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert refused(path) is code


def test_office_files_are_told_to_become_pdf(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_bytes(archive("[Content_Types].xml", "word/document.xml"))
    with pytest.raises(CermatError) as caught:
        read(path)
    assert "simpan sebagai PDF" in caught.value.entry.message.id
    assert "as PDF" in caught.value.entry.message.en
    assert "docx" in caught.value.entry.message.en


def test_missing_and_odd_paths(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("x")
    assert refused(tmp_path / "tidak-ada.pdf") is ErrorCode.MISSING
    assert refused(tmp_path / "berkas" / "di-dalam.pdf") is ErrorCode.MISSING
    assert refused(tmp_path) is ErrorCode.UNSUPPORTED
    assert refused(tmp_path / "nol\x00nol") is ErrorCode.UNREADABLE
    assert refused(tmp_path / ("x" * 300)) is ErrorCode.UNREADABLE
    os.mkfifo(tmp_path / "pipa")
    assert refused(tmp_path / "pipa") is ErrorCode.UNSUPPORTED
    (tmp_path / "putus").symlink_to(tmp_path / "hilang")
    assert refused(tmp_path / "putus") is ErrorCode.MISSING
    (tmp_path / "ular").symlink_to(tmp_path / "ular")
    assert refused(tmp_path / "ular") is ErrorCode.UNREADABLE


def test_no_read_permission(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "rahasia.txt"
    path.write_text("isi")
    path.chmod(0)
    if os.access(path, os.R_OK):  # the superuser reads everything: let the system refuse instead

        def refuse(*_: object, **__: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr(Path, "open", refuse)
    assert refused(path) is ErrorCode.UNREADABLE
    path.chmod(stat.S_IRUSR)


def test_a_disk_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "laporan.txt"
    path.write_text("isi")

    def fail(*_: object, **__: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(Path, "open", fail)
    assert refused(path) is ErrorCode.UNREADABLE


def test_a_text_over_the_limit_is_not_loaded(tmp_path: Path) -> None:
    path = tmp_path / "besar.txt"
    with path.open("wb") as file:
        file.write(b"Laporan kinerja\n" * 5000)
        file.truncate(200 * 2**20)  # sparse: the disk holds only the beginning
    with pytest.raises(CermatError) as caught:
        load(path)
    assert caught.value.entry.code is ErrorCode.TOO_LARGE
    assert "200 MiB" in caught.value.entry.message.en


def test_the_limit_itself_is_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "TEXT_LIMIT", 100_000)
    path = tmp_path / "pas.txt"
    path.write_bytes(b"a" * 100_000)
    assert load(path)[0] is FileKind.TEXT
    path.write_bytes(b"a" * 100_001)
    with pytest.raises(CermatError):
        load(path)


def test_a_good_file_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "laporan.docx"
    path.write_text("No\tNilai\n1\t90\n")
    assert read(path).grids[0].rows == 2
    path.write_text("<html><body><p>Isi</p></body></html>")
    assert read(path).lines[0].text == "Isi"


@given(st.binary(max_size=2000))
def test_any_bytes_end_in_a_reading_or_a_typed_error(tmp_path_factory: pytest.TempPathFactory, data: bytes) -> None:
    if b"%PDF-" in data[:1029]:
        return
    path = tmp_path_factory.getbasetemp() / "acak"
    path.write_bytes(data)
    with contextlib.suppress(CermatError):
        read(path)
