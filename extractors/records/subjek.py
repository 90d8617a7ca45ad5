"""What a value in a sentence speaks of: its subject phrase, measure, base, year and stage."""

import re
from typing import NamedTuple

from schemas.table import Stage

_TOPIC = re.compile(
    r"^(?P<name>(?:sub\s?-?\s?kegiatan|kegiatan|program|belanja|pendapatan)\b"
    r"(?!\s+(?:di\w+an|yang|ini|tersebut|dan|sebesar|adalah|dalam|pada|itu|untuk|telah|"
    r"\d)\b)[^.;:]{4,220}?)(?=\s*[.;:(]|\s*,?\s*(?:"
    r"dengan\s+(?:jumlah|total|alokasi|anggaran|pagu|dana|indi\w+|target|nilai|capaian|biaya|realisasi|output|"
    r"rincian|tingkat|kategori|persentase)|sebesar|adalah|yang\s+(?:ber|ter|di)|terdiri|"
    r"dilaksanakan|mendapat\w*|mencapai|terealisasi|sejumlah|senilai|menunjukkan|tahun\s+\d|pada\s+tahun|"
    r"merupakan|telah|Rp)\b|$)",
    re.I,
)
_MEASURE = re.compile(
    r"\b(?:(?P<realisasi>(?:ter?|di)?realisasi\w*(?:\s+(?:penyerapan|serapan|penggunaan))?(?:\s+(?:anggaran|"
    r"belanja|keuangan|dana|fisik))*(?:nya)?|"
    r"(?:ter|men[yg]+|di)?serap(?:an)?(?:\s+(?:anggaran|dana))?(?:nya)?|penyerapan(?:\s+(?:anggaran|"
    r"dana))?(?:nya)?|digunakan|penggunaan\s+anggaran)"
    r"|(?P<capaian>(?:tingkat\s+)?(?:pen|ke)?capaian(?:\s+(?:target|kinerja|realisasi|output|sasaran|kinerjanya|"
    r"indikator))*(?:nya)?|(?:ter|di)capai(?:nya)?|ketercapaian)"
    r"|(?P<selisih>selisih|penurunan|peningkatan|kenaikan|meningkat|menurun|naik|turun|"
    r"(?:sisa|efisiensi|penghematan|pengurangan|pemotongan|refocusing|rasionalisasi|pergeseran|"
    r"penambahan)(?:\s+(?:anggaran|belanja|dana|pagu))?|lebih\s+(?:tinggi|rendah|besar|kecil)|bertambah|"
    r"berkurang|deviasi|kekurangan|kelebihan)"
    r"|(?P<target>(?:di)?target(?:kan|nya)?|rencana|direncanakan)"
    r"|(?P<anggaran>anggaran(?:nya)?|pagu|alokasi|dialokasikan|mengalokasikan|dana|biaya|dianggarkan|dpa|belanja|"
    r"pendapatan))(?![a-z])",
    re.I,
)
_ABSORBED = re.compile(r"serap", re.I)
_MONEY_WORDS = re.compile(r"anggaran|belanja|keuangan|dana|pagu|serap", re.I)
_PHYSICAL = re.compile(r"fisik", re.I)
_TAIL = re.compile(
    r"(?:[\s,:=(]|\b(?:sebesar|sebanyak|senilai|sejumlah|mencapai|adalah|yaitu|yakni|menjadi|berjumlah|dengan|"
    r"hanya|baru|total(?:nya)?|"
    r"atau|rata-?\s?rata|sampai\s+dengan(?:\s+\d{1,2}\s+\w+(?:\s+\d{4})?)?|(?:pada\s+)?(?:tahun(?:\s+anggaran)?|"
    r"TA\.?)\s+\d{4}|nilai|"
    r"dari|ada|terdapat|ini|tersebut|memperoleh|mendapat(?:kan)?|setara|pada|yang|telah|sudah|dapat|di|"
    r"jumlah(?:nya)?))+$",
    re.I,
)
_MEAN = re.compile(r"\brata\s?-?\s?rata(?:nya)?\b((?:\s+\w+){0,8})\s*[(:=]?\s*$", re.I)
_HEAD = re.compile(
    r"^(?:[\s,.;:)\]\-–]|\b(?:dan|serta|sedangkan|sementara(?:\s+itu)?|adapun|atau|yang|dari|maka|untuk|juga|"
    r"dimana|di\s?mana|"
    r"sehingga|dengan|pada|hal\s+ini|yaitu|yakni|namun|kemudian|selanjutnya|jumlah|antara\s+lain|meliputi|"
    r"terdiri\s+(?:dari|atas))\b)+",
    re.I,
)
_CUT = re.compile(
    r"[;:]\s|[.,]\s|\b(?:sedangkan|sementara|namun|dimana|di\s+mana|sehingga|karena|bahwa|maka|yaitu|yakni|"
    r"antara\s+lain|"
    r"terdiri\s+(?:dari|atas)|meliputi|adapun|kemudian|dengan\s+rincian)\b",
    re.I,
)
_POINTS_BACK = re.compile(r"\b(?:ini|tersebut|dimaksud)\b", re.I)
_EMPTY = re.compile(
    r"\b(?:jumlah|total|anggaran\w*|pagu|alokasi|yang|di\w*kan|untuk|pelaksanaan|(?:sub\s+)?kegiatan|program|ini|"
    r"tersebut|"
    r"(?:ter)?realisasi\w*|sebesar|dengan|dan|atau|target\w*|capaian\w*|kinerja|dana|tahun|\d+|nilai|penyerapan|"
    r"terserap|dalam|"
    r"fisik|keuangan|mendapatkan|mencapai|adalah|dialokasikan|biaya|telah|rata-rata|sudah|secara|hal)\b",
    re.I,
)
_MERUPAKAN = re.compile(
    r"\s*,?\s*(?:merupakan|adalah|untuk|berupa)\s+(?P<name>[^,.;()]{3,120}?)(?=\s*(?:atau|sebesar|dan\b|,|;|\.|"
    r"\(|$))",
    re.I,
)
_BASE = re.compile(
    r"\s*(?:\)|,)?\s*(?:dari|terhadap)\s+(?P<base>(?!Rp)[^,.;()%\d]{3,110}?)(?=\s*(?:,|;|\.|\(|\)|\b(?:sebesar|"
    r"yang|sehingga|dengan|dan|atau|Rp)\b|$|\d))",
    re.I,
)
_YEAR = re.compile(
    r"\b(?:tahun(?:\s+anggaran)?|th\.?|ta\.?|t\.a\.?|desember|januari)\s*:?\s*((?:19|"
    r"20)\d\d)\b(?!\s*[-–/]\s*(?:19|20)\d\d)",
    re.I,
)
_REVISED = re.compile(
    r"\b(?:p-?\s?apbd|apbd-?\s?p\b|perubahan\s+(?:anggaran|apbd)|(?:setelah|sesudah)\s+(?:perubahan|refocusing)|"
    r"menjadi|dppa|anggaran\s+perubahan)",
    re.I,
)
_ORIGINAL = re.compile(
    r"\b(?:apbd\s+murni|murni|(?:sebelum)\s+(?:perubahan|refocusing)|semula|anggaran\s+(?:awal|penetapan))", re.I
)


class Measure(NamedTuple):
    """``name`` is target, realisasi, capaian, anggaran, serapan, selisih or fisik; ``end`` where its word stops."""

    name: str
    end: int


def topic(text: str) -> str:
    """The name of the programme, kegiatan, belanja or sasaran with which a text opens; empty when there is none."""
    found = _TOPIC.match(text)
    return found["name"].strip(" ,") if found else ""


def measure(before: str) -> Measure | None:
    """The measure that the words before a value name last."""
    found = list(_MEASURE.finditer(before))
    if not found:
        return None
    last = found[-1]
    name = last.lastgroup or ""
    if name == "realisasi" and _PHYSICAL.search(last.group()):
        name = "fisik"
    return Measure(name, last.end())


def percent_measure(name: str | None, words: str) -> str | None:
    """A realised share of a budget is its absorption."""
    if name == "realisasi" and _MONEY_WORDS.search(words):
        return "serapan"
    return name


def subject(before: str, after: str, known: str) -> str:
    """The noun phrase that a value belongs to, "rata-rata" in front when the value is said to be a mean.

    ``before`` is the clause in front of the value, ``after`` what follows it, ``known`` the topic of the paragraph
    that stands in when the clause names nothing itself or only points back ("kegiatan ini").
    """
    phrase = _phrase(before, after, known)
    mean = _MEAN.search(before)
    if mean:
        tail = _TAIL.sub("", mean.group(1)).strip()
        return f"rata-rata {tail or phrase}".strip()
    return phrase


def _phrase(before: str, after: str, known: str) -> str:
    named = _MERUPAKAN.match(after)
    if named and after.lstrip(" ,").lower().startswith("merupakan"):
        return named["name"].strip()
    whole = _HEAD.sub("", before)
    opening = topic(whole)
    if opening and not _POINTS_BACK.search(opening[:40]):
        return opening[:200]
    phrase = _TAIL.sub("", before)
    cuts = list(_CUT.finditer(phrase))
    if cuts:
        phrase = phrase[cuts[-1].end() :]
    phrase = _HEAD.sub("", _TAIL.sub("", phrase)).strip()
    hollow = not re.search(r"[^\W\d]{3,}", _EMPTY.sub("", phrase))
    if named and (hollow or not phrase):
        return named["name"].strip()
    if known and (hollow or _POINTS_BACK.search(phrase)):
        return known[:200]
    words = phrase.split()
    return " ".join(words[-18:])


def base(after: str) -> str:
    """What a percentage is a share of, as the words after it say; empty when they do not."""
    found = _BASE.match(after)
    return found["base"].strip() if found else ""


def year(sentence: str, offset: int) -> int | None:
    """The year printed nearest before the value in its sentence, else the first one after it."""
    after = None
    before = None
    for found in _YEAR.finditer(sentence):
        if found.end() <= offset:
            before = int(found.group(1))
        elif after is None:
            after = int(found.group(1))
    return before if before is not None else after


def stage(clause: str) -> Stage | None:
    """Whether the clause speaks of the first or the revised budget."""
    if _REVISED.search(clause):
        return Stage.PERUBAHAN
    if _ORIGINAL.search(clause):
        return Stage.MURNI
    return None
