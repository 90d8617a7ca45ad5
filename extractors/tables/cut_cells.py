"""Numbers that a page break cut: word processors let a row run over to the next page, and its amounts with it.

"12.345.600.000,0" ends one page and "0" begins the next; "Rp." stands above "1.234.500.000,-", "2.1." above "1". Such
a pair proves that both rows are one, as no column that prints a whole number of its own can.
"""

import re

from extractors.tables.cells import VALUES, has_digit, is_code, is_ordinal, mend, plain, shape

_OPEN_NUMBER = re.compile(r"(?:[\dX]{1,2}\.){2,}$|(?:[\dX]{1,2}\.)+0\d\.(?:\d{1,2}\.)*\d$")
_LEVEL = re.compile(r"\d{1,2}\.$")
_LEVELS = re.compile(r"\d{1,2}(?:\.\d{1,2})+$")
_POINT_END = re.compile(r"\.\d{1,2}(?:\.\d{1,2})*\.?")
_NUMBER_END = re.compile(r"\d{1,4}(?:\.\d{1,4})*$")
_AMOUNT = re.compile(r"(?:Rp\.?\s*)?\d{1,3}(?:[.,]\d{3})+(?:[.,](?:\d{1,2}|-+))?", re.IGNORECASE)
_CURRENCY = re.compile(r"R|Rp\.?", re.IGNORECASE)
_CURRENCY_END = re.compile(r"p\.?|(?:Rp\.?\s*)?\d.*")
_SIGN = re.compile(r"%|,?-+|,?00")
_RATIO = re.compile(r"\d{1,3},\d$")
_RATIO_END = re.compile(r"\d\s*%?$")
_FEW = 3  # values of the upper part for each of the lower one when only a ratio was cut


def cut_text(upper: str, lower: str) -> str | None:
    """The two parts of a cut number as one, or None when they do not prove to be parts of one."""
    one, other = upper.rstrip(), lower.strip()
    last = one.rpartition("\n")[2].strip()
    if _OPEN_NUMBER.fullmatch(last) and _NUMBER_END.fullmatch(other):
        whole = f"{last}{other}"
        return f"{one}{other}" if is_ordinal(whole) or is_code(whole) else None
    if _LEVEL.fullmatch(last) and _LEVELS.fullmatch(other):
        return f"{one}{other}"
    if _POINT_END.fullmatch(other) and is_ordinal(last):
        return f"{one}{other}"
    if has_digit(last) and has_digit(other):
        whole = mend(f"{last}\n{other}")
        return one[: len(one) - len(last)] + whole if _AMOUNT.fullmatch(whole) else None
    if _CURRENCY.fullmatch(last) and _CURRENCY_END.fullmatch(other):
        return f"{one}{other}" if other[0] == "p" else f"{one} {other}"
    return None


def is_cut(upper: dict[int, str], lower: dict[int, str], kinds: list[str]) -> bool:
    """Whether a row is the lower part of the one above: a number goes on in it, and no column has two whole ones.

    Args:
        upper: texts of the row that ends a page, by column.
        lower: texts of the row that begins the next one.
        kinds: a letter per column (m money, v values, o ordinals, t text, ? unknown).
    """
    proofs = ratios = 0
    for c, text in lower.items():
        above = upper.get(c, "")
        if kinds[c] not in "mvo" and not _CURRENCY.fullmatch(plain(above)):
            continue
        if _LEVEL.fullmatch(above.strip()) and _LEVELS.fullmatch(text):
            continue  # "1." and "1.2" may be two rows as well
        if cut_text(above, text) is not None:
            proofs += 1
        elif _RATIO.search(above) and _RATIO_END.fullmatch(text):
            ratios += 1
        elif not ((_SIGN.fullmatch(text) or not has_digit(text)) and has_digit(above)):
            return False
    if proofs:
        return True
    valued = sum(1 for c, text in upper.items() if kinds[c] in "mv" and shape(text) in VALUES)
    return 0 < ratios * _FEW <= valued


def ratio_text(upper: str, lower: str) -> str | None:
    """The two parts of a ratio cut inside its decimals as one."""
    return f"{upper.rstrip()}{lower.strip()}" if _RATIO.search(upper) and _RATIO_END.fullmatch(lower.strip()) else None
