"""What a file is by its content. Its name is never asked."""

import re
from enum import StrEnum

from extractors.text.decode import looks_like_utf16


class FileKind(StrEnum):
    """The kinds of content that are told apart."""

    EMPTY = "empty"
    PDF = "pdf"
    TEXT = "text"
    HTML = "html"
    RTF = "rtf"
    DOCX = "docx"
    XLSX = "xlsx"
    PPTX = "pptx"
    ODF = "odf"
    OLE = "doc/xls"
    ZIP = "zip"
    RAR = "rar"
    SEVENZIP = "7z"
    GZIP = "gzip"
    PNG = "png"
    JPEG = "jpeg"
    TIFF = "tiff"
    GIF = "gif"
    BMP = "bmp"
    WEBP = "webp"
    BINARY = "binary"


HEAD = 65_536
"""How many bytes from the start decide."""

OFFICE = frozenset({FileKind.RTF, FileKind.DOCX, FileKind.XLSX, FileKind.PPTX, FileKind.ODF, FileKind.OLE})
IMAGES = frozenset({FileKind.PNG, FileKind.JPEG, FileKind.TIFF, FileKind.GIF, FileKind.BMP, FileKind.WEBP})
ARCHIVES = frozenset({FileKind.ZIP, FileKind.RAR, FileKind.SEVENZIP, FileKind.GZIP})

_MAGIC: tuple[tuple[bytes, FileKind], ...] = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", FileKind.OLE),
    (b"{\\rtf", FileKind.RTF),
    (b"\x89PNG\r\n\x1a\n", FileKind.PNG),
    (b"\xff\xd8\xff", FileKind.JPEG),
    (b"II*\x00", FileKind.TIFF),
    (b"MM\x00*", FileKind.TIFF),
    (b"GIF87a", FileKind.GIF),
    (b"GIF89a", FileKind.GIF),
    (b"Rar!\x1a\x07", FileKind.RAR),
    (b"7z\xbc\xaf\x27\x1c", FileKind.SEVENZIP),
    (b"\x1f\x8b\x08", FileKind.GZIP),
)
_ZIP = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_HTML = re.compile(rb"^\s*(?:<\?xml[^>]*>\s*)?(?>(?:<!--.*?-->\s*)*)<(?:!doctype\s+html|html|head|body)\b", re.I | re.S)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")


def sniff(head: bytes) -> FileKind:
    """The kind of a file whose first bytes (up to ``HEAD``) are given.

    A PDF may carry rubbish of up to 1,024 bytes before its header, as its readers allow. Text is whatever holds
    no control characters; a byte order mark or the zero bytes of UTF-16 make it text, too.
    """
    if not head:
        return FileKind.EMPTY
    if b"%PDF-" in head[:1029]:
        return FileKind.PDF
    for magic, kind in _MAGIC:
        if head.startswith(magic):
            return kind
    if head.startswith(_ZIP):
        return _zip_kind(head)
    if head.startswith(b"RIFF") and head[8:12] == b"WEBP":
        return FileKind.WEBP
    if head.startswith(b"BM") and head[6:10] == b"\x00\x00\x00\x00":
        return FileKind.BMP
    if head.startswith(_BOMS) or looks_like_utf16(head):
        return FileKind.TEXT
    if len(_CONTROL.findall(head)) * 200 > len(head) or b"\x00" in head:
        return FileKind.BINARY
    if _HTML.match(head):
        return FileKind.HTML
    return FileKind.TEXT


def _zip_kind(head: bytes) -> FileKind:
    """Office documents are zip archives; the names of their first members tell which."""
    if b"mimetypeapplication/vnd.oasis.opendocument" in head[:200]:
        return FileKind.ODF
    for mark, kind in ((b"word/", FileKind.DOCX), (b"xl/", FileKind.XLSX), (b"ppt/", FileKind.PPTX)):
        if mark in head:
            return kind
    return FileKind.DOCX if b"[Content_Types].xml" in head[:200] else FileKind.ZIP
