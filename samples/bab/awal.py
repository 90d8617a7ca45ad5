"""Cover, foreword, table of contents and executive summary."""

from samples.angka import cetak, eja, ribuan, tanggal
from samples.bab.tabel_kinerja import jumlah_efisien
from samples.laporan import Laporan
from samples.naskah import Alinea, Blok, Halaman, Judul

ISI = (
    ("KATA PENGANTAR", "i"),
    ("DAFTAR ISI", "ii"),
    ("IKHTISAR EKSEKUTIF", "iii"),
    ("BAB I PENDAHULUAN", "1"),
    ("A. GAMBARAN UMUM ORGANISASI", "1"),
    ("B. SUMBER DAYA MANUSIA", "1"),
    ("C. ISU STRATEGIS", "2"),
    ("BAB II PERENCANAAN KINERJA", "3"),
    ("A. RENCANA STRATEGIS", "3"),
    ("B. INDIKATOR KINERJA UTAMA", "4"),
    ("C. PERJANJIAN KINERJA", "5"),
    ("BAB III AKUNTABILITAS KINERJA", "6"),
    ("A. CAPAIAN KINERJA ORGANISASI", "6"),
    ("B. REALISASI ANGGARAN", "13"),
    ("BAB IV PENUTUP", "16"),
    ("LAMPIRAN", "17"),
)


def sampul(laporan: Laporan) -> list[Blok]:
    """The cover."""
    return [
        Judul("LAPORAN KINERJA INSTANSI PEMERINTAH (LKIP)", 1),
        Alinea(laporan.instansi.upper(), "sampul.instansi", tebal=True, tengah=True),
        Alinea(laporan.daerah.upper(), "sampul.daerah", tebal=True, tengah=True),
        Alinea(f"TAHUN {laporan.tahun}", "sampul.tahun", tebal=True, tengah=True),
    ]


def pengantar(laporan: Laporan) -> list[Blok]:
    """The foreword with place, date and signature."""
    tahun = laporan.tahun
    return [
        Halaman(),
        Judul("KATA PENGANTAR"),
        Alinea(
            f"Laporan Kinerja {laporan.instansi} Tahun {tahun} disusun untuk mempertanggungjawabkan pelaksanaan tugas "
            f"dan penggunaan anggaran selama tahun {tahun}. Penyusunannya berpedoman pada Peraturan Presiden Nomor 29 "
            "Tahun 2014 tentang Sistem Akuntabilitas Kinerja Instansi Pemerintah dan Peraturan Menteri Pendayagunaan "
            "Aparatur Negara dan Reformasi Birokrasi Nomor 53 Tahun 2014 tentang Petunjuk Teknis Perjanjian Kinerja, "
            "Pelaporan Kinerja dan Tata Cara Reviu atas Laporan Kinerja Instansi Pemerintah.",
            "pengantar.dasar",
        ),
        Alinea(
            f"Laporan ini memuat capaian kinerja {laporan.instansi} terhadap Perjanjian Kinerja Tahun {tahun}, "
            "kendala yang dihadapi, dan langkah perbaikan pada tahun berikutnya. Terima kasih kami sampaikan kepada "
            "semua pihak yang membantu.",
            "pengantar.isi",
        ),
        *tanda_tangan(laporan, laporan.tanggal, "pengantar"),
    ]


def tanda_tangan(laporan: Laporan, iso: str, kunci: str) -> list[Blok]:
    """Place and date, office, name and NIP."""
    return [
        Alinea(f"{laporan.tempat}, {tanggal(iso)}", f"{kunci}.tanggal"),
        Alinea(laporan.jabatan.upper(), f"{kunci}.jabatan"),
        Alinea(laporan.pejabat, f"{kunci}.pejabat", tebal=True),
        Alinea(f"NIP. {laporan.nip}", f"{kunci}.nip"),
    ]


def daftar_isi() -> list[Blok]:
    """The table of contents."""
    baris = (Alinea(f"{judul} ..... {halaman}", f"daftar_isi.{n}") for n, (judul, halaman) in enumerate(ISI, 1))
    return [Halaman(), Judul("DAFTAR ISI"), *baris]


def ikhtisar(laporan: Laporan) -> list[Blok]:
    """The executive summary: the same figures as Bab III."""
    tahun, uang, jumlah = laporan.tahun, laporan.uang, len(laporan.indikator)
    rata = laporan.rata(i for _, i in laporan.indikator)
    butir = [
        Alinea(
            f"{i.nama} terealisasi {cetak(i.realisasi[tahun])} dari target {cetak(i.target[tahun])} dengan capaian "
            f"{cetak(laporan.capaian(i))}%.",
            f"ikhtisar.i{n}",
            f"{n}.",
        )
        for n, (_, i) in enumerate(laporan.indikator, 1)
    ]
    efisien = jumlah_efisien(laporan)
    return [
        Halaman(),
        Judul("IKHTISAR EKSEKUTIF"),
        Alinea(
            f"{laporan.nama} menetapkan {len(laporan.sasaran)} ({eja(len(laporan.sasaran))}) sasaran strategis dengan "
            f"{jumlah} ({eja(jumlah)}) indikator kinerja pada tahun {tahun}. Hasil pengukurannya sebagai berikut:",
            "ikhtisar.pembuka",
        ),
        *butir,
        Alinea(
            f"Rata-rata capaian {jumlah} ({eja(jumlah)}) indikator tersebut adalah {cetak(rata)}% dengan kategori "
            f"{laporan.predikat(rata)}.",
            "ikhtisar.rata",
        ),
        Alinea(
            f"Anggaran {laporan.instansi} tahun {tahun} sebesar Rp{ribuan(uang.anggaran)} dan terealisasi sebesar "
            f"Rp{ribuan(uang.realisasi)} atau {cetak(laporan.bulat(uang.serapan))}%. Dari {len(laporan.sasaran)} "
            f"({eja(len(laporan.sasaran))}) sasaran, {efisien} ({eja(efisien)}) sasaran dicapai secara efisien.",
            "ikhtisar.serapan",
        ),
    ]
