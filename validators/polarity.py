"""Whether more or less of an indicator is better, as far as its name and target tell."""

import re
from enum import StrEnum

from schemas.number import Form, Printed


class Polarity(StrEnum):
    """The direction of an indicator."""

    MORE = "more"
    LESS = "less"
    OPEN = "open"  # the name does not tell


_GOOD_FALL = re.compile(
    r"\b(?:persen\w*|prosen\w*|tingkat|angka|jumlah|laju|besar\w*)?\s*(?:penurunan|pengurangan|menurunnya|berkurangnya)\b",
    re.I,
)
_NAMED_FALL = re.compile(r"^\W*(?:\d{1,2}[.)]\s*)?(?:menurun|berkurang|turun)nya\b", re.I)
_LESS = re.compile(
    r"""(?ix)\b(?: angka \s+ (?:kematian|kesakitan|kemiskinan|pengangguran|kecelakaan|kriminalitas|putus)
    | kemiskinan | penduduk \s+ miskin | pengangguran | kematian | mortalitas | stunting | gizi \s+ (?:buruk|kurang)
    | prevalensi | insiden\w* | kejadian | kecelakaan | pelanggaran | temuan | kerugian | keluhan | kebocoran
    | pengaduan \s+ (?:yang \s+)? masuk | waktu \s+ (?:tunggu|tanggap|pelayanan|penyelesaian) | respons? \s+ time
    | lama \s+ (?:waktu|proses|penyelesaian) | kesenjangan | gini | inflasi | emisi | pencemaran | konflik
    | gangguan | kemacetan | kehilangan | tunggakan | relaps | kekambuhan | drop \s* out | kumuh )\b"""
)
_DURATION = re.compile(
    r"(?i)\b(?:lama(?:nya)?|waktu|durasi)\s+(?:waktu\s+|proses\s+)?"
    r"(?:penyelesaian|pelayanan|layanan|proses\w*|tunggu|tanggap|penerbitan|pengurusan|respon\w*)\b"
)
_SHARE = re.compile(
    r"(?i)\b(?:persen\w*|prosen\w*|proporsi|rasio|cakupan|ketepatan|kesesuaian|kepatuhan|indeks|nilai)\b"
)
_TURNED = re.compile(
    r"(?i)\b(?:penanganan|ditangani|tertangani|penyelesaian|diselesaikan|terselesaikan|ditindaklanjuti|tindak lanjut|"
    r"pencegahan|penanggulangan|pengendalian|terkendali|penurunan|pengurangan|menurun\w*|tidak adanya|bebas|"
    r"cakupan|layanan|pelayanan|dilayani|keberhasilan|penyuluhan|sosialisasi|peserta|zero)\b"
)


def polarity(name: str, target: Printed | None = None) -> Polarity:
    """Less is better for deaths, poverty, findings …; more is better for handling, solving or reducing them."""
    if target is not None and target.form is Form.BOUND:
        return Polarity.LESS if target.low is None else Polarity.MORE
    if _DURATION.search(name) and not _SHARE.search(name) and not _GOOD_FALL.search(name):
        return Polarity.LESS
    if _GOOD_FALL.search(name) or _TURNED.search(name):
        return Polarity.OPEN if _LESS.search(name) or is_named_fall(name) else Polarity.MORE
    return Polarity.LESS if _LESS.search(name) else Polarity.OPEN


def is_named_fall(name: str) -> bool:
    """True for "Menurunnya luas serangan hama": what is printed may be the area itself, of which less is better."""
    return _NAMED_FALL.match(name) is not None
