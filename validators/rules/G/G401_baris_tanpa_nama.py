"""Rows with amounts that name nothing.

Apa yang diperiksa / What it does
    Mencari baris anggaran yang memuat angka tetapi tanpa kode, nama kegiatan, maupun indikator. Looks for rows of
    budget tables that print amounts but no code, no name and no indicator.

Why it matters
    Money is reported for which nobody can say what it was spent on.

How a reviewer verifies it
    Add the rows to the parent: if the sum needs them, ask which kegiatan they are; otherwise they are left over.

Known false alarms
    The second line of a merged row. A row is reported only when no cell of it holds a word.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Anggaran, Tingkat
from validators.rule import Rule
from validators.view import View

_WORD = re.compile(r"[A-Za-z]{3,}")
_NAMED = 4
_LEVELS = frozenset({Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN, Tingkat.LAINNYA})


def check(view: View) -> Iterator[Finding]:
    """One finding for each run of such rows; rows beside them that lack only their name are its evidence."""
    for table, rows in view.anggaran.items():
        named = sum(bool(row.uraian) for row in rows)
        if named < _NAMED:
            continue
        for run in _runs(rows):
            bare = [row for row in run if not _words(view, row)]
            if bare and len(bare) * _NAMED <= named:
                yield RULE.finding(
                    *(_evidence(row) for row in run),
                    printed=", ".join(row.anggaran.raw for row in run if row.anggaran),
                    count=str(len(run)),
                    table=view.caption(table),
                )


def _runs(rows: tuple[Anggaran, ...]) -> Iterator[list[Anggaran]]:
    run: list[Anggaran] = []
    for row in rows:
        if not row.uraian and not row.kode and row.tingkat in _LEVELS and row.anggaran and row.anggaran.value:
            run.append(row)
        else:
            if run:
                yield run
            run = []
    if run:
        yield run


def _words(view: View, row: Anggaran) -> bool:
    printed = next(r for r in view.tables[row.table].rows if r.index == row.row)
    return any(cell is not None and _WORD.search(cell.text) for cell in printed.cells)


def _evidence(row: Anggaran) -> Evidence:
    raw = row.anggaran.raw if row.anggaran else ""
    return Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="anggaran", raw=raw)


RULE = Rule(
    code="G401",
    title_id="Baris beranggaran tanpa nama",
    title_en="Row with amounts but no name",
    category=Category.MISSING,
    severity=Severity.ERROR,
    message_id="{place}: {count} baris beranggaran {printed} tanpa kode, nama, atau indikator",
    message_en="{place}: {count} rows with amounts {printed} have no code, name or indicator",
    check=check,
)
