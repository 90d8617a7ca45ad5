"""Plant one known error into a consistent manuscript, at a random place where a reader can see that it is one."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise
from random import Random

from samples import perubahan
from samples.angka import cetak
from samples.bab.tabel_anggaran import tingkatan
from samples.laporan import Laporan
from samples.naskah import Alinea, Naskah

ANGGARAN = ("anggaran", "realisasi_anggaran")


@dataclass(frozen=True)
class Tanaman:
    """A changed manuscript: the keys of what was changed, what stood there and what stands there now."""

    naskah: Naskah
    kunci: tuple[str, ...]
    semula: str
    jadi: str


def tanam(laporan: Laporan, naskah: Naskah, jenis: str, seed: int) -> Tanaman | None:
    """One error of that kind, or None when this report has no place for it."""
    return JENIS[jenis](laporan, naskah, Random(seed))


def _sel(naskah: Naskah, tabel: str, baris: str, sel: str) -> str:
    isi = next(b for b in naskah.cari(tabel).baris if b.kunci == baris)
    return next(s.teks for s in isi.sel if s.kunci == sel)


def _ganti(naskah: Naskah, tabel: str, baris: str, sel: str, jadi: str) -> Tanaman:
    semula = _sel(naskah, tabel, baris, sel)
    return Tanaman(perubahan.ganti_sel(naskah, tabel, baris, sel, jadi), (f"{tabel}.{baris}.{sel}",), semula, jadi)


def _angka_acak(laporan: Laporan, acak: Random) -> tuple[str, str, str]:
    """A row of the budget table, a column of money, and its text."""
    kunci, *_ = acak.choice(list(tingkatan(laporan)))
    return "serapan", kunci, acak.choice(ANGGARAN)


def digit(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """One digit of an amount replaced by another."""
    tabel, baris, sel = _angka_acak(laporan, acak)
    teks = _sel(naskah, tabel, baris, sel)
    letak = [n for n, c in enumerate(_rupiah(teks)) if c.isdigit()]
    n = acak.choice(letak)
    baru = acak.choice([d for d in "0123456789" if d != teks[n] and not (d == "0" and n == letak[0])])
    return _ganti(naskah, tabel, baris, sel, teks[:n] + baru + teks[n + 1 :])


def transposisi(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """Two neighbouring digits of an amount changed about."""
    tabel, baris, sel = _angka_acak(laporan, acak)
    teks = _sel(naskah, tabel, baris, sel)
    letak = [n for n, c in enumerate(_rupiah(teks)) if c.isdigit()]
    pasangan = [(a, b) for a, b in pairwise(letak) if teks[a] != teks[b]]
    pasangan = [(a, b) for a, b in pasangan if not (a == letak[0] and teks[b] == "0")]
    if not pasangan:
        return None
    a, b = acak.choice(pasangan)
    baru = list(teks)
    baru[a], baru[b] = baru[b], baru[a]
    return _ganti(naskah, tabel, baris, sel, "".join(baru))


def _rupiah(teks: str) -> str:
    """The part of an amount that counts whole rupiah."""
    return teks.removesuffix(",-").removesuffix(",00")


def baris_hilang(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """A sub kegiatan that is not printed though its kegiatan counts it."""
    calon = [f"p{p}.k{k}" for p, k, jumlah in _kegiatan(laporan) if jumlah > 1]
    if not calon:
        return None
    induk = acak.choice(calon)
    anak = acak.choice([k for k, *_ in tingkatan(laporan) if k.startswith(induk + ".s")])
    baru = perubahan.hapus_baris(naskah, "serapan", anak)
    return Tanaman(baru, (f"serapan.{induk}",), _sel(naskah, "serapan", anak, "anggaran"), "")


def _kegiatan(laporan: Laporan) -> list[tuple[int, int, int]]:
    return [(p, k, len(x.sub)) for p, y in enumerate(laporan.program, 1) for k, x in enumerate(y.kegiatan, 1)]


def baris_tertukar(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """The numbers of two sub kegiatan of different kegiatan exchanged."""
    sub = [(k, uang) for k, level, _, _, uang in tingkatan(laporan) if level == "sub_kegiatan"]
    acak.shuffle(sub)
    pasangan = next(
        ((a, b) for a, x in sub for b, y in sub if a.rsplit(".", 1)[0] != b.rsplit(".", 1)[0] and x != y), None
    )
    if pasangan is None:
        return None
    a, b = pasangan
    satu = perubahan.salin_angka(naskah, "serapan", a, b)
    for sel in (*ANGGARAN, "persen"):
        satu = perubahan.ganti_sel(satu, "serapan", a, sel, _sel(naskah, "serapan", b, sel))
    semula, jadi = _sel(naskah, "serapan", a, "anggaran"), _sel(satu, "serapan", a, "anggaran")
    return Tanaman(satu, (f"serapan.{a}", f"serapan.{b}"), semula, jadi)


def persen(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """A percentage that is off by more than any rounding."""
    beda = Decimal(acak.randint(15, 90)) / 10 * acak.choice((1, -1))
    if acak.random() < 0.5:
        tabel, sel = "serapan", "persen"
        baris, _, _, _, uang = acak.choice(list(tingkatan(laporan)))
        nilai = laporan.bulat(uang.serapan)
        if nilai + beda > 100:
            beda = -beda
    else:
        tabel, sel = "pengukuran", "capaian"
        n = acak.randrange(len(laporan.indikator))
        baris, nilai = f"i{n + 1}", laporan.capaian(laporan.indikator[n][1])
    jadi = cetak(laporan.bulat(nilai + beda)) + ("%" if laporan.gaya.tanda else "")
    return _ganti(naskah, tabel, baris, sel, jadi)


def jumlah(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """A total that is not the sum of its programmes."""
    sel = acak.choice(ANGGARAN)
    teks = _sel(naskah, "serapan", "jumlah", sel)
    n = acak.choice([n for n, c in enumerate(_rupiah(teks)) if c.isdigit()][1:])
    baru = acak.choice([d for d in "0123456789" if d != teks[n]])
    return _ganti(naskah, "serapan", "jumlah", sel, teks[:n] + baru + teks[n + 1 :])


def tabel_ganda(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """A table printed twice."""
    tabel = acak.choice([t for t in ("pengukuran", "serapan") if len(naskah.cari(t).baris) > 2] or ["serapan"])
    awal = naskah.cari(tabel).baris[0].kunci
    kunci = tuple(f"{t}.{bagian}" for t in (tabel, tabel + "_ganda") for bagian in ("nomor", "kepala", awal))
    return Tanaman(perubahan.gandakan(naskah, tabel), kunci, tabel, tabel)


def tahun(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """The year of another report left standing in the foreword."""
    lain = laporan.tahun - acak.randint(1, 3)
    dari, jadi = f"{laporan.instansi} Tahun {laporan.tahun}", f"{laporan.instansi} Tahun {lain}"
    return _teks(naskah, "pengantar.dasar", dari, jadi)


def instansi(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """The name of another agency of the same kind left standing in the foreword."""
    kata = "Kecamatan" if laporan.instansi.startswith("Kecamatan") else "Dinas"
    lain = {"Kecamatan": ("Tanjung Melati", "Wana Sari"), "Dinas": ("Tenaga Kerja", "Pariwisata")}[kata]
    return _teks(
        naskah, "pengantar.isi", f"capaian kinerja {laporan.instansi}", f"capaian kinerja {kata} {acak.choice(lain)}"
    )


def narasi(laporan: Laporan, naskah: Naskah, acak: Random) -> Tanaman | None:
    """A value in the summary that is not the one in the table."""
    n = acak.randrange(len(laporan.indikator))
    indikator = laporan.indikator[n][1]
    capaian = laporan.capaian(indikator)
    lain = laporan.bulat(capaian + Decimal(acak.randint(15, 90)) / 10)
    return _teks(naskah, f"ikhtisar.i{n + 1}", f"capaian {cetak(capaian)}%", f"capaian {cetak(lain)}%")


def _teks(naskah: Naskah, kunci: str, dari: str, jadi: str) -> Tanaman | None:
    if not any(isinstance(b, Alinea) and b.kunci == kunci and dari in b.teks for b in naskah.blok):
        return None
    return Tanaman(perubahan.ganti_teks(naskah, kunci, dari, jadi), (kunci,), dari, jadi)


JENIS: dict[str, Callable[[Laporan, Naskah, Random], Tanaman | None]] = {
    "digit": digit,
    "transposisi": transposisi,
    "baris_hilang": baris_hilang,
    "baris_tertukar": baris_tertukar,
    "persen": persen,
    "jumlah": jumlah,
    "tabel_ganda": tabel_ganda,
    "tahun": tahun,
    "instansi": instansi,
    "narasi": narasi,
}
