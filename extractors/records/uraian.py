"""The name cell of a budget row: its number, its code, what it calls itself, and the name that remains."""

import re
from typing import NamedTuple

from extractors.records.kode import split_code
from schemas.records import Tingkat

_SPACE = re.compile(r"\s+")
_TAG = re.compile(r"</?[a-zA-Z][^<>]{0,40}>")
_MARK = re.compile(r"^[\s►▪•●○■□➢➤✓*·_:]+|[\s*_]+$")
_NUMBER = re.compile(
    r"^(?P<n>(?:[IVXL]{1,7}|[A-Za-z]|\d{1,3}(?:\.\d{1,2}){0,4})[.)](?!\d)|\((?:\d{1,2}|[a-z])\)|\d{1,2}(?:\.\d{1,2}){1,3})\s*(?=\S)"
    r"|^(?P<z>0\d|\d{1,2})\s+(?=[A-Z])|^(?P<b>[-–])\s+(?=[A-Za-z])"
)
_PREFIX = re.compile(
    r"^(?P<word>progra[mn]+|progam|pro?gram|porgram|kegiatan|keg\.?|sub[\s\-]*kegiatan|sub[\s\-]*keg\.?|input|masukan|output|keluaran|"
    r"outcome?s?|hasil)(?:\s*/\s*(?:masukan|keluaran|hasil|program|kegiatan))?\s*(?:\d{1,2}\s*)?(?P<sep>[:：]|\s[-–]\s)\s*",
    re.IGNORECASE,
)
_BARE = re.compile(
    r"^(?:(?P<sub>sub[\s\-]*kegiatan)|(?P<program>pr?o?gra[mn]+|progam|porgram)|(?P<kegiatan>kegiatan))\b(?!\s*/)",
    re.IGNORECASE,
)
_FLOW = re.compile(r"^(?:input|output|outcome?s?)\b(?:\s*/\s*\w+)?\s*[:：]?", re.IGNORECASE)
_LEVELS = {"p": Tingkat.PROGRAM, "k": Tingkat.KEGIATAN, "s": Tingkat.SUB_KEGIATAN}


class Name(NamedTuple):
    """``text`` is the bare name, ``level`` what its prefix or first word says, ``flow`` is true for Input/Output.

    ``firm`` is true when a prefix with a colon says the level: a first word alone may be part of a name.
    """

    text: str
    nomor: str | None = None
    kode: str | None = None
    level: Tingkat | None = None
    flow: bool = False
    firm: bool = False


def clean(raw: str) -> str:
    """One line without tags, emphasis marks and doubled spaces; a word broken by a hyphen at a line end stays."""
    if "<" in raw:
        raw = _TAG.sub(" ", raw)
    return _MARK.sub("", _SPACE.sub(" ", raw.replace("**", " ")))


def read_name(raw: str) -> Name:
    """Split the text of a name cell.

    ``1. Program Pendidikan`` gives number, level program and the whole name; ``PROGRAM : PROGRAM X`` loses the
    prefix before the colon; ``Input : Dana`` is a flow row named ``Dana``.
    """
    text = clean(raw)
    code, text = split_code(text)
    number = None
    match = _NUMBER.match(text)
    if match:
        number, text = match.group(0).strip().rstrip("."), text[match.end() :]
        if code is None:
            code, text = split_code(text)
    level, flow = None, False
    prefix = _PREFIX.match(text)
    if prefix:
        word = prefix.group("word").lower()
        rest = text[prefix.end() :].strip()
        flow = word[0] in "imo" or word.startswith(("keluaran", "hasil"))
        level = None if flow else _LEVELS[word[0]]
        text = rest if rest or not flow else text.rstrip(" :：")
        if code is None:
            code, text = split_code(text)
    elif _FLOW.match(text):
        flow = True
    else:
        bare = _BARE.match(text)
        if bare and bare.lastgroup:
            level = _LEVELS[bare.lastgroup[0]]
    return Name(text.strip(), number, code, level, flow, prefix is not None and level is not None)
