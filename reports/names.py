"""The names of report files: derived from the name of the document, never able to leave the output folder."""

import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from pathlib import Path

LIMIT = 100
"""Characters of a stem; with the suffixes below every common file system takes it."""

RECAP = "rekap"
"""The stem of the files that speak of the whole run."""

_MOST_BYTES = 200  # a name may have 255 bytes; some are left for suffixes
_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f\x7f]+')
_BLANK = re.compile(r"\s+")
_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10)), RECAP}
)


def safe_stem(path: str) -> str:
    """A file stem from any path: no separators, control characters or names that a system reserves.

    Leading dots and dashes go too (hidden files, options of commands). What is left of an empty name is ``dokumen``.
    """
    name = re.split(r"[\\/]", path.rstrip("\\/"))[-1]
    name = Path(name).stem if name.strip(".") else ""
    name = unicodedata.normalize("NFC", name.encode("utf-8", "replace").decode("utf-8"))
    name = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co"))
    name = _BLANK.sub(" ", _UNFIT.sub("_", name))[:LIMIT]
    while len(name.encode()) > _MOST_BYTES:
        name = name[:-1]
    name = name.strip(" .-~") or "dokumen"
    return f"{name}_" if name.split(".")[0].casefold() in _RESERVED else name


def shared_stems(paths: Iterable[str]) -> frozenset[str]:
    """The stems, without regard to case, that more than one of the paths has."""
    counts = Counter(safe_stem(path).casefold() for path in paths)
    return frozenset(stem for stem, number in counts.items() if number > 1)


def stem_of(path: str, sha256: str, shared: Collection[str] = ()) -> str:
    """The stem of a document's reports; with the first digits of its hash where other inputs have the same one."""
    stem = safe_stem(path)
    return f"{stem}-{sha256[:8]}" if stem.casefold() in shared else stem
