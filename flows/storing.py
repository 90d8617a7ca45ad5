"""Keeping outcomes in the dataset, and knowing what need not be processed again."""

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path

from sqlalchemy import Engine

from flows.inputs import Inputs
from flows.progress import Advance
from flows.run import run
from flows.runners import Runner
from flows.sinks import Sink
from flows.steps import Options
from flows.version import VERSION
from schemas.errors import ErrorCode, InputError
from schemas.result import Checked
from store.database import open_store
from store.keys import document_key, file_digest
from store.writer import Writer, read_result

PASSING = {ErrorCode.TIMEOUT, ErrorCode.MEMORY, ErrorCode.CRASHED, ErrorCode.INTERNAL, ErrorCode.UNWRITABLE}
"""Failures that another try, a larger limit or a newer Cermat may mend; the others stay until the file changes."""


class Plan:
    """Which files must be processed, and what the store already knows of the others.

    One content under several paths is processed once. Files that cannot even be hashed are processed, so that the
    reader says why.
    """

    def __init__(self, files: Sequence[Path], writer: Writer, options: Options) -> None:
        """Hashes every file; reads no more of it."""
        chosen = options.model_dump(mode="json", include={"hints", "suppressions"})
        self.todo: list[Path] = []
        self.known: list[tuple[Path, str]] = []
        self.failed: list[tuple[Path, InputError]] = []
        self.digests: dict[Path, str] = {}
        self.twins: dict[str, list[Path]] = defaultdict(list)
        failures = writer.failures()
        for path in files:
            try:
                digest = file_digest(path)
            except OSError:
                self.todo.append(path)
                continue
            key = document_key(digest, chosen)
            self.digests[path] = digest
            if writer.has(digest, key) and not options.reports:  # report files are made from the file itself
                self.known.append((path, digest))
            elif (old := failures.get((str(path), key))) is not None and old.code not in PASSING:
                self.failed.append((path, old))
            elif digest in self.twins:
                self.twins[digest].append(path)
            else:
                self.twins[digest] = []
                self.todo.append(path)
        self.options = chosen

    def key(self, path: Path) -> str | None:
        """The key of a file that could be hashed."""
        digest = self.digests.get(path)
        return document_key(digest, self.options) if digest else None


class StoreSink:
    """Writes each outcome as it comes, in one transaction; counts for the record of the run."""

    def __init__(self, writer: Writer, plan: Plan, files: Sequence[Path]) -> None:
        """``files`` are the inputs by index."""
        self._writer, self._plan, self._files = writer, plan, files
        self._written = self._failed = 0
        self._run = writer.begin(VERSION, json.dumps(plan.options, sort_keys=True))
        writer.seen(plan.known)

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Store one outcome."""
        if isinstance(outcome, InputError):
            path = Path(outcome.path)
            self._writer.fail(path, outcome, self._plan.digests.get(path), self._plan.key(path))
            self._failed += 1
            return
        path = self._files[index]
        digest = outcome.document.source.sha256
        self._writer.write(path, outcome, self._plan.key(path) or "")
        self._writer.seen((twin, digest) for twin in self._plan.twins.get(digest, ()))
        self._written += 1

    def finish(self) -> None:
        """Close the record of the run."""
        skipped = len(self._plan.known) + len(self._plan.failed)
        self._writer.end(self._run, self._written, skipped, self._failed)


class TwinSink:
    """Passes outcomes on, once more for each other path of the same content."""

    def __init__(self, sinks: Sequence[Sink], plan: Plan, order: dict[Path, int]) -> None:
        """``order`` is the index of each input."""
        self._sinks, self._plan, self._order = sinks, plan, order

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Pass on one outcome."""
        for sink in self._sinks:
            sink.take(index, outcome)
        if isinstance(outcome, Checked):
            for twin in self._plan.twins.get(outcome.document.source.sha256, ()):
                for sink in self._sinks:
                    sink.take(self._order[twin], at(twin, outcome))

    def finish(self) -> None:
        """Nothing is held."""
        for sink in self._sinks:
            sink.finish()


def run_stored(
    url: str | None,
    inputs: Inputs,
    options: Options,
    runner: Runner,
    sinks: Sequence[Sink],
    advance: Advance,
    failures: Sink | None = None,
) -> bool:
    """A run whose outcomes are kept: what the store knows is not read again, and goes to the sinks all the same.

    ``failures`` hears only of new outcomes and of inputs that failed, old ones too; it costs no reading of results.
    Returns whether the run was stopped before its end. Raises CermatError when the store cannot be opened.
    """
    engine = open_store(url)
    try:
        writer = Writer(engine)
        plan = Plan(inputs.files, writer, options)
        order = {path: index for index, path in enumerate(inputs.files)}
        every: list[Sink] = [StoreSink(writer, plan, inputs.files)]
        if sinks:
            twins = TwinSink(sinks, plan, order)
            for path, outcome in _known(engine, plan):
                twins.take(order[path], outcome)
            every.append(twins)
        if failures is not None:
            for path, error in plan.failed:
                failures.take(order[path], error)
            every.append(failures)
        for path in (*(p for p, _ in plan.known), *(p for p, _ in plan.failed)):
            advance(path, None)
        keeping = options.model_copy(update={"keep_text": True})
        return run(inputs, keeping, runner, every, advance, todo=plan.todo)
    finally:
        engine.dispose()


def at(path: Path, checked: Checked) -> Checked:
    """The same result under another path."""
    source = checked.document.source.model_copy(update={"path": str(path)})
    return checked.model_copy(update={"document": checked.document.model_copy(update={"source": source})})


def _known(engine: Engine, plan: Plan) -> Iterator[tuple[Path, Checked | InputError]]:
    """What earlier runs found, under the paths of this run."""
    yield from plan.failed
    for path, digest in plan.known:
        checked = read_result(engine, digest)
        if checked is not None:
            yield path, at(path, checked)
