"""What a table is about, from the roles of its columns first and its caption second."""

import re

from extractors.tables.cells import squash
from schemas.table import Column, Kind, Role, Row, Stage

_MONEY = {Role.ANGGARAN, Role.REALISASI_ANGGARAN}
_NAMES = {Role.INDIKATOR, Role.SASARAN, Role.INDIKATOR_TUJUAN}
_BUDGET_NAMES = {Role.PROGRAM, Role.KEGIATAN, Role.SUB_KEGIATAN, Role.URAIAN, Role.KODE}


def kind_of(columns: list[Column], rows: list[Row], caption: str, section: str, before: str) -> Kind:
    """The kind of a table."""
    roles = {c.role for c in columns}
    words = squash(f"{caption} {before}") if not caption else squash(caption)
    around = squash(f"{caption} {before} {section}")
    labels = squash(" ".join(c.label for c in columns))
    if not rows:
        return Kind.LAINNYA
    if _scale(columns, roles, labels):
        return Kind.SKALA_PREDIKAT
    if (
        Role.INDIKATOR in roles
        and not roles & (_MONEY | {Role.TARGET, Role.REALISASI, Role.CAPAIAN})
        and (roles & {Role.FORMULASI, Role.PENANGGUNG_JAWAB, Role.SUMBER_DATA})
    ):
        return Kind.IKU
    if (
        "efisien" in labels
        and roles & (_NAMES | {Role.URAIAN, Role.PROGRAM})
        and (roles & {Role.CAPAIAN, Role.PERSEN, Role.TARGET})
    ):
        return Kind.EFISIENSI
    values = [c for c in columns if c.role in {Role.TARGET, Role.REALISASI, Role.CAPAIAN}]
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
    if roles & _MONEY and roles & (_NAMES | _BUDGET_NAMES):
        return Kind.REALISASI_ANGGARAN if Role.REALISASI_ANGGARAN in roles else Kind.ANGGARAN_PROGRAM
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


def _scale(columns: list[Column], roles: set[Role], labels: str) -> bool:
    if roles & _MONEY or Role.INDIKATOR in roles or Role.SASARAN in roles:
        return False
    return (
        len(columns) <= 5
        and bool(
            re.search(r"skala|interval|predikat|kategori|interpretasi|kriteriapenilaian|mutu|peringkat", labels)
            or (Role.CAPAIAN in roles and Role.KETERANGAN in roles and len(columns) <= 3)
        )
        and not roles & {Role.TARGET, Role.REALISASI}
    )


def _performance(columns: list[Column], values: list[Column], words: str, around: str) -> Kind:
    targets = [c for c in values if c.role is Role.TARGET]
    realised = [c for c in values if c.role is Role.REALISASI]
    ratios = [c for c in values if c.role is Role.CAPAIAN]
    years = {c.year for c in values if c.year is not None}
    final = any(c.stage is Stage.AKHIR for c in targets)
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
