"""Columns called Capaian: ratios, or the values of the indicator themselves."""

import re
from decimal import Decimal

from extractors.numbers import parse_number
from extractors.tables.cells import Shape, has_digit, plain, shape, squash
from extractors.tables.labels import RATIO, year_in
from extractors.tables.profile import Profile
from extractors.tables.ratios import beside_realisation, by_nature
from schemas.table import Role

_ROUNDED = Decimal("0.06")  # points by which a printed ratio may differ from the computed one
_WIDER = re.compile(
    r"^(?:rata\W*rata\s+)?(?:realisasi|capaian|kondisi|nilai|angka)\s+(?:kinerja\s+)?(?:rata\W*rata\s+)?"
    r"(?:di\s+)?(?:tingkat\s+)?(?:provinsi|prov\.?|propinsi|nasional|regional|wilayah)\b",
    re.IGNORECASE,
)
_PERCENT_WORDS = re.compile(r"%|persen|prosen|presentase|tingkat|rasio", re.I)


def values_called_capaian(
    roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]], columns: list[list[str]]
) -> None:
    """A column called Capaian holds values of the indicator when nothing else does: then it is a realisation.

    It stays a capaian where its cells are ratios by what they look like.
    """
    ratios = _ratios(roles, paths, columns)
    years = [year_in(p) for p in paths]
    targets = {years[c] for c, r in enumerate(roles) if r is Role.TARGET}
    for c, role in enumerate(roles):
        label = squash(" ".join(paths[c]))
        if role is Role.CAPAIAN and re.search(r"lalu$|sebelumnya|lalu\D", label) and Role.REALISASI in roles:
            if not beside_realisation(columns, roles, c):
                roles[c] = Role.REALISASI
            continue
        if role is not Role.CAPAIAN or c in ratios or _PERCENT_WORDS.search(" ".join(paths[c])):
            continue
        if RATIO.search(" ".join(paths[c])):
            continue
        same = [k for k, r in enumerate(roles) if r is Role.REALISASI and years[k] in {years[c], None}]
        if same and not (years[c] is not None and all(years[k] is None for k in same)):
            continue
        p = profiles[c]
        others = [k for k, r in enumerate(roles) if k != c and r is Role.CAPAIAN]
        if targets:
            values = years[c] is not None or bool(others) or _like_targets(columns, roles, years, c)
        else:
            values = years[c] is not None and p.values > 0 and p.signs * 10 < p.values * 7
        if values:
            roles[c] = Role.REALISASI


def progress_as_ratio(roles: list[Role | None], paths: list[tuple[str, ...]], columns: list[list[str]]) -> None:
    """A "tingkat kemajuan" with a sign of percent, and as large as the ratio to the mid-term target, is that ratio."""
    years = [year_in(p) or 0 for p in paths]
    realised = max((c for c, r in enumerate(roles) if r is Role.REALISASI), key=lambda c: (years[c], c), default=None)
    goals = [c for c, r in enumerate(roles) if r is Role.TARGET]
    for c, role in enumerate(roles):
        if role is not Role.SELISIH or "kemajuan" not in squash(" ".join(paths[c])) or realised is None or not goals:
            continue
        if "%" not in " ".join((*paths[c], *columns[c])):
            continue
        goal = max(goals, key=lambda k: (years[k], k))
        rows = [tuple(map(_magnitude, row)) for row in zip(columns[c], columns[realised], columns[goal], strict=True)]
        whole = [(a, b, g) for a, b, g in rows if a is not None and b is not None and g]
        fitting = sum(1 for a, b, g in whole if min(abs(a - b / g * 100), abs(a - (2 - b / g) * 100)) <= _ROUNDED)
        if whole and fitting * 3 >= len(whole) * 2:
            roles[c] = Role.CAPAIAN


def of_other_regions(roles: list[Role | None], paths: list[tuple[str, ...]]) -> None:
    """Beside the agency's own realisation that of its province or country is a yardstick, no second realisation."""
    own = [c for c, r in enumerate(roles) if r is Role.REALISASI and not _WIDER.search(" ".join(paths[c]))]
    if not own:
        return
    for c, role in enumerate(roles):
        if role in {Role.REALISASI, Role.CAPAIAN, Role.TARGET} and _WIDER.search(" ".join(paths[c])):
            roles[c] = Role.LAINNYA if Role.NASIONAL in roles else Role.NASIONAL


def _ratios(roles: list[Role | None], paths: list[tuple[str, ...]], columns: list[list[str]]) -> set[int]:
    """The columns called Capaian whose cells cannot be values; those under one heading are judged together."""
    found: set[int] = set()
    reached = [c for c, r in enumerate(roles) if r is Role.CAPAIAN]
    for c in reached:
        group = [k for k in reached if paths[k][:-1] == paths[c][:-1]] if len(paths[c]) > 1 else [c]
        if c not in found and by_nature(columns, roles, group):
            found.update(group)
    return found


def _like_targets(columns: list[list[str]], roles: list[Role | None], years: list[int | None], column: int) -> bool:
    """True when the cells lie near their targets where a ratio could not: targets far from a hundred, or with units."""
    target = next((k for k, r in enumerate(roles) if r is Role.TARGET and years[k] == years[column]), None)
    if target is None:
        return False
    near = far = 0
    for goal, text in zip(columns[target], columns[column], strict=True):
        if shape(text) is Shape.MEASURE and shape(goal) is Shape.MEASURE:
            near += 1
            continue
        a, b = _magnitude(goal), _magnitude(text)
        if a is None or b is None or not a or Decimal(50) <= a <= Decimal(200):
            continue
        if Decimal("0.5") <= b / a <= Decimal("1.6"):
            near += 1
        else:
            far += 1
    return near > far


def _magnitude(text: str) -> Decimal | None:
    return parse_number(plain(text)).value if has_digit(text) else None
