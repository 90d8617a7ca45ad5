"""The year a document reports on or plans for; of a period its first year."""

import re
from collections import defaultdict

from extractors.records.sampul import Zona
from schemas.records import Jenis

_PERIOD = re.compile(r"\b(20\d\d)\s*(?:[-–—/]|s\.?/?d\.?|sampai(?:\s+dengan)?)\s*(?:tahun\s*)?(20\d\d)\b", re.I)
_NAMED = re.compile(r"\b(?:tahun(?:\s+anggaran)?|th\.?|ta\.?|t\.a\.?)\s*:?\s*(20\d\d)(?!\d{0,1}\s*[-–]\s*20\d\d)", re.I)
_BARE = re.compile(r"(?<![\d/.])(20[0-4]\d)(?=\d{0,3}\b)")
_TITLED = re.compile(
    r"\b(?:laporan|LKJ?IP|LAKIP|LKj|renja|RKT|IKU|kinerja|januari|februari|maret|april|mei|juni|juli|agustus|"
    r"september|oktober|nopember|november|desember)"
    r"\b[^\d]{0,30}?(20\d\d)\b",
    re.I,
)
_ALONE = re.compile(r"^\W*(20\d\d)\W*$")
_LAW = re.compile(r"\b(?:nomor|no\.?|nomer)\s*[:.]?\s*[\w./ -]{1,40}?\s*tahun\s*(?:19|20)\d\d", re.I)
_REPORT = {
    Jenis.LKIP: re.compile(
        r"\b(?:laporan\s+(?:akuntabilitas\s+)?kinerja|LKJ?IP|LAKIP|LKj|perjanjian\s+kinerja|"
        r"penetapan\s+kinerja)\b[^.;]{0,130}?\btahun\s+(?:anggaran\s+)?(20\d\d)(?!\s*[-–])",
        re.I,
    ),
    Jenis.IKU: re.compile(r"\b(?:indikator\s+kinerja\s+utama|IKU)\b[^.;]{0,110}?\btahun\s+(20\d\d)", re.I),
    Jenis.RENSTRA: re.compile(r"\b(?:rencana\s+strategis|renstra)\b[^.;]{0,110}?\btahun\s+(20\d\d)\s*[-–]", re.I),
    Jenis.RENJA: re.compile(r"\b(?:rencana\s+kerja|renja)\b[^.;]{0,110}?\btahun\s+(?:anggaran\s+)?(20\d\d)", re.I),
    Jenis.PERJANJIAN_KINERJA: re.compile(
        r"\bperjanjian\s+kinerja\b[^.;]{0,110}?\btahun\s+(?:anggaran\s+)?(20\d\d)", re.I
    ),
    Jenis.RKT: re.compile(r"\brencana\s+kinerja\s+tahunan\b[^.;]{0,110}?\btahun\s+(20\d\d)", re.I),
}
_PAST = re.compile(r"\b(?:evaluasi|lalu|sebelumnya)\b", re.I)
_DECREE = re.compile(r"^\W*nomor\s*:?\s*[\w./ -]{3,60}?(20\d\d)\W*$", re.I)
_DATED = re.compile(
    r"(?:pada\s+tanggal|tanggal)\s*:?\s*\d{0,2}\s*\w+\s+(20\d\d)|^[A-Z][\w ]{2,20},\s*\d{0,2}\s*[A-Z]\w+\s+(20\d\d)",
    re.I,
)
_PLANS = (Jenis.RENSTRA, Jenis.IKU, Jenis.PERJANJIAN_KINERJA, Jenis.RKT)


def find_tahun(zona: Zona, jenis: Jenis) -> int | None:
    """The year with the most witnesses; the cover counts most, then headers and footers, then the text."""
    votes: dict[int, float] = defaultdict(float)
    first = 14.0
    for text in (*zona.cover, *zona.cells):
        bare = _LAW.sub(" ", text)
        period = _PERIOD.search(bare)
        if period:
            votes[int(period.group(1))] += 8.0 if jenis in _PLANS else 0.5
            bare = _PERIOD.sub(" ", bare)
        named = _NAMED.search(bare)
        if named:
            votes[int(named.group(1))] += first
            first = 3.0
        elif titled := _TITLED.search(bare):
            votes[int(titled.group(1))] += 8.0
        elif alone := _ALONE.match(bare):
            votes[int(alone.group(1))] += 5.0
    for text, pages in zona.edges:
        bare = _PERIOD.sub(r"\1", text) if jenis in _PLANS else _PERIOD.sub(" ", text)
        for year in {int(year) for year in _BARE.findall(bare)}:
            votes[year] += min(2.0 * pages, 10.0)
    report = _REPORT.get(jenis)
    for part in zona.parts:
        text = part.text
        if "20" not in text:
            continue
        if jenis in (Jenis.IKU, Jenis.PERJANJIAN_KINERJA, Jenis.LAINNYA):
            for line in part.lines:
                decree = _DECREE.match(line.text)
                if decree:
                    votes[int(decree.group(1))] += 3.0
        dated = _DATED.search(text)
        if dated and len(text) < 200:
            year = int(dated.group(1) or dated.group(2))
            votes[year - 1 if jenis is Jenis.LKIP else year] += 1.0 if jenis is Jenis.LKIP else 2.0
        if report:
            for found in report.finditer(text):
                if not _PAST.search(text[max(0, found.start() - 40) : found.start()]):
                    votes[int(found.group(1))] += 3.0 if part.kind == "heading" else 1.5
        bare = _LAW.sub(" ", text)
        for found in _NAMED.finditer(bare):
            votes[int(found.group(1))] += 0.8 if part.kind in ("heading", "caption") else 0.25
    if not votes:
        return None
    return max(votes.items(), key=lambda vote: (vote[1], -vote[0]))[0]
