"""Pages per second and peak memory beside the peers, on the same files, in the same run.

Each engine reads each file in a fresh process, so that neither caches nor memory of one file help the next.
Engines take turns file by file, so that a noisy machine is noisy for all; only the ratios are to be quoted.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from benchmarks.documents import pdfs

ENGINES = ("cermat", "pdfplumber", "pdftotext", "camelot")
CAMELOT_EVERY = 4  # camelot is so slow that it gets every fourth file; its ratio is over those files alone


class Run(NamedTuple):
    """One engine on one file: seconds of processor time, peak memory in MB."""

    pages: int
    seconds: float
    megabytes: float


def speed(engines: tuple[str, ...] = ENGINES) -> list[str]:
    """Lines of Markdown: one row for each engine."""
    runs: dict[str, dict[Path, Run]] = {e: {} for e in engines}
    for index, path in enumerate(pdfs()):
        for engine in engines:
            if engine == "camelot" and index % CAMELOT_EVERY:
                continue
            if engine == "pdftotext" and shutil.which("pdftotext") is None:
                continue
            runs[engine][path] = _run(engine, path)
    own = runs["cermat"]
    lines = [
        "| engine | files | pages | pages/s | cermat is … times as fast | peak MB |",
        "|---|---|---|---|---|---|",
    ]
    for engine, done in runs.items():
        if not done:
            continue
        pages, seconds = sum(own[p].pages for p in done), sum(r.seconds for r in done.values())
        ratio = seconds / sum(own[p].seconds for p in done)
        peak = max(r.megabytes for r in done.values())
        lines.append(f"| {engine} | {len(done)} | {pages} | {pages / seconds:.1f} | {ratio:.2f} | {peak:.0f} |")
    slowest = sorted(own.items(), key=lambda item: item[1].pages / item[1].seconds)[:3]
    worst = ", ".join(f"{p.stem[:3]} {r.pages / r.seconds:.0f}/s" for p, r in slowest)
    largest = max(own.items(), key=lambda item: item[1].megabytes)
    note = f"Slowest for cermat: {worst}. Largest memory: {largest[1].megabytes:.0f} MB ({largest[1].pages} pages)."
    return [*lines, "", note, ""]


def _run(engine: str, path: Path) -> Run:
    command = [sys.executable, "-m", "benchmarks.engines", engine, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return Run(**json.loads(done.stdout.splitlines()[-1]))
