"""Documents one after the other in this process: no start-up cost, no isolation."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from flows.runners import Outcome, Stop, Work


class InlineRunner:
    """For one file, for tests and for measuring. A file that kills its process kills the run."""

    def run(self, files: Iterable[Path], work: Work, stop: Stop) -> Iterator[Outcome]:
        """Yield outcomes in the order of the files."""
        for path in files:
            if stop.asked:
                return
            yield Outcome(path, work(path))
