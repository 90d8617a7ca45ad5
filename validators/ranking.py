"""The order in which a reader should see findings: what changes a conclusion, is certain and material first."""

from collections.abc import Iterable

from schemas.finding import Finding, Severity

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}


def ranked(findings: Iterable[Finding]) -> list[Finding]:
    """Roots by rank; consequences keep their place behind them."""
    return sorted(
        findings,
        key=lambda f: (
            f.cause is not None,
            _ORDER[f.severity],
            not f.mengubah_kesimpulan,
            -f.confidence,
            -len(f.consequences),
        ),
    )
