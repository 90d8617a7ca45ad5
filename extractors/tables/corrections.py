"""What the cells of a table say about its columns, where labels are silent or mean another thing than usual."""

import re

from extractors.tables.labels import MONEY_WORDS
from extractors.tables.profile import Profile
from extractors.tables.ratios import of_amounts
from extractors.tables.years import names_year
from schemas.table import Role

OUTPUT = re.compile(r"(?:output|keluaran)(?:\s+kegiatan)?", re.IGNORECASE)
_FORECAST = re.compile(r"proyeksi|pra?kiraan|perkiraan", re.IGNORECASE)
_TICK = 2  # letters of a tick or a dash
_TO_MONEY = {
    Role.TARGET: Role.ANGGARAN,
    Role.REALISASI: Role.REALISASI_ANGGARAN,
    Role.CAPAIAN: Role.REALISASI_ANGGARAN,
    Role.URAIAN: Role.ANGGARAN,
    Role.PERSEN: Role.REALISASI_ANGGARAN,
}

_AMOUNTS = frozenset({Role.ANGGARAN, Role.REALISASI_ANGGARAN})
NAMES = frozenset(
    {Role.TUJUAN, Role.SASARAN, Role.INDIKATOR, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.URAIAN}
)


def by_contents(
    roles: list[Role | None],
    profiles: list[Profile],
    paths: list[tuple[str, ...]],
    of_years: Role,
    yearly: bool = False,
) -> None:
    """Correct or supply roles by what the cells hold.

    ``of_years`` is the role of columns named by a year alone; ``yearly`` says that the rows are the years of one
    thing, whose target and realisation stay what they are called, in rupiah as well.
    """
    named = {Role.URAIAN, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.KODE}
    counts = Role.SATUAN in roles or (Role.INDIKATOR in roles and not named & set(roles))
    for c, p in enumerate(profiles):
        role = roles[c]
        if p.money and p.money * 2 >= p.values and p.values * 2 >= p.filled - p.dashes:
            if yearly and role in {Role.TARGET, Role.REALISASI, Role.CAPAIAN}:
                continue
            if counts and p.rupiah * 2 < p.money and not _of_money(roles, paths, c):
                continue  # large counts beside their unit: tons, fish, people
            if role is None:
                roles[c] = Role.REALISASI_ANGGARAN if Role.ANGGARAN in roles[:c] else Role.ANGGARAN
            else:
                roles[c] = _TO_MONEY.get(role, role)
        elif role is None and p.filled:
            numbers = c == 0 or (not paths[c] and any(r in NAMES for r in roles[c + 1 :]))  # they stand before names
            if p.ordinals * 10 >= p.filled * 7 and numbers:
                roles[c] = Role.NO
            elif p.codes * 10 >= p.filled * 6:
                roles[c] = Role.KODE
            elif (
                any(names_year(t) for t in paths[c])
                and not _FORECAST.search(" ".join(paths[c]))
                and p.values * 2 >= p.filled - p.dashes
            ):
                roles[c] = of_years
        elif role is Role.SISA and not p.money and Role.ANGGARAN not in roles:
            roles[c] = Role.SELISIH
        elif (
            role in {Role.INDIKATOR, Role.SASARAN}
            and p.ordinals * 10 >= p.filled * 9 > 0
            and any(0 <= k < len(roles) and paths[k] == paths[c] for k in (c - 1, c + 1))
        ):
            roles[c] = Role.NO  # the number in front of the name, under one label with it
        elif (
            p.length <= _TICK * p.filled
            and not p.values
            and ((role is Role.TARGET and p.texts) or (role is Role.INDIKATOR and Role.INDIKATOR in roles[:c]))
        ):
            roles[c] = Role.KETERANGAN  # "IKK", "Target SPM": ticks that say which kind of indicator a row is
        elif role is Role.PREDIKAT and p.filled and p.signs * 10 >= p.filled * 7 and Role.CAPAIAN not in roles:
            roles[c] = Role.CAPAIAN  # "63,36 % (Sedang)": the ratio with its predicate


def _of_money(roles: list[Role | None], paths: list[tuple[str, ...]], column: int) -> bool:
    """True when the label speaks of money, or the target that the column belongs to is a budget."""
    if MONEY_WORDS.search(" ".join(paths[column])):
        return True
    left = [r for r in roles[:column] if r in {Role.TARGET, Role.ANGGARAN}]
    return bool(left) and left[-1] is Role.ANGGARAN


def units_beside_values(roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]]) -> None:
    """The second of two columns under one label holds the unit when it prints words or "%" and the first values."""
    for c in range(1, len(roles)):
        p, left = profiles[c], profiles[c - 1]
        if roles[c] not in {Role.TARGET, Role.REALISASI, Role.CAPAIAN} or paths[c] != paths[c - 1] or not p.filled:
            continue
        if p.values * 4 <= p.filled and (left.values + left.dashes) * 2 >= left.filled > 0:
            roles[c] = Role.SATUAN if p.length <= 14 * p.filled else Role.KETERANGAN


def percent_beside_money(
    roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]], columns: list[list[str]]
) -> None:
    """A percentage right of amounts is an absorption, unless it can be the capaian of the performance left of them.

    That has its own where a capaian stands before the amounts; what one label holds together with the amounts, "Rp"
    and "%", is of them; else the rows tell.
    """
    for c, role in enumerate(roles):
        ratio = role is Role.CAPAIAN or (role is Role.REALISASI and "%" in " ".join(paths[c]))
        if not ratio or profiles[c].money:
            continue
        before = [r for r in roles[:c] if r in {Role.TARGET, Role.REALISASI, Role.ANGGARAN, Role.REALISASI_ANGGARAN}]
        if not before or before[-1] not in _AMOUNTS:
            continue
        together = len(paths[c]) > 1 and paths[c][:-1] == paths[c - 1][:-1] and roles[c - 1] in _AMOUNTS
        told = Role.REALISASI not in before or _told_before(roles, c)
        if told or together or of_amounts(columns, roles, c):
            roles[c] = Role.PERSEN


def _told_before(roles: list[Role | None], column: int) -> bool:
    """True when a performance left of the amounts has its own ratio: two amounts follow it, or names of programmes."""
    done = max((c for c, r in enumerate(roles[:column]) if r is Role.REALISASI), default=-1)
    money = next((c for c in range(done + 1, column) if roles[c] in _AMOUNTS), column)
    between = roles[done + 1 : money]
    return Role.CAPAIAN in between and (column - money > 1 or any(r in NAMES for r in between))


def second_names(roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]]) -> None:
    """A table with values but without an indicator column: the last name column left of the values is it."""
    if Role.INDIKATOR in roles or not {Role.TARGET, Role.REALISASI, Role.CAPAIAN} & set(roles):
        return
    for c in range(len(roles) - 1):  # "Kegiatan | Output | Target": the output is what the target is of
        if (
            roles[c] is None
            and paths[c]
            and OUTPUT.fullmatch(paths[c][-1])
            and roles[c + 1] in {Role.TARGET, Role.SATUAN}
        ):
            roles[c] = Role.INDIKATOR
            return
    if {Role.ANGGARAN, Role.URAIAN, Role.PROGRAM, Role.KEGIATAN, Role.INDIKATOR_TUJUAN} & set(roles):
        return
    for c in range(len(roles)):
        if roles[c] in {Role.TARGET, Role.REALISASI, Role.CAPAIAN}:
            return
        if (
            roles[c] is None
            and not paths[c]
            and profiles[c].texts * 10 >= profiles[c].filled * 7
            and profiles[c].length > 15 * profiles[c].filled > 0
        ):
            roles[c] = Role.INDIKATOR
            return


def without_header(profiles: list[Profile], paths: list[tuple[str, ...]]) -> list[Role | None]:
    """Roles of a table whose header prints no word known: numbering, names, amounts and percentages, by their looks.

    A column with a label behind the first one counts something, it numbers no rows; amounts are no codes.
    """
    roles: list[Role | None] = [None] * len(profiles)
    name_seen = False
    for c, p in enumerate(profiles):
        if not p.filled:
            continue
        if not name_seen and p.ordinals * 10 >= p.filled * 7 and not (c and paths[c]):
            roles[c] = Role.NO
        elif not name_seen and p.codes * 10 >= p.filled * 6 and p.money * 2 < p.filled:
            roles[c] = Role.KODE
        elif p.money * 2 >= p.filled:
            roles[c] = Role.REALISASI_ANGGARAN if Role.ANGGARAN in roles else Role.ANGGARAN
        elif p.percent * 2 >= p.filled and Role.ANGGARAN in roles:
            roles[c] = Role.PERSEN
        elif p.texts * 10 >= p.filled * 7:
            if not name_seen:
                roles[c] = Role.URAIAN
            name_seen = True
    return roles if Role.ANGGARAN in roles else [r if r in {Role.NO, Role.KODE} else None for r in roles]
