"""K401, K402, K403: identical files, text copied between agencies, two versions of one report."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from datasketch import MinHash, MinHashLSH
from rapidfuzz import fuzz

from schemas.archive import ArchiveFinding, Dossier
from schemas.finding import Severity
from validators.archive.names import nearest
from validators.archive.prior_year import own_year
from validators.archive.rule import ArchiveRule

PERMUTATIONS = 128
SHINGLE = 6
"""Words in a shingle: long enough that the phrases of the regulations alone do not make two reports alike."""
CANDIDATE = 0.55
"""Estimated share of common shingles from which two texts are compared word by word. Reports of different agencies
written from one template of a region stay below it; a copied report with names exchanged stays above."""
COPIED = 88.0
"""Word-by-word likeness (0 to 100) from which a text counts as copied."""

TextOf = Callable[[str], str]


def identical(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for each content that lies under several names."""
    for dossier in dossiers:
        if len(dossier.paths) > 1:
            yield IDENTICAL.finding([(dossier, [])], printed="; ".join(dossier.paths), count=len(dossier.paths))


def versions(dossiers: tuple[Dossier, ...]) -> Iterator[ArchiveFinding]:
    """One finding for each two reports of one agency, kind and year with different content: what changed."""
    groups: dict[tuple[str | None, str, int | None], list[Dossier]] = defaultdict(list)
    for dossier in dossiers:
        if dossier.agency and dossier.tahun and dossier.jenis != "lainnya":
            groups[dossier.agency, dossier.jenis, dossier.tahun].append(dossier)
    for group in groups.values():
        ordered = sorted(group, key=lambda d: (d.dated or "", d.sha256))
        for older, newer in combinations(ordered, 2):
            changes = list(_changes(older, newer))
            dated = older.dated and newer.dated and older.dated != newer.dated
            yield VERSIONS.finding(
                [(newer, []), (older, [])],
                printed="; ".join(changes[:8]) or None,
                computation="; ".join(changes) or None,
                count=len(changes),
                tahun=newer.tahun,
                which=newer.dated if dated else "?",
            )


def _changes(older: Dossier, newer: Dossier) -> Iterator[str]:
    for measure in ("target", "realisasi", "capaian"):
        before, after = own_year(older, measure, older.tahun), own_year(newer, measure, newer.tahun)
        for name, fact in after.items():
            match = nearest(name, before)
            if match and before[match].nilai != fact.nilai:
                yield f"{measure} {fact.name}: {before[match].raw} → {fact.raw}"


def copied_texts(dossiers: tuple[Dossier, ...], text_of: TextOf) -> Iterator[ArchiveFinding]:
    """One finding for each report whose running text is that of another agency or year.

    ``text_of`` gives the running text of a document by its hash; it is asked once for the signature and once more
    for each candidate pair, so that an archive need not fit in memory.
    """
    index = MinHashLSH(threshold=CANDIDATE, num_perm=PERMUTATIONS)
    by_hash: dict[str, Dossier] = {}
    for dossier in sorted(dossiers, key=lambda d: (d.tahun or 0, d.sha256)):
        words = masked(text_of(dossier.sha256), dossier)
        if len(words) < 40 * SHINGLE:
            continue
        signature = _signature(words)
        for other in sorted(index.query(signature)):
            first = by_hash[other]
            if not _comparable(first, dossier):
                continue
            likeness = fuzz.ratio(masked(text_of(other), first), words)
            if likeness >= COPIED:
                yield TEXTS.finding(
                    [(dossier, []), (first, [])],
                    printed=f"{likeness:.0f} %",
                    other=f"{first.instansi} {first.tahun or ''}".strip(),
                    share=f"{likeness:.0f}",
                )
        index.insert(dossier.sha256, signature)
        by_hash[dossier.sha256] = dossier


def masked(text: str, dossier: Dossier) -> list[str]:
    """The words of a text, its own agency's name and all numbers left out: they differ even in copies."""
    own = set((dossier.agency or "").split())
    return [w for w in text.casefold().split() if w.strip(".,:;()") not in own and not any(c.isdigit() for c in w)]


def _signature(words: list[str]) -> MinHash:
    signature = MinHash(num_perm=PERMUTATIONS)
    shingles = {" ".join(words[at : at + SHINGLE]).encode() for at in range(len(words) - SHINGLE + 1)}
    signature.update_batch(list(shingles))
    return signature


def _comparable(first: Dossier, second: Dossier) -> bool:
    """A report may repeat its own text of another kind, and the next year's may repeat most of last year's."""
    return first.jenis == second.jenis and first.agency != second.agency


IDENTICAL = ArchiveRule(
    code="K401",
    title_id="Berkas yang sama dengan nama lain",
    title_en="Identical files under other names",
    severity=Severity.INFO,
    message_id="Satu isi tersimpan sebagai {count} berkas: {printed}",
    message_en="One content is stored as {count} files: {printed}",
    check=identical,
)
VERSIONS = ArchiveRule(
    code="K403",
    title_id="Dua versi laporan yang sama",
    title_en="Two versions of one report",
    severity=Severity.WARNING,
    message_id="Ada dua versi laporan {tahun} dengan {count} angka berbeda (yang baru bertanggal {which}): {printed}",
    message_en="Two versions of the {tahun} report differ in {count} values (the newer is dated {which}): {printed}",
    check=versions,
)
TEXTS = ArchiveRule(
    code="K402",
    title_id="Teks disalin dari instansi lain",
    title_en="Text copied from another agency",
    severity=Severity.WARNING,
    message_id="{share} % teks sama dengan laporan {other}",
    message_en="{share} % of the text equals the report of {other}",
    check=lambda dossiers: (),
)
