"""What the recap page shows: one row for each document, and agencies against kinds of findings."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

from reports.html.words import category_word
from reports.recap import Entry
from reports.words import Lang, tell

STEPS = (1, 2, 4, 8, 16)
"""From these counts on a field of the heat map is one step darker."""


class Line(NamedTuple):
    """One document."""

    href: str
    name: str
    agency: str
    jenis: str
    tahun: int | None
    pages: int | None
    errors: int
    warnings: int
    changing: int
    read: float | None


class HeatRow(NamedTuple):
    """One document in the heat map: count and step (0 to 5) for each kind of finding."""

    href: str
    agency: str
    fields: tuple[tuple[int, int], ...]
    total: int


class Recap(NamedTuple):
    """The whole page."""

    title: str
    lines: tuple[Line, ...]
    kinds: tuple[str, ...]
    heat: tuple[HeatRow, ...]
    totals: tuple[int, ...]
    failures: tuple[tuple[str, str, str], ...]
    documents: int
    errors: int
    warnings: int


def recap_of(entries: Sequence[Entry], lang: Lang) -> Recap:
    """The recap of a run, the worst document first."""
    read = sorted((e for e in entries if e.failure is None), key=lambda e: e.weight, reverse=True)
    sums: Counter[str] = Counter()
    for entry in read:
        sums.update(dict(entry.categories))
    kinds = [kind for kind, _ in sums.most_common()]
    return Recap(
        title="Rekap Cermat" if lang == "id" else "Cermat recap",
        lines=tuple(_line(entry) for entry in read),
        kinds=tuple(category_word(kind, lang) for kind in kinds),
        heat=tuple(_heat(entry, kinds) for entry in read if entry.categories),
        totals=tuple(sums[kind] for kind in kinds),
        failures=tuple((e.path, e.failure.code.value, tell(e.failure.message, lang)) for e in entries if e.failure),
        documents=len(read),
        errors=sum(e.errors for e in read),
        warnings=sum(e.warnings for e in read),
    )


def _line(entry: Entry) -> Line:
    return Line(
        href=_address(entry),
        name=Path(entry.path).name,
        agency=entry.instansi or "",
        jenis=entry.jenis,
        tahun=entry.tahun,
        pages=entry.pages,
        errors=entry.errors,
        warnings=entry.warnings,
        changing=entry.changing,
        read=round(100 * entry.in_records / entry.numbers, 1) if entry.numbers else None,
    )


def _heat(entry: Entry, kinds: list[str]) -> HeatRow:
    counts = dict(entry.categories)
    fields = tuple((counts.get(k, 0), sum(counts.get(k, 0) >= step for step in STEPS)) for k in kinds)
    return HeatRow(_address(entry), entry.instansi or Path(entry.path).name, fields, sum(counts.values()))


def _address(entry: Entry) -> str:
    """The page of that document beside the recap."""
    return "./" + quote(f"{entry.stem}.html", safe="")
