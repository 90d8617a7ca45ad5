"""A table over pages: where it breaks, which rows are cut, and what is drawn."""

from dataclasses import replace
from itertools import pairwise

from samples.cetak.kertas import Kertas, panjang
from samples.cetak.kisi import Kisi, Potong
from samples.cetak.tata import Tata
from samples.naskah import Sel, Tabel


class Penata:
    """Sets one table; `ganti` starts a page and returns the top of its text area."""

    def __init__(self, kertas: Kertas, tata: Tata, tabel: Tabel, kiri: float, dasar: float) -> None:
        self.kertas, self.tata, self.tabel, self.dasar = kertas, tata, tabel, dasar
        self.kisi = Kisi(tabel, tata, kertas.lebar - 2 * kiri, kiri)
        self.tempat: dict[str, int] = {}

    def muat_awal(self) -> float:
        """Height of header and first row: they stay together."""
        baris = self.kisi.baris()
        return self._tinggi_kepala() + (self._tinggi(baris[0], baris[1:]) if baris else 0)

    def _tinggi_kepala(self) -> float:
        return sum(self.kisi.tinggi_kepala()) + (self.kisi.tinggi(1) if self.tabel.nomor_kolom else 0)

    def pasang(self, y: float, ganti) -> float:  # type: ignore[no-untyped-def]
        """Draw the table from `y` on; returns where it ends on its last page."""
        sisa, mulai = self.kisi.baris(), True
        while sisa:
            if mulai or self.tata.ulang_kepala:
                y = self._kepala(y)
            halaman, sisa, y = self._isi_halaman(sisa, y)
            self._gambar(halaman, akhir=not sisa)
            if sisa:
                y = ganti()
            mulai = False
        return y

    def _isi_halaman(self, sisa: list[Potong], y: float) -> tuple[list[Potong], list[Potong], float]:
        """The rows that fit on this page, those that do not, and the end of the first."""
        halaman: list[Potong] = []
        while sisa:
            baris, lain = sisa[0], sisa[1:]
            tinggi = self._tinggi(baris, lain)
            if y + max(tinggi, self._tinggi_nama(baris, lain)) > self.dasar and halaman:
                potongan = self._potong(baris, self.dasar - y, lain) if self.tata.potong_baris else None
                if potongan:
                    halaman.append(replace(potongan[0], atas=y))
                    y += potongan[0].tinggi
                    sisa = [potongan[1], *lain]
                break
            halaman.append(replace(baris, tinggi=tinggi, atas=y))
            y += tinggi
            sisa = lain
        kurang = self._kurang(halaman, sisa, y)
        halaman[-1] = replace(halaman[-1], tinggi=halaman[-1].tinggi + kurang)
        return halaman, sisa, y + kurang

    def _tinggi(self, baris: Potong, lain: list[Potong]) -> float:
        """Height of a row: its own cells, and what a merged name lacks beyond the rows that it spans."""
        jumlah = max((len(t) for k, t in enumerate(baris.sel) if not self._rentang(k, lain)), default=1)
        tinggi = self.kisi.tinggi(max(1, jumlah))
        for kolom, teks in enumerate(baris.sel):
            ikut = sum(self._tinggi_sendiri(b) for b in lain[: self._rentang(kolom, lain)])
            tinggi = max(tinggi, self.kisi.tinggi(len(teks)) - ikut)
        return tinggi

    def _tinggi_nama(self, baris: Potong, lain: list[Potong]) -> float:
        """Height that the tallest merged name of this row needs on the page where it begins."""
        return self.kisi.tinggi(max((len(t) for k, t in enumerate(baris.sel) if self._rentang(k, lain)), default=0))

    def _kurang(self, halaman: list[Potong], sisa: list[Potong], y: float) -> float:
        """What a merged name lacks on this page when the rest of its rows stands on the next."""
        kurang = 0.0
        for kolom, ikut in enumerate(sisa[0].gabung if sisa else []):
            if ikut:
                awal = next(b for b in reversed(halaman) if not b.gabung[kolom] or b is halaman[0])
                kurang = max(kurang, awal.atas + self.kisi.tinggi(len(awal.sel[kolom])) - y)
        return kurang

    def _tinggi_sendiri(self, baris: Potong) -> float:
        return self.kisi.tinggi(max(1, *(len(t) for t in baris.sel)))

    def _rentang(self, kolom: int, lain: list[Potong]) -> int:
        """How many of the rows below belong to the merged cell of this column."""
        jumlah = 0
        while jumlah < len(lain) and lain[jumlah].gabung[kolom]:
            jumlah += 1
        return jumlah

    def _potong(self, baris: Potong, ruang: float, lain: list[Potong]) -> tuple[Potong, Potong] | None:
        """The row in two where the page ends, or None when not even one line fits or nothing is left to carry over."""
        muat = int((ruang - 2 * self.tata.bantalan) // self.tata.jarak)
        terbanyak = max(len(t) for t in baris.sel)
        if muat < 1 or terbanyak <= muat or any(t and self._rentang(k, lain) for k, t in enumerate(baris.sel)):
            return None
        atas = replace(baris, sel=[t[:muat] for t in baris.sel], tinggi=self.kisi.tinggi(muat))
        bawah = replace(baris, sel=[t[muat:] for t in baris.sel], tinggi=0.0, lanjut=True)
        return atas, bawah

    def _kepala(self, y: float) -> float:
        tinggi = self.kisi.tinggi_kepala()
        atas = [y + sum(tinggi[:r]) for r in range(len(tinggi) + 1)]
        self.tempat.setdefault(f"{self.tabel.kunci}.kepala", self.kertas.halaman)
        for sel, r, kolom in self.kisi.kepala():
            self._sel_kepala(sel, kolom, atas[r], atas[r + sel.tinggi])
        bawah = atas[-1]
        if self.tabel.nomor_kolom:
            for kolom in range(len(self.tabel.lebar)):
                self._sel_kepala(Sel(f"({kolom + 1})"), kolom, bawah, bawah + self.kisi.tinggi(1), tebal=False)
            bawah += self.kisi.tinggi(1)
        if self.tata.garis in ("tiga", "mendatar"):
            self._datar(y)
            self._datar(bawah)
        return bawah

    def _sel_kepala(self, sel: Sel, kolom: int, atas: float, bawah: float, tebal: bool = True) -> None:
        kiri, kanan = self.kisi.batas[kolom], self.kisi.batas[kolom + sel.lebar]
        if (self.tata.arsir and tebal) or self.tata.garis == "pita":
            self.kertas.arsir(kiri, atas, kanan, bawah)
        if self.tata.garis in ("penuh", "kotak"):
            for x0, y0, x1, y1 in ((kiri, atas, kanan, atas), (kiri, bawah, kanan, bawah)):
                self.kertas.garis(x0, y0, x1, y1)
            for x in (kiri, kanan):
                self.kertas.garis(x, atas, x, bawah)
        baris = self.kisi.bungkus(sel.teks, kolom, tebal, sel.lebar)
        y = (atas + bawah - len(baris) * self.tata.jarak) / 2
        self._teks(baris, kolom, y, "tengah", tebal, sel.lebar)

    def _teks(self, baris: list[str], kolom: int, y: float, rata: str, tebal: bool, lebar: int = 1) -> None:
        """Lines of a cell from `y` down."""
        kiri, ruang = self.kisi.batas[kolom] + self.kisi.sisi, self.kisi.ruang(kolom, lebar)
        for n, teks in enumerate(baris):
            lebih = ruang - panjang(teks, tebal, self.tata.huruf)
            x = kiri + {"kiri": 0.0, "tengah": lebih / 2, "kanan": lebih}[rata]
            self.kertas.tulis(x, y + n * self.tata.jarak + self.tata.huruf * 0.95, teks, tebal)

    def _gambar(self, halaman: list[Potong], akhir: bool) -> None:
        for n, baris in enumerate(halaman):
            bawah = baris.atas + baris.tinggi
            if not baris.lanjut:
                for kunci in (f"{self.tabel.kunci}.{baris.kunci}", *baris.kolom):
                    self.tempat.setdefault(kunci, self.kertas.halaman)
            if self.tata.garis == "pita" and n % 2:
                for kiri, kanan in pairwise(self.kisi.batas):
                    self.kertas.arsir(kiri, baris.atas, kanan, bawah)
            for kolom, teks in enumerate(baris.sel):
                y = baris.atas + self.tata.bantalan
                if self.tata.tengah and not self._rentang(kolom, halaman[n + 1 :]):
                    y = (baris.atas + bawah - len(teks) * self.tata.jarak) / 2
                self._teks(teks, kolom, y, baris.rata[kolom], baris.tebal)
                if self.tata.garis in ("penuh", "kotak"):
                    self._tepi(halaman, n, kolom, baris.atas, bawah)
            if self.tata.garis == "mendatar":
                self._datar(bawah)
        if self.tata.garis == "tiga" and akhir:
            self._datar(halaman[-1].atas + halaman[-1].tinggi)

    def _tepi(self, halaman: list[Potong], n: int, kolom: int, atas: float, bawah: float) -> None:
        """The lines of one cell; a merged cell has none inside."""
        kiri, kanan = self.kisi.batas[kolom], self.kisi.batas[kolom + 1]
        if n == 0 or not halaman[n].gabung[kolom]:
            self.kertas.garis(kiri, atas, kanan, atas)
        if n == len(halaman) - 1:
            self.kertas.garis(kiri, bawah, kanan, bawah)
        self.kertas.garis(kiri, atas, kiri, bawah)
        self.kertas.garis(kanan, atas, kanan, bawah)

    def _datar(self, y: float) -> None:
        self.kertas.garis(self.kisi.batas[0], y, self.kisi.batas[-1], y)
