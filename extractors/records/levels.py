"""The level of each row of a budget table.

What a row says of itself comes first (prefix, code of the standard form, its column in a matrix, the words total and
belanja). The remaining rows share the level of the rows that are numbered like them; a way of numbering that nothing
names stands one level below the row it first follows. Where rows are not numbered at all, sums tell the outline, then
capitals and bold type, then the header.
"""

import re
from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import TypeAlias

from extractors.records import jumlah
from extractors.records.kode import code_depth, code_level
from extractors.records.money_rows import MoneyRow, NameColumns
from extractors.records.outline import outline_depths
from extractors.records.penomoran import number_style, ordinal
from schemas.records import Tingkat
from schemas.table import Kind, Table

Signature: TypeAlias = tuple[str, int]
NONE: Signature = ("none", 0)
LADDER = (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN)
_ABOVE = re.compile(r"^(?:sasaran(?: strategis)?|tujuan|misi|urusan|bidang urusan)\b(?!\s+program)", re.IGNORECASE)
_UNIT = re.compile(
    r"^(?:dinas|badan|kantor|kecamatan|inspektorat|sekretariat|rsud|uptd?|bidang|bagian|sub bagian|opd|skpd)\b",
    re.IGNORECASE,
)
_SUB = re.compile(r"sub\s*-?\s*keg", re.IGNORECASE)
_KEGIATAN = re.compile(r"kegiatan", re.IGNORECASE)
_PROGRAM = re.compile(r"program", re.IGNORECASE)


def find_levels(table: Table, rows: Sequence[MoneyRow], names: NameColumns) -> list[Tingkat]:
    """One level for each row, headings without amounts included."""
    title = f"{table.caption} {table.before}"
    labels = " ".join(c.label for c in table.columns)
    revenue = jumlah.is_revenue_table(title, labels)
    loose = names.by_indicator or table.kind is Kind.EFISIENSI
    said = [_said(row, loose or revenue) for row in rows]
    _parts_of_accounts(rows, said)
    _agency(rows, said)
    _unnamed(rows, said)
    if not any(level is None for level in said):
        return [level or Tingkat.LAINNYA for level in said]
    header = _header_levels(table, names)
    signatures = _signatures(rows, said)
    _spread(rows, said, signatures, header)
    return [level or Tingkat.LAINNYA for level in said]


def is_above(text: str) -> bool:
    """A sasaran, tujuan, misi or urusan: it stands above programmes."""
    return bool(_ABOVE.match(text))


def _said(row: MoneyRow, loose: bool) -> Tingkat | None:
    """The level that a row itself tells, None when it is silent."""
    name = row.name
    if jumlah.is_total(name.text):
        return Tingkat.TOTAL
    if name.flow:
        return Tingkat.LAINNYA
    if name.kode and (level := code_level(name.kode)) is not None and not loose:
        return level
    if jumlah.is_account(name.text):
        return Tingkat.BELANJA
    if row.column_level is not None:
        return row.column_level
    if loose or jumlah.is_revenue(name.text) or _ABOVE.match(name.text):
        return Tingkat.LAINNYA
    return name.level


def _parts_of_accounts(rows: Sequence[MoneyRow], said: list[Tingkat | None]) -> None:
    """Rows under an account that only name a part of it are accounts too; under Belanja Tidak Langsung all are."""
    under = indirect = False
    for i, row in enumerate(rows):
        text = row.name.text
        if said[i] is Tingkat.BELANJA:
            under = True
            indirect = jumlah.is_indirect(text) or (indirect and not jumlah.heads_programmes(text))
        elif said[i] is not None:
            under = indirect = False
        elif row.filled and text and (indirect or (under and jumlah.is_part_of_account(text))):
            said[i] = Tingkat.BELANJA
        elif row.filled:
            under = False


def _agency(rows: Sequence[MoneyRow], said: list[Tingkat | None]) -> None:
    """A first row that names the agency and stands right above programmes is their total."""
    filled = [i for i, row in enumerate(rows) if row.filled]
    if len(filled) < 2 or said[filled[0]] is not None or not _UNIT.match(rows[filled[0]].name.text):
        return
    below = next((said[i] for i in range(filled[0] + 1, len(rows)) if said[i] is not None), None)
    if below is Tingkat.PROGRAM:
        said[filled[0]] = Tingkat.TOTAL


def _unnamed(rows: Sequence[MoneyRow], said: list[Tingkat | None]) -> None:
    """A single row without a name at the very end is the total."""
    bare = [i for i, row in enumerate(rows) if row.filled and not row.name.text and row.column_level is None]
    filled = [i for i, row in enumerate(rows) if row.filled]
    if len(bare) == 1 and len(filled) > 2 and bare[0] == filled[-1] and not rows[bare[0]].name.kode:
        said[bare[0]] = Tingkat.TOTAL


def _header_levels(table: Table, names: NameColumns) -> tuple[Tingkat, ...]:
    """The levels that the header of the name column announces, else those of caption and headings."""
    label = " ".join(table.columns[i].label for i in names.names if i < len(table.columns))
    for text in (label, f"{table.caption} {table.before}", table.section):
        found = _levels_in(text)
        if found:
            return found
    return ()


def _levels_in(text: str) -> tuple[Tingkat, ...]:
    rest = _SUB.sub(" ", text)
    found = [
        Tingkat.PROGRAM if _PROGRAM.search(rest) else None,
        Tingkat.KEGIATAN if _KEGIATAN.search(re.sub(r"\bsub\s*kegiatan", " ", text, flags=re.IGNORECASE)) else None,
        Tingkat.SUB_KEGIATAN if _SUB.search(text) else None,
    ]
    return tuple(level for level in found if level is not None)


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


def _spread(
    rows: Sequence[MoneyRow],
    said: list[Tingkat | None],
    signatures: Sequence[Signature],
    header: tuple[Tingkat, ...],
) -> None:
    """Give silent rows their level."""
    silent = [i for i, row in enumerate(rows) if said[i] is None and row.filled]
    if not silent:
        return
    spoken = [i for i, level in enumerate(said) if level in LADDER]
    if not spoken and len({signatures[i] for i in silent}) == 1:
        _alone(rows, said, silent, header)
        return
    _hush(rows, said, signatures)
    anchors = _anchors(rows, said, signatures, silent, header)
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
        if bare and len(bare) * 6 < silent:
            for i in bare:
                said[i] = None


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
    """True when rows that name the level and silent rows are numbered in one increasing list."""
    if signature[0] == "code":
        return True
    last, restarts = 0, 0
    for i, row in enumerate(rows):
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


def _alone(
    rows: Sequence[MoneyRow], said: list[Tingkat | None], silent: Sequence[int], header: tuple[Tingkat, ...]
) -> None:
    """Rows without any sign of their level: sums, then capitals and bold type, then the header."""
    if len(header) == 1:
        depths: Sequence[int] | None = None
    else:
        depths = outline_depths([_amounts(rows[i]) for i in silent], most=max(2, len(header) or 3))
        if depths is None:
            depths = _weights([rows[i] for i in silent])
    if depths is None:
        level = header[-1] if header else Tingkat.LAINNYA
        for i in silent:
            said[i] = level
        return
    top = LADDER.index(header[0]) if header else 0
    for i, depth in zip(silent, depths, strict=True):
        said[i] = LADDER[min(top + depth, 2)]


def _amounts(row: MoneyRow) -> tuple[Decimal | None, ...]:
    return tuple(p.value if p is not None else None for p in (row.anggaran, row.realisasi, row.sebelum))


def _weights(rows: Sequence[MoneyRow]) -> list[int] | None:
    """Depths from capitals and bold type, when the first row is of the heaviest kind and there are two or more."""
    weights = [2 * row.caps + row.bold for row in rows]
    kinds = sorted(set(weights), reverse=True)
    if len(kinds) < 2 or weights[0] != kinds[0] or weights.count(kinds[0]) > len(rows) / 2:
        return None
    return [min(kinds.index(w), 2) for w in weights]
