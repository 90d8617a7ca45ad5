"""Items of lists in running text that print the name of an indicator and its value, and which column they quote.

"- Jumlah produksi padi 45.300 Ton" says neither target nor year. Items that stand together quote one column: the
measure and year in which most of them agree with the tables. Without enough that agree nothing is known of the rest.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from schemas.number import Form
from schemas.records import Indikator, Klaim, KlaimKind
from validators import names
from validators.facts import TARGET, Fact, facts_of, ranked, same
from validators.passages import passages
from validators.subjects import Name, offset
from validators.view import View

_MARK = re.compile(r"^\s*(?:[^\w\s(]+|\(?(?:\d{1,2}|[a-z])[.)])\s+")
_LEAD = re.compile(r"(?i)[\s:=]*(?:\b(?:sebesar|sebanyak|adalah|target)\b[\s:=]*)*$")
_UNIT = re.compile(r"^\s*(?P<unit>%|[^\W\d_][^\s\d]*)?\s*(?P<rest>[^\d]*)$")
_TAIL = re.compile(r"\s*\([^()]*\)\s*$")
_PARENT = re.compile(r"^.*:\s*[^\w(]*\s*")
_YEAR = re.compile(r"(?<![\d.,/])(?:19|20)\d\d(?![\d/]|[.,]\d)")
_PERIOD = re.compile(r"(?:19|20)\d\d\s*[-–/]\s*(?:19|20)\d\d")
_PLACE = re.compile(r"[\W_]+")
_COUNTED = re.compile(r"(?i)^(?:jumlah|banyaknya)\s+(?=\S+\s+\S)")
_NEXT = re.compile(r"\s(?=[A-Z][a-z]+(?:\s+\S+){3})")
_UNIT_WORDS = 3  # words behind a value that its unit may have; more are the rest of a wrapped name
_NAME_WORDS = 25
_LEAD_LINES = 4  # lines above a list in which it may name its year
_APART = 40  # lines between two items of one list, headings of sasaran and short notes between them
_FEWEST = 3  # items that must agree before a column is known
_SURE = 2  # times as many agree as differ

Column = tuple[str, int | None]
"""Measure and year."""


class Item(NamedTuple):
    """An item with the values that the tables print for its indicator in the same unit."""

    klaim: Klaim
    said: str
    facts: tuple[Fact, ...]


class Listed(NamedTuple):
    """An item and what the column that its list quotes prints for it, as people would quote it first."""

    item: Item
    column: Column
    cells: tuple[Fact, ...]

    @property
    def reference(self) -> Fact | None:
        """The print that the value is held against: one that agrees, else the first, where the tables know but one."""
        value = self.item.klaim.value
        equal = next((f for f in self.cells if value is not None and same(value, f.cell)), None)
        return equal or (self.cells[0] if len({f.cell.value for f in self.cells}) == 1 else None)


class Lists:
    """The lists of indicators of one document."""

    def __init__(self, view: View) -> None:
        """``view`` is only read."""
        self.view = view

    def listed(self) -> Iterator[Listed]:
        """Every item of a list whose column is known, in the order of the text."""
        for group in self._groups():
            column = self._column(group)
            if column is None:
                continue
            for item in group:
                cells = _of(item, column)
                if cells:
                    yield Listed(item, column, tuple(ranked(self.view, cells)))

    def _groups(self) -> Iterator[list[Item]]:
        group: list[Item] = []
        for klaim in self.view.document.klaim:
            item = self._item(klaim)
            if item is None:
                continue
            again = _key(item.said) in {_key(other.said) for other in group}
            if group and (again or not 0 <= klaim.order - group[-1].klaim.order <= _APART):
                yield group
                group = []
            group.append(item)
        yield group

    def _item(self, klaim: Klaim) -> Item | None:
        value = klaim.value
        if klaim.kind not in (KlaimKind.PERCENT, KlaimKind.COUNT) or klaim.measure not in (None, TARGET):
            return None
        if value is None or not value.legible or value.form is not Form.NUMBER or value.value is None:
            return None
        for name, unit in _readings(klaim):
            facts = self._facts(name, unit)
            if facts:
                return Item(klaim, name, facts)
        return None

    def _facts(self, name: str, unit: str) -> tuple[Fact, ...]:
        key = _key(name)
        found = self._records.get(key) or next((r for k, r in self._records.items() if names.same(k, key)), ())
        records = tuple(r for r in found if _unit_fits(unit, r))
        facts = facts_of(self.view, (Name(name, "indikator", (), key, records),)) if records else ()
        return tuple(f for f in facts if not f.end and f.cell.value is not None)

    @cached_property
    def _records(self) -> dict[str, tuple[Indikator, ...]]:
        """The indicators by what an item may call them: without the unit behind, without what they are part of."""
        found: dict[str, dict[str, Indikator]] = defaultdict(dict)
        for record in self.view.document.indikator:
            if record.keluaran:
                continue
            whole = record.indikator
            bare = _TAIL.sub("", whole)
            for name in (whole, bare, _PARENT.sub("", bare)):
                key = _key(name)
                if key:
                    found[key][record.id] = record
        return {key: tuple(records.values()) for key, records in found.items()}

    def _column(self, group: Sequence[Item]) -> Column | None:
        """The column in which most items agree, the target of the reported year before others; None without one.

        Equal values ("100 %") count once, they stand in any year; a year named above the list must be that of the
        column.
        """
        agree: dict[Column, list[Item]] = defaultdict(list)
        differ: dict[Column, int] = defaultdict(int)
        for item in group:
            for column in {(fact.measure, fact.year) for fact in item.facts}:
                if _agrees(item, _of(item, column)):
                    agree[column].append(item)
                else:
                    differ[column] += 1
        tahun = self.view.tahun
        best = max(
            agree,
            key=lambda c: (len(agree[c]) - differ[c], len(agree[c]), c[1] == tahun, c[0] == TARGET),
            default=None,
        )
        if best is None or len(agree[best]) < _SURE * differ[best]:
            return None
        values = {item.klaim.value.value for item in agree[best] if item.klaim.value is not None}
        named = self._named_years(group[0])
        return best if len(values) >= _FEWEST and (not named or best[1] is None or best[1] in named) else None

    def _named_years(self, item: Item) -> set[int]:
        above = passages(self.view).before(item.klaim.order, _LEAD_LINES)
        return {int(year) for year in _YEAR.findall(_PERIOD.sub(" ", above))}


def _agrees(item: Item, cells: Sequence[Fact]) -> bool:
    value = item.klaim.value
    return value is not None and any(same(value, fact.cell) for fact in cells)


def _of(item: Item, column: Column) -> list[Fact]:
    return [f for f in item.facts if (f.measure, f.year) == column]


def _readings(klaim: Klaim) -> Iterator[tuple[str, str]]:
    """The name and unit of an item that prints nothing else; a wrapped name goes on behind the unit."""
    at, raw = offset(klaim), klaim.value.raw if klaim.value is not None else ""
    if at <= 0:
        return
    name = _LEAD.sub("", _MARK.sub("", klaim.text[:at], count=1)).strip()
    behind = _UNIT.match(_alone(klaim.text[at + len(raw) :], klaim.kind))
    if not name or behind is None or len(name.split()) > _NAME_WORDS:
        return
    unit = behind["unit"] or ("%" if klaim.kind is KlaimKind.PERCENT else "")
    rest = behind["rest"].strip(" .;,")
    if len(rest.split()) < _UNIT_WORDS:
        yield name, f"{unit} {rest}".strip()
    if rest:
        yield f"{name} {rest}", unit


def _alone(behind: str, kind: KlaimKind) -> str:
    """What stands behind a value without the sentence that may follow its unit on the next line."""
    unit = re.match(r"\s*\S+", behind) if kind is KlaimKind.COUNT else None
    following = _NEXT.search(behind, unit.end() if unit else 0)
    return behind[: following.start()] if following else behind


def _key(name: str) -> str:
    """A name as it is compared; beside a value and its unit "jumlah" tells nothing."""
    return names.normal(_COUNTED.sub("", name.strip()))


def _unit_fits(unit: str, record: Indikator) -> bool:
    """Whether the unit of an item may be that of a record; only a long name may do without one."""
    said = _PLACE.sub("", unit.casefold().replace("%", "persen"))
    known = _PLACE.sub("", (record.satuan or "").casefold().replace("%", "persen"))
    if not said or not known:
        return len(record.indikator.split()) > 1
    return said in known or known in said


def lists_of(view: View) -> tuple[Listed, ...]:
    """The listed items of a document, resolved once."""
    if "listed" not in view.memo:
        view.memo["listed"] = tuple(Lists(view).listed())
    found: tuple[Listed, ...] = view.memo["listed"]
    return found
