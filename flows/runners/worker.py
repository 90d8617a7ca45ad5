"""A spawned process with a pipe of its own, and the tasks that were sent to it.

Each worker is reached over its own pipe, so what a dying worker was doing is always known: a queue shared by several
workers can lose the task of one that dies while it takes it (which is how general process pools come to wait for
ever, or to call a crash a timeout).
"""

import contextlib
import resource
import signal
import time
from collections import deque
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple, TypeAlias

from flows.runners import Work
from flows.runners.failures import failure
from schemas.errors import ErrorCode, InputError
from schemas.result import Checked

Answer: TypeAlias = list[Checked | InputError]
"""One value for each file of a task, in their order."""

_SPAWN = get_context("spawn")
_READY = "ready"


class Task(NamedTuple):
    """Files that travel together; ``tries`` left when it fails: a group has its documents tried alone instead."""

    files: tuple[Path, ...]
    tries: int = 1

    @property
    def alone(self) -> bool:
        """Whether a failure can only be this file's."""
        return len(self.files) == 1


class Worker:
    """A process that answers its tasks in the order they were sent.

    It is spawned: native libraries do not survive a fork. ``channel`` can be waited for: it is readable when there is
    something to receive, or when the process is gone.
    """

    def __init__(self, work: Work, megabytes: int) -> None:
        """Start the process; ``megabytes`` bounds its memory (0: no bound)."""
        self.channel, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(theirs, work, megabytes), daemon=True)
        self._process.start()
        theirs.close()
        self.tasks: deque[Task] = deque()
        self.sent = 0
        self._since: float | None = None

    def send(self, task: Task) -> None:
        """Add a task. A process that is already gone is noticed by ``receive``."""
        if not self.tasks and self._since is not None:
            self._since = time.monotonic()
        self.tasks.append(task)
        self.sent += 1
        with contextlib.suppress(OSError):
            self.channel.send(task.files)

    def receive(self) -> tuple[Task, Answer] | None:
        """The oldest task and its answer; None when the process says that it has started.

        Raises:
            EOFError: the process is gone.
        """
        try:
            message: Any = self.channel.recv()
        except OSError as error:
            raise EOFError from error
        self._since = time.monotonic()
        return None if message == _READY else (self.tasks.popleft(), message)

    def overdue(self, seconds: float) -> bool:
        """Whether the oldest task has had its time; start-up does not count. Zero seconds is no limit."""
        late = bool(seconds and self.tasks) and self._since is not None and time.monotonic() - self._since > seconds
        return late and not self.channel.poll()

    def end(self) -> int:
        """Stop the process, whatever it does, and give its exit status (negative: the signal that ended it)."""
        self._process.kill()
        self._process.join()
        self.channel.close()
        return self._process.exitcode or 0

    def died(self) -> int:
        """The exit status of a process that is gone by itself."""
        self._process.join(timeout=5)
        return self.end()


def _serve(channel: Connection, work: Work, megabytes: int) -> None:
    """In the worker: leave Ctrl-C to the parent, bound the memory, answer until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if megabytes:
        size = megabytes * 1024 * 1024
        resource.setrlimit(resource.RLIMIT_DATA, (size, size))
    with contextlib.suppress(EOFError, BrokenPipeError):
        channel.send(_READY)
        while True:
            files: tuple[Path, ...] = channel.recv()
            channel.send(run_task(work, files))


def run_task(work: Work, files: tuple[Path, ...]) -> Answer:
    """In the worker: check the documents of one task."""
    return [_checked(work, path) for path in files]


def _checked(work: Work, path: Path) -> Checked | InputError:
    """One document; what a flood held is let go before the next one."""
    try:
        return work(path)
    except MemoryError:
        pass  # the entry is made outside, where the exception no longer keeps the memory alive
    return failure(path, ErrorCode.MEMORY, resource.getrlimit(resource.RLIMIT_DATA)[0] // (1024 * 1024))
