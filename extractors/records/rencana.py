"""Periods of named plans in running text: "Rencana Umum Penanaman Modal (RUPM) Kabupaten … Tahun 2013-2025".

A plan is known by the first letters of its name, so that the name, the name with its short form and the short form
alone are one; whose plan it is stands behind. Plans of the agency itself (Renstra, RPJMD) are found with the years,
plans of one year have no period.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_PERIOD = re.compile(
    r"\b(?P<name>(?:Rencana|RENCANA|R[A-Z]{3,6})(?:\s+(?:\(?[A-Z][\w.]*\)?,?|dan)){0,14}?)"
    r",?\s*(?:(?i:tahun|periode)\s*){0,2}(?P<start>(?:19|20)\d\d)\s*[-–—]\s*(?P<end>(?:19|20)\d\d)(?!\d)"
)
_WORD = re.compile(r"\(?\w+\)?")
_OWNER = re.compile(
    r"(?i)(?:nasional|daerah|kabupaten|kab|kota|provinsi|propinsi|prov|pemerintah|kementerian|dinas|badan|biro|"
    r"sekretariat|kantor|kecamatan|indonesia|republik)$"
)
_SHORT = re.compile(r"R[A-Z]{2,6}$")
_PLAIN = ("tahun", "periode", "dan")
_OTHERS = frozenset({"RENSTRA", "RENJA", "RKT", "RKP", "RKPD", "RKA", "RJM", "RPJM"})
_OWN = frozenset({"strategis", "stratejik", "strategik", "kerja", "kinerja", "kegiatan"})
_REGIONAL = re.compile(r"^RPJ[MP]D$")
_NATIONAL = re.compile(r"^RPJ[MP]N$")


class Rencana(NamedTuple):
    """A mention: its span in the text, short form and owner ("RUPM Kabupaten Kemuning"), first and last year."""

    start: int
    end: int
    about: str
    period: str


def find_rencana(text: str) -> Iterator[Rencana]:
    """The plans whose period a text prints, in its order."""
    if "ENCANA" not in text and "encana" not in text and "RP" not in text and "RT" not in text and "RU" not in text:
        return
    for found in _PERIOD.finditer(text):
        about = _about(_WORD.findall(found["name"]))
        if about and int(found["start"]) < int(found["end"]):
            yield Rencana(found.start(), found.end(), about, f"{found['start']}-{found['end']}")


def _about(words: list[str]) -> str | None:
    """The short form and the owner of a plan; None for the agency's own plans, and for several plans in one breath."""
    words = [w for w in words if w.casefold() not in _PLAIN]
    bare = [w.strip("()") for w in words]
    end = next((n for n, w in enumerate(bare) if n and (_OWNER.match(w) or words[n][0] == "(")), len(bare))
    name, rest = bare[:end], bare[end:]
    short = name[0] if len(name) == 1 and _SHORT.match(name[0]) else "".join(w[0] for w in name).upper()
    while rest and _SHORT.match(rest[0]):
        short, rest = rest[0], rest[1:]
    if _NATIONAL.match(short):
        short, rest = short[:-1], ["Nasional", *rest]
    elif _REGIONAL.match(short):
        short = short[:-1]
    rest = [w for w in rest if w.casefold() not in ("daerah", "pemerintah")]
    owner = [w.title() for w in rest]
    several = any(_SHORT.match(w) or w.casefold() == "rencana" for w in rest)
    own = (short in _OTHERS and "Nasional" not in owner) or any(w.casefold() in _OWN for w in name)
    return None if several or own or len(short) < 3 else " ".join([short, *owner])
