"""Output targets of the plan and of the report that differ.

Apa yang diperiksa / What it does
    Membandingkan target keluaran setiap sub kegiatan di RKT dengan target keluaran di laporan. Compares the output
    target of every sub kegiatan in the annual plan with the one that the report measures against.

Why it matters
    An output of 12 documents planned and 5 targeted in the report makes 100 % out of less than half.

How a reviewer verifies it
    The budget document (DPA) after revision decides on the target.

Known false alarms
    A revised plan, and units that were converted (1 package of 30 pieces). Outputs are compared when exactly one
    stands under the sub kegiatan in both places; all differences of a plan are one finding.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator, Tingkat
from schemas.table import Kind
from validators.names import clusters, normal
from validators.rule import Rule
from validators.view import View

_PLANS = frozenset({Kind.RKT, Kind.ANGGARAN_PROGRAM})


def check(view: View) -> Iterator[Finding]:
    """One finding for each plan that differs from the report."""
    outputs = [r for r in view.document.indikator if r.keluaran and r.target is not None and r.target.value is not None]
    planned: dict[str, dict[int, Indikator]] = defaultdict(dict)
    reported: list[Indikator] = []
    for row in outputs:
        kind = view.tables[row.table].kind
        if kind in _PLANS:
            planned[row.table][row.row] = row  # the last output of a row is that of the sub kegiatan
        elif kind is Kind.REALISASI_ANGGARAN and row.realisasi is not None:
            reported.append(row)
    if not planned or not reported:
        return
    owners = {row.id: _owner(view, row) for row in outputs}
    names = clusters([*filter(None, owners.values()), *(r.indikator for r in outputs)])
    by_owner = _single((names[owner], r) for r in reported if (owner := owners[r.id]))
    by_name = _single((names[r.indikator], r) for r in reported)
    for table, rows in planned.items():
        pairs = []
        for row in rows.values():
            other = by_owner.get(names[owners[row.id]]) if owners[row.id] else by_name.get(names[row.indikator])
            if other is not None and _differ(row, other):
                pairs.append((row, other))
        if pairs:
            yield _finding(view, table, pairs, owners)


def _single(rows: Iterable[tuple[str, Indikator]]) -> dict[str, Indikator]:
    """Rows by key; keys that stand on several rows are left out."""
    found: dict[str, list[Indikator]] = defaultdict(list)
    for key, row in rows:
        found[key].append(row)
    return {key: group[0] for key, group in found.items() if len(group) == 1}


def _owner(view: View, row: Indikator) -> str:
    """The sub kegiatan that an output belongs to: its parent row, or the budget row it stands in; "" when unnamed."""
    parent = view.by_id.get(row.induk or "") or view.by_id.get(f"{row.table}.r{row.row}")
    return parent.uraian if parent is not None and parent.tingkat is Tingkat.SUB_KEGIATAN else ""


def _differ(one: Indikator, two: Indikator) -> bool:
    if one.target is None or two.target is None:
        return False
    same_unit = normal(one.satuan or "") == normal(two.satuan or "")
    return one.target.value != two.target.value or not same_unit


def _finding(view: View, table: str, pairs: list[tuple[Indikator, Indikator]], owners: dict[str, str]) -> Finding:
    first, second = pairs[0]
    evidence = [Evidence.of(cell) for pair in pairs for row in pair if (cell := row.target) is not None]
    return RULE.finding(
        *evidence,
        printed=evidence[0].raw,
        expected=evidence[1].raw,
        name=owners[first.id] or first.indikator,
        plan=view.caption(table),
        count=str(len(pairs)),
        other=view.caption(second.table),
    )


RULE = Rule(
    code="E401",
    title_id="Target keluaran rencana dan laporan berbeda",
    title_en="Output targets of plan and report differ",
    category=Category.CROSS_TABLE,
    severity=Severity.WARNING,
    message_id="{place}: target {name} di rencana {printed}, di laporan {expected}; {count} keluaran berbeda",
    message_en="{place}: {name} has the target {printed} in the plan, {expected} in the report; {count} outputs differ",
    check=check,
)
