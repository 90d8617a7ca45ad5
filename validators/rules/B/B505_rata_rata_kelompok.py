"""The capaian stated for one misi, tujuan or sasaran against those stated for the others.

Apa yang diperiksa / What it does
    Laporan menyebut capaian tiap misi (tujuan, sasaran). Bila dua atau lebih di antaranya terbukti rata-rata dari
    indikator di bawahnya, dengan cara yang sama, maka yang lain dihitung ulang dengan semua cara yang lazim. A stated
    capaian of a group of indicators is reported when no mean gives it, raw or capped, over its indicators or over its
    sasaran, although one and the same mean gives what the report states for at least two other groups.

Why it matters
    The capaian of the misi is what the executive summary is about.

How a reviewer verifies it
    Average the capaian of the indicators below the heading of the group, in the way that gives the other groups.

Known false alarms
    A group weighted otherwise than its neighbours. Groups of one indicator are no means and are left to other rules.
"""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.records import Indikator, Klaim, KlaimKind
from validators.facts import REACHED, equals
from validators.kelompok import Group, Mean, groups, means, named
from validators.rule import Rule
from validators.tallies import measured
from validators.view import View
from validators.wording import show

_PROOF = 2
_SEVERAL = 2
_SHOWN = 8


class _Said(NamedTuple):
    """What the text states for a group, and the sentences that state it."""

    group: Group
    value: Decimal
    claims: list[Klaim]


def check(view: View) -> Iterator[Finding]:
    """One finding for each group whose stated capaian no mean gives."""
    said = _said(view)
    if len({s.group for s in said}) <= _PROOF:
        return
    tables = {t: groups(view.tables[t], rows) for t, rows in measured(view).items()}
    for kind in dict.fromkeys(s.group[0] for s in said):
        stated = [s for s in said if s.group[0] == kind]
        fitting = {id(s): _fitting(s, tables) for s in stated}
        votes: dict[tuple[str, str, Decimal | None], set[Group]] = defaultdict(set)
        for s in stated:
            for table, mean in fitting[id(s)]:
                votes[table, mean.over, mean.cap].add(s.group)
        way = max(votes, key=lambda key: len(votes[key]), default=None)
        if way is None or len(votes[way]) < _PROOF:
            continue
        wrong = [s for s in stated if not fitting[id(s)] and len(tables[way[0]].get(s.group, ())) >= _SEVERAL]
        if len(wrong) < len(votes[way]):
            for s in wrong:
                if s.group not in votes[way]:
                    yield _told(s, tables[way[0]][s.group], way, view.caption(way[0]))


def _said(view: View) -> list[_Said]:
    found: dict[tuple[Group, Decimal], list[Klaim]] = defaultdict(list)
    for klaim in view.document.klaim:
        value = klaim.value.value if klaim.kind is KlaimKind.PERCENT and klaim.value is not None else None
        who = named(klaim.subject)
        if value is not None and klaim.measure == REACHED and klaim.year in (None, view.tahun) and len(who) == 1:
            found[who[0], value].append(klaim)
    return [_Said(group, value, claims) for (group, value), claims in found.items()]


def _fitting(said: _Said, tables: dict[str, dict[Group, list[Indikator]]]) -> list[tuple[str, Mean]]:
    """The means of several indicators that give the stated value, with the table of each."""
    printed = said.claims[0].value
    assert printed is not None
    return [
        (table, mean)
        for table, found in tables.items()
        if len(found.get(said.group, ())) >= _SEVERAL
        for mean in means(found[said.group])
        if equals(printed, mean.value)
    ]


def _told(said: _Said, records: list[Indikator], way: tuple[str, str, Decimal | None], table: str) -> Finding:
    expected = next(m.value for m in means(records) if (m.over, m.cap) == way[1:])
    cells = [k.value for k in said.claims if k.value is not None]
    parts = [r.capaian for r in records if r.capaian is not None]
    over = (
        ("capaian indikatornya", "its indicators") if way[1] == "indikator" else ("capaian sasarannya", "its sasaran")
    )
    return RULE.finding(
        *(Evidence.of(cell) for cell in cells),
        *(Evidence.of(part) for part in parts[:_SHOWN]),
        expected=show(expected, 2),
        computation=", ".join(part.raw for part in parts[:_SHOWN]),
        keys=tuple(k.id for k in said.claims),
        group=f"{said.group[0]} {said.group[1]}",
        over=over,
        table=table,
    )


RULE = Rule(
    code="B505",
    title_id="Capaian misi, tujuan, atau sasaran bukan rata-rata seperti yang lain",
    title_en="Capaian of a misi, tujuan or sasaran is not the mean that the others are",
    category=Category.AVERAGE,
    severity=Severity.WARNING,
    message_id="{place}: capaian {group} disebut {printed}; rata-rata {over} {expected} ({table}; kelompok lain cocok)",
    message_en="{place}: {group} is said to reach {printed}; the mean of {over} is {expected} ({table}; others agree)",
    check=check,
)
