"""The tables of money: programmes, kegiatan and sub kegiatan with totals, supporting programmes with their outputs."""

from collections.abc import Iterator
from decimal import Decimal

from samples.angka import romawi, uang
from samples.bab.sel import kepala, persen, rupiah
from samples.laporan import Laporan, Program, SubKegiatan, Uang
from samples.naskah import Baris, Sel, Tabel

URAIAN = "Program/ Kegiatan/ Sub Kegiatan"
AWALAN = {"program": "PROGRAM : ", "kegiatan": "Kegiatan : ", "sub_kegiatan": "Sub Kegiatan : "}


def tingkatan(laporan: Laporan) -> Iterator[tuple[str, str, tuple[int, ...], str, Uang]]:
    """Every budget row from the top down: key, level, position, name, money."""
    for p, program in enumerate(laporan.program, 1):
        yield f"p{p}", "program", (p,), program.nama, program.uang
        for k, kegiatan in enumerate(program.kegiatan, 1):
            yield f"p{p}.k{k}", "kegiatan", (p, k), kegiatan.nama, kegiatan.uang
            for s, sub in enumerate(kegiatan.sub, 1):
                yield f"p{p}.k{k}.s{s}", "sub_kegiatan", (p, k, s), sub.nama, sub.uang


def kode(urusan: str, posisi: tuple[int, ...]) -> str:
    """The code in the form of the national classification: urusan, programme, 2.kegiatan, sub kegiatan."""
    teks = f"{urusan}.{posisi[0]:02}"
    if len(posisi) > 1:
        teks += f".2.{posisi[1]:02}"
    return teks + (f".{posisi[2]:04}" if len(posisi) > 2 else "")


def _depan(laporan: Laporan, tingkat: str, posisi: tuple[int, ...], nama: str) -> tuple[Sel, Sel]:
    """Number or code, and the name as this report marks its level."""
    if laporan.gaya.tingkat == "kode":
        return Sel(kode(laporan.urusan, posisi), "kode"), Sel(nama, "uraian")
    if laporan.gaya.tingkat == "nomor":
        tanda = {1: romawi(posisi[-1]), 2: str(posisi[-1]), 3: "abcdefghij"[posisi[-1] - 1]}
        return Sel(tanda[len(posisi)], "no"), Sel(nama, "uraian")
    nomor = f"{romawi(posisi[0])}." if tingkat == "program" else ""
    return Sel(nomor, "no"), Sel(AWALAN[tingkat] + nama, "uraian")


def serapan(laporan: Laporan, nomor: str) -> Tabel:
    """All levels with budget, spent and percentage, and the total."""
    baris = [
        Baris(
            kunci,
            (*_depan(laporan, tingkat, posisi, nama), *rupiah(laporan, isi)),
            "anggaran",
            tingkat,
            len(posisi) == 1,
        )
        for kunci, tingkat, posisi, nama, isi in tingkatan(laporan)
    ]
    jumlah = (Sel("", "no"), Sel("Jumlah", "uraian"), *rupiah(laporan, laporan.uang))
    baris.append(Baris("jumlah", jumlah, "anggaran", "total", True))
    return Tabel(
        kunci="serapan",
        jenis="realisasi_anggaran",
        nomor=nomor,
        judul=f"Anggaran dan Realisasi per Program, Kegiatan, dan Sub Kegiatan Tahun {laporan.tahun}",
        kepala=(kepala("Kode" if laporan.gaya.tingkat == "kode" else "No", URAIAN, *laporan.gaya.kepala_uang),),
        baris=tuple(baris),
        lebar=(1.9 if laporan.gaya.tingkat == "kode" else 0.6, 4.4, 1.7, 1.7, 1),
        tahun=laporan.tahun,
    )


def pendukung(laporan: Laporan, posisi: int) -> Tabel:
    """The programmes that serve one sasaran, with the output of each sub kegiatan under it."""
    kunci = f"pendukung{posisi + 1}"
    baris: list[Baris] = []
    for p, program in enumerate(laporan.program, 1):
        if program.sasaran == posisi:
            baris += _pendukung(laporan, p, program)
    judul = ("No", URAIAN, "Target", "Realisasi", "%")
    return Tabel(
        kunci=kunci,
        jenis="realisasi_anggaran",
        judul="",
        kepala=(kepala(*judul),),
        baris=tuple(baris),
        lebar=(0.6, 4.4, 1.7, 1.7, 1),
        tahun=laporan.tahun,
    )


def _pendukung(laporan: Laporan, p: int, program: Program) -> Iterator[Baris]:
    def baris(kunci: str, tingkat: str, nama: str, jumlah: Uang) -> Baris:
        depan = (Sel("1." if tingkat == "program" else "", "no"), Sel(AWALAN[tingkat] + nama, "uraian"))
        return Baris(kunci, (*depan, *rupiah(laporan, jumlah)), "anggaran", tingkat, tingkat == "program")

    yield baris(f"p{p}", "program", program.nama, program.uang)
    for k, kegiatan in enumerate(program.kegiatan, 1):
        yield baris(f"p{p}.k{k}", "kegiatan", kegiatan.nama, kegiatan.uang)
        for s, sub in enumerate(kegiatan.sub, 1):
            yield baris(f"p{p}.k{k}.s{s}", "sub_kegiatan", sub.nama, sub.uang)
            yield _keluaran(laporan, f"p{p}.k{k}.s{s}.keluaran", sub)


def _keluaran(laporan: Laporan, kunci: str, sub: SubKegiatan) -> Baris:
    """The output line below a sub kegiatan: a count with its unit in each column."""
    capaian = laporan.bulat(Decimal(100 * sub.realisasi) / sub.target)
    angka = (
        Sel(f"{sub.target} {sub.satuan}", "target"),
        Sel(f"{sub.realisasi} {sub.satuan}", "realisasi"),
        persen(laporan, capaian, "capaian"),
    )
    uraian = Sel(f"Output : {sub.keluaran}", "uraian")
    return Baris(
        kunci, (Sel("", "no"), uraian, *angka), "indikator", nama={"indikator": sub.keluaran, "keluaran": "ya"}
    )


def program(laporan: Laporan, kunci: str) -> Tabel:
    """The programmes of the Perjanjian Kinerja with their budgets and the total."""

    def isi(nomor: str, nama: str, jumlah: Uang, keterangan: str) -> tuple[Sel, ...]:
        dana = Sel(uang(jumlah.anggaran, "strip"), "anggaran")
        return Sel(nomor, "no"), Sel(nama, "uraian"), dana, Sel(keterangan, "keterangan")

    baris = [
        Baris(f"p{n}", isi(f"{n}.", p.nama, p.uang, "APBD"), "anggaran", "program")
        for n, p in enumerate(laporan.program, 1)
    ]
    baris.append(Baris("jumlah", isi("", "Jumlah", laporan.uang, ""), "anggaran", "total", True))
    return Tabel(
        kunci=kunci,
        jenis="anggaran_program",
        kepala=(kepala("No", "Program", "Anggaran", "Keterangan"),),
        baris=tuple(baris),
        lebar=(0.5, 4.2, 2, 1.2),
        tahun=laporan.tahun,
    )
