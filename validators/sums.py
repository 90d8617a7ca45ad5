"""Relations over the amount columns of budget rows."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import TypeAlias

from schemas.number import Form, Printed
from schemas.records import Anggaran, Tingkat
from schemas.relation import Op, Relation
from validators.view import View, operand

FAR = "jauh"  # rows that make less than a tenth of their whole are not all of its rows: a finding only when explained
_TENTH = 10
Named: TypeAlias = tuple[str, Printed | None]  # the name of a row and one of its cells
COLUMNS = ("anggaran_sebelum", "anggaran", "realisasi")


def amount(row: Anggaran, column: str) -> Printed | None:
    """The cell of an amount column."""
    cell = getattr(row, column)
    return cell if isinstance(cell, Printed) else None


def scale_of(view: View, row: Anggaran, column: str) -> int:
    """1000 or 1000000 when the header says that the amounts are printed so."""
    table = view.tables.get(row.table)
    if table is None:
        return 1
    return max((c.scale for c in table.columns), default=1)


def summands(rows: Sequence[Anggaran]) -> tuple[Anggaran, ...]:
    """The rows that add up: real levels if there are any, never totals."""
    levels = tuple(r for r in rows if r.tingkat not in (Tingkat.LAINNYA, Tingkat.TOTAL))
    return levels or tuple(r for r in rows if r.tingkat is not Tingkat.TOTAL)


def sum_of(
    view: View, rule: str, whole: Anggaran, parts: Sequence[Anggaran], column: str, note: str = ""
) -> Relation | None:
    """The relation whole = Σ parts for one column.

    None when the whole or every part prints nothing, or when a blank cell leaves the sum open.
    """
    cells = [(part.uraian, amount(part, column)) for part in parts]
    scale = scale_of(view, whole, column)
    return sum_of_cells(rule, (whole.uraian, amount(whole, column)), cells, whole.table, scale, note)


def sum_of_cells(
    rule: str, whole: Named, cells: Sequence[Named], table: str, scale: int = 1, note: str = ""
) -> Relation | None:
    """The relation whole = Σ cells, each with the name of its row; None as for :func:`sum_of`."""
    label, result = whole
    if result is None or result.form is Form.MISSING:
        return None
    printed = [(name, cell) for name, cell in cells if cell is not None and cell.form is not Form.MISSING]
    if not printed:
        return None
    blank = len(printed) < len(cells) and any(cell is None for _, cell in cells)
    if blank and result.value != sum(cell.value or 0 for _, cell in printed):
        return None
    got = sum(cell.value or 0 for _, cell in printed)
    if result.value and got and not (result.value / _TENTH < got < result.value * _TENTH):
        note = f"{note} {FAR}".strip()
    return Relation(
        rule=rule,
        op=Op.SUM,
        result=operand(result, label),
        inputs=tuple(operand(cell, name) for name, cell in printed),
        note=note,
        scale=Decimal(scale) if result.value is not None else Decimal(1),
        context=table,
    )


def groupings(rows: Sequence[Anggaran], at: int) -> Iterator[tuple[str, tuple[Anggaran, ...]]]:
    """The sets of rows that the total at position ``at`` may stand for, the likeliest first."""
    whole = rows[at]
    before = [r for r in rows[:at] if r.id != whole.id] or list(rows[at + 1 :])
    totals = [i for i, r in enumerate(rows[:at]) if r.tingkat is Tingkat.TOTAL]
    ids = {r.id for r in rows if r.tingkat is not Tingkat.TOTAL}
    spans = []
    if totals:
        spans.append(("bagian", list(rows[totals[-1] + 1 : at])))
    spans.append(("semua", before))
    for name, span in spans:
        top = summands([r for r in span if r.induk not in ids])
        if top:
            yield name, top
        for level in (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN, Tingkat.BELANJA):
            some = tuple(r for r in span if r.tingkat is level)
            if len(some) > 1 and some != top:
                yield f"{name} {level}", some
    if len(totals) > 1:
        yield "jumlah", tuple(rows[i] for i in totals)
    mine = tuple(r for r in rows if r.induk == whole.id)
    if len(mine) > 1:
        yield "anak", summands(mine)
