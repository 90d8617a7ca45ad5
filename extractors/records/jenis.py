"""What a document is as a whole, from its title, its running headers, its chapters and its own words."""

import re
from collections import Counter

from extractors.records.sampul import Zona
from schemas.records import Jenis

_TITLES = (
    (
        Jenis.LKIP,
        re.compile(r"\blaporan\s+(?:akuntabilitas\s+)?kinerja\b|\bLKJ?IP\b|\bLAKIP\b|\bLKj\b|\bLAKIN\b", re.I),
    ),
    (Jenis.IKU, re.compile(r"\bindikator\s+kinerja\s+utama\b|\bIKU\b", re.I)),
    (Jenis.PERJANJIAN_KINERJA, re.compile(r"\b(?:perjanjian|penetapan|kontrak)\s+kinerja\b", re.I)),
    (Jenis.RKT, re.compile(r"\brencana\s+kinerja\s+tahunan\b|\bRKT\b", re.I)),
    (Jenis.RENSTRA, re.compile(r"\brencana\s+strategis?\b|\brenstra\b", re.I)),
    (Jenis.RENJA, re.compile(r"\brencana\s+kerja\b|\brenja\b", re.I)),
    (
        Jenis.REALISASI,
        re.compile(
            r"\blaporan\s+(?:program|realisasi|pengendalian|pelaksanaan|kemajuan|bulanan|tri\s?wulan|"
            r"perkembangan|penyerapan|fisik|evaluasi)\b|"
            r"\brealisasi\s+(?:program|kegiatan|anggaran|keuangan|fisik|kinerja|belanja|pelaksanaan|penyerapan)\b",
            re.I,
        ),
    ),
)
_CHAPTERS = (
    (Jenis.LKIP, 25, re.compile(r"^(?:(?:BAB\s+)?[IVX\d]+\W+)?akuntabilitas\s+kinerja\b", re.I)),
    (
        Jenis.RENJA,
        20,
        re.compile(r"\b(?:evaluasi\s+(?:hasil\s+)?pelaksanaan\s+(?:renja|rencana\s+kerja)|evaluasi\s+renja)\b", re.I),
    ),
    (
        Jenis.RENSTRA,
        8,
        re.compile(
            r"gambaran\s+pelayanan|isu-?\s?isu\s+strategis|tugas\s+dan\s+fungsi\s+pelayanan|program\s+indikatif|"
            r"indikator\s+kinerja\s+yang\s+mengacu",
            re.I,
        ),
    ),
)
# With each pattern the words of which it needs at least one.
_OWN = (
    (
        Jenis.LKIP,
        ("susun", "dokumen", "membuat"),
        re.compile(
            r"\b(?:penyusunan|menyusun|dokumen|membuat|"
            r"disusun(?:nya)?)\s+(?:dokumen\s+)?(?:suatu\s+)?(?:laporan\s+(?:akuntabilitas\s+)?kinerja|LKJ?IP|"
            r"LAKIP|LKj)\b",
            re.I,
        ),
    ),
    (
        Jenis.RENSTRA,
        ("susun", "strategis"),
        re.compile(
            r"\b(?:penyusunan|menyusun|disusun(?:nya)?)\s+(?:dokumen\s+)?(?:rencana\s+strategis|renstra)\b|"
            r"\brencana\s+strategis\b[^.]{0,120}\badalah\s+dokumen",
            re.I,
        ),
    ),
    (
        Jenis.RENJA,
        ("susun",),
        re.compile(r"\b(?:penyusunan|menyusun|disusun(?:nya)?)\s+(?:dokumen\s+)?(?:rencana\s+kerja|renja)\b", re.I),
    ),
    (
        Jenis.IKU,
        ("susun", "tetap", "dokumen"),
        re.compile(
            r"\b(?:penyusunan|menyusun|menetapkan|penetapan|"
            r"dokumen)\s+(?:dokumen\s+)?(?:indikator\s+kinerja\s+utama|IKU)\b",
            re.I,
        ),
    ),
    (Jenis.PERJANJIAN_KINERJA, ("pihak",), re.compile(r"\bpihak\s+(?:pertama|kedua)\s+(?:berjanji|akan)\b", re.I)),
)
_ENOUGH = 5  # so many sentences of one kind are heard
_LEAST = 4.0  # below this the document says too little about itself


def find_jenis(zona: Zona) -> Jenis:
    """The kind of document; ``LAINNYA`` when its title and text name none (a table by itself)."""
    votes: Counter[Jenis] = Counter()
    titled = False
    for text in (*zona.cover, *zona.cells):
        hits = [(found.start(), jenis) for jenis, pattern in _TITLES if (found := pattern.search(text))]
        for _, jenis in sorted(hits)[:1]:
            votes[jenis] += 3 if titled else 20
            titled = True
    for text, pages in zona.edges:
        hits = [(found.start(), jenis) for jenis, pattern in _TITLES if (found := pattern.search(text))]
        for _, jenis in sorted(hits)[:1]:
            votes[jenis] += min(3 * pages, 12)
    heard: Counter[Jenis] = Counter()
    own: Counter[Jenis] = Counter()
    for part in zona.parts:
        if part.kind == "heading":
            for jenis, weight, pattern in _CHAPTERS:
                if pattern.search(part.text):
                    heard[jenis] = max(heard[jenis], weight)
        elif part.kind in ("text", "item"):
            low = part.text.lower()
            for jenis, needed, pattern in _OWN:
                if own[jenis] < _ENOUGH and any(word in low for word in needed) and pattern.search(part.text):
                    own[jenis] += 1
    votes.update(heard)
    votes.update(own)
    best = max(votes.items(), key=lambda vote: vote[1], default=(Jenis.LAINNYA, 0))
    return best[0] if best[1] >= _LEAST else Jenis.LAINNYA
