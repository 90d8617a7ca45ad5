"""Set a manuscript as text in the form that OCR services export: headings with #, tables with tabs, page breaks that
cut tables and rows. Every row and paragraph is known by its line afterwards."""

from dataclasses import dataclass, field

from samples.naskah import Alinea, Baris, Blok, Halaman, Judul, Naskah, Sel, Tabel


@dataclass
class Lembar:
    """The lines written so far, and where each key stands (lines from 1)."""

    baris: list[str] = field(default_factory=list)
    tempat: dict[str, int] = field(default_factory=dict)

    def tulis(self, teks: str = "", *kunci: str) -> None:
        """Write one line; an empty line is never doubled."""
        if teks == "" and (not self.baris or self.baris[-1] == ""):
            return
        self.baris.append(teks)
        for nama in filter(None, kunci):
            self.tempat.setdefault(nama, len(self.baris))


def cetak_teks(naskah: Naskah) -> tuple[str, dict[str, int]]:
    """The text, and the line of every row, cell and paragraph."""
    lembar = Lembar()
    for blok in naskah.blok:
        _blok(lembar, blok)
    return "\n".join(lembar.baris).rstrip() + "\n", lembar.tempat


def _blok(lembar: Lembar, blok: Blok) -> None:
    if isinstance(blok, Tabel):
        _tabel(lembar, blok)
    elif isinstance(blok, Judul):
        lembar.tulis()
        lembar.tulis(f"{'#' * blok.tingkat} {blok.teks}", blok.kunci)
        lembar.tulis()
    elif isinstance(blok, Alinea):
        teks = f"**{blok.teks}**" if blok.tebal else blok.teks
        if blok.label:
            lembar.tulis(f"{blok.label} {teks}", blok.kunci)
        else:
            lembar.tulis()
            lembar.tulis(teks, blok.kunci)
            lembar.tulis()
    elif isinstance(blok, Halaman):
        lembar.tulis()


def _tabel(lembar: Lembar, tabel: Tabel) -> None:
    lembar.tulis()
    if tabel.nomor:
        lembar.tulis(f"Tabel {tabel.nomor}  ", f"{tabel.kunci}.nomor")
    if tabel.judul:
        lembar.tulis(tabel.judul, f"{tabel.kunci}.judul")
        lembar.tulis()
    _kepala(lembar, tabel)
    for baris in tabel.baris:
        _baris(lembar, tabel, baris)
        if baris.kunci in tabel.putus:
            lembar.tulis()
            if tabel.ulang_kepala:
                _kepala(lembar, tabel)
    if tabel.sumber:
        lembar.tulis()
        lembar.tulis(f"Sumber data : {tabel.sumber}")
    lembar.tulis()


def _kepala(lembar: Lembar, tabel: Tabel) -> None:
    """Header rows; a cell over several columns leaves the rest empty, one over several rows leaves what is below."""
    terpakai: dict[int, int] = {}
    for nomor, kepala in enumerate(tabel.kepala):
        isi: list[str] = []
        sisa = list(kepala)
        while len(isi) < len(tabel.lebar):
            if terpakai.get(len(isi), 0) > nomor or not sisa:
                isi.append("")
                continue
            sel = sisa.pop(0)
            for kolom in range(len(isi), len(isi) + sel.lebar):
                terpakai[kolom] = nomor + sel.tinggi
            isi += [sel.teks, *[""] * (sel.lebar - 1)]
        lembar.tulis("\t".join(isi), f"{tabel.kunci}.kepala")
    if tabel.nomor_kolom:
        lembar.tulis("\t".join(f"({n})" for n in range(1, len(tabel.lebar) + 1)))


def _baris(lembar: Lembar, tabel: Tabel, baris: Baris) -> None:
    rusak = tabel.rusak.get(baris.kunci, "")
    sel = [s for s in baris.sel if rusak != f"hilang {s.kunci}"]
    teks = ["" if s.gabung else s.teks for s in sel]
    kunci = [f"{tabel.kunci}.{baris.kunci}", *(f"{tabel.kunci}.{baris.kunci}.{s.kunci}" for s in baris.sel)]
    if rusak == "pecah":
        kolom = _terpanjang(sel)
        atas, bawah = _belah(teks[kolom])
        lembar.tulis("\t".join((*teks[:kolom], atas)), *kunci)
        lembar.tulis("\t".join((bawah, *teks[kolom + 1 :])))
    elif baris.kunci in tabel.belah:
        kolom = _terpanjang(sel)
        teks[kolom], bawah = _belah(teks[kolom])
        lembar.tulis("\t".join(teks), *kunci)
        lembar.tulis()
        lembar.tulis("\t".join(bawah if n == kolom else "" for n in range(len(teks))))
    else:
        lembar.tulis("\t".join(teks), *kunci)


def _terpanjang(sel: list[Sel]) -> int:
    """The column whose name is longest: that is where a page break shows."""
    return max(range(len(sel)), key=lambda n: 0 if sel[n].gabung else len(sel[n].teks))


def _belah(teks: str) -> tuple[str, str]:
    """The text in two, about two thirds in the first."""
    kata = teks.split()
    batas = max(1, min(len(kata) - 1, len(kata) * 2 // 3))
    return " ".join(kata[:batas]), " ".join(kata[batas:])
