"""A pool of spawned processes on this machine; a document that kills, hangs or floods its worker is isolated.

Workers are spawned, not forked (native libraries do not survive a fork), renewed after a number of tasks, and die
alone: the documents of a failed group are tried by themselves, and what fails alone twice becomes an entry.
"""

import contextlib
import resource
import signal
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, TimeoutError, wait
from multiprocessing import get_context
from pathlib import Path
from typing import Any, NamedTuple

from pebble import ProcessExpired, ProcessPool

from flows.runners import Limits, Outcome, Stop, Work
from flows.runners.batches import batches
from flows.runners.failures import failure
from schemas.errors import ErrorCode, InputError
from schemas.result import Checked

AHEAD = 2
"""Tasks waiting for each worker: enough to keep it busy, few enough to keep the parent's memory flat."""
TASKS_BEFORE_RENEWAL = 200


class _Task(NamedTuple):
    """``tries`` left when this one fails; a group has its documents tried alone instead."""

    files: tuple[Path, ...]
    tries: int

    @property
    def alone(self) -> bool:
        return len(self.files) == 1


class LocalRunner:
    """``workers`` processes on this machine, each under ``limits``."""

    def __init__(self, workers: int, limits: Limits) -> None:
        """``workers`` is at least 1."""
        self.workers, self.limits = workers, limits

    def run(self, files: Iterable[Path], work: Work, stop: Stop) -> Iterator[Outcome]:
        """Yield outcomes as they come."""
        pool = ProcessPool(
            max_workers=self.workers,
            max_tasks=TASKS_BEFORE_RENEWAL,
            context=get_context("spawn"),
            initializer=prepare_worker,
            initargs=(self.limits.megabytes,),
        )
        waiting = (_Task(group, tries=1) for group in batches(files))
        again: list[_Task] = []
        running: dict[Any, _Task] = {}
        try:
            while True:
                while len(running) < self.workers * AHEAD and (again or not stop.asked):
                    task = again.pop() if again else next(waiting, None)
                    if task is None:
                        break
                    seconds = self.limits.seconds or None
                    running[pool.schedule(run_task, args=(work, task.files), timeout=seconds)] = task
                if not running:
                    break
                for future in wait(running, return_when=FIRST_COMPLETED).done:
                    task = running.pop(future)
                    values = _values(future, task)
                    if values is None and (task.tries or not task.alone):
                        tries = task.tries - 1 if task.alone else 1
                        again.extend(_Task((path,), tries) for path in reversed(task.files))
                        continue
                    yield from _outcomes(future, task, values, self.limits)
            pool.close()
            pool.join()
        finally:
            with contextlib.suppress(RuntimeError):
                pool.stop()
                pool.join()


def prepare_worker(megabytes: int) -> None:
    """In the worker: leave Ctrl-C to the parent, and bound the memory."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if megabytes:
        size = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))


def run_task(work: Work, files: tuple[Path, ...]) -> list[Checked | InputError]:
    """In the worker: check the documents of one task."""
    return [_checked(work, path) for path in files]


def _checked(work: Work, path: Path) -> Checked | InputError:
    """One document; what a flood held is let go before the next one."""
    try:
        return work(path)
    except MemoryError:
        pass  # the entry is made outside, where the exception no longer keeps the memory alive
    return failure(path, ErrorCode.MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[0] // (1024 * 1024))


def _values(future: Future[Any], task: _Task) -> list[Checked | InputError] | None:
    """What the worker returned; None when it did not come back or ran out of memory on some document."""
    if future.exception() is not None:
        return None
    values: list[Checked | InputError] = future.result()
    out_of_memory = any(isinstance(v, InputError) and v.code is ErrorCode.MEMORY for v in values)
    return None if out_of_memory and (task.tries or not task.alone) else values


def _outcomes(
    future: Future[Any], task: _Task, values: list[Checked | InputError] | None, limits: Limits
) -> Iterator[Outcome]:
    if values is not None:
        yield from (Outcome(path, value) for path, value in zip(task.files, values, strict=True))
        return
    error = future.exception()
    for path in task.files:
        if isinstance(error, TimeoutError):
            yield Outcome(path, failure(path, ErrorCode.TIMEOUT, limits.seconds))
        else:
            status = (error.exitcode or 0) if isinstance(error, ProcessExpired) else 1
            yield Outcome(path, failure(path, ErrorCode.CRASHED, status))
