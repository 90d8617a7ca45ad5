"""Bulk runs: throughput with one and two workers, cost of isolation, memory of the parent, unchanged folders.

One run measures all, on the same synthetic documents (text and PDF mixed): plain function calls in one process, the
pool with one worker, the pool with two. Set ``CERMAT_BENCH_DOCUMENTS`` for another number of documents.
"""

import os
import resource
import shutil
import tempfile
import time
from decimal import Decimal
from functools import partial
from pathlib import Path

from flows.inputs import find_inputs
from flows.runners import Limits, Runner, Stop
from flows.runners.inline import InlineRunner
from flows.runners.local import LocalRunner
from flows.steps import Options, process
from flows.storing import run_stored
from samples.arsip import arsip
from store.database import open_store

DOCUMENTS = int(os.environ.get("CERMAT_BENCH_DOCUMENTS", "2000"))
PDF_SHARE = Decimal("0.25")
YEARS = 5


def bulk() -> list[str]:
    """Lines of Markdown with the figures."""
    folder = Path(tempfile.mkdtemp(prefix="cermat-bench-"))
    try:
        masuk = folder / "masuk"
        for file in arsip(11, agencies=max(1, DOCUMENTS // YEARS), years=YEARS, pdf=PDF_SHARE):
            file.tulis(masuk)
        files = find_inputs([masuk]).files
        plain = _seconds(InlineRunner(), files)
        one = _seconds(LocalRunner(1, Limits()), files)
        before = _parent_megabytes()
        two, memory = _seconds_and_memory(LocalRunner(2, Limits()), files)
        again = _unchanged(masuk, folder / "a.db")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    count = len(files)
    rate = count / two
    return [
        f"{count} synthetic reports ({PDF_SHARE:.0%} PDF, {YEARS} years for each agency), stored nowhere.",
        "",
        "| run | documents/s | against plain calls |",
        "|---|---|---|",
        f"| plain function calls, one process | {count / plain:.1f} | 1 |",
        f"| pool, one worker | {count / one:.1f} | {plain / one:.2f} |",
        f"| pool, two workers | {rate:.1f} | {plain / two:.2f} |",
        "",
        f"Two workers against one: {one / two:.2f} times. Overhead of the pool with one worker: {one / plain - 1:.1%}.",
        f"Memory of the parent: {before:.0f} MB before, {memory[0]:.0f} MB after a tenth, {memory[1]:.0f} MB at the "
        "end.",
        f"An unchanged folder checked again: {again * 1000:.2f} ms for each document.",
        f"At this rate 10,000 such documents take {10_000 / rate / 3600:.1f} hours, 100,000 take "
        f"{100_000 / rate / 3600:.1f} hours. They are short; a real report of 50 pages costs about as many seconds as "
        "its pages divided by the pages per second above.",
        "",
    ]


def _seconds(runner: Runner, files: tuple[Path, ...]) -> float:
    return _seconds_and_memory(runner, files)[0]


def _seconds_and_memory(runner: Runner, files: tuple[Path, ...]) -> tuple[float, tuple[float, float]]:
    """Wall seconds of a run whose outcomes are let go at once; the parent's memory after a tenth and at the end."""
    work = partial(process, options=Options())
    began, early = time.perf_counter(), 0.0
    for done, _ in enumerate(runner.run(files, work, Stop()), 1):
        if done == len(files) // 10:
            early = _parent_megabytes()
    return time.perf_counter() - began, (early, _parent_megabytes())


def _parent_megabytes() -> float:
    """Resident memory now, where the system tells it; else the largest so far."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return pages * resource.getpagesize() / 1024 / 1024


def _unchanged(folder: Path, store: Path) -> float:
    """Seconds for each document of a second run over a stored folder."""
    inputs = find_inputs([folder])
    few = inputs.model_copy(update={"files": inputs.files[:400]})
    for _ in range(2):
        began = time.perf_counter()
        run_stored(str(store), few, Options(), LocalRunner(2, Limits()), [], lambda path, outcome: None)
        seconds = time.perf_counter() - began
    open_store(str(store)).dispose()
    return seconds / len(few.files)
