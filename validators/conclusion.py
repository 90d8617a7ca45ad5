"""Whether a correction would change what the report concludes: its band, its target, its efficiency."""

from decimal import Decimal

from schemas.finding import Finding
from schemas.records import Band, Indikator, Skala
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
        return finding
    if _crosses(view, record, first.column or "", finding.expected_value):
        return finding.model_copy(update={"mengubah_kesimpulan": True})
    return finding


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
