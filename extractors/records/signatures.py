"""Levels by numbering: rows that are coded or numbered alike share a level."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import TypeAlias

from extractors.records.kode import code_depth
from extractors.records.money_rows import MoneyRow
from extractors.records.penomoran import number_style, ordinal
from extractors.records.unmarked import LADDER, deepen, settle_alone
from schemas.records import Tingkat

Signature: TypeAlias = tuple[str, int]
NONE: Signature = ("none", 0)


def _signatures(rows: Sequence[MoneyRow], said: Sequence[Tingkat | None]) -> list[Signature]:
    """How each row is coded or numbered."""
    found: list[Signature] = []
    previous: str | None = None
    for row in rows:
        name = row.name
        if name.kode and code_depth(name.kode) > 1:
            found.append(("code", code_depth(name.kode)))
            continue
        style = number_style(name.kode or name.nomor, previous)
        found.append((style.kind, style.depth) if style else NONE)
        if style and style.kind in {"roman", "upper"}:
            previous = name.nomor
    return found


def spread(rows: Sequence[MoneyRow], said: list[Tingkat | None], header: tuple[Tingkat, ...]) -> None:
    """Give the rows that are silent about their level one, in place. ``header`` holds the levels it announces."""
    signatures = _signatures(rows, said)
    silent = [i for i, row in enumerate(rows) if said[i] is None and row.filled]
    if not silent:
        return
    spoken = [i for i, level in enumerate(said) if level in LADDER]
    if not spoken and len({signatures[i] for i in silent}) == 1:
        settle_alone(rows, said, silent, header)
        return
    _hush(rows, said, signatures)
    anchors = _anchors(rows, said, signatures, silent, header)
    if anchors.get(NONE) is Tingkat.KEGIATAN:
        deepen(rows, said, [i for i in silent if said[i] is None and signatures[i] == NONE and rows[i].name.text])
    current: Tingkat | None = None
    for i, row in enumerate(rows):
        level = said[i]
        signature = signatures[i]
        if level is None and not row.filled and row.name.text and signature != NONE:
            level = said[i] = anchors.get(signature)  # a numbered heading without amounts
        elif level is None and row.filled:
            if signature not in anchors:
                anchors[signature] = _first(rows, i, signature, current, header, signatures, said)
            level = said[i] = anchors[signature] if row.name.text or current is None else current
        if level in LADDER:
            current = level


def _hush(rows: Sequence[MoneyRow], said: list[Tingkat | None], signatures: Sequence[Signature]) -> None:
    """A level word that only begins a few names of a numbered list is part of those names."""
    for signature in set(signatures) - {NONE}:
        mine = [i for i, row in enumerate(rows) if signatures[i] == signature and row.filled]
        bare = [i for i in mine if said[i] in LADDER and said[i] is rows[i].name.level and not rows[i].name.firm]
        bare = [i for i in bare if rows[i].column_level is None]
        silent = sum(said[i] is None for i in mine)
        if bare and len(bare) * 6 < silent and _rising(rows, mine):
            for i in bare:
                said[i] = None


def _rising(rows: Sequence[MoneyRow], mine: Sequence[int]) -> bool:
    """True when the rows are numbered in one list, a few slips aside."""
    numbers = [ordinal(rows[i].name.kode or rows[i].name.nomor) or 0 for i in mine]
    return sum(b <= a for a, b in pairwise(numbers)) * 20 <= len(numbers)


def _anchors(
    rows: Sequence[MoneyRow],
    said: Sequence[Tingkat | None],
    signatures: Sequence[Signature],
    silent: Sequence[int],
    header: tuple[Tingkat, ...],
) -> dict[Signature, Tingkat]:
    """The level of every way of numbering that some row names."""
    anchors: dict[Signature, Tingkat] = {}
    for signature in {signatures[i] for i in silent}:
        spoken = [i for i, level in enumerate(said) if level in LADDER and signatures[i] == signature]
        words = Counter(level for i in spoken if (level := said[i]) is not None)
        if not words:
            continue
        level = words.most_common(1)[0][0]
        if signature == NONE:
            firm = any(rows[i].name.firm for i in spoken)
            mute = sum(signatures[i] == signature for i in silent)
            anchors[signature] = _below_words(words, mute, firm, header)
        elif _one_list(rows, said, signatures, signature, level):
            anchors[signature] = level
        else:
            anchors[signature] = _below_words(words, 0, True, header)
    return anchors


def _below_words(words: Counter[Tingkat], mute: int, firm: bool, header: tuple[Tingkat, ...]) -> Tingkat:
    """The level of rows without a word among rows that have one: below the deepest level that is usual there.

    A first word "Kegiatan" without a colon may be part of a name, so that a few such rows stand beside the others.
    """
    programs, activities = words[Tingkat.PROGRAM], words[Tingkat.KEGIATAN]
    usual = activities and (firm or activities * 4 >= mute) and activities >= min(programs, 2)
    if usual and (not header or Tingkat.SUB_KEGIATAN in header or firm):
        return Tingkat.SUB_KEGIATAN
    if programs or activities:
        return Tingkat.KEGIATAN
    return Tingkat.SUB_KEGIATAN


def _one_list(
    rows: Sequence[MoneyRow],
    said: Sequence[Tingkat | None],
    signatures: Sequence[Signature],
    signature: Signature,
    level: Tingkat,
) -> bool:
    """True when rows that name the level and silent rows are numbered in one increasing list.

    Below each row of a higher level the list may begin again.
    """
    if signature[0] == "code":
        return True
    last, restarts = 0, 0
    higher = LADDER[: LADDER.index(level)]
    for i, row in enumerate(rows):
        if said[i] in higher and signatures[i] != signature:
            last = 0
        if signatures[i] != signature or said[i] not in {None, level}:
            continue
        value = ordinal(row.name.kode or row.name.nomor)
        if value is None:
            return False
        restarts += value <= last
        last = value
    return restarts == 0 or signature[0] == "roman"


def _first(
    rows: Sequence[MoneyRow],
    i: int,
    signature: Signature,
    current: Tingkat | None,
    header: tuple[Tingkat, ...],
    signatures: Sequence[Signature],
    said: Sequence[Tingkat | None],
) -> Tingkat:
    """The level of a way of numbering where it first appears: one below the row before it."""
    if current is not None:
        return LADDER[min(LADDER.index(current) + 1, 2)]
    later = [
        level for j, level in enumerate(said) if j > i and level in LADDER and signatures[j] != signature and level
    ]
    if later:  # it stands above what is named below it
        return LADDER[max(LADDER.index(later[0]) - 1, 0)]
    return header[0] if header else Tingkat.PROGRAM
