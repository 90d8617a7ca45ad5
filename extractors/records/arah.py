"""Directions in sentences: rises and falls, above and below, reached and not reached, the same as before."""

import re
from typing import NamedTuple

_DIRECTION = re.compile(
    r"""\b(?:
      (?P<naik>(?:mengalami|terjadi|terdapat|ada|menunjukkan|dengan)\s+(?:trend?\s+)?(?:adanya\s+)?(?:kenaikan|
          peningkatan)|(?:telah\s+|yang\s+|cenderung\s+|terus\s+)?(?:meningkat|naik)\b)
    | (?P<turun>(?:mengalami|terjadi|terdapat|ada|menunjukkan|dengan)\s+(?:trend?\s+)?(?:adanya\s+)?penurunan|
        (?:telah\s+|yang\s+|cenderung\s+|terus\s+)?(?:menurun|turun)\b)
    | (?P<sama>(?<!kerja\s)sama\s+dengan|tidak\s+(?:mengalami\s+)?(?:perubahan|berubah)|stagnan|(?:relatif|
        masih)\s+tetap)
    | (?P<belum_mencapai>(?:belum|tidak|kurang|gagal)\s+(?:dapat\s+|bisa\s+|mampu\s+|sepenuhnya\s+)?(?:mencapai|
        memenuhi|tercapai(?:nya)?|terpenuhi|sesuai)(?:\s+target|(?=\s+\d))?|tidak\s+tercapai(?:nya)?|belum\s+tercapai)
    | (?P<melebihi>(?:telah\s+)?(?:melebihi|melampaui|lebih\s+dari)\s+(?=target|capaian|perencanaan|rencana|
        yang\s+(?:di)?target))
    | (?P<di_atas>lebih\s+(?:tinggi|besar|baik)|di\s?atas(?=\s+(?:target|rata|standar|nilai|capaian|realisasi|ikm|
        skm|nasional|angka)))
    | (?P<di_bawah>lebih\s+(?:rendah|kecil)|di\s?bawah(?=\s+(?:target|rata|standar|nilai|capaian|realisasi|ikm|skm|
        nasional|angka)))
    | (?P<tercapai>(?:telah|sudah|dapat|berhasil|mampu)\s+(?:tercapai|mencapai\s+target|memenuhi\s+target)|
        sesuai\s+(?:dengan\s+)?target)
    )""",
    re.I | re.X,
)
_ABOUT = (
    "capaian", "realisasi", "nilai", "target", "indeks", "ikm", "skm", "skor", "persen", "%", "anggaran", "angka",
    "jumlah", "predikat", "kinerja", "serapan",
)  # fmt: skip
_WISH = re.compile(
    r"\b(?:agar|supaya|diharapkan|semakin|guna|untuk\s+(?:dapat|bisa)|upaya|akan|jika|bila|apabila|bilamana|"
    r"perlu)\b[^,;]{0,60}$",
    re.I,
)
_BASE = re.compile(
    r"\s*(?P<base>[^,.;()]{3,110}?)(?=\s*(?:[,.;()]|\b(?:sehingga|yaitu|yakni|karena|dan\s+(?!kegiatan)|namun|"
    r"sedangkan|sebesar|disebabkan|dikarenakan|maka|atau|dalam\s+kategori|masuk)\b|$))",
    re.I,
)
_COMPARES = re.compile(
    r"^(?:(?:jika|bila|apabila)\s+)?(?:di\s?banding\w*|dari(?:pada)?|dengan|terhadap|target|capaian|realisasi|"
    r"nilai|rata|ikm|skm|standar|angka|tahun|yang\s+di|perencanaan|rencana|\d)",
    re.I,
)
_LEADING = re.compile(r"^(?:(?:jika|bila|apabila|di\s?banding\w*|dari(?:pada)?|dengan|terhadap|yang)\s+)+", re.I)


class Arah(NamedTuple):
    """A direction at ``start``..``end`` (end of the direction word); ``base`` is what it is compared with."""

    start: int
    end: int
    label: str
    base: str


def find_arah(sentence: str) -> list[Arah]:
    """The directions that a sentence states about values; wishes, conditions and definitions are left out."""
    low = sentence.lower()
    if not any(word in low for word in _ABOUT):
        return []
    found = []
    for hit in _DIRECTION.finditer(sentence):
        if _WISH.search(sentence[: hit.start()]):
            continue
        label = hit.lastgroup or ""
        after = _BASE.match(sentence, hit.end())
        base = after["base"].strip() if after else ""
        if not _COMPARES.match(base):
            base = ""
        if label in ("di_atas", "di_bawah") and not base:
            continue
        found.append(Arah(hit.start(), hit.end(), label, _LEADING.sub("", base).strip()))
    return found
