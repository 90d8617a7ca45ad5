"""A manuscript: the blocks of a document before it is set as text or as PDF, and the facts that its tables state.

Every cell and paragraph that may be changed or pointed at has a key: `serapan.p1.k2.anggaran`, `ikhtisar.serapan`.
The records are read from the cells themselves, so that they say what is printed also after a change.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Any


@dataclass(frozen=True)
class Sel:
    """One cell. `peran` is what its column holds, `tahun` the year of the column; `lebar` spans columns.

    `gabung` marks a name that was already printed in the row above and belongs to the same merged cell.
    """

    teks: str
    peran: str = ""
    tahun: int | None = None
    lebar: int = 1
    tinggi: int = 1
    gabung: bool = False

    @property
    def kunci(self) -> str:
        return self.peran if self.tahun is None else f"{self.peran}_{self.tahun}"


@dataclass(frozen=True)
class Baris:
    """One row. `jenis` says which record it is: indikator, anggaran, iku, or none."""

    kunci: str
    sel: tuple[Sel, ...]
    jenis: str = ""
    tingkat: str = ""
    tebal: bool = False
    nama: dict[str, str] = field(default_factory=dict)  # facts of the record that no cell of the row prints


@dataclass(frozen=True)
class Tabel:
    """A table. `lebar` are relative column widths; `putus` holds keys of rows after which a page ends in the text,
    `belah` the rows that such a page break cuts in two, `rusak` how a row is damaged in the text."""

    kunci: str
    jenis: str
    kepala: tuple[tuple[Sel, ...], ...]
    baris: tuple[Baris, ...]
    lebar: tuple[float, ...]
    nomor: str = ""
    judul: str = ""
    sumber: str = ""
    tahun: int | None = None
    nomor_kolom: bool = False
    putus: tuple[str, ...] = ()
    belah: tuple[str, ...] = ()
    ulang_kepala: bool = False
    rusak: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Judul:
    teks: str
    tingkat: int = 2
    kunci: str = ""


@dataclass(frozen=True)
class Alinea:
    """A paragraph. `label` is the mark of a list item; `tengah` sets it centred."""

    teks: str
    kunci: str = ""
    label: str = ""
    tebal: bool = False
    tengah: bool = False


@dataclass(frozen=True)
class Halaman:
    """The next block starts a page; `lanskap` turns the pages from here on."""

    lanskap: bool = False


Blok = Judul | Alinea | Tabel | Halaman


@dataclass(frozen=True)
class Naskah:
    """All blocks of a document, its identity, and the running head of its pages."""

    identitas: dict[str, Any]
    blok: tuple[Blok, ...]
    kepala_halaman: str = ""

    def tabel(self) -> Iterator[Tabel]:
        """The tables in reading order."""
        return (blok for blok in self.blok if isinstance(blok, Tabel))

    def cari(self, kunci: str) -> Tabel:
        """The table of that key. Raises KeyError when there is none."""
        for tabel in self.tabel():
            if tabel.kunci == kunci:
                return tabel
        raise KeyError(kunci)

    def petakan(self, ubah: Callable[[Blok], Blok | None]) -> "Naskah":
        """The manuscript with every block replaced by what `ubah` returns; None takes it out."""
        return replace(self, blok=tuple(baru for blok in self.blok if (baru := ubah(blok)) is not None))
