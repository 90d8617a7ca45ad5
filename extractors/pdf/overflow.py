"""Amounts that are too long for their cells: they run into the number of the next column, or over it."""

import re
from typing import TYPE_CHECKING, Any

import numpy as np

from extractors.pdf.glyphs import Glyphs
from extractors.pdf.marks import Mark

if TYPE_CHECKING:
    from extractors.pdf.words import Piece

Array = Any

_BACK = 0.1  # of the height of letters by which the next amount begins inside the end of the one before
_NEXT = 0.06  # the same between digits of one number
_INSIDE = 2.0  # points by which a word reaches over a drawn border on either side
_SHORTEST = 7  # letters of an amount and a percentage together, less one
_MOST = 130  # percent; more is hardly an absorption
_TWO = re.compile(r"(\(?(?:Rp\.?)?\d{1,3}(?:\.\d{3})+)(\d{1,3},\d{1,2}\)?%?)$")


def untangled(glyphs: Glyphs, index: Array) -> Array:
    """The glyphs (by number) in reading order, those of one number together where two are printed over each other.

    Read from left to right the digits of the two alternate: each continues the one before the last.
    """
    if len(index) < 3:
        return index
    start, end, low = glyphs.boxes[index, 0], glyphs.boxes[index, 2], glyphs.boxes[index, 1]
    height = np.maximum(glyphs.boxes[index, 3] - low, 1.0)
    back = (start[1:-1] < end[:-2] - _BACK * height[:-2]) & (start[1:-1] > start[:-2])
    back &= (np.abs(start[2:] - end[:-2]) < _NEXT * height[:-2]) & (np.abs(low[2:] - low[:-2]) < 0.5)
    back &= np.abs(low[1:-1] - low[:-2]) < 0.5
    out, done = index, 0
    for i in np.flatnonzero(back).tolist():
        if i < done:
            continue
        if out is index:
            out = index.copy()
        one, other = [i], [i + 1]
        k = i + 2
        while k < len(index) and abs(low[k] - low[i]) < 0.5:
            if abs(start[k] - end[one[-1]]) < _NEXT * height[i]:
                one.append(k)
            elif abs(start[k] - end[other[-1]]) < _NEXT * height[i] and start[k] < end[one[-1]]:
                other.append(k)
            else:
                break
            k += 1
        out[i:k] = index[[*one, *other]]
        done = k
    return out


def parted(pieces: "list[Piece]", borders: list[Mark]) -> "list[Piece]":
    """An amount and the percentage that it runs into, each a word of its own.

    Three digits behind a full stop end an amount. What follows must be a percentage, by its sign or size, or a drawn
    border must run through the word; else it may be one damaged number.
    """
    out = pieces
    for at, piece in reversed(list(enumerate(pieces))):
        match = _TWO.match(piece.text) if "," in piece.text and len(piece.text) > _SHORTEST else None
        if match is None or not (_is_share(match.group(1), match.group(2)) or _is_crossed(piece, borders)):
            continue
        out = list(pieces) if out is pieces else out
        out[at : at + 1] = piece.cut(len(match.group(1)))
    return out


def _is_share(amount: str, rest: str) -> bool:
    whole, _, decimals = rest.rstrip(")%").partition(",")
    if rest.endswith("%"):
        return True
    return amount.count(".") >= 2 and int(whole) <= _MOST and set(decimals) != {"0"}


def _is_crossed(piece: "Piece", borders: list[Mark]) -> bool:
    middle = (piece.bottom + piece.top) / 2
    inside = piece.left + _INSIDE, piece.right - _INSIDE
    return any(inside[0] < (b.x0 + b.x1) / 2 < inside[1] and b.y0 <= middle <= b.y1 for b in borders)
