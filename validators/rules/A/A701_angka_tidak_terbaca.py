"""A number whose digit groups cannot be a number.

Apa yang diperiksa / What it does
    Mencari angka yang pengelompokan digitnya tidak mungkin, misalnya kelompok dua digit di antara titik ribuan.
    Reports numbers such as ``1.23.000,00``: digits, but no valid grouping. The value is not guessed; where other
    printed numbers leave only one repair, the suggestion names it and how many relations support it.

Why it matters
    A digit is missing or doubled, so nobody can tell what amount is meant, and every sum over it is open.

How a reviewer verifies it
    Look at the page, then at the sum of the neighbours, the percentage of the row and the other tables that print
    the same amount.

Known false alarms
    A date, a code or a telephone number in a column of amounts; two numbers run together by the extraction.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Form
from validators.rule import Rule
from validators.view import View, printed_cells


def check(view: View) -> Iterator[Finding]:
    """One finding for each malformed number in a record or a claim."""
    for node in printed_cells(view.document):
        if node.printed.form is Form.MALFORMED and node.printed.legible:
            yield RULE.finding(Evidence.of(node.printed), printed=node.printed.raw, keys=(node.key,), label=node.label)


RULE = Rule(
    code="A701",
    title_id="Angka tidak terbentuk dengan benar",
    title_en="Malformed number",
    category=Category.MALFORMED_NUMBER,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}; pengelompokan digitnya tidak mungkin, perlu klarifikasi",
    message_en="{place}: {label} prints {printed}; its digit groups cannot be a number, please clarify",
    check=check,
)
