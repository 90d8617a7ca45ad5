"""Whether a column called Capaian prints ratios to the target or the values of the indicators themselves.

The label does not say it; the rows do: a ratio looks like the ratio beside it and not like the realisation, exceeds
a hundred where a percentage of something cannot, has a fraction where things are counted.
"""

import math
import re
from decimal import Decimal

from extractors.numbers import parse_number
from extractors.tables.cells import Shape, has_digit, plain, shape
from schemas.table import Role

_PERCENT = re.compile(r"^\W*(?:persen\w*|prosen\w*|presentase)\b|^%", re.I)
_COUNTED = re.compile(r"^\W*(?:[a-z0-9]\s?[.)]\s*)*(?:jumlah|banyaknya)\b", re.I)
_MEASURED = re.compile(
    r"^\W*(?:indeks|index|nilai|skor|po?int?\w*|rasio|ratio|angka|per\b|kg|ton|km|ha|m|rp|rupiah)\b", re.I
)
_FAR = math.log(1.5)
_TIMES = 3
_FEW = 3
_TENTH = Decimal("0.1")


def beside_realisation(columns: list[list[str]], roles: list[Role | None], column: int) -> bool:
    """True when the cells are ratios like the ratios of this year, unlike its realisation."""
    realised = next((k for k, r in enumerate(roles) if r is Role.REALISASI), None)
    reached = next((k for k, r in enumerate(roles) if r is Role.CAPAIAN and k != column), None)
    if realised is None or reached is None:
        return False
    votes = [_vote(*texts) for texts in zip(columns[column], columns[realised], columns[reached], strict=True)]
    return votes.count(1) > votes.count(-1)


def by_nature(columns: list[list[str]], roles: list[Role | None], group: list[int]) -> bool:
    """True when the cells of a group of columns cannot be values of their indicators."""
    names = next((columns[k] for k, r in enumerate(roles) if r is Role.INDIKATOR), None)
    if names is None:
        return False
    units = next((columns[k] for k, r in enumerate(roles) if r is Role.SATUAN), [""] * len(names))
    ratio = value = rows = 0
    for c in group:
        for name, unit, text in zip(names, units, columns[c], strict=True):
            number = _magnitude(text)
            if number is None:
                continue
            rows += 1
            percent = bool(_PERCENT.match(unit)) if unit else bool(_PERCENT.match(name)) or "%" in text
            counted = bool(_COUNTED.match(name)) and not _MEASURED.match(unit)
            if percent and not counted:
                ratio += number > 100
            elif counted and not percent:
                whole = number == number.to_integral_value()
                ratio += not whole
                value += whole and number not in (0, 100)
    return ratio >= _FEW and ratio > 2 * value and ratio * 4 >= rows


def of_amounts(columns: list[list[str]], roles: list[Role | None], column: int) -> bool | None:
    """Whether a percentage right of targets and of amounts is that of the amounts; None when the rows do not tell.

    "Target | Realisasi | Anggaran | Realisasi | Capaian (%)" may be either; realisation over target tells, or
    spending over budget.
    """
    pairs = []
    for whole, part in ((Role.ANGGARAN, Role.REALISASI_ANGGARAN), (Role.TARGET, Role.REALISASI)):
        left = [[k for k in range(column) if roles[k] is role] for role in (whole, part)]
        if not all(left):
            return None
        pairs.append((columns[left[0][-1]], columns[left[1][-1]]))
    money, measure = (_quotients(whole, part, columns[column]) for whole, part in pairs)
    return None if money == measure else money > measure


def _quotients(whole: list[str], part: list[str], shares: list[str]) -> int:
    """In how many rows the share is the part of the whole, within a tenth."""
    held = 0
    for one, other, share in zip(whole, part, shares, strict=True):
        base, value, printed = _magnitude(one), _magnitude(other), _magnitude(share)
        if base and value is not None and printed is not None:
            held += abs(value / base * 100 - printed) <= _TENTH
    return held


def _vote(text: str, realised: str, reached: str) -> int:
    """1 when a cell looks like the ratio of its row, -1 when it looks like the realisation, 0 for neither."""
    if not has_digit(text) or not has_digit(realised):
        return 0
    sign, there, ratio = ("%" in t for t in (text, realised, reached))
    if has_digit(reached) and there != ratio:
        return -1 if sign == there else 1
    kinds = (shape(text), shape(realised))
    if kinds[1] is Shape.MEASURE:
        return -1 if kinds[0] is Shape.MEASURE else 1 if kinds[0] in (Shape.NUMBER, Shape.PERCENT) else 0
    own, one, other = _magnitude(text), _magnitude(realised), _magnitude(reached)
    if not own or not one or not other or min(own, one, other) <= 0:
        return 0
    value, like = abs(math.log(own / one)), abs(math.log(own / other))
    if value > _FAR and value > _TIMES * like:
        return 1
    return -1 if like > _FAR and like > _TIMES * value else 0


def _magnitude(text: str) -> Decimal | None:
    return parse_number(plain(text)).value if has_digit(text) else None
