"""Names and civil service numbers (NIP) of officials.

Apa yang diperiksa / What it does
    Membandingkan nama dan NIP pejabat di seluruh dokumen, dan memeriksa susunan NIP (8-6-1-3). Compares the names
    printed with one NIP and the NIPs printed with one name, and checks the parts of a NIP: date of birth, month of
    appointment, sex, serial number.

Why it matters
    The signature makes the report official; a name or number that changes from page to page casts doubt on it.

How a reviewer verifies it
    Look the official up in the personnel register.

Known false alarms
    Degrees, titles and spacing differ without meaning. In scans a letter may be misread: names are compared as they
    were read, so look at the page first. Two signatures side by side on one line are passed over.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date

from rapidfuzz import fuzz

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Rujukan
from validators.rule import Rule
from validators.view import View

_NIP = re.compile(r"NIP", re.I)
_NO_PERSON = re.compile(
    r"\b(?:provinsi|propinsi|kabupaten|kota|rumah sakit|dinas|badan|kepala|biro|kecamatan|jawa|daerah|pembina|penata|"
    r"sekretaris|camat|gubernur|bupati|walikota)\b",
    re.I,
)
_DEGREE = re.compile(r",.*$|\b(?:dr|drs|dra|ir|h|hj|prof|s\.?\w{1,4}|m\.?\w{1,4})\.(?=\s|$|\w)", re.I)
_DIGITS = 18
_YOUNGEST, _OLDEST = 15, 60
_CONTRACT = 21
"""Employees by contract (PPPK) carry 21 where others have the month of appointment."""
_CLOSE = 55


def check(view: View) -> Iterator[Finding]:
    """Names of one NIP, NIPs of one name, malformed NIPs."""
    people = [r for r in view.document.rujukan if r.kind == "nip" and len(_NIP.findall(r.text)) < 2]
    by_nip: dict[str, list[Rujukan]] = defaultdict(list)
    by_name: dict[str, list[Rujukan]] = defaultdict(list)
    for person in people:
        by_nip[person.value].append(person)
        if (name := _name(person.about)) is not None:
            by_name[name].append(person)
    for nip, found in by_nip.items():
        if len(others := _variants(found)) > 1:
            yield _finding(found, " / ".join(p.about for p in others), _NAMES, nip)
        if (fault := _fault(nip)) is not None:
            yield _finding(found[:1], nip, _SHAPE, nip, fault)
    for found in by_name.values():
        nips = list(dict.fromkeys(p.value for p in found))
        if len(nips) > 1 and all(fuzz.ratio(nips[0], n) >= _CLOSE for n in nips):
            yield _finding(found, " / ".join(nips), _NUMBERS, found[0].about)


def _variants(found: list[Rujukan]) -> list[Rujukan]:
    """One reference for each different name; a name that holds another one is that name with something beside it."""
    kept: dict[str, Rujukan] = {}
    for person in found:
        name = _name(person.about)
        whole = _letters(person.about)
        if name is not None and not any(name in _letters(p.about) or other in whole for other, p in kept.items()):
            kept[name] = person
    return list(kept.values())


def _name(printed: str) -> str | None:
    """The letters of a name without degrees; None when it is no name."""
    if not printed or _NO_PERSON.search(printed):
        return None
    return _letters(_DEGREE.sub(" ", printed)) or None


def _letters(text: str) -> str:
    return re.sub(r"[^a-z]", "", text.casefold())


def _fault(nip: str) -> tuple[str, str] | None:
    if len(nip) != _DIGITS:
        return None
    try:
        born = date(int(nip[:4]), int(nip[4:6]), int(nip[6:8]))
    except ValueError:
        return "tanggal lahir tidak mungkin", "impossible date of birth"
    year, month = int(nip[8:12]), int(nip[12:14])
    if not (1 <= month <= 12 or month == _CONTRACT):
        return "bulan pengangkatan tidak mungkin", "impossible month of appointment"
    if not _YOUNGEST <= year - born.year <= _OLDEST:
        return f"diangkat pada umur {year - born.year}", f"appointed at the age of {year - born.year}"
    if nip[14] not in "12":
        return "kode jenis kelamin bukan 1 atau 2", "code of sex is neither 1 nor 2"
    return None


def _finding(
    found: list[Rujukan], printed: str, message: tuple[str, str], who: str, fault: tuple[str, str] = ("", "")
) -> Finding:
    return RULE.finding(
        *(Evidence.at(p.place, f"{p.about} {p.text}") for p in found),
        printed=printed,
        message=message,
        severity=Severity.WARNING if message is _SHAPE else None,
        who=who,
        fault=fault,
    )


_NAMES = ("{place}: NIP {who} tercetak dengan nama {printed}", "{place}: NIP {who} is printed with the names {printed}")
_NUMBERS = ("{place}: {who} tercetak dengan NIP {printed}", "{place}: {who} is printed with the NIPs {printed}")
_SHAPE = ("{place}: NIP {printed}: {fault}", "{place}: NIP {printed}: {fault}")

RULE = Rule(
    code="F501",
    title_id="Nama atau NIP pejabat tidak sejalan",
    title_en="Name or NIP of an official does not fit",
    category=Category.IDENTITY,
    severity=Severity.ERROR,
    message_id=_NAMES[0],
    message_en=_NAMES[1],
    check=check,
)
