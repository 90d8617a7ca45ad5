"""Amounts in the text against the budget rows that they quote.

Apa yang diperiksa / What it does
    Anggaran dan realisasi sebuah program, kegiatan, sub kegiatan atau jenis belanja yang disebut dalam kalimat
    dibandingkan dengan baris tabel yang bernama sama. Compares amounts in sentences and lists with the table row of
    that name (any stage of the budget will do), or with the row whose budget the same clause prints.

Why it matters
    Readers quote the sentence, auditors add up the table; when the two differ one of them is wrong, and the text is
    where figures of drafts and of other rows survive.

How a reviewer verifies it
    Open the table at the row named in the finding and the budget document after its last change; see which of the
    two amounts the percentage and the total support.

Known false alarms
    Two kegiatan of almost the same name, a sentence that speaks of one source of funds only, and amounts of a stage
    of the budget that no table shows. Changes, remainders and quarterly amounts are not compared.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.relation import Op, Relation
from validators.quoting import BUDGET, SPENT, Quote, Quoting, cells, detailed
from validators.rule import Rule
from validators.view import View, operand

_EN = {BUDGET: "budget", SPENT: "realisation"}


def check(view: View) -> Iterator[Relation | Finding]:
    """A relation for each quoted amount; a finding where the other column of the row was quoted."""
    quoting = Quoting(view)
    for quote in quoting.quotes():
        printed = quote.klaim.value
        found = cells(quote.rows, quote.measure)
        if printed is None or not found:
            continue
        equal = next((cell for cell in found if cell.value == printed.value), None)
        if equal is None and not _certain(quoting, quote):
            continue
        other = cells(quote.rows, SPENT if quote.measure == BUDGET else BUDGET)
        if equal is None and any(cell.value == printed.value for cell in other):
            yield _wrong_column(quote)
            continue
        cell = equal or found[0]
        yield Relation(
            rule=RULE.code,
            op=Op.EQUAL,
            result=operand(printed, f"{quote.measure} {quote.said}", quote.klaim.id),
            inputs=(operand(cell, f"{quote.measure} {quote.said}"),),
        )


def _certain(quoting: Quoting, quote: Quote) -> bool:
    """Whether a difference may be called one: the row is certain and no other row prints the clause's pair."""
    return quote.sure and detailed(quote.rows) and not quoting.pair(quote.klaim) and not _summed(quote)


def _summed(quote: Quote) -> bool:
    """Several rows of one name, or several names of one sentence, may be quoted with their sum."""
    value = quote.klaim.value.value if quote.klaim.value else None
    by_table: dict[str, list[int]] = {}
    for at, row in enumerate(quote.rows):
        by_table.setdefault(row.table, []).append(at)
    each = [cells(rows, quote.measure) for rows in quote.company]
    if len(each) > 1 and any(cell.value == value for found in each for cell in found):
        return True
    sums = [sum(found[0].value or 0 for found in each if found)] if len(each) > 1 else []
    for places in by_table.values():
        parts = [c.value for at in places for c in cells([quote.rows[at]], quote.measure)[:1] if c.value is not None]
        sums.append(sum(parts))
    return value in sums


def _wrong_column(quote: Quote) -> Finding:
    assert quote.klaim.value is not None
    right = cells(quote.rows, quote.measure)[0]
    other = SPENT if quote.measure == BUDGET else BUDGET
    wrong = next(c for c in cells(quote.rows, other) if c.value == quote.klaim.value.value)
    return RULE.finding(
        Evidence.of(quote.klaim.value),
        Evidence.of(right),
        Evidence.of(wrong),
        expected=right.raw,
        expected_value=right.value,
        keys=(quote.klaim.id, operand(right).key),
        label=(f"{quote.measure} {quote.said}", f"{_EN[quote.measure]} of {quote.said}"),
        suggestion=(
            f"Yang dikutip adalah {other} baris itu; {quote.measure} menurut tabel {right.raw}.",
            f"What is quoted is the {_EN[other]} of that row; the table prints a {_EN[quote.measure]} of {right.raw}.",
        ),
    )


RULE = Rule(
    code="D101",
    title_id="Jumlah dalam teks berbeda dengan tabel",
    title_en="Amount in the text differs from the table",
    category=Category.NARRATIVE,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, di tempat lain {expected}",
    message_en="{place}: {label} prints {printed}, elsewhere {expected}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran III (kesesuaian isi laporan)",
)
