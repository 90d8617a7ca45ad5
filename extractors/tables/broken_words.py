"""Words that a narrow cell broke over its lines, without a hyphen or at one: joined where the document knows the word.

    Ter|se|dia|ny|a      Pengembanga|n Sistem      buah-|buahan

A line counts as perhaps broken when its only word fills the cell (``FULL``) or ends in a hyphen. What the pieces make
is told by the words that the same document prints whole; pieces that make no such word stay as they are printed.
"""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from schemas.reading import FULL, Reading

_EDGES = " .,:;()[]{}<>\"'“”‘’•▪*/-–—_%&=+!?|#~…"
_CORE = re.compile(r"[^\W_]+(?:[-/.(][^\W_]+)*")
_PARTS = re.compile(r"[-/(]")
_HYPHEN = re.compile(r"[^\W\d_]-$")
_LETTER = re.compile(r"[^\W\d_]")
_LONG = re.compile(r"[^\W\d_]{5,}[a-z]$")
_MOST_PIECES = 14
_LONGEST = 48  # letters
_UNKNOWN = 4  # what a piece that is no word costs, in words


def _core(token: str) -> str:
    return token.casefold() if token.isalnum() else token.strip(_EDGES).casefold()


def _cores(line: str) -> list[str]:
    """The words of a line, as ``_core`` gives them one by one."""
    return [token if token.isalnum() else token.strip(_EDGES) for token in line.casefold().split()]


class _Break(NamedTuple):
    """A line of a cell: its tokens, and whether the last one may go on in the next line."""

    tokens: list[str]
    open: bool


def _lines(text: str) -> list[_Break]:
    lines = text.split("\n")
    out = []
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        tokens = line.split()
        rest = following.lstrip()
        hyphen = bool(tokens) and _HYPHEN.search(tokens[-1]) is not None and _LETTER.match(rest) is not None
        out.append(_Break(tokens, bool(tokens and rest) and (line.endswith(FULL) or hyphen)))
    return out


class WholeWords:
    """The words that a document prints on one line, counted when they are first asked for."""

    def __init__(self, reading: Reading) -> None:
        """``reading`` is the whole document."""
        self._reading = reading
        self._known: dict[str, str] = {}

    @cached_property
    def _runs(self) -> list[list[str]]:
        """What stands on one line, as words; at a break that may stand inside a word an empty one."""
        runs = [_cores(line.text) for line in self._reading.lines]
        for grid in self._reading.grids:
            for cell in grid.cells:
                if FULL not in cell.text and "-\n" not in cell.text:
                    runs += map(_cores, cell.text.split("\n"))
                    continue
                opened = False
                for tokens, is_open in _lines(cell.text):
                    run = [_core(token) for token in tokens]
                    if run and opened:
                        run[0] = ""
                    if run and is_open:
                        run[-1] = ""
                    runs.append(run)
                    opened = is_open
        return runs

    @cached_property
    def _counts(self) -> Counter[str]:
        counts = Counter(chain.from_iterable(self._runs))
        del counts[""]
        for word, times in [(word, times) for word, times in counts.items() if not word.isalnum()]:
            parts = _PARTS.split(word)
            counts.update(dict.fromkeys(filter(None, parts), times) if len(parts) > 1 else ())
        return counts

    @cached_property
    def _pairs(self) -> Counter[tuple[str, str]]:
        return Counter(chain.from_iterable(map(pairwise, self._runs)))

    def count(self, token: str) -> int:
        """How often a word is printed whole; of a compound the rarest part when the whole is not printed."""
        core = _core(token)
        if not core or not _CORE.fullmatch(core):
            return 0
        return self._counts[core] or min((self._counts[p] for p in _PARTS.split(core)), default=0)

    def apart(self, left: str, right: str) -> int:
        """How often two words are printed beside each other."""
        return self._pairs[_core(left), _core(right)]

    def join(self, text: str) -> str:
        """The text of a cell with its broken words joined; other line breaks stay, marks are gone."""
        if FULL not in text and "-\n" not in text:
            return text
        known = self._known.get(text)
        if known is None:
            known = self._known[text] = _joined(text, self)
        return known


def _joined(text: str, words: WholeWords) -> str:
    out: list[str] = []
    run: list[str] = []
    for tokens, is_open in _lines(text):
        for place, token in enumerate(tokens, 1):
            run.append(token)
            last = place == len(tokens)
            if not (last and is_open):
                out += [_segmented(run, words), "\n" if last else " "]
                run = []
    return "".join(out).strip()


def _segmented(broken: Sequence[str], words: WholeWords) -> str:
    """Pieces, each at the end of its line, as the fewest whole words; joined ones only beside what is a word too."""
    pieces: Sequence[str] = _with_last_letters(broken)
    if len(pieces) == 1:
        return pieces[0]
    cost = [0.0] + [float("inf")] * len(pieces)
    step = [1] * (len(pieces) + 1)
    for end in range(1, len(pieces) + 1):
        size = 0
        for length in range(1, min(end, _MOST_PIECES) + 1):
            size += len(pieces[end - length])
            if size > _LONGEST:
                break
            part = pieces[end - length : end]
            price = (1 if _is_word(part[0], words) else _UNKNOWN) if length == 1 else _price(part, words)
            if price is not None and cost[end - length] + price < cost[end]:
                cost[end], step[end] = cost[end - length] + price, length
    parts: list[Sequence[str]] = []
    end = len(pieces)
    while end:
        parts.append(pieces[end - step[end] : end])
        end -= step[end]
    parts.reverse()
    known = [len(part) > 1 or _is_word(part[0], words) for part in parts]
    written = []
    for n, part in enumerate(parts):
        sure = len(part) > 1 and all(known[max(0, n - 1) : n + 2])
        written.append(_written(part, words) if sure else "\n".join(part))
    return "\n".join(written)


def _with_last_letters(pieces: Sequence[str]) -> list[str]:
    """A single small letter is no word: after a long piece it is that word's last one ("Terlaksanany|a")."""
    out: list[str] = []
    for piece in pieces:
        if out and len(piece) == 1 and piece.islower() and _LONG.search(out[-1]):
            out[-1] += piece
        else:
            out.append(piece)
    return out


def _is_word(piece: str, words: WholeWords) -> bool:
    return words.count(piece) > 0 or not any(c.isalpha() for c in piece)


def _price(part: Sequence[str], words: WholeWords) -> int | None:
    """One for pieces that make a word of the document, None for others and for what it prints apart as often."""
    if not all(_may_meet(left, right) for left, right in pairwise(part)):
        return None
    whole = _written(part, words)
    count = words.count(whole) if any(map(str.isalpha, whole)) else 0
    if not count:
        return None
    for k in range(1, len(part)):
        if words.apart("".join(part[:k]), "".join(part[k:])) >= count:
            return None
    return 1


def _may_meet(left: str, right: str) -> bool:
    """Two pieces of one word: letters or digits, a hyphen or stroke between them, the bracket that closes the word."""
    if left[-1].islower() and right[0].isupper():
        return False
    inside = left[-1].isalnum() or left[-1] in "-/("
    return inside and (right[0].isalnum() or right[0] in "-/" or right == ")")


def _written(part: Sequence[str], words: WholeWords) -> str:
    """The joined word; a hyphen at a line end stays unless only the word without it is known."""
    whole = "".join(part)
    if any(_HYPHEN.search(piece) for piece in part[:-1]) and not words.count(whole):
        bare = "".join([*(piece[:-1] if _HYPHEN.search(piece) else piece for piece in part[:-1]), part[-1]])
        if words.count(bare):
            return bare
    return whole
