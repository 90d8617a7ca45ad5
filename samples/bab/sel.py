"""Cells as a report of this habit prints them."""

from decimal import Decimal

from samples.angka import cetak, uang
from samples.laporan import Indikator, Laporan, Uang
from samples.naskah import Sel


def kepala(*judul: str) -> tuple[Sel, ...]:
    """One header row of plain cells."""
    return tuple(Sel(teks) for teks in judul)


def nilai(laporan: Laporan, indikator: Indikator, angka: Decimal | None, peran: str, tahun: int | None = None) -> Sel:
    """A value of an indicator, with its unit where the table has no column of units."""
    if angka is None:
        return Sel("-", peran, tahun)
    teks = cetak(angka)
    if not laporan.gaya.satuan:
        teks += "%" if indikator.satuan == "Persen" else f" {indikator.satuan}" if "." not in f"{angka:f}" else ""
    return Sel(teks, peran, tahun)


def persen(laporan: Laporan, angka: Decimal, peran: str = "persen", tahun: int | None = None) -> Sel:
    """A percentage that the report computes."""
    return Sel(cetak(angka) + ("%" if laporan.gaya.tanda else ""), peran, tahun)


def rupiah(laporan: Laporan, jumlah: Uang) -> tuple[Sel, Sel, Sel]:
    """Budget, spent, and the percentage spent."""
    return (
        Sel(uang(jumlah.anggaran, laporan.gaya.uang), "anggaran"),
        Sel(uang(jumlah.realisasi, laporan.gaya.uang), "realisasi_anggaran"),
        persen(laporan, laporan.bulat(jumlah.serapan)),
    )
