"""A sheet of paper in the coordinates of the reader: origin at the top left, whatever way the page is turned."""

from io import BytesIO

from reportlab.lib.colors import Color
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from samples.cetak.tata import Tata

BIASA, TEBAL = "Helvetica", "Helvetica-Bold"
GARIS = 0.5


class Kertas:
    """Pages of a PDF, written one after the other."""

    def __init__(self, tata: Tata, judul: str) -> None:
        self.tata = tata
        self.lebar = self.tinggi = 0.0
        self.halaman = 0
        self._isi = BytesIO()
        self._kanvas = Canvas(self._isi, pageCompression=1, invariant=1)
        self._kanvas.setTitle(judul)
        self._kanvas.setAuthor("")
        self._kanvas.setProducer("samples.build")

    def mulai(self, lanskap: bool) -> None:
        """Start a page and turn the paper, so that what follows reads upright when the page is shown as meant."""
        if self.halaman:
            self._kanvas.showPage()
        self.halaman += 1
        self.lebar, self.tinggi = self.tata.kertas
        if lanskap or self.tata.samping:
            self.lebar, self.tinggi = max(self.tata.kertas), min(self.tata.kertas)
        arah = {90: "kiri", 270: "kanan"}.get(self.tata.putar, self.tata.samping)
        if self.tata.samping:  # with /Rotate the library turns the sheet itself
            self._kanvas.setPageSize((self.tinggi, self.lebar))
        else:
            self._kanvas.setPageSize((self.lebar, self.tinggi))
        if arah:
            matriks = (0, 1, -1, 0, self.tinggi, 0) if arah == "kiri" else (0, -1, 1, 0, 0, self.lebar)
            self._kanvas.transform(*matriks)
        self._kanvas.setPageRotation(self.tata.putar)

    def tulis(self, x: float, y: float, teks: str, tebal: bool = False, ukuran: float = 0) -> None:
        """One line of text; `y` is its base line from the top."""
        self._kanvas.setFont(TEBAL if tebal else BIASA, ukuran or self.tata.huruf)
        self._kanvas.drawString(round(x, 2), round(self.tinggi - y, 2), teks)

    def garis(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A rule, drawn as a line or as a thin filled rectangle."""
        if self.tata.garis == "kotak":
            lebar, tinggi = max(abs(x1 - x0), GARIS), max(abs(y1 - y0), GARIS)
            self._kanvas.rect(min(x0, x1), self.tinggi - max(y0, y1), lebar, tinggi, stroke=0, fill=1)
        else:
            self._kanvas.setLineWidth(GARIS)
            self._kanvas.line(x0, self.tinggi - y0, x1, self.tinggi - y1)

    def arsir(self, x0: float, y0: float, x1: float, y1: float) -> None:
        """A light grey ground."""
        self._kanvas.setFillColor(Color(0.88, 0.88, 0.88))
        self._kanvas.rect(x0, self.tinggi - y1, x1 - x0, y1 - y0, stroke=0, fill=1)
        self._kanvas.setFillColor(Color(0, 0, 0))

    def selesai(self) -> bytes:
        """The bytes of the PDF."""
        self._kanvas.showPage()
        self._kanvas.save()
        return self._isi.getvalue()


def panjang(teks: str, tebal: bool, ukuran: float) -> float:
    """Width of a text in points."""
    return float(stringWidth(teks, TEBAL if tebal else BIASA, ukuran))


def bungkus(teks: str, lebar: float, tebal: bool, ukuran: float) -> list[str]:
    """The lines of a text in a column; words are never broken, `<br>` starts a line."""
    baris: list[str] = []
    for bagian in teks.replace("<br>", "\n").split("\n"):
        kini = ""
        for kata in bagian.split():
            calon = f"{kini} {kata}".strip()
            if kini and panjang(calon, tebal, ukuran) > lebar:
                baris.append(kini)
                kini = kata
            else:
                kini = calon
        baris.append(kini)
    return [b for b in baris if b]
