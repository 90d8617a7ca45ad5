"""Worker processes on this machine; a document that kills, hangs or floods its worker is isolated.

Workers are renewed after a number of tasks and die alone: the documents of a failed group are tried by themselves,
and what fails alone twice becomes an entry.
"""

from collections.abc import Iterable, Iterator
from multiprocessing.connection import wait
from pathlib import Path

from flows.runners import Limits, Outcome, Stop, Work
from flows.runners.batches import batches
from flows.runners.failures import failure
from flows.runners.worker import Answer, Task, Worker
from schemas.errors import ErrorCode, InputError

AHEAD = 2
"""Tasks sent to each worker: enough to keep it busy, few enough to keep the parent's memory flat."""
TASKS_BEFORE_RENEWAL = 200
_PATIENCE = 0.1
"""Seconds between two looks at the clocks of the workers."""


class LocalRunner:
    """``workers`` processes on this machine, each under ``limits``."""

    def __init__(self, workers: int, limits: Limits) -> None:
        """``workers`` is at least 1."""
        self.workers, self.limits = workers, limits

    def run(self, files: Iterable[Path], work: Work, stop: Stop) -> Iterator[Outcome]:
        """Yield outcomes as they come."""
        crew: list[Worker] = []
        again: list[Task] = []
        fresh = (Task(group) for group in batches(files))
        try:
            while True:
                self._hand_out(crew, again, fresh, work, stop)
                if not crew:
                    return
                speaking = wait([w.channel for w in crew], timeout=_PATIENCE)
                for worker in [w for w in crew if w.channel in speaking]:
                    yield from self._hear(worker, crew, again)
                for worker in [w for w in crew if w.overdue(self.limits.seconds)]:
                    worker.end()
                    yield from self._lost(worker, crew, again, ErrorCode.TIMEOUT, self.limits.seconds)
        finally:
            for worker in crew:
                worker.end()

    def _hand_out(self, crew: list[Worker], again: list[Task], fresh: Iterator[Task], work: Work, stop: Stop) -> None:
        """Keep every worker supplied; let the worn-out ones go, and everybody when nothing is left to do."""
        while True:
            able = [w for w in crew if w.sent < TASKS_BEFORE_RENEWAL and len(w.tasks) < AHEAD]
            least = min(able, key=lambda w: len(w.tasks), default=None)
            room = len(crew) < self.workers
            if not room and least is None:
                break
            task = again.pop() if again else None if stop.asked else next(fresh, None)
            if task is None:
                break
            if least is None or (room and least.tasks):
                least = Worker(work, self.limits.megabytes)
                crew.append(least)
            least.send(task)
        done = not any(w.tasks for w in crew)
        for worker in [w for w in crew if not w.tasks and (done or w.sent >= TASKS_BEFORE_RENEWAL)]:
            worker.end()
            crew.remove(worker)

    def _hear(self, worker: Worker, crew: list[Worker], again: list[Task]) -> Iterator[Outcome]:
        """What a worker said: an answer, that it has started, or, by hanging up, that it is dead."""
        try:
            heard = worker.receive()
        except EOFError:
            yield from self._lost(worker, crew, again, ErrorCode.CRASHED, worker.died())
            return
        if heard is None:
            return
        task, values = heard
        if _flooded(values) and not _given_up(task, again):
            return
        yield from (Outcome(path, value) for path, value in zip(task.files, values, strict=True))

    def _lost(
        self, worker: Worker, crew: list[Worker], again: list[Task], code: ErrorCode, limit: float
    ) -> Iterator[Outcome]:
        """The tasks of a dead worker: the oldest was its end, the others it had not begun."""
        crew.remove(worker)
        task = worker.tasks.popleft()
        again.extend(reversed(worker.tasks))
        if _given_up(task, again):
            yield Outcome(task.files[0], failure(task.files[0], code, limit))


def _given_up(task: Task, again: list[Task]) -> bool:
    """Whether a failed task is given up; else its documents are tried again, each by itself."""
    if task.alone and not task.tries:
        return True
    tries = task.tries - 1 if task.alone else 1
    again.extend(Task((path,), tries) for path in reversed(task.files))
    return False


def _flooded(values: Answer) -> bool:
    """Whether some document ran out of memory: perhaps its neighbours' memory, so it is tried by itself."""
    return any(isinstance(v, InputError) and v.code is ErrorCode.MEMORY for v in values)
