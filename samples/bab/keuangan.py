"""Bab III B and Bab IV: the money, and the conclusions."""

from samples.angka import banyak, cetak, ribuan
from samples.bab import tabel_anggaran
from samples.bab.tabel_kinerja import jumlah_efisien
from samples.laporan import Laporan
from samples.naskah import Alinea, Blok, Halaman, Judul


def realisasi(laporan: Laporan, nomor: str = "3.7") -> list[Blok]:
    """Composition, the table of all levels, comparison with last year, reallocation."""
    return [
        Judul("B. REALISASI ANGGARAN"),
        *susunan(laporan),
        Alinea(
            f"Anggaran tersebut membiayai {banyak(len(laporan.program))} program dengan realisasi sebagai berikut:",
            "uang.program",
        ),
        tabel_anggaran.serapan(laporan, nomor),
        Alinea(_lalu(laporan), "uang.lalu"),
        *penyesuaian(laporan),
    ]


def susunan(laporan: Laporan) -> list[Blok]:
    """What the budget is made of: Belanja Operasi with its parts, and Belanja Modal."""
    uang, modal, pegawai = laporan.uang, laporan.modal, laporan.belanja_pegawai
    operasi = uang.anggaran - modal.anggaran
    kepala = f"Anggaran {laporan.instansi} tahun {laporan.tahun} sebesar Rp{ribuan(uang.anggaran)}"
    if not modal.anggaran:
        return [Alinea(f"{kepala}, seluruhnya Belanja Operasi.", "uang.susunan")]
    return [
        Alinea(f"{kepala} terdiri atas:", "uang.susunan"),
        Alinea(f"Belanja Operasi sebesar Rp{ribuan(operasi)}, yaitu:", "uang.operasi", "1."),
        Alinea(f"Belanja Pegawai sebesar Rp{ribuan(pegawai.anggaran)}", "uang.pegawai", "a."),
        Alinea(f"Belanja Barang dan Jasa sebesar Rp{ribuan(operasi - pegawai.anggaran)}", "uang.barang", "b."),
        Alinea(f"Belanja Modal sebesar Rp{ribuan(modal.anggaran)}", "uang.modal", "2."),
    ]


def _lalu(laporan: Laporan) -> str:
    uang, lalu = laporan.uang, laporan.lalu
    kini, dulu = laporan.bulat(uang.serapan), laporan.bulat(lalu.serapan)
    beda = abs(kini - dulu)
    arah = "meningkat" if kini > dulu else "menurun"
    return (
        f"Realisasi anggaran tahun {laporan.tahun} sebesar Rp{ribuan(uang.realisasi)} atau {cetak(kini)}% dari "
        f"anggaran sebesar Rp{ribuan(uang.anggaran)}. Pada tahun {laporan.tahun - 1}, dari anggaran sebesar "
        f"Rp{ribuan(lalu.anggaran)} terealisasi sebesar Rp{ribuan(lalu.realisasi)} atau {cetak(dulu)}%. "
        f"Penyerapan tersebut {arah} sebesar {cetak(beda)} poin persen."
    )


def penyesuaian(laporan: Laporan) -> list[Blok]:
    """The reallocation in the budget change, item by item."""
    if not laporan.penyesuaian:
        return []
    total = sum(p.nilai for p in laporan.penyesuaian)
    return [
        Alinea(
            f"Pada perubahan anggaran dilakukan pengurangan sebesar Rp{ribuan(total)}, yang terdiri dari:",
            "uang.penyesuaian",
        ),
        *(
            Alinea(f"{p.uraian} sebesar Rp{ribuan(p.nilai)}", f"uang.penyesuaian{n}", f"{'abcdefghij'[n - 1]}.")
            for n, p in enumerate(laporan.penyesuaian, 1)
        ),
    ]


def penutup(laporan: Laporan) -> list[Blok]:
    """Bab IV: the conclusion repeats the figures of Bab III, then the steps to come."""
    uang = laporan.uang
    rata = laporan.rata(i for _, i in laporan.indikator)
    efisien = jumlah_efisien(laporan)
    return [
        Halaman(),
        Judul("BAB IV", 1),
        Judul("PENUTUP", 1),
        Alinea(
            f"Secara umum kinerja {laporan.instansi} tahun {laporan.tahun} berkategori {laporan.predikat(rata)} dengan "
            f"rata-rata capaian {cetak(rata)}%. Anggaran sebesar Rp{ribuan(uang.anggaran)} terealisasi sebesar "
            f"Rp{ribuan(uang.realisasi)} ({cetak(laporan.bulat(uang.serapan))}%), dan {banyak(efisien)} sasaran "
            "dicapai secara efisien.",
            "bab4.simpulan",
        ),
        Alinea("Langkah perbaikan pada tahun berikutnya adalah:", "bab4.langkah"),
        *(
            Alinea(f"{solusi[:1].upper()}{solusi[1:]}.", f"bab4.langkah{n}", f"{n}.")
            for n, solusi in enumerate(dict.fromkeys(i.solusi for _, i in laporan.indikator), 1)
        ),
    ]
