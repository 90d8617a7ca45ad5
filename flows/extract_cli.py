"""``cermat extract``: records without checks, and pictures of what was seen."""

import sys
from pathlib import Path

import typer

from flows.inputs import find_inputs
from flows.sinks import JsonSink, Tally
from flows.steps import extract_file, slim
from schemas.document import Document
from schemas.result import Checked


def extract_paths(paths: list[Path], form: str, out: Path | None, draw: Path | None, quiet: bool) -> int:
    """Extract every input; the exit status (0, or 3 when some input could not be read).

    ``form`` json goes to standard output or ``out/cermat.json``; csv, xlsx and parquet are the tables of the dataset
    in ``out``.
    """
    inputs = find_inputs(paths)
    tally = Tally("id")
    json_sink = JsonSink(out / "cermat.json" if out else None) if form == "json" else None
    keeper = _Keeper() if form != "json" else None
    for number, error in enumerate(inputs.errors):
        tally.take(number - len(inputs.errors), error)
        if json_sink:
            json_sink.take(number - len(inputs.errors), error)
    for index, path in enumerate(inputs.files):
        value = extract_file(path)
        if isinstance(value, Checked) and draw is not None:
            _draw(value.document, draw, quiet)
        tally.take(index, value)
        if json_sink:
            json_sink.take(index, value)
        elif keeper and isinstance(value, Checked):
            keeper.keep(path, slim(value))
    tally.finish()
    if json_sink:
        json_sink.finish()
    elif keeper:
        keeper.export(out or Path(), form)
    return tally.status("never")


class _Keeper:
    """The records of a run in a dataset that lives in memory, exported at the end."""

    def __init__(self) -> None:
        from store.database import open_store
        from store.writer import Writer

        self._engine = open_store("sqlite://")
        self._writer = Writer(self._engine)

    def keep(self, path: Path, checked: Checked) -> None:
        self._writer.write(path, checked, "")

    def export(self, folder: Path, form: str) -> None:
        from store.exports import export

        for path in export(self._engine, folder, (form,)):
            typer.echo(path)


def _draw(document: Document, folder: Path, quiet: bool) -> None:
    from reports.drawing import draw_pages

    written = draw_pages(document, folder)
    if not quiet:
        print(f"cermat: {document.source.path}: {len(written)} gambar di {folder}", file=sys.stderr)
