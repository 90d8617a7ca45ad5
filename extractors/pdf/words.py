"""Words from glyphs: split at spaces, gaps and cell borders as an eye would, never by the order of the file."""

from collections.abc import Iterable
from typing import Any

import numpy as np

from extractors.pdf.glyphs import Glyphs
from extractors.pdf.marks import Mark
from extractors.pdf.overflow import parted, untangled
from extractors.pdf.signs import clean
from schemas.page import Word

Array = Any

_BLANK = np.array([0x20, 0xA0, 0x09, 0x0A, 0x0D, 0x200B, 0x2028, 0xFEFF, 0x3000, *range(0x2000, 0x200B)])
_IS_BLANK = np.zeros(0x10000, bool)
_IS_BLANK[_BLANK] = True
_SPACED_GAP = 0.10  # em; a space glyph of less than this was taken back by kerning
_PLAIN_GAP = 0.24  # em; a gap without a space glyph
_INK_GAP = 0.38  # em; the same between boxes of ink, as sideways text has them
_SEAM = 0.4  # points; letters of one word stand closer
_SLANT = 0.15  # em; boxes of upright letters overlap less
_LETTERS = 4  # pairs of letters that tell how far boxes overlap
_BACK = 0.45  # em; how far a glyph may reach back into the one before
_OVER = 0.15  # em; a glyph that reaches back so far into a word whose letters merely touch begins another word
_TOUCHING = 0.06  # em between letters that merely touch
_R, _P, _ZERO, _NINE = ord("R"), ord("p"), ord("0"), ord("9")
_ONE = 0.01  # points; letters of a ligature share its box
_KERNED = 0.08  # em by which parts of one word may overlap
_STEP = 0.3  # em; words of one size whose baselines differ so much stand on two lines
_RAISED = 0.2  # em of the letter before; a small digit that stands so much higher is a superscript
_SMALLER = 0.8  # size of a superscript in that of the letter before
_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


class Piece:
    """A word in the making, in PDF coordinates; ``run`` is the text object of its first glyph."""

    __slots__ = ("bottom", "left", "legible", "right", "run", "runs", "size", "text", "top", "upright")

    def __init__(
        self,
        text: str,
        box: tuple[float, float, float, float],
        size: float,
        run: int,
        legible: bool,
        upright: bool,
    ) -> None:
        self.text, self.size, self.run, self.legible, self.upright = text, size, run, legible, upright
        self.left, self.bottom, self.right, self.top = box
        self.runs = {run}

    def cut(self, at: int) -> "list[Piece]":
        """Its first ``at`` letters and the others, as words of their own."""
        x = self.left + (self.right - self.left) * at / len(self.text)
        parts = (self.text[:at], self.left, x), (self.text[at:], x, self.right)
        out = [
            Piece(text, (left, self.bottom, right, self.top), self.size, self.run, self.legible, self.upright)
            for text, left, right in parts
        ]
        for piece in out:
            piece.runs = self.runs
        return out


def find_pieces(glyphs: Glyphs, borders: list[Mark]) -> list[Piece]:
    """All words of the page in content order. ``borders`` are vertical lines: no word reaches over one."""
    drawn = np.fromiter((bool(one.obj) for one in glyphs.runs), bool, len(glyphs.runs))
    inked = drawn[glyphs.run] & ~_IS_BLANK[np.minimum(glyphs.codes, 0xFFFF)]
    flat = np.fromiter((one.angle in (0, 180) for one in glyphs.runs), bool, len(glyphs.runs))[glyphs.run]
    index = untangled(glyphs, np.flatnonzero(inked & flat))
    pieces = parted(_tidy(_pieces(glyphs, index, borders, upright=True), borders), borders)
    sideways = np.flatnonzero(inked & ~flat)
    if len(sideways):
        pieces += _pieces(glyphs, sideways, [], upright=False)
    return pieces


def _pieces(glyphs: Glyphs, index: Array, borders: list[Mark], upright: bool) -> list[Piece]:
    if not len(index):
        return []
    codes, run, boxes = glyphs.codes[index], glyphs.run[index], glyphs.boxes[index]
    if upright:
        start, low, end, high = boxes.T
    else:  # along the baseline instead of along x; the direction is that of the first sideways run
        up = np.fromiter((one.angle != 270 for one in glyphs.runs), bool, len(glyphs.runs))[run]
        start = np.where(up, boxes[:, 1], -boxes[:, 3])
        end = np.where(up, boxes[:, 3], -boxes[:, 1])
        low = np.where(up, -boxes[:, 2], boxes[:, 0])
        high = np.where(up, -boxes[:, 0], boxes[:, 2])
    size = np.fromiter((one.size for one in glyphs.runs), float, len(glyphs.runs))[run]
    keep = ~_doubles(codes, start, end, low, size)
    if not keep.all():
        index, codes, run, boxes = index[keep], codes[keep], run[keep], boxes[keep]
        start, end, low, high, size = start[keep], end[keep], low[keep], high[keep], size[keep]
    em = np.minimum(size[1:], size[:-1])
    spaced = np.diff(index) > 1
    rights = boxes[:, 2]
    if upright:
        end = rights = _without_slant(start, end, spaced, run, em)
    gap = start[1:] - end[:-1]
    overlap = np.minimum(high[1:], high[:-1]) - np.maximum(low[1:], low[:-1])
    lesser = np.minimum(high[1:] - low[1:], high[:-1] - low[:-1])
    split = (
        (gap > np.where(spaced, _SPACED_GAP, _PLAIN_GAP if upright else _INK_GAP) * em)
        | (gap < -_BACK * np.maximum(em, 1.0))
        | (overlap < 0.4 * lesser)
        | _overrun(gap, np.diff(low), size, run, em)
    )
    split &= ~((np.abs(np.diff(boxes, axis=0)) < _ONE).all(axis=1) & (run[1:] == run[:-1]) & ~spaced)
    if borders:
        _split_at_borders(split, end[:-1], start[1:], low, high, run, borders)
    _split_at_currency(split, codes)
    first = np.concatenate(([0], np.flatnonzero(split) + 1))
    last = np.append(first[1:], len(codes))
    if upright:
        codes = _superscripts(codes, low, size, split)
    text = "".join(map(chr, codes.tolist()))
    left, bottom = np.minimum.reduceat(boxes[:, 0], first), np.minimum.reduceat(boxes[:, 1], first)
    right, top = np.maximum.reduceat(rights, first), np.maximum.reduceat(boxes[:, 3], first)
    mapped = np.logical_or.reduceat(glyphs.unmapped[index], first)
    found = []
    for s, e, box, em_, number, broken in zip(
        first.tolist(),
        last.tolist(),
        zip(left.tolist(), bottom.tolist(), right.tolist(), top.tolist(), strict=True),
        size[first].tolist(),
        run[first].tolist(),
        mapped.tolist(),
        strict=True,
    ):
        written, legible = text[s:e], True
        if not (written.isascii() and written.isprintable()):
            written, legible = clean(written, glyphs.runs[number].font)
        found.append(Piece(written, box, em_, number, legible and not broken, upright))
    return found


def _overrun(gap: Array, step: Array, size: Array, run: Array, em: Array) -> Array:
    """Where a word begins inside the end of another one that is too long for its cell, or half a line higher."""
    other = run[1:] != run[:-1]
    calm = np.abs(gap) < _TOUCHING * em
    before, after = np.concatenate(([True], calm[:-1])), np.concatenate((calm[1:], [True]))
    same = np.abs(np.diff(size)) < 0.05 * em
    return other & same & (((gap < -_OVER * em) & before & after) | (np.abs(step) > _STEP * em))


def _split_at_currency(split: Array, codes: Array) -> None:
    """An "Rp" right behind an amount belongs to the amount in the next column."""
    start = (codes[1:-1] == _R) & (codes[2:] == _P) & (codes[:-2] >= _ZERO) & (codes[:-2] <= _NINE)
    split[:-1] |= start


def _superscripts(codes: Array, low: Array, size: Array, split: Array) -> Array:
    """Small raised digits at the end of a word or number are footnote marks and powers: they become superscripts."""
    smaller = ~split & (size[1:] < _SMALLER * size[:-1]) & (np.diff(low) > _RAISED * size[:-1])
    if not smaller.any():
        return codes
    codes = codes.copy()
    for start in (np.flatnonzero(smaller) + 1).tolist():
        end = start
        while end < len(codes) and size[end] == size[start] and abs(low[end] - low[start]) < 0.1 * size[start]:
            if end > start and split[end - 1]:
                break
            codes[end] = ord(chr(codes[end]).translate(_SUPERSCRIPTS))
            end += 1
    return codes


def _without_slant(start: Array, end: Array, spaced: Array, run: Array, em: Array) -> Array:
    """Where glyphs end without their slant: boxes of slanted letters reach over the next letter, all alike."""
    inside = ~spaced & (run[1:] == run[:-1])
    gap = start[1:] - end[:-1]
    over = inside & (gap < -_SLANT * em)
    if 50 * np.count_nonzero(over) < len(gap):
        return end
    for number in np.unique(run[1:][over]).tolist():
        here = inside & (run[1:] == number)
        middle = float(np.median(gap[here]))
        if np.count_nonzero(here) >= _LETTERS and middle < -_SLANT * float(em[here][0]):
            end = np.where(run == number, np.maximum(end + middle, start), end)
    return end


def _doubles(codes: Array, start: Array, end: Array, low: Array, size: Array) -> Array:
    """Glyphs drawn twice with a tiny shift to look bold."""
    double = np.zeros(len(codes), bool)
    double[1:] = (
        (codes[1:] == codes[:-1])
        & (np.abs(start[1:] - start[:-1]) < 0.3 * np.maximum(end[1:] - start[1:], 0.1))
        & (np.abs(low[1:] - low[:-1]) < 0.15 * size[1:])
    )
    return double


def _split_at_borders(
    split: Array, ends: Array, starts: Array, low: Array, high: Array, run: Array, borders: list[Mark]
) -> None:
    """What meets at a drawn border without touching belongs to two cells, however close it stands."""
    xs = np.sort(np.fromiter(((b.x0 + b.x1) / 2 for b in borders), float, len(borders)))
    reach = np.minimum(ends, starts) - 0.3, np.maximum(ends, starts) + 0.3
    near = ~split & (_objects_end(run) | (starts - ends > _SEAM))
    near &= np.searchsorted(xs, reach[0]) < np.searchsorted(xs, reach[1])
    for i in np.flatnonzero(near).tolist():
        middle = (low[i] + high[i]) / 2
        split[i] = any(b.y0 <= middle <= b.y1 and reach[0][i] <= (b.x0 + b.x1) / 2 <= reach[1][i] for b in borders)


def _objects_end(run: Array) -> Array:
    """Where a text object of several glyphs ends or begins: producers that draw glyph by glyph tell nothing by it."""
    changes = run[1:] != run[:-1]
    alone = np.concatenate(([True], changes)) & np.concatenate((changes, [True]))
    return changes & ~(alone[1:] & alone[:-1])


def _tidy(pieces: list[Piece], borders: list[Mark]) -> list[Piece]:
    """Words drawn twice at one place become one; parts of a word that the file holds far apart are put together."""
    if len(pieces) < 2:
        return pieces
    pairs = _neighbours(pieces)
    gone: set[int] = set()
    for one, other in pairs:
        if one.text == other.text and abs(one.left - other.left) < 0.2 * max(one.size, 1.0):
            one.runs |= other.runs
            gone.add(id(other))
    if gone:
        pieces = [p for p in pieces if id(p) not in gone]
        pairs = _neighbours(pieces)
        gone = set()
    for one, other in reversed(pairs):
        gap, em = other.left - one.right, max(other.size, 1.0)
        if not -_KERNED * em < gap < 0.08 * em or one.size > 1.6 * other.size or other.size > 1.6 * one.size:
            continue
        if _parted(one, other, borders) or (other.text.startswith("Rp") and one.text[-1:].isdigit()):
            continue
        one.text += other.text
        one.right, one.top = max(one.right, other.right), max(one.top, other.top)
        one.bottom = min(one.bottom, other.bottom)
        one.legible = one.legible and other.legible
        one.runs |= other.runs
        gone.add(id(other))
    return [p for p in pieces if id(p) not in gone] if gone else pieces


def _neighbours(pieces: list[Piece]) -> list[tuple[Piece, Piece]]:
    """Words that follow each other on one line and nearly touch or overlap, from left to right."""
    count = len(pieces)
    bottom, left, right, size = np.array([(p.bottom, p.left, p.right, p.size) for p in pieces]).T
    order = np.argsort(bottom, kind="stable")
    line = np.empty(count, np.int64)
    line[order] = np.concatenate(([0], np.cumsum(np.diff(bottom[order]) > 1.0)))
    order = np.lexsort((left, line))
    one, other = order[:-1], order[1:]
    close = (left[other] - right[one] < 0.1 * size[other]) & (np.abs(bottom[other] - bottom[one]) < 0.2 * size[one])
    return [(pieces[one[i]], pieces[other[i]]) for i in np.flatnonzero(close & (line[one] == line[other])).tolist()]


def _parted(one: Piece, other: Piece, borders: Iterable[Mark]) -> bool:
    low, high = min(one.right, other.left) - 0.3, max(one.right, other.left) + 0.3
    middle = (one.bottom + one.top) / 2
    return any(low <= (b.x0 + b.x1) / 2 <= high and b.y0 <= middle <= b.y1 for b in borders)


def to_words(pieces: list[Piece], glyphs: Glyphs, left: float, top: float) -> tuple[Word, ...]:
    """Words with the origin at the top left, from top to bottom."""
    bold = {number for number, one in enumerate(glyphs.runs) if one.bold}
    words = [
        Word(
            p.text,
            p.left - left,
            top - p.top,
            p.right - left,
            top - p.bottom,
            p.size,
            not bold.isdisjoint(p.runs),
            p.legible,
            p.upright,
            0 if p.upright else glyphs.runs[p.run].angle,
        )
        for p in pieces
    ]
    words.sort(key=_place)
    return tuple(words)


def _place(word: Word) -> tuple[float, float]:
    return word.top, word.x0
