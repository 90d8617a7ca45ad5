"""One run: inputs through a runner into sinks, stoppable between documents."""

import signal
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType

from flows.inputs import Inputs
from flows.progress import Advance
from flows.runners import Runner, Stop
from flows.sinks import Sink
from flows.steps import Options, process

INTERRUPTED = 130


def run(
    inputs: Inputs,
    options: Options,
    runner: Runner,
    sinks: Sequence[Sink],
    advance: Advance,
    todo: Sequence[Path] | None = None,
) -> bool:
    """Process every input; True when the run was stopped before its end.

    ``todo`` are the files that are left when a store knows the others.
    The first Ctrl-C lets the documents in hand finish and be stored; the second stops at once.
    """
    order = {path: index for index, path in enumerate(inputs.files)}
    files = inputs.files if todo is None else todo
    for number, error in enumerate(inputs.errors):
        for sink in sinks:
            sink.take(number - len(inputs.errors), error)
    done = 0
    with _stoppable() as stop:
        for path, outcome in runner.run(files, partial(process, options=options), stop):
            for sink in sinks:
                sink.take(order[path], outcome)
            advance(path, outcome)
            done += 1
    for sink in sinks:
        sink.finish()
    return done < len(files)


@contextmanager
def _stoppable() -> Iterator[Stop]:
    """A Stop that the first Ctrl-C asks; the second raises KeyboardInterrupt."""
    stop = Stop()

    def handler(number: int, frame: FrameType | None) -> None:
        if stop.asked:
            raise KeyboardInterrupt
        stop.asked = True
        print("\ncermat: berhenti setelah dokumen yang sedang dikerjakan (Ctrl-C lagi: segera)", file=sys.stderr)

    previous = signal.signal(signal.SIGINT, handler)
    try:
        yield stop
    finally:
        signal.signal(signal.SIGINT, previous)


def choose_runner(name: str, workers: int | None, files: Sequence[Path], seconds: float, megabytes: int) -> Runner:
    """The runner of a name ("local", "dask" or "dask:ADDRESS").

    Without ``workers`` there is one process for each core, at most one for each file; a single text is checked in
    this process. A single PDF is not: its native reader can only be stopped from outside. ``workers`` 0 always means
    this process, without limits.
    """
    import os

    from flows.runners import Limits

    limits = Limits(seconds, megabytes)
    if name.startswith("dask"):
        from flows.runners.cluster import DaskRunner

        return DaskRunner(workers or os.cpu_count() or 1, limits, name.partition(":")[2] or None)
    if workers is None:
        workers = 0 if len(files) == 1 and not _is_pdf(files[0]) else min(len(files), os.cpu_count() or 1)
    if workers == 0:
        from flows.runners.inline import InlineRunner

        return InlineRunner()
    from flows.runners.local import LocalRunner

    return LocalRunner(workers, limits)


def _is_pdf(path: Path) -> bool:
    """Whether the native PDF reader will see this file."""
    try:
        with path.open("rb") as stream:
            return b"%PDF-" in stream.read(1024)
    except OSError:
        return False
