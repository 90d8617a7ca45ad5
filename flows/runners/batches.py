"""Small documents travel together, so that the cost of a task stays small beside its work."""

from collections.abc import Iterable, Iterator
from pathlib import Path

SMALL = 200_000
"""Bytes: about the size of a report as text; larger files travel alone."""
BATCH_BYTES = 400_000
BATCH_FILES = 8


def batches(files: Iterable[Path]) -> Iterator[tuple[Path, ...]]:
    """Group neighbouring small files; the order of files is kept."""
    held: list[Path] = []
    weight = 0
    for path in files:
        size = _size(path)
        if held and (size > SMALL or weight + size > BATCH_BYTES or len(held) == BATCH_FILES):
            yield tuple(held)
            held, weight = [], 0
        held.append(path)
        weight += size
        if size > SMALL:
            yield tuple(held)
            held, weight = [], 0
    if held:
        yield tuple(held)


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
