"""What a report reports, before any sentence or table is made of it. All sums and ratios are computed here."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from samples.angka import bulatkan


@dataclass(frozen=True)
class Uang:
    """A budget and what was spent of it, in rupiah."""

    anggaran: int
    realisasi: int

    @classmethod
    def jumlah(cls, bagian: Iterable["Uang"]) -> "Uang":
        """The sum of the parts."""
        daftar = tuple(bagian)
        return cls(sum(b.anggaran for b in daftar), sum(b.realisasi for b in daftar))

    @property
    def serapan(self) -> Decimal:
        """Spent of the budget, in percent, not rounded."""
        return Decimal(self.realisasi) / Decimal(self.anggaran) * 100


@dataclass(frozen=True)
class SubKegiatan:
    nama: str
    uang: Uang
    keluaran: str
    satuan: str
    target: int
    realisasi: int
    modal: bool = False
    pegawai: bool = False


@dataclass(frozen=True)
class Kegiatan:
    nama: str
    sub: tuple[SubKegiatan, ...]

    @cached_property
    def uang(self) -> Uang:
        return Uang.jumlah(s.uang for s in self.sub)


@dataclass(frozen=True)
class Program:
    """`sasaran` is the position of the sasaran that it serves."""

    nama: str
    sasaran: int
    kegiatan: tuple[Kegiatan, ...]

    @cached_property
    def uang(self) -> Uang:
        return Uang.jumlah(k.uang for k in self.kegiatan)


@dataclass(frozen=True)
class Indikator:
    """`turun` is true where less is better; `target` and `realisasi` are by year, printed as they stand."""

    nama: str
    satuan: str
    target: dict[int, Decimal]
    realisasi: dict[int, Decimal]
    turun: bool = False
    nasional: Decimal | None = None
    formulasi: str = ""
    penanggung_jawab: str = ""
    sumber: str = ""
    sebab: str = ""
    solusi: str = ""

    def capaian(self, target: Decimal, realisasi: Decimal) -> Decimal:
        """Achievement in percent, not rounded: R/T, or (2T − R)/T where less is better."""
        return (2 * target - realisasi if self.turun else realisasi) / target * 100


@dataclass(frozen=True)
class Sasaran:
    tujuan: str
    nama: str
    indikator: tuple[Indikator, ...]


@dataclass(frozen=True)
class Pita:
    """One band of the scale: from `bawah` up to the next band."""

    bawah: Decimal
    interval: str
    predikat: str


@dataclass(frozen=True)
class Orang:
    """A row of the staff table: `kelompok` of posts, and how many men and women hold them."""

    golongan: str
    pria: int
    wanita: int


@dataclass(frozen=True)
class Penyesuaian:
    uraian: str
    nilai: int


@dataclass(frozen=True)
class Gaya:
    """Habits of print. `tingkat` says how budget rows show their level: awalan, nomor or kode."""

    uang: str = "titik"
    desimal: int = 2
    potong: bool = False
    tanda: bool = False
    satuan: bool = True
    tahun_kepala: bool = True
    tingkat: str = "awalan"
    kepala_uang: tuple[str, str, str] = ("Anggaran (Rp)", "Realisasi (Rp)", "%")
    kepala_kinerja: tuple[str, str, str] = ("Target", "Realisasi", "Capaian (%)")
    nomor_kolom: bool = True
    urutan: tuple[str, ...] = ()


@dataclass(frozen=True)
class Laporan:
    """One agency's year."""

    jenis: str
    instansi: str
    daerah: str
    kepala_daerah: str
    jabatan: str
    pejabat: str
    nip: str
    tempat: str
    tanggal: str
    tanggal_pk: str
    tanggal_iku: str
    nomor_iku: str
    tahun: int
    periode: tuple[int, int]
    wilayah: str = ""
    isu: tuple[str, ...] = ()
    sasaran: tuple[Sasaran, ...] = ()
    program: tuple[Program, ...] = ()
    skala: tuple[Pita, ...] = ()
    pegawai: tuple[Orang, ...] = ()
    pimpinan: int = 0
    penyesuaian: tuple[Penyesuaian, ...] = ()
    lalu: Uang = Uang(1, 1)
    urusan: str = "7.01"
    gaya: Gaya = Gaya()

    @cached_property
    def uang(self) -> Uang:
        return Uang.jumlah(p.uang for p in self.program)

    @property
    def nama(self) -> str:
        """Agency with its region."""
        return f"{self.instansi} {self.daerah}"

    @property
    def indikator(self) -> tuple[tuple[Sasaran, Indikator], ...]:
        """All indicators with their sasaran, in order."""
        return tuple((s, i) for s in self.sasaran for i in s.indikator)

    @property
    def sub(self) -> tuple[SubKegiatan, ...]:
        return tuple(s for p in self.program for k in p.kegiatan for s in k.sub)

    @property
    def modal(self) -> Uang:
        return Uang.jumlah(s.uang for s in self.sub if s.modal)

    @property
    def belanja_pegawai(self) -> Uang:
        return Uang.jumlah(s.uang for s in self.sub if s.pegawai)

    def bulat(self, nilai: Decimal) -> Decimal:
        """A percentage as this report prints it."""
        return bulatkan(nilai, self.gaya.desimal, self.gaya.potong)

    def capaian(self, indikator: Indikator, tahun: int | None = None) -> Decimal:
        """The printed achievement of a year, the reported one unless told."""
        tahun = tahun or self.tahun
        return self.bulat(indikator.capaian(indikator.target[tahun], indikator.realisasi[tahun]))

    def tercapai(self, indikator: Indikator) -> bool:
        """True when the target of the reported year was reached, before any rounding."""
        return indikator.capaian(indikator.target[self.tahun], indikator.realisasi[self.tahun]) >= 100

    def rata(self, indikator: Iterable[Indikator]) -> Decimal:
        """The printed mean of printed achievements."""
        nilai = [self.capaian(i) for i in indikator]
        return self.bulat(sum(nilai, Decimal(0)) / len(nilai))

    def predikat(self, capaian: Decimal) -> str:
        """The predicate that the report's own scale gives."""
        return next(pita.predikat for pita in self.skala if capaian >= pita.bawah)

    def uang_sasaran(self, posisi: int) -> Uang:
        """What the programmes that serve a sasaran had and spent."""
        return Uang.jumlah(p.uang for p in self.program if p.sasaran == posisi)
