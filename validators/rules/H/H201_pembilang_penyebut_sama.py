"""A formula that divides a thing by itself.

Apa yang diperiksa / What it does
    Membandingkan pembilang dan penyebut formulasi IKU kata demi kata. Compares numerator and denominator of an IKU
    formula word by word, leaving out "jumlah", "total", "seluruh" and the like.

Why it matters
    Such a percentage is 100 % whatever happens; the indicator measures nothing.

How a reviewer verifies it
    Ask what the denominator should count: usually everything that came in, not what was settled.

Known false alarms
    A formula broken over lines, whose numerator stands partly before the fraction; it is passed over when the words
    before the fraction add anything.
"""

from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from validators.rule import Rule
from validators.rumus_iku import fraction, words
from validators.view import View

_ENOUGH = 4


def check(view: View) -> Iterator[Finding]:
    """One finding for each formula; the same formula in body and annex is told once."""
    told: set[tuple[frozenset[str], str]] = set()
    for row in view.document.iku:
        rumus = fraction(row)
        if rumus is None:
            continue
        top, bottom = words(rumus.top), words(rumus.bottom)
        if len(top) < _ENOUGH or top != bottom or (rumus.before and words(rumus.before) - bottom):
            continue
        if (top, row.indikator) not in told:
            told.add((top, row.indikator))
            place = {"page": row.page, "line": row.line, "table": row.table, "row": row.row, "column": "formulasi"}
            yield RULE.finding(
                Evidence(**place, raw=rumus.top),
                Evidence(**place, raw=rumus.bottom),
                printed=rumus.top,
                name=row.indikator,
            )


RULE = Rule(
    code="H201",
    title_id="Pembilang sama dengan penyebut",
    title_en="Numerator and denominator are the same",
    category=Category.FORMULA,
    severity=Severity.ERROR,
    message_id="{place}: formulasi {name} membagi “{printed}” dengan hal yang sama; hasilnya selalu 100%",
    message_en="{place}: the formula of {name} divides “{printed}” by the same; the result is always 100%",
    legal_basis="PER/20/M.PAN/11/2008",
    check=check,
)
