"""E704, E706: the series of one indicator over the years: values that stand still, values that jump."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from itertools import pairwise
from statistics import median

from schemas.archive import ArchiveFinding, Dossier, Fact
from schemas.finding import Severity
from validators.archive.names import nearest, plain
from validators.archive.prior_year import own_year
from validators.archive.rule import ArchiveRule

FROZEN_YEARS = 3
"""Three reports with the same measured value to the last digit are worth a question; two are not."""
FACTOR = Decimal(8)
"""A value that is eight times the median of its series, or an eighth of it, looks like a slipped separator."""
FULL = {Decimal(0), Decimal(1), Decimal(100)}

Series = list[tuple[Dossier, Fact]]


def check_frozen(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for each measured value with decimals that does not move over the years."""
    for series in _series(dossiers):
        run: Series = []
        for point in series:
            if run and point[1].nilai != run[-1][1].nilai:
                yield from _frozen(run)
                run = []
            run.append(point)
        yield from _frozen(run)


def check_outliers(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for each value far out of its series of at least four years."""
    for series in _series(dossiers):
        values = [fact.nilai for _, fact in series if fact.nilai is not None]
        if len(values) < FROZEN_YEARS + 1 or min(values) <= 0:
            continue
        middle = Decimal(median(values))
        for dossier, fact in series:
            if fact.nilai is not None and not middle / FACTOR < fact.nilai < middle * FACTOR:
                others = [(d, [f]) for d, f in series if d is not dossier]
                yield OUTLIERS.finding(
                    [(dossier, [fact]), *others],
                    printed=fact.raw,
                    expected=f"{middle:f}",
                    computation=", ".join(f"{d.tahun}: {f.raw}" for d, f in series),
                    name=fact.name,
                    tahun=dossier.tahun,
                )


def _series(dossiers: tuple[Dossier, ...]) -> Iterator[Series]:
    """The realisasi of each indicator, one report for each year, in the order of the years."""
    named: dict[str, Series] = defaultdict(list)
    years: set[int] = set()
    for dossier in sorted(dossiers, key=lambda d: (d.tahun or 0, d.sha256)):
        if dossier.jenis != "lkip" or dossier.tahun is None or dossier.tahun in years:
            continue
        years.add(dossier.tahun)
        for name, fact in own_year(dossier, "realisasi", dossier.tahun).items():
            named[nearest(name, named) or name].append((dossier, fact))
    yield from named.values()


def _frozen(run: Series) -> Iterator[ArchiveFinding]:
    value = run[0][1].nilai if run else None
    if len(run) < FROZEN_YEARS or value is None or value in FULL or value == value.to_integral_value():
        return
    dossier, fact = run[-1]
    yield FROZEN.finding(
        [(d, [f]) for d, f in reversed(run)],
        printed=fact.raw,
        name=fact.name,
        first=run[0][0].tahun,
        last=dossier.tahun,
    )


def copied_values(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for a report all of whose realised values equal those of the year before."""
    reports = sorted((d for d in dossiers if d.jenis == "lkip" and d.tahun), key=lambda d: (d.tahun or 0, d.sha256))
    for earlier, later in pairwise(reports):
        old, new = own_year(earlier, "realisasi", earlier.tahun), own_year(later, "realisasi", later.tahun)
        same = [name for name in new if plain(name) in old and old[name].nilai == new[name].nilai]
        telling = [n for n in same if new[n].nilai not in FULL]
        if later.tahun != earlier.tahun and len(telling) >= FROZEN_YEARS + 1 and len(same) == len(new):
            yield COPIED.finding(
                [(later, [new[n] for n in telling]), (earlier, [old[n] for n in telling])],
                printed=str(len(same)),
                count=len(same),
                later=later.tahun,
                earlier=earlier.tahun,
            )


FROZEN = ArchiveRule(
    code="E704",
    title_id="Realisasi tidak berubah selama beberapa tahun",
    title_en="Realised value stands still for years",
    severity=Severity.INFO,
    message_id="Realisasi “{name}” tercetak {printed} setiap tahun dari {first} sampai {last}",
    message_en="The realised value of “{name}” is printed as {printed} every year from {first} to {last}",
    check=check_frozen,
)
OUTLIERS = ArchiveRule(
    code="E706",
    title_id="Nilai jauh di luar deret tahunannya",
    title_en="Value far out of its yearly series",
    severity=Severity.WARNING,
    message_id="Realisasi {tahun} “{name}” tercetak {printed}, jauh dari nilai tengah deretnya {expected}",
    message_en="The {tahun} realised value of “{name}” is {printed}, far from the median of its series {expected}",
    check=check_outliers,
)
COPIED = ArchiveRule(
    code="E707",
    title_id="Semua realisasi sama dengan tahun sebelumnya",
    title_en="All realised values equal those of the year before",
    severity=Severity.WARNING,
    message_id="Semua {count} realisasi laporan {later} sama dengan laporan {earlier}; mungkin disalin",
    message_en="All {count} realised values of the {later} report equal those of the {earlier} report; perhaps copied",
    check=copied_values,
)
