"""An output that is described but not counted.

Apa yang diperiksa / What it does
    Mencari baris Output/Keluaran yang targetnya kalimat tanpa angka dan realisasinya kosong. Looks for rows of outputs
    whose target is a sentence without a number and whose realisation is empty.

Why it matters
    An output without a number cannot be reached or missed; the money beside it buys something nobody counted.

How a reviewer verifies it
    The budget document (DPA) gives the volume and unit of every output.

Known false alarms
    Rows of outcomes are often sentences and are passed over, and so are outputs whose number stands in the name.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Row, Table
from validators.rule import Rule
from validators.view import View

_OUTPUT = re.compile(r"^\W*(?:output|keluaran)(?:\s*/\s*\w+)?\s*:?\s*$", re.I)
_INPUT = re.compile(r"^\W*(?:input|masukan)\b", re.I)
_WORDS = re.compile(r"[a-z]{3,}.*[a-z]{3,}", re.I | re.S)


def check(view: View) -> Iterator[Finding]:
    """One finding for each such row in a table that has inputs, too."""
    for table in view.document.tables:
        if not any(_INPUT.match(text) for row in table.rows for text in _texts(row)[:2]):
            continue
        for row in table.rows:
            texts = _texts(row)
            if texts and _OUTPUT.match(texts[0]) and len(texts) == 2 and _described(texts[1]):
                yield _finding(table, row, texts[1])


def _texts(row: Row) -> list[str]:
    return [" ".join(cell.text.split()) for cell in row.cells if cell is not None and cell.text.strip()]


def _described(text: str) -> bool:
    return bool(_WORDS.search(text)) and not any(sign.isdigit() for sign in text)


def _finding(table: Table, row: Row, text: str) -> Finding:
    return RULE.finding(
        Evidence(page=row.page, line=row.line, table=table.id, row=row.index, column="target", raw=text), printed=text
    )


RULE = Rule(
    code="G410",
    title_id="Keluaran tanpa angka",
    title_en="Output without a number",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: keluaran “{printed}” tanpa volume target dan realisasi",
    message_en="{place}: the output “{printed}” has no volume, neither target nor realised",
    check=check,
)
