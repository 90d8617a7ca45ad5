"""Readings made by hand for the tests of tables and records: lines and grids as a reader would hand them over."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from schemas.reading import Cell, Grid, Line, Reading, Source

SOURCE = Source(path="contoh.txt", sha256="0" * 64, media_type="text/plain")
CASES = Path(__file__).parent / "meaning"


class _Plain(yaml.SafeLoader):
    """YAML in which NO is a word and not false: it heads half of all tables."""


_Plain.yaml_implicit_resolvers = {
    key: [(tag, pattern) for tag, pattern in found if tag != "tag:yaml.org,2002:bool"]
    for key, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def cases(name: str) -> list[dict[str, Any]]:
    """The cases of one YAML file."""
    return list(yaml.load((CASES / f"{name}.yaml").read_text(encoding="utf-8"), _Plain))


def grid(
    rows: list[list[str | None]], order: int, page: int | None = None, merges: list[list[int]] | None = None
) -> Grid:
    """A grid; ``None`` is a position that a merged cell covers, ``merges`` lists [row, column, rowspan, colspan]."""
    spans = {(m[0], m[1]): (m[2], m[3]) for m in merges or []}
    covered = {
        (r, c)
        for (top, left), (down, across) in spans.items()
        for r in range(top, top + down)
        for c in range(left, left + across)
        if (r, c) != (top, left)
    }
    cells = []
    for r, row in enumerate(rows):
        for c, text in enumerate(row):
            if text is None or ((r, c) in covered and not text):
                continue
            down, across = spans.get((r, c), (1, 1))
            line = None if page else order * 100 + r
            cells.append(Cell(text=text, row=r, column=c, rowspan=down, colspan=across, page=page, line=line))
    return Grid(
        order=order,
        rows=len(rows),
        columns=max(map(len, rows)),
        cells=tuple(cells),
        page=page,
        first_line=None if page else order * 100,
        last_line=None if page else order * 100 + len(rows) - 1,
        engine="ruled" if page else "text",
    )


def _unruled(made: Grid, tops: list[float]) -> Grid:
    """The grid as one row for each printed line, with the heights of the lines."""
    cells = tuple(
        c.model_copy(update={"bbox": (50.0 + 100 * c.column, tops[c.row], 140.0 + 100 * c.column, tops[c.row] + 10)})
        for c in made.cells
    )
    return made.model_copy(update={"cells": cells, "ruled": False, "engine": "borderless"})


def reading(case: dict[str, Any]) -> Reading:
    """The reading of a case."""
    lines, grids = [], []
    merges = case.get("merges", {})
    for order, block in enumerate(case["blocks"], 1):
        page = block.get("page")
        if "line" in block:
            lines.append(Line(text=block["line"], order=order, page=page, line=None if page else order * 100))
        else:
            made = grid(block["grid"], order, page, merges.get(len(grids) + 1))
            grids.append(_unruled(made, block["unruled"]) if "unruled" in block else made)
    return Reading(source=SOURCE, lines=tuple(lines), grids=tuple(grids))
