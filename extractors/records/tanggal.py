"""Dates printed in Indonesian: "31 Januari 2023", "Januari 2022", with what they date."""

import re
from typing import NamedTuple

_MONTHS = (
    "januari", "februari", "maret", "april", "mei", "juni",
    "juli", "agustus", "september", "oktober", "november", "desember",
)  # fmt: skip
_ALIASES = {"pebruari": "februari", "nopember": "november", "agst": "agustus", "okt": "oktober", "sept": "september"}
_DATE = re.compile(
    r"\b(?:(?P<day>\d{1,2})\s+)?(?P<month>(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|"
    r"oktober|november|nopember|desember))\s+(?P<year>(?:19|20)\d\d)\b",
    re.I,
)
_SIGNED = re.compile(r"^\s*[A-Z][A-Za-z .'-]{2,28},\s*(?:tanggal\s*)?(?:\d{1,2}|\.{2,}|_+)?\s*$")
_DECREED = re.compile(r"(?:ditetapkan|pada\s+tanggal|^\W*tanggal)\s*:?\s*(?:\d{1,2})?\s*$", re.I)


class Tanggal(NamedTuple):
    """A date at ``start``..``end``; ``iso`` is "2023-01-31", or "2023-01" without a day."""

    start: int
    end: int
    iso: str
    about: str


def find_tanggal(line: str) -> list[Tanggal]:
    """The dates of a line: signatures ("Kencana, 31 Januari 2024"), decrees ("Pada tanggal : …") and others."""
    found = []
    for date in _DATE.finditer(line):
        name = date["month"].lower()
        month = _MONTHS.index(_ALIASES.get(name, name)) + 1
        iso = f"{date['year']}-{month:02d}" + (f"-{int(date['day']):02d}" if date["day"] else "")
        before = line[: date.start()]
        about = (
            "ditetapkan"
            if _DECREED.search(before)
            else "tanda tangan"
            if _SIGNED.match(before) and len(line) < 90
            else ""
        )
        found.append(Tanggal(date.start(), date.end(), iso, about))
    return found
