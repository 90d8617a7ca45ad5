"""The indicators under each misi, tujuan or sasaran of a table, and the means that a report may give for them."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import NamedTuple

from schemas.records import Indikator
from schemas.table import Row, Table
from validators.names import normal

_KINDS = ("misi", "tujuan", "sasaran")  # from the widest
_CAPS = (None, *(Decimal(cap) for cap in (100, 110, 120, 150)))
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6, "vii": 7, "viii": 8, "ix": 9, "x": 10}
_WORDS = {"kesatu": 1, "pertama": 1, "kedua": 2, "ketiga": 3, "keempat": 4, "kelima": 5, "keenam": 6}
_GROUP = re.compile(
    r"(?i)\b(misi|tujuan|sasaran)(?:\s+strategis)?\s*(?:ke\s?-?\s*)?(\d{1,2}|[ivx]+|kesatu|pertama|ke(?:dua|tiga|empat|lima|enam))\b"
)

Group = tuple[str, int]
"""("misi", 3)"""


class Mean(NamedTuple):
    """One reading of a group's capaian: over indicators or over the means of its sasaran, capped or not."""

    over: str
    cap: Decimal | None
    value: Decimal


def named(text: str) -> list[Group]:
    """The numbered groups that a text names, in order: "Misi III", "sasaran strategis 2", "tujuan kedua"."""
    return [(m.group(1).casefold(), _number(m.group(2).casefold())) for m in _GROUP.finditer(text)]


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _ROMAN.get(text) or _WORDS.get(text, 0)


def groups(table: Table, records: Sequence[Indikator]) -> dict[Group, list[Indikator]]:
    """The indicators of a table by the headings above them; a sasaran without headings has its place in the table.

    A number that is given again, as that of the first tujuan of each misi, names no group.
    """
    by_row: dict[int, list[Indikator]] = defaultdict(list)
    for record in records:
        by_row[record.row].append(record)
    found: dict[Group, list[Indikator]] = defaultdict(list)
    held: dict[str, Group] = {}
    again: set[Group] = set()
    for row in table.rows:
        if row.index not in by_row:
            for group in named(_heading(row))[:1]:
                if group in found and held.get(group[0]) != group:
                    again.add(group)
                for narrower in _KINDS[_KINDS.index(group[0]) :]:
                    held.pop(narrower, None)
                held[group[0]] = group
            continue
        for group in held.values():
            found[group] += by_row[row.index]
    if not any(kind == "sasaran" for kind, _ in found):
        places = {goal: at for at, goal in enumerate(dict.fromkeys(normal(r.sasaran) for r in records if r.sasaran), 1)}
        for record in records:
            if record.sasaran:
                found["sasaran", places[normal(record.sasaran)]].append(record)
    return {group: rows for group, rows in found.items() if group not in again}


def _heading(row: Row) -> str:
    """The opening of a heading row: its number stands before any other word."""
    text = row.span_heading or next((c.text for c in row.cells if c is not None and c.text.strip()), "")
    match = re.match(r"^\W*(?:[a-z\d]{1,3}[.)]\s*)?(?=misi|tujuan|sasaran)", text, re.I)
    found = _GROUP.match(text, match.end()) if match else None
    return found.group() if found else ""


def means(records: Sequence[Indikator]) -> Iterator[Mean]:
    """Every mean of the capaian of a group that reports state."""
    by_goal: dict[str, list[Decimal]] = defaultdict(list)
    for record in records:
        if record.capaian is not None and record.capaian.value is not None:
            by_goal[normal(record.sasaran or "")].append(record.capaian.value)
    if not by_goal:
        return
    for cap in _CAPS:
        goals = [[v if cap is None else min(v, cap) for v in values] for values in by_goal.values()]
        yield Mean("indikator", cap, _mean([v for values in goals for v in values]))
        yield Mean("sasaran", cap, _mean([_mean(values) for values in goals]))


def _mean(values: Sequence[Decimal]) -> Decimal:
    return sum(values, Decimal(0)) / len(values)
