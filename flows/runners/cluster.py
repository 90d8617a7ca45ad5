"""A Dask cluster: an existing one by address, or one of processes on this machine."""

from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from flows.runners import Limits, Outcome, Stop, Work
from flows.runners.batches import batches
from flows.runners.failures import failure
from flows.runners.worker import run_task
from schemas.errors import ErrorCode

AHEAD = 3


class DaskRunner:
    """Tasks go to a Dask scheduler; files must lie where every worker can read them.

    Dask restarts a worker that dies; a task that killed workers is given up and its documents become entries.
    """

    def __init__(self, workers: int, limits: Limits, address: str | None = None) -> None:
        """``address`` of an existing scheduler, or None for a cluster of ``workers`` processes on this machine."""
        self.workers, self.limits, self.address = workers, limits, address

    def run(self, files: Iterable[Path], work: Work, stop: Stop) -> Iterator[Outcome]:
        """Yield outcomes as they come."""
        import dask
        from distributed import Client, LocalCluster, as_completed

        settings = {"distributed.scheduler.allowed-failures": 1, "distributed.admin.log-format": "%(message)s"}
        with dask.config.set(settings):
            cluster = (
                None
                if self.address
                else LocalCluster(
                    n_workers=self.workers,
                    threads_per_worker=1,
                    processes=True,
                    dashboard_address=None,
                    memory_limit=f"{self.limits.megabytes}MB" if self.limits.megabytes else None,
                    silence_logs=50,
                )
            )
            client = Client(self.address or cluster, set_as_default=False)
            try:
                tasks = batches(files)
                names = {}
                for group in islice(tasks, AHEAD * max(1, self.workers)):
                    names[client.submit(run_task, work, group, pure=False)] = group
                if not names:
                    return
                stream = as_completed(list(names), loop=client.loop)
                for future in stream:
                    yield from _outcomes(future, names.pop(future))
                    following = None if stop.asked else next(tasks, None)
                    if following is not None:
                        added = client.submit(run_task, work, following, pure=False)
                        names[added] = following
                        stream.add(added)
            finally:
                client.close()
                if cluster is not None:
                    cluster.close()


def _outcomes(future: "object", group: tuple[Path, ...]) -> Iterator[Outcome]:
    if future.status == "finished":  # type: ignore[attr-defined]
        values = future.result()  # type: ignore[attr-defined]
        yield from (Outcome(path, value) for path, value in zip(group, values, strict=True))
    else:
        yield from (Outcome(path, failure(path, ErrorCode.CRASHED, 1)) for path in group)
