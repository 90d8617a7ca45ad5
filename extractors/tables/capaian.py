"""Columns called Capaian: ratios, or the values of the indicator themselves."""

import re

from extractors.tables.cells import squash
from extractors.tables.labels import RATIO, year_in
from extractors.tables.profile import Profile
from schemas.table import Role

_PERCENT_WORDS = re.compile(r"%|persen|prosen|presentase|tingkat|rasio", re.I)


def values_called_capaian(
    roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]], columns: list[list[str]]
) -> None:
    """A column called Capaian holds values of the indicator when nothing else does: then it is a realisation."""
    years = [year_in(p) for p in paths]
    targets = {years[c] for c, r in enumerate(roles) if r is Role.TARGET}
    for c, role in enumerate(roles):
        label = squash(" ".join(paths[c]))
        if role is Role.CAPAIAN and re.search(r"lalu$|sebelumnya|lalu\D", label) and Role.REALISASI in roles:
            roles[c] = Role.REALISASI
            continue
        if role is not Role.CAPAIAN or _PERCENT_WORDS.search(" ".join(paths[c])):
            continue
        if RATIO.search(" ".join(paths[c])):
            continue
        same = [k for k, r in enumerate(roles) if r is Role.REALISASI and years[k] in {years[c], None}]
        if same and not (years[c] is not None and all(years[k] is None for k in same)):
            continue
        p = profiles[c]
        others = [k for k, r in enumerate(roles) if k != c and r is Role.CAPAIAN]
        if targets and (years[c] is not None or others):
            if years[c] in targets or years[c] is not None or others:
                roles[c] = Role.REALISASI
        elif not targets and years[c] is not None and p.values and p.percent * 10 < p.values * 7:
            roles[c] = Role.REALISASI
