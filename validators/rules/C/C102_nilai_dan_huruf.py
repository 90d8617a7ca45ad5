"""One value with two letters.

Apa yang diperiksa / What it does
    Nilai yang di tabel dicetak dengan huruf (70,06 (BB)) dan dalam kalimat dengan huruf lain (70,06 atau Predikat B).
    Compares the letter that a sentence gives to a score with the letter that a table prints beside the same score.

Why it matters
    A SAKIP score has one letter under one regulation; the report shows two.

How a reviewer verifies it
    Look the score up in the scale of the evaluation year.

Known false alarms
    The same score under two regulations; then the report should say so.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.records import KlaimKind
from validators.rule import Rule
from validators.view import View

_LETTER = re.compile(r"^[A-D]{1,2}[+-]?$")


def check(view: View) -> Iterator[Finding]:
    """One finding for each score that the text gives another letter than the tables."""
    letters: dict[Decimal, dict[str, Printed]] = defaultdict(dict)
    for table in view.document.tables:
        for row in table.rows:
            for cell in row.numbers:
                if cell is not None and cell.value is not None and cell.grade and _LETTER.match(cell.grade.strip()):
                    letters[cell.value].setdefault(cell.grade.strip(), cell)
    for klaim in view.document.klaim:
        value, label = klaim.value, (klaim.label or "").strip()
        if klaim.kind is not KlaimKind.PREDICATE or value is None or value.value is None or not _LETTER.match(label):
            continue
        printed = letters.get(value.value, {})
        if printed and label not in printed:
            letter, cell = next(iter(printed.items()))
            yield RULE.finding(
                Evidence.of(value),
                Evidence.of(cell),
                printed=f"{value.raw} {label}",
                expected=letter,
                keys=(klaim.id,),
                value=value.raw,
                label=label,
            )


RULE = Rule(
    code="C102",
    title_id="Satu nilai dengan dua huruf",
    title_en="One score with two letters",
    category=Category.PREDICATE,
    severity=Severity.ERROR,
    message_id="{place}: {value} disebut {label}, di tabel {expected}",
    message_en="{place}: {value} is called {label}, in the table {expected}",
    check=check,
    legal_basis="PermenPANRB 88/2021 (predikat hasil evaluasi AKIP)",
)
