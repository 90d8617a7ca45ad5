"""Lines of headers that look like rows: numbers of columns without brackets, and the rest of a broken "No"."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.pdf.gutters import Piece, PrintedLine

_FEWEST = 4  # numbers that follow each other from 1 without a gap are those of columns


def with_head_lines(lines: "Sequence[PrintedLine]") -> "list[PrintedLine]":
    """The lines, with the kinds of pieces that belong to a header: n for numbers of columns, t for parts of labels."""
    out: list[PrintedLine] = []
    for line in lines:
        pieces = line.pieces
        if len(pieces) >= _FEWEST and [p.text for p in pieces] == [str(n) for n in range(1, len(pieces) + 1)]:
            line = line._replace(pieces=[p._replace(kind="n") for p in pieces])
        elif out and _ends_number(out[-1].pieces[0], pieces[0]):
            line = line._replace(pieces=[pieces[0]._replace(kind="t"), *pieces[1:]])
        out.append(line)
    return out


def _ends_number(above: "Piece", piece: "Piece") -> bool:
    """True for the "o" of a "No" that its narrow column broke, and no item lettered so."""
    beside = min(above.x1, piece.x1) > max(above.x0, piece.x0)
    return piece.kind == "o" and piece.text.strip(".").lower() in {"o", "0"} and above.text == "N" and beside
