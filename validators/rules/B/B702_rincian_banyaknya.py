"""Counts of a list against the total that the same sentence states.

Apa yang diperiksa / What it does
    "Dari 11 indikator, 6 sangat baik, 1 baik, 4 sedang dan 1 kurang" berjumlah 12. Adds up the parts of a count that
    one sentence divides, and compares the sum with its total.

Why it matters
    The distribution of the indicators over the categories is the conclusion of the report.

How a reviewer verifies it
    Add up the parts, then count the rows of each category in the table of measurement.

Known false alarms
    Parts that overlap or that the sentence introduces by "antara lain" are not compared.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind
from validators.rule import Rule
from validators.tallies import number_of
from validators.view import View

_LEAST = 2


def check(view: View) -> Iterator[Finding]:
    """One finding for each divided count that does not add up."""
    for items in view.lists.values():
        counted = [k for k in items if k.kind is KlaimKind.COUNT]
        totals = [k for k in counted if k.role == "total" and k.list_id == k.total_of]
        parts = [k for k in counted if k.role == "item"]
        if len(totals) != 1 or len(parts) < _LEAST or any(k.partial for k in counted):
            continue
        whole, numbers = number_of(totals[0]), [number_of(k) for k in parts]
        if whole is None or any(n is None or n > whole for n in numbers) or not _one_thing(totals[0], parts):
            continue
        total = sum(n for n in numbers if n is not None)
        if total != whole:
            yield _told(totals[0], parts, total)


def _one_thing(total: Klaim, parts: list[Klaim]) -> bool:
    """Parts and total of the same sentence and the same noun."""
    return all(k.text == total.text and k.noun == total.noun for k in parts)


def _told(whole: Klaim, parts: list[Klaim], total: int) -> Finding:
    cells = [k.value for k in (whole, *parts) if k.value is not None]
    return RULE.finding(
        *(Evidence.of(cell) for cell in cells),
        printed=f"{cells[0].raw} {whole.noun}",
        expected=str(total),
        computation=" + ".join(cell.raw for cell in cells[1:]) + f" = {total}",
        keys=tuple(k.id for k in (whole, *parts)),
    )


RULE = Rule(
    code="B702",
    title_id="Rincian banyaknya tidak sama dengan jumlah yang disebut",
    title_en="Parts of a count do not add up to the stated total",
    category=Category.COUNT,
    severity=Severity.ERROR,
    message_id="{place}: disebut {printed}, rinciannya berjumlah {expected} ({computation})",
    message_en="{place}: the text says {printed}, its parts add up to {expected} ({computation})",
    check=check,
)
