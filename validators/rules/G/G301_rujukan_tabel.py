"""A reference to a table that does not exist.

Apa yang diperiksa / What it does
    Mencari rujukan "Tabel 3.9" dalam kalimat yang tidak mempunyai tabel bernomor itu. Looks for mentions of a table
    number in the text that no caption carries.

Why it matters
    The reader cannot find the proof of what the sentence says.

How a reviewer verifies it
    Look for a table whose number slipped by one.

Known false alarms
    A caption that was not recognised, or that stands in a picture. A note only, and only when most mentions of the
    document find their table.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.rule import Rule
from validators.view import View

_MOST = 4
_LEAST = 3


def check(view: View) -> Iterator[Finding]:
    """One note for each number."""
    captions = {_plain(r.value) for r in view.document.rujukan if r.kind == "tabel"}
    captions |= {_plain(table.number) for table in view.document.tables if table.number}
    mentions: dict[str, Rujukan] = {}
    for one in view.document.rujukan:
        if one.kind == "rujuk_tabel":
            mentions.setdefault(_plain(one.value), one)
    lost = {number: one for number, one in mentions.items() if number not in captions}
    if len(mentions) < _LEAST or len(lost) * _MOST > len(mentions):
        return
    for one in lost.values():
        yield RULE.finding(Evidence.at(one.place, one.text), printed=one.value)


def _plain(number: str) -> str:
    return number.replace(" ", "").strip(".").upper()


RULE = Rule(
    code="G301",
    title_id="Rujukan ke tabel yang tidak ada",
    title_en="Reference to a table that does not exist",
    category=Category.STRUCTURE,
    severity=Severity.INFO,
    message_id="{place}: tabel {printed} dirujuk, tetapi tidak ada tabel bernomor itu",
    message_en="{place}: table {printed} is referred to, but no table carries that number",
    check=check,
)
