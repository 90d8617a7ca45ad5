"""Where documents are checked: in this process, in a pool of processes on this machine, on a Dask cluster.

All runners share one interface: files in, outcomes out as they come, never an exception for a bad file.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import NamedTuple, Protocol, TypeAlias

from schemas.errors import InputError
from schemas.result import Checked

Work: TypeAlias = Callable[[Path], Checked | InputError]
"""A picklable function that never raises for bad input."""


class Outcome(NamedTuple):
    """What became of one file."""

    path: Path
    value: Checked | InputError


class Limits(NamedTuple):
    """What one document may cost: seconds of wall time, megabytes of memory (0 is no limit)."""

    seconds: float = 300.0
    megabytes: int = 3000


class Stop:
    """Asked before every new document; set once, by the first Ctrl-C."""

    def __init__(self) -> None:
        """Not asked to stop yet."""
        self.asked = False


class Runner(Protocol):
    """The interface of all runners."""

    def run(self, files: Iterable[Path], work: Work, stop: Stop) -> Iterator[Outcome]:
        """Yield one outcome for each file, in any order; after ``stop`` is asked, only those already begun."""
        ...
