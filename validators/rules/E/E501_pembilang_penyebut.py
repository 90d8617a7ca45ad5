"""A formula whose numerator and denominator are the same.

Apa yang diperiksa / What it does
    Formulasi indikator yang pembilang dan penyebutnya didefinisikan dengan kata-kata yang sama. Compares the numerator
    and the denominator of the formula of an indicator by their words, without "jumlah", "total", "seluruh" and the
    like.

Why it matters
    Such an indicator is always 100 % and measures nothing.

How a reviewer verifies it
    Read the two definitions and ask which of them is the whole.

Known false alarms
    A denominator that differs only in a word such as "ditangani" lost in reading the formula.
"""

import re
from collections.abc import Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from validators.rule import Rule
from validators.view import View

_EMPTY = {
    "jumlah",
    "total",
    "semua",
    "seluruh",
    "keseluruhan",
    "yang",
    "dalam",
    "satu",
    "tahun",
    "pada",
    "di",
    "x",
    "dan",
    "persen",
    "kali",
    "dibagi",
}
_FRACTION = re.compile(r"\(([^()]{8,})\)\s*[/:÷]\s*\(([^()]{8,})\)")
_STACKED = re.compile(r"^(.{8,}?)\s*[x×X]\s*100\s*%?\s+(.{8,})$", re.S)
_BRACKET = re.compile(r"^([^()]{8,})\(([^()]{8,})\)")
_TERM = re.compile(r"[∑∆Σ]\s*[^:]{0,80}:\s*([^∑∆Σ:]{8,})")
_WORD = re.compile(r"[a-z]+")
_LEAST = 3


def check(view: View) -> Iterator[Finding]:
    """One finding for each such formula."""
    seen: set[str] = set()
    for row in view.document.iku:
        text = " ".join((row.formulasi or "").split())
        for upper, lower in _pairs(text):
            if _words(upper) == _words(lower) and len(_words(upper)) >= _LEAST and text not in seen:
                seen.add(text)
                yield RULE.finding(
                    Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="formulasi", raw=upper),
                    Evidence(page=row.page, line=row.line, table=row.table, row=row.row, column="formulasi", raw=lower),
                    printed=upper,
                    label=row.indikator,
                    lower=lower,
                )


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for pattern in (_FRACTION, _STACKED, _BRACKET):
        found = pattern.search(text)
        if found:
            yield found.group(1), found.group(2)
            return
    terms = _TERM.findall(text)
    if len(terms) == 2:
        yield terms[0], terms[1]


def _words(text: str) -> frozenset[str]:
    return frozenset(w for w in _WORD.findall(text.casefold()) if w not in _EMPTY)


RULE = Rule(
    code="E501",
    title_id="Pembilang dan penyebut formula sama",
    title_en="Numerator and denominator of the formula are the same",
    category=Category.FORMULA,
    severity=Severity.WARNING,
    message_id="{place}: formula {label}: pembilang dan penyebut sama ({printed}); hasilnya selalu 100 %",
    message_en="{place}: formula of {label}: numerator and denominator are the same ({printed}); always 100 %",
    check=check,
    legal_basis="PER/20/M.PAN/11/2008 (indikator harus spesifik dan dapat diukur)",
)
