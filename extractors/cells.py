"""The text of one cell to what it says: a number with its unit, a range, a grade, nothing, or plain text.

Everything is decided from the text of the cell and the kind of its column; nothing is corrected.
"""

import html
import re
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

from extractors.numerals import Kind, Numeral, read_numeral
from schemas.number import Form

NUM = r"\d[\d.,]*+"
MULTIPLIERS = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "milliar": 9, "triliun": 12,
               "trilyun": 12, "triliyun": 12}  # fmt: skip

_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—―−﹣－", "-") | dict.fromkeys("\u00a0\u2007\u2009\u202f\t\r\n\f\v", " "))
_INVISIBLE = re.compile("[\u200b-\u200f\u2060\ufeff\u00ad]")
_LATEX = {"\\geqslant": "≥", "\\leqslant": "≤", "\\geq": "≥", "\\leq": "≤", "\\ge": "≥", "\\le": "≤", "\\pm": "±",
          "\\%": "%", "\\sim": "±"}  # fmt: skip
_SUP = re.compile(r"([A-Za-z]?)<sup>([^<]*)</sup>", re.I)
_TAG = re.compile(r"</?[A-Za-z][^<>]*>")
_FOOTNOTE = re.compile(r"(?<=[\d%)\-])\s*(?:\*+\)*|(?<=[\s%])\d\)|[¹²³⁴⁵⁶⁷⁸⁹]+\)?)$")
_STARS = re.compile(r"\s*\*+\)+")
_MISSING = re.compile(
    r"""(?ix) (?:rp\.?|idr)? \s* (?: [-.,=\s_/%]* | [-.,\s()]*%? )
    | \#?n\s?[./]\s?a\.? | n\s?a\.? | nihil | nil | null | kosong | t\.?a\.?d\.? | dtt
    | (?:data\s+)? (?:tidak|belum|blm|tdk) \s+ (?:ada|tersedia|diukur|dihitung|dinilai|terukur|rilis|dirilis|keluar
        |terbit|diketahui | dapat\s+di\w+ | bisa\s+di\w+ | ada\s+\w+ ) (?:\s+ (?:data|nilai|hasil|datanya|hasilnya))?
    """
)
_BROKEN = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff]|#{2,}|#(?:DIV/0|REF|VALUE|NAME|NUM)[!?]?", re.I)
GRADE = r"(?:AA|BB|CC|A|B|C|D|E|WTP|WDP|TMP|WTP[- ]DPP)"
_PREDICATE = (
    r"(?:sangat|cukup|kurang|tidak|agak|amat)?\s*(?:baik|memuaskan|tinggi|rendah|sedang|berhasil|cukup|kurang|"
    r"memadai|buruk|efisien|efektif|tercapai|optimal)(?:\s+sekali|\s+baik)?"
)
_GRADE_CELL = re.compile(
    rf"(?:(?P<lead>kategori|predikat|nilai|opini|grade|peringkat|[≥>]=?)\s*:?\s*)?(?P<grade>{GRADE})(?P<plus>[+-]?)"
    rf"\s*(?:(?:\(|[/:=\s-])\s*(?P<num>{NUM})\s*\)?)?",
)
_WORD_GRADE = re.compile(_PREDICATE, re.I)
_TO = r"(?:s\s*[/.]?\s*d\.?|sampai(?:\s+dengan)?|hingga|to|-|~|≤|<=?|≥|>=?)"
_PCT = r"(?:\s*(?:%|persen))?"
_RANGE = re.compile(
    rf"(?:(?:[>≥<≤➤➢=]+|antara|dari)\s*)?(?P<a>-?{NUM}){_PCT}\s*{_TO}\s*(?:[<≤>≥=x\s]*?)(?P<b>{NUM})\s*(?P<unit>[^\d]*)",
    re.I,
)
_LOW = {">", "≥", ">=", "=>", "≥=", "lebih dari", "di atas", "diatas", "minimal", "min", "min.", "minimum",
        "sekurang-kurangnya", "paling sedikit", "paling kurang", "kurang dari atau", "lebih besar dari"}  # fmt: skip
_HIGH = {"<", "≤", "<=", "=<", "≤=", "kurang dari", "di bawah", "dibawah", "maksimal", "maks", "maks.", "max", "max.",
         "maksimum", "paling banyak", "paling tinggi", "paling lama", "lebih kecil dari"}  # fmt: skip
_BOUND = re.compile(
    "(?P<op>" + "|".join(sorted(map(re.escape, _LOW | _HIGH), key=len, reverse=True)) + r")\s*(?P<rest>\S.*)", re.I
)
_ABOUT = re.compile(r"(?:±|\+/-|~|kurang lebih|lebih kurang|lk\.?|sekitar|hampir)\s*", re.I)
_BULLET = re.compile(
    r"\A(?:(?:[•·▪◦●○■□✓✔➤➢❖*o]|[a-z][.)]|\d{1,2}\))\s+(?=[-\d])|\d{1,2}\.\s+(?=\d{1,3}\s+[A-Za-z]))", re.I
)
_AMOUNT = re.compile(
    r"(?P<open>\(\s*)?(?P<rp>(?:rp\.?|idr)\s*:?\s*)?(?P<inner>\(\s*)?(?P<sign>[-+](?P<gap>\s*))?"
    r"(?P<late>(?:rp\.?|idr)\s*)?(?P<num>[\d.,]*\d)(?P<tail>\s*[.,]?\s*[-=]+(?!\s*\d)|\s*[.,](?=\s|$|\)))?\s*"
    r"(?P<pct>%|‰|persen\b|prosen\b|percent\b)?(?P<close>\s*\))*\s*(?P<rest>.*)",
    re.I | re.S,
)
_GLOSS = re.compile(r"\(\s*(?P<in>[^()]*)\)?")
_UNIT = re.compile(r"(?:[^\W\d_]|[/.&%°'\"\-\s,²³()])+(?:[23](?=[\s/)]|$))?[^\d]*")
_PREFIX = re.compile(r"(?:[^\W\d_]|[&/.,:()\-\s])+?[\s:=]+(?=[-(]?\s*(?:rp\.?\s*)?\d)", re.I)
_SCORE_WORDS = re.compile(
    r"(?:level|peringkat|kategori|skor|nilai|indeks|sebesar|sebanyak|tercapai|kelas|tipe|ranking|rangking|rata-rata|"
    r"angka|senilai|poin|jumlah|total|rerata|mencapai|naik|turun|urutan|ke)\b\s*:?\s*(?:-\s*)?", re.I
)  # fmt: skip
_MEASURED = re.compile(
    r"(?:%|‰|persen|indeks|index|nilai|poin|point|skor|skala|km|m|ha|hektar|ton|kg|kw|kuintal|liter|l|m[23²³]|"
    r"km[2²]|jam|menit|detik|derajat|rasio|angka|kkal|gram|gr|mw|kwh|ribu|juta|miliar|milyar|triliun)\b", re.I
)  # fmt: skip
_LETTERS = re.compile(
    r"(?:rp\.?\s*)?((?:\d|[oil](?=[\doil]*[.,]?\d))(?:[\do]|[.,](?=[\do])|[ils](?=[.,]?\d))*+)(?:[.,]-)?(?=$|[\s%])",
    re.I,
)
_CONFUSED = str.maketrans("OoIilLSs", "00111155")


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


_NOTHING = Fields(Form.MISSING)
_TEXT = Fields(Form.TEXT)


def tidy(raw: str) -> str:
    """The text without markup, footnote marks and typographic variants of space and dash."""
    text = raw
    if "<" in text:
        text = _SUP.sub(lambda m: f"{m[1]}{m[2]}" if m[1] else "", text)
        text = _TAG.sub(" ", text)
    if "&" in text:
        text = html.unescape(text)
    if "\\" in text:
        for name, sign in _LATEX.items():
            text = text.replace(name, sign)
    text = _INVISIBLE.sub("", text.translate(_DASHES))
    if "*" in text or "_" in text or "$" in text:
        text = _STARS.sub("", text).replace("**", "").replace("__", "").replace("$", "")
    text = " ".join(text.split())
    if text and not text[-1].isalnum():
        text = _FOOTNOTE.sub("", text)
    return text.strip()


_SPLIT_MARK = re.compile(r"(?<=\d)\s*([.,])\s+(?=\d)|(?<=\d)\s+([.,])\s*(?=\d)")
_SPLIT_RUN = re.compile(r"\d[\d.,\s]*\d")
_WELL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?|\d{1,3}(?:,\d{3})+(?:\.\d{1,2})?")


def _heal(match: re.Match[str]) -> str:
    """One run of digits that the printer or the PDF broke with spaces, joined when only one reading is well formed."""
    run = match[0]
    if " " not in run:
        return run
    joined = _SPLIT_MARK.sub(lambda m: m[1] or m[2], run)
    if " " not in joined:
        whole = read_numeral(joined)
        return joined if whole is not None and whole.value is not None else run
    head, _, _ = joined.partition(" ")
    bare = joined.replace(" ", "")
    if ("." in head or "," in head) and not _WELL.fullmatch(head) and _WELL.fullmatch(bare):
        return bare
    return run


def _shift(number: Numeral, power: int) -> Numeral:
    """The numeral in a larger unit: ``1,5 miliar`` has its last printed place at a hundred million."""
    if not power or number.value is None:
        return number
    factor = Decimal(10) ** power
    value = number.value * factor
    whole = value.to_integral_value()
    return Numeral(whole if whole == value else value, number.decimals - power, (), (number.value,))


def _is_exact(kind: Kind | None, number: Numeral, unit: str | None, rupiah: bool) -> bool:
    """Money and counts are exact; percentages, indices and whatever prints decimals were measured and rounded."""
    if number.decimals < 0 or (unit and unit in "%‰"):
        return False
    if rupiah or kind == "money":
        return True
    if number.decimals or kind == "percent":
        return False
    if unit:
        return not _MEASURED.match(unit)
    return kind == "count" or (not number.alternatives and (number.value or 0) >= 1000)


def _gloss(rest: str) -> tuple[str, str | None, tuple[Decimal, ...]]:
    """What follows a number in brackets: a grade or predicate, words, or another number."""
    match = _GLOSS.search(rest)
    if not match:
        return rest, None, ()
    inside = match["in"].strip()
    rest = (rest[: match.start()] + " " + rest[match.end() :]).strip()
    if re.fullmatch(GRADE + "[+-]?", inside) or _WORD_GRADE.fullmatch(inside):
        return rest, inside, ()
    other = re.fullmatch(rf"(-?{NUM})\s*\D*", inside)
    number = read_numeral(other[1].lstrip("-")) if other else None
    return rest, None, (number.value,) if number and number.value is not None else ()


def _amount(text: str, kind: Kind | None) -> Fields | None:
    """A cell that begins with a number: sign or brackets, currency, numeral, percent sign, unit, gloss."""
    match = _AMOUNT.fullmatch(text)
    if not match:
        return None
    rupiah = bool(match["rp"] or match["late"])
    percent = match["pct"]
    rest = match["rest"].strip()
    bracket = bool(match["open"] or match["inner"]) and (bool(match["close"]) or ")" in text)
    if (match["open"] or match["inner"]) and not bracket:
        return None
    if match["close"] and not (match["open"] or match["inner"]):
        return None
    tail = (match["tail"] or "").strip()
    if tail[:1] in (".", ",") and tail[-1] in "-=":
        kind = "money"
    number = read_numeral(match["num"], "money" if rupiah else "percent" if percent else kind)
    if number is None or number.code:
        return None
    power = 0
    first = rest.split(" ", 1)[0].lower().rstrip(".,") if rest else ""
    if first in MULTIPLIERS and not percent:
        power = MULTIPLIERS[first]
        rest = rest[len(first) :].strip(" .,")
        again = rest.split(" ", 1)[0].lower()
        if again == "rupiah":
            rupiah, rest = True, rest[6:].strip()
    if rest.lower().startswith("rupiah"):
        rupiah, rest = True, rest[6:].strip(" ,-")
    rest, grade, others = _gloss(rest)
    if any(c.isdigit() for c in rest) and not re.fullmatch(r"\D*[A-Za-z][23](?:\s*/.*)?", rest):
        return None
    if rest and not _UNIT.fullmatch(rest):
        return None
    if rest and re.fullmatch(GRADE, rest) and not grade:
        rest, grade = "", rest
    unit: str | None = "Rp" if rupiah else (percent and ("‰" if percent == "‰" else "%")) or None
    rest = rest.strip(" .,:;-")
    if unit is None:
        unit = rest or None
    if unit and len(unit) > 60:
        return None
    if number.value is None:
        return Fields(Form.MALFORMED, None, number.decimals, unit, _is_exact(kind, number, unit, rupiah), grade=grade,
                      candidates=number.candidates)  # fmt: skip
    number = _shift(number, power)
    value, alternatives = number.value or Decimal(0), number.alternatives + others
    counted = unit is not None and unit not in ("%", "‰", "Rp")
    if bracket or (match["sign"] or "").startswith("-"):
        spaced = bool(match["gap"]) and not bracket
        bullet = spaced and (counted or (kind in (None, "count") and not number.decimals and unit is None))
        if bullet and not counted:
            alternatives += (-value,)
        elif not bullet:
            if spaced or counted or (bracket and len(match["num"]) < 3):
                alternatives += (value,)
            value, alternatives = -value, tuple(-a if a != value else a for a in alternatives)
    if tail in ("-", "--") and not rupiah and kind != "money" and value > 0:
        alternatives += (-value,)
    return Fields(Form.NUMBER, value, number.decimals, unit, _is_exact(kind, number, unit, rupiah), grade=grade,
                  alternatives=alternatives)  # fmt: skip


def _range(text: str, kind: Kind | None) -> Fields | None:
    match = _RANGE.fullmatch(text)
    if not match:
        return None
    unit = match["unit"].strip(" .,:;()")
    if "%" in text or "persen" in text.lower():
        unit = "%"
    hint: Kind | None = "percent" if unit == "%" else kind
    a, b = read_numeral(match["a"].lstrip("-"), hint), read_numeral(match["b"], hint)
    if a is None or b is None or a.value is None or b.value is None or len(unit) > 60:
        return None
    low, high = sorted((-a.value if match["a"].startswith("-") else a.value, b.value))
    return Fields(Form.RANGE, None, max(a.decimals, b.decimals), unit or None, low=low, high=high)


def _bound(text: str, kind: Kind | None) -> Fields | None:
    match = _BOUND.fullmatch(text)
    if not match:
        return None
    inner = _amount(match["rest"], kind)
    if inner is None or inner.value is None:
        return None
    if match["op"].lower() in _LOW:
        return inner._replace(form=Form.BOUND, low=inner.value)
    return inner._replace(form=Form.BOUND, high=inner.value)


def _graded(text: str, kind: Kind | None) -> Fields | None:
    match = _GRADE_CELL.fullmatch(text)
    if match:
        number = read_numeral(match["num"], "measure") if match["num"] else None
        grade = match["grade"] + match["plus"]
        if number is None or number.value is None:
            return None if match["num"] else Fields(Form.GRADE, grade=grade)
        return Fields(Form.GRADE, number.value, number.decimals, grade=grade, alternatives=number.alternatives)
    if _WORD_GRADE.fullmatch(text):
        return Fields(Form.GRADE, grade=text)
    return None


def _with_letters(text: str, kind: Kind | None) -> Fields | None:
    """Letters that stand where digits belong (``1O0``): malformed, the digits they resemble are a proposal."""
    match = _LETTERS.match(text)
    if not match or (match[1].isascii() and not any(c.isalpha() for c in match[1])):
        return None
    number = read_numeral(match[1].translate(_CONFUSED), kind)
    if number is None or number.code:
        return None
    candidates = (number.value, *number.alternatives) if number.value is not None else number.candidates
    return Fields(Form.MALFORMED, None, number.decimals, candidates=candidates)


_SPACED_GROUPS = re.compile(r"(?:rp\.?\s*)?(\d{1,3}(?:[ .,]\d{3}){2,})(?:,(\d{1,2})|,-)?", re.I)


def _plain(text: str, kind: Kind | None) -> Fields | None:
    about = _ABOUT.match(text)
    body = text[about.end() :] if about else text
    found = _amount(body, kind)
    if found is None:
        return None
    return found._replace(exact=False) if about else found


@lru_cache(maxsize=65536)
def understand(raw: str, kind: Kind | None = None) -> Fields:
    """What the raw text of one cell says in a column of the given kind."""
    if len(raw) > 400:
        return _TEXT if raw.strip() else _NOTHING
    text = tidy(raw)
    if _BROKEN.search(text) and len(text) < 60:
        return Fields(Form.UNREADABLE)
    if _MISSING.fullmatch(text):
        return _NOTHING
    if not any(c.isdecimal() for c in text):
        return _graded(text, kind) or _TEXT
    text = _SPLIT_RUN.sub(_heal, _BULLET.sub("", text, count=1))
    for reading in (_with_letters, _plain, _bound, _range, _graded):
        found = reading(text, kind)
        if found is not None:
            return found
    spaced = _SPACED_GROUPS.fullmatch(text)
    if spaced:
        digits = re.sub(r"\D", "", spaced[1]) + (f".{spaced[2]}" if spaced[2] else "")
        return Fields(Form.MALFORMED, None, len(spaced[2] or ""), candidates=(Decimal(digits),))
    prefix = _SCORE_WORDS.match(text) or (_PREFIX.match(text) if len(text) <= 60 and text.endswith("%") else None)
    if prefix:
        inner = _plain(text[prefix.end() :], kind)
        if inner is not None:
            return inner
    return _TEXT
