"""Plants errors into documents already read: at numbers that the document confirms.

An amount that one sum alone confirms could as well be any other amount of that sum: errors are planted where two
relations contradict them, of percentages and copies where one does.
"""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from random import Random
from typing import TypeVar

from benchmarks.verdicts import Planted
from schemas.document import Document
from schemas.finding import Evidence
from schemas.number import Printed
from schemas.printing import print_number
from schemas.records import Anggaran, Tingkat
from schemas.relation import Op, Relation, Verdict
from schemas.result import Checked
from validators.corrected import corrected
from validators.engine import judge
from validators.names import normal

_T = TypeVar("_T")
Mutant = tuple[Planted, Document]
_LEAST = 10_000  # smaller amounts have too few digits to tell one slip from another
_FEW = 3
_TWICE = 2
_HIGH = 90


def mutants(checked: Checked, each: int, seed: int) -> Iterator[Mutant]:
    """Up to ``each`` documents with one error for every kind that this document has places for."""
    sure = _confirmed(checked)
    for make in (_digit, _transposed, _total, _percent, _dropped, _narrative):
        yield from make(checked, sure, each, Random(seed))


def _confirmed(checked: Checked) -> dict[str, list[Relation]]:
    """Relations that hold, by the key of every number in them; numbers that some relation contradicts left out."""
    wrong: set[str] = set()
    found: dict[str, list[Relation]] = {}
    for judgement in checked.judgements:
        keys = [n.key for n in (judgement.relation.result, *judgement.relation.inputs)]
        if judgement.verdict is Verdict.AGREES:
            for key in keys:
                found.setdefault(key, []).append(judgement.relation)
        elif judgement.verdict is Verdict.DISAGREES:
            wrong |= set(keys)
    return {key: relations for key, relations in found.items() if not wrong & _around(relations)}


def _around(relations: list[Relation]) -> set[str]:
    return {n.key for r in relations for n in (r.result, *r.inputs)}


def _contradicted(relations: list[Relation], key: str, text: str) -> int:
    """How many relations would no longer hold with another number."""
    return sum(judge(r, values={key: Decimal(text)}).verdict is Verdict.DISAGREES for r in relations)


def _amounts(
    checked: Checked, sure: dict[str, list[Relation]], keep: Callable[[Anggaran], bool]
) -> list[tuple[str, Printed]]:
    """Amounts of rows that a sum of other printed numbers or an equal copy confirms."""
    found = []
    for row in checked.document.anggaran:
        for cell in (row.anggaran, row.realisasi):
            if cell is None or cell.value is None or cell.value < _LEAST or not cell.exact or not keep(row):
                continue
            key = _key(cell)
            sums = [r for r in sure.get(key, ()) if r.op is Op.SUM and len(r.inputs) > 1 and r.rule in ("B101", "B102")]
            if sums:
                found.append((key, cell))
    return found


def _digit(checked: Checked, sure: dict[str, list[Relation]], each: int, chance: Random) -> Iterator[Mutant]:
    places = _amounts(checked, sure, lambda row: row.tingkat is not Tingkat.TOTAL)
    yield from _planted("digit", checked, sure, places, each, chance, _other_digit, _TWICE)


def _total(checked: Checked, sure: dict[str, list[Relation]], each: int, chance: Random) -> Iterator[Mutant]:
    places = _amounts(checked, sure, lambda row: row.tingkat is Tingkat.TOTAL)
    yield from _planted("jumlah", checked, sure, places, each, chance, _other_digit, _TWICE)


def _transposed(checked: Checked, sure: dict[str, list[Relation]], each: int, chance: Random) -> Iterator[Mutant]:
    places = _amounts(checked, sure, lambda row: True)
    yield from _planted("transposisi", checked, sure, places, each, chance, _exchanged, _TWICE)


def _percent(checked: Checked, sure: dict[str, list[Relation]], each: int, chance: Random) -> Iterator[Mutant]:
    cells = [r.persen for r in checked.document.anggaran] + [r.capaian for r in checked.document.indikator]
    places = [
        (_key(cell), cell)
        for cell in cells
        if cell is not None
        and cell.value is not None
        and cell.decimals
        and any(r.result.key == _key(cell) and r.op in (Op.RATIO, Op.FORMULA) for r in sure.get(_key(cell), ()))
    ]
    yield from _planted("persen", checked, sure, places, each, chance, _off, 1)


def _narrative(checked: Checked, sure: dict[str, list[Relation]], each: int, chance: Random) -> Iterator[Mutant]:
    """An amount in a sentence that equals the one of its row."""
    places = [
        (klaim.id, klaim.value)
        for klaim in checked.document.klaim
        if klaim.value is not None
        and klaim.value.value is not None
        and klaim.value.value >= _LEAST
        and any(r.op is Op.EQUAL and r.result.key == klaim.id for r in sure.get(klaim.id, ()))
    ]
    for planted, document in _planted("narasi", checked, sure, places, each, chance, _other_digit, 1):
        yield planted, _said(document, planted.before, planted.after)


def _said(document: Document, before: str, after: str) -> Document:
    """With the changed amount in the sentences too: a claim is tied to its row by where it stands in its sentence."""
    changed = {k.text for k in document.klaim if k.value is not None and k.value.raw == after}
    klaim = tuple(
        k.model_copy(update={"text": k.text.replace(before, after)}) if k.text in changed else k for k in document.klaim
    )
    return document.model_copy(update={"klaim": klaim})


def _planted(
    kind: str,
    checked: Checked,
    sure: dict[str, list[Relation]],
    places: list[tuple[str, Printed]],
    each: int,
    chance: Random,
    change: Callable[[str, Random], str],
    least: int,
) -> Iterator[Mutant]:
    """The first ``each`` places, in random order, where the change contradicts ``least`` relations or more."""
    made = 0
    for key, cell in chance.sample(places, len(places)):
        text = change(str(cell.value), chance)
        if made < each and text != str(cell.value) and _contradicted(sure[key], key, text) >= least:
            made += 1
            yield _changed(checked.document, kind, key, cell, text)


def _dropped(checked: Checked, sure: dict[str, list[Relation]], each: int, chance: Random) -> Iterator[Mutant]:
    """A row that is printed in another table too, taken out from under a parent whose sum held."""
    document = checked.document
    by_id = {row.id: row for row in document.anggaran}
    parents = {
        key for key, relations in sure.items() if any(r.result.key == key and r.rule == "B101" for r in relations)
    }
    elsewhere: dict[tuple[Decimal, str], set[str]] = {}
    for row in document.anggaran:
        if row.anggaran is not None and row.anggaran.value is not None:
            elsewhere.setdefault((row.anggaran.value, normal(row.uraian)), set()).add(row.table)
    has_rows = {row.induk for row in document.anggaran}
    places = []
    for row in document.anggaran:
        above = by_id.get(row.induk or "")
        if (
            above is None
            or above.anggaran is None
            or row.anggaran is None
            or row.anggaran.value is None
            or row.id in has_rows
        ):
            continue
        held = _key(above.anggaran) in parents
        siblings = sum(other.induk == row.induk for other in document.anggaran)
        if (
            held
            and siblings >= _FEW
            and row.anggaran.value >= _LEAST
            and len(elsewhere[row.anggaran.value, normal(row.uraian)]) > 1
        ):
            places.append((row.id, above.anggaran))
    for name, cell in _drawn(places, each, chance):
        row = by_id[name]
        tables = tuple(
            t.model_copy(update={"rows": tuple(r for r in t.rows if r.index != row.row)}) if t.id == row.table else t
            for t in document.tables
        )
        left = tuple(other for other in document.anggaran if other.id != name)
        assert row.anggaran is not None
        planted = Planted("baris_hilang", _same_row(cell), row.anggaran.raw, "", name)
        yield planted, document.model_copy(update={"anggaran": left, "tables": tables})


def _changed(document: Document, kind: str, key: str, cell: Printed, text: str) -> Mutant:
    value = Decimal(text)
    raw = print_number(value, decimals=cell.decimals)
    planted = Planted(kind, _same_cell(cell), str(cell.raw), raw, key)
    return planted, corrected(document, {key: value}, {key: raw})


def _same_cell(cell: Printed) -> Callable[[Evidence], bool]:
    place = cell.place
    return lambda e: (
        (e.page, e.line, e.table, e.row, e.column)
        == (
            place.page,
            place.line,
            place.table,
            place.row,
            place.column,
        )
    )


def _same_row(cell: Printed) -> Callable[[Evidence], bool]:
    place = cell.place
    return lambda e: (e.table, e.row) == (place.table, place.row)


def _key(cell: Printed) -> str:
    return f"{cell.place.table}.{cell.place.row}.{cell.place.column}"


def _drawn(places: list[_T], each: int, chance: Random) -> list[_T]:
    return chance.sample(places, min(each, len(places)))


def _other_digit(text: str, chance: Random) -> str:
    whole = text.split(".", maxsplit=1)[0]
    at = chance.randrange(len(whole))
    digits = [d for d in "0123456789" if d != whole[at] and not (d == "0" and at == 0)]
    return text[:at] + chance.choice(digits) + text[at + 1 :]


def _exchanged(text: str, chance: Random) -> str:
    whole = text.split(".", maxsplit=1)[0]
    pairs = [
        (a, b) for a, b in pairwise(range(len(whole))) if whole[a] != whole[b] and not (a == 0 and whole[b] == "0")
    ]
    if not pairs:
        return text
    a, b = chance.choice(pairs)
    return text[:a] + text[b] + text[a] + text[b + 1 :]


def _off(text: str, chance: Random) -> str:
    value = Decimal(text)
    return str(value + Decimal(chance.randint(15, 90)) / 10 * (-1 if value > _HIGH else 1))
