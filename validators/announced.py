"""The table that a sentence announces: "… dalam 6 program. Rinciannya dapat dilihat pada tabel berikut:"."""

import re
from bisect import bisect_left

from schemas.reading import Line
from schemas.records import Klaim
from schemas.table import Table
from validators.view import View

_ANNOUNCES = re.compile(
    r"(?i)\b(?:tabel|rincian\w*|uraian\w*|daftar|perincian)\b[^.;]{0,60}\b(?:berikut|di\s?bawah|ini\s*:)|"
    r"\bsebagai\s*(?:mana\s+)?(?:berikut|tabel)|\bberikut(?:\s+ini)?\s*:|\bpada\s+tabel\b"
)
_NEAR = 14  # lines between a sentence and the table that it announces: the rest of its paragraph and the caption


def announced(view: View, klaim: Klaim) -> Table | None:
    """The next table after a claim, when it follows closely and the text in between announces it."""
    table = next((t for t in _in_order(view) if t.order > klaim.order), None)
    if table is None:
        return None
    page = klaim.place.page
    if page is not None and table.pages and not 0 <= table.pages[0] - page <= 1:
        return None
    lines = view.document.lines
    first = bisect_left(lines, klaim.order, key=_order)
    between = lines[first : bisect_left(lines, table.order, key=_order)]
    if len(between) > _NEAR:
        return None
    return table if _ANNOUNCES.search(" ".join((klaim.text, *(line.text for line in between)))) else None


def _in_order(view: View) -> list[Table]:
    if "tables in order" not in view.memo:
        view.memo["tables in order"] = sorted(view.document.tables, key=lambda t: t.order)
    return view.memo["tables in order"]  # type: ignore[no-any-return]


def _order(line: Line) -> int:
    return line.order
