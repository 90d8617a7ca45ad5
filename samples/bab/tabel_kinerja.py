"""The tables of indicators: measurement, comparison with years, plan and nation, efficiency, scale."""

from collections.abc import Callable
from decimal import Decimal

from samples.angka import cetak
from samples.bab.sel import kepala, nilai, persen
from samples.laporan import Indikator, Laporan, Sasaran
from samples.naskah import Baris, Sel, Tabel

Isi = Callable[[Indikator], tuple[Sel, ...]]


def _baris(laporan: Laporan, isi: Isi, nomor: bool = True, jenis: str = "indikator") -> tuple[Baris, ...]:
    """One row for each indicator; the name of a sasaran stands once for its indicators."""
    baris: list[Baris] = []
    for s, sasaran in enumerate(laporan.sasaran, 1):
        for i, indikator in enumerate(sasaran.indikator):
            depan = (Sel(str(s), "no", gabung=i > 0),) if nomor else ()
            nama = (Sel(sasaran.nama, "sasaran", gabung=i > 0), Sel(indikator.nama, "indikator"))
            baris.append(Baris(f"i{len(baris) + 1}", (*depan, *nama, *isi(indikator)), jenis))
    return tuple(baris)


def _satuan(laporan: Laporan, indikator: Indikator) -> tuple[Sel, ...]:
    return (Sel(indikator.satuan, "satuan"),) if laporan.gaya.satuan else ()


def pengukuran(laporan: Laporan, nomor: str) -> Tabel:
    """Target, realised value and achievement of the reported year."""
    gaya, tahun = laporan.gaya, laporan.tahun

    def isi(indikator: Indikator) -> tuple[Sel, ...]:
        capaian = laporan.capaian(indikator)
        return (
            *_satuan(laporan, indikator),
            nilai(laporan, indikator, indikator.target[tahun], "target"),
            nilai(laporan, indikator, indikator.realisasi[tahun], "realisasi"),
            persen(laporan, capaian, "capaian"),
            Sel(laporan.predikat(capaian), "predikat"),
        )

    target, realisasi, capaian = gaya.kepala_kinerja
    if gaya.tahun_kepala:
        target, realisasi = f"{target} {tahun}", f"{realisasi} {tahun}"
    satuan = ("Satuan",) if gaya.satuan else ()
    depan = ("No", "Sasaran Strategis", "Indikator Kinerja", *satuan)
    return Tabel(
        kunci="pengukuran",
        jenis="pengukuran_kinerja",
        nomor=nomor,
        judul=f"Pengukuran Kinerja {laporan.instansi} Tahun {tahun}",
        kepala=(kepala(*depan, target, realisasi, capaian, "Kategori"),),
        baris=_baris(laporan, isi),
        lebar=(0.5, 3, 3, *((1,) if satuan else ()), 1, 1.1, 1.1, 1.2),
        sumber="Perjanjian Kinerja dan laporan seksi",
        tahun=tahun,
        nomor_kolom=gaya.nomor_kolom,
    )


def antar_tahun(laporan: Laporan, nomor: str) -> Tabel:
    """Targets and realised values of three years under a header of two rows."""
    tahun = tuple(range(laporan.tahun - 2, laporan.tahun + 1))

    def isi(indikator: Indikator) -> tuple[Sel, ...]:
        return (
            *(nilai(laporan, indikator, indikator.target.get(t), "target", t) for t in tahun),
            *(nilai(laporan, indikator, indikator.realisasi.get(t), "realisasi", t) for t in tahun),
        )

    atas = (
        Sel("Sasaran Strategis", tinggi=2),
        Sel("Indikator Kinerja", tinggi=2),
        Sel("Target", lebar=3),
        Sel("Realisasi", lebar=3),
    )
    return Tabel(
        kunci="antar_tahun",
        jenis="perbandingan_tahun",
        nomor=nomor,
        judul=f"Perbandingan Realisasi Kinerja Tahun {laporan.tahun} dengan Tahun Sebelumnya",
        kepala=(atas, kepala(*(str(t) for t in tahun * 2))),
        baris=_baris(laporan, isi, nomor=False),
        lebar=(2.6, 2.6, *(0.95,) * 6),
        tahun=laporan.tahun,
        nomor_kolom=laporan.gaya.nomor_kolom,
    )


def renstra(laporan: Laporan, nomor: str) -> Tabel:
    """Realised values against the target of the plan's last year."""
    akhir = laporan.periode[1]

    def isi(indikator: Indikator) -> tuple[Sel, ...]:
        target, realisasi = indikator.target[akhir], indikator.realisasi[laporan.tahun]
        return (
            nilai(laporan, indikator, target, "target", akhir),
            nilai(laporan, indikator, realisasi, "realisasi", laporan.tahun),
            persen(laporan, laporan.bulat(indikator.capaian(target, realisasi)), "capaian", laporan.tahun),
        )

    judul = ("No", "Sasaran Strategis", "Indikator Kinerja", f"Target Akhir Renstra {akhir}")
    return Tabel(
        kunci="renstra",
        jenis="perbandingan_renstra",
        nomor=nomor,
        judul=f"Perbandingan Realisasi Kinerja Tahun {laporan.tahun} dengan Target Akhir Renstra",
        kepala=(kepala(*judul, f"Realisasi {laporan.tahun}", "Capaian (%)"),),
        baris=_baris(laporan, isi),
        lebar=(0.5, 3, 3, 1.3, 1.2, 1.2),
        tahun=laporan.tahun,
        nomor_kolom=laporan.gaya.nomor_kolom,
    )


def nasional(laporan: Laporan, nomor: str) -> Tabel:
    """Realised values beside the national ones, where there are any."""

    def isi(indikator: Indikator) -> tuple[Sel, ...]:
        realisasi = indikator.realisasi[laporan.tahun]
        beda = None if indikator.nasional is None else realisasi - indikator.nasional
        tanda = "+" if beda is not None and beda > 0 else ""
        return (
            nilai(laporan, indikator, realisasi, "realisasi"),
            nilai(laporan, indikator, indikator.nasional, "nasional"),
            Sel("-" if beda is None else tanda + cetak(beda), "selisih"),
        )

    judul = ("No", "Sasaran Strategis", "Indikator Kinerja", f"Realisasi {laporan.tahun}", "Realisasi Nasional")
    return Tabel(
        kunci="nasional",
        jenis="perbandingan_nasional",
        nomor=nomor,
        judul=f"Perbandingan Realisasi Kinerja Tahun {laporan.tahun} dengan Realisasi Nasional",
        kepala=(kepala(*judul, "Ket. (+/-)"),),
        baris=_baris(laporan, isi),
        lebar=(0.5, 3, 3, 1.2, 1.2, 1),
        sumber="tanda - berarti data nasional tidak tersedia",
        tahun=laporan.tahun,
        nomor_kolom=laporan.gaya.nomor_kolom,
    )


def efisiensi(laporan: Laporan, nomor: str) -> Tabel:
    """Achievement against absorption for each sasaran."""
    baris = []
    for s, sasaran in enumerate(laporan.sasaran):
        capaian, serapan = capaian_serapan(laporan, s, sasaran)
        hasil = Sel("Efisien" if capaian > serapan else "Tidak Efisien", "efisiensi")
        angka = (persen(laporan, capaian, "capaian_sasaran"), persen(laporan, serapan, "serapan"))
        baris.append(Baris(f"s{s + 1}", (Sel(str(s + 1), "no"), Sel(sasaran.nama, "sasaran"), *angka, hasil)))
    return Tabel(
        kunci="efisiensi",
        jenis="efisiensi",
        nomor=nomor,
        judul="Efisiensi Penggunaan Sumber Daya",
        kepala=(kepala("No", "Sasaran Strategis", "% Capaian Kinerja", "% Serapan Anggaran", "Tingkat Efisiensi"),),
        baris=tuple(baris),
        lebar=(0.5, 4, 1.5, 1.5, 1.5),
        tahun=laporan.tahun,
    )


def capaian_serapan(laporan: Laporan, posisi: int, sasaran: Sasaran) -> tuple[Decimal, Decimal]:
    """Mean achievement of a sasaran and the absorption of the programmes that serve it, as printed."""
    return laporan.rata(sasaran.indikator), laporan.bulat(laporan.uang_sasaran(posisi).serapan)


def jumlah_efisien(laporan: Laporan) -> int:
    """How many sasaran were reached efficiently: achievement above absorption."""
    hasil = (capaian_serapan(laporan, s, sasaran) for s, sasaran in enumerate(laporan.sasaran))
    return sum(1 for capaian, serapan in hasil if capaian > serapan)


def skala(laporan: Laporan, nomor: str) -> Tabel:
    """The scale that the report declares for its predicates."""
    baris = (
        Baris(f"k{n}", (Sel(str(n), "no"), Sel(pita.interval, "interval"), Sel(pita.predikat, "predikat")))
        for n, pita in enumerate(laporan.skala, 1)
    )
    return Tabel(
        kunci="skala",
        jenis="skala_predikat",
        nomor=nomor,
        judul="Skala Nilai Capaian Kinerja",
        kepala=(kepala("No", "Interval Nilai Capaian (%)", "Kategori"),),
        baris=tuple(baris),
        lebar=(0.5, 2.5, 2.5),
    )


def pegawai(laporan: Laporan, nomor: str) -> Tabel:
    """Staff by rank and sex, with totals."""
    isi = [(o.golongan, o.pria, o.wanita) for o in laporan.pegawai]
    isi.append(("Jumlah", sum(o[1] for o in isi), sum(o[2] for o in isi)))
    baris = []
    for n, (nama, pria, wanita) in enumerate(isi, 1):
        angka = (Sel(str(pria), "pria"), Sel(str(wanita), "wanita"), Sel(str(pria + wanita), "orang"))
        baris.append(Baris(f"g{n}", (Sel(nama, "golongan"), *angka), tebal=nama == "Jumlah"))
    return Tabel(
        kunci="pegawai",
        jenis="lainnya",
        nomor=nomor,
        judul=f"Pegawai {laporan.instansi} Tahun {laporan.tahun}",
        kepala=(kepala("Golongan", "Laki-laki", "Perempuan", "Jumlah"),),
        baris=tuple(baris),
        lebar=(3, 1, 1, 1),
    )
