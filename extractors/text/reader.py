"""Text files to lines and grids, in reading order, every piece with its line."""

import hashlib
import re
from collections.abc import Iterable
from pathlib import Path

from extractors.errors import UNDECODABLE, refuse
from extractors.text.areas import left_out
from extractors.text.cells import is_image
from extractors.text.decode import UndecodableError, decode
from extractors.text.lines import Bold, Text, read_line
from extractors.text.markup import read_markup
from extractors.text.repeated import unrepeated
from extractors.text.rows import Block, Numbered, to_grid
from extractors.text.scan import Running, scan
from extractors.text.stacked import stacked
from schemas.reading import Grid, Line, Reading, Source, Unread

_BREAK = re.compile(r"\r\n|\n|\r")


def read_text(path: Path, data: bytes) -> Reading:
    """Lines and grids of a text file: Markdown, tab-separated, or plain.

    Raises CermatError (``undecodable``) when no encoding fits.
    """
    return _assemble(_source(path, data, "text/plain"), scan(_BREAK.split(_decoded(path, data))))


def read_html(path: Path, data: bytes) -> Reading:
    """Lines and grids of an HTML file; scripts and styles are left out.

    Raises CermatError (``undecodable``) when no encoding fits.
    """
    parts = read_markup(_decoded(path, data))
    return _assemble(_source(path, data, "text/html"), (p if isinstance(p, Block) else Running(*p) for p in parts))


def _decoded(path: Path, data: bytes) -> str:
    try:
        return decode(data)
    except UndecodableError as error:
        raise refuse(path, UNDECODABLE, detail=error) from error


def _source(path: Path, data: bytes, media_type: str) -> Source:
    return Source(path=str(path), sha256=hashlib.sha256(data).hexdigest(), media_type=media_type)


def _assemble(source: Source, parts: Iterable[Block | Running]) -> Reading:
    """The reading of pieces that come in reading order."""
    lines: list[Line] = []
    grids: list[Grid] = []
    unread: list[Unread] = []
    running: list[Numbered] = []
    bold = Bold()
    above: Text | None = None
    for order, part in enumerate(parts, 1):
        if isinstance(part, Block):
            grids.append(to_grid(unrepeated(part), order))
            bold, above = Bold(), None
            continue
        if is_image(part.text):
            unread.append(Unread(line=part.number, what="gambar", reason="isi gambar tidak dibaca"))
            continue
        if not part.contents:
            running.append((part.number, part.text))
        inside, bold = bold.step(part.number, part.text)
        found = read_line(part.text, bold=inside, above=above, contents=part.contents)
        if found:
            above = found
            lines.append(Line(text=found.text, order=order, line=part.number, heading=found.heading, bold=found.bold))
    return Reading(
        source=source, lines=tuple(lines), grids=tuple(grids), unread=(*unread, *left_out(running), *stacked(running))
    )
