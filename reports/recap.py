"""What the recap of a run keeps of each document: small, so that a run over thousands stays light."""

from collections import Counter
from collections.abc import Collection
from typing import NamedTuple

from reports.names import stem_of
from schemas.errors import InputError
from schemas.finding import Severity
from schemas.result import Checked, RuleNote


class Entry(NamedTuple):
    """One input of a run. ``rules`` and ``categories`` count root findings that are not accepted.

    For an input that could not be read only ``path`` and ``failure`` are filled in.
    """

    path: str
    stem: str = ""
    jenis: str = ""
    instansi: str | None = None
    tahun: int | None = None
    pages: int | None = None
    errors: int = 0
    warnings: int = 0
    notes: int = 0
    consequences: int = 0
    changing: int = 0  # findings that move a conclusion
    rules: tuple[tuple[str, int], ...] = ()
    categories: tuple[tuple[str, int], ...] = ()
    numbers: int = 0
    in_records: int = 0
    confirmed: int = 0
    unread: int = 0
    titles: tuple[RuleNote, ...] = ()
    failure: InputError | None = None

    @property
    def weight(self) -> tuple[int, int, int]:
        """Sorts the worst document first when sorted downwards."""
        return (self.errors, self.warnings, self.notes)


def entry_of(outcome: Checked | InputError, shared: Collection[str] = ()) -> Entry:
    """The entry of one outcome of a run."""
    if isinstance(outcome, InputError):
        return Entry(path=outcome.path, failure=outcome)
    document = outcome.document
    roots = [f for f in outcome.findings if f.cause is None and f.accepted is None]
    severities = Counter(f.severity for f in roots)
    return Entry(
        path=document.source.path,
        stem=stem_of(document.source.path, document.source.sha256, shared),
        jenis=document.identity.jenis.value,
        instansi=document.identity.instansi,
        tahun=document.identity.tahun,
        pages=document.source.pages,
        errors=severities[Severity.ERROR],
        warnings=severities[Severity.WARNING],
        notes=severities[Severity.INFO],
        consequences=sum(f.cause is not None for f in outcome.findings),
        changing=sum(f.mengubah_kesimpulan for f in roots),
        rules=tuple(sorted(Counter(f.rule for f in roots).items())),
        categories=tuple(sorted(Counter(f.category.value for f in roots).items())),
        numbers=document.coverage.numbers_on_table_pages,
        in_records=document.coverage.in_records,
        confirmed=document.coverage.confirmed,
        unread=len(document.coverage.unread),
        titles=outcome.rules,
    )
