"""The realisation behind a ratio to the end of the plan.

A table may print, beside target, realisasi and capaian of the year, the target of the last year of the plan and what
the year's realisasi is of it. That ratio has its own record without a realisasi: it stands in the same row.
"""

from collections import defaultdict
from collections.abc import Iterable

from schemas.number import Printed
from schemas.records import Indikator
from schemas.table import Stage
from validators import agreement
from validators.readings import Interval, inverse, lower_is_better, ratio
from validators.view import View

_LEAST = 3
_WAYS = (ratio, inverse, lower_is_better)


def realised_towards_end(view: View) -> dict[str, Printed]:
    """By record id of a ratio to the end of the plan: the realisasi of the latest year of its row.

    Only for tables in which at least three rows, and more than half, are such ratios: the column of another table may
    hold a sum over years, a change, or what was reached of another target.
    """
    rows: dict[tuple[str, int], list[Indikator]] = defaultdict(list)
    for record in view.document.indikator:
        rows[record.table, record.row].append(record)
    found: dict[str, dict[str, Printed]] = defaultdict(dict)
    fits: dict[str, int] = defaultdict(int)
    for (table, _), records in rows.items():
        for record in records:
            if record.stage is not Stage.AKHIR or record.realisasi is not None or record.capaian is None:
                continue
            realised = _latest(r for r in records if r.realisasi is not None and not r.keluaran)
            if realised is not None and record.target is not None and record.target.value:
                found[table][record.id] = realised
                fits[table] += _is_ratio(record.capaian, realised, record.target)
    return {
        name: realised
        for table, named in found.items()
        if fits[table] >= _LEAST and 2 * fits[table] > len(named)
        for name, realised in named.items()
    }


def _latest(records: Iterable[Indikator]) -> Printed | None:
    latest = max(records, key=lambda r: r.tahun or 0, default=None)
    return None if latest is None else latest.realisasi


def _is_ratio(capaian: Printed, realised: Printed, target: Printed) -> bool:
    if realised.value is None or target.value is None:
        return False
    points = [Interval(v, v) for v in (realised.value, target.value)]
    stands = agreement.interval_of(capaian)
    return stands is not None and any(got is not None and stands.meets(got) for way in _WAYS if (got := way(points)))
