"""A mean stated below the percentages it averages.

Apa yang diperiksa / What it does
    Kalimat rata-rata yang langsung mengikuti daftar persentase program atau indikator dihitung ulang dari daftar itu.
    Recomputes a stated mean from the run of three or more percentages listed right above it, as printed and capped.

Why it matters
    The list is the working of the mean; both stand beside each other in the report.

How a reviewer verifies it
    Average the percentages of the list.

Known false alarms
    A weighted mean; a list that continues elsewhere.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Severity
from schemas.records import Klaim, KlaimKind
from schemas.relation import Op, Relation
from validators.rule import Rule
from validators.view import View, operand

_MEAN = re.compile(r"(?i)\b(?:rata\s*[-–]?\s*rata|rerata)\b")
_READINGS = ("mean", "mean capped 100", "mean capped 120", "mean capped 110", "mean capped 150")
_LEAST = 3


def check(view: View) -> Iterator[Relation]:
    """One relation for each mean that follows its list."""
    claims = view.document.klaim
    for at, klaim in enumerate(claims):
        if klaim.kind is not KlaimKind.PERCENT or klaim.value is None or not _MEAN.search(klaim.subject):
            continue
        run = _above(claims, at)
        if len(run) >= _LEAST:
            yield Relation(
                rule=RULE.code,
                op=Op.MEAN,
                result=operand(klaim.value, klaim.subject, klaim.id),
                inputs=tuple(
                    operand(k.value, k.subject, k.id).model_copy(update={"fixed": True})
                    for k in run
                    if k.value is not None
                ),
                alternatives=_READINGS,
            )


def _above(claims: tuple[Klaim, ...], at: int) -> list[Klaim]:
    """The percentages right above whose phrases all begin with the same word, each on a line of its own."""
    run: list[Klaim] = []
    for klaim in reversed(claims[:at]):
        word = klaim.subject.split(" ")[0].casefold()
        if klaim.kind is not KlaimKind.PERCENT or klaim.value is None or not word:
            break
        if run and word != run[-1].subject.split(" ")[0].casefold():
            break
        if _MEAN.search(klaim.subject) or word not in ("program", "indikator", "kegiatan", "sasaran"):
            break
        run.append(klaim)
    return run[::-1]


RULE = Rule(
    code="B504",
    title_id="Rata-rata tidak sesuai dengan daftar di atasnya",
    title_en="Mean does not follow from the list above it",
    category=Category.AVERAGE,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}, rata-rata daftarnya {expected} ({computation})",
    message_en="{place}: {label} prints {printed}, the mean of its list is {expected} ({computation})",
    check=check,
)
