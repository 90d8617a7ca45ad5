"""Names of agencies in text: "Dinas Kesehatan Provinsi Contoh", "KECAMATAN KENCANA", "RSUD dr. Soebandi"."""

import re
from functools import lru_cache
from typing import NamedTuple

from extractors.records.bersih import kata

_UPPER = r"[A-ZÀ-Þ]"
_HEADS = (
    r"SEKRETARIAT\s+(?:DAERAH|DPRD|DEWAN|JENDERAL|MAHKAMAH|WAKIL|KABINET|NEGARA)|DINAS|BADAN|"
    r"INSPEKTORAT(?:\s+JENDERAL|\s+DAERAH)?|KECAMATAN|DISTRIK|KELURAHAN|BIRO|"
    r"RUMAH\s+SAKIT(?:\s+UMUM(?:\s+DAERAH)?|\s+KHUSUS|\s+JIWA)?|RSUD|RSJD?|RSU|SATUAN\s+POLISI\s+PAMONG\s+PRAJA|"
    r"SATPOL\s?\.?\s?PP|SAT\s?POL\s?PP|KANTOR(?:\s+(?:WILAYAH|KECAMATAN|CAMAT|KEMENTERIAN|PELAYANAN|IMIGRASI|"
    r"PERTANAHAN|URUSAN|DINAS))?|"
    r"PUSKESMAS|UPTD?|UPT\s+DINAS|BALAI(?:\s+BESAR)?|LOKA|STASIUN|KEMENTERIAN|DIREKTORAT(?:\s+JENDERAL)?|"
    r"DEPUTI(?:\s+BIDANG)?|PENGADILAN|KEJAKSAAN|KEPOLISIAN|POLRES|POLDA|"
    r"MAHKAMAH|UNIVERSITAS|POLITEKNIK|INSTITUT|SEKOLAH\s+TINGGI|AKADEMI|KOMISI|LEMBAGA|BAWASLU|PUSAT|BAGIAN|"
    r"DEWAN|ARSIP|PERPUSTAKAAN"
)
_STOP_WORDS = kata(
    "tahun ta untuk dalam yang pada periode dengan telah adalah merupakan sebagai nomor no tentang th t.a "
    "perubahan triwulan semester "
    "bab lampiran laporan rencana indikator renstra renja lkip lkjip lakip iku perjanjian keputusan kepala jl "
    "jln jalan ini tersebut "
    "sesuai berdasarkan dapat oleh disusun mempunyai sampai terhadap dari ke januari februari maret april mei "
    "juni juli agustus september "
    "oktober november nopember desember berikut sebagaimana selaku dibentuk terdiri visi misi tugas fungsi kata "
    "daftar formulir "
    "pengukuran capaian realisasi target sasaran tujuan anggaran berbatasan sebelah nip telp telepon alamat kode "
    "disebut bulan nama jabatan "
    "satuan-kerja pemerintah bupati walikota gubernur camat lurah program kegiatan sub dokumen lkj sk struktur "
    "bagan instansi kedudukan profil tabel hal halaman "
    "se selama atas agar serta-merta juga khususnya maka memiliki melalui menjadi"
)
_SMALL = kata("dan serta di & dr dr. h hj drs ir prof anak ibu bidang")
_TOKEN = re.compile(r"\S+")
_REGION = re.compile(
    r"\b(?P<kind>PROVINSI|PROPINSI|PROV\.?|KABUPATEN|KAB\.?|KOTA(?:MADYA)?|DAERAH\s+(?:KHUSUS\s+IBU\s?KOTA|"
    r"ISTIMEWA)|DKI|D\.?I\.?\s*(?=YOGYAKARTA))\s*"
    r"(?P<name>[A-ZÀ-Þ][\w'’.\-]*(?:[ ]+[A-ZÀ-Þ][\w'’\-]*){0,3})",
    re.I,
)
_HEAD = re.compile(rf"(?<![\w/])(?P<head>{_HEADS})\b(?=\s+\S)", re.I)
_ROOF = re.compile(r"kementerian|mahkamah", re.I)
_BARE = re.compile(_HEADS, re.I)
_EXPAND = (
    (re.compile(r"\bKec\.\s*", re.I), "Kecamatan "),
    (re.compile(r"\bKab\.\s*", re.I), "Kabupaten "),
    (re.compile(r"\bProp(?:insi)?\b\.?\s*|\bProv\.\s*|\bProv\s+(?=[A-Z])", re.I), "Provinsi "),
    (re.compile(r"\b(?:Kel\.)\s*", re.I), "Kelurahan "),
    (re.compile(r"\bSetda\b\.?", re.I), "Sekretariat Daerah"),
)
_SHORTENED = re.compile(r"\b(?:Ke[cl]\.|Kab\.|Pro[pv]|Setda)", re.I)
_EDGE = re.compile(r"^[\"“'‘(\[]+|[\"”'’)\],.;:]+$")
_LOWER = kata("dan serta di")
_KEEP = kata(
    "RSUD RSJ RSJD RSU UPT UPTD PP DPRD PTSP DKI DI PMD KB P3A P2KB "
    "UMKM KUKM HAM BPOM POM TK SDM RI KPH SMA SMK SMP SD II III IV VI IA IB"
)
_REGION_ENDS = kata("kabupaten kota provinsi tahun nomor")


class Nama(NamedTuple):
    """An agency name found at ``start``..``end``: its own ``name`` and the ``daerah`` printed with it."""

    start: int
    end: int
    name: str
    daerah: str | None
    loud: bool


@lru_cache(maxsize=16384)
def expand(text: str) -> str:
    """The text with Kec., Kab., Prov. and Setda written out."""
    if not _SHORTENED.search(text):
        return text
    for pattern, full in _EXPAND:
        text = pattern.sub(full, text)
    return text


def tidy(name: str) -> str:
    """A name in title case as agencies write themselves: small words small, abbreviations kept."""
    words: list[str] = []
    for word in name.split():
        bare = _EDGE.sub("", word)
        if words and word.lower() in _LOWER:
            words.append(word.lower())
        elif bare.upper() in _KEEP or (bare.isupper() and not _vowels(bare)):
            words.append(word.upper() if bare.upper() in _KEEP else word)
        elif word.isupper() or word.islower():
            words.append("-".join(part[:1].upper() + part[1:].lower() for part in word.split("-")))
        else:
            words.append(word)
    return " ".join(words)


def _vowels(word: str) -> bool:
    return any(c in "AIUEO" for c in word)


def _is_name(word: str) -> bool:
    return word[:1].isupper() or word.startswith("(") or word[:1] in "&"


def is_bare(name: str) -> bool:
    """Whether a name is only a kind of agency ("Rumah Sakit Umum Daerah")."""
    return bool(_BARE.fullmatch(name.split("(")[0].strip()))


def is_short_for(short: str, long: str) -> bool:
    """Whether a contracted name stands for a full one: "badan kesbangpol", "badan kesatuan bangsa dan politik".

    Both in lower case. The contracted word must be made of beginnings (two letters or more) of the words of the full
    name, in order; the words before it must be the same.
    """
    ours, theirs = short.split(), [word for word in long.split() if word not in _LOWER]
    if len(ours) >= len(theirs) or len(ours) < 2 or ours[0] != theirs[0]:
        return False
    rest, words = "".join(ours[1:]), theirs[1:]
    while rest and words:
        word = words.pop(0)
        size = next((n for n in range(min(len(word), len(rest)), 1, -1) if rest.startswith(word[:n])), 0)
        rest = rest[size:]
    return not rest


def find_daerah(text: str) -> str | None:
    """The first region that an expanded text names: "Kabupaten Maju"."""
    for found in _REGION.finditer(text):
        if not found["name"][:1].isupper() or not found["kind"][:1].isupper():
            continue
        words: list[str] = []
        for word in found["name"].split():
            bare = _EDGE.sub("", word).lower()
            puluh = bare == "kota" and words[-1:] and words[-1].lower() == "puluh"
            if not word[:1].isupper() or ((bare in _STOP_WORDS or bare in _REGION_ENDS) and not puluh):
                break
            if words and _HEAD.match(word + " x") and not puluh:
                break
            words.append(_EDGE.sub("", word))
            if word[-1:] in ",.;:)":
                break
        if not words or words[0].lower() in ("dan", "atau", "se"):
            continue
        kind = found["kind"].rstrip(".").lower()
        full = {"prov": "Provinsi", "propinsi": "Provinsi", "kab": "Kabupaten", "kotamadya": "Kota"}.get(
            kind, kind.title()
        )
        return f"{full} {tidy(' '.join(words))}"
    return None


def find_nama(text: str) -> list[Nama]:
    """The agency names that an expanded line or paragraph prints, in order.

    A name begins with a kind of agency set with a capital and goes on while words have capitals ("dan" and "di" may
    stand between); it ends at a word that cannot belong to it, at punctuation and at the region, which is kept apart.
    """
    found: list[Nama] = []
    last = -1
    for head in _HEAD.finditer(text):
        if head.start() < last or not head["head"][:1].isupper():
            continue
        words: list[str] = []
        end = head.start()
        depth = 0
        for token in _TOKEN.finditer(text, head.start()):
            word = token.group()
            bare = _EDGE.sub("", word)
            low = bare.lower()
            if token.start() >= head.end():
                if low in ("provinsi", "kabupaten", "kota") and words and not depth:
                    break
                if low in _STOP_WORDS and not depth:
                    break
                if text[token.start() - 1] == "\n" and _ROOF.match(head["head"]) and _HEAD.match(text, token.start()):
                    break
                if not depth and not _is_name(word) and low not in _SMALL:
                    break
                if word in ("-", "–", "/", "|", ":"):
                    break
            if not (words and low == words[-1].lower()):  # "DINAS DINAS KESEHATAN"
                words.append(word)
            end = token.end()
            depth += word.count("(") - word.count(")")
            if word[-1] in ".;:" and low not in _SMALL and not re.fullmatch(r"[A-Za-z]{1,3}\.", word):
                break
            if word[-1] == "," and not _goes_on(text, end):
                break
            if len(words) > 16:
                break
        while words and (_EDGE.sub("", words[-1]).lower() in (_SMALL - {"anak", "ibu"}) or words[-1] in "&(-"):
            end -= len(words.pop()) + 1
        name = _EDGE.sub("", " ".join(words).strip(" ,.;:-"))
        if name.count("(") > name.count(")"):
            name = name + ")" if name.rfind("(") < len(name) - 1 else name.rstrip("( ")
        if len(name.split()) < 2 and name.upper() != "INSPEKTORAT":
            continue
        tail = text[end : end + 90]
        region = (
            find_daerah(tail)
            if re.match(
                r"[\s,]*(?:di\s+)?(?:Provinsi|Propinsi|Kabupaten|Kota|Daerah|DKI|D\.I|PROV|KAB|KOTA|DAERAH)", tail
            )
            else None
        )
        letters = [c for c in name if c.isalpha()]
        loud = sum(c.isupper() for c in letters) > 0.8 * len(letters)
        found.append(Nama(head.start(), end, tidy(name), region, loud))
        last = end
    return found


def _goes_on(text: str, end: int) -> bool:
    """After a comma: whether the name is a list ("Dinas Koperasi, Usaha Kecil dan Menengah")."""
    return bool(
        re.match(
            r"\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+){0,3}(?:,\s+[A-Z][\w-]+(?:\s+[A-Z][\w-]+)?)*,?\s+(?:dan|DAN|serta|"
            r"&)\s+[A-Z]",
            text[end : end + 120],
        )
    )
