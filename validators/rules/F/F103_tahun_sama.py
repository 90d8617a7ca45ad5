"""A year compared with itself.

Apa yang diperiksa / What it does
    Mencari kalimat perbandingan yang menyebut hal dan tahun yang sama dua kali. Looks for sentences that compare the
    same thing in the same year: "capaian kinerja tahun 2023 dengan capaian kinerja tahun 2023".

Why it matters
    The reader cannot tell which years the figures below belong to.

How a reviewer verifies it
    The table under the sentence names both years; the second one should be the year before.

Known false alarms
    Target and realisation of one year are compared rightly; only the same words before both years count.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Place
from validators.passages import passages
from validators.rule import Rule
from validators.view import View

_TWICE = re.compile(
    r"\b(?P<what>\w+\s+\w+)\s+(?:pada\s+)?tahun\s+(?P<year>20\d\d)\s+(?:dengan|terhadap|dan|dibanding\w*(?:\s+dengan)?)\s+"
    r"(?P<again>(?:\w+\s+){0,4}?)(?:pada\s+)?tahun\s+(?P=year)\b",
    re.I,
)
_COMPARED = re.compile(r"banding", re.I)
_LINES = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each such sentence."""
    text = passages(view)
    for line in text.lines:
        if "tahun" not in line.text.lower() or "20" not in line.text:
            continue
        joined = " ".join(text.after(line.order, _LINES).split())
        found = _TWICE.search(joined)
        if found is None or found.start() >= len(" ".join(line.text.split())):
            continue
        again = " ".join(found["again"].lower().split())
        if again and again != " ".join(found["what"].lower().split()):
            continue
        around = text.before(line.order, 1) + joined[: found.end() + 40]
        if _COMPARED.search(around):
            yield RULE.finding(
                Evidence.at(Place(page=line.page, line=line.line, bbox=line.bbox), found.group()),
                printed=found.group(),
                expected=str(int(found["year"]) - 1),
            )


RULE = Rule(
    code="F103",
    title_id="Tahun dibandingkan dengan dirinya sendiri",
    title_en="A year compared with itself",
    category=Category.YEAR,
    severity=Severity.WARNING,
    message_id="{place}: “{printed}” membandingkan tahun yang sama; mungkin dimaksud {expected}",
    message_en="{place}: “{printed}” compares a year with itself; perhaps {expected} is meant",
    check=check,
)
