"""Stub reader, to be replaced: tab blocks become grids."""

import hashlib
from pathlib import Path

from schemas.reading import Cell, Grid, Line, Reading, Source


def read_text(path: Path, data: bytes) -> Reading:
    """Lines and grids of a text file."""
    lines, grids, block, start, order = [], [], [], 0, 0
    text = data.decode("utf-8-sig", "replace").split("\n")
    for number, raw in enumerate([*text, ""], 1):
        if "\t" in raw:
            start = start if block else number
            block.append(raw)
            continue
        if block:
            order += 1
            cells = [
                Cell(text=t.replace("<br>", "\n"), row=r, column=c, line=start + r)
                for r, row in enumerate(block)
                for c, t in enumerate(row.split("\t"))
            ]
            grids.append(
                Grid(order=order, rows=len(block), columns=max(c.column for c in cells) + 1, cells=tuple(cells),
                     first_line=start, last_line=number - 1)
            )
            block = []
        if raw.strip():
            order += 1
            lines.append(Line(text=raw.strip(), order=order, line=number))
    source = Source(path=str(path), sha256=hashlib.sha256(data).hexdigest(), media_type="text/plain")
    return Reading(source=source, lines=tuple(lines), grids=tuple(grids))
