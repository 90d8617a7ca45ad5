"""What decides whether a document must be processed again: its content, the options, and our own sources."""

import hashlib
import json
from functools import cache
from pathlib import Path

PACKAGES = ("schemas", "extractors", "validators")
"""What a result depends on. Reports and the store do not change what is found."""


@cache
def sources_digest() -> str:
    """Digest of all our sources that a result depends on, the same on every machine."""
    root = Path(__file__).resolve().parent.parent
    digest = hashlib.sha256()
    for package in PACKAGES:
        for path in sorted((root / package).rglob("*.py")):
            digest.update(path.relative_to(root).as_posix().encode() + b"\0")
            digest.update(path.read_bytes() + b"\0")
    return digest.hexdigest()


def document_key(sha256: str, options: dict[str, object]) -> str:
    """The key of a document: equal keys mean that processing again would give what is stored."""
    text = json.dumps([sha256, options, sources_digest()], sort_keys=True)
    return hashlib.sha256(text.encode()).hexdigest()


def file_digest(path: Path) -> str:
    """SHA-256 of the content of a file. Raises OSError when it cannot be read."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()
