"""Progress of a run on standard error: one bar on a terminal, nothing else."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from schemas.errors import InputError
from schemas.finding import Severity
from schemas.result import Checked

Advance = Callable[[Path, Checked | InputError | None], None]
"""Called for each finished document; None means that an earlier run did it."""


@contextmanager
def progress(total: int, quiet: bool) -> Iterator[Advance]:
    """Yield a function to be called once for each finished document."""
    if quiet or total < 2:
        yield lambda path, outcome: None
        return
    if not sys.stderr.isatty():
        yield _lines(total)
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[note]}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True)) as bar:
        task = bar.add_task("cermat", total=total, note="")
        counts = {"findings": 0, "errors": 0}

        def advance(path: Path, outcome: Checked | InputError | None) -> None:
            _count(counts, outcome)
            note = f"{counts['findings']} temuan, {counts['errors']} gagal"
            bar.update(task, advance=1, note=note)

        yield advance


def _lines(total: int) -> Advance:
    """Plain lines, about twenty in all, for logs and pipes."""
    done = 0
    counts = {"findings": 0, "errors": 0}

    def advance(path: Path, outcome: Checked | InputError | None) -> None:
        nonlocal done
        done += 1
        _count(counts, outcome)
        if done == total or done % max(1, total // 20) == 0:
            print(f"cermat: {done}/{total}, {counts['findings']} temuan, {counts['errors']} gagal", file=sys.stderr)

    return advance


def _count(counts: dict[str, int], outcome: Checked | InputError | None) -> None:
    if isinstance(outcome, InputError):
        counts["errors"] += 1
    elif outcome is not None:
        counts["findings"] += sum(f.cause is None and f.severity is not Severity.INFO for f in outcome.findings)
