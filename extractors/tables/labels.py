"""From the labels over a column to its role, its year and its stage."""

import re

from extractors.tables.cells import squash
from extractors.tables.periods import names_period
from extractors.tables.vocabulary import role_of
from extractors.tables.years import names_year, stage_of, year_of
from schemas.table import Role, Stage

MONEY_WORDS = re.compile(r"anggaran|pagu|\bdana\b|keuangan|\(?\brp\b\.?|belanja|rupiah|dipa|apbd|apbn|penyerapan", re.I)
RATIO = re.compile(
    r"(?:realisasi|capaian|kinerja)\b.*\b(?:terhadap|thdp?|dibanding(?:kan)?)\b|^(?:%\s*)?(?:terhadap|thdp?)\b",
    re.IGNORECASE,
)
_SHARES = re.compile(r"%|\btingkat\b|persen|prosen|\brasio\b", re.IGNORECASE)  # "Tingkat Capaian … (%): K | Rp"
_GENERIC = re.compile(
    r"(uraian|vol(ume)?|jumlah|awal|revisi|penetapan|perubahan|murni|sebelum|sesudah|semula|menjadi|rp\.?|ini|lalu|"
    r"nilai|angka|kinerja|kuantitatif|\(?%\)?|tw\w*|triwulan\w*|i{1,3}|iv|1|2|3|4|5)$"
)
ABBREVIATED = {"T": Role.TARGET, "R": Role.REALISASI, "C": Role.CAPAIAN}
"""Labels of one letter under a year or a quarter."""

_OF_MONEY = {
    Role.TARGET: Role.ANGGARAN,
    Role.REALISASI: Role.REALISASI_ANGGARAN,
    Role.CAPAIAN: Role.REALISASI_ANGGARAN,
}
_PHYSICAL = re.compile(r"\bfisik\b", re.IGNORECASE)  # "Fisik: Target | Realisasi"
_PROGRESS = frozenset({Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.PERSEN})
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


def by_label(path: tuple[str, ...]) -> Role | None:
    """The role that the labels of one column name, upper ones first in ``path``."""
    if not path:
        return None
    leaf, groups = path[-1], path[:-1]
    if RATIO.search(" ".join(path)):
        return Role.CAPAIAN
    if leaf in ABBREVIATED and any(names_year(g) or names_period(g) for g in groups):
        return ABBREVIATED[leaf]
    over = [role_of(g) for g in groups]
    role = None if (names_year(leaf) or (_GENERIC.match(leaf.lower().strip(" ().")) and groups)) else role_of(leaf)
    money = any(MONEY_WORDS.search(g) for g in groups)
    if role is None:
        role = next((r for r in reversed(over) if r is not None), None)
        if squash(leaf) in {"%", "persen", "persentase"} and groups:
            role = Role.PERSEN if money else Role.CAPAIAN
        elif squash(leaf) in {"rp", "rupiah", "keuanganrp"} and role in _OF_MONEY:
            role = Role.PERSEN if _SHARES.search(" ".join(groups)) else _OF_MONEY[role]
        elif "fisik" in squash(leaf):
            role = Role.FISIK
        elif role is None:
            role = role_of(" ".join(path))
    elif role is Role.REALISASI_ANGGARAN and squash(leaf).startswith("keuangan") and _planned(over, groups):
        role = Role.ANGGARAN  # "Target s.d. bulan ini" over "Keuangan (Rp)"
    elif role is Role.URAIAN and over:
        role = next((r for r in reversed(over) if r in _NAMES), role)
    elif role is Role.INDIKATOR and Role.TUJUAN in over:
        role = Role.INDIKATOR_TUJUAN
    elif role in _PROGRESS and groups and _PHYSICAL.search(groups[-1]) and not MONEY_WORDS.search(groups[-1]):
        role = Role.FISIK
    elif role is Role.SATUAN or not money:
        pass
    elif role is Role.TARGET:
        role = Role.ANGGARAN
    elif role is Role.REALISASI:
        role = Role.REALISASI_ANGGARAN
    elif role is Role.CAPAIAN:
        role = Role.PERSEN
    return role


def _planned(over: list[Role | None], groups: tuple[str, ...]) -> bool:
    named = next((r for r in reversed(over) if r is not None), None)
    return named in {Role.TARGET, Role.ANGGARAN} and not any("realisasi" in g.lower() for g in groups)


def year_in(path: tuple[str, ...]) -> int | None:
    """The year that the labels of a column name, the lowest label first."""
    for text in reversed(path):
        year = year_of(text)
        if year is not None:
            return year
    return None


def stage_in(role: Role, path: tuple[str, ...]) -> Stage | None:
    """The stage of a budget, or that a target is a mid-term one."""
    label = " ".join(path)
    if role is Role.TARGET and re.search(r"akhir|jangka\s*menengah|renstra|rpjm", label, re.I):
        return Stage.AKHIR
    if role in {Role.ANGGARAN, Role.TARGET}:
        return stage_of(label)
    return None
