"""Shares of a table of counts against its total.

Apa yang diperiksa / What it does
    Pada tabel hitungan (pegawai menurut golongan, aset menurut jenis) yang kolom persennya berjumlah 100, setiap
    persentase dihitung ulang dari banyaknya dibagi jumlah. In a table of counts whose column of percentages comes to
    100, each percentage is recomputed as the count of its row over the total.

Why it matters
    Percentages that follow from another total were carried over from an older table, and readers quote them.

How a reviewer verifies it
    Divide the count of the row by the total; try the total of last year.

Known false alarms
    Columns most of whose rows follow neither this total nor any other are left out: they are shares of something else.
    A share that was rounded up so that the printed shares come to exactly 100 is left alone.
"""

import re
from collections import Counter
from collections.abc import Iterator
from decimal import Decimal
from typing import TypeAlias

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.relation import Op, Relation
from schemas.table import Column, Kind, Role, Row, Table
from validators.columns import numbers, row_name
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.view import View, operand

_WHOLE = re.compile(
    r"(?i)^\W*(?:(?:grand\s*)?(?:jumlah|total)|j\s+u\s+m\s+l\s+a\s+h)(?:\s+(?:total|keseluruhan|seluruhnya|seluruh))?\W*$"
)
_SHARE = re.compile(r"(?i)%|persen|prosen")
_HUNDRED = Decimal(100)
_LEAST = 3
_Pair: TypeAlias = tuple[Row, Printed | None, Printed | None]
"""A row with its share and its count."""
_HALF = 2


def check(view: View) -> Iterator[Relation | Finding]:
    """One relation for each row of every column of shares; one finding where all of them are of another total."""
    for table in view.document.tables:
        if table.kind is not Kind.LAINNYA or view.indikator.get(table.id) or view.anggaran.get(table.id):
            continue
        totals = [at for at, row in enumerate(table.rows) if _is_total(row)]
        if len(totals) != 1 or totals[0] < _LEAST:
            continue
        rows, total = table.rows[: totals[0]], table.rows[totals[0]]
        for share in table.columns:
            if share.role in (Role.CAPAIAN, Role.PERSEN) or _SHARE.search(share.label):
                yield from _of_column(table, rows, total, share)


def _is_total(row: Row) -> bool:
    return any(cell is not None and _WHOLE.match(cell.text) for cell in row.cells)


def _of_column(table: Table, rows: tuple[Row, ...], total: Row, share: Column) -> Iterator[Relation | Finding]:
    """The rows of one column of shares, when its total is 100 and the counts beside it explain it."""
    whole = numbers(total, share)
    if whole is None or whole.value != _HUNDRED:
        return
    count = next((c for c in reversed(table.columns[: share.index]) if _counted(rows, total, c)), None)
    base = numbers(total, count) if count is not None else None
    if count is None or base is None or not base.value:
        return
    pairs = [(row, numbers(row, share), numbers(row, count)) for row in rows]
    even = sum(p.value for _, p, _ in pairs if p is not None and p.value is not None) == _HUNDRED
    made = [
        _relation(table, row, p, n, base)
        for row, p, n in pairs
        if p is not None and n is not None and not (even and _evened(p, n, base.value))
    ]
    held = sum(judge(relation).verdict in HOLDS for relation in made)
    if len(made) >= _LEAST and held * _HALF >= len(made):
        yield from made
    for other, rows_of in _bases(pairs).most_common(1):
        if other != base.value and rows_of > _LEAST and rows_of > _HALF * held and rows_of * _HALF > len(made):
            yield _of_another_total(pairs, base, other)


def _of_another_total(pairs: list[_Pair], base: Printed, other: Decimal) -> Finding:
    """The shares follow from a total that is not the printed one."""
    fitting = [
        (share, count)
        for _, share, count in pairs
        if share is not None and count is not None and _of(share, count) == other
    ]
    return RULE.finding(
        Evidence.of(base),
        *(Evidence.of(share) for share, _ in fitting),
        expected=str(other),
        expected_value=other,
        computation="; ".join(f"{count.raw} / {other} = {share.raw} %" for share, count in fitting[:_LEAST]),
        keys=(operand(base).key,),
        message=(
            "{place}: jumlah tercetak {printed}, persentase baris-barisnya dihitung dari {expected} ({computation})",
            "{place}: the total is printed as {printed}, the percentages of its rows are of {expected} ({computation})",
        ),
    )


def _counted(rows: tuple[Row, ...], total: Row, column: Column) -> bool:
    """Whether a column holds whole numbers that add up to more than a few, and its total."""
    cells = [n.value for row in rows if (n := numbers(row, column)) is not None and n.value is not None]
    whole = numbers(total, column)
    if whole is None or whole.value is None or len(cells) < _LEAST or _SHARE.search(column.label):
        return False
    return all(v % 1 == 0 and 0 <= v <= whole.value for v in cells)


def _bases(pairs: list[_Pair]) -> Counter[Decimal]:
    """The whole numbers that the rows would be shares of."""
    found = (_of(share, count) for _, share, count in pairs if share is not None and count is not None)
    return Counter(base for base in found if base is not None)


def _of(share: Printed, count: Printed) -> Decimal | None:
    """The whole number that a count is this share of."""
    if not share.value or not count.value:
        return None
    return (count.value / share.value * _HUNDRED).quantize(Decimal(1))


def _evened(share: Printed, count: Printed, base: Decimal) -> bool:
    """Whether a share was rounded up where it is nearer below: by less than one unit of its last place."""
    if share.value is None or count.value is None:
        return False
    above = (share.value - count.value / base * _HUNDRED).scaleb(share.decimals)
    return Decimal("0.5") < above < 1


def _relation(table: Table, row: Row, share: Printed, count: Printed, base: Printed) -> Relation:
    name = row_name(table, row)
    exact = {"exact": True}
    return Relation(
        rule=RULE.code,
        op=Op.RATIO,
        result=operand(share, name),
        inputs=(operand(count.model_copy(update=exact), name), operand(base.model_copy(update=exact), "Jumlah")),
        alternatives=("ratio",),
        context=table.id,
    )


RULE = Rule(
    code="A802",
    title_id="Porsi tidak sama dengan bagian dari jumlah",
    title_en="Share is not the count over the total",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: porsi {label} tercetak {printed}, hasil hitung ulang {expected} ({computation})",
    message_en="{place}: the share of {label} is printed as {printed}, recomputed {expected} ({computation})",
    check=check,
)
