"""A sentence whose number is missing.

Apa yang diperiksa / What it does
    Mencari "sebesar Rp (4,60%)" atau "sebesar tahun 2023": kata yang menuntut angka tanpa angkanya. Looks for words
    that ask for a number and are followed by none: "Rp (4,60%)", "sebesar tahun 2023", "sebanyak kegiatan".

Why it matters
    The figure that the sentence was written for cannot be read, and nobody can check it.

How a reviewer verifies it
    Compute the number from the table the sentence speaks of.

Known false alarms
    Headers of tables ("Anggaran (Rp)"), amounts that go on in the next line, and comparisons ("sebesar tahun lalu").
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Place
from validators.passages import passages
from validators.rule import Rule
from validators.view import View

_RUPIAH = re.compile(
    r"\b(?:sebesar|adalah|sejumlah|senilai|terdapat|yaitu|anggaran|sisa)\s+Rp\.?\s*(?:\(\s*(?P<share>[\d.,]+\s*%)\s*\)|"
    r"(?=(?:atau|dari|dengan|pada|tahun|dan)\b))"
)
_AMOUNT = re.compile(
    r"\b(?:sebesar|sebanyak|sejumlah|senilai)\s+(?:(?:pada\s+)?tahun\s+20\d\d(?:\s*[.,;]|\s+(?:dan|dari|yang|dengan|atau|"
    r"sehingga|maka)\b)|%|persen\b|atau\b|dari\s+target\b|\.(?:\s|$))"
)
_NOTHING = re.compile(r"\bRp\.?\s*,\s?-")
_LINES = 1


def check(view: View) -> Iterator[Finding]:
    """One finding for each sentence and each cell."""
    yield from _cells(view)
    text = passages(view)
    for line in text.lines:
        if "Rp" not in line.text and "seb" not in line.text and "sej" not in line.text and "senil" not in line.text:
            continue
        own = " ".join(line.text.split())
        joined = " ".join(text.after(line.order, _LINES).split()) if line.page is not None else own
        found = _NOTHING.search(joined) or _RUPIAH.search(joined) or _AMOUNT.search(joined)
        if found is not None and found.start() < len(own):
            bare = found.re is _NOTHING
            place = Place(page=line.page, line=line.line, bbox=line.bbox)
            around = joined[max(0, found.start() - 60) : found.end() + 40].strip()
            yield RULE.finding(
                Evidence.at(place, around),
                printed=found.group().strip(),
                around=around,
                category=Category.MALFORMED_NUMBER if bare else None,
            )


def _cells(view: View) -> Iterator[Finding]:
    """Amounts of tables that print the currency alone."""
    for table in view.document.tables:
        for row in table.rows:
            for cell in row.cells:
                if cell is not None and "Rp" in cell.text and _NOTHING.fullmatch(" ".join(cell.text.split())):
                    place = Place(page=cell.page, line=cell.line, table=table.id, row=row.index, bbox=cell.bbox)
                    around = " ".join(c.text for c in row.cells if c is not None)
                    yield RULE.finding(
                        Evidence.at(place, cell.text),
                        printed=cell.text,
                        around=around,
                        category=Category.MALFORMED_NUMBER,
                    )


RULE = Rule(
    code="G407",
    title_id="Angka hilang dalam kalimat",
    title_en="Number missing in a sentence",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: “{printed}” tanpa angkanya: {around}",
    message_en="{place}: “{printed}” without its number: {around}",
    check=check,
)
