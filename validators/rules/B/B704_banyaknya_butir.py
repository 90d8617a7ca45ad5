"""A count against the items of the list that it announces.

Apa yang diperiksa / What it does
    "terdiri dari 4 (empat) kegiatan, yaitu :" diikuti daftar dengan 3 butir. Counts the items of a list and compares
    them with the number that its introduction states. Only lists that can be counted are looked at: numbered without
    gaps up to their last item, or bullets; introductions that say "antara lain" name only some.

Why it matters
    An item was added or dropped after the sentence was written; the same count is often repeated in the summary.

How a reviewer verifies it
    Count the items below the sentence, then compare with the table of the programme or of the organisation.

Known false alarms
    A list that goes on after a picture or a table without its numbers; two things printed as one item.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import KlaimKind
from validators.rule import Rule
from validators.tallies import number_of
from validators.view import View


def check(view: View) -> Iterator[Finding]:
    """One finding for each announced count that its list does not have."""
    for klaim in view.document.klaim:
        count = number_of(klaim) if klaim.kind is KlaimKind.COUNT and klaim.listed is not None else None
        if count is None or klaim.listed is None or klaim.value is None or klaim.partial:
            continue
        if klaim.listed in (count, klaim.words_value):
            continue  # digits that differ from words that are right are told by J101
        yield RULE.finding(
            Evidence.of(klaim.value),
            printed=f"{klaim.value.raw} {klaim.noun}",
            expected=str(klaim.listed),
            keys=(klaim.id,),
        )


RULE = Rule(
    code="B704",
    title_id="Banyaknya butir daftar tidak sama dengan yang disebut",
    title_en="Items of a list differ from the count that announces it",
    category=Category.COUNT,
    severity=Severity.WARNING,
    message_id="{place}: disebut {printed}, daftar sesudahnya memuat {expected} butir",
    message_en="{place}: the text says {printed}, the list that follows has {expected} items",
    check=check,
)
