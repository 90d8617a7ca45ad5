"""Lists of indicators with values in the text against the tables.

Apa yang diperiksa / What it does
    Butir daftar yang hanya mencetak nama indikator dan nilainya ("- Luas panen padi 1.250 Ha") dibandingkan dengan
    tabel. Compares items of lists that print an indicator and its value with the tables. Which column a list quotes is
    told by its items: the measure and year in which at least three of them, and two thirds, agree with the tables,
    equal values counted once. The others must agree there too. A list under a line that names another year is left
    alone.

Why it matters
    The targets of the performance agreement are set out as a list in one chapter and as a table in another; whoever
    reads both must know which value was agreed.

How a reviewer verifies it
    Open the table at the row named in the evidence, read the column of the year, and compare it with the list.

Known false alarms
    A target revised between the plan that the list quotes and the table; then the list should say so.
"""

from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.relation import Op, Relation
from schemas.table import Kind
from validators.listed import lists_of
from validators.rule import Rule
from validators.view import View, operand

_PLANS = (Kind.TARGET_RENSTRA, Kind.RKT)


def check(view: View) -> Iterator[Relation]:
    """One relation for each item of a list whose column is known."""
    for listed in lists_of(view):
        fact, value = listed.reference, listed.item.klaim.value
        if fact is None or value is None:
            continue
        table = view.tables.get(fact.record.table)
        label = f"{fact.measure} {listed.item.said}"
        yield Relation(
            rule=RULE.code,
            op=Op.EQUAL,
            result=operand(value, label, listed.item.klaim.id),
            inputs=(operand(fact.cell, label),),
            note="warning" if table is not None and table.kind in _PLANS else "",
        )


RULE = Rule(
    code="D403",
    title_id="Nilai dalam daftar indikator berbeda dengan tabel",
    title_en="Value in a list of indicators differs from the table",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed} dalam daftar, di tabel {expected}",
    message_en="{place}: {label} prints {printed} in the list, the table {expected}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran III (kesesuaian isi laporan)",
)
