"""Which columns of a table hold the budget of the reported year: amount, earlier stage, realisation, percentage.

Headers propose, arithmetic decides: where several groups of columns could be meant (stages, quarters, Renstra beside
Renja) the group is taken whose printed percentages are its realisation over its amount.
"""

import re
from collections.abc import Sequence
from decimal import Decimal
from itertools import product
from typing import NamedTuple

from extractors.numbers import Kind as Holds
from extractors.numbers import parse_number
from extractors.records.masukan import input_name
from extractors.records.nominal import is_amount, is_blank_amount, is_money, is_percent, is_zero
from extractors.records.periode import year_to_date
from extractors.tables.ratios import of_amounts
from schemas.table import Column, Kind, Role, Stage, Table

_CHANGE = re.compile(r"bertambah|berkurang|selisih|kenaikan|penambahan|pengurangan|\bsisa\b|efisiensi", re.IGNORECASE)
_NEXT = re.compile(r"pra?kiraan maju|perkiraan maju|n\s*\+\s*1|prognos[ai]s?|proyeksi", re.IGNORECASE)
_FINAL = re.compile(r"renstra|rpjmd|jangka menengah|akhir periode|akhir tahun renstra|kondisi akhir", re.IGNORECASE)
_SUM = re.compile(r"jumlah|total|s/?\s?d\b|sampai|kumulatif|akumulasi", re.IGNORECASE)
_FISIK = re.compile(r"fisik|bobot", re.IGNORECASE)
_NTH_YEAR = re.compile(r"\b(?:tahun|thn?)\.?\s*ke\s*[-–]?\s*([1-9]|i{1,3}|iv|vi{0,3})\s*$", re.IGNORECASE)
_MEASURES = {Role.TARGET, Role.REALISASI, Role.CAPAIAN, Role.NASIONAL}
_INDICATOR_KINDS = {
    Kind.PENGUKURAN_KINERJA,
    Kind.PERBANDINGAN_TAHUN,
    Kind.PERBANDINGAN_RENSTRA,
    Kind.PERBANDINGAN_NASIONAL,
    Kind.PERJANJIAN_KINERJA,
    Kind.TARGET_RENSTRA,
    Kind.IKU,
    Kind.SKALA_PREDIKAT,
}
_SHARE_ROLES = {Role.PERSEN, Role.CAPAIAN, Role.REALISASI_ANGGARAN, Role.REALISASI, Role.SISA}
_SPENT = re.compile(r"realisasi|penyerapan|serapan|terserap", re.IGNORECASE)
_BUDGET = re.compile(r"anggaran|pagu|\bdana\b|belanja|\brp\b|rupiah|biaya|apb[dn]|keuangan|pendapatan", re.IGNORECASE)
_RUPIAH = re.compile(r"rp\b|rp\.|idr", re.IGNORECASE)
_PLANNED = re.compile(
    r"perubahan|penetapan|pagu|anggaran|target|sesudah|setelah|sebelum|semula|menjadi|murni|alokasi|dpp?a",
    re.IGNORECASE,
)
_EARLIER = re.compile(r"\bmurni|\bawal\b|\bsemula|\bsebelum|penetapan|\binduk\b", re.IGNORECASE)
_SAMPLE = 60
_MOSTLY = 0.6
_SURE = 0.8
_HALF = 0.5


class MoneyColumns(NamedTuple):
    """Column indices; None where the table has no such column. ``sparse`` means that only some rows are money."""

    anggaran: int | None
    sebelum: int | None = None
    realisasi: int | None = None
    persen: int | None = None
    sisa: int | None = None
    sparse: bool = False


class _Looks(NamedTuple):
    money: int
    filled: int
    percent: int
    amounts: int


def _look(table: Table, index: int) -> _Looks:
    money = filled = percent = amounts = 0
    for row in table.rows:
        text = row.text(index)
        if not text:
            continue
        filled += 1
        if "\n" in text and all(is_percent(line) for line in text.split("\n")):
            text = text.split("\n")[0]  # several percentages in one cell are no amount
        if is_money(text):
            money += 1
            amounts += 1
        elif is_zero(text) or is_blank_amount(text):
            amounts += 1
            percent += 1
        elif is_percent(text):
            percent += 1
            amounts += is_amount(text)
    return _Looks(money, filled, percent, amounts)


def _label(column: Column) -> str:
    return f"{column.group} {column.label}"


def find_money_columns(table: Table, tahun: int | None) -> MoneyColumns | None:
    """The budget columns of a table, or None when it holds no money.

    Args:
        table: any table with roles.
        tahun: the year the document reports on; decides between columns that name different years.
    """
    looks = {c.index: _look(table, c.index) for c in table.columns}
    amounts = [c for c in table.columns if _holds_amounts(c, looks[c.index], table) and not _NEXT.search(_label(c))]
    if not amounts:
        return _flows_only(table, looks)
    spent = [c for c in amounts if _is_spent(c)]
    planned = [c for c in amounts if c not in spent and c.role is not Role.SISA and not _CHANGE.search(_label(c))]
    shares = [c for c in table.columns if _holds_shares(c, looks[c.index]) and c not in amounts]
    shares = [c for c in shares if not _is_of_indicator(table, c, amounts)]
    if any(not _FINAL.search(_label(c)) for c in planned):
        shares = [c for c in shares if not _FINAL.search(_label(c))]  # the plan of the year is beside the mid-term one
    if not spent:
        shares = [c for c in shares if c.index == 0 or not _CHANGE.search(_label(table.columns[c.index - 1]))]
    if any(c.period for c in amounts):
        planned, spent, shares = _of_the_year(table, planned, spent, shares, tahun)
    if not planned and not spent:
        return None
    chosen = _choose(table, planned, spent, shares, table.year or tahun)
    used = {chosen[0].index if chosen[0] else None, chosen[1].index if chosen[1] else None}
    rest = [c for c in amounts if c.role is Role.SISA and c.index not in used]
    sisa = min(rest, key=lambda c: c.index) if rest else None
    before = _before(chosen[0], planned)
    return MoneyColumns(
        anggaran=_index(chosen[0]),
        sebelum=_index(before),
        realisasi=_index(chosen[1]),
        persen=_index(chosen[2]),
        sisa=_index(sisa),
    )


def _of_the_year(
    table: Table, planned: list[Column], spent: list[Column], shares: list[Column], tahun: int | None
) -> tuple[list[Column], list[Column], list[Column]]:
    """The columns of the whole year, or of the year to date; a percentage of a period goes with its amount only."""
    whole = [c for c in planned if c.period is None and not _FINAL.search(_label(c))]
    spent = year_to_date(table, spent, tahun, whole, [c for c in shares if c.period is None])
    planned = year_to_date(table, planned, tahun, whole)
    kept = {c.period for c in spent or planned} | {None}
    return planned, spent, [c for c in shares if c.period in kept]


def _index(column: Column | None) -> int | None:
    return column.index if column else None


def _holds_amounts(column: Column, looks: _Looks, table: Table) -> bool:
    """Mostly money; a budget column by its header may also hold noughts, dashes or amounts in millions."""
    if not looks.filled:
        return False
    if column.role in {Role.NO, Role.KODE}:
        return False
    if column.role in _MEASURES and (table.kind in _INDICATOR_KINDS or _is_measured(table, column)):
        return False
    if looks.money >= max(1, _MOSTLY * (looks.filled - (looks.amounts - looks.money))):
        return True
    if column.role in {Role.ANGGARAN, Role.REALISASI_ANGGARAN, Role.SISA}:
        return looks.money >= 1 or looks.amounts >= _MOSTLY * looks.filled
    return False


def _is_measured(table: Table, column: Column) -> bool:
    """True for large targets of indicators (tons, hectares): neither header nor cell says that they are rupiah."""
    if not table.roles(Role.INDIKATOR) or _BUDGET.search(_label(column)):
        return False
    return not any(_RUPIAH.search(row.text(column.index)) for row in table.rows)


def _is_spent(column: Column) -> bool:
    leaf = column.label.removeprefix(column.group)
    if column.role in {Role.URAIAN, Role.LAINNYA}:
        return bool(_SPENT.search(leaf))
    if column.role is Role.REALISASI_ANGGARAN:
        return not (_PLANNED.search(leaf) and not _SPENT.search(column.label))
    return column.role in {Role.REALISASI, Role.CAPAIAN}


def _holds_shares(column: Column, looks: _Looks) -> bool:
    if column.role is Role.FISIK or not looks.filled or looks.percent < _MOSTLY * looks.filled:
        return False
    return column.role in _SHARE_ROLES or (column.role in {Role.LAINNYA, Role.URAIAN} and "%" in column.label)


def _is_of_indicator(table: Table, share: Column, amounts: Sequence[Column]) -> bool:
    """True for the capaian that follows target and realisasi of an indicator, with the budget further right or not."""
    if share.role is not Role.CAPAIAN:
        return False
    left = {c.role for c in table.columns if c.index < share.index}
    if not {Role.INDIKATOR, Role.TARGET, Role.REALISASI} <= left:
        return False
    if not any(c.index < share.index for c in amounts):
        return True
    texts = [[row.text(c.index) for row in table.rows] for c in table.columns]
    return of_amounts(texts, [c.role for c in table.columns], share.index) is False


def _flows_only(table: Table, looks: dict[int, _Looks]) -> MoneyColumns | None:
    """A table of targets with a money line among them (``Input : Dana``)."""
    if table.kind in _INDICATOR_KINDS:
        return None
    targets = [c for c in table.columns if c.role is Role.TARGET and looks[c.index].money]
    if not targets:
        return None
    named = (c for c in targets if any(input_name(table, row, c.index) for row in table.rows))
    target = next(named, targets[0])  # the first may hold the targets of the sasaran
    spent = next((c for c in table.columns if c.role is Role.REALISASI and looks[c.index].money), None)
    share = next((c for c in table.columns if c.role in {Role.PERSEN, Role.CAPAIAN} and c is not spent), None)
    return MoneyColumns(
        target.index,
        realisasi=spent.index if spent else None,
        persen=share.index if share else None,
        sparse=True,
    )


_Triple = tuple[Column | None, Column | None, Column | None]


def _choose(
    table: Table, planned: Sequence[Column], spent: Sequence[Column], shares: Sequence[Column], tahun: int | None
) -> _Triple:
    """The amount, realisation and percentage that belong together."""
    values = {c.index: _values(table, c, "money") for c in (*planned, *spent)}
    values.update({c.index: _values(table, c, "percent") for c in shares})
    best: tuple[float, _Triple] | None = None
    posing = () if spent or not shares else planned  # a damaged header may call the realisation a budget
    realised: Sequence[Column | None] = spent or (None, *posing)
    for triple in product(_or_none(planned), realised, [*shares, None]):
        if triple[1] is not None and not spent and not _proven(triple, values):
            continue
        score = _score(triple, values, tahun)
        if best is None or score > best[0]:
            best = (score, triple)
    return best[1] if best else (None, None, None)


def _proven(triple: _Triple, values: dict[int, list[Decimal | None]]) -> bool:
    """True when the percentages of three rows or more are this realisation over this amount."""
    plan, spent, share = triple
    if plan is None or spent is None or share is None or plan is spent:
        return False
    columns = [values[c.index] for c in (plan, spent, share)]
    known = sum(all(v is not None for v in row) for row in zip(*columns, strict=True))
    return known >= 3 and _ratio_share(columns[0], columns[1], columns[2]) >= _SURE


def _or_none(columns: Sequence[Column]) -> Sequence[Column | None]:
    return columns or (None,)


def _values(table: Table, column: Column, kind: Holds) -> list[Decimal | None]:
    sample = [row.text(column.index) for row in table.rows[:_SAMPLE]]
    return [parse_number(text, kind).value if text else None for text in sample]


def _score(triple: _Triple, values: dict[int, list[Decimal | None]], tahun: int | None) -> float:
    plan, spent, share = triple
    score = ratio = 0.0
    if plan and spent and share:
        ratio = _ratio_share(values[plan.index], values[spent.index], values[share.index])
        score += 12 * ratio
    if plan is not None:
        score += _year_score(plan, tahun) + plan.index / 100
        score -= 3 * bool(_FINAL.search(_label(plan))) + 2 * (_stage(plan) is Stage.MURNI)
        score += plan.role is Role.ANGGARAN
    if spent is not None:
        score += _year_score(spent, tahun)
        score += 1.5 * bool(_SUM.search(_label(spent)))
        score -= 3 * bool(_FINAL.search(_label(spent)))
        score += spent.role is Role.REALISASI_ANGGARAN
        if plan is not None:
            score += (plan.year is not None and plan.year == spent.year) + (spent.index > plan.index)
            score -= (spent.index < plan.index) + 2 * (None not in (plan.year, spent.year) and plan.year != spent.year)
            score -= abs(spent.index - plan.index) / 100
    if share is not None:
        near = spent or plan
        held = ratio >= _HALF
        score -= 3 * (share.role not in {Role.PERSEN, Role.CAPAIAN} and not held and "%" not in share.label)
        score += 1.0 - 2 * bool(_FISIK.search(_label(share)) or share.role is Role.SISA)
        score += 0.5 * (share.role is Role.PERSEN)
        if near is not None:
            own, other = _which_year(share), _which_year(near)
            score += (own == other is not None) - 2 * (own is not None and other is not None and own != other)
            score -= abs(share.index - near.index) / 20 + 0.5 * (share.index < near.index)
    return score


def _which_year(column: Column) -> int | str | None:
    """The year a column names, or its count in a plan ("Tahun ke-2")."""
    count = _NTH_YEAR.search(column.label)
    return column.year or (count.group(1).lower() if count else None)


def _stage(column: Column) -> Stage | None:
    if column.stage is not None:
        return column.stage
    return Stage.MURNI if _EARLIER.search(column.label) else None


def _year_score(column: Column, tahun: int | None) -> float:
    if column.year is None or tahun is None:
        return 0.0
    return 2.0 if column.year == tahun else -0.5


def _ratio_share(plan: list[Decimal | None], spent: list[Decimal | None], share: list[Decimal | None]) -> float:
    """The part of comparable rows in which the percentage is realisation over amount, within one unit."""
    tried = held = 0
    for a, r, p in zip(plan, spent, share, strict=True):
        if a is None or r is None or p is None or a == 0:
            continue
        tried += 1
        expected = r / a * 100
        held += abs(expected - p) <= 1 or (p <= 2 and abs(expected / 100 - p) <= Decimal("0.01"))
    return held / tried if tried else 0.0


def _before(chosen: Column | None, planned: Sequence[Column]) -> Column | None:
    """The amount of the earlier stage: the column named so, else the first of the same year to the left."""
    if chosen is None:
        return None
    same = [
        c
        for c in planned
        if c.index != chosen.index
        and (_which_year(c) == _which_year(chosen) or _which_year(c) is None)
        and bool(_FINAL.search(_label(c))) == bool(_FINAL.search(_label(chosen)))
        and c.period is None
    ]
    named = [c for c in same if _stage(c) is Stage.MURNI]
    left = [c for c in same if c.index < chosen.index]
    return next(iter(named or left), None)


def speaks_of_money(table: Table, money: MoneyColumns) -> bool:
    """True when header, caption or cells name a budget or rupiah; large numbers alone are no budget."""
    used = [i for i in (money.anggaran, money.realisasi) if i is not None]
    labels = " ".join(_label(table.columns[i]) for i in used)
    if _BUDGET.search(labels) or _BUDGET.search(table.caption):
        return True
    return any(_RUPIAH.match(row.text(i)) for row in table.rows for i in used)
