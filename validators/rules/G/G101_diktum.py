"""A gap in the operative clauses (diktum) of a decree.

Apa yang diperiksa / What it does
    Memeriksa urutan KESATU, KEDUA, … dalam setiap keputusan. Checks the order of the clauses KESATU, KEDUA, … in
    every decree.

Why it matters
    A clause that is missing may have been cut out with its content; a decree cannot be cited by clause then.

How a reviewer verifies it
    Ask for the signed decree: is the clause there, or only misnumbered in the template?

Known false alarms
    A clause whose heading could not be read in a scan.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.rule import Rule
from validators.view import View

_ORDER = (
    ("KESATU", "PERTAMA"),
    ("KEDUA",),
    ("KETIGA",),
    ("KEEMPAT",),
    ("KELIMA",),
    ("KEENAM",),
    ("KETUJUH",),
    ("KEDELAPAN",),
    ("KESEMBILAN",),
    ("KESEPULUH",),
)
_AT = {name: number for number, names in enumerate(_ORDER) for name in names}


def check(view: View) -> Iterator[Finding]:
    """One finding for each gap."""
    before: Rujukan | None = None
    for clause in view.document.rujukan:
        if clause.kind != "diktum" or clause.value not in _AT:
            continue
        now = _AT[clause.value]
        if before is not None and now > (last := _AT[before.value]) + 1:
            missing = ", ".join(_ORDER[n][0] for n in range(last + 1, now))
            yield RULE.finding(
                Evidence.at(clause.place, clause.text),
                Evidence.at(before.place, before.text),
                printed=f"{before.value}, {clause.value}",
                expected=missing,
                before=before.value,
                now=clause.value,
            )
        before = clause


RULE = Rule(
    code="G101",
    title_id="Diktum terlewat",
    title_en="A clause of a decree is skipped",
    category=Category.STRUCTURE,
    severity=Severity.WARNING,
    message_id="{place}: diktum melompat dari {before} ke {now}; {expected} tidak ada",
    message_en="{place}: the clauses jump from {before} to {now}; {expected} is absent",
    check=check,
)
