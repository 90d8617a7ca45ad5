"""A stitched table whose columns have a role."""

from enum import StrEnum

from schemas.base import Frozen
from schemas.number import Printed
from schemas.reading import Cell


class Kind(StrEnum):
    """What a table is about (the ``kind`` of the output contract)."""

    PENGUKURAN_KINERJA = "pengukuran_kinerja"
    PERBANDINGAN_TAHUN = "perbandingan_tahun"
    PERBANDINGAN_RENSTRA = "perbandingan_renstra"
    PERBANDINGAN_NASIONAL = "perbandingan_nasional"
    PERJANJIAN_KINERJA = "perjanjian_kinerja"
    TARGET_RENSTRA = "target_renstra"
    RKT = "rkt"
    ANGGARAN_PROGRAM = "anggaran_program"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    IKU = "iku"
    EFISIENSI = "efisiensi"
    SKALA_PREDIKAT = "skala_predikat"
    LAINNYA = "lainnya"


class Role(StrEnum):
    """What a column holds."""

    NO = "no"
    KODE = "kode"
    TUJUAN = "tujuan"
    INDIKATOR_TUJUAN = "indikator_tujuan"
    SASARAN = "sasaran"
    INDIKATOR = "indikator"
    SATUAN = "satuan"
    TARGET = "target"
    REALISASI = "realisasi"
    CAPAIAN = "capaian"
    PREDIKAT = "predikat"
    NASIONAL = "nasional"
    SELISIH = "selisih"
    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    URAIAN = "uraian"
    ANGGARAN = "anggaran"
    REALISASI_ANGGARAN = "realisasi_anggaran"
    PERSEN = "persen"
    SISA = "sisa"
    FISIK = "fisik"
    FORMULASI = "formulasi"
    PENANGGUNG_JAWAB = "penanggung_jawab"
    SUMBER_DATA = "sumber_data"
    KETERANGAN = "keterangan"
    LAINNYA = "lainnya"


class Stage(StrEnum):
    """Stage of a budget or of a target."""

    MURNI = "murni"  # Penetapan, sebelum, semula
    PERUBAHAN = "perubahan"  # Perubahan, sesudah, menjadi, P-APBD
    AKHIR = "akhir"  # mid-term end target (Renstra, RPJMD)


class Unit(StrEnum):
    """The parts of a year that columns are printed for."""

    BULAN = "bulan"
    TRIWULAN = "triwulan"
    SEMESTER = "semester"


class Period(Frozen):
    """The part of a year that a column is about: "TW II" is (TRIWULAN, 2), "s.d. Maret" is (BULAN, 3, to_date).

    ``order`` counts from 1; of columns that only say "lalu" and "ini" the first is 1 and the second 2. ``to_date`` is
    true when the header says that the values run from the beginning of the year ("s.d.", "kumulatif").
    """

    unit: Unit
    order: int
    to_date: bool = False


class Column(Frozen):
    """One column: its role, the year it names, its label joined over all header rows.

    ``number`` is the "(5)" of a row of column numbers, ``formula`` what the header declares ("(5)/(4)").
    ``group`` tells column groups of one role apart (the text of the upper header cell).
    """

    index: int
    role: Role
    label: str = ""
    group: str = ""
    year: int | None = None
    stage: Stage | None = None
    number: int | None = None
    formula: str | None = None
    scale: int = 1  # 1000 or 1_000_000 when the header says (Rp ribu) / (Rp juta)
    period: Period | None = None  # None: the whole year, or a column that has nothing to do with time


class Row(Frozen):
    """One logical row: at most one cell for each column, in column order; None where nothing is printed.

    ``lent`` holds names lent by vertically merged or blank-continued cells above (never numbers).
    """

    index: int
    cells: tuple[Cell | None, ...]
    page: int | None = None
    line: int | None = None
    lent: tuple[str | None, ...] = ()
    span_heading: str | None = None  # set when the row is one cell over all columns
    numbers: tuple[Printed | None, ...] = ()  # what the cells print as numbers, by column; None in columns of names

    def text(self, column: int) -> str:
        """The printed text of a column, empty when nothing is printed."""
        cell = self.cells[column] if 0 <= column < len(self.cells) else None
        return cell.text.strip() if cell else ""

    def name(self, column: int) -> str:
        """The printed text, or the name lent from above."""
        own = self.text(column)
        if own or column >= len(self.lent):
            return own
        return (self.lent[column] or "").strip()


class Table(Frozen):
    """A table stitched over page breaks, headers removed from its rows."""

    id: str
    kind: Kind
    caption: str = ""
    number: str | None = None  # "3.1"
    section: str = ""  # nearest headings above, joined by " / "
    before: str = ""  # the sentence or heading just above, when there is no caption
    sasaran: str | None = None  # of the section, when the table stands under a lettered heading of one indicator
    year: int | None = None
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    pages: tuple[int, ...] = ()
    lines: tuple[int, int] | None = None
    order: int = 0
    engine: str = "text"
    score: float = 1.0
    ruled: bool = True
    rotated: int = 0

    def roles(self, *roles: Role) -> tuple[Column, ...]:
        """The columns that have one of these roles."""
        return tuple(c for c in self.columns if c.role in roles)
