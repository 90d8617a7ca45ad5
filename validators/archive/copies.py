"""K401, K402, K403: identical files, figures and sentences of another report, two versions of one report."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import combinations

from datasketch import MinHash, MinHashLSH
from rapidfuzz import fuzz, process

from schemas.archive import ArchiveFinding, Dossier
from schemas.finding import Severity
from validators.archive.names import nearest
from validators.archive.prior_year import own_year
from validators.archive.rule import ArchiveRule

PERMUTATIONS = 128
SHINGLE = 5
"""Words around a figure that make it the same statement."""
FEWEST = 12
"""Statements with a telling figure below which two documents are alike by chance."""
CANDIDATE = 0.4
"""Estimated share of common statements from which two documents are compared sentence by sentence."""
COPIED = 50
"""Share of the shorter document's statements, in percent, that must stand in the other one."""
SAME_SENTENCE = 95.0

TextOf = Callable[[str], str]
_YEAR = re.compile(r"(?:19|20)\d\d(?:[-–/](?:19|20)?\d\d)?")
_DECIMAL = re.compile(r"\d,\d")


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
    """One finding for each report whose figures, with the words around them, are those of another agency or year.

    Sentences without figures do not count: reports of one region are written from one template. ``text_of`` gives
    the running text of a document by its hash; it is asked once for the signature and once more for each candidate,
    so that an archive need not fit in memory.
    """
    index = MinHashLSH(threshold=CANDIDATE, num_perm=PERMUTATIONS)
    by_hash: dict[str, Dossier] = {}
    for dossier in sorted(dossiers, key=lambda d: (d.tahun or 0, d.sha256)):
        text = text_of(dossier.sha256)
        told = statements(text)
        if len(told) < FEWEST:
            continue
        signature = MinHash(num_perm=PERMUTATIONS)
        signature.update_batch([statement.encode() for statement in sorted(told)])
        for other in sorted(index.query(signature)):
            first = by_hash[other]
            if (first.agency, first.tahun) == (dossier.agency, dossier.tahun) or first.jenis != dossier.jenis:
                continue
            share, example = _shared(text_of(other), text)
            if share >= COPIED:
                yield TEXTS.finding(
                    [(dossier, []), (first, [])],
                    printed=example,
                    other=f"{first.instansi or '?'} {first.tahun or ''}".strip(),
                    share=share,
                )
        index.insert(dossier.sha256, signature)
        by_hash[dossier.sha256] = dossier


def statements(text: str) -> set[str]:
    """Each telling figure of a text with the words around it."""
    words = text.casefold().split()
    half = SHINGLE // 2
    return {" ".join(words[max(0, at - half) : at + half + 1]) for at, word in enumerate(words) if _telling(word)}


def _telling(word: str) -> bool:
    """A figure that two agencies do not share by chance: four digits or decimals, but no year."""
    digits = [c for c in word if c.isdigit()]
    if _YEAR.fullmatch(word.strip(".,:;()-")):
        return False
    return len(digits) >= 4 or (len(digits) >= 3 and _DECIMAL.search(word) is not None)


def _shared(first: str, second: str) -> tuple[int, str]:
    """Share of the shorter text's lines with telling figures that stand in the other, in percent, and an example."""
    short, long = sorted((_sentences(first), _sentences(second)), key=len)
    if not short:
        return 0, ""
    common = [s for s in short if process.extractOne(s, long, scorer=fuzz.ratio, score_cutoff=SAME_SENTENCE)]
    return round(100 * len(common) / len(short)), max(common, key=len, default="")


def _sentences(text: str) -> list[str]:
    return [line for line in text.splitlines() if any(_telling(word) for word in line.split())]


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
    title_id="Angka dan kalimat sama dengan laporan lain",
    title_en="Figures and sentences equal those of another report",
    severity=Severity.WARNING,
    message_id="{share} % kalimat berangka sama dengan laporan {other}, misalnya “{printed}”",
    message_en="{share} % of the sentences with figures equal the report of {other}, for example “{printed}”",
    check=lambda dossiers: (),
)
