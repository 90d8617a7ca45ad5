"""An item that stands twice in one list.

Apa yang diperiksa / What it does
    Mencari butir yang sama dalam satu daftar bernomor, dan kegiatan pertama dan kedua yang bernama sama. Looks for one
    item that stands twice in a numbered list, and for a first and a second activity of one name in the text.

Why it matters
    The list proves a count ("20 of 20 wards"); with one name twice the proof is one short, and an activity that is
    told twice hides the one that should stand there.

How a reviewer verifies it
    Compare with the full list; the name that is missing is usually easy to find.

Known false alarms
    Lists of short common words, and items that go on over several lines: only whole items of one line are compared.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Place
from schemas.reading import Line
from validators.passages import passages
from validators.rule import Rule
from validators.view import View

_ITEM = re.compile(r"^\W{0,3}(?P<number>\d{1,3})\s*[.)]\s*(?P<name>[^\d].{5,70})$")
_ORDINAL = re.compile(
    r"\bKegiatan\s+(?P<nth>pertama|kedua|ketiga|keempat|kelima)\s*(?:,\s*)?(?:adalah|yaitu|ialah|merupakan)\s*:?\s*"
    r"[„“\"'‘](?P<name>[^„“\"'‘’”‟]{8,120})[‟”\"'’]",
    re.I,
)
_LEAST = 5
_REACH = 14
_GAP = 3


def check(view: View) -> Iterator[Finding]:
    """Numbered lists, then activities told one after the other."""
    for run in _runs(view):
        seen: dict[str, tuple[int, str, Line]] = {}
        for number, name, line in run:
            key = re.sub(r"\W+", "", name.casefold())
            if key in seen:
                first = seen[key]
                yield RULE.finding(
                    _evidence(line, line.text),
                    _evidence(first[2], first[2].text),
                    printed=name,
                    first=str(first[0]),
                    second=str(number),
                    count=str(len(run)),
                )
            else:
                seen[key] = (number, name, line)
    yield from _activities(view)


def _runs(view: View) -> Iterator[list[tuple[int, str, Line]]]:
    """Numbered lists of one-line items, over page breaks."""
    run: list[tuple[int, str, Line]] = []
    gap = 0
    for line in passages(view).lines:
        item = _ITEM.match(line.text.strip())
        number = int(item["number"]) if item else 0
        if item and run and number == run[-1][0] + 1:
            run.append((number, item["name"].strip(" .;,"), line))
            gap = 0
        elif item and number == 1:
            if len(run) >= _LEAST:
                yield run
            run, gap = [(1, item["name"].strip(" .;,"), line)], 0
        elif run:
            gap += 1
            broken = gap > _GAP or (gap > 0 and line.page == run[-1][2].page and not line.text.strip().isdigit())
            if broken:
                if len(run) >= _LEAST:
                    yield run
                run = []
    if len(run) >= _LEAST:
        yield run


def _activities(view: View) -> Iterator[Finding]:
    text = passages(view)
    before: tuple[str, str, int, Line] | None = None
    for at, line in enumerate(text.lines):
        if "egiatan" not in line.text:
            continue
        found = _ORDINAL.search(" ".join(text.after(line.order, 2).split()))
        if found is None or found.start() >= len(line.text):
            continue
        name = " ".join(found["name"].casefold().split())
        if before and before[0] == name and before[1] != found["nth"].casefold() and at - before[2] <= _REACH:
            yield RULE.finding(
                _evidence(line, found.group()),
                _evidence(before[3], before[3].text),
                printed=found["name"],
                message=_TOLD,
                first=before[1],
                second=found["nth"],
            )
        before = (name, found["nth"].casefold(), at, line)


def _evidence(line: Line, raw: str) -> Evidence:
    return Evidence.at(Place(page=line.page, line=line.line, bbox=line.bbox), raw)


_TOLD = (
    "{place}: kegiatan {first} dan kegiatan {second} bernama sama: “{printed}”",
    "{place}: the activities {first} and {second} have one name: “{printed}”",
)

RULE = Rule(
    code="K301",
    title_id="Butir tercantum dua kali",
    title_en="Item listed twice",
    category=Category.DUPLICATE_LABEL,
    severity=Severity.WARNING,
    message_id="{place}: “{printed}” tercantum pada nomor {first} dan {second} dari {count} butir",
    message_en="{place}: “{printed}” stands at number {first} and {second} of {count} items",
    check=check,
)
