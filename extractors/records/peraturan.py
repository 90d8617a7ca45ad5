"""Laws and regulations cited in text: kind, number, year and title."""

import re
from typing import NamedTuple

_CITED = re.compile(
    r"\b(?P<kind>Undang\s?[-–]\s?\s?Undang|UU|Peraturan\s+Pemerintah|PP|Peraturan\s+Presiden|Perpres|"
    r"Instruksi\s+Presiden|Inpres|Keputusan\s+Presiden|Keppres|"
    r"Per(?:aturan\s+)?men(?:teri)?|Keputusan\s+Menteri|Kepmen\w*|Peraturan\s+Daerah|Perda|Peraturan\s+Gubernur|"
    r"Pergub|Peraturan\s+(?:Bupati|Wali\s?kota)|Per(?:bup|wali|wal)|"
    r"Ketetapan\s+MPR|TAP\s+MPR)(?P<who>[^;.:,]{0,130}?)\s*(?:Nomor|No\.?|"
    r"Nomer)\s*[.:]*\s*(?P<number>[\w./]*\d[\w./]*(?:\s?/\s?[\w.]+)*)"
    r"(?:,?\s*(?:Tahun|Th\.?)\s*(?P<year>(?:19|20)\d\d))?(?:,?\s*[Tt]anggal[^,;]{5,30},)?"
    r"(?:\s*,?\s*(?:tentang|Tentang|TENTANG)\s+(?P<title>[^;]{4,220}?)(?=\s*(?:;|\(Lembaran|\(Berita|sebagaimana|"
    r",\s+(?:dan|serta|bahwa|Peraturan|Undang|mengacu|yang|di|maka)\b|\.(?:\s|$)|$)))?",
    re.I,
)
_SHORT = (
    (re.compile(r"^(?:undang|uu)", re.I), "uu"),
    (re.compile(r"^(?:peraturan\s+pemerintah|pp)\b", re.I), "pp"),
    (re.compile(r"^(?:peraturan\s+presiden|perpres)", re.I), "perpres"),
    (re.compile(r"^(?:instruksi\s+presiden|inpres)", re.I), "inpres"),
    (re.compile(r"^(?:keputusan\s+presiden|keppres)", re.I), "keppres"),
    (re.compile(r"^(?:keputusan\s+menteri|kepmen)", re.I), "kepmen"),
    (re.compile(r"^per(?:aturan\s+)?men", re.I), "permen"),
    (re.compile(r"^(?:peraturan\s+daerah|perda)", re.I), "perda"),
    (re.compile(r"^(?:peraturan\s+gubernur|pergub)", re.I), "pergub"),
    (re.compile(r"^(?:peraturan\s+bupati|perbup)", re.I), "perbup"),
    (re.compile(r"^(?:peraturan\s+wali\s?kota|perwali|perwal)", re.I), "perwali"),
    (re.compile(r"^(?:ketetapan|tap)", re.I), "tap mpr"),
)
_MINISTRIES = (
    (re.compile(r"pendayagunaan|pan\b|panrb|pan-?\s?rb|aparatur", re.I), "panrb"),
    (re.compile(r"dalam\s+negeri|dagri", re.I), "dagri"),
    (re.compile(r"keuangan|keu\b", re.I), "keu"),
    (re.compile(r"kesehatan|kes\b", re.I), "kes"),
    (re.compile(r"perencanaan|ppn|bappenas", re.I), "ppn"),
)
_YEAR = re.compile(r"(?:19|20)\d\d")


class Peraturan(NamedTuple):
    """A citation at ``start``..``end``; ``code`` is "permenpanrb 53/2014", without the year when none is printed."""

    start: int
    end: int
    code: str
    title: str


def find_peraturan(text: str) -> list[Peraturan]:
    """The regulations that a paragraph cites, in order."""
    found = []
    for cited in _CITED.finditer(text):
        kind = next((short for pattern, short in _SHORT if pattern.match(cited["kind"])), "")
        if not kind or (len(cited["kind"]) <= 2 and not cited["kind"].isupper()):
            continue
        if kind in ("permen", "kepmen"):
            words = f"{cited['kind']} {cited['who']}"
            kind += next((short for pattern, short in _MINISTRIES if pattern.search(words)), "")
        number = re.sub(r"\s+", "", cited["number"]).strip("./")
        year = cited["year"]
        if not year:
            years = _YEAR.findall(number)
            year = years[-1] if years and number.endswith(years[-1]) else None
            number = number[: -len(years[-1])].strip("./") if year and years else number
        number = "/".join(part.lstrip("0") or "0" for part in number.split("/"))
        title = re.sub(r"\s+", " ", cited["title"] or "").strip(" .,")
        found.append(
            Peraturan(cited.start(), cited.end(), f"{kind} {number}/{year}" if year else f"{kind} {number}", title)
        )
    return found
