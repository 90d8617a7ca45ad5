"""Rows that look like those of a table though no table was read there, in the running lines of any format.

Such a row prints a label and, set apart from it by white, values: amounts, percentages, counts. Two rows whose values
stand under each other make an area, and so does one row with an amount. Sentences, lists of contents, signatures,
formulas, items of lists and the labels of charts are no such rows.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.tables.cells import VALUES, Shape, has_digit, shape

LOOKS_LIKE_A_TABLE = "looks like a table, but was read as running text only"
_LONGEST = 40  # letters of a value with its unit
_NOUNS = 2  # words that a value may have behind it; more make a phrase
_FEWEST = 3  # rows without any label that can be those of a table, and amounts that one such row needs

_LETTERS = re.compile(r"[^\W\d_]")
_CURRENCY = re.compile(r"^Rp\.?$", re.IGNORECASE)
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s*[-–/]\s*(?:19|20)\d\d)?\.?$")
_NO_VALUE = re.compile(
    r"^\(?\d{1,2}\s?[.)]\s*(?:[^\W\d_]|$)"  # an item of a list
    r"|^\d{1,2}(?:\.\d{1,2})+\.\s|^\d{1,2}(?:\.\d{1,2}){2,}(?:\s|$)|\d{12}"  # a heading, the number of a person
    r"|\b(?:januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember|wib|wita)\b",
    re.IGNORECASE,
)
_NO_LABEL = re.compile(
    r"^\W*(?:nip|telp|telepon|tlp|fax|faks\w*|kode\s*pos|nomor|tanggal|pukul|halaman|hal\.?|lembar)\b", re.IGNORECASE
)
_BAND = re.compile(r"^[<>≥≤]|^\d[\d.,]*\s*%?\s*(?:-|–|s\.?/?d\.?|sampai)\s*[<>≥≤]*\s*\d|^[\d.,]+\s*%$", re.IGNORECASE)
_BARE = re.compile(r"^\d{1,3}$")
_COLON = re.compile(r"^:\s*(?=[\d(<>≥≤]|Rp)", re.IGNORECASE)
_FORMULA = re.compile(r"=|^[x×*]$|^[x×]\s", re.IGNORECASE)
_SENTENCE = re.compile(
    r"^(?:dan|atau|dari|sebesar|dengan|adalah|yang|untuk|menjadi|pada|serta|terhadap|maka|sehingga|yaitu)(?P<more>\s|$)"
)
_CONTENTS = re.compile(
    r"^\W*(?:(?:bab|daftar|kata\s+pengantar|lampiran|ringkasan|ikhtisar|pendahuluan|penutup|tabel|gambar|grafik)\b"
    r"|\d{1,2}(?:\.\d{1,2})+\.?(?:\s|$))",
    re.IGNORECASE,
)
LEADER = re.compile(r"[.…_]{4,}")


class Piece(NamedTuple):
    """Words of a line with no wide white between them; ``x0`` and ``x1`` in any unit."""

    x0: float
    x1: float
    text: str


class LooseRow(NamedTuple):
    """A row: ``at`` is the number of its line, ``contents`` tells a title with the number of its page."""

    at: int
    values: tuple[Piece, ...]
    labelled: bool
    contents: bool

    @property
    def numbers(self) -> int:
        """How many numbers its values print."""
        return sum(sum(1 for word in value.text.split() if has_digit(word)) for value in self.values)


_EDGES: tuple[Callable[[Piece], float], ...] = (lambda p: p.x0, lambda p: p.x1, lambda p: (p.x0 + p.x1) / 2)


def loose_row(at: int, pieces: Sequence[Piece]) -> LooseRow | None:
    """A label and values set apart from it, or several values alone; None for other lines."""
    head = label = ""
    values: list[Piece] = []
    leader = False
    for number, piece in enumerate(pieces):
        if LEADER.fullmatch(piece.text):
            leader = True
            continue
        if _FORMULA.search(piece.text) or _goes_on(piece.text, number):
            return None
        value = None if number == 0 and _labelled(piece.text) else _value(piece.text)
        head = head if _labelled(label) else f"{head} {piece.text}".strip()
        if value is not None:
            values.append(piece._replace(text=value))
        elif not _labelled(label):
            label = f"{label} {piece.text}".strip()
            if _labelled(label):  # before the label stand its number, or the band of a scale
                values = [v for v in values if _BAND.match(v.text)]
    labelled = _labelled(label)
    if not values or _NO_LABEL.search(label) or not (labelled or _several(values)):
        return None
    page = len(values) == 1 and _bare(values[0])
    return LooseRow(at, tuple(values), labelled, page and (leader or _CONTENTS.search(head) is not None))


def _goes_on(text: str, number: int) -> bool:
    """Whether a piece is the middle of a sentence; a label may be the wrapped rest of a name ("dan Prasarana")."""
    found = _SENTENCE.match(text)
    return found is not None and (number > 0 or not found["more"])


def _labelled(label: str) -> bool:
    return len(_LETTERS.findall(label)) >= 3


def _bare(value: Piece) -> bool:
    return _BARE.match(value.text) is not None


def _several(values: Sequence[Piece]) -> bool:
    return len(values) > 1 and not all(map(_bare, values))


def _value(text: str) -> str | None:
    """The value that a piece is, without the colon before it; None for other texts."""
    bare = _COLON.sub("", text)
    if not has_digit(bare) or len(bare) > _LONGEST or _YEAR.match(bare) or _NO_VALUE.search(bare):
        return None
    if bare != text:
        return bare
    look = shape(bare)
    if look not in VALUES:
        return None
    words = sum(1 for word in bare.split() if _LETTERS.search(word) and not _CURRENCY.match(word))
    return bare if look is not Shape.MEASURE or words <= _NOUNS else None


def areas_of(rows: Sequence[LooseRow], off: float, near: Callable[[int, int], bool]) -> list[list[LooseRow]]:
    """The rows that make areas.

    Args:
        rows: in the order of their lines.
        off: by how much the values of one column may be off, in the unit of the pieces.
        near: whether two lines, by number, stand close enough to be rows of one table.
    """
    return [members for members in _aligned(rows, off) if _is_area(members, near)]


def _aligned(rows: Sequence[LooseRow], off: float) -> list[list[LooseRow]]:
    """Rows whose values stand under each other, together; each row in one list.

    Rows without a label must share two columns with another: the labels of a chart may share one by chance.
    """
    shared: dict[tuple[int, int], set[int]] = defaultdict(set)
    for edge in _EDGES:
        marks = sorted((edge(value), n, k) for n, row in enumerate(rows) for k, value in enumerate(row.values))
        for column in _columns(marks, off):
            for (above, _), (below, k) in pairwise(sorted(column)):
                if above != below:
                    shared[above, below].add(k)
    owner = list(range(len(rows)))
    for (above, below), columns in sorted(shared.items()):
        if len(columns) > 1 or (rows[above].labelled and rows[below].labelled):
            one, other = _root(owner, above), _root(owner, below)
            owner[max(one, other)] = min(one, other)
    members: dict[int, list[LooseRow]] = defaultdict(list)
    for n, row in enumerate(rows):
        members[_root(owner, n)].append(row)
    return list(members.values())


def _root(owner: list[int], n: int) -> int:
    while owner[n] != n:
        owner[n] = owner[owner[n]]
        n = owner[n]
    return n


def _columns(marks: Sequence[tuple[float, int, int]], off: float) -> Iterator[list[tuple[int, int]]]:
    """Runs of marks at (almost) one place: row and number of the value."""
    run: list[tuple[int, int]] = []
    start = float("-inf")
    for x, n, k in marks:
        if x - start > off:
            if len(run) > 1:
                yield run
            start, run = x, []
        run.append((n, k))
    if len(run) > 1:
        yield run


def _is_area(rows: Sequence[LooseRow], near: Callable[[int, int], bool]) -> bool:
    values = [value for row in rows for value in row.values]
    if len(rows) < _FEWEST and not any(row.labelled for row in rows):
        return any(sum(shape(v.text) is Shape.MONEY for v in row.values) >= _FEWEST for row in rows)
    if len(rows) == 1:
        return _several(values) or shape(values[0].text) is Shape.MONEY
    if sum(row.contents for row in rows) * 2 >= len(rows):
        return False
    return not all(map(_bare, values)) or any(near(a.at, b.at) for a, b in pairwise(rows))
