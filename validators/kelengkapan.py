"""Completeness of a performance report as data: the analyses of chapter III and the review checklist.

PermenPANRB 53/2014, Lampiran II (what chapter III contains) and Lampiran III (checklist of 23 items in the aspects
format, mechanism and substance). Where a document alone cannot answer, the answer says so.
"""

import re
from collections.abc import Callable

from schemas.finding import Evidence, Message
from schemas.kelengkapan import Aspek, ButirKelengkapan, Jawaban
from schemas.records import Jenis
from schemas.table import Kind
from validators.butir import BAB_III, CHECKLIST, Butir
from validators.isi_laporan import Cari, against_plan, headings, measured, over_years, rows, sentences, tables
from validators.keselarasan import indikator_iku, indikator_pk, sasaran_pk, sasaran_renstra
from validators.view import View

Answer = tuple[Jawaban, tuple[str, str], tuple[Evidence, ...]]
_YA, _TIDAK = Jawaban.YA, Jawaban.TIDAK
_SEBAGIAN, _BUKAN = Jawaban.SEBAGIAN, Jawaban.TIDAK_DAPAT_DINILAI


def _cari(pattern: str, *marks: str) -> Cari:
    return Cari(re.compile(pattern), marks)


_CAUSES = _cari(
    r"penyebab|faktor\s+(?:pen)|kendala|hambatan|permasalahan", "penyebab", "faktor", "hambat", "kendala", "masalah"
)
_REMEDIES = _cari(
    r"solusi|upaya|langkah|tindak\s+lanjut|rekomendasi|antisipatif",
    *("solusi", "upaya", "langkah", "lanjut", "rekomendasi", "antisipatif"),
)
_EFFICIENCY = _cari(r"eff?isiensi|penghematan", "isiensi", "hemat")
_SUPPORT = _cari(
    r"(?:program|kegiatan).{0,80}(?:menunjang|mendukung|pendukung|penunjang|pencapaian|mencapai|merumuskan)|"
    r"(?:menunjang|mendukung).{0,80}(?:program|kegiatan)",
    *("nunjang", "dukung", "capai", "rumus"),
)
_NATION = _cari(r"\b(?:nasional|spm)\b", "nasional", "spm")
_YEARS = _cari(r"perbandingan.{0,80}(?:tahun|sebelumnya)|tahun\s+sebelumnya|tahun\s+lalu", "banding", "sebelum", "lalu")
_PLAN = _cari(r"renstra|rencana\s+strategis|jangka\s+menengah|rpjmd", "renstra", "strategis", "menengah", "rpjmd")
_SOURCE = _cari(r"\bsumber(?:\s*data)?\s*[:;]|\bsumber\s+data\b", "sumber")
_ORGANISATION = _cari(
    r"struktur\s+organisasi|tugas(?:\s+pokok)?(?:,|\s+dan)\s+fungsi|kedudukan", "organisasi", "fungsi", "kedudukan"
)
_STAFF = _cari(
    r"sumber\s+daya\s+manusia|kepegawaian|jumlah\s+(?:asn|pns|pegawai|aparatur)|susunan\s+pegawai",
    *("manusia", "pegawai", "asn", "pns", "aparatur"),
)
_ISSUES = _cari(
    r"isu(?:-isu)?\s+strategis|permasalahan\s+utama|aspek\s+strategis|strategic\s+issue", "strateg", "utama"
)
_BUDGET = _cari(
    r"realisasi\s+(?:anggaran|keuangan|belanja)|akuntabilitas\s+keuangan|penyerapan\s+anggaran",
    *("anggaran", "keuangan", "belanja"),
)
_ANNEX = _cari(r"^\W*lampiran\b", "lampiran")


def kelengkapan(view: View) -> tuple[ButirKelengkapan, ...]:
    """All items with their answers; none for documents that are no performance report."""
    if view.document.identity.jenis is not Jenis.LKIP:
        return ()
    made = view.memo.get("kelengkapan")
    if not isinstance(made, tuple):
        made = view.memo["kelengkapan"] = tuple(
            _item(butir, aspek, _ANSWERS[butir.item](view) if butir.item in _ANSWERS else _unknown())
            for aspek, butir in (*((Aspek.BAB_III, b) for b in BAB_III), *CHECKLIST)
        )
    return made


def _item(butir: Butir, aspek: Aspek, answer: Answer) -> ButirKelengkapan:
    jawaban, alasan, bukti = answer
    return ButirKelengkapan(
        item=butir.item,
        aspek=aspek,
        pertanyaan=Message(id=butir.id, en=butir.en),
        jawaban=jawaban,
        alasan=Message(id=alasan[0], en=alasan[1]),
        bukti=bukti,
    )


def _unknown() -> Answer:
    return _BUKAN, ("perlu wawancara atau bukti di luar dokumen", "needs an interview or evidence outside"), ()


def _found(places: tuple[Evidence, ...], weaker: tuple[Evidence, ...] = ()) -> Answer:
    """Yes with tables, partly with text alone, otherwise no."""
    if places:
        return _YA, ("ditemukan", "found"), places
    if weaker:
        return _SEBAGIAN, ("disebut dalam teks tanpa tabel", "spoken of in the text, without a table"), weaker
    return _TIDAK, ("tidak ditemukan", "not found"), ()


def _parts(*parts: tuple[Evidence, ...]) -> Answer:
    """Yes when all parts are there, partly when some are."""
    there = [p for p in parts if p]
    places = tuple(p[0] for p in there)
    if len(there) == len(parts):
        return _YA, ("semua bagian ditemukan", "every part was found"), places
    if there:
        text = f"{len(there)} dari {len(parts)} bagian ditemukan", f"{len(there)} of {len(parts)} parts were found"
        return _SEBAGIAN, text, places
    return _TIDAK, ("tidak ditemukan", "not found"), ()


def _comparisons(view: View) -> Answer:
    national = tables(view, Kind.PERBANDINGAN_NASIONAL) or sentences(view, _NATION)
    return _parts(over_years(view), against_plan(view) or headings(view, _PLAN), national)


def _sources(view: View) -> Answer:
    places = sentences(view, _SOURCE)
    named = rows(view, lambda r: r.realisasi is not None)
    if not named:
        return _unknown()
    return (
        (_SEBAGIAN if places else _TIDAK),
        ("sumber data disebut", "sources are named")
        if places
        else (
            "sumber data tidak disebut",
            "no source is named",
        ),
        places,
    )


_ANSWERS: dict[str, Callable[[View], Answer]] = {
    "A.1": lambda v: _found(measured(v) or tables(v, Kind.PENGUKURAN_KINERJA)),
    "A.2": lambda v: _found(over_years(v) or tables(v, Kind.PERBANDINGAN_TAHUN), sentences(v, _YEARS)),
    "A.3": lambda v: _found(against_plan(v), headings(v, _PLAN)),
    "A.4": lambda v: _found(tables(v, Kind.PERBANDINGAN_NASIONAL), sentences(v, _NATION)),
    "A.5": lambda v: _parts(sentences(v, _CAUSES), sentences(v, _REMEDIES)),
    "A.6": lambda v: _found(tables(v, Kind.EFISIENSI) or headings(v, _EFFICIENCY), sentences(v, _EFFICIENCY)),
    "A.7": lambda v: _found(headings(v, _SUPPORT) or sentences(v, _SUPPORT)),
    "B": lambda v: _found(tables(v, Kind.REALISASI_ANGGARAN), sentences(v, _BUDGET)),
    "I.1": lambda v: _parts(sentences(v, _ORGANISATION), sentences(v, _STAFF), sentences(v, _ISSUES)),
    "I.2": lambda v: _found(rows(v, lambda r: r.target is not None and r.target.value is not None)),
    "I.3": lambda v: _found(measured(v)),
    "I.4": lambda v: _found(headings(v, _ANNEX) or sentences(v, _ANNEX)),
    "I.5": lambda v: _found(sentences(v, _REMEDIES)),
    "I.6": lambda v: _found(tables(v, Kind.REALISASI_ANGGARAN), tables(v, Kind.ANGGARAN_PROGRAM)),
    "II.2": _sources,
    "II.4": lambda v: (
        _found(
            tuple(
                Evidence(page=r.page, line=r.line, table=r.table, row=r.row, raw=r.penanggung_jawab)
                for r in v.document.iku[:3]
                if r.penanggung_jawab
            )
        )
        if v.document.iku
        else _unknown()
    ),
    "III.1": sasaran_pk,
    "III.2": sasaran_renstra,
    "III.4": indikator_pk,
    "III.5": indikator_iku,
    "III.7": _comparisons,
}
