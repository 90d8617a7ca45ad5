"""A random report whose every number agrees with every other: its sums and ratios are computed, never drawn."""

from dataclasses import dataclass
from decimal import Decimal
from random import Random

from samples import kata
from samples.laporan import (
    Gaya,
    Indikator,
    Kegiatan,
    Laporan,
    Orang,
    Penyesuaian,
    Pita,
    Program,
    Sasaran,
    SubKegiatan,
    Uang,
)


@dataclass(frozen=True)
class Ukuran:
    """How large a random report may be: the most of each kind."""

    sasaran: int = 4
    indikator: int = 2
    program: int = 4
    kegiatan: int = 3
    sub: int = 3


def laporan(seed: int, ukuran: Ukuran, gaya: Gaya | None) -> Laporan:
    """The report of that seed."""
    acak = Random(seed)
    tahun = acak.randint(2021, 2025)
    awal = acak.randint(tahun - 3, tahun - 1)
    daerah = acak.choice(kata.DAERAH)
    gaya = gaya or _gaya(acak)
    kecamatan = acak.random() < 0.6
    unit = acak.choice(kata.WILAYAH if kecamatan else kata.DINAS)
    jumlah_sasaran = acak.randint(1, ukuran.sasaran)
    skala = tuple(Pita(Decimal(b), i, p) for b, i, p in acak.choice(kata.SKALA))
    program = _program(acak, ukuran, jumlah_sasaran)
    sub = [s for p in program for k in p.kegiatan for s in k.sub]
    return Laporan(
        jenis="lkip",
        instansi=f"{'Kecamatan' if kecamatan else 'Dinas'} {unit}",
        daerah=f"Kabupaten {daerah}",
        kepala_daerah=f"Bupati {daerah}",
        jabatan=f"Camat {unit}" if kecamatan else f"Kepala Dinas {unit}",
        pejabat=acak.choice(kata.ORANG),
        nip="19750712 200003 1 005",
        tempat=daerah,
        tanggal=f"{tahun + 1}-02-{acak.randint(1, 27):02}",
        tanggal_pk=f"{tahun}-01-{acak.randint(5, 30):02}",
        tanggal_iku=f"{awal}-03-{acak.randint(1, 30):02}",
        nomor_iku=f"060/{acak.randint(1, 90)}/35.{acak.randint(10, 90)}/{awal}",
        tahun=tahun,
        periode=(awal, awal + 5),
        wilayah="Wilayah kerjanya berupa dataran rendah dan perbukitan.",
        isu=("Layanan yang belum merata.", "Data yang belum lengkap."),
        sasaran=_sasaran(acak, ukuran, jumlah_sasaran, tahun, (awal, awal + 5)),
        program=program,
        skala=skala,
        pegawai=tuple(Orang(g, acak.randint(1, 9), acak.randint(0, 9)) for g in ("Golongan IV", "Golongan III")),
        pimpinan=1,
        penyesuaian=tuple(Penyesuaian(f"Sub Kegiatan {s.nama}", 25_000 * acak.randint(20, 900)) for s in sub[:3]),
        lalu=_uang(acak, 2_000_000_000),
        gaya=gaya,
    )


def _gaya(acak: Random) -> Gaya:
    """Habits of print, drawn one by one."""
    tengah = ["analisis2", "analisis3", "analisis4", "analisis5", "analisis6", "analisis7"]
    acak.shuffle(tengah)
    lampiran = ["perjanjian", "rkt", "iku"]
    acak.shuffle(lampiran)
    depan = ("sampul", "pengantar", *(("daftar_isi",) if acak.random() < 0.5 else ()), "ikhtisar", "bab1", "bab2")
    return Gaya(
        uang=acak.choice(("titik", "titik", "desimal", "rp", "strip")),
        desimal=acak.choice((2, 2, 2, 1)),
        potong=acak.random() < 0.4,
        tanda=acak.random() < 0.5,
        satuan=acak.random() < 0.6,
        tahun_kepala=acak.random() < 0.7,
        tingkat=acak.choice(("awalan", "nomor", "kode")),
        kepala_uang=acak.choice(kata.KEPALA_UANG),
        kepala_kinerja=acak.choice(kata.KEPALA_KINERJA),
        nomor_kolom=acak.random() < 0.5,
        urutan=(*depan, "bab3", "analisis1", *tengah, "realisasi", "bab4", *lampiran),
    )


def _uang(acak: Random, paling: int) -> Uang:
    """A budget of at most `paling`, mostly in round figures, and 60 to 100 percent of it spent."""
    bulat = acak.choice((1, 50, 100, 500, 1000))
    anggaran = acak.randint(paling // 400, paling) // bulat * bulat
    if acak.random() < 0.1:
        return Uang(anggaran, anggaran)
    return Uang(anggaran, acak.randint(anggaran * 6 // 10, anggaran - 1) // bulat * bulat)


def _program(acak: Random, ukuran: Ukuran, sasaran: int) -> tuple[Program, ...]:
    """Programmes with names that occur once, at least one for every sasaran."""
    nama_kegiatan = acak.sample(kata.KEGIATAN, len(kata.KEGIATAN))
    nama_sub = acak.sample(kata.SUB, len(kata.SUB))
    jumlah = acak.randint(max(1, sasaran), max(ukuran.program, sasaran))
    hasil = []
    for p, nama in enumerate(acak.sample(kata.PROGRAM, jumlah)):
        kegiatan = []
        for _ in range(acak.randint(1, min(ukuran.kegiatan, len(nama_kegiatan) - (jumlah - p - 1)))):
            sisa = len(nama_sub) - len(nama_kegiatan)
            banyak = acak.randint(1, max(1, min(ukuran.sub, sisa)))
            kegiatan.append(Kegiatan(nama_kegiatan.pop(), tuple(_sub(acak, nama_sub.pop()) for _ in range(banyak))))
        hasil.append(Program(nama, p % sasaran, tuple(kegiatan)))
    return tuple(hasil)


def _sub(acak: Random, nama: str) -> SubKegiatan:
    target = acak.randint(1, 40)
    return SubKegiatan(
        nama=nama,
        uang=_uang(acak, acak.choice((9_000_000, 90_000_000, 900_000_000))),
        keluaran=f"Jumlah hasil {nama[:1].lower()}{nama[1:]}",
        satuan=acak.choice(kata.SATUAN),
        target=target,
        realisasi=target if acak.random() < 0.8 else acak.randint(1, target),
    )


def _sasaran(acak: Random, ukuran: Ukuran, jumlah: int, tahun: int, periode: tuple[int, int]) -> tuple[Sasaran, ...]:
    pilihan = acak.sample(kata.INDIKATOR, len(kata.INDIKATOR))
    hasil = []
    for nama in acak.sample(kata.SASARAN, jumlah):
        bentuk = [pilihan.pop() for _ in range(acak.randint(1, ukuran.indikator))]
        indikator = tuple(_indikator(acak, satu, tahun, periode) for satu in bentuk)
        hasil.append(Sasaran("Mewujudkan tata kelola yang baik", nama, indikator))
    return tuple(hasil)


def _indikator(
    acak: Random, bentuk: tuple[str, str, bool, int, int, int], tahun: int, periode: tuple[int, int]
) -> Indikator:
    """An indicator whose targets move steadily and whose values stay near them."""
    nama, satuan, turun, desimal, bawah, atas = bentuk
    satu = Decimal(1).scaleb(-desimal)
    target = Decimal(acak.randint(bawah * 10**desimal, atas * 10**desimal)) * satu
    langkah = max(satu, (target * acak.randint(1, 3) / 100).quantize(satu)) * (-1 if turun else 1)
    semua = {t: target + langkah * (t - tahun) for t in range(periode[0], periode[1] + 1)}
    paling = Decimal(100) if satuan == "Persen" else Decimal(10**6)
    semua = {t: min(paling, max(satu, v)) for t, v in semua.items()}
    nyata = {
        t: min(paling, max(satu, (v * acak.randint(78, 118) / 100).quantize(satu)))
        for t, v in semua.items()
        if t <= tahun
    }
    nasional = target if satuan == "Indeks" and acak.random() < 0.5 else None
    return Indikator(
        nama=nama,
        satuan=satuan,
        target=semua,
        realisasi=nyata,
        turun=turun,
        nasional=nasional,
        formulasi=f"{nama} dihitung dari data satu tahun yang telah diperiksa",
        penanggung_jawab=acak.choice(("Sekretariat", "Bidang Pelayanan", "Seksi Pemerintahan")),
        sumber=acak.choice(("Laporan bulanan", "Hasil survei", "Buku register")),
        sebab=acak.choice(kata.SEBAB),
        solusi=acak.choice(kata.SOLUSI),
    )
