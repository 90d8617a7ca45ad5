"""From a report's truth to the manuscript of a document: which parts, in which order."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from samples.bab import awal, keuangan, kinerja, lampiran, pendahuluan
from samples.laporan import Laporan
from samples.naskah import Blok, Judul, Naskah, Tabel

Bagian = Callable[[Laporan], list[Blok]]

BAGIAN: dict[str, Bagian] = {
    "sampul": awal.sampul,
    "pengantar": awal.pengantar,
    "daftar_isi": lambda _: awal.daftar_isi(),
    "ikhtisar": awal.ikhtisar,
    "bab1": pendahuluan.bab1,
    "bab2": pendahuluan.bab2,
    "bab3": kinerja.pembuka,
    "analisis1": kinerja.analisis1,
    "analisis2": kinerja.analisis2,
    "analisis3": kinerja.analisis3,
    "analisis4": kinerja.analisis4,
    "analisis5": kinerja.analisis5,
    "analisis6": kinerja.analisis6,
    "analisis7": kinerja.analisis7,
    "realisasi": keuangan.realisasi,
    "bab4": keuangan.penutup,
    "perjanjian": lampiran.perjanjian,
    "rkt": lampiran.rkt,
    "iku": lampiran.iku,
    "keputusan": lampiran.keputusan,
}
LKIP = tuple(nama for nama in BAGIAN if nama != "keputusan")


def susun(laporan: Laporan, bagian: tuple[str, ...] = ()) -> Naskah:
    """The manuscript of the named parts, of a whole LKIP unless told."""
    blok = [b for nama in bagian or laporan.gaya.urutan or LKIP for b in BAGIAN[nama](laporan)]
    identitas = {"jenis": laporan.jenis, "instansi": laporan.nama, "tahun": laporan.tahun}
    if laporan.jenis == "iku":
        identitas["nomor"] = laporan.nomor_iku
    judul = "Indikator Kinerja Utama" if laporan.jenis == "iku" else "Laporan Kinerja"
    return Naskah(identitas, tuple(_nomori(blok)), f"{judul} {laporan.instansi} Tahun {laporan.tahun}")


def _nomori(blok: list[Blok]) -> Iterator[Blok]:
    """Tables and analyses numbered in the order in which they stand."""
    jumlah: Counter[str] = Counter()
    for satu in blok:
        if isinstance(satu, Tabel) and satu.nomor:
            bab = satu.nomor.split(".")[0]
            jumlah[bab] += 1
            yield replace(satu, nomor=f"{bab}.{jumlah[bab]}")
        elif isinstance(satu, Judul) and satu.tingkat == 3:
            jumlah["analisis"] += 1
            yield replace(satu, teks=re.sub(r"^[0-9]+", str(jumlah["analisis"]), satu.teks))
        else:
            yield satu
