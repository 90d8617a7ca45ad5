"""Header lines of a table without drawn borders as cells: wrapped labels joined, labels over several columns found."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.pdf.gutters import Column, Piece, PrintedLine, crossed
from extractors.tables.vocabulary import role_of
from schemas.page import Word
from schemas.table import Role

_LEAF = re.compile(
    r"^(?:(?:19|20)\d\d\*?|tahun|target|realisasi|capaian|anggaran|fisik|keuangan|kinerja|rp\.?|\(?rp\.?\)?|\(?%\)?|k|"
    r"tw\.?\s*[iv1-4]+|triwulan\s*[iv1-4]+|[iv]{1,3}|awal|akhir|volume|satuan|jumlah|persen)(?:\s*\(.*\))?$",
    re.IGNORECASE,
)
_LEAVES = {Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.ANGGARAN, Role.REALISASI_ANGGARAN, Role.PERSEN}
_EQUAL = 4.0  # points of difference between two guesses that do not count
_UNEQUAL = 0.25  # of the distance of two labels: as much as one column may be wider than the other
_OFF = 12.0  # points by which a label may be off the middle of the columns that it names


class HeadCell(NamedTuple):
    """One header cell: its words and the slots that it covers."""

    row: int
    column: int
    rowspan: int
    colspan: int
    words: list[Word]


class _Label(NamedTuple):
    piece: Piece
    middle: float
    over: list[int]


class _Lower(NamedTuple):
    """What stands below a label in one column: the text of all its lines, and the stretch that they cover."""

    text: str
    x0: float
    x1: float

    @property
    def middle(self) -> float:
        return (self.x0 + self.x1) / 2

    @property
    def is_leaf(self) -> bool:
        """Whether it is a label such as stand below a common one; narrow columns break words."""
        return _LEAF.match(self.text) is not None or role_of(self.text) in _LEAVES


def head_cells(header: Sequence[PrintedLine], columns: Sequence[Column]) -> tuple[int, list[HeadCell]]:
    """Number of header rows and their cells: labels over columns, labels, numbers of columns."""
    labels: list[_Label] = []
    numbers: list[_Label] = []
    for line in header:
        numbered = sum(p.kind == "n" for p in line.pieces) * 2 > len(line.pieces)
        for piece in line.pieces:
            over = crossed(piece, columns) or [_nearest(piece, columns)]
            (numbers if numbered else labels).append(_Label(piece, line.middle, over))
    groups = _groups(labels, columns)
    depth = 2 if groups else 1 if labels else 0
    cells: list[HeadCell] = []
    grouped: dict[int, tuple[int, int]] = {}
    for members, first, last in groups:
        cells.append(HeadCell(0, first, 1, last - first + 1, [w for m in members for w in m.piece.words]))
        grouped |= dict.fromkeys(range(first, last + 1), (first, last))
    used = {id(m) for members, _, _ in groups for m in members}
    below: dict[int, list[Word]] = {}
    for label in labels:
        if id(label) not in used:
            below.setdefault(_best(label.piece, label.over, columns), []).extend(label.piece.words)
    for c, words in below.items():
        under = c in grouped
        cells.append(HeadCell(1 if under else 0, c, depth - 1 if under else depth, 1, words))
    if numbers:
        row: dict[int, list[Word]] = {}
        for label in numbers:
            row.setdefault(_best(label.piece, label.over, columns), []).extend(label.piece.words)
        cells.extend(HeadCell(depth, c, 1, 1, words) for c, words in row.items())
    return depth + bool(numbers), cells


def _groups(labels: list[_Label], columns: Sequence[Column]) -> list[tuple[list[_Label], int, int]]:
    """Labels over several columns with the first and last of these; lines of one label together."""
    found: list[tuple[list[_Label], int, int]] = []
    for label in labels:
        lower = _lower(label, labels)
        several = len(label.over) > 1
        wrapped = next((g for g in found if several and set(label.over) <= set(range(g[1], g[2] + 1))), None)
        if wrapped is not None:
            wrapped[0].append(label)
            continue
        span = _span(label, labels, lower, columns)
        if span is not None and not any(f <= span[1] and span[0] <= last for _, f, last in found):
            found.append(([label], *span))
    return found


def _lower(label: _Label, labels: list[_Label]) -> dict[int, _Lower]:
    below: dict[int, list[Piece]] = {}
    for other in sorted(labels, key=lambda o: o.middle):
        if other.middle > label.middle + 2 and len(other.over) == 1:
            below.setdefault(other.over[0], []).append(other.piece)
    return {
        c: _Lower("".join(p.text for p in pieces), min(p.x0 for p in pieces), max(p.x1 for p in pieces))
        for c, pieces in below.items()
    }


def _span(
    label: _Label, labels: list[_Label], lower: dict[int, _Lower], columns: Sequence[Column]
) -> tuple[int, int] | None:
    """The columns under a label, by what stands below it and where its middle is."""
    taken = {c for o in labels if o is not label and o.middle <= label.middle + 2 for c in o.over}
    beside = [o for o in labels if o is not label and abs(o.middle - label.middle) <= 2]
    free = [c for c in lower if c not in taken and not any(_nearer(lower[c], o, label) for o in beside)]
    first, last = min(label.over), max(label.over)
    several = last > first
    if not all(c in free for c in label.over):
        return None
    if not several and not lower[first].is_leaf:
        return None
    middle = (label.piece.x0 + label.piece.x1) / 2
    fitting: list[tuple[float, int, int]] = []
    for i in range(first, -1, -1):
        if i not in free or (i < first and not lower[i].is_leaf):
            break
        for j in range(last, len(columns)):
            if j not in free or (j > last and not lower[j].is_leaf):
                break
            if j == i:
                continue
            centre = (lower[i].middle + lower[j].middle) / 2
            off = abs(centre - middle)
            if off <= (_allowed(lower[i], lower[j]) if j == i + 1 else _OFF):
                fitting.append((off, i, j))
    if fitting:  # the widest of those that fit equally well
        least = min(fitting)[0]
        _, i, j = max((f for f in fitting if f[0] <= least + _EQUAL), key=lambda f: f[2] - f[1])
        return i, j
    return (first, last) if several else None


def _nearer(one: _Lower, other: _Label, label: _Label) -> bool:
    """Whether a lower label stands nearer to another label of the same line."""
    return abs(one.middle - _middle(other)) < abs(one.middle - _middle(label)) - _EQUAL


def is_over_two(piece: Piece, header: Sequence[PrintedLine]) -> bool:
    """True for a label centred in the white between two columns that have labels of their own below it."""
    low = [p for line in header for p in line.pieces if p.middle > piece.middle + 2 and _LEAF.match(p.text)]
    middle = (piece.x0 + piece.x1) / 2
    left = max((p for p in low if p.x1 <= middle), key=lambda p: p.x1, default=None)
    right = min((p for p in low if p.x0 >= middle), key=lambda p: p.x0, default=None)
    if left is None or right is None:
        return False
    return abs((left.x0 + left.x1 + right.x0 + right.x1) / 4 - middle) <= _allowed(left, right)


def _allowed(left: Piece | _Lower, right: Piece | _Lower) -> float:
    """How far a label over two columns may be off the middle of theirs: they need not be equally wide."""
    return max(_OFF, _UNEQUAL * ((right.x0 + right.x1) - (left.x0 + left.x1)) / 2)


def _middle(label: _Label) -> float:
    return (label.piece.x0 + label.piece.x1) / 2


def _best(piece: Piece, over: list[int], columns: Sequence[Column]) -> int:
    return max(over, key=lambda c: min(columns[c].x1, piece.x1) - max(columns[c].x0, piece.x0))


def _nearest(piece: Piece, columns: Sequence[Column]) -> int:
    middle = (piece.x0 + piece.x1) / 2
    return min(range(len(columns)), key=lambda c: abs((columns[c].x0 + columns[c].x1) / 2 - middle))
