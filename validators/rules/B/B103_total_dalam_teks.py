"""Totals stated in the text against the rows of the table that they sum up.

Apa yang diperiksa / What it does
    Anggaran dan realisasi total dalam kalimat dibandingkan dengan jumlah baris tabel, bila salah satunya, atau
    persentase di kalimat itu, membuktikan bahwa tabel itulah yang dijumlahkan. When a clause names the summed budget
    of a table, or its percentage is the share of it, the realisation must be the sum of that table's rows; when it
    names the summed realisation, so must the budget. A budget that is the sum with three noughts too many or too few
    proves the table as well, and is wrong itself.

Why it matters
    The sentence sums up the table; a row that was copied or mistyped shows only here when the table has no total.

How a reviewer verifies it
    Add up the amounts of the table.

Known false alarms
    A table that lists only a part of the spending while the budget happens to be complete. A budget of an earlier
    stage than the table prints beside the same realisation.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from schemas.finding import Category, Severity
from schemas.number import Printed
from schemas.records import Anggaran, Klaim, KlaimKind, Tingkat
from schemas.relation import Op, Relation
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.sums import summands
from validators.view import View, operand, usable

_PART = re.compile(r"(?i)langsung|operasi|modal|pegawai|barang|program|kegiatan|sasaran")
_THOUSAND = Decimal(1000)
_LEAST = Decimal(1_000_000)


class _Sums(NamedTuple):
    """The amounts that a table without a total adds up to, and their sums."""

    rows: tuple[Anggaran, ...]
    budgets: tuple[Printed, ...]
    spending: tuple[Printed, ...]
    budget: Decimal
    spent: Decimal
    earlier: Decimal | None


def check(view: View) -> Iterator[Relation]:
    """One relation for each such amount and table without a total row."""
    found = [sums for rows in view.anggaran.values() if (sums := _sums(view, rows)) is not None]
    groups: dict[str, list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim if found else ():
        if klaim.group and klaim.value is not None:
            groups[klaim.group].append(klaim)
    for group in groups.values():
        spent = next((k for k in group if k.kind is KlaimKind.AMOUNT and k.measure == "realisasi"), None)
        budgets = [k for k in group if k.kind is KlaimKind.AMOUNT and k.measure == "anggaran"]
        for sums in found:
            yield from _held_against(sums, group, spent, budgets)


def _held_against(sums: _Sums, group: list[Klaim], spent: Klaim | None, budgets: list[Klaim]) -> Iterator[Relation]:
    """The relations of one clause and one table."""
    shifted = [k for k in budgets if _shifted(k, sums.budget)]
    wrong = list(shifted)
    if spent is not None and spent.value is not None:
        if shifted or _sums_up(group, spent, sums):
            yield _relation(spent, sums.spending, sums.rows)
        elif len(budgets) == 1 and spent.value.value == sums.spent and not _earlier(budgets[0], sums):
            wrong = budgets
    for klaim in wrong:
        yield _relation(klaim, sums.budgets, sums.rows)


def _relation(klaim: Klaim, cells: Sequence[Printed], rows: Sequence[Anggaran]) -> Relation:
    assert klaim.value is not None
    return Relation(
        rule=RULE.code,
        op=Op.SUM,
        result=operand(klaim.value, klaim.measure or klaim.subject, klaim.id),
        inputs=tuple(operand(cell, row.uraian) for cell, row in zip(cells, rows, strict=True)),
    )


def _shifted(klaim: Klaim, total: Decimal) -> bool:
    """Whether an amount is the sum with three noughts too many or too few."""
    value = klaim.value.value if klaim.value is not None else None
    return value is not None and total >= _LEAST and value in (total * _THOUSAND, total / _THOUSAND)


def _earlier(klaim: Klaim, sums: _Sums) -> bool:
    """Whether the budget is that of another stage, or of a part that happens to spend as much."""
    value = klaim.value.value if klaim.value is not None else None
    return value is None or value in (sums.budget, sums.earlier) or _PART.search(klaim.subject) is not None


def _sums_up(group: list[Klaim], spent: Klaim, sums: _Sums) -> bool:
    """Whether the clause is about the whole table: it names its summed budget, or its share of that."""
    named = [k for k in group if k.measure == "anggaran" and k.value is not None]
    if named:
        return any(k.value is not None and k.value.value == sums.budget for k in named)
    percent = next((k for k in group if k.kind is KlaimKind.PERCENT), None)
    if percent is None or percent.value is None or spent.value is None or _PART.search(spent.subject):
        return False
    base = sums.budgets[0].model_copy(update={"value": sums.budget})
    share = Relation(
        rule=RULE.code,
        op=Op.RATIO,
        result=operand(percent.value, "", percent.id),
        inputs=(operand(spent.value, "", spent.id), operand(base, "", "total")),
    )
    return judge(share).verdict in HOLDS and percent.value.value != 100


def _sums(view: View, rows: tuple[Anggaran, ...]) -> _Sums | None:
    """What a table adds up to; None when it prints a total itself, or when an amount of its rows is missing."""
    if any(r.tingkat is Tingkat.TOTAL for r in rows):
        return None
    ids = {r.id for r in rows}
    tops = _with_amounts(view, summands([r for r in rows if r.induk not in ids]))
    budgets = tuple(r.anggaran for r in tops if r.anggaran is not None and usable(r.anggaran))
    spending = tuple(r.realisasi for r in tops if r.realisasi is not None and usable(r.realisasi))
    if len(budgets) < 2 or not len(spending) == len(budgets) == len(tops):
        return None
    before = [r.anggaran_sebelum.value for r in tops if r.anggaran_sebelum is not None]
    return _Sums(
        rows=tops,
        budgets=budgets,
        spending=spending,
        budget=_total(budgets),
        spent=_total(spending),
        earlier=sum((b for b in before if b is not None), Decimal(0)) if before else None,
    )


def _with_amounts(view: View, rows: tuple[Anggaran, ...]) -> tuple[Anggaran, ...]:
    """The rows, and in place of headings without amounts the rows below them."""
    found: list[Anggaran] = []
    for row in rows:
        below = summands(view.children.get(row.id, ()))
        found += _with_amounts(view, below) if row.anggaran is None and row.realisasi is None and below else (row,)
    return tuple(found)


def _total(cells: Sequence[Printed]) -> Decimal:
    return sum((cell.value for cell in cells if cell.value is not None), Decimal(0))


RULE = Rule(
    code="B103",
    title_id="Jumlah dalam teks tidak sama dengan jumlah baris tabel",
    title_en="Total in the text is not the sum of the table",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, baris tabel berjumlah {expected}",
    message_en="{place}: {label} prints {printed}, the rows of the table add up to {expected}",
    check=check,
)
