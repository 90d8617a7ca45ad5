"""A manuscript as PDF in one layout; the page of every row, cell and paragraph is known afterwards."""

from samples.cetak.kertas import Kertas, bungkus, panjang
from samples.cetak.tabel import Penata
from samples.cetak.tata import Tata
from samples.naskah import Alinea, Halaman, Judul, Naskah, Tabel

TEPI = 56.0
ATAS, BAWAH = 72.0, 64.0
UKURAN = {1: 13.0, 2: 11.0, 3: 10.0}
TEKS = 10.0


class Penyusun:
    """Sets blocks from top to bottom and starts pages where the paper ends."""

    def __init__(self, naskah: Naskah, tata: Tata) -> None:
        self.naskah, self.tata = naskah, tata
        self.kertas = Kertas(tata, naskah.kepala_halaman)
        self.tempat: dict[str, int] = {}
        self.lanskap = tata.lanskap
        self.y = self.baru()

    def baru(self) -> float:
        """Start a page with running head and page number; returns the top of the text area."""
        self.kertas.mulai(self.lanskap)
        self.kertas.tulis(TEPI, 40, self.naskah.kepala_halaman, ukuran=7.5)
        nomor = str(self.kertas.halaman)
        self.kertas.tulis((self.kertas.lebar - panjang(nomor, False, 9)) / 2, self.kertas.tinggi - 34, nomor, ukuran=9)
        self.y = ATAS
        return self.y

    @property
    def dasar(self) -> float:
        return self.kertas.tinggi - BAWAH

    def susun(self) -> bytes:
        """The whole PDF."""
        for n, blok in enumerate(self.naskah.blok):
            if isinstance(blok, Halaman):
                self.lanskap = blok.lanskap or self.tata.lanskap
                if n:
                    self.baru()
            elif isinstance(blok, Judul):
                self.teks(blok.teks, blok.kunci, UKURAN[blok.tingkat], True, blok.tingkat == 1, jaga=60)
            elif isinstance(blok, Alinea):
                self.teks(blok.teks, blok.kunci, TEKS, blok.tebal, blok.tengah, blok.label)
            else:
                self.tabel(blok)
        return self.kertas.selesai()

    def teks(
        self, teks: str, kunci: str, ukuran: float, tebal: bool, tengah: bool, label: str = "", jaga: float = 0
    ) -> None:
        """A paragraph, centred or flush left, with a hanging label."""
        lekuk = 18.0 if label else 0.0
        ruang = self.kertas.lebar - 2 * TEPI - lekuk
        baris = bungkus(teks, ruang, tebal, ukuran)
        if self.y + max(len(baris) * ukuran * 1.3, jaga) > self.dasar:
            self.baru()
        if kunci:
            self.tempat[kunci] = self.kertas.halaman
        if label:
            self.kertas.tulis(TEPI, self.y + ukuran, label, ukuran=ukuran)
        for satu in baris:
            x = TEPI + lekuk + ((ruang - panjang(satu, tebal, ukuran)) / 2 if tengah else 0)
            self.kertas.tulis(x, self.y + ukuran, satu, tebal, ukuran)
            self.y += ukuran * 1.3
        self.y += 5

    def tabel(self, tabel: Tabel) -> None:
        """Caption above, source below; caption, header and first row stay together."""
        penata = Penata(self.kertas, self.tata, tabel, TEPI, self.dasar)
        nomor = f"Tabel {tabel.nomor}" if tabel.nomor else ""
        judul = [(teks, bagian) for teks, bagian in ((nomor, "nomor"), (tabel.judul, "judul")) if teks]
        if self.y + penata.muat_awal() + 16 * len(judul) > self.dasar:
            self.baru()
        for teks, bagian in judul:
            self.teks(teks, f"{tabel.kunci}.{bagian}", TEKS, False, True)
        self.y = penata.pasang(self.y, self.baru) + 6
        self.tempat |= penata.tempat
        if tabel.sumber:
            self.teks(f"Sumber data : {tabel.sumber}", "", 8.0, False, False)
        self.y += 6


def cetak_pdf(naskah: Naskah, tata: Tata) -> tuple[bytes, dict[str, int]]:
    """The bytes of the PDF, and the page of every key."""
    penyusun = Penyusun(naskah, tata)
    isi = penyusun.susun()
    return isi, penyusun.tempat
