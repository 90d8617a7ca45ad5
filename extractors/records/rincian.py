"""Claims in enumerations: items tied to the total that introduces them, counts to the number of items that follow."""

import re
from collections import Counter
from collections.abc import Sequence

from extractors.records.bakal import Bakal
from extractors.records.daftar import Daftar, introduces
from extractors.records.kalimat import Paragraf

_PART = re.compile(r"\b(program|kegiatan|sub|sasaran|indikator|misi|tujuan|strategi)\b", re.I)
_COLON = re.compile(
    r"(?:(?:yaitu|yakni|antara\s+lain|sebagai\s+berikut|adalah|meliputi|terdiri\s+(?:dari|atas))?\s*[:;]|"
    r"\b(?:yaitu|yakni|sebagai\s+berikut)\s*[.,]?)\s*$",
    re.I,
)
_SHORT = 90  # a longer item is a sentence of its own, not the head of a composition
_SEVERAL = 4  # of so many items one may begin with the name of a level by chance ("Strategi penanganan …")
_COMPOSED = re.compile(r"komposisi|rincian|terdiri|sebagai\s+berikut", re.I)


def tie_items(daftar: Daftar, parts: Sequence[Paragraf], found: dict[int, list[Bakal]]) -> None:
    """Ties the values of the items of a list, and the total that its introduction states.

    A list is partial when it says so ("antara lain") or when some of its items print no value of that kind.
    """
    for kind in ("amount", "count"):
        firsts = [one for index in daftar.items for one in _first(found.get(index, ()), kind)]
        if len(firsts) >= 2:
            break
    else:
        return
    nouns = {one.nilai.noun for one in firsts if one.nilai}
    if kind == "count" and len(nouns) > 1:
        return
    crowded = any(_crowded(found.get(index, ()), kind) for index in daftar.items)
    partial = daftar.partial or crowded or len(firsts) < len(daftar.items)
    for one in firsts:
        if one.list_id is None or (one.role == "total" and one.total_of):
            one.list_id, one.role, one.partial = daftar.id, "item", partial
    if kind == "count" and partial and not daftar.partial:
        return
    total = _total(daftar, parts, found, kind, firsts)
    if total is not None:
        total.total_of = daftar.id
        if total.list_id is None:
            total.list_id, total.role, total.partial = daftar.id, "total", partial


def _total(
    daftar: Daftar, parts: Sequence[Paragraf], found: dict[int, list[Bakal]], kind: str, firsts: Sequence[Bakal]
) -> Bakal | None:
    """The value that introduces a list as its total: the one that the items add up to, else the last one stated."""
    if daftar.lead is None:
        return None
    lead = found.get(daftar.lead, [])
    text = parts[daftar.lead].text
    announced = introduces(text)
    if daftar.parent and daftar.parent[1] != daftar.lead and not lead and announced:
        lead = found.get(daftar.parent[1], [])
    elif not lead and kind == "amount" and parts[daftar.lead].kind == "text" and _COMPOSED.search(text[-160:]):
        lead = [one for one in found.get(daftar.lead - 1, []) if one.measure == "anggaran"]
    composition = daftar.parent is not None and len(text) < _SHORT and parts[daftar.items[0]].text[:1] in "-–•"
    if not announced and not composition:
        return None
    nouns = {one.nilai.noun for one in firsts if one.nilai}
    free = [one for one in lead if one.kind == kind and one.total_of is None]
    if kind == "count":
        free = [one for one in free if one.nilai and {one.nilai.noun} == nouns]
    elif not daftar.partial:
        near = [one for one in free if one.stop >= len(text.rstrip())]  # the sentence that announces the list
        free = [one for one in near or free if one.measure != "selisih"] or near[-1:]
    values = [one.value.value for one in firsts if one.value and one.value.value is not None]
    exact = [one for one in free if one.value and one.value.value == sum(values)]
    return exact[-1] if exact else free[-1] if free else None


def tie_announced(daftar: Daftar, parts: Sequence[Paragraf], found: dict[int, list[Bakal]]) -> None:
    """Notes how many items follow a count that announces them ("4 (empat) kegiatan yaitu :")."""
    if daftar.lead is None or daftar.partial or not _COLON.search(parts[daftar.lead].text):
        return
    lead = found.get(daftar.lead, [])
    last = [one for one in lead if one.sentence == lead[-1].sentence and one.kind == "count"]
    if len(last) != 1 or not last[0].nilai or not last[0].nilai.noun or last[0].total_of:
        return
    if _PART.search(parts[daftar.lead].text, last[0].end):
        return  # "lima misi, setiap misi diturunkan menjadi tujuan, yaitu :"
    items = [parts[index] for index in daftar.items]
    begun = Counter(head.group(1).lower() for item in items if (head := _PART.match(item.text[item.lead :])))
    heads = {head for head, times in begun.items() if times > 1 or len(items) < _SEVERAL}
    numbered = items[-1].marker is not None and items[-1].marker.kind != "bullet"
    counted = any(
        one.kind == "count" and one.nilai and one.nilai.noun == last[0].nilai.noun
        for index in daftar.items
        for one in found.get(index, ())
    )
    complete = not numbered or (items[-1].marker is not None and items[-1].marker.value == len(items))
    if complete and not counted and heads <= {last[0].nilai.noun.split(" ")[0]}:
        last[0].listed = len(items)


def _crowded(drafts: Sequence[Bakal], kind: str) -> bool:
    """Whether one item prints two values side by side ("Kepala (1 orang), Sekretaris (1 orang)")."""
    return kind == "count" and sum(one.kind == "count" and one.list_id is None for one in drafts) > 1


def _first(drafts: Sequence[Bakal], kind: str) -> list[Bakal]:
    for one in drafts:
        if one.kind == kind:
            return [one]
    return []
