"""All checks between documents, agency by agency, then the copies over the whole archive."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from schemas.archive import ArchiveFinding, Dossier
from validators.archive import copies, plans, prior_year, series
from validators.archive.rule import ArchiveRule

RULES: tuple[ArchiveRule, ...] = (
    prior_year.RULE,
    plans.TARGETS,
    plans.BUDGETS,
    plans.INDICATORS,
    series.FROZEN,
    series.OUTLIERS,
    series.COPIED,
    copies.IDENTICAL,
    copies.VERSIONS,
)
"""Rules over the dossiers of one agency. Copied texts need the whole archive: ``copies.copied_texts``."""


def check_agency(dossiers: Iterable[Dossier]) -> tuple[ArchiveFinding, ...]:
    """The findings between the documents of one agency, in the order of the rules."""
    listed = tuple(sorted(dossiers, key=lambda d: (d.tahun or 0, d.jenis, d.sha256)))
    return tuple(finding for rule in RULES for finding in rule.check(listed))


def check_archive(dossiers: Iterable[Dossier], text_of: copies.TextOf) -> Iterator[ArchiveFinding]:
    """All findings: documents of one agency against each other, then copied texts over all."""
    groups: dict[str, list[Dossier]] = defaultdict(list)
    every = tuple(dossiers)
    for dossier in every:
        groups[dossier.agency or dossier.sha256].append(dossier)
    for _, group in sorted(groups.items()):
        yield from check_agency(group)
    yield from copies.copied_texts(every, text_of)
