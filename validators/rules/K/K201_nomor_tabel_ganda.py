"""One table number on two different tables.

Apa yang diperiksa / What it does
    Mencari nomor tabel yang dipakai dua judul yang berbeda. Looks for a table number that stands above two different
    titles.

Why it matters
    Text that refers to "Tabel 3.5" can then mean either; reviewers cite the wrong one.

How a reviewer verifies it
    Read both captions; the second table of that number and all after it should be numbered one higher.

Known false alarms
    A caption repeated on the next page of the same table, the list of tables, and a mention in a sentence: only
    captions with clearly different titles count.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.rule import Rule
from validators.view import View

SAME_TITLE = 80.0
_LEADERS = re.compile(r"[.…_](?:\s?[.…_]){3,}|…")


def check(view: View) -> Iterator[Finding]:
    """One finding for each number with two titles."""
    by_number: dict[str, list[Rujukan]] = defaultdict(list)
    for rujukan in view.document.rujukan:
        if rujukan.kind == "tabel" and rujukan.about.strip():
            by_number[rujukan.value].append(rujukan)
    for number, captions in by_number.items():
        pair = _differing(captions)
        if pair is None:
            continue
        first, other = pair
        yield RULE.finding(
            Evidence.at(other.place, other.text),
            Evidence.at(first.place, first.text),
            printed=number,
            number=number,
            first=_title(first),
            second=_title(other),
            suggestion=(
                "Beri nomor urut berikutnya pada tabel kedua dan sesuaikan rujukan di dalam teks.",
                "Give the second table the next number and adapt the references in the text.",
            ),
        )


def _differing(captions: list[Rujukan]) -> tuple[Rujukan, Rujukan] | None:
    """Two titles of one number: above the tables, else within the list of tables."""
    listed = [c for c in captions if _LEADERS.search(c.about)]
    for where in ([c for c in captions if c not in listed], listed):
        other = next((c for c in where[1:] if not _same(_title(where[0]), _title(c))), None)
        if other is not None:
            return where[0], other
    return None


def _title(caption: Rujukan) -> str:
    """The title without the dots and the page that follow it in the list of tables."""
    return _LEADERS.split(caption.about, maxsplit=1)[0].strip()


def _same(first: str, second: str) -> bool:
    one, two = (" ".join(text.casefold().split()) for text in (first, second))
    return one.startswith(two) or two.startswith(one) or fuzz.token_set_ratio(one, two) >= SAME_TITLE


RULE = Rule(
    code="K201",
    title_id="Nomor tabel dipakai dua kali",
    title_en="Table number used twice",
    category=Category.DUPLICATE_LABEL,
    severity=Severity.WARNING,
    message_id="{place}: nomor tabel {number} dipakai untuk “{second}” dan untuk “{first}”",
    message_en="{place}: table number {number} stands for “{second}” and for “{first}”",
    check=check,
)
