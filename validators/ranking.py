"""The order in which a reader should see findings: what changes a conclusion, is certain and material first."""

from collections.abc import Iterable
from decimal import Decimal

from schemas.finding import Finding, Severity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_MONEY = Decimal(1000)  # amounts below this are no money


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Roots by severity, effect on the conclusion, certainty, reach and amount; then the consequences as they come."""
    return sorted(findings, key=_rank)


def _rank(finding: Finding) -> tuple[bool, int, bool, Decimal, int, Decimal]:
    value = finding.expected_value
    material = abs(value) if value is not None and abs(value) >= _MONEY else Decimal(0)
    return (
        finding.cause is not None,
        _ORDER[finding.severity],
        not finding.mengubah_kesimpulan,
        -finding.confidence,
        -len(finding.consequences),
        -material,
    )
