"""Bab III A: the seven analyses that a Laporan Kinerja must hold (PermenPANRB 53/2014, annex II)."""

from samples.angka import banyak, cetak
from samples.bab import tabel_anggaran, tabel_kinerja
from samples.bab.tabel_kinerja import jumlah_efisien
from samples.laporan import Indikator, Laporan
from samples.naskah import Alinea, Blok, Halaman, Judul


def pembuka(laporan: Laporan) -> list[Blok]:
    """How achievement is computed, and the scale of the predicates."""
    return [
        Halaman(),
        Judul("BAB III", 1),
        Judul("AKUNTABILITAS KINERJA", 1),
        Judul("A. CAPAIAN KINERJA ORGANISASI"),
        Alinea("Capaian indikator dihitung dengan rumus berikut:", "bab3.rumus"),
        Alinea(
            "Bila realisasi yang makin tinggi menunjukkan kinerja yang makin baik: Capaian = Realisasi / Target x 100%",
            "bab3.rumus_naik",
            "a.",
        ),
        Alinea(
            "Bila realisasi yang makin rendah menunjukkan kinerja yang makin baik: "
            "Capaian = (Target - (Realisasi - Target)) / Target x 100%",
            "bab3.rumus_turun",
            "b.",
        ),
        Alinea("Capaian dikelompokkan menurut skala berikut:", "bab3.skala"),
        tabel_kinerja.skala(laporan, "3.1"),
    ]


def analisis1(laporan: Laporan, nomor: str = "3.2") -> list[Blok]:
    """Target and realised value of this year."""
    indikator = [i for _, i in laporan.indikator]
    rata = laporan.rata(indikator)
    lewat = sum(1 for i in indikator if laporan.tercapai(i))
    return [
        Judul("1. Perbandingan Target dan Realisasi Kinerja Tahun Ini", 3),
        tabel_kinerja.pengukuran(laporan, nomor),
        Alinea(
            f"Dari {banyak(len(indikator))} indikator, {banyak(lewat)} indikator mencapai target. Rata-rata capaian "
            f"seluruh indikator adalah {cetak(rata)}% dengan kategori {laporan.predikat(rata)}.",
            "bab3.rata",
        ),
    ]


def analisis2(laporan: Laporan, nomor: str = "3.3") -> list[Blok]:
    """Comparison with earlier years."""
    return [
        Judul("2. Perbandingan Realisasi dan Capaian dengan Tahun Lalu dan Beberapa Tahun Terakhir", 3),
        tabel_kinerja.antar_tahun(laporan, nomor),
        *(Alinea(_arah(laporan, i), f"bab3.arah{n}", "-") for n, (_, i) in enumerate(laporan.indikator, 1)),
    ]


def _arah(laporan: Laporan, indikator: Indikator) -> str:
    kini, lalu = indikator.realisasi[laporan.tahun], indikator.realisasi[laporan.tahun - 1]
    if kini == lalu:
        return f"{indikator.nama} sama dengan tahun {laporan.tahun - 1}, yaitu {cetak(kini)}."
    kata = "meningkat" if kini > lalu else "menurun"
    dari = f"{cetak(lalu)} pada tahun {laporan.tahun - 1}"
    return f"{indikator.nama} {kata} dari {dari} menjadi {cetak(kini)} pada tahun {laporan.tahun}."


def analisis3(laporan: Laporan, nomor: str = "3.4") -> list[Blok]:
    """Comparison with the medium-term target."""
    return [
        Judul("3. Perbandingan Realisasi sampai dengan Tahun Ini dengan Target Jangka Menengah Renstra", 3),
        tabel_kinerja.renstra(laporan, nomor),
    ]


def analisis4(laporan: Laporan, nomor: str = "3.5") -> list[Blok]:
    """Comparison with the national figure."""
    return [
        Judul("4. Perbandingan Realisasi dengan Standar Nasional", 3),
        tabel_kinerja.nasional(laporan, nomor),
        Alinea("Indikator tanpa angka nasional tidak diperbandingkan karena datanya tidak tersedia.", "bab3.nasional"),
    ]


def analisis5(laporan: Laporan) -> list[Blok]:
    """Causes of success or failure, and what was done about them."""
    blok: list[Blok] = [Judul("5. Analisis Penyebab Keberhasilan atau Kegagalan serta Solusi", 3)]
    n = 0
    for s, sasaran in enumerate(laporan.sasaran, 1):
        blok.append(Alinea(f"Sasaran Strategis {s} : {sasaran.nama}", f"bab3.sasaran{s}", tebal=True))
        for indikator in sasaran.indikator:
            n += 1
            blok.append(Alinea(_sebab(laporan, indikator), f"bab3.sebab{n}"))
    return blok


def _sebab(laporan: Laporan, indikator: Indikator) -> str:
    capaian = laporan.capaian(indikator)
    hasil = "Target tercapai" if laporan.tercapai(indikator) else "Target belum tercapai"
    return (
        f"Capaian {indikator.nama} tahun {laporan.tahun} sebesar {cetak(capaian)}% dengan kategori "
        f"{laporan.predikat(capaian)}. {hasil} karena {indikator.sebab}. "
        f"Langkah yang ditempuh adalah {indikator.solusi}."
    )


def analisis6(laporan: Laporan, nomor: str = "3.6") -> list[Blok]:
    """Efficiency: achievement against absorption."""
    efisien = jumlah_efisien(laporan)
    return [
        Judul("6. Analisis Efisiensi Penggunaan Sumber Daya", 3),
        Alinea(
            "Sasaran dinilai efisien bila persentase capaian kinerjanya lebih tinggi daripada persentase serapan "
            "anggaran program pendukungnya.",
            "bab3.aturan_efisien",
        ),
        tabel_kinerja.efisiensi(laporan, nomor),
        Alinea(
            f"Sebanyak {banyak(efisien)} sasaran dicapai secara efisien dan {banyak(len(laporan.sasaran) - efisien)} "
            "sasaran tidak efisien.",
            "bab3.efisien",
        ),
    ]


def analisis7(laporan: Laporan) -> list[Blok]:
    """Programmes and kegiatan that serve each sasaran."""
    program = laporan.program
    kegiatan, sub = sum(len(p.kegiatan) for p in program), len(laporan.sub)
    blok: list[Blok] = [
        Judul("7. Analisis Program dan Kegiatan yang Menunjang Keberhasilan atau Kegagalan", 3),
        Alinea(
            f"Pencapaian sasaran didukung oleh {banyak(len(program))} program, {banyak(kegiatan)} kegiatan, dan "
            f"{banyak(sub)} sub kegiatan.",
            "bab3.dukungan",
        ),
    ]
    for s, sasaran in enumerate(laporan.sasaran):
        blok.append(Alinea(f"Sasaran Strategis {s + 1} : {sasaran.nama}", f"bab3.dukungan{s + 1}", tebal=True))
        blok.append(tabel_anggaran.pendukung(laporan, s))
    return blok
