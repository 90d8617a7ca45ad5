"""Claims in enumerations: items tied to the total that introduces them, counts to the number of items that follow."""

import re
from collections.abc import Sequence

from extractors.records.bakal import Bakal
from extractors.records.daftar import Daftar, introduces
from extractors.records.kalimat import Paragraf

_PART = re.compile(r"(program|kegiatan|sub|sasaran|indikator|misi|tujuan|strategi)\b", re.I)
_COLON = re.compile(
    r"(?:yaitu|yakni|antara\s+lain|sebagai\s+berikut|adalah|meliputi|terdiri\s+(?:dari|atas))?\s*[:;]\s*$", re.I
)
_COMPOSED = re.compile(r"komposisi|rincian|terdiri|sebagai\s+berikut", re.I)


def tie_items(daftar: Daftar, parts: Sequence[Paragraf], found: dict[int, list[Bakal]]) -> None:
    """Ties the values of the items of a list, and the total that its introduction states."""
    kinds = {}
    for kind in ("amount", "count"):
        firsts = [(index, one) for index in daftar.items for one in _first(found.get(index, ()), kind)]
        if len(firsts) >= 2:
            kinds[kind] = firsts
    if not kinds:
        return
    kind = "amount" if "amount" in kinds else "count"
    firsts = kinds[kind]
    lead = found.get(daftar.lead, []) if daftar.lead is not None else []
    nouns = {one.nilai.noun for _, one in firsts if one.nilai}
    totals = [one for one in lead if one.kind == kind and not (one.measure == "selisih" and not daftar.partial)]
    if kind == "count":
        totals = [one for one in totals if one.nilai and nouns == {one.nilai.noun}]
        if len(nouns) > 1:
            return
    if daftar.parent is None and daftar.lead is not None and not introduces(parts[daftar.lead].text):
        totals = []
    if (
        not totals
        and kind == "amount"
        and daftar.lead
        and _COMPOSED.search(parts[daftar.lead].text[-160:])
        and not lead
    ):
        totals = [one for one in found.get(daftar.lead - 1, []) if one.kind == "amount" and one.measure == "anggaran"]
    for _, one in firsts:
        if one.list_id is None:
            one.list_id, one.role, one.partial = daftar.id, "item", daftar.partial
    if totals and totals[-1].total_of is None:
        total = totals[-1]
        total.total_of = daftar.id
        if total.list_id is None:
            total.list_id, total.role, total.partial = daftar.id, "total", daftar.partial


def tie_announced(daftar: Daftar, parts: Sequence[Paragraf], found: dict[int, list[Bakal]]) -> None:
    """Notes how many items follow a count that announces them ("4 (empat) kegiatan yaitu :")."""
    if daftar.lead is None or daftar.partial or not _COLON.search(parts[daftar.lead].text):
        return
    lead = found.get(daftar.lead, [])
    last = [one for one in lead if one.sentence == lead[-1].sentence and one.kind == "count"]
    if len(last) != 1 or not last[0].nilai or not last[0].nilai.noun or last[0].total_of:
        return
    items = [parts[index] for index in daftar.items]
    heads = {head.group(1).lower() for item in items if (head := _PART.match(item.text[item.lead :]))}
    numbered = items[-1].marker is not None and items[-1].marker.kind != "bullet"
    complete = not numbered or (items[-1].marker is not None and items[-1].marker.value == len(items))
    if complete and heads <= {last[0].nilai.noun.split(" ")[0]}:
        last[0].listed = len(items)


def _first(drafts: Sequence[Bakal], kind: str) -> list[Bakal]:
    for one in drafts:
        if one.kind == kind:
            return [one]
    return []
