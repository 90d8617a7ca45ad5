"""The annexes: Perjanjian Kinerja, RKT, IKU decree; and a decree as a document of its own."""

from samples.angka import tanggal
from samples.bab import tabel_anggaran, tabel_rencana
from samples.bab.awal import tanda_tangan
from samples.laporan import Laporan
from samples.naskah import Alinea, Blok, Halaman, Judul

URUTAN_LAMPIRAN = ("no", "sasaran", "indikator", "formulasi", "sumber_data", "penanggung_jawab")


def perjanjian(laporan: Laporan) -> list[Blok]:
    """The Perjanjian Kinerja as signed."""
    return [
        Halaman(),
        Judul("LAMPIRAN 1", 1),
        Judul(f"PERJANJIAN KINERJA TAHUN {laporan.tahun}"),
        Judul(laporan.instansi.upper()),
        tabel_rencana.perjanjian(laporan, "lampiran_pk"),
        tabel_anggaran.program(laporan, "lampiran_program"),
        *tanda_tangan(laporan, laporan.tanggal_pk, "lampiran_pk"),
    ]


def rkt(laporan: Laporan) -> list[Blok]:
    """The annual plan, on a landscape page."""
    return [
        Halaman(lanskap=True),
        Judul("LAMPIRAN 2", 1),
        Judul(f"RENCANA KINERJA TAHUNAN (RKT) TAHUN {laporan.tahun}"),
        tabel_rencana.rkt(laporan),
    ]


def iku(laporan: Laporan) -> list[Blok]:
    """The annex of the decree on the main indicators."""
    return [
        Halaman(lanskap=True),
        Judul("LAMPIRAN 3", 1),
        Alinea(f"LAMPIRAN KEPUTUSAN {laporan.jabatan.upper()}", "lampiran_iku.judul"),
        Alinea(f"NOMOR : {laporan.nomor_iku}", "lampiran_iku.nomor"),
        Alinea(f"TANGGAL : {tanggal(laporan.tanggal_iku)}", "lampiran_iku.tanggal_sk"),
        Judul("INDIKATOR KINERJA UTAMA"),
        Judul(laporan.instansi.upper()),
        tabel_rencana.iku(laporan, "iku"),
    ]


def keputusan(laporan: Laporan) -> list[Blok]:
    """A decree on the main indicators: considerations, clauses, and the table twice, in the body and in the annex."""
    jabatan, iso = laporan.jabatan, laporan.tanggal_iku
    return [
        Judul(f"PEMERINTAH {laporan.daerah.upper()}", 1),
        Judul(laporan.instansi.upper(), 1),
        Alinea(f"KEPUTUSAN {jabatan.upper()}", "sk.judul", tebal=True, tengah=True),
        Alinea(f"NOMOR : {laporan.nomor_iku}", "sk.nomor", tengah=True),
        Alinea("TENTANG", "sk.tentang", tengah=True),
        Alinea(
            f"PENETAPAN INDIKATOR KINERJA UTAMA {laporan.nama.upper()} TAHUN {laporan.tahun}",
            "sk.hal",
            tebal=True,
            tengah=True,
        ),
        Alinea(
            "Menimbang : bahwa untuk mengukur keberhasilan sasaran strategis perlu ditetapkan indikator kinerja utama;",
            "sk.menimbang",
        ),
        Alinea(
            "Mengingat : Peraturan Menteri Negara Pendayagunaan Aparatur Negara Nomor PER/9/M.PAN/5/2007 tentang "
            "Pedoman Umum Penetapan Indikator Kinerja Utama di Lingkungan Instansi Pemerintah;",
            "sk.mengingat",
        ),
        Alinea("MEMUTUSKAN :", "sk.memutuskan", tebal=True, tengah=True),
        Alinea(f"KESATU : Menetapkan indikator kinerja utama {laporan.instansi} sebagai berikut.", "sk.kesatu"),
        tabel_rencana.iku(laporan, "iku1"),
        Alinea("KEDUA : Indikator kinerja utama menjadi dasar perjanjian kinerja dan laporan kinerja.", "sk.kedua"),
        Alinea("KETIGA : Keputusan ini berlaku sejak tanggal ditetapkan.", "sk.ketiga"),
        Alinea(f"Ditetapkan di {laporan.tempat}", "sk.tempat"),
        Alinea(f"pada tanggal {tanggal(iso)}", "sk.tanggal"),
        *tanda_tangan(laporan, iso, "sk_ttd")[1:],
        Halaman(),
        Alinea(f"LAMPIRAN KEPUTUSAN {jabatan.upper()}", "sk_lampiran.judul"),
        Alinea(f"NOMOR : {laporan.nomor_iku}", "sk_lampiran.nomor"),
        Alinea(f"TANGGAL : {tanggal(iso)}", "sk_lampiran.tanggal"),
        Judul("INDIKATOR KINERJA UTAMA"),
        tabel_rencana.iku(laporan, "iku2", URUTAN_LAMPIRAN),
    ]
