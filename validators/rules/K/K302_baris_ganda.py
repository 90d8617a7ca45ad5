"""One row printed twice in a table.

Apa yang diperiksa / What it does
    Mencari baris dengan nama dan semua angka yang sama di bawah induk yang sama dalam satu tabel. Looks for rows of
    one table that share their parent, their name and every number.

Why it matters
    The amount is counted twice by whoever adds the rows, or it stands in the place of a row that is missing.

How a reviewer verifies it
    Add the rows with and without the copy: which sum is the parent's?

Known false alarms
    A kegiatan that serves several objectives is listed under each of them; rows without a common parent are not
    compared, nor are rows with fewer than two numbers.
"""

from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Anggaran, Indikator, Tingkat
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_ENOUGH = 2
_LEVELS = frozenset({Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN})


def check(view: View) -> Iterator[Finding]:
    """Budget rows, then rows of indicators."""
    budget: dict[tuple[object, ...], list[Anggaran]] = defaultdict(list)
    for row in view.document.anggaran:
        values = [c.raw for c in (row.anggaran, row.realisasi, row.persen) if c is not None and c.value is not None]
        parent = row.induk if row.tingkat is not Tingkat.PROGRAM else row.sasaran or "-"
        if row.uraian and row.tingkat in _LEVELS and parent and len(values) >= _ENOUGH:
            budget[row.table, parent, row.tingkat, normal(row.uraian), *values].append(row)
    indicators: dict[tuple[object, ...], list[Indikator]] = defaultdict(list)
    for record in view.document.indikator:
        raws = [
            c.raw for c in (record.target, record.realisasi, record.capaian) if c is not None and c.value is not None
        ]
        if record.sasaran and not record.keluaran and len(raws) >= _ENOUGH:
            key = (record.table, normal(record.sasaran), normal(record.indikator), record.tahun, *raws)
            indicators[key].append(record)
    copies: list[list[Evidence]] = [[_evidence(r, r.uraian) for r in rows] for rows in budget.values()]
    copies += [[_evidence(r, r.indikator) for r in rows] for rows in indicators.values()]
    for places in copies:
        if len({place.row for place in places}) > 1:
            yield RULE.finding(*reversed(places), printed=places[-1].raw, first=str(places[0].row))


def _evidence(row: Anggaran | Indikator, name: str) -> Evidence:
    return Evidence(page=row.page, line=row.line, table=row.table, row=row.row, raw=name)


RULE = Rule(
    code="K302",
    title_id="Baris tercetak dua kali",
    title_en="Row printed twice",
    category=Category.DUPLICATE_ROW,
    severity=Severity.WARNING,
    message_id="{place}: “{printed}” dengan angka yang sama sudah tercetak pada baris {first}",
    message_en="{place}: “{printed}” with the same figures stands in row {first} already",
    check=check,
)
