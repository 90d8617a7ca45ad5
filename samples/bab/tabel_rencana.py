"""The tables of plans: Renstra matrix, RKT, Perjanjian Kinerja, IKU."""

from samples.angka import uang
from samples.bab.sel import kepala, nilai
from samples.bab.tabel_kinerja import _baris
from samples.laporan import Indikator, Laporan
from samples.naskah import Baris, Sel, Tabel


def matriks(laporan: Laporan, kunci: str = "matriks") -> Tabel:
    """Targets of every year of the plan under a header of two rows."""
    tahun = tuple(range(laporan.periode[0], laporan.periode[1] + 1))

    def isi(indikator: Indikator) -> tuple[Sel, ...]:
        satuan = (Sel(indikator.satuan, "satuan"),) if laporan.gaya.satuan else ()
        return (*satuan, *(nilai(laporan, indikator, indikator.target.get(t), "target", t) for t in tahun))

    atas = [Sel("No", tinggi=2), Sel("Sasaran", tinggi=2), Sel("Indikator Sasaran", tinggi=2)]
    if laporan.gaya.satuan:
        atas.append(Sel("Satuan", tinggi=2))
    atas.append(Sel("Target Kinerja Sasaran pada Tahun", lebar=len(tahun)))
    return Tabel(
        kunci=kunci,
        jenis="target_renstra",
        judul=f"Matriks Rencana Strategis Tahun {tahun[0]}-{tahun[-1]}",
        kepala=(tuple(atas), kepala(*(str(t) for t in tahun))),
        baris=_baris(laporan, isi),
        lebar=(0.5, 2.6, 2.8, *((1,) if laporan.gaya.satuan else ()), *(0.85,) * len(tahun)),
        tahun=laporan.tahun,
    )


def perjanjian(laporan: Laporan, kunci: str) -> Tabel:
    """Sasaran, indicators and targets that the head of the agency has signed."""

    def isi(indikator: Indikator) -> tuple[Sel, ...]:
        satuan = (Sel(indikator.satuan, "satuan"),) if laporan.gaya.satuan else ()
        return (*satuan, nilai(laporan, indikator, indikator.target[laporan.tahun], "target"))

    satuan = ("Satuan",) if laporan.gaya.satuan else ()
    return Tabel(
        kunci=kunci,
        jenis="perjanjian_kinerja",
        kepala=(kepala("No", "Sasaran Strategis", "Indikator Kinerja", *satuan, "Target"),),
        baris=_baris(laporan, isi),
        lebar=(0.5, 3, 3, *((1,) if satuan else ()), 1),
        tahun=laporan.tahun,
        nomor_kolom=True,
    )


def rkt(laporan: Laporan) -> Tabel:
    """Sub kegiatan with the output target and the budget of the year."""
    baris: list[Baris] = []
    for p, program in enumerate(laporan.program, 1):
        for k, kegiatan in enumerate(program.kegiatan, 1):
            for s, sub in enumerate(kegiatan.sub, 1):
                nama = (
                    Sel(program.nama, "program", gabung=(k, s) != (1, 1)),
                    Sel(kegiatan.nama, "kegiatan", gabung=s != 1),
                    Sel(sub.nama, "sub_kegiatan"),
                )
                target = Sel(f"{sub.target} {sub.satuan}", "target")
                dana = Sel(uang(sub.uang.anggaran, laporan.gaya.uang), "anggaran")
                isi = (*nama, Sel(sub.keluaran, "indikator"), target, dana)
                baris.append(Baris(f"p{p}.k{k}.s{s}", isi, "anggaran", "sub_kegiatan"))
    return Tabel(
        kunci="rkt",
        jenis="rkt",
        judul=f"Rencana Kinerja Tahunan Tahun {laporan.tahun}",
        kepala=(kepala("Program", "Kegiatan", "Sub Kegiatan", "Indikator Keluaran", "Target", "Anggaran (Rp)"),),
        baris=tuple(baris),
        lebar=(2.2, 2.4, 3, 2.4, 1.3, 1.5),
        tahun=laporan.tahun,
    )


def iku(laporan: Laporan, kunci: str, urutan: tuple[str, ...] = ()) -> Tabel:
    """The main indicators with formula, who answers for them, and where the data come from."""
    judul = {
        "no": "No",
        "sasaran": "Sasaran Strategis",
        "indikator": "Indikator Kinerja Utama",
        "formulasi": "Formulasi Perhitungan",
        "penanggung_jawab": "Penanggung Jawab",
        "sumber_data": "Sumber Data",
    }
    lebar = {"no": 0.5, "sasaran": 2.2, "indikator": 2.2, "formulasi": 2.8, "penanggung_jawab": 1.7, "sumber_data": 1.8}
    susunan = urutan or tuple(judul)
    baris: list[Baris] = []
    for s, sasaran in enumerate(laporan.sasaran, 1):
        for i, indikator in enumerate(sasaran.indikator):
            sel = {
                "no": Sel(str(s), "no", gabung=i > 0),
                "sasaran": Sel(sasaran.nama, "sasaran", gabung=i > 0),
                "indikator": Sel(indikator.nama, "indikator"),
                "formulasi": Sel(indikator.formulasi, "formulasi"),
                "penanggung_jawab": Sel(indikator.penanggung_jawab, "penanggung_jawab"),
                "sumber_data": Sel(indikator.sumber, "sumber_data"),
            }
            baris.append(Baris(f"i{len(baris) + 1}", tuple(sel[k] for k in susunan), "iku"))
    return Tabel(
        kunci=kunci,
        jenis="iku",
        kepala=(kepala(*(judul[k] for k in susunan)),),
        baris=tuple(baris),
        lebar=tuple(lebar[k] for k in susunan),
        tahun=laporan.tahun,
    )
