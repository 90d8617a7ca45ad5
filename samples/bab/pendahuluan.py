"""Bab I and Bab II: the organisation, its plan, its indicators and its promise for the year."""

from samples.angka import banyak, eja, ribuan
from samples.bab import tabel_anggaran, tabel_kinerja, tabel_rencana
from samples.laporan import Laporan
from samples.naskah import Alinea, Blok, Halaman, Judul


def bab1(laporan: Laporan) -> list[Blok]:
    """Organisation, staff, strategic issues."""
    pegawai = sum(o.pria + o.wanita for o in laporan.pegawai)
    return [
        Halaman(),
        Judul("BAB I", 1),
        Judul("PENDAHULUAN", 1),
        Judul("A. GAMBARAN UMUM ORGANISASI"),
        Alinea(
            f"{laporan.instansi} adalah perangkat daerah {laporan.daerah} yang membantu {laporan.kepala_daerah} "
            f"menyelenggarakan pemerintahan di wilayahnya. {laporan.wilayah}",
            "bab1.umum",
        ),
        Judul("B. SUMBER DAYA MANUSIA"),
        Alinea(
            f"Pada akhir tahun {laporan.tahun} terdapat {banyak(pegawai)} orang pegawai, terdiri atas "
            f"{banyak(laporan.pimpinan)} pejabat struktural dan {banyak(pegawai - laporan.pimpinan)} pelaksana. "
            "Rinciannya disajikan pada Tabel 1.1.",
            "bab1.pegawai",
        ),
        tabel_kinerja.pegawai(laporan, "1.1"),
        Judul("C. ISU STRATEGIS"),
        Alinea("Isu strategis yang dihadapi adalah:", "bab1.isu"),
        *(Alinea(isu, f"bab1.isu{n}", f"{n}.") for n, isu in enumerate(laporan.isu, 1)),
    ]


def bab2(laporan: Laporan) -> list[Blok]:
    """Renstra matrix, IKU, Perjanjian Kinerja with its programmes."""
    awal, akhir = laporan.periode
    anggaran = laporan.uang.anggaran
    return [
        Halaman(),
        Judul("BAB II", 1),
        Judul("PERENCANAAN KINERJA", 1),
        Judul("A. RENCANA STRATEGIS"),
        Alinea(
            f"Rencana Strategis {laporan.instansi} Tahun {awal}-{akhir} memuat {banyak(len(laporan.sasaran))} sasaran "
            f"strategis. Target tiap indikator sampai tahun {akhir} disajikan pada matriks berikut.",
            "bab2.renstra",
        ),
        tabel_rencana.matriks(laporan),
        Judul("B. INDIKATOR KINERJA UTAMA"),
        Alinea(
            f"Indikator kinerja utama ditetapkan dengan Keputusan {laporan.jabatan} Nomor {laporan.nomor_iku} dan "
            "dilampirkan pada laporan ini.",
            "bab2.iku",
        ),
        Judul("C. PERJANJIAN KINERJA"),
        Alinea(
            f"Perjanjian Kinerja Tahun {laporan.tahun} memuat sasaran, indikator, dan target sebagai berikut:",
            "bab2.pk",
        ),
        tabel_rencana.perjanjian(laporan, "perjanjian"),
        Alinea("Program dan anggaran untuk mewujudkan target tersebut adalah:", "bab2.program"),
        tabel_anggaran.program(laporan, "program"),
        Alinea(
            f"Jumlah anggaran yang diperjanjikan sebesar Rp{ribuan(anggaran)} ({eja(anggaran).capitalize()} rupiah).",
            "bab2.jumlah",
        ),
    ]
