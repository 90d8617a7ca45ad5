"""The number of a decree: missing, or different in body and annex.

Apa yang diperiksa / What it does
    Mencari nomor keputusan tanpa nomor urut, dan nomor di tubuh laporan yang berbeda dari kepala keputusan terlampir.
    Looks for decree numbers with an empty field, and for a number in the body that differs from the one at the head
    of the annexed decree on the same matter.

Why it matters
    A decree without its serial number was not registered; with two numbers nobody can cite it.

How a reviewer verifies it
    Ask for the signed decree and the register of decrees.

Known false alarms
    Decrees on other matters by the same official. Only a mention that names the matter of the annexed decree, and a
    number that differs in one field, are compared.
"""

import re
from collections.abc import Iterator

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.passages import Passages, passages
from validators.rule import Rule
from validators.view import View

_HEAD = "kepala keputusan"
_TITLE = re.compile(r"\btentang\b[\W_]*(?P<title>.{8,160})", re.I)
_MATTER = 24
_NAMED = 85
_FIELDS = 3
_LINES = 10
_ABOVE = 2
_ISSUER = 6
_SERIAL = re.compile(r"/\s*/")


def check(view: View) -> Iterator[Finding]:
    """Mentions against heads, then heads that lack their serial number alone."""
    text = passages(view)
    cited = [r for r in view.document.rujukan if r.kind == "sk"]
    heads = [r for r in cited if r.about == _HEAD]
    told: set[str] = set()
    for head in heads:
        for other in cited:
            if other.about != _HEAD and other.value not in told and _same_decree(head, other, text):
                told |= {other.value, head.value}
                yield _finding(head, other)
    for head in heads:
        if head.value not in told and _SERIAL.search(head.value):
            told.add(head.value)
            yield _finding(head, None)


def _same_decree(head: Rujukan, other: Rujukan, text: Passages) -> bool:
    one, two = head.value.split("/"), other.value.split("/")
    if len(one) != len(two) or len(one) < _FIELDS or one[-1] != two[-1]:
        return False
    if sum(a.lstrip("0") != b.lstrip("0") for a, b in zip(one, two, strict=True)) != 1:
        return False
    title = _TITLE.search(text.after(head.order, _LINES))
    if title is None:
        return _annexed(head, other, text) and _exchanged(one, two)
    matter = title["title"][:_MATTER].casefold()
    return fuzz.partial_ratio(matter, text.sentence(other).casefold()) >= _NAMED


def _annexed(head: Rujukan, other: Rujukan, text: Passages) -> bool:
    """The head of an annex prints no title: the issuer of the cited decree stands right above it."""
    above = text.before(head.order, _ABOVE).casefold()
    return len(other.about) >= _ISSUER and "lampiran" in above and other.about.casefold() in above


def _exchanged(one: list[str], two: list[str]) -> bool:
    """Without a title only a number of the same digits in another order is taken for the same number."""
    return all(sorted(a) == sorted(b) for a, b in zip(one, two, strict=True))


def _finding(head: Rujukan, other: Rujukan | None) -> Finding:
    evidence = [Evidence.at(head.place, head.text)]
    if other is not None:
        evidence.append(Evidence.at(other.place, other.text))
    return RULE.finding(
        *evidence,
        printed=head.text,
        expected=other.value if other else None,
        message=None if other else _EMPTY,
        other=other.text if other else "",
    )


_EMPTY = (
    "{place}: nomor keputusan tanpa nomor urut: “{printed}”",
    "{place}: the decree has no serial number: “{printed}”",
)

RULE = Rule(
    code="F401",
    title_id="Nomor keputusan kosong atau berbeda",
    title_en="Decree number empty or different",
    category=Category.IDENTITY,
    severity=Severity.ERROR,
    message_id="{place}: kepala keputusan tercetak “{printed}”, di bagian lain “{other}”",
    message_en="{place}: the head of the decree prints “{printed}”, elsewhere “{other}”",
    check=check,
)
