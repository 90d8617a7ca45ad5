"""Row shift: a row carries the pair of amounts of another row, of its own first child, or of the row after it."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal
from typing import NamedTuple

from schemas.finding import Evidence
from schemas.records import Anggaran
from schemas.relation import Op
from validators.graph import Graph, solve
from validators.hypothesis import Hypothesis
from validators.view import View
from validators.wording import show


class _Pair(NamedTuple):
    anggaran: Decimal
    realisasi: Decimal


class _Shifted(NamedTuple):
    row: Anggaran
    donor: Anggaran
    changes: dict[str, Decimal]


def shifts(view: View, graph: Graph, failing: Iterable[int]) -> Iterator[Hypothesis]:
    """For each table one hypothesis over all rows whose pair of amounts belongs to another row."""
    failed: dict[tuple[str, int], list[int]] = defaultdict(list)
    for index in failing:
        relation = graph.judgements[index].relation
        place = relation.result.printed.place
        if relation.op is Op.SUM and place.table is not None and place.row is not None:
            failed[place.table, place.row].append(index)
    by_pair = _owners(view)
    tables: dict[str, list[_Shifted]] = defaultdict(list)
    for row in view.document.anggaran:
        pair = _printed(row)
        indexes = failed.get((row.table, row.row), [])
        if pair is None or len(indexes) < 2:
            continue
        donor = next((d for d in by_pair[pair] if d.uraian != row.uraian), None)
        changes = {
            key: value
            for index in indexes
            if (key := graph.judgements[index].relation.result.key) and (value := solve(graph, index, key)) is not None
        }
        if donor is not None and len(changes) > 1:
            tables[row.table].append(_Shifted(row, donor, changes))
    for found in tables.values():
        yield _joint(graph, found)


def _joint(graph: Graph, found: list[_Shifted]) -> Hypothesis:
    changes: dict[str, Decimal] = {}
    for item in found:
        changes |= item.changes
    shares = frozenset(
        f"{item.row.table}.{item.row.row}.{item.row.persen.place.column}" for item in found if item.row.persen
    )
    effect = graph.effect(changes, shares)
    first = found[0]
    anchor = graph.nodes[next(iter(first.changes))]
    rows = "; ".join(f"{i.row.uraian[:40]} ← {i.donor.uraian[:40]}" for i in found[:3])
    wanted = "; ".join(" / ".join(show(v) for v in i.changes.values()) for i in found)
    evidence = tuple(
        Evidence.of(cell)
        for item in found
        for cell in (item.row.anggaran, item.row.realisasi, item.row.persen)
        if cell is not None
    ) + tuple(Evidence.of(i.donor.anggaran) for i in found if i.donor.anggaran is not None)
    return Hypothesis(
        pattern="row_shift",
        rule="B201",
        anchor=anchor,
        value=first.changes.get(anchor.key),
        effect=effect,
        changes=changes,
        bonus=12 * len(found),
        note=f"baris memuat angka baris lain: {rows}",
        note_en=f"rows carry the amounts of other rows: {rows}",
        evidence=evidence,
        expected=wanted,
        free=shares,
    )


def _printed(row: Anggaran) -> _Pair | None:
    budget = row.anggaran.value if row.anggaran else None
    spent = row.realisasi.value if row.realisasi else None
    return _Pair(budget, spent) if budget and spent else None


def _owners(view: View) -> Mapping[_Pair, list[Anggaran]]:
    """To which rows a pair of amounts belongs: as printed, or as the sum of their children."""
    found: dict[_Pair, list[Anggaran]] = defaultdict(list)
    for row in view.document.anggaran:
        pair = _printed(row)
        if pair is not None:
            found[pair].append(row)
        below = [p for child in view.children.get(row.id, ()) if (p := _printed(child)) is not None]
        if len(below) > 1:
            found[_Pair(sum(p.anggaran for p in below), sum(p.realisasi for p in below))].append(row)  # type: ignore[arg-type]
    return found
