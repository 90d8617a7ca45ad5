"""What a table is about, from the roles of its columns first and its caption second."""

import re

from extractors.tables.cells import squash
from extractors.tables.yearly import row_years
from schemas.table import Column, Kind, Role, Row, Stage

_MONEY = {Role.ANGGARAN, Role.REALISASI_ANGGARAN}
_NAMES = {Role.INDIKATOR, Role.SASARAN, Role.INDIKATOR_TUJUAN}
_SCALE_WORDS = re.compile(r"skala|interval|predikat|kategori|interpretasi|kriteriapenilaian|mutu|peringkat")
_RANGE = re.compile(
    r"[<>≤≥➤]|\bs\s*[/.]\s*d\b|sampai|\d\s*%?\s*[-–]\s*\d|(?:lebih|kurang)\s+dari|di\s*(?:atas|bawah)", re.IGNORECASE
)
_INPUT = re.compile(r"\W*(?:input|masukan)\s*(?:/\s*\w+\s*)?:", re.IGNORECASE)
_BASE = re.compile(r"kondisi\s+(?:kinerja\s+)?awal|tahun\s+awal|baseline|data\s+dasar", re.IGNORECASE)
_BUDGET_NAMES = {Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.URAIAN, Role.KODE}


def kind_of(columns: list[Column], rows: list[Row], caption: str, section: str, before: str) -> Kind:
    """The kind of a table."""
    roles = {c.role for c in columns}
    words = squash(f"{caption} {before}") if not caption else squash(caption)
    around = squash(f"{caption} {before} {section}")
    labels = squash(" ".join(c.label for c in columns))
    if not rows:
        return Kind.LAINNYA
    if _scale(columns, rows, roles, labels):
        return Kind.SKALA_PREDIKAT
    if _defines(roles, words):
        return Kind.IKU
    if (
        "efisien" in labels
        and roles & (_NAMES | {Role.URAIAN, Role.PROGRAM})
        and (roles & {Role.CAPAIAN, Role.PERSEN, Role.TARGET})
    ):
        return Kind.EFISIENSI
    values = [c for c in columns if c.role in {Role.TARGET, Role.REALISASI, Role.CAPAIAN}]
    if values and any(_INPUT.match(c.text) for row in rows[:4] for c in row.cells if c is not None):
        return Kind.REALISASI_ANGGARAN if {c.role for c in values} - {Role.TARGET} else Kind.RKT
    if len({c.role for c in values}) > 1 and row_years(columns, rows):
        return Kind.PERBANDINGAN_TAHUN
    if (
        values
        and roles & _NAMES
        and Role.INDIKATOR in roles | {Role.INDIKATOR if Role.INDIKATOR_TUJUAN in roles else Role.LAINNYA}
    ):
        if Role.NASIONAL in roles:
            return Kind.PERBANDINGAN_NASIONAL
        if roles & _MONEY and roles & (_BUDGET_NAMES - {Role.KODE}):
            if Role.REALISASI_ANGGARAN in roles:
                return Kind.REALISASI_ANGGARAN
            return Kind.RKT
        if Role.REALISASI_ANGGARAN in roles and Role.TARGET not in roles:
            return Kind.REALISASI_ANGGARAN
        return _performance(columns, values, words, around)
    if roles & _MONEY:
        return Kind.REALISASI_ANGGARAN if Role.REALISASI_ANGGARAN in roles else Kind.ANGGARAN_PROGRAM
    if (
        values
        and Role.SASARAN in roles
        and roles & {Role.TARGET, Role.REALISASI}
        and not roles & {Role.PROGRAM, Role.KEGIATAN}
    ):
        return _performance(columns, values, words, around)
    return Kind.LAINNYA


def _defines(roles: set[Role], words: str) -> bool:
    """True for a table that says how indicators are measured, by whom and from what, and prints no result."""
    if Role.INDIKATOR not in roles or roles & (_MONEY | {Role.REALISASI, Role.CAPAIAN}):
        return False
    if Role.TARGET in roles:
        return Role.FORMULASI in roles
    if roles & {Role.FORMULASI, Role.PENANGGUNG_JAWAB, Role.SUMBER_DATA}:
        return True
    return "indikatorkinerjautama" in words and not roles & {Role.PROGRAM, Role.KEGIATAN, Role.URAIAN}


def _scale(columns: list[Column], rows: list[Row], roles: set[Role], labels: str) -> bool:
    """True for the bands of a scale: few columns, a label for each band, ranges or limits in most rows."""
    if roles & (_MONEY | {Role.INDIKATOR, Role.SASARAN, Role.TARGET}) or len(columns) > 6 or len(rows) > 15:
        return False
    named = _SCALE_WORDS.search(labels) is not None
    if named and len(columns) <= 5 and Role.REALISASI not in roles:
        return True
    ranged = sum(1 for row in rows if any(c is not None and _RANGE.search(c.text) for c in row.cells))
    about = named or Role.PREDIKAT in roles or (Role.CAPAIAN in roles and Role.KETERANGAN in roles)
    return about and ranged * 10 >= len(rows) * 6


def _performance(columns: list[Column], values: list[Column], words: str, around: str) -> Kind:
    targets = [c for c in values if c.role is Role.TARGET]
    realised = [c for c in values if c.role is Role.REALISASI]
    ratios = [c for c in values if c.role is Role.CAPAIAN]
    years = {c.year for c in values if c.year is not None}
    final = any(c.stage is Stage.AKHIR for c in targets)
    planned = len(targets) >= 2 and not ratios and all(_BASE.search(c.label) for c in realised)
    if planned and (len(years) >= 3 or len(targets) >= 5):
        return Kind.TARGET_RENSTRA
    if targets and not realised and not ratios:
        if len({c.year for c in targets if c.year is not None}) >= 3:
            return Kind.TARGET_RENSTRA
        if "rencanakinerjatahunan" in around and "perjanjian" not in words:
            return Kind.RKT
        return Kind.PERJANJIAN_KINERJA
    if final and (realised or ratios):
        only = all(c.stage is Stage.AKHIR for c in targets)
        many = len({c.year for c in (*realised, *ratios) if c.year is not None}) > 1
        if "pengukuran" in words or "pencapaianindikatorkinerjautama" in words:
            return Kind.PENGUKURAN_KINERJA if only else Kind.PERBANDINGAN_TAHUN
        return Kind.PERBANDINGAN_RENSTRA if only or not many else Kind.PERBANDINGAN_TAHUN
    if (
        len({c.year for c in targets if c.year is not None}) >= 2
        and realised
        and not final
        and len(targets) != len(realised)
    ):
        return Kind.PERBANDINGAN_RENSTRA
    if re.search(r"(renstra|rpjmd|jangkamenengah|akhirperiode)", words) and realised and targets and len(years) <= 2:
        return Kind.PERBANDINGAN_RENSTRA
    if len({c.year for c in (*realised, *ratios) if c.year is not None}) >= 2:
        return Kind.PERBANDINGAN_TAHUN
    return Kind.PENGUKURAN_KINERJA
