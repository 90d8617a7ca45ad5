"""Where outcomes go as they come, so that the memory of a run does not grow with the number of documents.

A sink takes outcomes in any order and gives its output in the order of the inputs when the run has ended.
"""

import io
import os
import sys
import tempfile
from collections.abc import Collection
from pathlib import Path
from typing import IO, Protocol

from flows.version import VERSION
from reports.recap import Entry, entry_of
from reports.words import Lang, say, tell
from schemas.errors import InputError
from schemas.finding import Severity
from schemas.result import Checked, Result

LEVELS = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}, "never": set[Severity]()}


class Sink(Protocol):
    """Takes the outcomes of a run."""

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Take the outcome of the input with this index (errors of listing have negative ones)."""
        ...

    def finish(self) -> None:
        """Write what is still held."""
        ...


class JsonSink:
    """The JSON document ``cermat/1``, documents spooled to a temporary file until the end."""

    def __init__(self, target: Path | None) -> None:
        """``target`` None is standard output."""
        self._target = target
        self._spool: IO[str] = tempfile.TemporaryFile("w+", encoding="utf-8")  # noqa: SIM115 - closed by finish
        self._places: list[tuple[int, int]] = []
        self._errors: list[tuple[int, InputError]] = []

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Spool one document, or keep one error."""
        from reports.contract import document_out

        if isinstance(outcome, InputError):
            self._errors.append((index, outcome))
            return
        self._places.append((index, self._spool.tell()))
        self._spool.write(document_out(outcome).model_dump_json(by_alias=True) + "\n")

    def finish(self) -> None:
        """Write the whole document in the order of the inputs."""
        from reports.contract import to_contract

        errors = tuple(error for _, error in sorted(self._errors, key=lambda item: item[0]))
        frame = to_contract(Result(version=VERSION, errors=errors)).model_dump_json(by_alias=True)
        head, tail = frame.split('"documents":[]', 1)
        with _opened(self._target) as out:
            out.write(head + '"documents":[')
            for number, (_, place) in enumerate(sorted(self._places)):
                self._spool.seek(place)
                out.write((",\n" if number else "\n") + self._spool.readline().rstrip("\n"))
            out.write("]" + tail + "\n")
        self._spool.close()


class TableSink:
    """The terminal table: findings are kept, records are not."""

    def __init__(self, target: Path | None, lang: Lang, info: bool) -> None:
        """``target`` None is standard output; ``info`` also shows notes."""
        self._target, self._lang, self._info = target, lang, info
        self._outcomes: list[tuple[int, Checked | InputError]] = []

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Keep what the table shows."""
        if isinstance(outcome, Checked):
            empty = {"indikator": (), "anggaran": (), "iku": (), "klaim": (), "rujukan": (), "lines": ()}
            outcome = outcome.model_copy(update={"document": outcome.document.model_copy(update=empty)})
        self._outcomes.append((index, outcome))

    def finish(self) -> None:
        """Print the table; colours only on a terminal."""
        from rich.console import Console

        from flows.steps import gather
        from reports.console import print_result

        colours = self._target is None and sys.stdout.isatty()
        buffer = io.StringIO()
        width = None if colours or "COLUMNS" in os.environ else 80
        console = Console(file=buffer, force_terminal=colours, width=width, highlight=False)
        ordered = [outcome for _, outcome in sorted(self._outcomes, key=lambda item: item[0])]
        print_result(gather(ordered), console, self._lang, self._info)
        with _opened(self._target) as out:
            out.write(buffer.getvalue())


class RecapSink:
    """The recap over all documents of a run, in each format that has one; keeps counts only."""

    def __init__(self, formats: tuple[str, ...], out: Path, lang: Lang, shared: Collection[str]) -> None:
        """``shared`` are the file names that several inputs have."""
        self._formats, self._out, self._lang, self._shared = formats, out, lang, shared
        self._entries: list[tuple[int, Entry]] = []

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Keep the counts of one outcome."""
        self._entries.append((index, entry_of(outcome, self._shared)))

    def finish(self) -> None:
        """Write the recap, in the order of the inputs where order matters."""
        from reports.files import write_recap

        ordered = [entry for _, entry in sorted(self._entries, key=lambda item: item[0])]
        write_recap(ordered, self._formats, self._out, self._lang)


class Tally:
    """Counts for the exit status, and the list of failed inputs for standard error."""

    def __init__(self, lang: Lang) -> None:
        """``lang`` is the language of the list."""
        self._lang = lang
        self._severities: set[Severity] = set()
        self._unread: list[tuple[int, str]] = []

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Count one outcome. A scan is a result with nothing read: nobody may take it for a report that agrees."""
        if isinstance(outcome, InputError):
            self._unread.append((index, f"{outcome.path}: {outcome.code.value}: {tell(outcome.message, self._lang)}"))
            return
        self._severities |= {f.severity for f in outcome.findings if f.accepted is None}
        if outcome.document.scanned:
            self._unread.append((index, f"{outcome.document.source.path}: scan: {say('scan', self._lang)}"))

    def finish(self) -> None:
        """Name the inputs that could not be read on standard error."""
        for _, line in sorted(self._unread, key=lambda item: item[0]):
            print(f"cermat: {line}", file=sys.stderr)

    def status(self, fail_on: str) -> int:
        """3 when an input could not be read, 1 when a finding is at or above ``fail_on``, else 0."""
        if self._unread:
            return 3
        return 1 if self._severities & LEVELS[fail_on] else 0


class _opened:  # noqa: N801 - reads as a verb where it is used
    """A file for writing, or standard output left open."""

    def __init__(self, target: Path | None) -> None:
        self._target = target

    def __enter__(self) -> IO[str]:
        if self._target is None:
            self._stream: IO[str] = sys.stdout
        else:
            self._target.parent.mkdir(parents=True, exist_ok=True)
            self._stream = self._target.open("w", encoding="utf-8")
        return self._stream

    def __exit__(self, *_: object) -> None:
        if self._target is None:
            self._stream.flush()
        else:
            self._stream.close()
