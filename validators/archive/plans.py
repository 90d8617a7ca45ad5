"""E702, E703, E705: one year's plans against its report: targets, programme budgets, the set of indicators."""

from collections.abc import Iterable, Iterator

from schemas.archive import ArchiveFinding, Dossier, Fact
from schemas.finding import Severity
from validators.archive.names import nearest, plain
from validators.archive.prior_year import own_year
from validators.archive.rule import ArchiveRule
from validators.archive.values import agree

PLANS = {"renstra": "Renstra", "perjanjian_kinerja": "PK", "rkt": "RKT", "renja": "Renja"}


def check_targets(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for each target of a report that differs from the target of a plan for that year."""
    for report, plan in _pairs(dossiers, PLANS):
        wanted, printed = own_year(plan, "target", report.tahun), own_year(report, "target", report.tahun)
        for name, fact in printed.items():
            match = nearest(name, wanted)
            other = wanted.get(match) if match else None
            if other is None or other.nilai is None or fact.nilai is None or agree(other.nilai, fact.nilai):
                continue
            yield TARGETS.finding(
                [(report, [fact]), (plan, [other])],
                printed=fact.raw,
                expected=other.raw,
                name=fact.name,
                tahun=report.tahun,
                plan=PLANS[plan.jenis],
            )


def check_budgets(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for each programme whose budget differs between the plan of a year and its report."""
    for report, plan in _pairs(dossiers, {"perjanjian_kinerja": "PK", "realisasi": "realisasi"}):
        if plan.tahun != report.tahun:
            continue
        wanted, printed = _programmes(plan.anggaran), _programmes(report.anggaran)
        for name, fact in printed.items():
            match = nearest(name, wanted)
            other = wanted.get(match) if match else None
            if other is None or other.nilai == fact.nilai:
                continue
            yield BUDGETS.finding(
                [(report, [fact]), (plan, [other])],
                printed=fact.raw,
                expected=other.raw,
                name=fact.name,
                tahun=report.tahun,
            )


def check_indicators(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for each decree whose indicators are not all measured in that year's report."""
    for report, decree in _pairs(dossiers, {"iku": "IKU"}):
        if decree.tahun != report.tahun or not decree.iku:
            continue
        measured = {plain(f.name) for f in report.indikator if f.ukuran == "realisasi"}
        missing = [name for name in decree.iku if plain(name) and nearest(plain(name), measured) is None]
        if not measured or not missing or len(missing) == len(decree.iku):
            continue  # nothing in common: another decree, or names that cannot be matched at all
        yield INDICATORS.finding(
            [(report, []), (decree, [])],
            printed="; ".join(missing),
            names="; ".join(missing),
            count=len(missing),
            tahun=report.tahun,
        )


def _pairs(dossiers: Iterable[Dossier], kinds: dict[str, str]) -> Iterator[tuple[Dossier, Dossier]]:
    listed = sorted(dossiers, key=lambda d: (d.tahun or 0, d.sha256))
    for report in listed:
        if report.jenis == "lkip" and report.tahun:
            for plan in listed:
                if plan.jenis in kinds and (plan.jenis == "renstra" or plan.tahun == report.tahun):
                    yield report, plan


def _programmes(facts: Iterable[Fact]) -> dict[str, Fact]:
    """Budgets by programme; a programme printed with two amounts is left to the checks inside its document."""
    found: dict[str, Fact] = {}
    unclear: set[str] = set()
    for fact in facts:
        if fact.level == "program" and fact.ukuran == "anggaran" and fact.nilai is not None:
            other = found.setdefault(plain(fact.name), fact)
            if other.nilai != fact.nilai:
                unclear.add(plain(fact.name))
    return {name: fact for name, fact in found.items() if name not in unclear}


TARGETS = ArchiveRule(
    code="E702",
    title_id="Target laporan berbeda dari dokumen perencanaan",
    title_en="Target of the report differs from the plan",
    severity=Severity.WARNING,
    message_id="Target {tahun} “{name}” di laporan {printed}, di {plan} {expected}",
    message_en="The {tahun} target of “{name}” is {printed} in the report and {expected} in the {plan}",
    check=check_targets,
)
BUDGETS = ArchiveRule(
    code="E703",
    title_id="Anggaran program berbeda antar dokumen",
    title_en="Programme budget differs between documents",
    severity=Severity.WARNING,
    message_id="Anggaran {tahun} program “{name}” di laporan {printed}, di dokumen lain {expected}; periksa tahapnya",
    message_en="The {tahun} budget of “{name}” is {printed} in the report, {expected} elsewhere; check the stage",
    check=check_budgets,
)
INDICATORS = ArchiveRule(
    code="E705",
    title_id="IKU tidak dilaporkan",
    title_en="Key indicators not reported",
    severity=Severity.WARNING,
    message_id="{count} IKU dari keputusan {tahun} tidak ditemukan di laporan: {names}",
    message_en="{count} indicators of the {tahun} decree were not found in the report: {names}",
    check=check_indicators,
)
