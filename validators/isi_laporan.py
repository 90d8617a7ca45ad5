"""What a report contains, with the places where it stands: tables of a kind, headings, sentences."""

import re
from collections.abc import Callable, Iterable
from typing import NamedTuple

from schemas.finding import Evidence
from schemas.number import Place
from schemas.reading import Line
from schemas.records import Indikator
from schemas.table import Kind, Stage, Table
from validators.passages import passages
from validators.view import View

_MOST = 5


def tables(view: View, *kinds: Kind) -> tuple[Evidence, ...]:
    """The tables of these kinds."""
    return tuple(_table(t) for t in view.document.tables if t.kind in kinds)[:_MOST]


def _table(table: Table) -> Evidence:
    return Evidence(
        page=table.pages[0] if table.pages else None,
        line=table.lines[0] if table.lines else None,
        table=table.id,
        raw=table.caption or table.before[:120],
    )


def rows(view: View, wanted: Callable[[Indikator], bool]) -> tuple[Evidence, ...]:
    """The indicator rows that meet a condition, one for each table."""
    found: dict[str, Evidence] = {}
    for row in view.document.indikator:
        if row.table not in found and not row.keluaran and wanted(row):
            found[row.table] = Evidence(
                page=row.page, line=row.line, table=row.table, row=row.row, raw=" ".join(row.indikator.split())
            )
    return tuple(found.values())[:_MOST]


class Cari(NamedTuple):
    """What to look for in lines: a pattern over small letters, and words of which a line must hold one."""

    pattern: re.Pattern[str]
    marks: tuple[str, ...]

    def finds(self, text: str) -> bool:
        """Whether a line in small letters holds it."""
        return any(mark in text for mark in self.marks) and self.pattern.search(text) is not None


def headings(view: View, wanted: Cari) -> tuple[Evidence, ...]:
    """Headings and captions of the body that match."""
    return _lines(line for line, text in _body(view) if (line.heading is not None or line.bold) and wanted.finds(text))


def sentences(view: View, wanted: Cari) -> tuple[Evidence, ...]:
    """Lines of the body that match."""
    return _lines(line for line, text in _body(view) if wanted.finds(text))


def _body(view: View) -> list[tuple[Line, str]]:
    """The lines outside the contents with their text in small letters, made once."""
    made = view.memo.get("isi")
    if not isinstance(made, list):
        contents = {r.order for r in view.document.rujukan if r.kind == "toc"}
        made = [(line, line.text.casefold()) for line in passages(view).lines if line.order not in contents]
        view.memo["isi"] = made
    return made


def _lines(lines: Iterable[Line]) -> tuple[Evidence, ...]:
    found = []
    for line in lines:
        found.append(Evidence.at(Place(page=line.page, line=line.line, bbox=line.bbox), line.text[:200]))
        if len(found) == _MOST:
            break
    return tuple(found)


def measured(view: View) -> tuple[Evidence, ...]:
    """Rows with the target and the realisation of the reported year."""
    return rows(view, lambda r: _has(r.target) and _has(r.realisasi) and r.tahun in (None, view.tahun))


def over_years(view: View) -> tuple[Evidence, ...]:
    """Tables that print a value of an earlier year beside the reported one."""
    return rows(
        view,
        lambda r: bool(r.tahun and view.tahun and r.tahun < view.tahun and (_has(r.realisasi) or _has(r.capaian))),
    )


def against_plan(view: View) -> tuple[Evidence, ...]:
    """Tables that compare with the end target of the mid-term plan."""
    compared = tables(view, Kind.PERBANDINGAN_RENSTRA)
    return compared or rows(view, lambda r: r.stage is Stage.AKHIR and _has(r.target) and _has(r.capaian))


def _has(printed: object) -> bool:
    return getattr(printed, "value", None) is not None or getattr(printed, "grade", None) is not None


def is_whole(view: View) -> bool:
    """Whether the file holds a report with its chapters, not an extract."""
    chapters = {r.value for r in view.document.rujukan if r.kind == "bab"}
    return bool(chapters & {"III", "3"}) and bool(chapters & {"I", "1"}) and bool(chapters & {"IV", "4", "V", "5"})
