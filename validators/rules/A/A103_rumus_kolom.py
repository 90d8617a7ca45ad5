"""Columns against the formula that their header declares.

Apa yang diperiksa / What it does
    Kolom yang kepalanya menyebut rumus, misalnya "11 = 10/4" atau "(5+7+9)", dihitung ulang untuk setiap baris.
    Recomputes every row of a column whose header declares a formula over the numbered columns; a quotient may be
    printed as a percentage or as a ratio, a dash counts as nothing in a sum. A capaian may follow the formula for
    indicators of which less is better instead, unless its name says that more is.

Why it matters
    The table itself says how the figure is made; a column computed the other way round turns 150 % into 66 %.

How a reviewer verifies it
    Put the numbers of the row into the formula of the header.

Known false alarms
    Column numbers that were read wrongly from a damaged header.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.number import Form, Printed
from schemas.relation import Op, Relation
from schemas.table import Column, Role, Row, Table
from validators.columns import numbers, parts_readings, row_name
from validators.polarity import Polarity, is_named_fall, polarity
from validators.rule import Rule
from validators.view import View, operand

_NUMBER = re.compile(r"\d+")
_TORN = re.compile(r"(?<=\d)\s+(?=\d)")  # a number cut in two by the end of a line in a narrow cell
_PIECE = re.compile(r"\d+|\D")
_QUOTIENT = re.compile(r"\(*a\)*[/:÷]\(*b\)*(?:[x×*]100)?%?")
_LESS = ("N1", "N2")


def check(view: View) -> Iterator[Relation]:
    """One relation for each row and declared column."""
    for table in view.document.tables:
        by_number = _numbered(table)
        for column in table.columns:
            if not column.formula:
                continue
            body = _TORN.sub("", column.formula.split("=")[-1])
            used = list(dict.fromkeys(int(n) for n in _NUMBER.findall(body) if int(n) in by_number))
            if not used or column.number in used or len(used) > 20:
                continue
            inputs = [_partner(column, by_number, number) for number in used]
            if any(one is None for one in inputs):
                continue
            letters = {number: chr(ord("a") + at) for at, number in enumerate(used)}
            expression = "".join(letters.get(int(t), t) if t.isdigit() else t for t in _PIECE.findall(body))
            for row in table.rows:
                cells = [numbers(row, one) for one in inputs if one is not None]
                relation = _relation(table, row, column, cells, expression)
                if relation:
                    yield relation


def _numbered(table: Table) -> dict[int, list[Column]]:
    """The columns under each column number: one, or the pair of an output and its amount ("K | Rp")."""
    found: dict[int, list[Column]] = {}
    for column in table.columns:
        if column.number is not None:
            found.setdefault(column.number, []).append(column)
    return found


def _partner(result: Column, by_number: dict[int, list[Column]], number: int) -> Column | None:
    """The input of a formula: where numbers stand over pairs, the one in the same place of its pair."""
    own, others = by_number.get(result.number or 0, [result]), by_number[number]
    if len(own) == len(others):
        return others[own.index(result)]
    return others[0] if len(others) == 1 else None


def _relation(table: Table, row: Row, column: Column, cells: list[Printed | None], expression: str) -> Relation | None:
    result, measured = numbers(row, column), column.role in (Role.TARGET, Role.REALISASI)
    if result is None or result.form is Form.MISSING:
        return None
    name = row_name(table, row)
    if not set(expression) & set("-*/:×÷x"):
        terms = [cell for cell in cells if cell is not None and cell.form is not Form.MISSING]
        if not terms or any(cell is None for cell in cells):
            return None
        inputs = tuple(operand(cell, name) for cell in terms)
        if measured and all(cell.value is not None for cell in terms):  # shares and indices do not add up over time
            op, readings = Op.FORMULA, parts_readings(terms)
        else:
            op, readings = Op.SUM, ()
        shown = operand(result, name)
        return Relation(rule=RULE.code, op=op, result=shown, inputs=inputs, alternatives=readings, context=table.id)
    if any(cell is None or cell.value is None for cell in cells):
        return None
    times = f"({expression})*100"
    divides = any(sign in expression for sign in "/:÷") and "100" not in expression
    formulas = (times, expression) if divides else (expression,)
    direction = polarity(name)
    if column.role is Role.CAPAIAN and _QUOTIENT.fullmatch(expression) and direction is not Polarity.MORE:
        # where less is better the formula of the header is not the one in use
        formulas = (*_LESS, *formulas) if direction is Polarity.LESS or is_named_fall(name) else (*formulas, *_LESS)
    return Relation(
        rule=RULE.code,
        op=Op.FORMULA,
        result=operand(result, name),
        inputs=tuple(operand(cell, name) for cell in cells if cell is not None),
        alternatives=formulas,
        context=table.id,
    )


RULE = Rule(
    code="A103",
    title_id="Kolom tidak mengikuti rumus di kepalanya",
    title_en="Column does not follow the formula of its header",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, menurut rumus kolom {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, the column's formula gives {expected} ({computation})",
    check=check,
)
