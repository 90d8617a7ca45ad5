"""Random consistent reports, and one known error planted into them: for property tests and benchmarks.

>>> text, truth, _, _ = make_report(7)
>>> planted = plant(make_report(7), "persen", seed=1)
"""

from typing import Any, NamedTuple

from samples import acak, fakta
from samples.acak import Ukuran
from samples.cetak.pdf import cetak_pdf
from samples.cetak.tata import Tata
from samples.laporan import Gaya, Laporan
from samples.naskah import Naskah
from samples.susun import susun
from samples.tanam import JENIS, tanam
from samples.teks import cetak_teks

KINDS = tuple(JENIS)
"""The kinds of error that can be planted."""


class Report(NamedTuple):
    """A report as text, with the records it prints (each with its line), its numbers and its manuscript."""

    text: str
    truth: dict[str, Any]
    laporan: Laporan
    naskah: Naskah

    def pdf(self, tata: Tata) -> tuple[bytes, dict[str, Any]]:
        """The same report as PDF in a layout, with the records it prints (each with its page)."""
        isi, halaman = cetak_pdf(self.naskah, tata)
        return isi, fakta.catat(self.naskah, halaman, "halaman")


class Planted(NamedTuple):
    """A report with one error. `place` are the text lines of it, `keys` name the same cells for a PDF."""

    text: str
    place: frozenset[int]
    kind: str
    before: str
    after: str
    keys: tuple[str, ...]
    naskah: Naskah

    def pdf(self, tata: Tata) -> tuple[bytes, frozenset[int]]:
        """The same as PDF, with the pages of the error."""
        isi, halaman = cetak_pdf(self.naskah, tata)
        return isi, frozenset(halaman[kunci] for kunci in self.keys)


def make_report(seed: int, ukuran: Ukuran | None = None, gaya: Gaya | None = None) -> Report:
    """The consistent report of that seed: random agency, indicators, programmes, formats, habits and order."""
    laporan = acak.laporan(seed, ukuran or Ukuran(), gaya)
    naskah = susun(laporan)
    text, baris = cetak_teks(naskah)
    return Report(text, fakta.catat(naskah, baris, "baris"), laporan, naskah)


def plant(report: Report, kind: str, seed: int = 0) -> Planted | None:
    """The report with one error of that kind at a random place; None when it has no place for one."""
    tanaman = tanam(report.laporan, report.naskah, kind, seed)
    if tanaman is None:
        return None
    text, baris = cetak_teks(tanaman.naskah)
    place = frozenset(baris[kunci] for kunci in tanaman.kunci)
    return Planted(text, place, kind, tanaman.semula, tanaman.jadi, tanaman.kunci, tanaman.naskah)
