"""The claims that the sentences of one paragraph make: each value with what it speaks of."""

import re
from collections.abc import Iterator

from extractors.records.bakal import Bakal
from extractors.records.kalimat import Paragraf, sentences
from extractors.records.kelompok import tie_groups, tie_lists, tie_pairs
from extractors.records.nilai import find_nilai
from extractors.records.penilaian import judged
from extractors.records.perubahan import tie_changes
from extractors.records.subjek import (
    base,
    compared,
    is_hollow,
    measure,
    percent_measure,
    purpose,
    quoted,
    stage,
    subject,
    topic,
    year,
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
_WITHIN = re.compile(r"\s*(?:,-)?\s*(?:pada|dalam|untuk|di)\b", re.I)
_THEN = re.compile(r"(?:setelah|sesudah|sebelum|menjadi|anggaran\s+tersebut|dapat|ada\s+penambahan)\b", re.I)


def statements(index: int, part: Paragraf, known: str, sasaran: str | None, names: Iterator[str]) -> list[Bakal]:
    """The claims of a paragraph in order.

    ``index`` is its number, ``known`` the programme, kegiatan or belanja it stands under, ``sasaran`` the sasaran it
    is about, ``names`` yields fresh names for ties.
    """
    text = part.text
    skip = part.lead
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
            previous = next((one for one in reversed(local) if one.kind == "amount"), None)
            if nilai.kind == "amount" and previous and (said is None or said.weak):
                draft.measure = previous.measure if previous.measure != "selisih" else draft.measure
            if not draft.subject and local:
                draft.subject = local[-1].subject
            elif local and _same_indicator(local[0], draft):
                draft.subject = local[0].subject
            elif local and nilai.kind == "amount" and _THEN.match(draft.subject):
                draft.subject = local[-1].subject
            draft.year = year(text[start:stop], nilai.start - start, after)
            close = after[:40] if nilai.kind == "amount" and _WITHIN.match(after) else ""
            draft.stage = stage(close) or stage(before.rsplit(",", 1)[-1])
            behind, skipped = purpose(after)
            if behind and nilai.kind in ("percent", "amount"):
                draft.subject = behind
            local.append(draft)
            last = nilai.end + skipped
            free = free if nilai.kind == "count" else last
        if local:
            tie_pairs(local, text, names)
            tie_groups(local, names)
            tie_lists(local, text, names)
        drafts += judged(index, part, (start, stop), local, known, sasaran)
    tie_changes(drafts, text)
    return drafts


def _same_indicator(first: Bakal, draft: Bakal) -> bool:
    """Whether a hollow "realisasi …", "capaian …" goes on with the indicator that opened the sentence."""
    opened = first.kind in ("percent", "measure") or (first.kind == "count" and not first.structural)
    return opened and draft.kind != "amount" and draft.measure is not None and is_hollow(draft.subject)


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
