"""A claim in the making: what one value of a sentence says, before lists and groups tie it to others."""

from dataclasses import dataclass

from extractors.records.nilai import Nilai
from schemas.number import Place, Printed
from schemas.records import Klaim, KlaimKind
from schemas.table import Stage

_KINDS = {
    "amount": KlaimKind.AMOUNT,
    "percent": KlaimKind.PERCENT,
    "count": KlaimKind.COUNT,
    "measure": KlaimKind.COUNT,
    "predicate": KlaimKind.PREDICATE,
    "trend": KlaimKind.TREND,
}
_STRUCTURE = frozenset(
    {"indikator", "sasaran", "aspek", "program", "kegiatan", "sub kegiatan", "unsur", "desa", "opd", "skpd"}
)
_NOWHERE = Place()
_LONGEST = 600  # characters of a sentence that a claim keeps, more when its value stands later


@dataclass(slots=True)
class Bakal:
    """``sentence``..``stop`` are the offsets of its sentence in the paragraph ``part``."""

    kind: str
    part: int
    sentence: int
    stop: int
    start: int
    end: int
    nilai: Nilai | None = None
    value: Printed | None = None
    subject: str = ""
    measure: str | None = None
    label: str | None = None
    year: int | None = None
    stage: Stage | None = None
    base: str = ""
    section: str = ""
    sasaran: str | None = None
    list_id: str | None = None
    role: str | None = None
    partial: bool = False
    total_of: str | None = None
    pair_id: str | None = None
    listed: int | None = None
    awal: "Bakal | None" = None
    akhir: "Bakal | None" = None
    group: str | None = None
    place: Place = _NOWHERE
    order: int = 0

    @property
    def structural(self) -> bool:
        """Whether the thing counted is a part of the plan (indikator, program …), not an output."""
        return self.nilai is not None and self.nilai.noun.split(" ")[0] in _STRUCTURE

    def klaim(self, text: str, ids: dict[int, str]) -> Klaim:
        """The finished claim; ``text`` is the paragraph, ``ids`` the ids of all claims by ``id(draft)``."""
        stop = min(self.stop, max(self.sentence + _LONGEST, self.end + _LONGEST // 2))
        return Klaim(
            id=ids[id(self)],
            kind=_KINDS[self.kind],
            text=text[self.sentence : stop].strip(),
            value=self.value,
            subject=self.subject,
            noun=self.nilai.noun if self.nilai else "",
            measure=self.measure,
            words=self.nilai.words if self.nilai else None,
            words_value=self.nilai.words_value if self.nilai and self.nilai.words else None,
            group=self.group,
            label=self.label,
            year=self.year,
            stage=self.stage,
            section=self.section,
            sasaran=self.sasaran,
            list_id=self.list_id,
            role=self.role,
            partial=self.partial,
            total_of=self.total_of,
            pair_id=self.pair_id,
            listed=self.listed,
            awal=ids[id(self.awal)] if self.awal else None,
            akhir=ids[id(self.akhir)] if self.akhir else None,
            base=self.base,
            place=self.place,
            order=self.order,
        )
