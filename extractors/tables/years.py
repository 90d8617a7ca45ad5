"""Years, stages and scales that a label names."""

import re
from functools import lru_cache

from extractors.tables.cells import plain, squash
from schemas.table import Stage

_YEAR = re.compile(r"(?<!\d)((?:19|20)\d\d)(?!\d)")
_PERIOD = re.compile(
    r"(?<!\d)((?:19|20)\d\d)\s*(?:-|–|—|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*((?:19|20)\d\d)(?!\d)", re.I
)
_YEAR_CELL = re.compile(
    r"^(?:(?:tahun|thn|th|ta|t\.a|pada\s+tahun|awal\s+tahun|tahun\s+ke)\b\.?\s*)*[:(]?\s*(?:(?:19|20)\d\d|n\s*[-+]?\s*\d?)\s*\)?"
    r"(?:\s*\(n(?:\s*[-+]\s*\d)?\))?\s*\*?$",
    re.IGNORECASE,
)
_BROKEN_YEAR = re.compile(r"(?<![\d.,])(?:(?:19|20)\d \d|(?:19|20) \d\d)(?![\d.,%])")
_LAW = re.compile(r"\b(?:no|nomor)\b\.?\s*[\w./-]+\s+(?:tahun|th\.?)\s+(?:19|20)\d\d(?!\d)", re.IGNORECASE)
_AGAINST = re.compile(r"\b(?:terhadap|thdp?|dibanding(?:kan)?)\b", re.IGNORECASE)
_AFTER = re.compile(r"perubahan|sesudah|setelah|menjadi|revisi|p-?apbd|apbd-?p|pergeseran|dppa|\bdpa-?p")
_BEFORE = re.compile(r"penetapan|sebelum|semula|murni|\bawal\b|\binduk\b")
_FINAL = re.compile(r"akhir|jangka\s*menengah|renstra|rpjm")


def names_year(text: str) -> bool:
    """True when the cell is a year and little else: "2021", "Th. 2017 (n-1)", "TA 2023"."""
    return len(text) <= 24 and _YEAR_CELL.match(_whole(text)) is not None


def _whole(label: str) -> str:
    """The label in one line, a year that its narrow cell broke ("202 1", "20 21") joined."""
    text = plain(label)
    return _BROKEN_YEAR.sub(lambda m: m[0].replace(" ", ""), text) if " " in text else text


@lru_cache(maxsize=4096)
def year_of(label: str) -> int | None:
    """The year that a label names; of a period its last year, of several years the last one named."""
    text = _LAW.sub(" ", _AGAINST.split(_whole(label))[0])
    if _PERIOD.search(text):
        return None if len(_YEAR.findall(text)) == 2 else int(_YEAR.findall(text)[-1])
    years = _YEAR.findall(text)
    return int(years[-1]) if years else None


@lru_cache(maxsize=4096)
def stage_of(label: str) -> Stage | None:
    """Stage of a budget or target that a label names."""
    text = plain(label).lower()
    before, after = _BEFORE.search(text), _AFTER.search(text)
    if before and "sebelum" in before.group(0):
        return Stage.MURNI
    if after:
        return Stage.PERUBAHAN
    if before and not _FINAL.search(text):
        return Stage.MURNI
    return None


@lru_cache(maxsize=4096)
def scale_of(label: str) -> int:
    """1000 for (Rp ribu), 1000000 for (Rp juta), else 1."""
    key = squash(label)
    if "rp" not in key and "rupiah" not in key and "dalam" not in key:
        return 1
    if re.search(r"juta", key):
        return 1_000_000
    if re.search(r"ribu", key):
        return 1000
    if re.search(r"rp\.?\s*000|\b000\b", plain(label).lower()):
        return 1000
    return 1
