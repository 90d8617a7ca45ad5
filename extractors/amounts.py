"""A cell that begins with one number: sign or brackets, currency, numeral, percent sign, multiplier, unit, gloss."""

import re
from decimal import Decimal
from typing import NamedTuple

from extractors.numerals import Kind, Numeral, read_numeral
from extractors.terbilang import parse_terbilang
from schemas.number import Form

NUM = r"\d(?:[\d.,]*\d)?+"
MULTIPLIERS = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "milliar": 9, "triliun": 12, "trilyun": 12,
    "triliyun": 12,
}  # fmt: skip
GRADE = r"(?:AA|BB|CC|A|B|C|D|E|WTP|WDP|TMP|WTP[- ]DPP)"
WORD_GRADE = re.compile(
    r"(?:sangat|cukup|kurang|tidak|agak|amat)?\s*(?:baik|memuaskan|tinggi|rendah|sedang|berhasil|cukup|kurang|memadai|"
    r"buruk|efisien|efektif|tercapai|optimal)(?:\s+sekali|\s+baik)?",
    re.I,
)
_AMOUNT = re.compile(
    r"(?P<open>\(\s*)?(?P<rp>(?:rp\.?|idr)\s*:?\s*)?(?P<inner>\(\s*)?(?P<sign>[-+](?P<gap>\s*))?"
    r"(?P<late>(?:rp\.?|idr)\s*)?(?P<num>[\d.,]*\d)(?P<tail>\s*[.,]?\s*[-=]+(?!\s*\d)|\s*[.,](?=\s|$|\)))?\s*"
    r"(?P<pct>%|‰|persen\b|prosen\b|percent\b)?(?P<close>\s*\))*\s*(?P<rest>.*)",
    re.I | re.S,
)
_GLOSS = re.compile(r"\(\s*(?P<in>[^()]*)\)?")
_UNIT = re.compile(
    r"[^\W\d_][^\d]*(?<=[A-Za-z])[23](?:\s*/[^\d]*)?|[^\W\d_][^\d]*|[°'\"/&(-]\s*[^\W\d_][^\d]*|[.,:;\s-]*"
)
_RATE = re.compile(r"(?:/|per)\s*1[.,]?0{2,3}(?:[.,]000)*\s*[^\d]*")
_OTHER = re.compile(rf"(-?)({NUM})\s*\D*")
_NUMBERED = re.compile(r"\d{1,2}(?:\.\d{1,2})*\.\s+[^\W\d_]|\d{1,2}(?:\.\d{1,2})+\.$|\d{1,2}\.\d\s+[A-Z][a-z]+\s+[A-Z]")
_MEASURED = re.compile(
    r"(?:%|‰|persen|indeks|index|nilai|poin|point|skor|skala|km|m|ha|hektar|ton|kg|kw|kuintal|liter|l|m[23²³]|"
    r"km[2²]|jam|menit|detik|derajat|rasio|angka|kkal|gram|gr|mw|kwh|ribu|juta|miliar|milyar|triliun)\b|/|per\b", re.I
)  # fmt: skip
_UNIT_LETTERS, _UNIT_WORDS = 48, 5  # a longer text after a number is a sentence


class Fields(NamedTuple):
    """What a cell says, without its place."""

    form: Form
    value: Decimal | None = None
    decimals: int = 0
    unit: str | None = None
    exact: bool = False
    low: Decimal | None = None
    high: Decimal | None = None
    grade: str | None = None
    candidates: tuple[Decimal, ...] = ()
    alternatives: tuple[Decimal, ...] = ()


def is_exact(kind: Kind | None, number: Numeral, unit: str | None) -> bool:
    """Money and counts are exact; percentages, indices and whatever prints decimals were measured and rounded.

    Without unit or kind, only what is too large for an index or a percentage is taken for a count.
    """
    if number.decimals < 0 or (unit and unit in "%‰"):
        return False
    if unit == "Rp" or kind == "money":
        return True
    value = number.value or Decimal(0)
    if kind == "percent" or (number.decimals and (kind or not number.grouped or value % 1)):
        return False
    if unit:
        return not _MEASURED.match(unit)
    return kind == "count" or (not number.alternatives and value >= 1000)


def _shift(number: Numeral, power: int) -> Numeral:
    """The numeral in a larger unit: ``1,5 miliar`` has its last printed place at a hundred million."""
    if not power or number.value is None:
        return number
    value = number.value * Decimal(10) ** power
    whole = value.to_integral_value()
    return Numeral(whole if whole == value else value, number.decimals - power, (), (number.value,))


def _scaled(rest: str) -> tuple[str, int, bool]:
    """What follows the multiplier and the word rupiah, the power of ten, and whether it is money."""
    word, _, after = rest.partition(" ")
    power = MULTIPLIERS.get(word.lower().rstrip(".,"), 0)
    if power:
        rest = after.strip()
    if rest[:6].lower() == "rupiah":
        return rest[6:].strip(" ,-"), power, True
    return rest, power, False


class _Rest(NamedTuple):
    """What follows a number once the brackets are understood. ``spoken``: the brackets say the number in words."""

    text: str = ""
    grade: str | None = None
    others: tuple[Decimal, ...] = ()
    spoken: bool = False


def _gloss(rest: str) -> _Rest:
    """What follows a number in brackets: a grade or predicate, words, or another number."""
    if not rest or _RATE.fullmatch(rest):
        return _Rest(rest)
    match = _GLOSS.search(rest)
    if not match:
        if re.fullmatch(GRADE, rest) or (rest and WORD_GRADE.fullmatch(rest)):
            return _Rest("", rest)
        return _Rest(rest)
    inside = match["in"].strip()
    rest = (rest[: match.start()] + " " + rest[match.end() :]).strip()
    if re.fullmatch(GRADE + "[+-]?", inside) or WORD_GRADE.fullmatch(inside):
        return _Rest(rest, inside)
    other = _OTHER.fullmatch(inside)
    number = read_numeral(other[2]) if other else None
    if number is None or number.value is None or other is None:
        return _Rest(rest, spoken=parse_terbilang(inside) is not None)
    return _Rest(rest, others=(-number.value if other[1] else number.value,))


def _signed(
    match: re.Match[str], value: Decimal, others: tuple[Decimal, ...], kind: Kind | None, unit: str | None, whole: bool
) -> tuple[Decimal, tuple[Decimal, ...]]:
    """The value with its sign and the readings beside it.

    A dash with a space before a thing counted is a bullet; brackets around an amount are a minus, around a thing
    counted they are none.
    """
    counted = unit is not None and unit not in ("%", "‰", "Rp")
    bracket = bool(match["open"] or match["inner"])
    if bracket and counted:
        return value, others
    if bracket or (match["sign"] or "").startswith("-"):
        spaced = bool(match["gap"]) and not bracket
        if spaced and counted:
            return value, others
        if spaced and kind in (None, "count") and whole and unit is None:
            return value, (*others, -value)
        doubtful = spaced or counted or (bracket and len(match["num"]) < 3)
        return -value, (*(-other for other in others), *((value,) if doubtful else ()))
    tail = (match["tail"] or "").strip()
    if tail in ("-", "--") and unit != "Rp" and kind != "money" and value > 0:
        return value, (*others, -value)
    return value, others


def read_amount(text: str, kind: Kind | None) -> Fields | None:
    """The cell as one number with what stands around it, None when it is anything else. ``text`` is tidy."""
    match = _AMOUNT.fullmatch(text)
    if not match or _NUMBERED.match(text):
        return None
    bracket = bool(match["open"] or match["inner"])
    if bracket != bool(match["close"]) and not (bracket and ")" in text):
        return None
    rupiah = bool(match["rp"] or match["late"])
    if rupiah and not match["num"].strip("0.,") and "000" in match["num"][:4]:
        return None  # "(Rp. 000)" tells the scale of a column
    percent = match["pct"]
    tail = (match["tail"] or "").strip()
    if tail[:1] in (".", ",") and tail[-1] in "-=":
        kind = "money"
    number = read_numeral(match["num"], "money" if rupiah else "percent" if percent else kind)
    if number is None or number.code:
        return None
    rest, power, named = _scaled(match["rest"].strip()) if not percent else (match["rest"].strip(), 0, False)
    rest, grade, others, spoken = _gloss(rest)
    if not _UNIT.fullmatch(rest) and not _RATE.fullmatch(rest):
        return None
    rest = rest.strip(" .,:;-")
    if bracket and not match["close"]:
        rest = rest.removesuffix(")").strip()
    if len(rest) > _UNIT_LETTERS or rest.count(" ") >= _UNIT_WORDS:
        return None
    unit = "Rp" if rupiah or named else "‰" if percent == "‰" else "%" if percent else rest or None
    if kind in (None, "measure") and (spoken or (rest and unit == rest and not _MEASURED.match(rest))):
        kind = "count"
        number = read_numeral(match["num"], kind) or number
    exact = is_exact(kind, number, unit)
    if number.value is None:
        return Fields(Form.MALFORMED, None, number.decimals, unit, exact, grade=grade, candidates=number.candidates)
    number = _shift(number, power)
    value, alternatives = _signed(
        match, number.value or Decimal(0), number.alternatives + others, kind, unit, not number.decimals
    )
    exact = is_exact(kind, number, unit)
    return Fields(Form.NUMBER, value, number.decimals, unit, exact, grade=grade, alternatives=alternatives)
