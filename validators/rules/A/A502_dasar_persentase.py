"""Percentage in a sentence that fits another budget than the one the sentence speaks of.

Apa yang diperiksa / What it does
    Kalimat yang menyebut realisasi dan persentase tanpa anggarannya: dasar yang disebut di tempat lain dengan nama yang
    sama dicoba, lalu semua anggaran lain. When a clause gives a realisation and a percentage but no budget, the
    budgets stated elsewhere under the same name are tried; if none fits and another budget of the report does, the
    percentage was taken from a wrong base (or the stated budget is wrong).

Why it matters
    32 % of the whole budget and 43 % of belanja langsung are the same rupiah and another message.

How a reviewer verifies it
    Divide the realisation by the budget of the same name, and by the one that the finding names.

Known false alarms
    A budget of the same name before revision; two budgets that are equal by chance.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Klaim, KlaimKind, Tingkat
from schemas.relation import Op, Operand, Relation
from validators.engine import HOLDS, judge
from validators.rule import Rule
from validators.view import View, operand

_STOP = re.compile(
    r"(?i)\b(?:(?:ter|di)?realisasi\w*|anggaran\w*|dana|sampai|dengan|bulan|januari|februari|maret|april|mei|juni|juli|"
    r"agustus|september|oktober|november|desember|tahun|\d+|sebesar|total|jumlah|penyerapan|pagu|tersebut|dapat|pada|"
    r"untuk|yang|dan|dari|adalah|hingga|akhir|alokasi|besar\w*)\b|\W"
)


def check(view: View) -> Iterator[Finding]:
    """One finding for each clause whose percentage fits another base only."""
    groups: dict[str, list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim:
        if klaim.group and klaim.value is not None:
            groups[klaim.group].append(klaim)
    bases = list(_bases(view))
    for group in groups.values():
        spent = [k for k in group if k.kind is KlaimKind.AMOUNT and k.measure == "realisasi"]
        percent = [k for k in group if k.kind is KlaimKind.PERCENT]
        if len(spent) != 1 or len(percent) != 1 or any(k.measure == "anggaran" for k in group):
            continue
        found = _judged(spent[0], percent[0], bases)
        if found:
            yield found


def _judged(spent: Klaim, percent: Klaim, bases: list[tuple[str, int | None, Operand]]) -> Finding | None:
    assert spent.value is not None
    assert percent.value is not None
    name = key_of(spent.subject)
    named = [b for n, year, b in bases if n and n == name and year in (None, spent.year)]
    if not named or any(_fits(spent, percent, b) for b in named):
        return None
    other = next((b for _, _, b in bases if _fits(spent, percent, b)), None)
    if other is None:
        return None
    own = judge(_relation(spent, percent, named[0]))
    return RULE.finding(
        Evidence.of(percent.value),
        Evidence.of(spent.value),
        Evidence.of(named[0].printed),
        Evidence.of(other.printed),
        expected=None if own.expected is None else f"{own.expected:.2f}".replace(".", ","),
        computation=own.computation or None,
        label=spent.subject,
        base=named[0].printed.raw,
        other=f"{other.printed.raw} ({other.label[:40]})" if other.label else other.printed.raw,
        keys=(percent.id, spent.id, named[0].key),
        expected_value=own.expected,
    )


def _fits(spent: Klaim, percent: Klaim, base: Operand) -> bool:
    return judge(_relation(spent, percent, base)).verdict in HOLDS


def _relation(spent: Klaim, percent: Klaim, base: Operand) -> Relation:
    assert spent.value is not None
    assert percent.value is not None
    result = operand(percent.value, percent.subject, percent.id)
    return Relation(rule=RULE.code, op=Op.RATIO, result=result, inputs=(operand(spent.value, "", spent.id), base))


def key_of(subject: str) -> str:
    """The words of a phrase that tell which budget it is."""
    return _STOP.sub("", subject.casefold())


def _bases(view: View) -> Iterator[tuple[str, int | None, Operand]]:
    """Every stated budget: its telling words, its year, the number."""
    for klaim in view.document.klaim:
        if klaim.kind is KlaimKind.AMOUNT and klaim.measure == "anggaran" and klaim.value and klaim.value.value:
            yield key_of(klaim.subject), klaim.year, operand(klaim.value, klaim.subject, klaim.id)
    for row in view.document.anggaran:
        if row.tingkat in (Tingkat.TOTAL, Tingkat.BELANJA) and row.anggaran and row.anggaran.value:
            yield key_of(row.uraian), None, operand(row.anggaran, row.uraian)


RULE = Rule(
    code="A502",
    title_id="Persentase dihitung dari dasar yang lain",
    title_en="Percentage taken from another base",
    category=Category.PERCENT,
    severity=Severity.ERROR,
    message_id="{place}: {label} tercetak {printed}; dari {base} seharusnya {expected}, {printed} cocok dengan {other}",
    message_en="{place}: {label} prints {printed}; of {base} it would be {expected}, {printed} fits {other}",
    check=check,
)
