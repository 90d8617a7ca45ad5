"""The words of table headers in performance documents, and the concept each stands for.

A label is compared with all spaces removed, so that "SASARANS TRATEGIS" and "N O" are what they are; prosen- counts
as persen-. What no pattern knows is compared with the canonical phrases by rapidfuzz, for damaged letters.
"""

import re
from functools import lru_cache

from rapidfuzz import fuzz, process

from extractors.tables.cells import plain, squash
from extractors.tables.header_words import HEADER_WORDS
from schemas.table import Role

# Order matters: the first pattern that matches decides. Patterns see the squashed label.
_PATTERNS: tuple[tuple[Role, str], ...] = (
    (Role.NO, r"no|n0|nomor|nourut|nomorurut|nr|nomer"),
    (Role.KODE, r"kode.*|koderek.*|norek(ening)?|nokode|kdrek.*"),
    (
        Role.FORMULASI,
        r".*formula.*|rumus.*|.*persamaan|definisioperasional.*|carapenghitungan.*|cara(meng|per)hitung.*|"
        r"metodeperhitungan|penjelasan(formul.*)?|deskripsiindikator|keterangan/?rumus|"
        r"penjelasan.*",
    ),
    (
        Role.PENANGGUNG_JAWAB,
        r".*penanggungjawab.*|pic|unitincharge|unitkerja(pelaksana)?|unitpenanggung.*|pelaksana|"
        r"bidangpelaksana|skpd(penanggungjawab)?|opd(penanggungjawab)?|bidang(terkait)?",
    ),
    (Role.SUMBER_DATA, r"sumberdata.*|sumber(informasi)?|datasumber|.*sumberdata"),
    (Role.INDIKATOR_TUJUAN, r"indikator(kinerja)?tujuan(pd|opd|rpjmd|renstra)?"),
    (
        Role.NASIONAL,
        r".*(realisasi|target|capaian|standar|rata|tingkat|nilai)nasional.*|nasional|spm|standarspm|"
        r"standarpelayananminimal.*|.*provinsi(dan)?nasional",
    ),
    (
        Role.PREDIKAT,
        r"penilaian|statuskinerja|predikat.*|prediket|.*kategori.*|katagori.*|interpretasi|kriteria.*|tergolong|.*notifikasi|"
        r"statuscapaian|kinerjacapaian",
    ),
    (Role.FISIK, r".*fisik.*"),
    (
        Role.SISA,
        r"sisa.*|.*saldo|lebihkurang|.*lebih/?kurang(rp|rupiah)?|silpa|"
        r"(bertambah|penambahan)/?(berkurang|pengurangan)(rp|rupiah)?",
    ),
    (
        Role.PERSEN,
        r".*serapan(anggaran|dana)?%|%?(persentase|tingkat)?(penyerapan|serapan)(anggaran|dana|keuangan|keu)?"
        r"(%|persen)?|(realisasi)?(keu(angan)?|dana|anggaran|rp)%|%(keu(angan)?|dana)|%?penggunaan%?|persentase(realisasi)?(keuangan|anggaran).*|"
        r"rasio(antara)?realisasi(dan|terhadap|/|thd)anggaran.*|%(realisasi)?(keuangan|anggaran)|%?realisasianggaran%|(capaian|realisasi)(anggaran|keuangan)%",
    ),
    (
        Role.SELISIH,
        r"selisih.*|.*perlambatan.*|.*percepatan.*|naikturun.*|kenaikan.*|peningkatan/?penurunan.*|"
        r"kesenjangan|gap|perubahan%|perkembangan|tingkatkemajuan.*|kemajuan|tingkatefisiensi.*|efisiensi.*|.*efisien(si)?%?",
    ),
    (Role.SATUAN, r"satuan.*|unitsatuan|sat"),
    (
        Role.REALISASI_ANGGARAN,
        r"(jumlah)?realisasi(penggunaan|penyerapan)?(anggaran|belanja|keuangan|dana|biaya|pendapatan|"
        r"penerimaan|apbd|apbn).*|realisasirp.*|penyerapan(dana|anggaran)rp.*|serapan(dana|anggaran)?"
        r"(rp.*)?|penyerapan|keuanganrp|realisasikeuangan.*|.*terserap.*|realisasi.*(rp|rupiah)",
    ),
    (
        Role.ANGGARAN,
        r"(jumlah|total|alokasi|target|rencana|plafon)?(pagu|anggaran|dpa|dppa|dana|biaya|alokasi|belanja)(?!.*%)"
        r"(?!.*realisasi).*|input.*dana|alokasi.*|targetpendapatan.*|target.*rp|targetmurni.*|.*kebutuhandana.*|"
        r"jumlahrp|.*pagu(indikatif|anggaran|definitif|dipa).*|.*danasesudah.*|(anggaran)?(sebelum|sesudah|"
        r"setelah)perubahan(rp)?|apbd.*|apbn.*|dipa.*",
    ),
    (Role.SUB_KEGIATAN, r"(nama)?subkegiatan"),
    (
        Role.INDIKATOR,
        r"(nama)?indikator(?!tujuan).*|indikatortujuan(dan|atau)?sasaran.*|iku|ik|ikk|ikp|ikss|.*indikatorkinerja(utama|sasaran|kunci)?|tolokukur.*|"
        r".*indikatorsasaran|(tujuan)?sasaran(strategis|program|kegiatan)?indikator(kinerja|program|kegiatan)*|ukuran(kinerja|keberhasilan).*|perjanjiankinerja|outcomeindikator.*|"
        r"(uraian)?indikator|aspek|unsur(pelayanan)?",
    ),
    (Role.SASARAN, r"sasaran(program|kegiatan).*"),
    (
        Role.URAIAN,
        r"(?!target|realisasi|capaian|pra?kiraan|perkiraan|tingkat|proyeksi)(urusan|program)?.*program.*kegiatan.*|(uraian)?program/.*|.*kegiatansubkegiatan.*|uraian.*|"
        r"jenisbelanja|belanja.*|jenis(anggaran|pendapatan).*|nama(program/?kegiatan|kegiatan/?program).*|rincian.*|keterangan/?uraian",
    ),
    (Role.PROGRAM, r"(nama)?program(kerja|prioritas|pendukung|utama|pembangunan)?(pd|opd|skpd)?"),
    (Role.KEGIATAN, r"(nama)?kegiatan(utama|pokok|pendukung|pd)?"),
    (
        Role.SASARAN,
        r"sasaran(?!.*tahun).*|kinerjautama|ss|tujuansasaran|tujuan/sasaran|outcome|kinerja|misisasaran.*|"
        r"kondisiyangdiharapkan|hasilyangdiharapkan",
    ),
    (Role.TUJUAN, r"tujuan.*|misi(?!.*target).*|visi.*"),
    (
        Role.CAPAIAN,
        r"%?(persentase|tingkat|persen)?capaian(kinerja|target|realisasi|indikator|iku|thd|terhadap|s/?d)?"
        r"(kinerja)?(\d{4}|tahun\d{4}|thn\d{4}|th\d{4}|ini|tahunini)?(%|persen)?|"
        r"(persentase|tingkat|%)(pen)?capa?i(an)?.*|.*capaian.*(terhadap|thd|dibanding).*|pencapaian.*|"
        r"capaian.*%|%realisasi|persentase|persen|%|(persentase|persen)%|rasio|rasiocapaian.*|tingkatrealisasi.*|"
        r"persentaserealisasi|%capai.*|capai.*|"
        r"nilaicapaian.*|.*persentasecapaian.*|.*%capaian.*",
    ),
    (
        Role.REALISASI,
        r"realisasi.*|reali?s[ai]s?i.*|real|kondisi(awal|tahun|\d{4}|saatini|kinerjaawal|eksisting).*|baseline.*|"
        r"datadasar|tahunawal.*|hasil|.*realisasi(kinerja|tahun|th|s/?d|sd).*|realisasi|datacapaian.*|"
        r"kondisi.*awal.*|nilai(tahun)?\d{4}",
    ),
    (
        Role.TARGET,
        r"target.*|rencana(tingkatcapaian|capaian|target|kinerja)?(\d{4}|tahun.*)?|.*target(kinerja|tahun|jangka|akhir|renstra|rpjmd).*|"
        r"kondisi.*akhir.*|kondisiyangharus.*|target",
    ),
    (
        Role.KETERANGAN,
        r"ket(erangan)?.*|rencana(aksi|tindak).*|catatan.*|kendala.*|solusi.*|lokasi.*|permasalahan.*|hambatan.*|strategi.*|"
        r"kebijakan.*|alasan.*|analisis.*|penyebab.*|tindaklanjut.*|rekomendasi.*|faktor.*|bukti.*",
    ),
)
_PLUS_MINUS = re.compile(r"\+\s*/\s*[-–−]|±")
_COMPILED = tuple((role, re.compile(f"(?:{pattern})$")) for role, pattern in _PATTERNS)

_PHRASES: dict[str, Role] = {
    "sasaranstrategis": Role.SASARAN,
    "sasaranprogram": Role.SASARAN,
    "kinerjautama": Role.SASARAN,
    "indikatorkinerja": Role.INDIKATOR,
    "indikatorkinerjautama": Role.INDIKATOR,
    "indikatorsasaran": Role.INDIKATOR,
    "indikatorkinerjasasaran": Role.INDIKATOR,
    "formulasiperhitungan": Role.FORMULASI,
    "formulasiperhitungandanpenjelasan": Role.FORMULASI,
    "penanggungjawab": Role.PENANGGUNG_JAWAB,
    "bidangpenanggungjawab": Role.PENANGGUNG_JAWAB,
    "sumberdata": Role.SUMBER_DATA,
    "realisasi": Role.REALISASI,
    "realisasianggaran": Role.REALISASI_ANGGARAN,
    "anggaran": Role.ANGGARAN,
    "paguanggaran": Role.ANGGARAN,
    "programkegiatan": Role.URAIAN,
    "programkegiatansubkegiatan": Role.URAIAN,
    "keterangan": Role.KETERANGAN,
    "capaian": Role.CAPAIAN,
    "capaiankinerja": Role.CAPAIAN,
    "persentasecapaian": Role.CAPAIAN,
    "target": Role.TARGET,
    "targetkinerja": Role.TARGET,
    "satuan": Role.SATUAN,
    "uraian": Role.URAIAN,
    "predikat": Role.PREDIKAT,
    "kategori": Role.PREDIKAT,
}

_WORD = re.compile(r"s/d|[a-z]+")
_LONG_WORDS = frozenset(w for w in HEADER_WORDS if len(w) >= 3)


@lru_cache(maxsize=8192)
def role_of(label: str) -> Role | None:
    """The role that a label names by itself, or None."""
    key = squash(label)
    if not key:
        return Role.CAPAIAN if plain(label) in {"%", "(%)"} else None
    if _PLUS_MINUS.search(label):
        return Role.SELISIH
    bare = re.sub(r"\d+$", "", key) if re.search(r"[a-z]", key) else key
    for role, pattern in _COMPILED:
        if pattern.match(key) or (bare != key and pattern.match(bare)):
            return role
    if len(key) >= 6:
        found = process.extractOne(bare, _PHRASES.keys(), scorer=fuzz.ratio, score_cutoff=86)
        if found is not None:
            return _PHRASES[found[0]]
    return None


@lru_cache(maxsize=8192)
def is_header_text(label: str) -> bool:
    """True when the text is made of header words (at least three quarters of its words) or names a role."""
    text = plain(label)
    if not text or len(text) > 110:
        return False
    words = _WORD.findall(text.lower())
    if not words:
        return text in {"%", "(%)"} or bool(re.fullmatch(r"\(?[%+/\- ]+\)?", text))
    known = sum(1 for w in words if w in HEADER_WORDS)
    if known >= 0.75 * len(words):
        return role_of(label) is not None or known == len(words)
    key = squash(label)
    if len(text) <= 40 and len(key) >= 6:
        if process.extractOne(key, _PHRASES.keys(), scorer=fuzz.ratio, score_cutoff=88) is not None:
            return True
        return _made_of_words(re.sub(r"[^a-z]", "", key))
    return False


def _made_of_words(letters: str) -> bool:
    """True when letters without their spaces are header words one after the other ("kondisitahun")."""
    if len(letters) < 6:
        return False
    reached = {0}
    for end in range(3, len(letters) + 1):
        if any(start in reached and letters[start:end] in _LONG_WORDS for start in range(max(0, end - 14), end - 2)):
            reached.add(end)
    return len(letters) in reached
