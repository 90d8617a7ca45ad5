"""Printed means against the rows they average.

Apa yang diperiksa / What it does
    Baris rata-rata dihitung ulang dari baris di atasnya; dicoba pula rata-rata setelah capaian dibatasi 100, 110, 120,
    atau 150, tanpa nol, dan sejak baris rata-rata sebelumnya. Recomputes rows called rata-rata from the rows above:
    all of them, those since the mean before, or one value for each sasaran; as printed, capped, without zeros, or with
    dashes counted as zeros. It disagrees only if no reading fits, and reports the nearest.

Why it matters
    The mean of capaian is the figure a report is summed up with.

How a reviewer verifies it
    Average the column, with and without the cap that the report declares.

Known false alarms
    Weighted means; a mean of sasaran means; a mean over unrounded figures.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise

from schemas.finding import Category, Severity
from schemas.number import Form
from schemas.relation import Op, Operand, Relation
from schemas.table import Column, Role, Row, Table
from validators.columns import numbers, row_name
from validators.engine import HOLDS, judge
from validators.kepala import heads
from validators.rule import Rule
from validators.view import View, operand

_OF = (
    r"(?:\s*(?:capaian|kinerja|sasaran|strategis|indikator|total|keseluruhan|persentase|nilai|skor|tingkat|realisasi|"
    r"efisiensi|serapan|penyerapan|anggaran|program|kegiatan|tahun|20\d\d|utama|seluruh|semua|per|ke|[1-9]\d?|"
    r"[ivx]{1,4}|\(?%\)?))*\W*$"
)
MEAN = re.compile(r"(?i)^\W*(?:nilai\s+|jumlah\s+|total\s+)?(?:rata\s*[-–]?\s*rata|rerata)" + _OF)
OTHER = re.compile(r"(?i)^\W*(?:(?:sub\s*)?(?:jumlah|total)|(?:nilai\s+)?(?:rata\s*[-–]?\s*rata|rerata))" + _OF)
_DIGIT = re.compile(r"\d")
READINGS = ("mean", "mean capped 100", "mean capped 120", "mean capped 110", "mean capped 150", "mean nonzero")


def check(view: View) -> Iterator[Relation]:
    """One relation for each number of a row of means."""
    for table in view.document.tables:
        for at, row in enumerate(table.rows):
            if MEAN.search(first_text(table, row)) and any(row.numbers):
                yield from _row(table, at)
    yield from _above(view)


def first_text(table: Table, row: Row) -> str:
    """What the row is called: the first text printed in it."""
    return next((t for c in table.columns if not numbers(row, c) and (t := row.text(c.index))), "")


def groups(table: Table, at: int) -> list[list[Row]]:
    """The sets of rows above that a mean or total may cover, the likeliest first."""
    above = [r for r in table.rows[:at] if any(_DIGIT.search(c.text) for c in r.cells if c is not None)]
    other = [r for r in above if OTHER.search(first_text(table, r))]
    plain = [r for r in above if r not in other]
    since = above[above.index(other[-1]) + 1 :] if other else plain
    return [g for g in (since, plain, other, _heads(table, plain)) if g]


def _heads(table: Table, rows: list[Row]) -> list[Row]:
    """The rows that open a sasaran."""
    return [r for r in rows if any(r.text(c.index) for c in table.roles(Role.SASARAN, Role.TUJUAN))]


def _units(table: Table, at: int, column: Column) -> list[Row]:
    """One row for each sasaran: that which opens it, or the only one below that prints its value.

    Empty when a sasaran prints no value, or several and none of its own.
    """
    above = [r for r in table.rows[:at] if r.span_heading is None and not OTHER.search(first_text(table, r))]
    opens = [above.index(r) for r in _heads(table, above)]
    found: list[Row] = []
    for start, end in pairwise((*opens, len(above))):
        told = [r for r in above[start:end] if r.text(column.index)]
        valued = [r for r in told if _value(r, column) is not None]
        own = bool(told) and told[0] is above[start]
        if not told or (len(valued) > 1 and not own):
            return []
        found.append(told[0] if own or not valued else valued[0])
    return found


def _value(row: Row, column: Column) -> Decimal | None:
    cell = numbers(row, column)
    return cell.value if cell is not None else None


def operands(table: Table, rows: list[Row], column: int) -> tuple[Operand, ...]:
    """The numbers of a column in some rows; those that are not numbers are left out."""
    cells = [(r, r.numbers[column]) for r in rows if column < len(r.numbers)]
    return tuple(operand(c, row_name(table, r)) for r, c in cells if c is not None and c.value is not None)


def _row(table: Table, at: int) -> Iterator[Relation]:
    row = table.rows[at]
    for column in table.columns:
        cell = numbers(row, column)
        if cell is None or cell.value is None:
            continue
        result = operand(cell, row_name(table, row))
        made = []
        doubled = [{id(r) for r in (head.row, *head.below)} for head in heads(table, column)]
        for rows, whole in _sets(table, at, column):
            if any(len(one & {id(r) for r in rows}) == len(one) for one in doubled):
                continue  # a mean beside the rows that it is made of
            inputs = operands(table, rows, column.index)
            relation = _mean(table, result, inputs)
            written = sum(bool(r.text(column.index)) for r in rows)
            complete = whole and len(inputs) == written > 1
            if inputs and (complete or judge(relation).verdict in HOLDS):
                made.append(relation)
        units = _units(table, at, column)
        nought = _mean(table, result, _noughts(units, column, table))
        if nought.inputs and (doubled or judge(nought).verdict in HOLDS):
            made.append(nought)
        fitting = next((r for r in made if judge(r).verdict in HOLDS), None)
        if made:
            # where sasaran print means of their own, the figure is the mean of one value for each sasaran
            yield fitting or (made[-1] if doubled and units else made[0])


def _above(view: View) -> Iterator[Relation]:
    """Means that stand above their rows: none disagrees unless others of the document are such means."""
    made: list[list[Relation]] = []
    for table in view.document.tables:
        for column in table.roles(Role.CAPAIAN):
            for head in heads(table, column):
                result = operand(head.value, row_name(table, head.row))
                inputs = operands(table, list(head.below), column.index)
                noughts = _noughts(list(head.below), column, table)
                made.append([_mean(table, result, i) for i in (inputs, noughts) if i])
    held = [next((r for r in one if judge(r).verdict in HOLDS), None) for one in made]
    proven = any(r is not None and len(r.inputs) > 1 for r in held)
    for fitting, one in zip(held, made, strict=True):
        if fitting is not None:
            yield fitting
        elif proven and len(one[0].inputs) > 1:
            yield one[0].model_copy(update={"alternatives": ("mean",)})


def _sets(table: Table, at: int, column: Column) -> Iterator[tuple[list[Row], bool]]:
    """The sets of rows a mean may cover, and whether nothing that belongs to a set is missing from it."""
    units = _units(table, at, column)
    for rows in groups(table, at):
        yield rows, rows != _heads(table, rows) or all(r.text(column.index) for r in rows)
    if units:
        yield units, True


def _noughts(rows: list[Row], column: Column, table: Table) -> tuple[Operand, ...]:
    """The numbers of a column with its dashes as zeros; empty when it prints no dash."""
    found = []
    cells = [numbers(row, column) for row in rows]
    if all(cell is None or not cell.missing for cell in cells):
        return ()
    for row, cell in zip(rows, cells, strict=True):
        if cell is None:
            return ()
        if cell.form is Form.MISSING:
            cell = cell.model_copy(update={"form": Form.NUMBER, "value": Decimal(0)})
        found.append(operand(cell, row_name(table, row)))
    return tuple(found)


def _mean(table: Table, result: Operand, inputs: tuple[Operand, ...]) -> Relation:
    return Relation(rule=RULE.code, op=Op.MEAN, result=result, inputs=inputs, alternatives=READINGS, context=table.id)


RULE = Rule(
    code="B501",
    title_id="Rata-rata tidak sama dengan rata-rata barisnya",
    title_en="Mean is not the mean of its rows",
    category=Category.AVERAGE,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, rata-rata barisnya {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, the mean of its rows is {expected} ({computation})",
    check=check,
)
