"""One column heading, two meanings.

Apa yang diperiksa / What it does
    Menghitung kolom "tingkat kemajuan"/selisih di semua tabel perbandingan, dan mencari judul kolom yang di satu tabel
    berisi selisih dan di tabel lain berisi rasio. Recomputes columns of progress in all comparisons, and looks for a
    heading that holds a difference in one table and a ratio in another.

Why it matters
    −12,4 and 100 under one heading cannot be compared, and the reader takes one for the other.

How a reviewer verifies it
    Subtract and divide realisation and end target: which one is printed in each table?

Known false alarms
    A table whose difference equals its ratio by chance decides nothing.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator
from schemas.table import Role
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_CLOSE = Decimal("0.06")


def check(view: View) -> Iterator[Finding]:
    """One finding for each heading with two meanings."""
    meant: dict[str, dict[str, Indikator]] = defaultdict(dict)
    labels: dict[str, str] = {}
    for table, rows in view.indikator.items():
        columns = view.tables[table].roles(Role.SELISIH)
        if len(columns) != 1 or not columns[0].label:
            continue
        key = normal(columns[0].label)
        labels.setdefault(key, columns[0].label)
        targets = {row.row: row.target for row in rows if row.target is not None}
        for row in rows:
            whole = row if row.target is not None else row.model_copy(update={"target": targets.get(row.row)})
            if (meaning := _meaning(whole)) is not None:
                meant[key].setdefault(meaning, whole)
    for key, rows_by_meaning in meant.items():
        if len(rows_by_meaning) == 2:
            one, two = rows_by_meaning["selisih"], rows_by_meaning["rasio"]
            cells = [c for row in (one, two) for c in (row.selisih, row.target, row.realisasi) if c is not None]
            yield RULE.finding(
                *(Evidence.of(cell) for cell in (cells[0], cells[3], *cells[1:3], *cells[4:])),
                printed=cells[0].raw,
                other=cells[3].raw,
                label=labels[key],
                table=view.caption(two.table),
            )


def _meaning(row: Indikator) -> str | None:
    """Whether the column holds the difference or the ratio of realisation and target; None when it may be both."""
    if row.selisih is None or row.target is None or row.realisasi is None:
        return None
    got, target, real = row.selisih.value, row.target.value, row.realisasi.value
    if got is None or not target or real is None:
        return None
    difference = abs(abs(got) - abs(real - target)) <= _CLOSE
    ratio = abs(got - real / target * 100) <= _CLOSE
    return None if difference == ratio else "selisih" if difference else "rasio"


RULE = Rule(
    code="E601",
    title_id="Satu judul kolom dengan dua arti",
    title_en="One column heading with two meanings",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    message_id="{place}: kolom “{label}” berisi selisih ({printed}) di sini, rasio ({other}) di {table}",
    message_en="{place}: column “{label}” holds a difference ({printed}) here, a ratio ({other}) in {table}",
    check=check,
)
