"""Realisation above the budget of its row.

Apa yang diperiksa / What it does
    Baris belanja dan kalimat yang realisasinya melebihi anggarannya dilaporkan; bila persentase tercetak hanya
    cocok untuk urutan terbalik, disebut tertukar. Reports spending above its budget, and says that the two are
    swapped when the printed percentage fits only the other way round.

Why it matters
    Spending above the budget is not allowed without a change of the budget; more often two figures were exchanged.

How a reviewer verifies it
    Compare with the budget document after its last change, and with the percentage printed in the row.

Known false alarms
    Revenue (it may exceed its target), BLUD spending, salaries after a late transfer, a budget printed before
    revision.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Anggaran, Klaim, Tingkat
from validators.rule import Rule
from validators.view import View, operand

_REVENUE = re.compile(r"(?i)pendapatan|penerimaan|retribusi|pajak|\bpad\b|lain-lain|blud|investasi|pembiayaan")


def check(view: View) -> Iterator[Finding]:
    """One finding for each lowest row, and each clause, that spends more than its budget."""
    for row in view.document.anggaran:
        if _over(row) and not _revenue(view, row) and not any(_over(c) for c in view.children.get(row.id, ())):
            yield _told(row)
    groups: dict[str, list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim:
        if klaim.group:
            groups[klaim.group].append(klaim)
    for group in groups.values():
        yield from _clause(group)


def _over(row: Anggaran) -> bool:
    budget = row.anggaran.value if row.anggaran else None
    spent = row.realisasi.value if row.realisasi else None
    money = row.anggaran is not None and row.realisasi is not None and row.anggaran.exact and row.realisasi.exact
    if not money or row.tingkat is Tingkat.LAINNYA or budget is None or spent is None:
        return False
    return spent > budget > 0


def _revenue(view: View, row: Anggaran) -> bool:
    table = view.tables.get(row.table)
    around = (table.caption, table.before) if table else ()
    return any(_REVENUE.search(text) for text in (row.uraian, *around))


def _told(row: Anggaran) -> Finding:
    assert row.anggaran is not None
    assert row.realisasi is not None
    cells = [cell for cell in (row.realisasi, row.anggaran, row.persen) if cell is not None]
    return RULE.finding(
        *(Evidence.of(cell) for cell in cells),
        computation=f"{row.realisasi.raw} > {row.anggaran.raw}",
        label=row.uraian,
        note=(f"melebihi anggaran {row.anggaran.raw}", f"above the budget {row.anggaran.raw}"),
        keys=tuple(operand(cell).key for cell in cells),
    )


def _clause(group: list[Klaim]) -> Iterator[Finding]:
    by_measure = {klaim.measure: klaim for klaim in group if klaim.value is not None and klaim.value.exact}
    spent, budget = by_measure.get("realisasi"), by_measure.get("anggaran")
    if spent is None or budget is None or spent.value is None or budget.value is None:
        return
    if any(_REVENUE.search(k.text) for k in group) or spent.value.value is None or budget.value.value is None:
        return
    if spent.value.value > budget.value.value > 0:
        cells = [k for k in (spent, budget, *group) if k.value is not None]
        ordered = list(dict.fromkeys(cells))
        yield RULE.finding(
            *(Evidence.of(k.value) for k in ordered if k.value is not None),
            computation=f"{spent.value.raw} > {budget.value.raw}",
            label=spent.subject or spent.text,
            note=(f"melebihi anggaran {budget.value.raw}", f"above the budget {budget.value.raw}"),
            keys=tuple(k.id for k in ordered),
        )


RULE = Rule(
    code="A601",
    title_id="Realisasi melebihi anggaran",
    title_en="Realisation above budget",
    category=Category.OTHER,
    severity=Severity.WARNING,
    message_id="{place}: realisasi {label} {printed}: {note}",
    message_en="{place}: realisation of {label} {printed}: {note}",
    check=check,
    legal_basis="PP 12/2019 Pasal 124 (larangan pengeluaran melampaui anggaran)",
)
