"""The files that a run writes: one for each format and document, and one for each format over all documents."""

import tempfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path

from reports.names import RECAP, stem_of
from reports.recap import Entry
from reports.words import Lang
from schemas.result import Checked

FORMATS = ("xlsx", "docx", "csv", "html", "pdf")
"""Formats of files. ``reports.<format>`` has ``write(checked, path, lang)``, which returns the files it made."""

RECAPS = ("xlsx", "csv", "html")
"""Those that also have ``write_recap(entries, path, lang)``."""


def write_reports(
    checked: Checked,
    formats: Iterable[str],
    out: Path,
    lang: Lang,
    *,
    shared: Collection[str] = (),
    template: Path | None = None,
) -> tuple[Path, ...]:
    """Write one document in each format into ``out``, which is made when absent. Returns the files.

    Args:
        checked: the document with its tables, lines and judgements.
        formats: names out of ``FORMATS``.
        out: the folder; no name derived from the document leads out of it.
        lang: the language of headings and messages.
        shared: stems that other inputs of the run have too (``reports.names.shared_stems``).
        template: the user's own .docx.

    Raises OSError when a file cannot be written; a file is written whole or not at all.
    """
    out.mkdir(parents=True, exist_ok=True)
    source = checked.document.source
    stem = stem_of(source.path, source.sha256, shared)
    written: list[Path] = []
    for name in formats:
        module = import_module(f"reports.{name}")
        extra = {"template": template} if name == "docx" else {}
        with staged(out) as folder:
            module.write(checked, folder / f"{stem}.{name}", lang, **extra)
            written += moved(folder, out)
    return tuple(written)


def write_recap(entries: Sequence[Entry], formats: Iterable[str], out: Path, lang: Lang) -> tuple[Path, ...]:
    """Write the recap over several documents in each format that has one. Returns the files."""
    out.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    for name in formats:
        if name in RECAPS:
            module = import_module(f"reports.{name}")
            with staged(out) as folder:
                module.write_recap(entries, folder / f"{RECAP}.{name}", lang)
                written += moved(folder, out)
    return tuple(written)


@contextmanager
def staged(out: Path) -> Iterator[Path]:
    """A hidden folder inside ``out`` where files are made before they take their place."""
    with tempfile.TemporaryDirectory(prefix=".cermat-", dir=out) as folder:
        yield Path(folder)


def moved(folder: Path, out: Path) -> list[Path]:
    """Move finished files to their place, over those of an earlier run."""
    places = []
    for file in sorted(folder.iterdir()):
        place = out / file.name
        file.replace(place)
        places.append(place)
    return places
