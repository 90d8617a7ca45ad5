"""The same programme or kegiatan with different amounts in two tables.

Apa yang diperiksa / What it does
    Anggaran dan realisasi program atau kegiatan yang sama dibandingkan antartabel pada tahap anggaran yang sama.
    Compares the amounts of the same programme, kegiatan or sub kegiatan between tables of the same stage; spelling
    variants and cut names count as the same name.

Why it matters
    One of the two prints is wrong, and every sum that uses it is open.

How a reviewer verifies it
    Look up the amount in the budget document (or the realisation report) of the same stage.

Known false alarms
    One table shows the budget before revision and does not say so; the names are equal but the rows belong to
    different units.
"""

from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.number import Form
from schemas.records import Anggaran, Tingkat
from schemas.relation import Relation
from schemas.table import Kind, Stage
from validators.names import clusters
from validators.rule import Rule
from validators.salinan import Copy, comparable, relations
from validators.view import View, operand

_LEVELS = (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN)
_SHORT = 8


def check(view: View) -> Iterator[Relation]:
    """One relation for each copy that differs from the reference."""
    rows = [r for r in view.document.anggaran if r.tingkat in _LEVELS and len(r.uraian) >= _SHORT]
    name = clusters(r.uraian for r in rows)
    facts: dict[tuple[object, ...], list[Copy]] = defaultdict(list)
    for row in rows:
        planned = _planned(view, row)
        year = _year(view, row)
        for column in ("anggaran", "realisasi"):
            cell = row.anggaran if column == "anggaran" else row.realisasi
            if cell is None or not cell.exact or cell.form is Form.MISSING or not cell.value:
                continue
            stage = row.stage or Stage.PERUBAHAN
            key = (name[row.uraian], row.tingkat, column, year, stage if column == "anggaran" else None)
            rank = 1 if planned else 0
            facts[key].append(Copy(operand(cell, row.uraian), row.table, rank, planned))
    yield from relations(RULE.code, facts, comparable(facts))


def _planned(view: View, row: Anggaran) -> bool:
    table = view.tables.get(row.table)
    return table is None or table.kind is not Kind.REALISASI_ANGGARAN


def _year(view: View, row: Anggaran) -> int | None:
    table = view.tables.get(row.table)
    year = table.year if table else None
    return None if year == view.tahun else year


RULE = Rule(
    code="D401",
    title_id="Anggaran atau realisasi berbeda antartabel",
    title_en="Budget or realisation differs between tables",
    category=Category.CROSS_TABLE,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, di tabel lain {expected}",
    message_en="{place}: {label} prints {printed}, another table {expected}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran III (keandalan data)",
)
