"""Changes to a manuscript: what is planted into a clean one. Each says what it changes by key."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from samples.naskah import Alinea, Baris, Blok, Naskah, Tabel


def terapkan(naskah: Naskah, perubahan: dict[str, Any]) -> Naskah:
    """The manuscript after one change, given as data: the operation is the value of `ubah`."""
    return OPERASI[perubahan["ubah"]](naskah, perubahan)


def ganti_sel(naskah: Naskah, tabel: str, baris: str, sel: str, jadi: str) -> Naskah:
    """Another text in one cell."""

    def isi(lama: Baris) -> Baris:
        return replace(lama, sel=tuple(replace(s, teks=jadi) if s.kunci == sel else s for s in lama.sel))

    return _baris(naskah, tabel, lambda b: isi(b) if b.kunci == baris else b)


def ganti_teks(naskah: Naskah, kunci: str, dari: str, jadi: str) -> Naskah:
    """Another phrase in one paragraph. Raises ValueError when it does not say that."""
    kena = 0

    def ubah(blok: Blok) -> Blok:
        nonlocal kena
        if isinstance(blok, Alinea) and blok.kunci == kunci and dari in blok.teks:
            kena += 1
            return replace(blok, teks=blok.teks.replace(dari, jadi, 1))
        return blok

    hasil = naskah.petakan(ubah)
    if not kena:
        raise ValueError(f"{kunci}: tidak memuat {dari!r}")
    return hasil


def hapus_baris(naskah: Naskah, tabel: str, awalan: str) -> Naskah:
    """The table without that row and the rows below it in the hierarchy."""

    def tinggal(baris: Baris) -> bool:
        return baris.kunci != awalan and not baris.kunci.startswith(awalan + ".")

    return _tabel(naskah, tabel, lambda t: replace(t, baris=tuple(b for b in t.baris if tinggal(b))))


def salin_angka(naskah: Naskah, tabel: str, dari: str, ke: str) -> Naskah:
    """The numbers of one row printed in another: a row that was shifted or copied."""
    sumber = next(b for b in naskah.cari(tabel).baris if b.kunci == dari)
    angka = {s.kunci: s.teks for s in sumber.sel if s.peran in ("anggaran", "realisasi_anggaran", "persen")}

    def isi(lama: Baris) -> Baris:
        return replace(lama, sel=tuple(replace(s, teks=angka.get(s.kunci, s.teks)) for s in lama.sel))

    return _baris(naskah, tabel, lambda b: isi(b) if b.kunci == ke else b)


def gandakan(naskah: Naskah, tabel: str) -> Naskah:
    """The table printed a second time, directly after itself."""
    blok: list[Blok] = []
    for satu in naskah.blok:
        blok.append(satu)
        if isinstance(satu, Tabel) and satu.kunci == tabel:
            blok.append(replace(satu, kunci=tabel + "_ganda"))
    return replace(naskah, blok=tuple(blok))


def ganti_nomor(naskah: Naskah, tabel: str, jadi: str) -> Naskah:
    """Another table number."""
    return _tabel(naskah, tabel, lambda t: replace(t, nomor=jadi))


def pisah_halaman(naskah: Naskah, tabel: str, **ciri: Any) -> Naskah:
    """Where pages end in the text (`putus`, `belah`) and how its rows are damaged (`rusak`)."""
    return _tabel(naskah, tabel, lambda t: replace(t, **ciri))


def _tabel(naskah: Naskah, kunci: str, ubah: Callable[[Tabel], Tabel]) -> Naskah:
    naskah.cari(kunci)
    return naskah.petakan(lambda b: ubah(b) if isinstance(b, Tabel) and b.kunci == kunci else b)


def _baris(naskah: Naskah, tabel: str, ubah: Callable[[Baris], Baris]) -> Naskah:
    return _tabel(naskah, tabel, lambda t: replace(t, baris=tuple(ubah(b) for b in t.baris)))


OPERASI: dict[str, Callable[[Naskah, dict[str, Any]], Naskah]] = {
    "sel": lambda n, p: ganti_sel(n, p["tabel"], p["baris"], p["sel"], p["jadi"]),
    "teks": lambda n, p: ganti_teks(n, p["kunci"], p["dari"], p["jadi"]),
    "hapus": lambda n, p: hapus_baris(n, p["tabel"], p["baris"]),
    "salin": lambda n, p: salin_angka(n, p["tabel"], p["dari"], p["ke"]),
    "gandakan": lambda n, p: gandakan(n, p["tabel"]),
    "nomor": lambda n, p: ganti_nomor(n, p["tabel"], p["jadi"]),
}
