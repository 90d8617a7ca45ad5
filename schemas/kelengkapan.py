"""What a checklist of completeness asks, and what the document alone answers."""

from enum import StrEnum

from schemas.base import Frozen
from schemas.finding import Evidence, Message


class Jawaban(StrEnum):
    """The answer to one item."""

    YA = "ya"
    TIDAK = "tidak"
    SEBAGIAN = "sebagian"
    TIDAK_DAPAT_DINILAI = "tidak_dapat_dinilai"


class Aspek(StrEnum):
    """Which part of the guideline an item comes from (PermenPANRB 53/2014)."""

    BAB_III = "bab_iii"  # Lampiran II: the analyses that chapter III must contain
    FORMAT = "format"  # Lampiran III, review checklist
    MEKANISME = "mekanisme"
    SUBSTANSI = "substansi"


class ButirKelengkapan(Frozen):
    """One item: its number ("A.1" to "B" of chapter III, "I.1" to "III.10" of the checklist), question and answer.

    ``bukti`` are the places that the answer rests on; "tidak" and "tidak_dapat_dinilai" often have none.
    """

    item: str
    aspek: Aspek
    pertanyaan: Message
    jawaban: Jawaban
    alasan: Message
    bukti: tuple[Evidence, ...] = ()
