"""The words of the reports in both languages, and how places are named."""

from typing import Literal, TypeAlias

from schemas.finding import Evidence, Message

Lang: TypeAlias = Literal["id", "en"]

WORDS: dict[str, Message] = {
    "error": Message(id="GALAT", en="ERROR"),
    "warning": Message(id="PERINGATAN", en="WARNING"),
    "info": Message(id="CATATAN", en="NOTE"),
    "printed": Message(id="tercetak", en="printed"),
    "expected": Message(id="seharusnya", en="expected"),
    "computation": Message(id="hitungan", en="computed"),
    "suggestion": Message(id="saran", en="proposal"),
    "changes": Message(id="mengubah kesimpulan", en="changes the conclusion"),
    "consequences": Message(id="akibat", en="consequences"),
    "accepted": Message(id="diterima", en="accepted"),
    "page": Message(id="hal.", en="p."),
    "line": Message(id="baris", en="line"),
    "table": Message(id="tabel", en="table"),
    "row": Message(id="baris tabel", en="row"),
    "none": Message(
        id="Tidak ditemukan hal yang perlu diklarifikasi.", en="Nothing that needs clarification was found."
    ),
    "none_read": Message(
        id="Pada bagian yang terbaca tidak ditemukan hal yang perlu diklarifikasi.",
        en="Nothing that needs clarification was found in what could be read.",
    ),
    "scan": Message(
        id="Tidak diperiksa: seluruhnya hasil pindai tanpa teks. Mintalah PDF aslinya.",
        en="Not checked: all of it is scanned, without text. Ask for the original PDF.",
    ),
    "unread": Message(id="tidak terbaca", en="not understood"),
    "coverage": Message(
        id="{read} dari {all} angka pada halaman tabel terbaca sebagai data; {confirmed} cocok dengan angka lain.",
        en="{read} of {all} numbers on table pages were read as data; {confirmed} agree with other numbers.",
    ),
    "failed_rules": Message(id="aturan gagal dijalankan", en="rules that crashed"),
    "failed_inputs": Message(id="Tidak dapat dibaca", en="Could not be read"),
    "summary": Message(
        id="{documents} dokumen, {error} galat, {warning} peringatan, {failed} tidak terbaca.",
        en="{documents} documents, {error} errors, {warning} warnings, {failed} could not be read.",
    ),
    "unknown_agency": Message(id="instansi tidak dikenali", en="agency not recognised"),
}


def say(key: str, lang: Lang, **values: object) -> str:
    """The word or sentence of that key, its places filled in."""
    text = getattr(WORDS[key], lang)
    return str(text.format(**values)) if values else str(text)


def tell(message: Message, lang: Lang) -> str:
    """The text of a message in one language."""
    return message.id if lang == "id" else message.en


def place_of(evidence: Evidence, lang: Lang) -> str:
    """Where a thing is printed, in a few words: "hal. 22, tabel t9"."""
    parts = []
    if evidence.page is not None:
        parts.append(f"{say('page', lang)} {evidence.page}")
    if evidence.line is not None:
        parts.append(f"{say('line', lang)} {evidence.line}")
    if evidence.table:
        parts.append(f"{say('table', lang)} {evidence.table}")
    return ", ".join(parts)
