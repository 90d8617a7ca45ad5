"""One entry for all formats: the bytes of a file decide how it is read, never its name."""

import stat
from pathlib import Path

from extractors.errors import (
    ARCHIVE,
    BINARY,
    DIRECTORY,
    EMPTY,
    IMAGE,
    IO_FAILED,
    MISSING,
    NO_PERMISSION,
    OFFICE,
    SPECIAL,
    TOO_LARGE,
    refuse,
)
from extractors.sniff import ARCHIVES, HEAD, IMAGES, FileKind, sniff
from extractors.sniff import OFFICE as OFFICE_KINDS
from schemas.reading import Reading

TEXT_LIMIT = 64 * 2**20
PDF_LIMIT = 512 * 2**20
"""Sizes in bytes. A report in plain text has less than one megabyte; a scanned one rarely exceeds a hundred."""


def read(path: Path) -> Reading:
    """Read one file into lines and grids.

    Raises CermatError with a typed entry when the file cannot be read.
    """
    kind, data = load(path)
    if kind is FileKind.PDF:
        from extractors.pdf.reader import read_pdf

        return read_pdf(path, data)
    from extractors.text.reader import read_html, read_text

    return read_html(path, data) if kind is FileKind.HTML else read_text(path, data)


def load(path: Path) -> tuple[FileKind, bytes]:
    """The kind and the bytes of a file that one of the readers can read.

    Raises CermatError for everything else; a file over the limit of its kind is not loaded into memory.
    """
    try:
        found = path.stat()
        if stat.S_ISDIR(found.st_mode):
            raise refuse(path, DIRECTORY)
        if not stat.S_ISREG(found.st_mode):
            raise refuse(path, SPECIAL)
        with path.open("rb") as file:
            head = file.read(HEAD)
            kind = _readable(path, sniff(head))
            limit = PDF_LIMIT if kind is FileKind.PDF else TEXT_LIMIT
            rest = file.read(limit - len(head) + 1)
            size = max(found.st_size, len(head) + len(rest))
            if len(head) + len(rest) > limit:
                raise refuse(path, TOO_LARGE, size=-(-size // 2**20), limit=limit // 2**20, kind=kind)
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refuse(path, MISSING) from error
    except PermissionError as error:
        raise refuse(path, NO_PERMISSION) from error
    except (OSError, ValueError) as error:  # ValueError: a zero byte in the path
        raise refuse(path, IO_FAILED, detail=getattr(error, "strerror", None) or type(error).__name__) from error
    data = head + rest
    if kind is not FileKind.PDF and not data.strip(b"\x00\t\n\x0b\x0c\r \xef\xbb\xbf\xff\xfe"):
        raise refuse(path, EMPTY)
    return kind, data


def _readable(path: Path, kind: FileKind) -> FileKind:
    if kind is FileKind.EMPTY:
        raise refuse(path, EMPTY)
    if kind in OFFICE_KINDS:
        raise refuse(path, OFFICE, kind=kind)
    if kind in IMAGES:
        raise refuse(path, IMAGE, kind=kind)
    if kind in ARCHIVES:
        raise refuse(path, ARCHIVE, kind=kind)
    if kind is FileKind.BINARY:
        raise refuse(path, BINARY)
    return kind
