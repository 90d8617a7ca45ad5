"""Totals of a budget table against its rows.

Apa yang diperiksa / What it does
    Baris jumlah dibandingkan dengan jumlah baris yang dicakupnya: seluruh baris teratas, baris sejak jumlah
    sebelumnya, atau satu tingkat saja. Compares a total row with the rows it may stand for (all top rows, those
    since the total before, one level only, or the totals before it); it disagrees only if none of them fits.

Why it matters
    The total is the figure that the narrative, the budget document and the next report quote.

How a reviewer verifies it
    Add up the programmes of the column; compare with the budget stated in the text and in the budget document.

Known false alarms
    A table continued from another one whose rows were not stitched to it; a total that includes spending outside
    the programmes (belanja tidak langsung) printed in another table.
"""

from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Severity
from schemas.records import Anggaran, Tingkat
from schemas.relation import Relation, Verdict
from validators.engine import judge
from validators.patterns.digits import Slip, slip
from validators.rule import Rule
from validators.sums import COLUMNS, groupings, sum_of
from validators.view import View

_LONG = Decimal(1_000_000)
_TENTH = 10
_OF_DIGITS = (Slip.TRANSPOSED, Slip.DROPPED, Slip.ADDED, Slip.CHANGED)
_HOLDS = (Verdict.AGREES, Verdict.AGREES_ROUNDED)


def check(view: View) -> Iterator[Relation]:
    """One relation for each total row and column, with the grouping that fits, else the likeliest."""
    before: tuple[Anggaran, ...] = ()
    for rows in view.anggaran.values():
        for at, whole in enumerate(rows):
            if whole.tingkat is not Tingkat.TOTAL:
                continue
            options = list(groupings(rows, at))
            if before and before[-1].tingkat is not Tingkat.TOTAL:  # the table may go on from the one before
                options += [(f"lanjutan {n}", p) for n, p in groupings((*before, *rows), len(before) + at)]
            found: list[list[Relation]] = []
            for column in COLUMNS:
                made = [sum_of(view, RULE.code, whole, parts, column, name) for name, parts in options]
                found.append([relation for relation in made if relation])
            yield from _best(found)
        before = rows


def _best(columns: list[list[Relation]]) -> Iterator[Relation]:
    """All columns of a total stand for the same rows, so one column that fits names the grouping for all.

    Where none fits, a sum that differs from the printed total by one slip of the hand does, in the total or a row.
    """
    fits = [relation.note for made in columns for relation in made if judge(relation).verdict in _HOLDS]
    fits = fits or [relation.note for made in columns for relation in made if _slipped(relation)]
    for made in columns:
        if made:
            holding = [r for r in made if r.note in fits and judge(r).verdict in _HOLDS]
            alike = [r for r in made if fits and r.note == fits[0]]
            yield (holding or alike or made)[0]
            yield from _of_others(made, holding, columns)


def _of_others(made: list[Relation], holding: list[Relation], columns: list[list[Relation]]) -> list[Relation]:
    """The sum over the rows that another column of the same total stands for, when it only fits those.

    A budget that adds up over programmes beside a realisation that adds up over kegiatan: these have budgets too.
    """
    if not holding:
        return []
    mine = {r.note for r in holding}
    for other in columns:
        fits = {r.note for r in other if judge(r).verdict in _HOLDS and len(r.inputs) > 1}
        if other is not made and fits and not fits & mine:
            return [r for r in made if r.note in fits][:1]
    return []


def _slipped(relation: Relation) -> bool:
    """Whether one slip, in the total or in one long number of these rows, makes the difference."""
    printed = relation.result.printed
    total = sum((node.printed.value or Decimal(0) for node in relation.inputs), Decimal(0))
    if printed.value is None or total < _LONG:
        return total in printed.candidates
    if slip(printed, total) in _OF_DIGITS:
        return True
    gap = printed.value - total
    return abs(gap) * _TENTH < total and any(
        part.printed.value is not None
        and part.printed.value >= _LONG
        and slip(part.printed, part.printed.value + gap) in _OF_DIGITS
        for part in relation.inputs
    )


RULE = Rule(
    code="B102",
    title_id="Jumlah tabel tidak sama dengan baris-barisnya",
    title_en="Table total is not the sum of its rows",
    category=Category.SUM,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, jumlah barisnya {expected}",
    message_en="{place}: {label} prints {printed}, its rows add up to {expected}",
    check=check,
    legal_basis="PermenPANRB 53/2014 Lampiran III (akurasi data)",
)
