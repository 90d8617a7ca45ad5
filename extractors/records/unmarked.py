"""Levels of rows without a sign of their own: by sums, names fixed by regulation, capitals and bold, the header."""

import re
from collections.abc import Sequence
from decimal import Decimal

from extractors.records.money_rows import MoneyRow
from extractors.records.outline import outline_depths, sum_parents
from schemas.number import Printed
from schemas.records import Tingkat

LADDER = (Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN)

# The kegiatan of every agency's supporting programme (Permendagri 90/2019 and its updates), letters only.
_FIXED = re.compile(
    r"^(?:perencanaanpenganggaran|administrasikeuanganperangkat|administrasibarangmilikdaerah|"
    r"administrasipendapatandaerah|administrasikepegawaianperangkat|administrasiumumperangkat|"
    r"pengadaanbarangmilikdaerahpenunjang|(?:penyediaan)?jasapenunjangurusan|"
    r"peme?li\w{0,4}raa?nbarangmilikdaerah|peningkatanpelayananblud)"
)


def is_fixed_kegiatan(name: str) -> bool:
    """True for a kegiatan of the supporting programme, whose names are the same everywhere."""
    return bool(_FIXED.match(re.sub(r"[\W\d_]+", "", name.lower())))


def settle_alone(
    rows: Sequence[MoneyRow], said: list[Tingkat | None], silent: Sequence[int], header: tuple[Tingkat, ...]
) -> None:
    """Rows of a table in which no row names a level: sums, then capitals and bold type, then the header."""
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
    return tuple(_value(p) for p in (row.anggaran, row.realisasi, row.sebelum))


def _value(printed: Printed | None) -> Decimal | None:
    """The amount; a dash counts as nought."""
    if printed is None:
        return None
    return Decimal(0) if printed.missing else printed.value


def _weights(rows: Sequence[MoneyRow]) -> list[int] | None:
    """Depths from capitals and bold type, when the first row is of the heaviest kind and there are two or more."""
    weights = [2 * row.caps + row.bold for row in rows]
    kinds = sorted(set(weights), reverse=True)
    if len(kinds) < 2 or weights[0] != kinds[0] or weights.count(kinds[0]) > len(rows) / 2:
        return None
    return [min(kinds.index(w), 2) for w in weights]


def deepen(rows: Sequence[MoneyRow], said: list[Tingkat | None], silent: Sequence[int]) -> None:
    """Part the silent rows under each programme into kegiatan and sub kegiatan, when the table proves two levels.

    Proof is an outline that adds up under one programme, or kegiatan with fixed names that other rows follow.
    Without proof nothing is changed.
    """
    runs = _runs(said, silent)
    depths = {run[0]: outline_depths([_amounts(rows[i]) for i in run], most=2) for run in runs}
    named = [i for i in silent if is_fixed_kegiatan(rows[i].name.text)]
    followed = len({i + 1 for i in named} & (set(silent) - set(named)))
    if not any(depths.values()) and (len(named) < 2 or followed * 2 < len(named)):
        return
    for run in runs:
        for i, depth in zip(run, depths[run[0]] or _guess([rows[i] for i in run]), strict=True):
            said[i] = LADDER[1 + depth]


def _runs(said: Sequence[Tingkat | None], silent: Sequence[int]) -> list[list[int]]:
    """Silent rows that stand together, no row with a level between them."""
    runs: list[list[int]] = []
    for i in silent:
        if runs and all(level is None for level in said[runs[-1][-1] : i]):
            runs[-1].append(i)
        else:
            runs.append([i])
    return runs


def _guess(rows: Sequence[MoneyRow]) -> list[int]:
    """Depths of rows under one programme whose amounts do not add up throughout. The first row is a kegiatan."""
    if any(is_fixed_kegiatan(row.name.text) for row in rows):
        return [0 if i == 0 or is_fixed_kegiatan(row.name.text) else 1 for i, row in enumerate(rows)]
    weights = _weights(rows)
    if weights is not None:
        return [min(w, 1) for w in weights]
    depths = outline_depths([_amounts(row) for row in rows], most=2, proven=False)
    if depths is not None:
        return depths
    parents = sum_parents([_amounts(row) for row in rows], [i == 0 for i in range(len(rows))])
    return [0 if i == 0 or parent is None else 1 for i, parent in enumerate(parents)]
