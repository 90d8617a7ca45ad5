"""Digits in a sentence that are no claim: references, dates, years, addresses, labels and outline numbers."""

import re

from extractors.records.bersih import kata

_MONTHS = (
    r"(?:januari|februari|pebruari|maret|april|mei|juni|juli|agustus|september|oktober|nopember|november|"
    r"desember|jan|feb|mar|apr|jun|jul|agt|ags|sept?|okt|nov|des)"
)
_LABELS = kata(
    "tabel table gambar grafik bagan diagram lampiran bab pasal ayat butir huruf angka diktum halaman hal misi "
    "tujuan sasaran "
    "strategis strategi stratejik indikator iku ikk ik ss sp lantai rt rw peringkat ranking semester triwulan "
    "wulan tw tahap eselon "
    "esselon golongan gol kelas tipe type poin point prioritas agenda urut urutan versi seri blok jl jln jalan "
    "km form formulir "
    "kolom baris kuadran bidang seksi isu covid d s ke"
)
_YEARS = re.compile(
    r"""\b(?:tahun(?:\s+(?:anggaran|\d\s+\(\w+\)))?|th\.?|t\.?\s?a\.?)\s*:?\s*(?:19|20)\d\d
        (?:\s*(?:[-–—/]|s\.?/?d\.?|sampai(?:\s+dengan)?|dan|ke|hingga)\s*(?:tahun\s*)?(?:19|20)?\d\d\b)?
      | (?<![\d.,/])(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)?\d\d)?\b(?![.,]?\d|\s*(?:%|\(|orang|jiwa|unit|buah|ton|
          ekor|ha\b|kali|peserta))
      | \b\d{1,2}(?:\s*[-–]\s*\d{1,2})?\s+"""
    + _MONTHS
    + r"""\b\.?(?:\s+\d{4})?
      | (?<![\d.,])\d{1,2}(?:\.\d{1,2}){2,}(?:\.\d+)*(?![\d,])
      | \b\d{8}\s?\d{6}\s?\d\s?\d{3}\b""",
    re.I | re.X,
)
_LABELLED = re.compile(
    r"\b([A-Za-z]+)\.?\s*(?:ke\s?-?\s?|no\.?\s?)?[-:]?\s*(\d{1,3}(?:\.\d{1,3})*)\b(?!\s*(?:%|\(|persen))(?![.,]\d)"
)
_GLUED = re.compile(r"\b[A-Za-z]+\d\w*\b(?!\s*%)|\b\d+[A-Za-z]+[-/]\w+")
_LIMIT = r"(?:[<>≥≤]=?\s*)?\d[\d.,]*\s*%?"
BAND = re.compile(
    rf"(?<=\w)\s*\(\s*(?:[<>≥≤]=?\s*\d[\d.,]*\s*%?|{_LIMIT}\s*(?:[-–—]|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*{_LIMIT})\s*\)"
    r"(?=\s*[:=])",
    re.I,
)
"""The limits of a predicate, printed behind its name in a list: "Baik (≥ 80 - < 100%) : 4 indikator"."""
# What stands in few paragraphs, with the mark without which it cannot stand there.
_RARE = (
    (
        "no",
        re.compile(
            r"(?:nomor|nomer|\bno)\s*[.:]*\s*[\w./\-\s]{0,40}?\d[\w./\-]*(?:\s*/\s*[\w.\-]+)*(?:,?\s*(?:tahun|"
            r"th\.?)\s*\d{4})?",
            re.I,
        ),
    ),
    ("/", re.compile(r"\b\d{1,2}[/-]\d{1,2}[/-]\d{2,4}\b")),
    ("tel", re.compile(r"(?:telp|telepon)\w*\.?\s*:?\s*[(\d][\d\s()\-–,/]{5,}", re.I)),
    ("fa", re.compile(r"(?:fax|faks|faximile)\w*\.?\s*:?\s*[(\d][\d\s()\-–,/]{5,}", re.I)),
    ("(0", re.compile(r"\(0\d{2,3}\)\s*\d[\d\s-]{4,}")),
    ("pos", re.compile(r"(?:kode\s*pos|kodepos)\.?\s*:?\s*\d{5}", re.I)),
    ("wi", re.compile(r"\b\d{1,2}[.:]\d{2}\s*(?:wib|wita|wit)\b", re.I)),
    ("www", re.compile(r"www\.\S+")),
    ("://", re.compile(r"https?://\S+")),
    ("@", re.compile(r"\S+@\S+")),
    ("iso", re.compile(r"\biso\s*\d[\d:\-]*", re.I)),
)


def masked(text: str) -> list[tuple[int, int]]:
    """The (start, end) spans of a paragraph in which no digit is a claim, in order of their start."""
    low = text.lower()
    spans = [found.span() for found in _YEARS.finditer(text)]
    spans += [found.span() for found in _GLUED.finditer(text)]
    spans += [found.span() for found in _LABELLED.finditer(text) if found.group(1).lower() in _LABELS]
    spans += [found.span() for found in BAND.finditer(text)]
    for mark, pattern in _RARE:
        if mark in low:
            spans += [found.span() for found in pattern.finditer(text)]
    return sorted(spans)
