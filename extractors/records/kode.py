"""Codes of programmes and accounts, and the level a code stands for.

Permendagri 90/2019 and its updates: ``urusan.bidang.program.kegiatan.sub`` as ``U.BB.PP.K.KK.SS[SS]`` where K is
1 for provinces and 2 for regencies; ``X.XX`` stands before the urusan is filled in. Accounts begin with 5 and a
group of one digit (5.1, 5.2, older 5.1.1). Older codes (Permendagri 13/2006) have no fixed length: only how many
groups they have, compared with their neighbours, says how deep they are.
"""

import re

from schemas.records import Tingkat

_NEW = re.compile(
    r"^[0-9X]\.(?:\d{2}|XX)(?:\.(?P<p>\d{2})(?:\.(?P<k>[12]\.\d{2})(?:\.(?P<s>\d{2}|\d{4})(?:\.5\.[\d.]+)?)?)?)?$"
)
_ACCOUNT = re.compile(r"^5\.\d(?:\.\d{1,4})*$")
_REVENUE = re.compile(r"^[46]\.\d(?:\.\d{1,4})*$")
_LEADING = re.compile(r"^(?P<c>[0-9X](?:\s?\.\s?(?:\d{1,4}|XX)){2,8})\.?(?=\s|[A-Za-z])\s*(?=\S)")
_ANY = re.compile(r"^[0-9X]{1,4}(?:[.\s/]+(?:\d{1,4}|XX|x))*\.?$")


def tidy_code(raw: str) -> str | None:
    """A code with single dots between its groups, None when the text is no code."""
    text = raw.strip().strip("*").strip()
    if not text or not _ANY.match(text):
        return None
    return ".".join(part for part in re.split(r"[.\s/]+", text) if part)


def split_code(text: str) -> tuple[str | None, str]:
    """A code of three or more groups before a name, and the rest of the text."""
    match = _LEADING.match(text)
    if not match:
        return None, text
    return re.sub(r"\s", "", match.group("c")), text[match.end() :]


def code_level(code: str) -> Tingkat | None:
    """The level that a code of the standard form stands for; LAINNYA for urusan, bidang and revenue."""
    if _ACCOUNT.match(code):
        return Tingkat.BELANJA
    match = _NEW.match(code)
    if match:
        if match.group("s"):
            return Tingkat.SUB_KEGIATAN
        if match.group("k"):
            return Tingkat.KEGIATAN
        return Tingkat.PROGRAM if match.group("p") else Tingkat.LAINNYA
    return Tingkat.LAINNYA if _REVENUE.match(code) else None


def code_depth(code: str) -> int:
    """How many groups a code has."""
    return code.count(".") + 1
