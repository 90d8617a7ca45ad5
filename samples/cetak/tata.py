"""How a PDF is laid out: which rules a table has, what happens to it at the end of a page, how the page is turned."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tata:
    """One layout.

    `garis`: penuh (every cell has its lines), kotak (lines drawn as thin filled rectangles), tiga (rules only above and
    below the header and at the end), mendatar (a rule below every row, none between columns), pita (the header and
    every second row shaded cell by cell, no rules), tanpa (column gutters only). `gabung`: what stands below a name
    that holds for several rows: gabung (one merged cell), kosong (an empty cell), ulang (the name again). `samping`
    draws the page sideways on an upright sheet; `putar` is /Rotate. Sizes in points.
    """

    nama: str
    garis: str = "penuh"
    ulang_kepala: bool = True
    potong_baris: bool = False
    gabung: str = "kosong"
    putar: int = 0
    samping: str = ""
    lanskap: bool = False
    arsir: bool = False
    tengah: bool = False
    huruf: float = 8.5
    kertas: tuple[float, float] = (595.0, 842.0)

    @property
    def jarak(self) -> float:
        """Leading."""
        return self.huruf * 1.22

    @property
    def bantalan(self) -> float:
        """Space between text and the edge of its row."""
        return 3.0 if self.garis in ("penuh", "kotak") else 4.0
