"""E701: last year's figures in this year's report against what last year's report said."""

from collections.abc import Iterator

from schemas.archive import ArchiveFinding, Dossier, Fact
from schemas.finding import Severity
from validators.archive.names import nearest, plain
from validators.archive.rule import ArchiveRule
from validators.archive.values import agree

MEASURES = ("realisasi", "capaian")


def check(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for each indicator whose earlier year is told differently; reports of one agency."""
    reports = sorted((d for d in dossiers if d.jenis == "lkip" and d.tahun), key=lambda d: (d.tahun or 0, d.sha256))
    for later in reports:
        for earlier in reports:
            if earlier.tahun and later.tahun and earlier.tahun < later.tahun:
                yield from _compare(later, earlier)


def own_year(dossier: Dossier, measure: str, tahun: int | None) -> dict[str, Fact]:
    """The values of one measure and year by plain name; names with two different values are left out."""
    found: dict[str, Fact] = {}
    unclear: set[str] = set()
    for fact in dossier.indikator:
        if fact.ukuran != measure or fact.tahun != tahun or fact.nilai is None or fact.tahap == "akhir":
            continue
        name = plain(fact.name)
        other = found.setdefault(name, fact)
        if other.nilai is not None and not agree(other.nilai, fact.nilai):
            unclear.add(name)
    return {name: fact for name, fact in found.items() if name not in unclear}


def _compare(later: Dossier, earlier: Dossier) -> Iterator[ArchiveFinding]:
    for measure in MEASURES:
        said, told = own_year(earlier, measure, earlier.tahun), own_year(later, measure, earlier.tahun)
        for name, fact in told.items():
            match = nearest(name, said)
            first = said.get(match) if match else None
            if first is None or first.nilai is None or fact.nilai is None or agree(first.nilai, fact.nilai):
                continue
            yield RULE.finding(
                [(later, [fact]), (earlier, [first])],
                printed=fact.raw,
                expected=first.raw,
                computation=f"{measure} {earlier.tahun}: {later.tahun} {fact.raw}, {earlier.tahun} {first.raw}",
                measure=measure,
                name=fact.name,
                earlier=earlier.tahun,
                later=later.tahun,
            )


RULE = ArchiveRule(
    code="E701",
    title_id="Angka tahun lalu berbeda dari laporan tahun lalu",
    title_en="Last year's figure differs from last year's report",
    severity=Severity.WARNING,
    message_id="Laporan {later} menyebut {measure} {earlier} “{name}” {printed}; laporan {earlier} mencetak {expected}",
    message_en="The {later} report gives {earlier} {measure} of “{name}” as {printed}, the {earlier} one {expected}",
    check=check,
)
