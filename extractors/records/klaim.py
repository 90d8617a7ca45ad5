"""Claims in running text: every amount, percentage, count, predicate and direction, and what it speaks of."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from extractors.records.arah import find_arah
from extractors.records.bakal import Bakal
from extractors.records.daftar import Daftar, find_daftar, introduces
from extractors.records.kalimat import Paragraf, paragraphs, sentences
from extractors.records.kelompok import tie_groups, tie_lists, tie_pairs
from extractors.records.nilai import find_nilai
from extractors.records.perubahan import tie_changes
from extractors.records.predikat import PREDIKAT, Predikat, find_predikat
from extractors.records.subjek import (
    base,
    compared,
    is_hollow,
    measure,
    percent_measure,
    quoted,
    stage,
    subject,
    topic,
    year,
)
from schemas.number import Form
from schemas.reading import Reading
from schemas.records import Identity, Klaim
from schemas.table import Table

_SASARAN = re.compile(
    r"^(?:\d{1,2}[.)]\s*)?(?:tujuan\s*\d+\s*,?\s*)?sasaran(?:\s+(?:strat\w+|program|opd|"
    r"pd))?\s*(?:ke\s?-?\s?)?(?P<number>\d{1,2}|[IVX]{1,4})?\s*"
    r"[:.\-–]\s*(?P<name>[^.;]{0,200}?)(?=\s+mendapat\b|[.;]|$)",
    re.I,
)
_NUMERAL = re.compile(r"\d[\d.,]*")
_WORD = re.compile(r"[^\W\d]{2,}")
_PREDIKAT = re.compile(rf"\b{PREDIKAT}\b", re.I)
_OPENING = re.compile(rf"^\W*(?P<label>{PREDIKAT})\b", re.I)
_AFTER_NOUN = re.compile(
    rf"\s*(?:(?:yang|dengan|tercapai|ber|dalam|secara)?\s*(?:kategori|tercapai|"
    rf"predikat)?\s+)?(?P<label>{PREDIKAT})\b",
    re.I,
)
_CHANGE = re.compile(
    r"\b(?:(?P<naik>naik|meningkat|peningkatan|kenaikan|bertambah|lebih\s+(?:tinggi|besar))|(?P<turun>turun|menurun|"
    r"penurunan|berkurang|pengurangan|lebih\s+(?:rendah|kecil)))\b",
    re.I,
)
_BY = re.compile(
    r"^(?:\s+(?!dari|menjadi|ke|mencapai|hingga|sampai|adalah|target)[a-z]+){0,4}\s*(?:sebesar|sebanyak|senilai|"
    r"hanya|:)?\s*$",
    re.I,
)
_NAMED = re.compile(r"(?:persentase|prosentase|jumlah|tingkat|angka|indikator|laju|program|kegiatan|nilai)\s+$", re.I)
_STRUCTURE = frozenset(
    {"indikator", "sasaran", "aspek", "program", "kegiatan", "sub kegiatan", "unsur", "desa", "opd", "skpd"}
)
_ATTRIBUTE = re.compile(
    r"^(?:jumlah|total|anggaran|pagu|alokasi|(?:ter)?realisasi|target|output|keluaran|capaian|dana|input|masukan|"
    r"keseluruhan|penyerapan)\b",
    re.I,
)
_WITHIN = re.compile(r"\s*(?:,-)?\s*(?:pada|dalam|untuk|di)\b", re.I)
_THEN = re.compile(r"(?:setelah|sesudah|sebelum|menjadi|anggaran\s+tersebut|dapat|ada\s+penambahan)\b", re.I)
_PART = re.compile(r"(program|kegiatan|sub|sasaran|indikator|misi|tujuan|strategi)\b", re.I)
_COLON = re.compile(
    r"(?:yaitu|yakni|antara\s+lain|sebagai\s+berikut|adalah|meliputi|terdiri\s+(?:dari|atas))?\s*[:;]\s*$", re.I
)
_COMPOSED = re.compile(r"komposisi|rincian|terdiri|sebagai\s+berikut", re.I)


def find_klaim(reading: Reading, tables: Sequence[Table], identity: Identity) -> tuple[Klaim, ...]:
    """The claims of a document in reading order; their ids are "k1", "k2" and so on.

    Lines inside tables are not read here; references, dates and labels are no claims. ``tables`` and ``identity``
    are part of the contract of all record finders and not needed yet.
    """
    del tables, identity
    parts = paragraphs(reading.lines, (grid.order for grid in reading.grids))
    found: dict[int, list[Bakal]] = {}
    names = (f"n{number}" for number in count(1))
    sasaran: str | None = None
    known, above, spoken = "", "", False
    for index, part in enumerate(parts):
        if part.kind == "toc":
            continue
        body = part.text[_lead(part) :]
        named = _SASARAN.match(body)
        if named:
            sasaran = named["name"].strip(" :.-–") or f"sasaran {named['number']}"
            spoken = len(body) > named.end() + 40  # it speaks of the sasaran itself, so what follows may not
        elif part.heading or (spoken and part.kind == "text"):
            sasaran, spoken = None, False
        opening = topic(body)
        if part.kind in ("heading", "caption"):
            known = above = opening
            continue
        if opening:
            known = opening
        elif part.kind == "text" and not _ATTRIBUTE.match(body):
            known = above
        if not _prose(body):
            continue
        drafts = _drafts(index, part, known, sasaran, names)
        if drafts:
            found[index] = drafts
    _drop_definitions(parts, found)
    for daftar in find_daftar(parts):
        _tie(daftar, parts, found)
        _announced(daftar, parts, found)
    ordered = [draft for index in sorted(found) for draft in found[index]]
    ids = {id(draft): f"k{number}" for number, draft in enumerate(ordered, 1)}
    return tuple(draft.klaim(parts[draft.part].text, ids) for draft in ordered)


def _drop_definitions(parts: Sequence[Paragraf], found: dict[int, list[Bakal]]) -> None:
    """Takes out the bands of a scale that stands as a list: two paragraphs in a row that judge a range or a limit."""
    bands = [
        index
        for index, drafts in found.items()
        if {one.value.form for one in drafts if one.value} <= {Form.RANGE, Form.BOUND}
        and any(one.value for one in drafts)
        and len(parts[index].text) < 170
        and _PREDIKAT.search(parts[index].text)
    ]
    for index in bands:
        if index - 1 in bands or index + 1 in bands:
            del found[index]


def _prose(text: str) -> bool:
    """Whether a paragraph reads as text, not as a row of numbers that fell out of a table."""
    digits = len(_NUMERAL.findall(text))
    return digits <= 2 or digits <= 0.6 * len(_WORD.findall(text))


def _drafts(index: int, part: Paragraf, known: str, sasaran: str | None, names: Iterator[str]) -> list[Bakal]:
    text = part.text
    skip = _lead(part)
    values = [n for n in find_nilai(text) if n.start >= skip]
    drafts: list[Bakal] = []
    for start, stop in sentences(text):
        begin = max(start, skip)
        inside = [n for n in values if start <= n.start < stop]
        local: list[Bakal] = []
        last = free = begin  # after the last value, after the last value that is no count
        for position, nilai in enumerate(inside):
            before = text[last if nilai.kind == "count" else free : nilai.start]
            after = text[nilai.end : inside[position + 1].start if position + 1 < len(inside) else stop]
            draft = Bakal(nilai.kind, index, start, stop, nilai.start, nilai.end, nilai)
            draft.place = part.place(nilai.start)
            draft.order = part.line_at(nilai.start).order
            draft.section, draft.sasaran = part.section, sasaran
            draft.value = nilai.printed(draft.place)
            opening = topic(before.lstrip())
            said = measure(before.replace(opening, "", 1) if opening else before, nilai.kind == "amount")
            whole = text[begin : nilai.start]
            draft.measure = said.name if said else None
            draft.subject = subject(before, after, quoted(text[: nilai.start]) or known)
            if nilai.kind == "percent":
                draft.base = base(after)
                draft.measure = percent_measure(draft.measure, whole[-120:])
            if said and said.name == "selisih" and not opening:
                _changed(draft, before, said.end, after)
            if draft.measure is None and nilai.kind == "amount" and local and local[-1].kind == "amount":
                draft.measure = local[-1].measure if local[-1].measure != "selisih" else None
            if not draft.subject and local:
                draft.subject = local[-1].subject
            elif local and _same_indicator(local[0], draft):
                draft.subject = local[0].subject
            elif local and nilai.kind == "amount" and _THEN.match(draft.subject):
                draft.subject = local[-1].subject
            draft.year = year(text[start:stop], nilai.start - start, after)
            close = after[:40] if nilai.kind == "amount" and _WITHIN.match(after) else ""
            draft.stage = stage(close) or stage(before.rsplit(",", 1)[-1])
            local.append(draft)
            last = nilai.end
            free = free if nilai.kind == "count" else last
        if local:
            tie_pairs(local, text, names)
            tie_groups(local, names)
            tie_lists(local, text, names)
        drafts += _judged(index, part, (start, stop), local, known, sasaran)
    tie_changes(drafts, text)
    return drafts


def _same_indicator(first: Bakal, draft: Bakal) -> bool:
    """Whether a hollow "realisasi …", "capaian …" goes on with the indicator that opened the sentence."""
    opened = first.kind in ("percent", "measure") or (first.kind == "count" and not _structural(first))
    return opened and draft.kind != "amount" and draft.measure is not None and is_hollow(draft.subject)


def _structural(one: Bakal) -> bool:
    """Whether the thing counted is a part of the plan (indikator, program …), not an output."""
    return one.nilai is not None and one.nilai.noun.split(" ")[0] in _STRUCTURE


def _changed(draft: Bakal, before: str, end: int, after: str) -> None:
    """Keeps "selisih" only where the value is the amount of a change, and notes its direction."""
    changes = list(_CHANGE.finditer(before[:end]))
    last = changes[-1] if changes else None
    if last and (not _BY.match(before[end:]) or _NAMED.search(before[: last.start()])):
        draft.measure = None
        return
    draft.base = compared(after)
    if last:
        draft.label = "naik" if last["naik"] else "turun"


def _judged(
    index: int, part: Paragraf, span: tuple[int, int], local: list[Bakal], known: str, sasaran: str | None
) -> list[Bakal]:
    """The claims of a sentence with its predicates and directions added, in order."""
    start, stop = span
    sentence = part.text[start:stop]
    added: list[Bakal] = []

    def draft(kind: str, begin: int, end: int, near: Bakal | None) -> Bakal:
        new = Bakal(kind, index, start, stop, start + begin, start + end)
        new.place, new.order = part.place(start + begin), part.line_at(start + begin).order
        new.section, new.sasaran = part.section, sasaran
        if near:
            new.value, new.subject, new.measure, new.year = near.value, near.subject, near.measure, near.year
        else:
            new.subject = subject(sentence[:begin], "", known)
            said = measure(sentence[:begin])
            new.measure = said.name if said and said.name != "selisih" else None
            new.year = year(sentence, begin)
        return new

    if local:
        _count_labels(part.text, local)
    for predikat in find_predikat(sentence):
        near = _near(local, start + predikat.start, start + predikat.end)
        if (
            near
            and near.nilai
            and (near.kind == "count" or near.nilai.noun)
            and near.nilai.noun.split(" ")[0] in _STRUCTURE
        ):
            near.label = near.label or predikat.label
            continue
        new = draft("predicate", predikat.start, predikat.end, near if _judgeable(near, predikat) else None)
        new.label = predikat.label
        added.append(new)
    for arah in find_arah(sentence):
        amount = next(
            (one for one in local if 0 <= one.start - (start + arah.end) <= 60 and one.measure == "selisih"), None
        )
        if amount:
            amount.base = amount.base or arah.base
            amount.label = amount.label or arah.label
            continue
        before = [one for one in local if one.end <= start + arah.start]
        new = draft("trend", arah.start, arah.end, before[-1] if before else None)
        new.label, new.base = arah.label, arah.base
        if before and before[-1].kind == "count":
            new.nilai = before[-1].nilai
        if new.value is not None or new.measure:
            added.append(new)
    return sorted([*local, *added], key=lambda one: one.start)


def _count_labels(text: str, local: Sequence[Bakal]) -> None:
    """Notes the predicate that stands beside a count, after it or at the opening of the sentence."""
    for one in local:
        if one.kind in ("count", "percent") and one.nilai and one.nilai.noun.split(" ")[0] in _STRUCTURE:
            noun = text.lower().find(one.nilai.noun.split(" ")[-1], one.start)
            found = _AFTER_NOUN.match(text, noun + len(one.nilai.noun.split(" ")[-1])) if noun >= 0 else None
            if found:
                one.label = " ".join(found["label"].lower().split())
    opening = _OPENING.match(text[local[0].sentence : local[0].stop])
    first = next(
        (one for one in local if one.kind == "count" and one.nilai and one.nilai.noun.split(" ")[0] in _STRUCTURE), None
    )
    if opening and first and not first.label:
        first.label = " ".join(opening["label"].lower().split())


def _near(local: Sequence[Bakal], begin: int, end: int) -> Bakal | None:
    before = [one for one in local if one.end <= begin and begin - one.end <= 160]
    if before:
        return before[-1]
    after = [one for one in local if one.start >= end and one.start - end <= 90 and one.kind in ("percent", "measure")]
    return after[0] if after else None


def _judgeable(near: Bakal | None, predikat: Predikat) -> bool:
    """A predicate is said of a percentage or a measure, never of rupiah or of a number of things."""
    return near is not None and near.kind in ("percent", "measure") and near.measure != "selisih"


def _tie(daftar: Daftar, parts: Sequence[Paragraf], found: dict[int, list[Bakal]]) -> None:
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


def _announced(daftar: Daftar, parts: Sequence[Paragraf], found: dict[int, list[Bakal]]) -> None:
    """Notes how many items follow a count that announces them ("4 (empat) kegiatan yaitu :")."""
    if daftar.lead is None or daftar.partial or not _COLON.search(parts[daftar.lead].text):
        return
    lead = found.get(daftar.lead, [])
    last = [one for one in lead if one.sentence == lead[-1].sentence and one.kind == "count"]
    if len(last) != 1 or not last[0].nilai or not last[0].nilai.noun or last[0].total_of:
        return
    items = [parts[index] for index in daftar.items]
    heads = {head.group(1).lower() for item in items if (head := _PART.match(item.text[_lead(item) :]))}
    numbered = items[-1].marker is not None and items[-1].marker.kind != "bullet"
    complete = not numbered or (items[-1].marker is not None and items[-1].marker.value == len(items))
    if complete and heads <= {last[0].nilai.noun.split(" ")[0]}:
        last[0].listed = len(items)


def _lead(part: Paragraf) -> int:
    return part.marker.length if part.marker else 0


def _first(drafts: Sequence[Bakal], kind: str) -> list[Bakal]:
    for one in drafts:
        if one.kind == kind:
            return [one]
    return []
