"""The entries of documents whose worker did not come back."""

from pathlib import Path

from schemas.errors import ErrorCode, InputError
from schemas.finding import Message

TEXTS: dict[ErrorCode, Message] = {
    ErrorCode.TIMEOUT: Message(
        id="Melewati batas waktu {limit:g} detik. Naikkan --timeout, atau pecah berkasnya.",
        en="Took longer than {limit:g} seconds. Raise --timeout, or split the file.",
    ),
    ErrorCode.MEMORY: Message(
        id="Melewati batas memori {limit:g} MB. Naikkan --memory, atau pecah berkasnya.",
        en="Needed more than {limit:g} MB of memory. Raise --memory, or split the file.",
    ),
    ErrorCode.CRASHED: Message(
        id="Proses pembaca berhenti mendadak (status {limit:g}), dua kali. Simpan ulang PDF ini, lalu ulangi.",
        en="The reading process died (status {limit:g}), twice. Save this PDF anew, then try again.",
    ),
}


def failure(path: Path, code: ErrorCode, limit: float) -> InputError:
    """The entry of a file; ``limit`` is the limit that was passed, or the exit status."""
    text = TEXTS[code]
    message = Message(id=text.id.format(limit=limit), en=text.en.format(limit=limit))
    return InputError(path=str(path), code=code, message=message)
