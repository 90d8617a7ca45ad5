"""Reads ``cermat.toml``: findings that somebody accepts, for a run or for the documents beside it.

[[terima]]
aturan = "B102"                # rule
dokumen = "3f2a91c0"           # sha256 of the file, or its beginning
halaman = 22                   # page; also baris_teks (line), tabel, baris (row), tercetak (printed)
alasan = "sudah diklarifikasi" # reason
oleh = "Inspektorat"           # author
tanggal = 2024-02-01           # date, optional
"""

import sys
import tomllib
from collections.abc import Iterable, Sequence
from pathlib import Path

from reports.words import Lang
from schemas.errors import InputError
from schemas.result import Checked
from schemas.suppression import Suppression
from validators.suppress import SHORTEST, concerns

NAME = "cermat.toml"
_ENTRIES = ("terima", "accept")
_KEYS = {
    "aturan": "rule",
    "dokumen": "document",
    "halaman": "page",
    "baris_teks": "line",
    "tabel": "table",
    "baris": "row",
    "tercetak": "printed",
    "alasan": "reason",
    "oleh": "author",
    "tanggal": "date",
}
_NEEDED = ("rule", "reason", "author")
_NUMBERS = frozenset({"page", "line", "row"})


class ConfigError(Exception):
    """A ``cermat.toml`` that cannot be used; the text says which entry and why."""


def load(config: Path | None, files: Iterable[Path]) -> tuple[Suppression, ...]:
    """The entries of a run: those of ``config``, else those of every ``cermat.toml`` beside the documents.

    Raises ConfigError when a file cannot be read or an entry is incomplete.
    """
    if config is not None:
        return read(config, None)
    folders = dict.fromkeys(path.parent for path in files)
    return tuple(
        entry for folder in folders if (found := folder / NAME).is_file() for entry in read(found, str(folder))
    )


def read(path: Path, folder: str | None) -> tuple[Suppression, ...]:
    """The entries of one file."""
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: {error}") from error
    entries = [entry for key in _ENTRIES for entry in _listed(path, data.get(key, []))]
    return tuple(_entry(path, number, entry, folder) for number, entry in enumerate(entries, 1))


def _listed(path: Path, entries: object) -> list[object]:
    if not isinstance(entries, list):
        raise ConfigError(f"{path}: tulis [[terima]] dengan dua kurung / write [[accept]] with two brackets")
    return entries


def _entry(path: Path, number: int, entry: object, folder: str | None) -> Suppression:
    where = f"{path}: [[terima]] {number}"
    if not isinstance(entry, dict):
        raise ConfigError(f"{where}: bukan tabel / not a table")
    fields: dict[str, str | int | None] = {}
    for key, value in entry.items():
        name = _KEYS.get(key, key)
        if name not in Suppression.model_fields or name in ("folder", "origin"):
            raise ConfigError(f"{where}: kunci {key!r} tidak dikenal / unknown key")
        if name in _NUMBERS and not isinstance(value, int):
            raise ConfigError(f"{where}: {key} harus bilangan / must be a number")
        fields[name] = value if name in _NUMBERS else str(value)
    missing = [name for name in _NEEDED if not str(fields.get(name) or "").strip()]
    if missing:
        raise ConfigError(f"{where}: tanpa / without {', '.join(missing)}")
    document = fields.get("document")
    if document is not None and len(str(document)) < SHORTEST:
        raise ConfigError(f"{where}: dokumen perlu {SHORTEST} digit sha256 / needs {SHORTEST} digits")
    return Suppression.model_validate({**fields, "folder": folder, "origin": where})


class Unmatched:
    """A sink that names, on standard error, the entries that met no finding in this run."""

    def __init__(self, suppressions: Sequence[Suppression], lang: Lang) -> None:
        """``lang`` is the language of the list."""
        self._left = dict.fromkeys(suppressions)
        self._seen: set[Suppression] = set()
        self._lang = lang

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Cross off what this document met."""
        if isinstance(outcome, Checked):
            self._seen |= {s for s in self._left if concerns(s, outcome.document.source)}
            for used in outcome.accepted_by:
                self._left.pop(used, None)

    def finish(self) -> None:
        """Tell what is left."""
        text = {"id": "tidak lagi menemukan temuan", "en": "meets no finding any more"}[self._lang]
        for entry in self._left:
            if entry in self._seen:
                print(f"cermat: {entry.origin}: {entry.rule} {text} ({entry.reason})", file=sys.stderr)
