"""Typed errors: what happened, in which file and page, and what to do next, in both languages."""

from enum import StrEnum

from schemas.base import Frozen
from schemas.finding import Message


class ErrorCode(StrEnum):
    """Why a file could not be processed."""

    MISSING = "missing"
    EMPTY = "empty"
    UNSUPPORTED = "unsupported"
    UNDECODABLE = "undecodable"
    UNREADABLE = "unreadable"  # no permission
    UNWRITABLE = "unwritable"  # the report of this file
    TOO_LARGE = "too_large"
    ENCRYPTED = "encrypted"
    DAMAGED = "damaged"
    NO_PAGES = "no_pages"
    NO_DOCUMENTS = "no_documents"
    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASHED = "crashed"
    INTERNAL = "internal"


class InputError(Frozen):
    """One entry of ``errors`` in the output contract."""

    path: str
    code: ErrorCode
    message: Message
    page: int | None = None


class CermatError(Exception):
    """Raised by readers; carries the entry for the result. Picklable."""

    def __init__(self, entry: InputError) -> None:
        """``entry`` says what happened and what to do next."""
        super().__init__(entry)
        self.entry = entry

    def __str__(self) -> str:
        """Path, code and the English text."""
        return f"{self.entry.path}: {self.entry.code}: {self.entry.message.en}"
