"""Whether a correction would change what the report concludes: its band, its target, its efficiency."""

from decimal import Decimal

from schemas.finding import Evidence, Finding
from schemas.records import Band, Indikator, Skala
from schemas.table import Kind
from validators.view import View


def changes_conclusion(view: View, finding: Finding) -> Finding:
    """The finding with ``mengubah_kesimpulan`` set where the expected value tells another story."""
    if finding.expected_value is None or not finding.evidence:
        return finding
    first = finding.evidence[0]
    record = next(
        (r for r in view.indikator.get(first.table or "", ()) if r.row == first.row and _holds(r, first.column)), None
    )
    if record is None:
        flips = _flips_efficiency(view, first, finding.expected_value)
        return finding.model_copy(update={"mengubah_kesimpulan": True}) if flips else finding
    if _crosses(view, record, first.column or "", finding.expected_value):
        return finding.model_copy(update={"mengubah_kesimpulan": True})
    return finding


def _flips_efficiency(view: View, place: Evidence, value: Decimal) -> bool:
    """Whether a degree of efficiency would change its sign."""
    table = view.tables.get(place.table or "")
    if table is None or table.kind is not Kind.EFISIENSI:
        return False
    row = next((r for r in table.rows if r.index == place.row), None)
    cells = [n for n in row.numbers if n is not None and n.place.column == place.column] if row else []
    return any(n.value is not None and n.value * value < 0 for n in cells)


def _holds(record: Indikator, column: str | None) -> bool:
    cells = (record.target, record.realisasi, record.capaian)
    return any(cell is not None and cell.place.column == column for cell in cells)


def _crosses(view: View, record: Indikator, column: str, value: Decimal) -> bool:
    if record.capaian is not None and record.capaian.place.column == column:
        have = record.capaian.value
        if have is None:
            return False
        if (have >= 100) != (value >= 100):
            return True
        scale = next((s for s in view.document.skala if s.about == "capaian"), None)
        return scale is not None and band(scale, have) != band(scale, value)
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
