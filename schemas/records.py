"""Typed records: what the rows and sentences of a document say."""

from decimal import Decimal
from enum import StrEnum

from schemas.base import Frozen
from schemas.number import Place, Printed
from schemas.table import Stage


class Jenis(StrEnum):
    """What a document is as a whole."""

    LKIP = "lkip"
    IKU = "iku"
    PERJANJIAN_KINERJA = "perjanjian_kinerja"
    RKT = "rkt"
    RENSTRA = "renstra"
    RENJA = "renja"
    REALISASI = "realisasi"
    LAINNYA = "lainnya"


class Identity(Frozen):
    """Whose document it is and which year it reports on or plans for."""

    jenis: Jenis = Jenis.LAINNYA
    instansi: str | None = None
    daerah: str | None = None
    tahun: int | None = None
    nomor: str | None = None


class Indikator(Frozen):
    """One indicator, one year: a row of a one-year table, or one year of a multi-year table."""

    id: str
    table: str
    row: int
    page: int | None = None
    line: int | None = None
    nomor: str | None = None
    sasaran: str | None = None
    indikator: str
    satuan: str | None = None
    tahun: int | None = None
    stage: Stage | None = None
    target: Printed | None = None
    realisasi: Printed | None = None
    capaian: Printed | None = None
    predikat: str | None = None
    nasional: Printed | None = None
    selisih: Printed | None = None
    keluaran: bool = False  # output/outcome of a sub kegiatan inside a budget table
    induk: str | None = None  # id of the budget row that an output belongs to


class Tingkat(StrEnum):
    """Level of a budget row."""

    PROGRAM = "program"
    KEGIATAN = "kegiatan"
    SUB_KEGIATAN = "sub_kegiatan"
    BELANJA = "belanja"
    TOTAL = "total"
    LAINNYA = "lainnya"


class Anggaran(Frozen):
    """One budget row. ``induk`` is the id of its parent row. ``persen`` is the printed percentage of that row."""

    id: str
    table: str
    row: int
    page: int | None = None
    line: int | None = None
    tingkat: Tingkat = Tingkat.LAINNYA
    nomor: str | None = None
    kode: str | None = None
    uraian: str
    induk: str | None = None
    sasaran: str | None = None
    anggaran: Printed | None = None
    anggaran_sebelum: Printed | None = None
    realisasi: Printed | None = None
    persen: Printed | None = None
    sisa: Printed | None = None
    stage: Stage | None = None


class Iku(Frozen):
    """One row of an IKU table."""

    id: str
    table: str
    row: int
    page: int | None = None
    line: int | None = None
    nomor: str | None = None
    sasaran: str | None = None
    indikator: str
    formulasi: str | None = None
    penanggung_jawab: str | None = None
    sumber_data: str | None = None


class KlaimKind(StrEnum):
    """What a sentence claims."""

    AMOUNT = "amount"
    PERCENT = "percent"
    COUNT = "count"
    PREDICATE = "predicate"
    TREND = "trend"


class Klaim(Frozen):
    """A claim in running text and what it speaks of.

    ``subject`` is the phrase the value belongs to ("realisasi belanja langsung"), ``noun`` the thing counted
    ("kegiatan"), ``measure`` one of target/realisasi/capaian/anggaran/serapan/selisih or None, ``words`` the
    terbilang beside the digits, ``list_id`` ties items of one enumeration together ("antara lain ... a. ... b. ..."),
    ``role`` says total or item of that list; ``partial`` is true for lists introduced by "antara lain".
    ``total_of`` is the list whose total this claim states: an item of "k3" that has sub items is total of "k3.2".
    ``pair_id`` ties an amount and the percentage printed beside it as the same thing ("Rp 3 juta (25 %)");
    ``group`` ties amount, budget and percentage of one clause ("terealisasi Rp 3 dari anggaran Rp 12 atau 25 %").
    ``base`` is what a percentage is a share of, or what a direction is compared with ("pagu anggaran",
    "tahun sebelumnya"). A stated change ("turun sebesar 8,89 %") is a claim of its own kind with measure
    "selisih" and the direction as its label; a direction without an amount of change is a trend.
    Labels of directions: naik, turun, sama, di_atas, di_bawah, melebihi, belum_mencapai, tercapai.
    """

    id: str
    kind: KlaimKind
    text: str
    value: Printed | None = None
    subject: str = ""
    noun: str = ""
    measure: str | None = None
    words: str | None = None
    words_value: Decimal | None = None  # what ``words`` says as a number, None when they could not be read
    group: str | None = None  # ties the amount, budget and percentage that one clause speaks of
    label: str | None = None  # predicate ("sangat memuaskan") or direction ("naik", "turun", "sama", "melebihi")
    year: int | None = None
    stage: Stage | None = None
    section: str = ""  # ikhtisar, bab1, bab2, bab3, bab4, lampiran or ""
    sasaran: str | None = None  # heading or phrase of the sasaran the paragraph is about
    list_id: str | None = None
    role: str | None = None
    partial: bool = False
    total_of: str | None = None
    pair_id: str | None = None
    listed: int | None = None  # items of the list that this count announces, where they can be counted
    awal: str | None = None  # of a stated change: id of the claim with the value before it
    akhir: str | None = None  # and of the claim with the value after it
    base: str = ""
    place: Place = Place()
    order: int = 0


class Band(Frozen):
    """One band of a scale; ends as printed, ``label`` the predicate."""

    label: str
    grade: str | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    low_open: bool = False  # true: value > low; false: value >= low
    high_open: bool = False
    raw: str = ""
    place: Place = Place()


class Skala(Frozen):
    """A scale that the document itself declares."""

    id: str
    table: str | None = None
    bands: tuple[Band, ...] = ()
    about: str = "capaian"  # capaian, akip, skm, efisiensi
    place: Place = Place()


class Aturan(Frozen):
    """Rules that the document declares for itself: formulas of capaian, caps, how efficiency is judged.

    ``formulas`` holds codes of DOMAIN 1.7 (P0, N1, N2 …), ``cap`` the declared upper limit in percent.
    """

    formulas: tuple[str, ...] = ()
    cap: Decimal | None = None
    floor: Decimal | None = None
    efisiensi: str | None = None
    places: tuple[Place, ...] = ()


class Rujukan(Frozen):
    """A reference printed in running text.

    ``kind``, and what ``value`` and ``about`` hold:

    * ``sk``: the number of a decree without spaces ("065/33/35.09/2023"; an empty field stays "//"), about what
    * ``peraturan``: "<short type> <number>/<year>" ("permenpanrb 53/2014"), the title after "tentang"
    * ``tahun``: the year; what is said to be of that year (laporan, tahun anggaran, perjanjian kinerja, rkt, renja,
      iku, capaian, sampul); a period ("2021-2026") with its plan (renstra, rpjmd); ``tahun_ke``: the ordinal ("3")
      of a year within the plan that ``about`` names
    * ``periode``: the period of another plan ("2013-2025"), its short form and owner ("RUPM Kabupaten Kemuning")
    * ``instansi``: the name of an agency of the same kind as the document's own; its region when printed with it
    * ``nip``: 18 digits; the name printed above. ``orang``: the name; its NIP
    * ``tabel``: the number of a caption ("3.5"), its title; ``rujuk_tabel``: a mention of that number in a sentence
    * ``diktum``: KESATU, KEDUA …; its text. ``bab``: number; title. ``heading``: number ("B.1"); title
    * ``toc``: an entry of the table of contents: number ("B.1") or ""; title
    * ``tanggal``: ISO date, "2023-01" without a day; what is dated (tanda tangan, ditetapkan, "")
    """

    kind: str
    text: str
    value: str
    about: str = ""
    place: Place = Place()
    order: int = 0
