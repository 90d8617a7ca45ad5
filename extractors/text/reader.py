"""Text files to lines and grids, in reading order, every piece with its line."""

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from extractors.errors import UNDECODABLE, refuse
from extractors.text.cells import is_image
from extractors.text.decode import Undecodable, decode
from extractors.text.lines import read_line
from extractors.text.rows import Block, to_grid
from extractors.text.tabs import Numbered, read_tabs
from schemas.reading import Grid, Line, Reading, Source, Unread

_BREAK = re.compile(r"\r\n|\n|\r")


def read_text(path: Path, data: bytes) -> Reading:
    """Lines and grids of a text file: Markdown, tab-separated, or plain.

    Raises CermatError (``undecodable``) when no encoding fits.
    """
    try:
        text = decode(data)
    except Undecodable as error:
        raise refuse(path, UNDECODABLE, detail=error) from error
    source = Source(path=str(path), sha256=hashlib.sha256(data).hexdigest(), media_type="text/plain")
    return assemble(source, pieces(_BREAK.split(text)))


def assemble(source: Source, parts: Iterator[Block | Numbered]) -> Reading:
    """The reading of pieces that come in reading order."""
    lines: list[Line] = []
    grids: list[Grid] = []
    unread: list[Unread] = []
    bold = False
    last = 0
    for order, part in enumerate(parts, 1):
        if isinstance(part, Block):
            grids.append(to_grid(part, order))
            bold, last = False, part.last_line
            continue
        number, raw = part
        if is_image(raw):
            unread.append(Unread(line=number, what="gambar", reason="isi gambar tidak dibaca"))
            continue
        bold = bold and number == last + 1
        odd = raw.count("**") % 2 == 1
        starts, ends = raw.lstrip("# \t>-").startswith("**"), raw.rstrip().endswith("**")
        inside = bold and (not odd or ends)
        found = read_line(raw, bold=inside or (odd and starts and not bold))
        bold = (bold != odd) if (bold or starts) else False
        last = number
        if found:
            lines.append(Line(text=found.text, order=order, line=number, heading=found.heading, bold=found.bold))
    return Reading(source=source, lines=tuple(lines), grids=tuple(grids), unread=tuple(unread))


def pieces(raw: list[str]) -> Iterator[Block | Numbered]:
    """Tables and text lines in reading order."""
    block: list[Numbered] = []
    before: int | None = None
    for number, text in enumerate([*raw, ""], 1):
        text = text.strip("\f\v")
        if "\t" in text.rstrip(" ") and text.strip():
            block.append((number, text))
            continue
        if block and text.strip() and number < len(raw) and "\t" in raw[number] and "|" not in text:
            block.append((number, text))
            continue
        if block:
            for part in read_tabs(block, before):
                before = max(sum(r.colspan for r in row) for row in part.rows) if isinstance(part, Block) else None
                yield part
            block = []
        if text.strip():
            before = None
            yield number, text
