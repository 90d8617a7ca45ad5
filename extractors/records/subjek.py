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
    r"di(?:laksanakan|alokasikan|anggarkan|realisasikan|dukung|capai|ukur)|terserap|memiliki|mempunyai|dapat|"
    r"mendapat\w*|mencapai|terealisasi|sejumlah|senilai|menunjukkan|tahun\s+\d|pada\s+tahun|"
    r"merupakan|telah|Rp)\b|$)",
    re.I,
)
_MEASURE = re.compile(
    r"\b(?:(?P<capaian>(?:persentase|prosentase|tingkat|nilai)\s+(?:realisasi\s+)?(?:target\s+)?(?:pen)?capaian|"
    r"(?:(?:pen|ke)?capaian)(?:\s+(?:target|kinerja|realisasi|output|sasaran|kinerjanya|indikator))*(?:nya)?|"
    r"(?:ter|di)capai(?:nya)?|ketercapaian)"
    r"|(?P<realisasi>(?:ter?|di)?realisasi\w*(?:\s+(?:target|capaian|kinerja))*(?:\s+(?:penyerapan|serapan|"
    r"penggunaan))?"
    r"(?:\s+(?:anggaran|belanja|keuangan|dana|fisik))*(?:nya)?|(?:ter|men[yg]+|di)?serap(?:an)?(?:\s+(?:anggaran|"
    r"dana))?"
    r"(?:nya)?|penyerapan(?:\s+(?:anggaran|dana))?(?:nya)?|digunakan|penggunaan\s+anggaran)"
    r"|(?P<efisiensi>tingkat\s+efisiensi)"
    r"|(?P<selisih>selisih|(?:penurunan|peningkatan|kenaikan)"
    r"(?:\s+(?:capaian|realisasi|nilai|kinerja|target|anggaran|penyerapan|serapan|tingkat|jumlah))*|meningkat|"
    r"menurun|"
    r"naik|turun|(?:sisa|efisiensi|penghematan|pengurangan|pemotongan|refocusing|rasionalisasi|pergeseran|"
    r"penambahan)(?:\s+(?:anggaran|belanja|dana|pagu))?|lebih\s+(?:tinggi|rendah|besar|kecil)|bertambah|"
    r"berkurang|deviasi|kekurangan|kelebihan)"
    r"|(?P<target>(?:di)?target(?:kan|nya)?(?:\s+(?:pen)?(?:capaian|kinerja|realisasi))*|direncanakan|"
    r"rencana(?!\s+(?:kerja|kinerja|strategis|pembangunan|aksi|tindak|induk|umum|tata|detail|usaha|bisnis)))"
    r"|(?P<anggaran>anggaran(?:nya)?|pagu|alokasi|pen(?:d|g)anggaran|pendanaan|dialokasikan|mengalokasikan|dana|"
    r"biaya|dianggarkan|dpa|belanja|"
    r"pendapatan))(?![a-z])",
    re.I,
)
_WEAK = re.compile(r"dana|biaya|belanja|pendapatan|dpa", re.I)
_ABSORBED = re.compile(r"serap", re.I)
_MONEY_WORDS = re.compile(r"anggaran|belanja|keuangan|dana|pagu|serap", re.I)
_PHYSICAL = re.compile(r"fisik", re.I)
_TAIL = re.compile(
    r"(?:[\s,:=(]|\b(?:sebesar|sebanyak|senilai|sejumlah|mencapai|proporsi|porsi|adalah|yaitu|yakni|menjadi|"
    r"berjumlah|dengan|"
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
_WITH_MEASURE = re.compile(
    r"\s*(?:,|\bdengan|\bdari|\bdan|\boleh)\s+(?:(?:target|capaian|capain|realisasi|nilai|persentase|prosentase|"
    r"prosentasi|kinerja|"
    r"tingkat|rata-rata|pencapaian|RPJMD|renstra|efisiensi)\s*)+$",
    re.I,
)
_PURPOSE = re.compile(
    r"\b(?:di\w+kan|digunakan)\s+untuk\s+(?P<name>[A-Z][^,.;]{3,100}?)(?=\s*(?:sebesar|senilai|yaitu|adalah|Rp|$))"
)
_POINTS_BACK = re.compile(r"\b(?:ini|tersebut|dimaksud)\b", re.I)
_EMPTY = re.compile(
    r"\b(?:jumlah|total|anggaran\w*|pagu|alokasi|yang|di\w*kan|untuk|pelaksanaan|(?:sub\s+)?kegiatan|program|ini|"
    r"tersebut|"
    r"(?:ter?)?realisasi\w*|pencapaian\w*|ketercapaian|diperoleh|persentase|prosentase|hal|disebabkan|oleh|"
    r"memenuhi|kriteria|sebesar|dengan|dan|atau|target\w*|capaian\w*|kinerja|dana|tahun|\d+|nilai|penyerapan|"
    r"terserap|dalam|"
    r"fisik|keuangan|dapat|bisa|pada|juga|mendapatkan|mencapai|adalah|dialokasikan|biaya|telah|rata-rata|sudah|"
    r"secara|hal)\b",
    re.I,
)
_SAYS = re.compile(r"[^\W\d]{3,}")
_FOR = re.compile(
    r"\s*\)?\s*(?:untuk|pada)\s+(?P<name>(?:Belanja|Program|Kegiatan|Dana|Pendapatan|Sub\s?Kegiatan)\b[^,.;()\d]{3,90}?)"
    r"(?=\s*(?:[,.;(]|\bdan\b\s+(?:sebesar|Rp|untuk|\d)|\bsedangkan\b|\bserta\b|$))"
)
_QUOTED = re.compile(r"[„“\"‘']\s?([^„“”\"‟‘’']{4,200}?\s[^„“”\"‟‘’']{2,200}?\s[^„“”\"‟‘’']{2,200}?)[‟”\"’']")
_COMPARED = re.compile(
    r"\s*\)?,?\s*(?:poin|point|persen)?\s*(?:(?:jika|bila|apabila)\s+)?(?:di\s?banding\w*|dari(?:pada)?|"
    r"terhadap)\s+(?:dengan\s+|dari\s+|pada\s+)?"
    r"(?P<base>(?!Rp)[^,.;()]{3,90}?)(?=\s*(?:[,.;()]|\b(?:yang|sebesar|sehingga|yaitu|karena|dengan|menjadi)\b|$))",
    re.I,
)
_MERUPAKAN = re.compile(
    r"\s*,?\s*(?:merupakan|adalah|untuk|berupa)\s+(?P<name>(?=belanja|dana|anggaran|program|kegiatan|pendapatan|"
    r"alokasi|pembiayaan)[^,.;()]{3,120}?)(?=\s*(?:atau|sebesar|dan\b|,|;|\.|"
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
_OWN_YEAR = re.compile(
    r"^\s*(?!dan\b|sedangkan\b|menjadi\b)[^,.;()\d]{0,22}?\b(?:di|pada|untuk)\s?tahun\s+((?:19|"
    r"20)\d\d)\b(?!\s+(?:sebesar|sebanyak|adalah|mencapai))",
    re.I,
)
_END_OF_PLAN = re.compile(
    r"\btarget\s+(?:jangka\s+menengah|(?:kinerja\s+)?(?:pada\s+)?(?:tahun\s+)?akhir)(?:\s+(?:tahun|periode|"
    r"renstra|RPJMD|kinerja|masa))*[^,.;\d]{0,24}$",
    re.I,
)
_REVISED = re.compile(
    r"\b(?:p-?\s?apbd|apbd-?\s?p\b|perubahan\s+(?:anggaran|apbd)|(?:setelah|"
    r"sesudah)\s+(?:dilakukan\s+)?(?:perubahan|refocusing)|"
    r"(?:semula|berubah)\b[^.;]{0,80}\bmenjadi|dppa|anggaran\s+perubahan)",
    re.I,
)
_ORIGINAL = re.compile(
    r"\b(?:apbd\s+murni|murni|sebelum\s+(?:dilakukan\s+)?(?:perubahan|refocusing)|semula|anggaran\s+(?:awal|"
    r"penetapan))",
    re.I,
)


class Measure(NamedTuple):
    """``name`` is target, realisasi, capaian, anggaran, serapan, selisih or fisik; ``end`` where its word stops."""

    name: str
    end: int
    weak: bool = False  # only said to be money ("belanja"), so that an earlier measure of the sentence may go on


def topic(text: str) -> str:
    """The name of the programme, kegiatan, belanja or sasaran with which a text opens; empty when there is none."""
    found = _TOPIC.match(text)
    return found["name"].strip(" ,") if found else ""


def measure(before: str, amount: bool = False) -> Measure | None:
    """The measure that the words before a value name last.

    Words that only say that money is meant ("belanja", "dana") give way to an earlier word that says more
    ("realisasi … dana dekonsentrasi"); an ``amount`` of rupiah is never a capaian.
    """
    found = list(_MEASURE.finditer(before))
    if amount:
        found = [one for one in found if one.lastgroup != "capaian"] or found
    if not found:
        return None
    strong = [one for one in found if not _WEAK.fullmatch(one.group())]
    last = strong[-1] if strong else found[-1]
    name = last.lastgroup or ""
    if name == "realisasi" and _PHYSICAL.search(last.group()):
        name = "fisik"
    return Measure(name, last.end(), not strong)


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
    indicator = quoted(before)
    if indicator:
        return indicator[:200]
    whole = _HEAD.sub("", before)
    opening = topic(whole)
    if opening and not _POINTS_BACK.search(opening[:40]):
        purpose = _PURPOSE.search(whole[len(opening) :])
        return (purpose["name"] if purpose else opening)[:200]
    phrase = _TAIL.sub("", before)
    cuts = list(_CUT.finditer(phrase))
    if cuts:
        phrase = phrase[cuts[-1].end() :]
    phrase = _HEAD.sub("", _TAIL.sub("", phrase)).strip()
    phrase = _WITH_MEASURE.sub("", phrase) or phrase
    hollow = is_hollow(phrase)
    if named and (hollow or not phrase):
        return named["name"].strip()
    if known and (hollow or _POINTS_BACK.search(phrase)):
        return known[:200]
    words = phrase.split()
    return " ".join(words[-18:])


def is_hollow(phrase: str) -> bool:
    """Whether a phrase names nothing but measures and fillers ("realisasi target capaian")."""
    return not _SAYS.search(_EMPTY.sub("", phrase))


def purpose(after: str) -> tuple[str, int]:
    """What a value is said to be for just behind it ("90,73% untuk Belanja Langsung dan …"), and where that ends."""
    found = _FOR.match(after)
    return (found["name"].strip(), found.end()) if found else ("", 0)


def quoted(before: str) -> str:
    """The last name of three words or more in quotation marks, as reports quote their indicators."""
    found = _QUOTED.findall(before)
    return found[-1].strip(" .,;") if found else ""


def compared(after: str) -> str:
    """What a change is measured against, as the words after it say ("dibandingkan dengan tahun 2015")."""
    found = _COMPARED.match(after)
    return found["base"].strip() if found else ""


def base(after: str) -> str:
    """What a percentage is a share of, as the words after it say; empty when they do not."""
    found = _BASE.match(after)
    return found["base"].strip() if found else ""


def year(sentence: str, offset: int, after_value: str = "") -> int | None:
    """The year of a value: "17 standar di tahun 2015", else the one nearest before it, else the next one after.

    ``offset`` is where the value stands in its sentence, ``after_value`` the words between it and the next value.
    A value that belongs to the end of a plan ("target akhir Renstra") has no year but one printed with it.
    """
    own = _OWN_YEAR.match(after_value)
    if own:
        return int(own.group(1))
    if _END_OF_PLAN.search(sentence[max(0, offset - 60) : offset]):
        return None
    after = None
    before = None
    for found in _YEAR.finditer(sentence):
        if found.end() <= offset:
            before = int(found.group(1))
        elif after is None:
            after = int(found.group(1))
    return before if before is not None else after


def stage(clause: str) -> Stage | None:
    """Whether the clause speaks of the first or the revised budget, or of the target at the end of a plan."""
    if _END_OF_PLAN.search(clause[-60:]):
        return Stage.AKHIR
    if _REVISED.search(clause):
        return Stage.PERUBAHAN
    if _ORIGINAL.search(clause):
        return Stage.MURNI
    return None
