"""Which budget rows an amount in the running text quotes.

A row is quoted when the sentence names it before the amount, or, where names differ, when another amount of the same
clause is the budget of that row alone. Everything less certain is left open: an amount that is not resolved is never
called wrong.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property
from typing import NamedTuple

from schemas.number import Printed
from schemas.records import Anggaran, Klaim, KlaimKind, Tingkat
from validators.subjects import Mention, Subjects, offset, subjects_of
from validators.view import View

BUDGET, SPENT = "anggaran", "realisasi"
_LEAST = Decimal(100_000)
_SHARED = re.compile(r"(?i)masing[- ]?masing|berturut|secara berurutan")
_CHANGE = re.compile(
    r"(?i)refocus\w*|re-?alokasi|pengurangan|dikurangi|berkurang|penambahan|bertambah|pergeseran|\bsisa\b|selisih|"
    r"penghematan|efisiensi|pemotongan|tunggakan|utang|hutang|semester|tri ?wulan|tw ?[ivx]+\b|per bulan"
)
_SPENT_WORD = re.compile(r"(?i)realisasi|direalisasi\w*|terealisasi|serap|digunakan")
_BUDGET_WORD = re.compile(r"(?i)anggaran|alokasi|pagu|\bdana\b|biaya|dianggarkan")
_RUPIAH = re.compile(r"(?i)\brp\.?\s*\d")
_OTHER = re.compile(r"\b(?:Program|Sub Kegiatan|APBN|APBD|DAK)\b")
_LEVEL = re.compile(r"(?i)\b(program|kegiatan|sub\s*kegiatan)\s*[:\W]*$")
_EXACT = 97.0


class Quote(NamedTuple):
    """An amount of the text and the rows that it may quote, all of one name. ``measure`` is anggaran or realisasi.

    ``company`` holds the rows of every name that the sentence gives before the amount.
    """

    klaim: Klaim
    measure: str
    rows: tuple[Anggaran, ...]
    said: str
    sure: bool
    company: tuple[tuple[Anggaran, ...], ...] = ()


class Quoting:
    """The amounts of one document's text against its budget rows."""

    def __init__(self, view: View) -> None:
        """``view`` is only read."""
        self.view = view
        self.subjects: Subjects = subjects_of(view)

    def quotes(self) -> Iterator[Quote]:
        """Every amount that can be resolved, in the order of the text."""
        for klaim in self.view.document.klaim:
            if klaim.kind is not KlaimKind.AMOUNT or klaim.value is None or klaim.value.value is None:
                continue
            if klaim.value.value < _LEAST or not self._plain(klaim):
                continue
            quote = self._named(klaim) or self._anchored(klaim)
            if quote is not None:
                yield quote

    def _plain(self, klaim: Klaim) -> bool:
        """Whether the amount is a budget or a realisation of the reported year, not a change, rest or part of it."""
        if klaim.measure not in (BUDGET, SPENT, None):
            return False
        if klaim.year is not None and self.view.tahun is not None and klaim.year > self.view.tahun:
            return False
        if klaim.list_id and any(k.measure == "selisih" for k in self.view.lists.get(klaim.list_id, ())):
            return False
        before = klaim.text[: max(offset(klaim), 0)]
        return not _SHARED.search(before) and not _CHANGE.search(before) and not _CHANGE.search(klaim.subject)

    def _named(self, klaim: Klaim) -> Quote | None:
        at = offset(klaim)
        found = [m for m in self.subjects.mentions(klaim.text) if m.name.about == "anggaran"]
        before = [m for m in found if at >= 0 and m.start <= at]
        if before:
            last = max(m.start for m in before)
            heads = [m for m in before if m.start == last]
            between = klaim.text[max(m.end for m in heads) : at] if all(m.end <= at for m in heads) else ""
        elif found or at < 0:
            return None
        else:
            heads = [m for m in self.subjects.mentions(klaim.subject) if m.name.about == "anggaran"]
            if not heads or len({m.start for m in heads}) > 1:
                return None
            between = klaim.text[:at]
        measure = self._measure(klaim, between, listed=bool(before))
        rows = tuple(dict.fromkeys(row for m in heads for row in m.name.anggaran if _level(klaim, m, row)))
        if measure is None or not rows or klaim.section == "lampiran" or not _close(between, measure):
            return None
        company = tuple(m.name.anggaran for m in before)
        return Quote(klaim, measure, rows, heads[0].name.text, _sure(heads), company)

    def _measure(self, klaim: Klaim, between: str, listed: bool) -> str | None:
        """What kind of amount it is, when the words beside it say so; a bare amount in a list is a budget."""
        spent, budget = _SPENT_WORD.search(between), _BUDGET_WORD.search(between)
        if klaim.measure == SPENT:
            return SPENT if spent or _SPENT_WORD.search(klaim.subject) or not budget else None
        if klaim.measure == BUDGET:
            return BUDGET if budget and not spent else None
        bare = listed and klaim.list_id is not None and not re.search(r"(?i)sebesar|rp\.?\s*[\d.]+", between)
        return BUDGET if bare else None

    def _anchored(self, klaim: Klaim) -> Quote | None:
        """The row whose other amount the same clause prints, where the clause names that row otherwise."""
        if klaim.measure is None or klaim.group is None:
            return None
        known = BUDGET if klaim.measure == SPENT else SPENT
        others = [k for k in self._groups[klaim.group] if k.measure == known and k.kind is KlaimKind.AMOUNT]
        if len(others) != 1 or others[0].value is None or others[0].value.value is None:
            return None
        rows = self._by_amount[known].get(others[0].value.value, ())
        if not rows or len({amount.value for r in rows if (amount := _amount(r, klaim.measure)) is not None}) != 1:
            return None
        return Quote(klaim, klaim.measure, tuple(rows), rows[0].uraian, sure=True)

    @cached_property
    def _groups(self) -> dict[str, list[Klaim]]:
        found: dict[str, list[Klaim]] = defaultdict(list)
        for klaim in self.view.document.klaim:
            if klaim.group:
                found[klaim.group].append(klaim)
        return found

    @cached_property
    def _by_amount(self) -> dict[str, dict[Decimal, list[Anggaran]]]:
        """Rows by what they print as budget and as realisation; small amounts are nobody's own."""
        found: dict[str, dict[Decimal, list[Anggaran]]] = {BUDGET: defaultdict(list), SPENT: defaultdict(list)}
        for row in self.view.document.anggaran:
            for measure, rows in found.items():
                amount = _amount(row, measure)
                if amount is not None and amount.value is not None and amount.value >= _LEAST:
                    rows[amount.value].append(row)
        return found

    def pair(self, klaim: Klaim) -> bool:
        """Whether some row prints both the budget and the realisation of the clause: then that row is meant."""
        group = self._groups.get(klaim.group or "", [])
        budget = {k.value.value for k in group if k.measure == BUDGET and k.value is not None}
        spent = {k.value.value for k in group if k.measure == SPENT and k.value is not None}
        return any(
            row.realisasi is not None and row.realisasi.value in spent
            for value in budget
            if value is not None
            for row in self._by_amount[BUDGET].get(value, ())
        )


def _close(between: str, measure: str) -> bool:
    """Whether nothing else stands between the name and its amount: a budget may stand before its realisation."""
    return len(_RUPIAH.findall(between)) <= (measure == SPENT) and not _OTHER.search(between)


def _level(klaim: Klaim, mention: Mention, row: Anggaran) -> bool:
    """A name that is only alike must be of the level that the text says ("Program …" is not a kegiatan)."""
    if mention.score >= _EXACT:
        return True
    text = klaim.text if mention.end <= len(klaim.text) else klaim.subject
    said = _LEVEL.search(text[max(0, mention.start - 20) : mention.start])
    return said is None or row.tingkat == re.sub(r"\s+", "_", said.group(1).casefold())


def _sure(heads: Sequence[Mention]) -> bool:
    return max(m.score for m in heads) >= 90 and len({m.name.key for m in heads if m.score >= _EXACT}) <= 1


def _amount(row: Anggaran, measure: str) -> Printed | None:
    return row.realisasi if measure == SPENT else row.anggaran


def cells(rows: Sequence[Anggaran], measure: str) -> tuple[Printed, ...]:
    """The printed amounts of one measure: of budgets every stage."""
    found = []
    for row in rows:
        if measure == SPENT and row.anggaran is None:
            continue  # a lone amount whose column is not certain
        stages = (row.realisasi,) if measure == SPENT else (row.anggaran, row.anggaran_sebelum)
        found += [cell for cell in stages if cell is not None and cell.value is not None]
    return tuple(found)


def detailed(rows: Sequence[Anggaran]) -> bool:
    """Whether the rows belong to a table that reports realisation, and are no total."""
    return any(row.realisasi is not None and row.realisasi.value is not None for row in rows) and all(
        row.tingkat is not Tingkat.TOTAL for row in rows
    )
