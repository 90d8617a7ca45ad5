"""Regulations whose number and year every performance report cites, and how two citations are compared."""

import re
from typing import NamedTuple

from rapidfuzz import fuzz

from schemas.records import Rujukan

_CODE = re.compile(r"(?P<type>\S+) (?P<number>.+)/(?P<year>\d{4})$")
_TITLE = 20
_SAME = 88.0
_CUT = 60


class Sitasi(NamedTuple):
    """One citation: kind of regulation, number, year, title as far as it is printed."""

    type: str
    number: str
    year: int
    title: str

    @property
    def code(self) -> str:
        """Number and year, as in 53/2014."""
        return f"{self.number}/{self.year}"


KNOWN = (
    ("permenpanrb", "petunjuk teknis perjanjian kinerja", "53", 2014),
    ("perpres", "sistem akuntabilitas kinerja instansi pemerintah", "29", 2014),
    ("pp", "pelaporan keuangan dan kinerja instansi pemerintah", "8", 2006),
    ("uu", "penyelenggara negara yang bersih", "28", 1999),
    ("uu", "penyelenggaraan negara yang bersih", "28", 1999),
)
"""Type, beginning of the title, number and year of regulations that were never issued again under that title."""


def parse(rujukan: Rujukan) -> Sitasi | None:
    """The citation of a reference of kind "peraturan"; None when it names no year."""
    found = _CODE.match(rujukan.value)
    return Sitasi(found["type"], found["number"], int(found["year"]), rujukan.about) if found else None


def known(citation: Sitasi) -> Sitasi | None:
    """The regulation of that title as it was issued, when it is one of those that everybody cites."""
    title = " ".join(citation.title.casefold().split())
    for kind, start, number, year in KNOWN:
        if citation.type == kind and title.startswith(start):
            return Sitasi(kind, number, year, start)
    return None


def same_title(one: str, two: str) -> bool:
    """Whether two printed titles are one; the later part of a title is often cut."""
    a, b = (" ".join(text.casefold().split())[:_CUT] for text in (one, two))
    if min(len(a), len(b)) < _TITLE or a.startswith("perubahan") or b.startswith("perubahan"):
        return False
    short = min(len(a), len(b))
    return fuzz.ratio(a[:short], b[:short]) >= _SAME
