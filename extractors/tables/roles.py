"""From labels and contents of columns to their roles.

The label decides first; what the cells hold corrects it: "Target" and "Capaian" over amounts of rupiah are a budget
and its realisation, a "%" beside them is the absorption, a column without a label is judged by its cells alone.
"""

import re
from dataclasses import dataclass

from extractors.tables.cells import VALUES, Shape, has_digit, is_code, is_ordinal, plain, shape, squash
from extractors.tables.headers import Header
from extractors.tables.vocabulary import role_of
from extractors.tables.years import names_year, scale_of, stage_of, year_of
from schemas.table import Column, Role, Stage

_MONEY_WORDS = re.compile(
    r"anggaran|pagu|\bdana\b|keuangan|\(?\brp\b\.?|belanja|rupiah|dipa|apbd|apbn|penyerapan", re.I
)
_PERCENT_WORDS = re.compile(r"%|persen|prosen|presentase|tingkat|rasio", re.I)
_RATIO = re.compile(
    r"(?:realisasi|capaian|kinerja)\b.*\b(?:terhadap|thdp?|dibanding(?:kan)?)\b|^(?:%\s*)?(?:terhadap|thdp?)\b",
    re.IGNORECASE,
)
_PLANNED = re.compile(
    r"^(?!.*(?:realisasi|capaian)).*(?:\btarget\b|rencana|renstra|jangka\s+menengah)",
    re.IGNORECASE | re.DOTALL,
)
_GENERIC = re.compile(
    r"(uraian|vol(ume)?|jumlah|awal|revisi|penetapan|perubahan|murni|sebelum|sesudah|semula|menjadi|rp\.?|ini|lalu|"
    r"nilai|angka|kinerja|kuantitatif|\(?%\)?|tw\w*|triwulan\w*|i{1,3}|iv|1|2|3|4|5)$"
)
_TO_MONEY = {
    Role.TARGET: Role.ANGGARAN,
    Role.REALISASI: Role.REALISASI_ANGGARAN,
    Role.CAPAIAN: Role.REALISASI_ANGGARAN,
    Role.URAIAN: Role.ANGGARAN,
    Role.PERSEN: Role.REALISASI_ANGGARAN,
}
_NAMES = frozenset(
    {
        Role.TUJUAN,
        Role.SASARAN,
        Role.INDIKATOR,
        Role.INDIKATOR_TUJUAN,
        Role.PROGRAM,
        Role.KEGIATAN,
        Role.SUB_KEGIATAN,
        Role.URAIAN,
    }
)


@dataclass(slots=True)
class Profile:
    """What the cells of one column hold, as counts."""

    filled: int = 0
    values: int = 0
    money: int = 0
    rupiah: int = 0
    percent: int = 0
    ordinals: int = 0
    codes: int = 0
    dashes: int = 0
    ticks: int = 0
    signs: int = 0
    length: int = 0

    @property
    def texts(self) -> int:
        """Cells that hold words."""
        return self.filled - self.values - self.dashes


def profile(texts: list[str]) -> Profile:
    """Count the shapes of a column's cells."""
    p = Profile()
    for text in texts:
        kind = shape(text)
        if kind is Shape.EMPTY:
            continue
        p.filled += 1
        p.length += len(text)
        if kind is Shape.MONEY:
            p.money += 1
            p.rupiah += text[:3].lower().lstrip("(").startswith("rp")
        if kind is Shape.PERCENT:
            p.percent += 1
        if kind in VALUES:
            p.values += 1
        elif kind is Shape.DASH:
            p.dashes += 1
        if len(text) <= 8 and is_ordinal(text):
            p.ordinals += 1
        if len(text) <= 40 and is_code(text):
            p.codes += 1
        if "%" in text and has_digit(text):
            p.signs += 1
        if plain(text).lower() in {"v", "√", "✓", "✔", "x", ""}:
            p.ticks += 1
    return p


def by_label(path: tuple[str, ...]) -> Role | None:
    """The role that the labels of one column name, upper ones first in ``path``."""
    if not path:
        return None
    leaf, groups = path[-1], path[:-1]
    if _RATIO.search(" ".join(path)):
        return Role.CAPAIAN
    over = [role_of(g) for g in groups]
    role = None if (names_year(leaf) or (_GENERIC.match(leaf.lower().strip(" ().")) and groups)) else role_of(leaf)
    money = any(_MONEY_WORDS.search(g) for g in groups)
    if role is None:
        role = next((r for r in reversed(over) if r is not None), None)
        if squash(leaf) in {"%", "persen", "persentase"} and groups:
            role = Role.PERSEN if money else Role.CAPAIAN
        elif "fisik" in squash(leaf):
            role = Role.FISIK
        elif role is None:
            role = role_of(" ".join(path))
    elif role is Role.URAIAN and over:
        role = next((r for r in reversed(over) if r in _NAMES), role)
    elif role is Role.INDIKATOR and Role.TUJUAN in over:
        role = Role.INDIKATOR_TUJUAN
    elif role is Role.SATUAN or not money:
        pass
    elif role is Role.TARGET:
        role = Role.ANGGARAN
    elif role is Role.REALISASI:
        role = Role.REALISASI_ANGGARAN
    elif role is Role.CAPAIAN:
        role = Role.PERSEN
    return role


def assign(header: Header | None, columns: list[list[str]], about: str = "") -> list[Column]:
    """One Column for each column of a stitched table.

    ``columns`` holds the body texts of each; ``about`` is the caption, which says what columns named by nothing but
    a year hold.
    """
    width = len(columns)
    profiles = [profile(c) for c in columns]
    paths: list[tuple[str, ...]] = header.paths if header is not None else [()] * width
    roles = [by_label(path) for path in paths]
    if not any(roles):
        roles = _without_header(profiles)
    _by_contents(roles, profiles, paths, Role.TARGET if _PLANNED.search(about) else Role.REALISASI)
    _percent_beside_money(roles, profiles, paths)
    _units_beside_values(roles, profiles, paths)
    _values_called_capaian(roles, profiles, paths, columns)
    _second_names(roles, profiles, paths)
    out = []
    for c in range(width):
        path = paths[c]
        label, group = " ".join(path), " ".join(path[:-1])
        role = roles[c] or Role.LAINNYA
        out.append(
            Column(
                index=c,
                role=role,
                label=label,
                group=group,
                year=_year(path),
                stage=_stage(role, path),
                number=header.numbers[c] if header is not None else None,
                formula=header.formulas[c] if header is not None else None,
                scale=scale_of(label),
            )
        )
    return out


def _year(path: tuple[str, ...]) -> int | None:
    for text in reversed(path):
        year = year_of(text)
        if year is not None:
            return year
    return None


def _stage(role: Role, path: tuple[str, ...]) -> Stage | None:
    label = " ".join(path)
    if role is Role.TARGET and re.search(r"akhir|jangka\s*menengah|renstra|rpjm", label, re.I):
        return Stage.AKHIR
    if role in {Role.ANGGARAN, Role.TARGET}:
        return stage_of(label)
    return None


def _by_contents(
    roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]], of_years: Role
) -> None:
    names = {Role.URAIAN, Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.KODE}
    counts = Role.SATUAN in roles or (Role.INDIKATOR in roles and not names & set(roles))
    for c, p in enumerate(profiles):
        role = roles[c]
        if p.money and p.money * 2 >= p.values and p.values * 2 >= p.filled - p.dashes:
            if counts and p.rupiah * 2 < p.money and not _of_money(roles, paths, c):
                continue  # large counts beside their unit: tons, fish, people
            if role is None:
                roles[c] = Role.REALISASI_ANGGARAN if Role.ANGGARAN in roles[:c] else Role.ANGGARAN
            else:
                roles[c] = _TO_MONEY.get(role, role)
        elif role is None and p.filled:
            if p.ordinals * 10 >= p.filled * 7 and (c == 0 or not paths[c]):
                roles[c] = Role.NO
            elif p.codes * 10 >= p.filled * 6:
                roles[c] = Role.KODE
            elif any(names_year(t) for t in paths[c]) and p.values * 2 >= p.filled - p.dashes:
                roles[c] = of_years
        elif (
            role in {Role.INDIKATOR, Role.SASARAN}
            and p.ordinals * 10 >= p.filled * 9 > 0
            and any(0 <= k < len(roles) and paths[k] == paths[c] for k in (c - 1, c + 1))
        ):
            roles[c] = Role.NO  # the number in front of the name, under one label with it
        elif role is Role.PREDIKAT and p.filled and p.signs * 10 >= p.filled * 7 and Role.CAPAIAN not in roles:
            roles[c] = Role.CAPAIAN  # "63,36 % (Sedang)": the ratio with its predicate


def _of_money(roles: list[Role | None], paths: list[tuple[str, ...]], column: int) -> bool:
    """True when the label speaks of money, or the target that the column belongs to is a budget."""
    if _MONEY_WORDS.search(" ".join(paths[column])):
        return True
    left = [r for r in roles[:column] if r in {Role.TARGET, Role.ANGGARAN}]
    return bool(left) and left[-1] is Role.ANGGARAN


def _units_beside_values(roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]]) -> None:
    """The second of two columns under one label holds the unit when it prints words or "%" and the first values."""
    for c in range(1, len(roles)):
        p, left = profiles[c], profiles[c - 1]
        if roles[c] not in {Role.TARGET, Role.REALISASI, Role.CAPAIAN} or paths[c] != paths[c - 1] or not p.filled:
            continue
        if p.values * 4 <= p.filled and p.length <= 14 * p.filled and left.values * 2 >= left.filled > 0:
            roles[c] = Role.SATUAN


def _percent_beside_money(roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]]) -> None:
    """A percentage right of amounts is an absorption when no target and realisation of a performance stand between."""
    for c, role in enumerate(roles):
        ratio = role is Role.CAPAIAN or (role is Role.REALISASI and "%" in " ".join(paths[c]))
        if not ratio or profiles[c].money:
            continue
        before = [r for r in roles[:c] if r in {Role.TARGET, Role.REALISASI, Role.ANGGARAN, Role.REALISASI_ANGGARAN}]
        if before and before[-1] in {Role.ANGGARAN, Role.REALISASI_ANGGARAN} and Role.REALISASI not in before:
            roles[c] = Role.PERSEN


def _values_called_capaian(
    roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]], columns: list[list[str]]
) -> None:
    """A column called Capaian holds values of the indicator when nothing else does: then it is a realisation."""
    years = [_year(p) for p in paths]
    targets = {years[c] for c, r in enumerate(roles) if r is Role.TARGET}
    for c, role in enumerate(roles):
        label = squash(" ".join(paths[c]))
        if role is Role.CAPAIAN and re.search(r"lalu$|sebelumnya|lalu\D", label) and Role.REALISASI in roles:
            roles[c] = Role.REALISASI
            continue
        if role is not Role.CAPAIAN or _PERCENT_WORDS.search(" ".join(paths[c])):
            continue
        if _RATIO.search(" ".join(paths[c])):
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


def _second_names(roles: list[Role | None], profiles: list[Profile], paths: list[tuple[str, ...]]) -> None:
    """A table with values but without an indicator column: the last name column left of the values is it."""
    if Role.INDIKATOR in roles or not {Role.TARGET, Role.REALISASI, Role.CAPAIAN} & set(roles):
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


def _without_header(profiles: list[Profile]) -> list[Role | None]:
    """Roles of a table that prints no header: numbering, names, amounts and percentages, by their looks."""
    roles: list[Role | None] = [None] * len(profiles)
    name_seen = False
    for c, p in enumerate(profiles):
        if not p.filled:
            continue
        if not name_seen and p.ordinals * 10 >= p.filled * 7:
            roles[c] = Role.NO
        elif not name_seen and p.codes * 10 >= p.filled * 6:
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


def looks_numeric(text: str) -> bool:
    """True for a cell that belongs into a column of values."""
    return shape(text) in VALUES or shape(text) is Shape.DASH or (has_digit(text) and len(text) < 20)
