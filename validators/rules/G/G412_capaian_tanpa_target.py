"""An achievement without its target.

Apa yang diperiksa / What it does
    Mencari baris pengukuran yang mencetak realisasi atau capaian tetapi targetnya kosong atau "-". Looks for rows of
    measurement tables that print a realisation or an achievement while the target is empty or a dash.

Why it matters
    An achievement is a share of a target; without it the percentage cannot be followed.

How a reviewer verifies it
    Take the target from the agreement of the year and recompute.

Known false alarms
    Tables without targets at all, and targets merged over several rows; only a column filled for most rows counts.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.records import Indikator
from schemas.table import Kind, Role, Table
from validators.rule import Rule
from validators.view import View

_MOST = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each row."""
    for table, rows in view.indikator.items():
        own = view.tables[table]
        if own.kind is not Kind.PENGUKURAN_KINERJA or not own.roles(Role.TARGET):
            continue
        now = [r for r in rows if not r.keluaran and r.tahun in (None, view.tahun)]
        bare = [r for r in now if _blank(r.target) and (_filled(r.capaian) or _filled(r.realisasi))]
        if bare and len(bare) * _MOST <= len(now):
            yield from (_finding(r) for r in bare if not _merged(own, r))


def _blank(printed: Printed | None) -> bool:
    return printed is None or printed.missing


def _filled(printed: Printed | None) -> bool:
    return printed is not None and printed.value is not None


def _merged(table: Table, row: Indikator) -> bool:
    """Whether a target cell above reaches down to this row."""
    column = table.roles(Role.TARGET)[0].index
    above = [r for r in table.rows if r.index < row.row]
    return any((cell := r.cells[column]) is not None and cell.rowspan > row.row - r.index for r in above)


def _finding(row: Indikator) -> Finding:
    cells = [cell for cell in (row.capaian, row.realisasi) if cell is not None]
    return RULE.finding(*(Evidence.of(cell) for cell in cells), printed=cells[0].raw, name=row.indikator)


RULE = Rule(
    code="G412",
    title_id="Capaian tanpa target",
    title_en="Achievement without a target",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: {name} tercetak {printed} tanpa target",
    message_en="{place}: {name} prints {printed} without a target",
    legal_basis="PermenPANRB 53/2014 Lampiran II",
    check=check,
)
