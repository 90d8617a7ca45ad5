"""A budget row with an amount but without its realisation.

Apa yang diperiksa / What it does
    Mencari baris yang beranggaran tetapi realisasi dan persennya kosong, sementara baris lain terisi. Looks for rows
    with a budget whose realisation and percentage are empty while nearly all other rows of the table have both. A row
    whose own rows below it all print their realisation is only noted: nothing is hidden.

Why it matters
    The totals include what the row does not show; nobody can follow them.

How a reviewer verifies it
    Take the parent's realisation and subtract the other children: the rest belongs here.

Known false alarms
    A dash or a zero says that nothing was spent; only empty cells count.
"""

from collections.abc import Iterator
from decimal import Decimal

from schemas.finding import Category, Evidence, Finding, Severity
from schemas.number import Printed
from schemas.records import Anggaran, Tingkat
from validators.rule import Rule
from validators.view import View
from validators.wording import show

_ENOUGH = 5
_SHARE = 10
_LEVELS = frozenset({Tingkat.PROGRAM, Tingkat.KEGIATAN, Tingkat.SUB_KEGIATAN, Tingkat.BELANJA})
_PLAIN = (
    "{place}: {name} beranggaran {printed} tetapi realisasinya kosong",
    "{place}: {name} has a budget of {printed} but no realisation",
)
_BELOW = (
    "{place}: {name} beranggaran {printed} tetapi realisasinya kosong; baris di bawahnya berjumlah {expected}",
    "{place}: {name} has a budget of {printed} but no realisation; the rows below it add up to {expected}",
)


def check(view: View) -> Iterator[Finding]:
    """One finding for each row."""
    for rows in view.anggaran.values():
        levelled = [row for row in rows if row.tingkat in _LEVELS and row.anggaran and row.anggaran.value]
        empty = [row for row in levelled if _blank(row.realisasi) and _blank(row.persen)]
        if len(levelled) < _ENOUGH or not empty or len(empty) * _SHARE > len(levelled):
            continue
        for row in empty:
            assert row.anggaran is not None
            below, rest = _below(view, row), _rest(view, row)
            value = rest if below is None else below
            yield RULE.finding(
                Evidence.of(row.anggaran),
                printed=row.anggaran.raw,
                expected=None if value is None else show(value),
                severity=None if below is None else Severity.INFO,
                message=_BELOW if below is not None else None if rest is not None else _PLAIN,
                name=row.uraian,
            )


def _blank(printed: Printed | None) -> bool:
    return printed is None or not printed.raw.strip()


def _below(view: View, row: Anggaran) -> Decimal | None:
    """What the rows below it realised together, when every one of them says so."""
    values = [r.realisasi.value if r.realisasi else None for r in view.children.get(row.id, ())]
    known = [value for value in values if value is not None]
    return sum(known, Decimal(0)) if known and len(known) == len(values) else None


def _rest(view: View, row: Anggaran) -> Decimal | None:
    """What the parent's realisation leaves for this row, when all other children are known."""
    parent = view.by_id.get(row.induk or "")
    if parent is None or parent.realisasi is None or parent.realisasi.value is None:
        return None
    others = [r.realisasi.value if r.realisasi else None for r in view.children[parent.id] if r.id != row.id]
    if any(value is None for value in others):
        return None
    rest = parent.realisasi.value - sum((value for value in others if value is not None), Decimal(0))
    return rest if rest >= 0 else None


RULE = Rule(
    code="G402",
    title_id="Anggaran tanpa realisasi",
    title_en="Budget without realisation",
    category=Category.MISSING,
    severity=Severity.WARNING,
    message_id="{place}: {name} beranggaran {printed} tetapi realisasinya kosong (sisa dari induk: {expected})",
    message_en="{place}: {name} has a budget of {printed} but no realisation (left over by the parent: {expected})",
    check=check,
)
