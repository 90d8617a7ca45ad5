"""The unit of an indicator: from its own column, from the value, from the header, or from the name's first word."""

import re

from schemas.number import Printed
from schemas.table import Column

_LABEL_UNIT = re.compile(r"\(\s*(%|persen|indeks|poin|orang|unit|dokumen)\s*\)", re.IGNORECASE)
_NAME_UNIT = re.compile(
    r"\(\s*(%|[a-zµ²³/. ]{1,15}"  # small letters; with a capital letter it may be an abbreviation: "(OPT)"
    r"|Ha|HA|Km²?|M²|Kg|Kw|Ku|KK|Ton|Liter|Orang|Org|Jiwa|Unit|Buah|Ekor|Batang|Tangkai|Dokumen|Laporan|Kelompok|Lembaga|"
    r"Desa|Kelurahan|Kecamatan|Lokasi|Paket|Kegiatan|Kali|Hari|Bulan|Tahun|Menit|Jam|Poin|Nilai|Indeks|Persen)\s*\)\s*$"
)
_CURRENCY = re.compile(r"^(?:rp\.?|rupiah|juta|milyar|miliar)", re.IGNORECASE)
_PERCENT_NAME = re.compile(r"^\W*(?:\d+[.)]\s*)?(?:pers|pros|pres)e[a-z]*(?:tase|tasi|si)?\b", re.IGNORECASE)
_FIRST_WORDS = re.compile(r"^\W*(?:\d+[.)]?\s*)?(indeks|index|indek|nilai|rasio|skor)\b", re.IGNORECASE)


def unit_of(printed: list[str], values: list[Printed], labels: list[Column], name: str) -> str | None:
    """The unit, or None when nothing names one.

    ``printed`` holds the texts of unit columns, ``values`` target and realisation, ``labels`` their columns.
    """
    for text in printed:
        if text and any(ch.isalpha() or ch == "%" for ch in text):
            return text
    for value in values:
        if value.unit:
            return value.unit
    for column in labels:
        match = _LABEL_UNIT.search(column.label)
        if match:
            return match.group(1).lower().replace("persen", "%")
    told = _told(name)
    if told:
        return told
    if _PERCENT_NAME.match(name):
        return "%"
    match = _FIRST_WORDS.match(name)
    if match:
        word = match.group(1).lower()
        return "indeks" if word.startswith("ind") else word
    return None


def _told(name: str) -> str | None:
    match = _NAME_UNIT.search(name)
    return match.group(1).strip() if match else None


def counts_things(name: str) -> bool:
    """True when a name ends with a unit that is no currency: "Padi (ton)" counts 1.234.567 of something."""
    unit = _told(name)
    return unit is not None and _CURRENCY.match(unit) is None
