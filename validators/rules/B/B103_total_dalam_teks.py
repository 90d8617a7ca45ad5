"""Realisation stated in the text against the rows of the table it sums up.

Apa yang diperiksa / What it does
    Realisasi total dalam kalimat dibandingkan dengan jumlah realisasi baris tabel, bila persentase di kalimat itu
    membuktikan bahwa anggarannya adalah jumlah anggaran tabel yang sama. When the clause names the summed budget of a
    table, or its percentage is the share of it, the realisation must be the sum of that table's rows.

Why it matters
    The sentence sums up the table; a row that was copied or mistyped shows only here when the table has no total.

How a reviewer verifies it
    Add up the realisasi column of the table.

Known false alarms
    A table that lists only a part of the spending while the budget happens to be complete.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Severity
from schemas.number import Printed
from schemas.records import Anggaran, Klaim, KlaimKind, Tingkat
from schemas.relation import Op, Relation
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.sums import summands
from validators.view import View, operand

_PART = re.compile(r"(?i)langsung|operasi|modal|pegawai|barang|program|kegiatan|sasaran")


def check(view: View) -> Iterator[Relation]:
    """One relation for each such clause and table without a total row."""
    tops = [t for rows in view.anggaran.values() if (t := _tops(view, rows))]
    groups: dict[str, list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim:
        if klaim.group and klaim.value is not None:
            groups[klaim.group].append(klaim)
    for group in groups.values():
        spent = next((k for k in group if k.kind is KlaimKind.AMOUNT and k.measure == "realisasi"), None)
        if spent is None or spent.value is None:
            continue
        for rows in tops:
            spending = [r.realisasi for r in rows if r.realisasi is not None and r.realisasi.value is not None]
            budgets = [r.anggaran for r in rows if r.anggaran is not None and r.anggaran.value is not None]
            if len(budgets) > 1 and len(spending) == len(budgets) and _sums_up(group, spent, budgets):
                yield Relation(
                    rule=RULE.code,
                    op=Op.SUM,
                    result=operand(spent.value, spent.subject, spent.id),
                    inputs=tuple(operand(r.realisasi, r.uraian) for r in rows if r.realisasi is not None),
                )


def _sums_up(group: list[Klaim], spent: Klaim, budgets: list[Printed]) -> bool:
    """Whether the clause is about the whole table: it names its summed budget, or its share of that."""
    total = sum((b.value for b in budgets if b.value is not None), Decimal(0))
    named = [k for k in group if k.measure == "anggaran" and k.value is not None]
    if named:
        return any(k.value is not None and k.value.value == total for k in named)
    percent = next((k for k in group if k.kind is KlaimKind.PERCENT), None)
    if percent is None or percent.value is None or spent.value is None or _PART.search(spent.subject):
        return False
    base = budgets[0].model_copy(update={"value": total})
    share = Relation(
        rule=RULE.code,
        op=Op.RATIO,
        result=operand(percent.value, "", percent.id),
        inputs=(operand(spent.value, "", spent.id), operand(base, "", "total")),
    )
    return judge(share).verdict in HOLDS and percent.value.value != 100


def _tops(view: View, rows: tuple[Anggaran, ...]) -> tuple[Anggaran, ...]:
    ids = {r.id for r in rows}
    if any(r.tingkat is Tingkat.TOTAL for r in rows):
        return ()
    return summands([r for r in rows if r.induk not in ids])


RULE = Rule(
    code="B103",
    title_id="Realisasi dalam teks tidak sama dengan jumlah baris tabel",
    title_en="Realisation in the text is not the sum of the table",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, baris tabel berjumlah {expected}",
    message_en="{place}: {label} prints {printed}, the rows of the table add up to {expected}",
    check=check,
)
