"""Opening the bytes of a PDF: a document, or a typed error that says what happened and what to do next."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pypdfium2.raw as raw

from extractors.errors import Trouble, refuse
from schemas.errors import ErrorCode

MOST_PAGES = 10_000

ENCRYPTED = Trouble(
    ErrorCode.ENCRYPTED,
    "PDF ini terkunci dengan kata sandi. Buka dengan kata sandinya, simpan tanpa kata sandi, lalu ulangi.",
    "This PDF is locked with a password. Open it with the password, save it without one, and try again.",
)
SECURITY = Trouble(
    ErrorCode.ENCRYPTED,
    "Cara penguncian PDF ini tidak dikenal. Cetak ulang ke PDF biasa tanpa pengaman, lalu ulangi.",
    "The protection of this PDF is not known. Print it to a plain PDF without protection and try again.",
)
DAMAGED = Trouble(
    ErrorCode.DAMAGED,
    "PDF ini rusak atau terpotong sehingga tidak dapat dibuka. Unduh ulang atau minta berkas itu sekali lagi.",
    "This PDF is damaged or cut off and cannot be opened. Download it again or ask its sender for it again.",
)
NO_PAGES = Trouble(
    ErrorCode.NO_PAGES,
    "PDF ini tidak mempunyai halaman. Minta berkas itu sekali lagi dari pengirimnya.",
    "This PDF has no pages. Ask its sender for the file again.",
)
TOO_MANY_PAGES = Trouble(
    ErrorCode.TOO_LARGE,
    "PDF ini menyebut {pages} halaman, melampaui batas {limit}. Bagi menjadi beberapa berkas.",
    "This PDF claims {pages} pages, more than the limit of {limit}. Split it into several files.",
)
FORM_ONLY = Trouble(
    ErrorCode.UNSUPPORTED,
    "PDF ini formulir dinamis (XFA) tanpa halaman biasa. Buka formulirnya, cetak ke PDF, lalu periksa hasilnya.",
    "This PDF is a dynamic form (XFA) without ordinary pages. Open the form, print it to PDF and check that.",
)
UNREADABLE_PAGES = Trouble(
    ErrorCode.DAMAGED,
    "Tidak satu pun dari {pages} halaman PDF ini dapat dibaca. Minta berkas itu sekali lagi dari pengirimnya.",
    "None of the {pages} pages of this PDF can be read. Ask its sender for the file again.",
)


@contextmanager
def open_document(path: Path, data: bytes) -> Iterator[tuple[Any, int]]:
    """The PDFium document and its number of pages; closed at the end.

    An empty user password is tried. Raises CermatError: encrypted, damaged, no_pages, too_large.
    """
    document = raw.FPDF_LoadMemDocument64(data, len(data), None)
    if not document:
        raise refuse(path, _trouble(data))
    try:
        count = raw.FPDF_GetPageCount(document)
        if count <= 0:
            raise refuse(path, NO_PAGES)
        if count > MOST_PAGES:
            raise refuse(path, TOO_MANY_PAGES, pages=count, limit=MOST_PAGES)
        yield document, count
    finally:
        raw.FPDF_CloseDocument(document)


def _trouble(data: bytes) -> Trouble:
    code = raw.FPDF_GetLastError()
    if code == raw.FPDF_ERR_PASSWORD:
        return ENCRYPTED
    if code == raw.FPDF_ERR_SECURITY:
        return SECURITY
    # PDFium calls a page tree without any page a format error.
    return NO_PAGES if _without_pages(data) else DAMAGED


def _without_pages(data: bytes) -> bool:
    tree = b"".join(data.split())
    return b"/Type/Pages" in tree and b"/Count0" in tree and b"/Type/Page/" not in tree.replace(b"/Pages", b"")


def is_dynamic_form(document: Any) -> bool:
    """True for XFA forms whose pages exist only in the program that fills them in."""
    return bool(raw.FPDF_GetFormType(document) == raw.FORMTYPE_XFA_FULL)
