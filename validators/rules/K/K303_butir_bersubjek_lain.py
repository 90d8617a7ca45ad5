"""An item of a list that speaks of the subject of the item before it.

Apa yang diperiksa / What it does
    Membandingkan butir-butir yang memakai kalimat yang sama: butir tentang B yang kalimatnya masih menyebut A, padahal
    butir tentang A sudah menyebut hal itu dengan angka lain. Compares items that use one sentence after the other: the
    item is about B, its sentence still names A, and the item about A has said the same with another figure.

Why it matters
    The sentence was copied and only the figure filled in: read as it stands, one subject has two figures.

How a reviewer verifies it
    Read the first words of the item; the table tells whose figure it is.

Known false alarms
    Items that compare their subject with that of another item on purpose.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind
from validators.names import normal
from validators.rule import Rule
from validators.view import View

_HEAD = re.compile(r"^[^,.;:]{8,90}(?=,\s)")
_WORD = re.compile(r"[^\W\d_]{2,}")
_REACH = 5  # lines from the first sentence of an item to the one that was copied
_WORDS = 3  # by which two items of one pattern differ at most


def check(view: View) -> Iterator[Finding]:
    """One finding for each item whose sentence names the subject of another."""
    said: dict[str, tuple[Klaim, set[str]]] = {}
    head: Klaim | None = None
    for klaim in view.document.klaim:
        if head is None or klaim.text != head.text:
            head = klaim if _HEAD.match(klaim.text) else head
        if head is None or klaim.kind is not KlaimKind.PERCENT or klaim.value is None or klaim.text == head.text:
            continue
        if not 0 <= klaim.order - head.order <= _REACH:
            continue
        subject, own = _words(klaim.subject), _words(_head(head))
        first = said.setdefault(normal(klaim.subject), (klaim, own))
        left, right = first[1] - own, own - first[1]
        if not left or not right or max(len(left), len(right)) > _WORDS:
            continue
        if klaim.value.value != _value(first[0]) and left <= subject and not right & subject:
            yield RULE.finding(
                Evidence.of(klaim.value),
                *(Evidence.of(v) for v in (first[0].value,) if v is not None),
                printed=klaim.value.raw,
                subject=klaim.subject,
                head=_head(head),
                suggestion=("Sesuaikan subjek kalimatnya dengan butirnya.", "Let the sentence name its own item."),
            )


def _head(klaim: Klaim) -> str:
    found = _HEAD.match(klaim.text)
    return found.group().strip() if found else ""


def _words(text: str) -> set[str]:
    return set(_WORD.findall(text.casefold()))


def _value(klaim: Klaim) -> object:
    return klaim.value.value if klaim.value is not None else None


RULE = Rule(
    code="K303",
    title_id="Butir menyebut subjek butir lain",
    title_en="Item names the subject of another item",
    category=Category.COPIED_TEXT,
    severity=Severity.WARNING,
    message_id="{place}: butir “{head}” menyebut “{subject}” {printed}; tampaknya tersalin dari butir lain",
    message_en="{place}: the item “{head}” says “{subject}” {printed}; it seems to be copied from another item",
    check=check,
)
