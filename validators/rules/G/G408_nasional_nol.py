"""Zero printed where there is no national figure.

Apa yang diperiksa / What it does
    Mencari realisasi nasional 0 pada tabel yang catatannya menyatakan data tidak ada. Looks for a national
    realisation of 0 in a table whose note says that there is no national figure.

Why it matters
    Zero is a value: the comparison then says that the agency is far above a nation that achieved nothing.

How a reviewer verifies it
    Read the note under the table; a dash belongs there.

Known false alarms
    Indicators of which the nation truly has none; without such a note nothing is reported.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.table import Kind, Role, Table
from validators.passages import Passages, passages
from validators.rule import Rule
from validators.view import View

_NONE = re.compile(
    r"\b(?:tidak|belum)\s+(?:ada|tersedia|terdapat|memiliki)\b[^.]{0,40}\bnasional|"
    r"\bnasional\b[^.]{0,40}\b(?:tidak|belum)\s+(?:ada|tersedia|terdapat)",
    re.I,
)


def check(view: View) -> Iterator[Finding]:
    """One finding for each zero."""
    text = passages(view)
    for table in view.document.tables:
        if table.kind is Kind.PERBANDINGAN_NASIONAL and (note := _note(table, text)):
            for row in view.indikator.get(table.id, ()):
                if row.nasional is not None and row.nasional.value == 0:
                    others = [Evidence.of(cell) for cell in (row.realisasi,) if cell is not None]
                    yield RULE.finding(
                        Evidence.of(row.nasional), *others, printed=row.nasional.raw, expected="-", note=note
                    )


def _note(table: Table, text: Passages) -> str | None:
    """What the table or the lines under it say about the lack of data."""
    for column in table.roles(Role.KETERANGAN, Role.SELISIH):
        for row in table.rows:
            if found := _NONE.search(row.text(column.index)):
                return found.group()
    following = [line for line in text.lines if table.order < line.order][:3]
    return next((m.group() for line in following if (m := _NONE.search(line.text))), None)


RULE = Rule(
    code="G408",
    title_id="Nol untuk data nasional yang tidak ada",
    title_en="Zero for a national figure that does not exist",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: realisasi nasional tercetak {printed}, padahal “{note}”",
    message_en="{place}: the national realisation is printed {printed}, yet “{note}”",
    check=check,
)
