"""Months, quarters and semesters that the labels over columns name.

Agencies print them in one cell ("Triwulan II", "s.d. Juni", "TW-3"), or the unit above and the count below
("Realisasi pada Triwulan" over "I", "II", "III", "IV"), or only "bulan lalu", "bulan ini" and "s.d. bulan ini".
"""

import re
from collections.abc import Sequence
from functools import lru_cache

from extractors.tables.cells import plain
from schemas.table import Period, Unit

_MONTHS = (
    "januari|jan",
    "februari|pebruari|feb|peb",
    "maret|mar",
    "april|apr",
    "mei",
    "juni|jun",
    "juli|jul",
    "agustus|agt|ags|agust|agu|aug",
    "september|sept|sep",
    "oktober|okt|oct",
    "november|nopember|nov|nop",
    "desember|des|dec",
)
_MONTH_AT = {name: n for n, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_MONTH = rf"(?P<month>{'|'.join(sorted(_MONTH_AT, key=len, reverse=True))})\b\.?"
_UNITS = {"s": Unit.SEMESTER, "b": Unit.BULAN, "t": Unit.TRIWULAN}  # by the first letter of its word
_UNIT = r"(?P<unit>tri\s*wulan|trw|twl|tw|semester|smt|sem|bulan|bln)\b\.?"
_COUNTS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4}
_COUNT = r"(?:ke\s*[-.]?\s*)?(?P<count>iii|ii|iv|i|pertama|kedua|ketiga|keempat|1[0-2]|[1-9])"
_TO = r"(?:s\s*/\s*d\b\.?|s\.\s*d\b\.?|sd\b\.?|sampai(?:\s+dengan)?|hingga)"
_RANGE = re.compile(rf"(?:\b{_COUNT}\s*(?:-|–|—|{_TO}|dan|&)\s*)(?:{_UNIT}\s*)?(?P<last>iv|iii|ii|i|[1-4])\b", re.I)
_NAMED = re.compile(rf"\b{_UNIT}\s*[-:.(]?\s*{_COUNT}\b", re.IGNORECASE)
_BARE = re.compile(rf"\b{_UNIT}", re.IGNORECASE)
_ONLY_COUNT = re.compile(rf"[\s(]*{_COUNT}[\s).]*", re.IGNORECASE)
_ONLY_MONTH = re.compile(rf"[\s(]*(?:bulan\s+)?{_MONTH}\s*[-'’]?\s*(?:\d\d|\d{{4}})?[\s)]*", re.IGNORECASE)
_CODED_MONTH = re.compile(r"b\s*[-.]?\s*(?P<number>0[1-9]|1[0-2])")  # "B03", "B06" of an action plan
_ALONE = re.compile(rf"^(?:{_ONLY_MONTH.pattern}|{_CODED_MONTH.pattern})$", re.IGNORECASE)
_UP_TO_MONTH = re.compile(rf"{_TO}\s*(?:akhir\s+|bulan\s+|tanggal\s+)*(?:\d{{1,2}}\s+)?{_MONTH}", re.IGNORECASE)
_TO_DATE = re.compile(
    rf"(?<!\w){_TO}(?!\s*(?:tahun|thn|th)?\.?\s*(?:\(?n\b|lalu|19|20|sebelum|ini|akhir|renstra))|kumulatif|akumulasi",
    re.I,
)
_RELATIVE = re.compile(
    r"\b(?P<unit>tri\s*wulan|tw|semester|bulan|periode)\s+(?P<which>ini|berjalan|lalu|sebelumnya)\b", re.I
)
_LEAST_MONTHS = 3


def periods(paths: Sequence[tuple[str, ...]]) -> list[Period | None]:
    """The period of each column from its labels, upper ones first; None where it names none.

    Months that stand alone count only where the table has three or more of them: "Maret 2016" and "September 2016"
    beside each other are dates of surveys.
    """
    found = [_of_path(path) for path in paths]
    months = {p.order for p in found if p is not None and p.unit is Unit.BULAN and not p.to_date}
    alone = len(months) < _LEAST_MONTHS
    return [
        None if p is not None and alone and p.unit is Unit.BULAN and not p.to_date and not _says_unit(path) else p
        for p, path in zip(found, paths, strict=True)
    ]


def names_period(text: str) -> bool:
    """True when a label names one month, quarter or semester."""
    return _of_path((text,)) is not None


def _says_unit(path: tuple[str, ...]) -> bool:
    return any(_BARE.search(plain(text)) for text in path)


@lru_cache(maxsize=4096)
def _of_path(path: tuple[str, ...]) -> Period | None:
    texts = [plain(text).lower() for text in path]
    whole = " ".join(texts)
    if not _BARE.search(whole) and not any(p.search(t) for t in texts for p in (_UP_TO_MONTH, _ALONE)):
        return _relative(whole)
    ranges = [m for m in (_RANGE.search(text) for text in texts) if m]
    bare = [_RANGE.sub(" ", text) for text in texts]
    to_date = any(_TO_DATE.search(text) for text in bare)
    unit = next((_unit(m.group("unit")) for text in texts if (m := _BARE.search(text))), None)
    for text in reversed(bare):
        if match := _NAMED.search(text):
            return _period(_unit(match.group("unit")), match.group("count"), to_date)
        if match := _UP_TO_MONTH.search(text):
            return Period(unit=Unit.BULAN, order=_MONTH_AT[match.group("month").lower()], to_date=True)
        if match := _CODED_MONTH.fullmatch(text):
            return Period(unit=Unit.BULAN, order=int(match.group("number")), to_date=to_date)
        if match := _ONLY_MONTH.fullmatch(text):
            return Period(unit=Unit.BULAN, order=_MONTH_AT[match.group("month").lower()], to_date=to_date)
        if unit is not None and (match := _ONLY_COUNT.fullmatch(text)):
            return _period(unit, match.group("count"), to_date)
    if ranges and unit is not None:
        return _period(unit, ranges[-1].group("last"), True)  # "Triwulan I s.d. III" over one column is their sum
    return _relative(whole)


def _relative(whole: str) -> Period | None:
    match = _RELATIVE.search(whole)
    if match is None:
        return None
    order = 1 if match.group("which") in {"lalu", "sebelumnya"} else 2
    before = whole[: match.start()]
    return Period(
        unit=_unit(match.group("unit")), order=order, to_date=bool(re.search(rf"{_TO}\W*$|kumulatif", before))
    )


def _unit(word: str) -> Unit:
    return _UNITS.get(word[:1].lower(), Unit.BULAN)


def _period(unit: Unit, count: str, to_date: bool) -> Period | None:
    order = _COUNTS.get(count.lower()) or (int(count) if count.isdigit() else 0)
    most = {Unit.SEMESTER: 2, Unit.TRIWULAN: 4, Unit.BULAN: 12}[unit]
    return Period(unit=unit, order=order, to_date=to_date) if 1 <= order <= most else None
