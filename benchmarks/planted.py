"""Errors of known kinds, planted one at a time into documents whose arithmetic holds: found, where, and why."""

import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.documents import SHARED, pdfs, texts
from benchmarks.mutation import mutants
from benchmarks.verdicts import KINDS, NUMERIC, Outcome, Planted, number, outcome, roots, shares
from extractors.document import extract
from samples import fakta, muat
from samples.acak import Ukuran
from samples.cetak.tata import Tata
from samples.generator import Report, make_report, plant
from samples.susun import susun
from samples.teks import cetak_teks
from schemas.errors import CermatError
from schemas.finding import Evidence
from schemas.result import Checked
from validators.check import check_document

SMALL = Ukuran(sasaran=2, indikator=2, program=2, kegiatan=2, sub=3)
LAYOUTS = (Tata("bergaris"), Tata("gabung", gabung="gabung", potong_baris=True, ulang_kepala=False))
TEXTS, PDFS, EACH = 24, 4, 2
"""Generated text reports, generated PDFs, and errors of a kind in each real document."""


class Origin(NamedTuple):
    """The outcomes on documents of one origin, the untouched ones that were read, and the alarms on them."""

    outcomes: list[Outcome]
    untouched: int
    alarms: list[str]


def planted() -> list[str]:
    """Lines of Markdown: one row for each kind of error, one table for each origin of documents."""
    origins = {"samples and generated reports": generated()}
    if SHARED.is_dir():
        origins["numbers of real documents that an exact relation confirms"] = real()
    lines: list[str] = []
    for name, origin in origins.items():
        lines += [f"### {name[0].upper()}{name[1:]}", "", *_table(origin.outcomes)]
        if origin.untouched:
            lines += [f"Alarms on {origin.untouched} untouched documents: {len(origin.alarms)}.", ""]
        for line in (*origin.alarms, *_missed(origin.outcomes)):
            print(line, file=sys.stderr)
    return lines


def generated() -> Origin:
    """One report of the samples and random ones, as text and as PDF."""
    reports: list[tuple[int, Report, Tata | None]] = [(0, _sample(), None), *((0, _sample(), t) for t in LAYOUTS[:1])]
    reports += [(seed, make_report(seed, SMALL if seed % 3 else None), None) for seed in range(1, TEXTS + 1)]
    reports += [(seed, make_report(1000 + seed, SMALL), LAYOUTS[seed % 2]) for seed in range(PDFS)]
    outcomes: list[Outcome] = []
    alarms: list[str] = []
    with tempfile.TemporaryDirectory() as folder:
        for seed, report, layout in reports:
            clean = report.text.encode() if layout is None else report.pdf(layout)[0]
            checked = _check(Path(folder), clean, layout)
            alarms += [f"alarm {seed} {layout and layout.nama}: {f.rule} {f.message.id}" for f in roots(checked)]
            for kind in KINDS:
                error = plant(report, kind, seed)
                if error is None:
                    continue
                content, places = (error.text.encode(), error.place) if layout is None else error.pdf(layout)
                one = Planted(
                    kind, _standing(kind, places, error.after), error.before, error.after, f"{seed} {error.keys}"
                )
                outcomes.append(outcome(one, checked, _check(Path(folder), content, layout)))
    return Origin(outcomes, len(reports), alarms)


def real() -> Origin:
    """The documents beside the project: errors planted into what was read of them."""
    outcomes: list[Outcome] = []
    for seed, path in enumerate((*texts(), *pdfs())):
        try:
            checked = check_document(extract(path))
        except CermatError:
            continue
        for one, document in mutants(checked, EACH, seed):
            outcomes.append(outcome(one, checked, check_document(document)))
    return Origin(outcomes, 0, [])


def _sample() -> Report:
    laporan = muat.laporan("sukamaju")
    naskah = susun(laporan)
    text, lines = cetak_teks(naskah)
    return Report(text, fakta.catat(naskah, lines, "baris"), laporan, naskah)


def _check(folder: Path, content: bytes, layout: Tata | None) -> Checked:
    path = folder / ("laporan.txt" if layout is None else "laporan.pdf")
    path.write_bytes(content)
    return check_document(extract(path))


def _standing(kind: str, places: frozenset[int], after: str) -> Callable[[Evidence], bool]:
    """On one of the lines or pages; a page holds many numbers, so there the number itself has to be printed."""
    value = number(after) if kind in NUMERIC else None

    def at(evidence: Evidence) -> bool:
        place = evidence.page if evidence.page is not None else evidence.line
        same = value is None or evidence.page is None or number(evidence.raw) == value
        return place in places and same

    return at


def _table(outcomes: list[Outcome]) -> list[str]:
    lines = ["| error | planted | found | at its place | cause named |", "|---|---|---|---|---|"]
    groups = {kind: [o for o in outcomes if o.planted.kind == kind] for kind in KINDS}
    groups["**numbers**"] = [o for o in outcomes if o.planted.kind in NUMERIC]
    groups["**all**"] = outcomes
    for name, some in groups.items():
        if some:
            count, *counts = shares(some)
            lines.append(f"| {name} | {count} | " + " | ".join(f"{100 * n / count:.1f} %" for n in counts) + " |")
    return [*lines, ""]


def _missed(outcomes: list[Outcome]) -> Iterator[str]:
    """What a person should look at: errors not found, found elsewhere, or told wrongly."""
    said: Counter[str] = Counter()
    for one in outcomes:
        state = "missed" if not one.found else "elsewhere" if not one.placed else "unnamed" if not one.named else ""
        if state:
            said[state] += 1
            error = one.planted
            yield f"{state} {error.kind} {error.label}: {error.before} -> {error.after} | " + " || ".join(one.said)
