"""The text of one cell to what it says: a number with its unit, a range, a grade, nothing, or plain text.

Everything is decided from the text of the cell and the kind of its column; nothing is corrected.
"""

import re
from decimal import Decimal
from functools import lru_cache

from extractors.amounts import GRADE, NUM, WORD_GRADE, Fields, is_exact, read_amount
from extractors.numerals import Kind, read_numeral
from extractors.tidying import heal, tidy
from schemas.number import Form

_MISSING = re.compile(
    r"""(?ix) (?:rp\.?|idr)? \s* (?: [-.,\s_]* | \(\s*-\s*\) ) \s* %?
    | \#?n\s?[./]\s?a\.? | n\s?a\.? | nihil | nil | null | kosong | t\.?a\.?d\.? | dtt
    | (?:data\s+)? (?:tidak|belum|blm|tdk) \s+ (?:ada|tersedia|diukur|dihitung|dinilai|terukur|rilis|dirilis|keluar
        |terbit|diketahui | dapat\s+di\w+ | bisa\s+di\w+ | ada\s+\w+ ) (?:\s+ (?:data|nilai|hasil|datanya|hasilnya))?
    """
)
_BROKEN = re.compile(r"\(cid:\d+\)|[\ufffd\ue000-\uf8ff]|#{2,}|#(?:DIV/0|REF|VALUE|NAME|NUM)[!?]?", re.I)
_GRADE_CELL = re.compile(
    rf"(?:(?i:kategori|predikat|nilai|opini|grade|peringkat|[≥>]=?)\s*:?\s*)?(?P<grade>{GRADE})(?P<plus>[+-]?)"
    rf"\s*(?:(?:\(|[/:=\s-])\s*(?P<num>{NUM})\s*\)?)?"
)
_TO = r"(?:s\s*[/.]?\s*d\.?|sampai(?:\s+dengan)?|hingga|to|-|~|≤|<=?|≥|>=?)"
_PCT = r"(?:\s*(?:%|persen))?"
_RANGE = re.compile(
    rf"(?:(?:[>≥<≤➤➢=]+|antara|dari)\s*)?(?P<rp>rp\.?\s*)?(?P<a>-?{NUM})(?:,-)?{_PCT}\s*{_TO}\s*"
    rf"[<≤>≥=x\s]*(?:rp\.?\s*)?(?P<b>{NUM})(?:,-)?\s*(?P<unit>[^\d]*)",
    re.I,
)
_LOW = {
    ">", "≥", ">=", "=>", "≥=", "lebih dari", "di atas", "diatas", "minimal", "min", "min.", "minimum",
    "sekurang-kurangnya", "paling sedikit", "paling kurang", "lebih besar dari",
}  # fmt: skip
_HIGH = {
    "<", "≤", "<=", "=<", "≤=", "kurang dari", "di bawah", "dibawah", "maksimal", "maks", "maks.", "max", "max.",
    "maksimum", "paling banyak", "paling tinggi", "paling lama", "lebih kecil dari",
}  # fmt: skip
_BOUND = re.compile(
    "(?P<op>" + "|".join(sorted(map(re.escape, _LOW | _HIGH), key=len, reverse=True)) + r")\s*(?P<rest>\S.*)", re.I
)
_ABOUT = re.compile(r"(?:±|\+/-|~|kurang lebih|lebih kurang|lk\.?|sekitar|hampir)\s*", re.I)
_BULLET = re.compile(
    r"\A(?:(?:[•·▪◦●○■□✓✔➤➢❖*o]|[a-z][.)]|\d{1,2}\))\s+(?=[-\d])|\d{1,2}\.\s+(?=\d{1,3}\s+[A-Za-z]))", re.I
)
_PREFIX = re.compile(r"(?:[^\W\d_]|[&/.,:()\-\s])+?[\s:=]+(?=[-(]?\s*(?:rp\.?\s*)?\d)", re.I)
_NAMED = re.compile(
    r"(?:level|peringkat|kategori|skor|nilai|indeks|sebesar|sebanyak|tercapai|kelas|tipe|ranking|rangking|rata-rata|"
    r"angka|senilai|poin|jumlah|total|rerata|mencapai|naik|turun|urutan|ke)\b\s*:?\s*(?:-\s*)?", re.I
)  # fmt: skip
_LETTERS = re.compile(
    r"(?:rp\.?\s*)?((?:\d|[oil](?=[\doil]*[.,]?\d))(?:[\do]|[.,](?=[\do])|[ils](?=[.,]?\d))*+)(?:[.,]-)?(?=$|[\s%])",
    re.I,
)
_CONFUSED = str.maketrans("OoIilLSs", "00111155")
_SPACED_GROUPS = re.compile(r"(?:rp\.?\s*)?(\d{1,3}(?: \d{3}){2,})(?:,(\d{1,2})|,-)?", re.I)
_PLAIN = re.compile(r"([\d.,]*\d)( ?%)?")
_DIGIT = re.compile("[0-9]")
_LONGEST = 400

_NOTHING = Fields(Form.MISSING)
_TEXT = Fields(Form.TEXT)


def _about(text: str, kind: Kind | None) -> Fields | None:
    """One number, which a word or sign may call approximate."""
    about = _ABOUT.match(text)
    found = read_amount(text[about.end() :] if about else text, kind)
    return found._replace(exact=False) if about and found else found


def _range(text: str, kind: Kind | None) -> Fields | None:
    match = _RANGE.fullmatch(text)
    if not match:
        return None
    unit = match["unit"].strip(" .,:;()")
    if "%" in text or "persen" in text.lower():
        unit = "%"
    elif match["rp"]:
        unit = "Rp"
    hint: Kind | None = "percent" if unit == "%" else "money" if unit == "Rp" else kind
    a, b = read_numeral(match["a"].lstrip("-"), hint), read_numeral(match["b"], hint)
    if a is None or b is None or a.value is None or b.value is None or len(unit) > 48:
        return None
    low, high = sorted((-a.value if match["a"].startswith("-") else a.value, b.value))
    return Fields(Form.RANGE, None, max(a.decimals, b.decimals), unit or None, low=low, high=high)


def _bound(text: str, kind: Kind | None) -> Fields | None:
    match = _BOUND.fullmatch(text)
    inner = read_amount(match["rest"], kind) if match else None
    if match is None or inner is None or inner.value is None:
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
    return Fields(Form.GRADE, grade=text) if WORD_GRADE.fullmatch(text) else None


def _with_letters(text: str, kind: Kind | None) -> Fields | None:
    """Letters that stand where digits belong (``1O0``): malformed, the digits they resemble are a proposal."""
    match = _LETTERS.match(text)
    if not match or not any(c.isalpha() for c in match[1]):
        return None
    number = read_numeral(match[1].translate(_CONFUSED), kind)
    if number is None or number.code:
        return None
    candidates = (number.value, *number.alternatives) if number.value is not None else number.candidates
    return Fields(Form.MALFORMED, None, number.decimals, candidates=candidates)


def _spaced(text: str, kind: Kind | None) -> Fields | None:
    """Groups of three divided by spaces alone: an amount among amounts, elsewhere one number or several."""
    match = _SPACED_GROUPS.fullmatch(text)
    if not match:
        return None
    digits = match[1].replace(" ", "") + (f".{match[2]}" if match[2] else "")
    if kind == "money" or text[:1] in "Rr":
        return Fields(Form.NUMBER, Decimal(digits), len(match[2] or ""), "Rp" if text[:1] in "Rr" else None, exact=True)
    return Fields(Form.MALFORMED, None, len(match[2] or ""), candidates=(Decimal(digits),))


def _named(text: str, kind: Kind | None) -> Fields | None:
    """A word that names the value before it (``Level 3``), or a short text that ends in a percentage."""
    prefix = _NAMED.match(text) or (_PREFIX.match(text) if len(text) <= 60 and text.endswith("%") else None)
    return _about(text[prefix.end() :], kind) if prefix else None


def _plain(raw: str, kind: Kind | None) -> Fields | None:
    """The commonest cells, digits and separators alone, on a short way."""
    match = _PLAIN.fullmatch(raw)
    if not match:
        return None
    unit = "%" if match[2] else None
    number = read_numeral(match[1], "percent" if unit else kind)
    if number is None or number.value is None or number.code:
        return None
    exact = is_exact(kind, number, unit)
    return Fields(Form.NUMBER, number.value, number.decimals, unit, exact, alternatives=number.alternatives)


_WAYS = (_with_letters, _about, _bound, _range, _graded, _spaced, _named)


@lru_cache(maxsize=65536)
def understand(raw: str, kind: Kind | None = None) -> Fields:
    """What the raw text of one cell says in a column of the given kind."""
    found = _plain(raw, kind)
    if found is not None:
        return found
    if len(raw) > _LONGEST:
        return _TEXT if raw.strip() else _NOTHING
    text = tidy(raw)
    if len(text) < 60 and _BROKEN.search(text):
        return Fields(Form.UNREADABLE)
    if _MISSING.fullmatch(text):
        return _NOTHING._replace(unit="Rp") if text[:2].lower() == "rp" else _NOTHING
    if not _DIGIT.search(text):
        return (_graded(text, kind) if len(text) < 40 else None) or _TEXT
    text = heal(_BULLET.sub("", text, count=1), kind)
    for way in _WAYS:
        found = way(text, kind)
        if found is not None:
            return found
    return _TEXT
