"""An IKU table without formulas or sources.

Apa yang diperiksa / What it does
    Mencari tabel IKU yang tidak memuat formulasi atau sumber data sama sekali. Looks for IKU tables that have no
    column, or an empty column, of formulas or of sources of data.

Why it matters
    Without a definition every year may be measured in another way.

How a reviewer verifies it
    Ask for the manual of the indicators.

Known false alarms
    A definition given in a manual of its own. A hint only.
"""

from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Iku
from validators.rule import Rule
from validators.view import View

_FIELDS = {"formulasi": ("formulasi", "formula"), "sumber_data": ("sumber data", "source of data")}


def check(view: View) -> Iterator[Finding]:
    """One hint for each table and column."""
    by_table: dict[str, list[Iku]] = defaultdict(list)
    for row in view.document.iku:
        by_table[row.table].append(row)
    for table, rows in by_table.items():
        for field, what in _FIELDS.items():
            if not any(getattr(row, field) for row in rows):
                first = rows[0]
                place = Evidence(page=first.page, line=first.line, table=table, row=first.row, raw=first.indikator)
                yield RULE.finding(place, printed=field, what=what, count=str(len(rows)))


RULE = Rule(
    code="H401",
    title_id="IKU tanpa formulasi atau sumber data",
    title_en="IKU without formula or source of data",
    category=Category.QUALITY,
    severity=Severity.INFO,
    message_id="{place}: {count} IKU tidak disertai {what}",
    message_en="{place}: {count} IKU come without a {what}",
    legal_basis="PER/20/M.PAN/11/2008",
    check=check,
    hint=True,
)
