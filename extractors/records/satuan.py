"""The unit of an indicator: from its own column, from the value, from the header, or from the name's first word."""

import re

from schemas.number import Printed
from schemas.table import Column

_LABEL_UNIT = re.compile(r"\(\s*(%|persen|indeks|poin|orang|unit|dokumen)\s*\)", re.IGNORECASE)
_NAME_UNIT = re.compile(r"\((%|[a-zµ²³/. ]{1,15})\)\s*$")
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
    match = _NAME_UNIT.search(name)
    if match:
        return match.group(1).strip()
    if _PERCENT_NAME.match(name):
        return "%"
    match = _FIRST_WORDS.match(name)
    if match:
        word = match.group(1).lower()
        return "indeks" if word.startswith("ind") else word
    return None
