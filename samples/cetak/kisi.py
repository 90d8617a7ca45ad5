"""A table measured: the lines of every cell in its column, the header cells, and the names that span rows."""

from dataclasses import dataclass, field

from samples.cetak.kertas import bungkus, panjang
from samples.cetak.tata import Tata
from samples.naskah import Baris, Sel, Tabel

ANGKA = frozenset(
    [
        "target",
        "realisasi",
        "capaian",
        "nasional",
        "selisih",
        "anggaran",
        "realisasi_anggaran",
        "persen",
        "capaian_sasaran",
        "serapan",
        "pria",
        "wanita",
        "orang",
    ]
)
PUSAT = ("no", "satuan", "predikat", "keterangan", "efisiensi")
TALANG = 9.0  # gutter between columns without rules


@dataclass
class Potong:
    """A row, or a part of one, as it stands on a page. `lanjut` marks the part after a page break."""

    kunci: str
    sel: list[list[str]]
    rata: list[str]
    tebal: bool
    gabung: list[bool]
    tinggi: float
    lanjut: bool = False
    atas: float = 0.0
    kolom: list[str] = field(default_factory=list)


class Kisi:
    """The measures of one table on a page of a given width."""

    def __init__(self, tabel: Tabel, tata: Tata, lebar: float, kiri: float) -> None:
        self.tabel, self.tata = tabel, tata
        self.sisi = 3.0 if tata.garis in ("penuh", "kotak") else TALANG / 2
        self.batas = [kiri]
        for bagian in self._lebar(lebar):
            self.batas.append(round(self.batas[-1] + bagian, 2))

    def _lebar(self, lebar: float) -> list[float]:
        """Column widths: as asked for, but never narrower than the longest word."""
        perlu = [0.0] * len(self.tabel.lebar)
        for sel, _, kolom in self.kepala():
            if sel.lebar == 1:
                perlu[kolom] = max(perlu[kolom], self._kata(sel.teks, True))
        for baris in self.tabel.baris:
            for kolom, sel in enumerate(baris.sel):
                perlu[kolom] = max(perlu[kolom], self._kata(sel.teks, baris.tebal))
        tetap: dict[int, float] = {}
        while True:  # columns that need more than their share keep what they need, the others share the rest
            bebas = [k for k in range(len(perlu)) if k not in tetap]
            satuan = (lebar - sum(tetap.values())) / sum(self.tabel.lebar[k] for k in bebas)
            sempit = [k for k in bebas if self.tabel.lebar[k] * satuan < perlu[k]]
            if not sempit:
                return [tetap.get(k, self.tabel.lebar[k] * satuan) for k in range(len(perlu))]
            tetap |= {k: perlu[k] for k in sempit}
            assert len(tetap) < len(perlu), f"{self.tabel.kunci}: tidak muat pada lebar {lebar}"

    def _kata(self, teks: str, tebal: bool) -> float:
        kata = teks.replace("<br>", " ").split()
        return max((panjang(k, tebal, self.tata.huruf) for k in kata), default=0.0) + 2 * self.sisi + 0.1

    def ruang(self, kolom: int, lebar: int = 1) -> float:
        """Width for text in columns `kolom` and on."""
        return self.batas[kolom + lebar] - self.batas[kolom] - 2 * self.sisi

    def tinggi(self, baris: int) -> float:
        """Height of a row of so many lines."""
        return baris * self.tata.jarak + 2 * self.tata.bantalan

    def kepala(self) -> list[tuple[Sel, int, int]]:
        """Header cells with their row and column."""
        hasil: list[tuple[Sel, int, int]] = []
        penuh: set[tuple[int, int]] = set()
        for r, baris in enumerate(self.tabel.kepala):
            kolom = 0
            for sel in baris:
                while (r, kolom) in penuh:
                    kolom += 1
                penuh |= {(r + i, kolom + j) for i in range(sel.tinggi) for j in range(sel.lebar)}
                hasil.append((sel, r, kolom))
                kolom += sel.lebar
        return hasil

    def tinggi_kepala(self) -> list[float]:
        """Heights of the header rows; a cell over two rows takes what both give."""
        tinggi = [self.tinggi(1)] * len(self.tabel.kepala)
        for sel, r, kolom in self.kepala():
            perlu = self.tinggi(len(self.bungkus(sel.teks, kolom, True, sel.lebar)))
            kurang = perlu - sum(tinggi[r : r + sel.tinggi])
            if kurang > 0:
                tinggi[r + sel.tinggi - 1] += kurang
        return tinggi

    def bungkus(self, teks: str, kolom: int, tebal: bool, lebar: int = 1) -> list[str]:
        """The lines of a cell."""
        return bungkus(teks, self.ruang(kolom, lebar), tebal, self.tata.huruf)

    def baris(self) -> list[Potong]:
        """All rows measured, merged names apart from the height of their own row."""
        return [self._baris(b) for b in self.tabel.baris]

    def _baris(self, baris: Baris) -> Potong:
        sel: list[list[str]] = []
        gabung: list[bool] = []
        for kolom, isi in enumerate(baris.sel):
            ikut = isi.gabung and self.tata.gabung != "ulang"
            gabung.append(isi.gabung and self.tata.gabung == "gabung")
            sel.append([] if ikut else self.bungkus(isi.teks, kolom, baris.tebal))
        rata = ["kanan" if s.peran in ANGKA else "tengah" if s.peran in PUSAT else "kiri" for s in baris.sel]
        kolom_nama = [f"{self.tabel.kunci}.{baris.kunci}.{s.kunci}" for s in baris.sel]
        return Potong(baris.kunci, sel, rata, baris.tebal, gabung, 0.0, kolom=kolom_nama)
