"""A formula that shares hardly a word with its indicator.

Apa yang diperiksa / What it does
    Membandingkan kata-kata formulasi IKU dengan nama indikatornya. Compares the words of an IKU formula with those
    of its indicator; a hint when hardly any is shared, or when a score is multiplied by 100 %.

Why it matters
    Such a formula often measures an activity in place of the result that the indicator names.

How a reviewer verifies it
    Ask what would change in the value if the result changed while the activity did not.

Known false alarms
    Formulas in other words for the same thing; that is why this is a hint only.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from validators.rule import Rule
from validators.rumus_iku import fraction, words
from validators.view import View

_SCORE = re.compile(r"^\W*(?:nilai|indeks|index|skor)\b", re.I)
_SHARED = 4
_ENOUGH = 3


def check(view: View) -> Iterator[Finding]:
    """One hint for each formula."""
    told: set[str] = set()
    for row in view.document.iku:
        rumus = fraction(row)
        if rumus is None or row.indikator in told or not words(rumus.bottom):
            continue
        name = words(row.indikator) - {"persentase", "prosentase", "indeks", "nilai"}
        shared = sum(any(w[:5] == other[:5] for other in words(rumus.top)) for w in name)
        score = bool(_SCORE.match(row.indikator)) and "100" in (row.formulasi or "")
        if score or (len(name) >= _ENOUGH and shared * _SHARED < len(name)):
            told.add(row.indikator)
            yield RULE.finding(
                Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="formulasi", raw=rumus.top),
                printed=f"{rumus.top} / {rumus.bottom}",
                name=row.indikator,
            )


RULE = Rule(
    code="H101",
    title_id="Formulasi jauh dari nama indikator",
    title_en="Formula far from the name of the indicator",
    category=Category.QUALITY,
    severity=Severity.INFO,
    message_id="{place}: periksa apakah formulasi “{printed}” mengukur {name}",
    message_en="{place}: see whether the formula “{printed}” measures {name}",
    legal_basis="PER/20/M.PAN/11/2008",
    check=check,
    hint=True,
)
