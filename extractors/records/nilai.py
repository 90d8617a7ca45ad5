"""The values that a sentence prints: amounts, percentages, counts with their noun and words, bare measures."""

import re
from decimal import Decimal
from typing import NamedTuple

from extractors.numbers import Kind, parse_number
from extractors.records.bersih import kata
from extractors.records.penanda import roman
from extractors.records.topeng import masked
from extractors.terbilang import parse_terbilang
from schemas.number import Form, Place, Printed

_UNITS = r"satu|dua|tiga|empat|lima|enam|tujuh|delapan|sembilan"
_WORDS = re.compile(
    rf"\b(?:nol|{_UNITS}|se(?:puluh|belas|ratus|ribu|juta)|puluh|belas|ratus|ribu|juta|mil[iy]ar\w?|tril\w+|"
    rf"rupiah)\b",
    re.I,
)
_SCALE = r"(?:\s*(?:ribu|juta|jt|mil[iy]ar[dt]?|m(?=\b)|tril[iy]y?un)\b(?!\s+(?:orang|jiwa|ekor|ton|batang|unit)))?"
_DIGITS = r"\d[\d.,]*\d|\d"
_RUPIAH = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d\d)?")  # an amount whose "Rp" is missing
_SUMMED = re.compile(r"\s*[+*×/]")
_ORDINAL = re.compile(r"[.)]\s+[A-Z]")
_POINT = re.compile(r"\s*po?int?\b", re.I)
_STRAY = re.compile(r"^(R[pP]\s?[.,]?\s?)[a-z](?=\d)")  # a letter typed between "Rp" and its digits
_DIGIT = re.compile(r"\d|\b[IVXL]{2,6}\s*\(")
_MEASURED = re.compile(
    r"\b(?:target|realisasi|nilai|capaian|indeks|ikm|skm|skor)\w*(?:\s+[^\W\d][\w-]*){0,6}\s*$", re.I
)
_FRACTION = re.compile(r"\d{1,3}[.,]\d{1,2}")
_MONEY = rf"(?P<money>R[pP]\s?[.,]?\s?[a-z]?\s?(?:{_DIGITS}){_SCALE}(?:\s?,\s?-+|\s?\.\s?-+)?)"
_PERCENT = (
    r"(?P<percent>(?:[<>≥≤±=]{1,2}\s?)?(?<![\d.,])(?:-\s?)?"
    rf"(?:(?:{_DIGITS})\s?%?\s?(?:-|–|s\.?/?d\.?)\s?)?(?:{_DIGITS})\s?(?:%|\bpersen\b|\bprosen\b))"
)
_NUMBER = rf"(?P<number>(?<![\d.,/\-\w])(?:{_DIGITS})(?![\d/])|\b[IVXL]{{2,6}}(?=\s*\(\s*[a-z]))"
_TOKEN = re.compile(rf"{_MONEY}|{_PERCENT}|{_NUMBER}")
_BRACKET = re.compile(r"\s*\(\s*([^()]{3,220}?)\s*\)")
_NOUN = re.compile(r"\s*(?:buah\s+|macam\s+|item\s+)?([A-Za-z][A-Za-z/\-]+(?:\s+[A-Za-z][A-Za-z/\-]+){0,2})")
_SPELT = re.compile(
    rf"\b(?P<words>(?:{_UNITS}|sepuluh|sebelas)(?:\s+(?:puluh|belas)(?:\s+(?:{_UNITS}))?)?)\s+"
    r"(?P<noun>(?:buah\s+)?(?:indikator|indicator|sasaran|tujuan|program|kegiatan|sub\s?-?kegiatan|misi|strategi|"
    r"bidang|desa|kelurahan|"
    r"dokumen|kecamatan|unit|aspek|opd|skpd|urusan|unsur|jenis)\b)(?!\s+lain)",
    re.I,
)
_MEASURE = re.compile(
    r"\b(?:sebesar|mencapai|adalah|yaitu|yakni|menjadi|nilai(?:nya)?|target(?:nya)?|realisasi(?:nya)?|skor|"
    r"indeks|angka|dari|"
    r"terealisasi|diperoleh|ditargetkan|ke|poin|tercapai|hingga|sebanyak|capaian(?:nya)?|ikm|skm|nrr|"
    r"rata-?\s?rata)\s*:?\s*\(?$",
    re.I,
)
_TIMES = re.compile(r"(?:^|[\s)\d])[xX×*]$")
_RANGE = re.compile(r"\d\s?%?\s?(?:-|–|s\.?/?d\.?)\s?\d|^[<>≥≤]", re.I)
_THRESHOLD = re.compile(
    r"\b(?:lebih\s+dari|kurang\s+dari|(?:tidak|belum)\s+mencapai|minimal|maksimal|paling\s+(?:sedikit|banyak|"
    r"lambat)|di\s?(?:atas|bawah)|antara)\s*$",
    re.I,
)
_SHARED = re.compile(
    r"\s+((?:aspek|indi[ck]ator|responden|sasaran|program|kegiatan|sub\s?kegiatan|desa|kelurahan|opd|skpd|unsur|"
    r"penduduk|pegawai)\b)",
    re.I,
)
_NOT_NOUNS = kata(
    "dan atau dari di ke yang sampai sd hingga pada dengan untuk sebesar adalah persen tahun bulan hari menit "
    "jam detik "
    "juta ribu milyar miliar triliun karena bila jika serta dalam maka atas oleh ini itu tersebut sedangkan "
    "sementara namun "
    "terhadap tanggal minggu merupakan atas lebih kurang sebagai agar telah sudah belum masuk tergolong termasuk "
    "dimana "
    "sehingga yaitu yakni sama menunjukkan mengalami melalui rupiah s km m kg km2 m2 cm wib x meningkat menurun "
    "naik turun "
    "berada dibanding dibandingkan apabila setelah poin point per rp tw "
    "berdasarkan secara seluruhnya realisasinya targetnya capaiannya realisasi target capaian oleh selama "
    "kategori predikat"
)
_STOP = re.compile(
    r"\b(?:dan|atau|dari|di|ke|yang|pada|dengan|untuk|sebesar|adalah|tahun|serta|dalam|atas|oleh|sebagai|telah|"
    r"sudah|masuk|"
    r"tergolong|sehingga|yaitu|se|karena|berstatus|bekerja|capaian\w*|pencapaian\w*|tercapai|tersebut|maka|"
    r"terdiri|guna|sesuai|"
    r"terhadap|selama|mencapai|belum|tidak|kategori|di\s?atas|diatas|dibawah|meliputi|berdasarkan|ini|itu|"
    r"mendapat\w*|merupakan|terealisasi|terserap|realisasi\w*|target\w*|"
    r"sangat|kurang|cukup|baik|memuaskan|melebihi|melampaui|kriteria|predikat|sebanyak|atas|dimaksud|lainnya|"
    r"seluruhnya|diantaranya|menunjuk\w*|yakni)\b.*$",
    re.I,
)
_CANON = (
    (re.compile(r"^sub\s?-?\s?kegiatan", re.I), "sub kegiatan"),
    (re.compile(r"^indi[ck]ator", re.I), "indikator"),
    (re.compile(r"^sasaran", re.I), "sasaran"),
    (re.compile(r"^kegiatan", re.I), "kegiatan"),
    (re.compile(r"^program", re.I), "program"),
    (re.compile(r"^tujuan", re.I), "tujuan"),
    (
        re.compile(
            r"^(?:buah\s+|macam\s+|item\s+)?(?P<plain>orang|jiwa|laporan|desa|kelurahan|kecamatan|kali|paket|"
            r"unit|aspek|kk|ekor|opd|skpd)\b",
            re.I,
        ),
        "",
    ),
)


class Nilai(NamedTuple):
    """One value in a paragraph: ``kind`` is amount, percent, count or measure, offsets count in its text."""

    kind: str
    start: int
    end: int  # after the value, its words in brackets and its noun
    raw: str
    hint: Kind | None
    noun: str = ""
    words: str | None = None
    words_value: Decimal | None = None

    def printed(self, place: Place) -> Printed:
        """The value with its place."""
        if self.hint is None:
            value = self.words_value
            number = roman(self.raw)
            if number:
                value = Decimal(number)
            form = Form.NUMBER if value is not None else Form.TEXT
            return Printed(raw=self.raw, value=value, exact=True, form=form, place=place)
        printed = parse_number(_STRAY.sub(r"\1", self.raw), self.hint, place)
        return printed if printed.raw == self.raw else printed.model_copy(update={"raw": self.raw})


def _noun(text: str) -> str:
    head = _STOP.sub("", text).strip().lower()
    for pattern, name in _CANON:
        canonical = pattern.match(head)
        if canonical:
            return name or canonical["plain"]
    return head


def find_nilai(text: str) -> list[Nilai]:
    """The values that the paragraph claims, in order of their place; references and dates are left out."""
    if not _DIGIT.search(text):
        return _spelt(text, [])
    holes = masked(text)
    found: list[Nilai] = []
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        if token["money"] is None and any(begin < end and start < stop for begin, stop in holes):
            continue
        value = _value(text, token)
        if value and (not found or value.start >= found[-1].end):
            found.append(value)
    return _spelt(text, found)


def _value(text: str, token: re.Match[str]) -> Nilai | None:
    start, end = token.span()
    raw = token.group()
    if token["money"]:
        words, value, after = _bracketed(text, end)
        return Nilai("amount", start, after, raw, "money", "", words, value)
    if token["percent"]:
        before = text[max(0, start - 36) : start].rstrip()
        if _TIMES.search(before) or _THRESHOLD.search(before) or (before.endswith("(") and _RANGE.search(raw)):
            return None
        words, value, after = _bracketed(text, end)
        share = _SHARED.match(text, after)
        return Nilai("percent", start, after, raw, "percent", _noun(share.group(1)) if share else "", words, value)
    words, value, after = _bracketed(text, end)
    if raw[0] in "IVXL":
        return Nilai("count", start, after, raw, None, _noun_after(text, after)[0], words, value) if words else None
    if _POINT.match(text, end):
        return Nilai("measure", start, end, raw, "measure")
    noun, stop = _noun_after(text, after)
    if not noun and words is None and _RUPIAH.fullmatch(raw):
        return Nilai("amount", start, end, raw, "money")
    if noun or words:
        return Nilai("count", start, stop, raw, "count", noun, words, value)
    before = text[max(0, start - 70) : start]
    said = _MEASURE.search(before) or (_FRACTION.fullmatch(raw) and _MEASURED.search(before))
    if said and text[end : end + 1] != "/" and not _ORDINAL.match(text, end) and not _SUMMED.match(text, end):
        return Nilai("measure", start, end, raw, "measure")
    return None


def _bracketed(text: str, end: int) -> tuple[str | None, Decimal | None, int]:
    """The words in brackets after a value: (words, what they say, end); brackets with digits are no words."""
    found = _BRACKET.match(text, end)
    if not found or any(c.isdigit() for c in found.group(1)) or not _WORDS.search(found.group(1)):
        return None, None, end
    words = found.group(1).strip()
    return words, parse_terbilang(words), found.end()


def _noun_after(text: str, end: int) -> tuple[str, int]:
    found = _NOUN.match(text, end)
    if not found:
        return "", end
    first = found.group(1).split()[0].lower().strip("/-")
    if len(first) < 2 or first in _NOT_NOUNS:
        return "", end
    kept = _STOP.sub("", found.group(1)).rstrip()
    plain = _CANON[-1][0].match(kept)
    return _noun(kept), found.start(1) + (plain.end() if plain else len(kept))


def _spelt(text: str, found: list[Nilai]) -> list[Nilai]:
    """Adds counts written in words alone ("tiga program"), where no digits stand beside them."""
    added = []
    for spelt in _SPELT.finditer(text):
        before = text[max(0, spelt.start() - 8) : spelt.start()].lower()
        if before.rstrip().endswith(("salah", "ke", "(", "ke-")) or spelt["words"].lower() == "satu":
            continue
        start, end = spelt.span()
        if any(n.start < end and start < n.end for n in found):
            continue
        noun = _noun(re.sub(r"^buah\s+", "", spelt["noun"], flags=re.I))
        value = parse_terbilang(spelt["words"])
        if value is not None:
            added.append(Nilai("count", start, end, spelt["words"], None, noun, None, value))
    return sorted([*found, *added], key=lambda n: n.start) if added else found
