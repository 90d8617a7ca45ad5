"""Columns that follow from two others in most rows, against the rows where they do not.

Apa yang diperiksa / What it does
    Selisih, tingkat kemajuan, efisiensi, dan perbandingan antartahun: cara menghitungnya dikenali dari sebagian besar
    baris tabel, lalu baris yang menyimpang dilaporkan. In tables of comparison and efficiency the reading of a
    derived column (points, relative change, ratio; either direction; without sign where the column prints none) is
    found from the rows themselves; the other rows are recomputed by it.

Why it matters
    A lost minus sign or a ratio among differences turns a fall into a rise.

How a reviewer verifies it
    Recompute the column for every row in the same way.

Known false alarms
    A column that mixes two definitions on purpose and says so in a note.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.relation import Relation
from schemas.table import Column, Kind, Role, Table
from validators.columns import discover, relation_of
from validators.rule import Rule
from validators.view import View

_KINDS = {
    Kind.PERBANDINGAN_TAHUN,
    Kind.PERBANDINGAN_RENSTRA,
    Kind.PERBANDINGAN_NASIONAL,
    Kind.EFISIENSI,
    Kind.LAINNYA,
}
_RESULTS = {Role.SELISIH, Role.CAPAIAN, Role.PERSEN}
_TOLD = re.compile(r"(?i)selisih|beda|kemajuan|efisien|perbandingan|kenaikan|penurunan|peningkatan|naik|\+/-")


def check(view: View) -> Iterator[Relation]:
    """The relations of every discovered column."""
    for table in view.document.tables:
        if table.kind not in _KINDS or len(table.rows) < 3:
            continue
        for found in discover(table, _derived(view, table), table.rows):
            for row in table.rows:
                relation = relation_of(table, row, found, RULE.code)
                if relation:
                    yield relation


def _derived(view: View, table: Table) -> list[Column]:
    """Columns that may follow from others and that no other rule recomputes."""
    has_target = any(c.role is Role.TARGET for c in table.columns) and bool(view.indikator.get(table.id))
    return [
        c
        for c in table.columns
        if (c.role in _RESULTS or _TOLD.search(c.label))
        and not c.formula
        and not (c.role is Role.CAPAIAN and has_target)
    ]


RULE = Rule(
    code="A303",
    title_id="Selisih atau perbandingan tidak sesuai dengan kolom asalnya",
    title_en="Difference or comparison does not follow from its columns",
    category=Category.DIFFERENCE,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, recomputed {expected} ({computation})",
    check=check,
)
