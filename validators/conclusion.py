"""Whether a correction would change what the report concludes: its band, its target, its efficiency."""

from collections.abc import Mapping
from decimal import Decimal
from types import MappingProxyType

from schemas.finding import Evidence, Finding
from schemas.records import Band, Indikator, KlaimKind, Skala
from schemas.table import Kind, Role
from validators.view import View, operand

_ALL = Decimal(100)
_NOTHING = Decimal(0)
_NONE: Mapping[str, Decimal] = MappingProxyType({})


def changes_conclusion(view: View, finding: Finding, assumed: Mapping[str, Decimal] = _NONE) -> Finding:
    """The finding with ``mengubah_kesimpulan`` set where the expected value tells another story.

    ``assumed`` are the corrections of all findings by operand key: beside a number that is wrong too, the right one
    counts.
    """
    value = finding.expected_value
    if value is None or not finding.evidence:
        return finding
    first = finding.evidence[0]
    if first.table is None:
        turns = _said(view, finding.keys[:1], value)
    else:
        turns = (
            _measured(view, first, value)
            or _spent(view, first, value, assumed)
            or _flips_efficiency(view, first, value)
        )
    return finding.model_copy(update={"mengubah_kesimpulan": True}) if turns else finding


def _said(view: View, keys: tuple[str, ...], value: Decimal) -> bool:
    """Whether a capaian that a sentence states would fall into another band."""
    claim = next((k for k in view.document.klaim if k.id in keys and k.kind is KlaimKind.PERCENT), None)
    if claim is None or claim.measure not in (None, "capaian") or claim.value is None or claim.value.value is None:
        return False
    return _other_band(view, claim.value.value, value)


def _measured(view: View, place: Evidence, value: Decimal) -> bool:
    """Whether an indicator would reach or miss its target, or another band."""
    rows = view.indikator.get(place.table or "", ())
    record = next((r for r in rows if r.row == place.row and _holds(r, place.column)), None)
    return record is not None and _crosses(view, record, place.column or "", value)


def _spent(view: View, place: Evidence, value: Decimal, assumed: Mapping[str, Decimal]) -> bool:
    """Whether a row would spend more than its budget, or no longer do so."""
    rows = view.anggaran.get(place.table or "", ())
    row = next((r for r in rows if r.row == place.row), None)
    if row is None:
        return False
    for cell, other, above in ((row.realisasi, row.anggaran, True), (row.anggaran, row.realisasi, False)):
        if cell is not None and cell.place.column == place.column and other is not None and other.value is not None:
            right = assumed.get(operand(other).key, other.value)
            return cell.value is not None and _over(cell.value, other.value, above) != _over(value, right, above)
    share = row.persen
    if share is None or share.place.column != place.column or share.value is None:
        return False
    return (share.value > _ALL) != (value > _ALL)


def _over(own: Decimal, other: Decimal, above: bool) -> bool:
    return own > other if above else own < other


def _flips_efficiency(view: View, place: Evidence, value: Decimal) -> bool:
    """Whether a row would become efficient or cease to be: by its degree, or by capaian against absorption."""
    table = view.tables.get(place.table or "")
    if table is None or table.kind is not Kind.EFISIENSI:
        return False
    row = next((r for r in table.rows if r.index == place.row), None)
    if row is None:
        return False
    held = {
        c.role: n for c, n in zip(table.columns, row.numbers, strict=False) if n is not None and n.value is not None
    }
    own = next((role for role, n in held.items() if n.place.column == place.column), None)
    if own is None:
        return False
    before = held[own].value
    reached, used = held.get(Role.CAPAIAN), held.get(Role.PERSEN)
    if own in (Role.CAPAIAN, Role.PERSEN) and reached is not None and used is not None:
        gain = (reached.value or _NOTHING) - (used.value or _NOTHING)
        after = value - (used.value or _NOTHING) if own is Role.CAPAIAN else (reached.value or _NOTHING) - value
        return (gain >= 0) != (after >= 0)
    if before is None:
        return False
    scale = next((s for s in view.document.skala if s.about == "efisiensi"), None)
    return before * value < 0 or (scale is not None and band(scale, before) != band(scale, value))


def _other_band(view: View, have: Decimal, value: Decimal) -> bool:
    if (have >= _ALL) != (value >= _ALL):
        return True
    scale = next((s for s in view.document.skala if s.about == "capaian"), None)
    return scale is not None and band(scale, have) != band(scale, value)


def _holds(record: Indikator, column: str | None) -> bool:
    cells = (record.target, record.realisasi, record.capaian)
    return any(cell is not None and cell.place.column == column for cell in cells)


def _crosses(view: View, record: Indikator, column: str, value: Decimal) -> bool:
    if record.capaian is not None and record.capaian.place.column == column:
        have = record.capaian.value
        return have is not None and _other_band(view, have, value)
    target, realised = record.target, record.realisasi
    if realised is not None and realised.place.column == column and target is not None and target.value is not None:
        return realised.value is not None and (realised.value >= target.value) != (value >= target.value)
    if target is not None and target.place.column == column and realised is not None and realised.value is not None:
        return target.value is not None and (realised.value >= target.value) != (realised.value >= value)
    return False


def band(scale: Skala, value: Decimal) -> str | None:
    """The label of the band that holds a value; None in a hole of the scale."""
    return next((b.label for b in scale.bands if _in(b, value)), None)


def _in(item: Band, value: Decimal) -> bool:
    above = item.low is None or value > item.low or (value == item.low and not item.low_open)
    below = item.high is None or value < item.high or (value == item.high and not item.high_open)
    return above and below
