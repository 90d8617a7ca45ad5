"""A value left out in one table that another table prints.

Apa yang diperiksa / What it does
    Mencari target atau realisasi yang kosong atau "-" padahal tabel lain mencetak nilainya untuk indikator dan tahun
    yang sama. Looks for targets and realisations that are empty or a dash although another table prints the value of
    the same indicator and year.

Why it matters
    The comparison that the table is for cannot be made, and the reader takes the dash for "no data".

How a reviewer verifies it
    Put the value of the other table in, and see what the comparison then says.

Known false alarms
    Columns that are empty throughout (years before the plan). A column is looked at when half of its rows are filled
    or when it is the own realisation in a comparison with the nation.
"""

from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.records import Indikator
from schemas.table import Kind, Stage
from validators.names import clusters
from validators.rule import Rule
from validators.view import View

_KINDS = frozenset(
    {
        Kind.PENGUKURAN_KINERJA,
        Kind.PERBANDINGAN_TAHUN,
        Kind.PERBANDINGAN_RENSTRA,
        Kind.PERBANDINGAN_NASIONAL,
        Kind.TARGET_RENSTRA,
        Kind.PERJANJIAN_KINERJA,
        Kind.RKT,
    }
)
_FIELDS = ("target", "realisasi")
_HALF = 2


def check(view: View) -> Iterator[Finding]:
    """One finding for each indicator and year of a table, with all its empty cells."""
    rows = [r for r in view.document.indikator if not r.keluaran and view.tables[r.table].kind in _KINDS and r.tahun]
    names = clusters(r.indikator for r in rows)
    known: dict[tuple[str, int | None, str], list[tuple[Indikator, Printed]]] = defaultdict(list)
    for row in rows:
        for field in _FIELDS:
            cell: Printed | None = getattr(row, field)
            if cell is not None and cell.value is not None and row.stage is not Stage.AKHIR:
                known[names[row.indikator], row.tahun, field].append((row, cell))
    for row in rows:
        empty = [f for f in _FIELDS if _missing(getattr(row, f)) and _looked_at(view, row, f)]
        proofs = [
            (field, row_cell)
            for field in empty
            for row_cell in known.get((names[row.indikator], row.tahun, field), ())[:1]
            if row_cell[0].table != row.table
        ]
        if proofs:
            field, (_, cell) = proofs[0]
            yield RULE.finding(
                *(Evidence.of(getattr(row, f)) for f in empty),
                *(Evidence.of(c) for _, (_, c) in proofs),
                printed=getattr(row, field).raw or "-",
                expected=cell.raw,
                category=Category.CROSS_TABLE if field == "target" else None,
                field=field,
                name=row.indikator,
                year=str(row.tahun),
                other=view.caption(cell.place.table or ""),
            )
            if "realisasi" in empty and field == "target":
                yield _unrealised(view, row, cell)


def _unrealised(view: View, row: Indikator, target: Printed) -> Finding:
    """The realisation of a year that has a target, left out beside those of the other years."""
    others = [r.realisasi for r in view.indikator[row.table] if r.row == row.row and r.tahun != row.tahun]
    return RULE.finding(
        *(Evidence.of(cell) for cell in (row.realisasi, *others) if cell is not None),
        printed=row.realisasi.raw if row.realisasi else "-",
        message=_NO_VALUE,
        name=row.indikator,
        year=str(row.tahun),
        target=target.raw,
    )


def _missing(cell: Printed | None) -> bool:
    return cell is not None and cell.missing


def _looked_at(view: View, row: Indikator, field: str) -> bool:
    """Whether the column of that field and year is in use."""
    national = view.tables[row.table].kind is Kind.PERBANDINGAN_NASIONAL
    if national and row.tahun == view.tahun and field == "realisasi":
        return True
    column = [getattr(r, field) for r in view.indikator[row.table] if r.tahun == row.tahun]
    filled = sum(cell is not None and cell.value is not None for cell in column)
    return filled * _HALF >= len(column)


_NO_VALUE = (
    "{place}: realisasi {year} {name} kosong, padahal tahun itu bertarget {target}",
    "{place}: the realisation {year} of {name} is empty, yet that year has the target {target}",
)

RULE = Rule(
    code="G404",
    title_id="Nilai kosong padahal tercetak di tabel lain",
    title_en="Value left out that another table prints",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: {field} {year} {name} kosong; {other} mencetak {expected}",
    message_en="{place}: {field} {year} of {name} is empty; {other} prints {expected}",
    check=check,
)
