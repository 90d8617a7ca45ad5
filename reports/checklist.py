"""The 23 statements of the review checklist of PermenPANRB 53/2014, Lampiran III, shortened in our own words.

Three aspects: format (6), mekanisme penyusunan (7), substansi (10). Some only people can answer; ``ask`` names them.
"""

from typing import NamedTuple

from reports.places import Places
from reports.words import Lang, tell
from schemas.finding import Message
from schemas.kelengkapan import Aspek, ButirKelengkapan, Jawaban
from schemas.result import Checked


class Item(NamedTuple):
    """One statement. ``ask`` is true where no document can answer it."""

    code: str
    text: Message
    ask: bool = False


class Answered(NamedTuple):
    """One line of the checklist as it is shown. ``answer`` is empty where nothing was said."""

    item: Item
    answer: str
    evidence: str


MOST_PLACES = 4
"""Places named as evidence of one answer."""

ASPECTS = {
    "A": Message(id="Bab III menurut Lampiran II", en="Chapter III by Lampiran II"),
    "I": Message(id="Format", en="Format"),
    "II": Message(id="Mekanisme penyusunan", en="How it was drawn up"),
    "III": Message(id="Substansi", en="Substance"),
}

ANSWERS = {
    "ya": Message(id="Ya", en="Yes"),
    "tidak": Message(id="Tidak", en="No"),
    "sebagian": Message(id="Sebagian", en="Partly"),
    "tidak_dapat_dinilai": Message(id="Tidak dapat dinilai", en="Cannot be assessed"),
}


def _item(code: str, indonesian: str, english: str, ask: bool = False) -> Item:
    return Item(code, Message(id=indonesian, en=english), ask)


ITEMS: tuple[Item, ...] = (
    _item("I.1", "Laporan memuat data penting instansi", "The report gives the key data of the agency"),
    _item("I.2", "Laporan menyajikan target kinerja", "The report gives performance targets"),
    _item("I.3", "Laporan menyajikan capaian kinerja secara memadai", "The report gives achievements adequately"),
    _item("I.4", "Lampiran mendukung isi badan laporan", "Annexes support the body of the report"),
    _item("I.5", "Laporan menyajikan upaya perbaikan ke depan", "The report gives improvements to come"),
    _item("I.6", "Laporan menyajikan akuntabilitas keuangan", "The report accounts for the budget"),
    _item("II.1", "Penyusun adalah unit kerja yang bertugas untuk itu", "Drawn up by the unit in charge", True),
    _item("II.2", "Informasi didukung data yang memadai", "Information is supported by adequate data"),
    _item(
        "II.3",
        "Ada mekanisme penyampaian data dari unit kerja kepada unit penyusun",
        "There is a way for data from units to the drafting unit",
        True,
    ),
    _item(
        "II.4",
        "Penanggung jawab pengumpulan data ditetapkan di tiap unit kerja",
        "Those responsible for collecting data are appointed in each unit",
    ),
    _item("II.5", "Keandalan data dan informasi kinerja diyakini", "Data and information are held to be reliable"),
    _item(
        "II.6", "Unit kerja terkait mengetahui analisis dalam laporan", "The units concerned know the analysis", True
    ),
    _item("II.7", "Laporan dihimpun dari unit kerja di bawahnya", "The report gathers those of the units below", True),
    _item("III.1", "Tujuan/sasaran sesuai dengan perjanjian kinerja", "Objectives are those of the agreement"),
    _item("III.2", "Tujuan/sasaran selaras dengan rencana strategis", "Objectives follow the strategic plan"),
    _item("III.3", "Bila butir 1 dan 2 tidak: ada penjelasan yang memadai", "If 1 and 2 are no: it is explained"),
    _item("III.4", "Tujuan/sasaran sesuai dengan indikator kinerja", "Objectives fit the performance indicators"),
    _item("III.5", "Tujuan/sasaran sesuai dengan indikator kinerja utama", "Objectives fit the key indicators"),
    _item("III.6", "Bila butir 4 dan 5 tidak: ada penjelasan yang memadai", "If 4 and 5 are no: it is explained"),
    _item(
        "III.7",
        "Kinerja dibandingkan dengan tahun lalu, standar nasional dan pembanding lain",
        "Performance is compared with last year, national standards and the like",
    ),
    _item("III.8", "IKU dan IK cukup mengukur tujuan/sasaran", "The indicators measure the objectives"),
    _item("III.9", "Bila butir 8 tidak: ada penjelasan yang memadai", "If 8 is no: it is explained"),
    _item("III.10", "IKU dan IK memenuhi kriteria SMART", "The indicators are SMART"),
)


def answered(checked: Checked, lang: Lang) -> tuple[Answered, ...]:
    """Chapter III, then every statement of the checklist, with what the document answers.

    The answer stays blank where only people can give it, and where nothing was assessed.
    """
    known = {line.item: line for line in checked.kelengkapan}
    chapter = [Item(line.item, line.pertanyaan) for line in checked.kelengkapan if line.aspek is Aspek.BAB_III]
    places = Places(checked.document, lang)
    return tuple(_line(item, known.get(item.code), places, lang) for item in (*chapter, *ITEMS))


def _line(item: Item, line: ButirKelengkapan | None, places: Places, lang: Lang) -> Answered:
    if line is None:
        return Answered(item, "", "")
    where = list(dict.fromkeys(place for evidence in line.bukti if (place := places.of(evidence))))
    shown = "; ".join(where[:MOST_PLACES]) + (" …" if len(where) > MOST_PLACES else "")
    reason = tell(line.alasan, lang)
    blank = item.ask and line.jawaban is Jawaban.TIDAK_DAPAT_DINILAI
    answer = "" if blank else tell(ANSWERS[line.jawaban.value], lang)
    return Answered(item, answer, ": ".join(part for part in (reason[:1].upper() + reason[1:], shown) if part))
