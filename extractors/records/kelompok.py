"""Ties between the values of one sentence: an amount and its percentage, budget and realised, a total and its parts."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.records.bakal import Bakal
from extractors.records.subjek import purpose

_PAIR = re.compile(
    r"^[\s,]*(?:atau|\(|/|=|setara|yaitu|yakni|dengan\s+(?:persentase|prosentase|capaian)|"
    r"merupakan\s+[^,.;]{3,90}?\s+atau)"
    r"(?:[\s(]|\b(?:hanya|atau|sebesar|setara|dengan|mencapai|sekitar|persentase|prosentase|capaian|realisasi|"
    r"senilai|terserap|anggaran|sebanyak)\b)*$",
    re.I,
)
_SPLIT = re.compile(
    r"\b(?:terdiri\s+(?:dari|atas)|meliputi|dengan\s+(?:per)?rincian|antara\s+lain|dirinci|yaitu|yakni|"
    r"berasal\s+dari|mencakup)\b|^\s*:",
    re.I,
)
_PARTIAL = re.compile(r"antara\s+lain", re.I)
_OF = re.compile(r"\b(?:dari(?:\s+(?:total|jumlah|seluruh|keseluruhan))?|terdapat)\s*$", re.I)
_SHARE_OF = re.compile(r"\b(?:dari|terhadap)\s+(?:\w+\s+){0,6}(?:sebesar\s+|senilai\s+)?$", re.I)
_PEOPLE = frozenset({"orang", "jiwa", "pegawai", "personil", "asn", "pns", "karyawan", "anggota"})
_RATIOS = ("serapan", "realisasi", "capaian")
_STRUCTURE = frozenset(
    {"program", "kegiatan", "sub kegiatan", "sasaran", "indikator", "tujuan", "misi", "kecamatan", "desa"}
)


def tie_pairs(found: Sequence[Bakal], text: str, names: Iterator[str]) -> None:
    """Ties an amount to the percentage that is printed beside it as the same thing, in either order."""
    for index, (one, two) in enumerate(pairwise(found)):
        if {one.kind, two.kind} != {"amount", "percent"} or one.pair_id:
            continue
        between = text[one.end : two.start]
        if len(between) > 130 or not _PAIR.match(between):
            continue
        whole = found[index - 1] if index else None
        if (
            two.kind == "percent"
            and whole
            and whole.kind == "amount"
            and not whole.pair_id
            and whole.measure != one.measure
            and _SHARE_OF.search(text[whole.end : one.start])
        ):  # "Rp 3 dari anggaran Rp 12 atau 25 %": the percentage is of the first amount
            two.base, two.measure, one = two.base or one.subject, "", whole
        one.pair_id = two.pair_id = next(names)
        if one.kind == "percent" and "merupakan" in between.lower():
            two.subject = one.subject
        behind, _ = purpose(text[two.end : two.end + 120])
        if behind:
            one.subject = two.subject = behind
        elif two.kind == "percent" and not two.measure:
            two.subject = one.subject or two.subject
        if two.kind == "percent" and not two.measure:
            two.measure = "serapan" if one.measure in ("realisasi", "serapan") else one.measure
        elif two.kind == "amount" and not two.measure:
            two.measure = "realisasi" if one.measure == "serapan" else one.measure
        if not two.subject or two.subject.isdigit():
            two.subject = one.subject
        two.year = two.year or one.year


def tie_groups(found: Sequence[Bakal], names: Iterator[str]) -> None:
    """Ties a budget, what was realised of it and the percentage in one sentence; a repeated measure opens the next."""
    open_: dict[str, Bakal] = {}

    def close() -> None:
        if len(open_) >= 2:
            name = next(names)
            for member in open_.values():
                member.group = member.group or name
        open_.clear()

    for one in found:
        if one.kind == "amount" and one.measure in ("anggaran", "realisasi", "serapan"):
            measure = "anggaran" if one.measure == "anggaran" else "realisasi"
            if measure in open_ or "persen" in open_:
                close()
            open_[measure] = one
        elif one.kind == "amount" and one.measure == "selisih":
            continue
        elif one.kind == "amount":
            close()
        elif one.kind == "percent" and open_ and "persen" not in open_:
            strange = one.pair_id and not any(m.pair_id == one.pair_id for m in open_.values())
            if (one.pair_id and not strange) or (not one.pair_id and one.measure in _RATIOS):
                open_["persen"] = one
    close()


def tie_lists(found: Sequence[Bakal], text: str, names: Iterator[str]) -> None:
    """Ties a total and the parts that the same sentence lists after "terdiri dari", "dengan rincian", "dari …"."""
    for index, head in enumerate(found[:-2]):
        if head.list_id or head.kind not in ("amount", "count"):
            continue
        rest = found[index + 1 :]
        between = text[head.end : rest[0].start]
        announced = _SPLIT.search(between[:60])
        noun = head.nilai.noun if head.nilai else ""
        if head.kind == "amount":
            parts = [
                one for one in rest if one.kind == "amount" and one.measure not in ("realisasi", "serapan", "selisih")
            ]
            if not announced or head.measure in ("selisih",):
                continue
        else:
            counted = [one for one in rest if one.kind == "count" and not one.list_id]
            same = [one for one in counted if one.nilai and noun and one.nilai.noun.split()[:1] == noun.split()[:1]]
            if announced and noun not in _STRUCTURE:
                parts = same if noun not in _PEOPLE else [one for one in counted if not one.structural]
            elif _OF.search(text[max(0, head.start - 24) : head.start]) and noun:
                parts = same
            else:
                continue
            if any(one.measure in ("target", "selisih") for one in parts):
                continue
        if len(parts) < 2 or _exceeds(parts, head):
            continue
        name = next(names)
        head.list_id, head.role, head.total_of = name, "total", name
        partial = bool(announced and _PARTIAL.search(announced.group()))
        head.partial = partial
        for one in parts:
            one.list_id, one.role, one.partial = name, "item", partial


def _exceeds(parts: Sequence[Bakal], head: Bakal) -> bool:
    """Whether one part alone is as large as the total: then the sentence lists something else."""
    whole = head.value.value if head.value else None
    return whole is not None and any(
        one.value is not None and one.value.value is not None and one.value.value >= whole for one in parts
    )
