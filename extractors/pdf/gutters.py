"""Lines that stand in columns: pieces of a line set apart by white, and columns that hold over several lines.

A column is a stretch of the page that some lines print in, with white on both sides on every line. A line that prints
across the white beside a column of numbers belongs to something else.
"""

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from extractors.pdf.head_lines import with_head_lines
from extractors.tables.cells import VALUES, Shape, is_ordinal, shape
from extractors.tables.vocabulary import is_header_text
from schemas.page import Word

_WHITE = 0.55  # em; a wider gap sets pieces of a line apart
_AFTER_NUMBER = 0.3  # em; the same behind the number that a line begins with
_CURRENCY = re.compile(r"^Rp\.?$", re.IGNORECASE)
_AMOUNT = re.compile(r"\d[.,]\d{3}|\d{4}|\d,-|^[-,.]+$")  # in accounts the currency stands far left of its amount
_WHOLE = re.compile(
    r"(?:Rp\.?)?\d{1,3}(?:\.\d{3})+$|\d{1,3}(?:\.\d{3}){2,},\d\d$"
)  # what prints behind is another number
_FIGURE = re.compile(r"\(?\d{1,3}(?:\.\d{3})*(?:,\d+)?%?\)?$")
_YEAR = re.compile(r"^(?:19|20)\d\d(?:\s*[-/–]\s*(?:19|20)\d\d)?$")
_COLUMN_NUMBER = re.compile(r"^\(\s*\d{1,2}\s*\)(?:\s*=.*)?$|^\d{1,2}\s*=")
_LETTER = re.compile(r"^[a-z]$")
_DIGIT = re.compile(r"\d")
_BEGINS = re.compile(r"(?:tabel|table)\s+\d|BAB\s+[IVX]+\b", re.IGNORECASE)  # another table, or another chapter
_SENTENCE = 25  # letters
_AIM = re.compile(
    r"\W*(?:(?:[IVX]+|\d+)[.)]?\s+)?(?:sasaran|tujuan|misi|program|kegiatan|perspektif|S[SKP]\b|me\w+nya|ter\w+nya)\b",
    re.IGNORECASE,
)  # of a group of rows; captions and chapters are centred, too
_NAME = re.compile(r"[^\W\d_]{3}")
_APART = 3.4  # times the size of the letters: lines further apart do not belong to one table
_LEVEL = 0.35  # em; words that stand up to this much lower are on the same line
_TALL = 2.0  # em; higher boxes are not those of letters
_SUPPORT = 2  # a gutter that this many lines show at most may be an accident


class Piece(NamedTuple):
    """Words of one line with no wide white between them.

    ``middle`` is its height on the page: cells set half a line lower may still stand on one line with others.
    ``kind``: v value, d dash, o ordinal at the start of a line, y year, n number of a column, t other text.
    """

    x0: float
    x1: float
    text: str
    kind: str
    words: list[Word]
    middle: float


class PrintedLine(NamedTuple):
    """One line of a page in pieces, from left to right."""

    top: float
    bottom: float
    size: float
    bold: bool
    pieces: list[Piece]

    @property
    def middle(self) -> float:
        """Half way between top and bottom."""
        return (self.top + self.bottom) / 2

    @property
    def first(self) -> float:
        """The middle of the highest piece."""
        return min(p.middle for p in self.pieces)

    @property
    def last(self) -> float:
        """The middle of the lowest piece."""
        return max(p.middle for p in self.pieces)

    @property
    def is_row(self) -> bool:
        """Whether it looks like (a line of) a row: a value beside something else, or a number before two names."""
        kinds = [p.kind for p in self.pieces]
        if len(kinds) < 2 or "n" in kinds:
            return False
        named = any(p.kind == "t" and _NAME.search(p.text) for p in self.pieces)  # not the ends of broken labels
        return "v" in kinds or (kinds[0] == "o" and len(kinds) >= 3 and named)


class Column(NamedTuple):
    """Where the lines of a table print: ``values``, ``texts`` and ``ordinals`` count the pieces by kind."""

    x0: float
    x1: float
    values: int
    texts: int
    ordinals: int

    @property
    def kind(self) -> str:
        """What most pieces are: v values, o ordinals, t text."""
        if self.ordinals and self.ordinals >= self.values + self.texts:
            return "o"
        numbers = self.values + self.ordinals
        return "v" if numbers and numbers >= self.texts else "t"


def to_printed(words: Sequence[Word]) -> list[PrintedLine]:
    """Upright words as lines in pieces, from top to bottom."""
    out = []
    for line in _level([w for w in words if w.upright]):
        size = max(w.size for w in line) or 10.0
        tall = [_clamped(w) for w in line]
        out.append(
            PrintedLine(
                min(top for top, _ in tall),
                max(bottom for _, bottom in tall),
                size,
                all(w.bold for w in line),
                _pieces(line, size),
            )
        )
    return with_head_lines(out)


def _level(words: list[Word]) -> list[list[Word]]:
    """Words at one height; in centred cells the lines of one column stand between those of the next."""
    lines: list[tuple[float, list[Word]]] = []
    for word in sorted(words, key=_height):
        at = _height(word)
        if lines and at - lines[-1][0] <= 2 * _LEVEL * (word.size or 10.0):
            lines[-1][1].append(word)
        else:
            lines.append((at, [word]))
    return [sorted(line, key=_left) for _, line in lines]


def _height(word: Word) -> float:
    return word.top + word.bottom


def _left(word: Word) -> float:
    return word.x0


def _clamped(word: Word) -> tuple[float, float]:
    """Top and bottom of a word; some fonts say that their letters are several lines high."""
    if word.bottom - word.top <= _TALL * (word.size or 10.0):
        return word.top, word.bottom
    middle = (word.top + word.bottom) / 2
    return middle - 0.6 * word.size, middle + 0.6 * word.size


def _pieces(line: list[Word], size: float) -> list[Piece]:
    groups = [[line[0]]]
    for number, word in enumerate(line[1:]):
        before = groups[-1][-1]
        white = word.x0 - before.x1
        ordinal = number == 0 and is_ordinal(before.text)
        currency = len(groups[-1]) == 1 and _CURRENCY.match(before.text) and _AMOUNT.search(word.text)
        behind = _CURRENCY.match(word.text) and _DIGIT.search(before.text)  # the next column begins with its currency
        behind = behind or (_WHOLE.match(before.text) and _FIGURE.match(word.text))
        if behind or (not currency and (white > _WHITE * size or (ordinal and white > _AFTER_NUMBER * size))):
            groups.append([word])
        else:
            groups[-1].append(word)
    return [_piece(group, first=n == 0) for n, group in enumerate(groups)]


def _piece(words: list[Word], first: bool) -> Piece:
    text = " ".join(w.text for w in words)
    middle = sum(w.top + w.bottom for w in words) / (2 * len(words))
    return Piece(words[0].x0, max(w.x1 for w in words), text, _kind(text, first), words, middle)


def _kind(text: str, first: bool) -> str:
    if _COLUMN_NUMBER.match(text):
        return "n"
    if _YEAR.match(text):
        return "y"
    if first and (is_ordinal(text) or _LETTER.match(text)):
        return "o"
    look = shape(text)
    if look is Shape.DASH:
        return "d"
    return "v" if look in VALUES and _DIGIT.search(text) else "t"


def columns_of(lines: Sequence[PrintedLine]) -> list[Column]:
    """The columns that these lines leave white between them."""
    marks = sorted((p.x0, p.x1, p.kind) for line in lines for p in line.pieces)
    out: list[Column] = []
    for x0, x1, kind in marks:
        value, ordinal = kind in "vdy", kind == "o"
        one = Column(x0, x1, int(value), int(not value and not ordinal), int(ordinal))
        if out and x0 <= out[-1].x1 + 0.5:
            last = out[-1]
            out[-1] = Column(
                last.x0,
                max(last.x1, x1),
                last.values + one.values,
                last.texts + one.texts,
                last.ordinals + one.ordinals,
            )
        else:
            out.append(one)
    return out


def crossed(piece: Piece, columns: Sequence[Column]) -> list[int]:
    """The numbers of the columns that a piece prints in."""
    return [n for n, c in enumerate(columns) if min(c.x1, piece.x1) - max(c.x0, piece.x0) > 0.5]


def find_runs(lines: Sequence[PrintedLine]) -> list[list[int]]:
    """Runs of lines (by number) that can be the rows of one table: rows, and rests of rows between them."""
    runs: list[list[int]] = []
    run: list[int] = []
    for number, line in enumerate(lines):
        if not line.is_row:
            continue
        if run:
            between = list(range(run[-1] + 1, number))
            joined = _joined(lines, run, between, number)
            if joined is not None:
                run = joined
                continue
            runs.append(run)
        run = [number]
    if run:
        runs.append(run)
    return runs


def _joined(lines: Sequence[PrintedLine], run: list[int], between: list[int], number: int) -> list[int] | None:
    """The run with one more row, or None when it begins another table."""
    if len(between) > 12:
        return None
    chain = [run[-1], *between, number]
    for one, other in pairwise(chain):
        if lines[other].middle - lines[one].middle > _APART * max(lines[one].size, lines[other].size):
            return None
    rows = [lines[n] for n in run]
    columns = columns_of([line for line in rows if line.is_row])
    if not _agrees(lines[number], columns, rows):
        return None
    together = columns_of([line for line in (*rows, lines[number]) if line.is_row])
    if len(together) < 2 or (len(together) == 2 and not any(c.kind == "v" for c in together)):
        return None
    if any(_is_header(lines[n]) or _BEGINS.match(lines[n].pieces[0].text) for n in between):
        return None
    if any(not _agrees(lines[n], together, rows) and not is_title(lines[n], together) for n in between):
        return None
    return [*run, *between, number]


def _is_header(line: PrintedLine) -> bool:
    return len(line.pieces) >= 3 and all(p.kind in "ny" or is_header_text(p.text) for p in line.pieces)


def is_title(line: PrintedLine, columns: Sequence[Column]) -> bool:
    """Whether a line runs over the columns like the title of a group of rows: alone, bold, from the left or centred."""
    if len(columns) < 3 or len(line.pieces) > 2 or not line.bold:
        return False
    left, right = line.pieces[0].x0 - columns[0].x0, columns[-1].x1 - line.pieces[-1].x1
    centred = abs(left - right) < 6 * line.size and _AIM.match(line.pieces[0].text)
    return right >= 0 and (abs(left) < 3 * line.size or bool(centred))


def names_group(line: PrintedLine, columns: Sequence[Column]) -> bool:
    """Whether a title names the sasaran or programme of the rows below it, in more words than a label has."""
    text = " ".join(p.text for p in line.pieces)
    return len(text) >= _SENTENCE and _AIM.match(text) is not None and is_title(line, columns)


def _agrees(line: PrintedLine, columns: Sequence[Column], rows: Sequence[PrintedLine]) -> bool:
    """Whether a line keeps the white between columns. Between texts it may print over white that few lines show."""
    for piece in line.pieces:
        over = crossed(piece, columns)
        for a, b in pairwise(over):
            kinds = columns[a].kind + columns[b].kind
            if kinds == "ot" and (line.is_row or len(piece.text) <= 40):
                continue  # a total, or a name that begins under its number
            if "v" in kinds or "o" in kinds:
                return False
            if _shown(columns[a], columns[b], rows) > _SUPPORT:
                return False
    return True


def _shown(left: Column, right: Column, rows: Sequence[PrintedLine]) -> int:
    """How many lines print on both sides of the white between two columns."""
    return sum(
        1
        for line in rows
        if any(left.x0 <= p.x0 <= left.x1 for p in line.pieces)
        and any(right.x0 <= p.x0 <= right.x1 for p in line.pieces)
    )
