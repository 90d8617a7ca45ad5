"""Which files a run works on: paths given on the command line, folders walked in a stable order."""

from collections.abc import Iterable
from pathlib import Path

from schemas.base import Frozen
from schemas.errors import ErrorCode, InputError
from schemas.finding import Message

DOCUMENT_SUFFIXES = frozenset(
    {".pdf", ".txt", ".md", ".text", ".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".htm", ".html", ""}
)
"""Suffixes taken from folders. What a file really is, its content decides; a file named on the command line is
always read."""


class Inputs(Frozen):
    """The files to check, what could not even be listed, and how many other files folders hold."""

    files: tuple[Path, ...] = ()
    errors: tuple[InputError, ...] = ()
    skipped: int = 0


def find_inputs(paths: Iterable[Path]) -> Inputs:
    """Expand files and folders. Hidden files and folders are left alone; a file named twice is taken once."""
    files: dict[Path, None] = {}
    errors: list[InputError] = []
    skipped = 0
    for path in paths:
        try:
            found, others = _expand(path)
        except OSError as error:
            errors.append(_unreadable(path, error))
            continue
        skipped += others
        if found:
            files.update(dict.fromkeys(found))
        else:
            errors.append(_no_documents(path))
    return Inputs(files=tuple(files), errors=tuple(errors), skipped=skipped)


def _expand(path: Path) -> tuple[list[Path], int]:
    """The documents below a path, and the number of other files there."""
    if not path.is_dir():
        return [path], 0
    visible = [
        p
        for p in sorted(path.rglob("*"))
        if p.is_file() and not any(part.startswith(".") for part in p.relative_to(path).parts)
    ]
    found = [p for p in visible if p.suffix.lower() in DOCUMENT_SUFFIXES]
    return found, len(visible) - len(found)


def _no_documents(path: Path) -> InputError:
    return InputError(
        path=str(path),
        code=ErrorCode.NO_DOCUMENTS,
        message=Message(
            id="Folder ini tidak berisi PDF atau teks. Periksa jalurnya, atau sebut berkasnya satu per satu.",
            en="This folder holds no PDF or text. Check the path, or name the files one by one.",
        ),
    )


def _unreadable(path: Path, error: OSError) -> InputError:
    reason = error.strerror or type(error).__name__
    return InputError(
        path=str(path),
        code=ErrorCode.UNREADABLE,
        message=Message(
            id=f"Jalur ini tidak dapat dibuka ({reason}). Periksa izin bacanya.",
            en=f"This path cannot be opened ({reason}). Check its read permission.",
        ),
    )
