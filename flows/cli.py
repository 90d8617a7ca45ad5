"""The command ``cermat``. Heavy imports stay inside the commands, so that help appears at once."""

import sys
from enum import IntEnum, StrEnum
from pathlib import Path
from typing import Annotated

import typer

from flows.archive_cli import app as archive_app

app = typer.Typer(
    name="cermat",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Baca, hitung ulang, dan telaah laporan kinerja instansi (LKIP/LKjIP/LAKIP, IKU, PK, RKT, Renstra).\n\n"
    "Reads performance reports of Indonesian agencies, recomputes what can be recomputed, and says what does not "
    "agree, with its place on the page.",
)

app.add_typer(archive_app, name="archive")


class Exit(IntEnum):
    """Exit status of the command."""

    OK = 0
    FINDINGS = 1
    USAGE = 2
    UNREADABLE = 3


class Format(StrEnum):
    """What ``check`` can write."""

    TABLE = "table"
    JSON = "json"
    XLSX = "xlsx"
    DOCX = "docx"
    HTML = "html"
    PDF = "pdf"
    CSV = "csv"

    @property
    def filed(self) -> bool:
        """Whether it is one file for each document, in the folder of ``--out``."""
        return self not in (Format.TABLE, Format.JSON)


class Lang(StrEnum):
    """Language of messages."""

    ID = "id"
    EN = "en"


class FailOn(StrEnum):
    """From which severity on the exit status is 1."""

    ERROR = "error"
    WARNING = "warning"
    NEVER = "never"


Paths = Annotated[
    list[Path],
    typer.Argument(metavar="PATH…", help="Files or folders. Folders are searched for PDF and text; content decides."),
]


@app.command(
    epilog="Examples:  cermat check laporan.pdf   |   cermat check masuk/ --format json > hasil.json   |   "
    "cermat check masuk/ --lang en --fail-on warning.   "
    "Exit status: 0 nothing at or above --fail-on, 1 findings, 2 bad usage, 3 some input could not be read "
    "(the others were processed; the list is on standard error and in the output)."
)
def check(
    paths: Paths,
    format_: Annotated[
        list[Format] | None, typer.Option("--format", "-f", help="Output form; may be repeated with --out.")
    ] = None,
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", help="Folder for output files, made when absent; else standard output."),
    ] = None,
    template: Annotated[
        Path | None,
        typer.Option(help="Your own .docx, in whose styles the note is written.", exists=True, dir_okay=False),
    ] = None,
    lang: Annotated[Lang, typer.Option(help="Language of messages.")] = Lang.ID,
    fail_on: Annotated[FailOn, typer.Option(help="Severity from which the exit status is 1.")] = FailOn.ERROR,
    hints: Annotated[bool, typer.Option("--hints", help="Also give hints on indicator quality.")] = False,
    info: Annotated[bool, typer.Option("--info", help="Also show notes of severity info on the terminal.")] = False,
    config: Annotated[
        Path | None,
        typer.Option(help="Accepted findings; default: a cermat.toml beside the documents.", metavar="FILE"),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(help="Also keep the results in this dataset: a file for SQLite, or postgresql://…"),
    ] = None,
    workers: Annotated[
        int | None,
        typer.Option("--workers", "-j", min=0, help="Processes; 0 is this process. Default: one for each core."),
    ] = None,
    runner: Annotated[
        str, typer.Option(help="local, dask, or dask:ADDRESS of a scheduler that is running.", metavar="NAME")
    ] = "local",
    timeout: Annotated[float, typer.Option(min=0, help="Seconds for one document; 0 is no limit.")] = 300,
    memory: Annotated[int, typer.Option(min=0, help="Megabytes for one document; 0 is no limit.")] = 3000,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> None:
    """Check reports: read the tables, recompute every figure, list what does not agree."""
    from flows.inputs import find_inputs
    from flows.progress import progress
    from flows.run import INTERRUPTED, choose_runner, run
    from flows.sinks import JsonSink, RecapSink, Sink, TableSink, Tally
    from flows.steps import Options
    from flows.suppressions import ConfigError, Unmatched, load
    from reports.names import shared_stems

    formats = tuple(dict.fromkeys(format_ or [Format.TABLE]))
    if len(formats) > 1 and out is None:
        raise typer.BadParameter("several formats need a folder: add --out DIR", param_hint="--format")
    filed = tuple(f.value for f in formats if f.filed)
    if filed and out is None:
        raise typer.BadParameter(f"{filed[0]} needs a folder: add --out DIR", param_hint="--format")
    if template is not None and not _usable(template):
        raise typer.BadParameter(f"{template} is no .docx that can be opened", param_hint="--template")
    if runner != "local" and not runner.startswith("dask"):
        raise typer.BadParameter("local, dask or dask:ADDRESS", param_hint="--runner")
    inputs = find_inputs(paths)
    try:
        suppressions = load(config, inputs.files)
    except ConfigError as error:
        raise typer.BadParameter(str(error), param_hint="--config") from error
    tally = Tally(lang.value)
    sinks: list[Sink] = [tally, Unmatched(suppressions, lang.value)]
    if Format.JSON in formats:
        sinks.append(JsonSink(out / "cermat.json" if out else None))
    if Format.TABLE in formats:
        sinks.append(TableSink(out / "cermat.txt" if out else None, lang.value, info))
    shared = shared_stems(map(str, inputs.files)) if filed else frozenset()
    if filed and out is not None and len(inputs.files) > 1:
        sinks.append(RecapSink(filed, out, lang.value, shared))
    options = Options(
        hints=hints,
        suppressions=suppressions,
        lang=lang.value,
        reports=filed,
        out=out,
        shared=shared,
        template=template,
    )
    chosen = choose_runner(runner, workers, inputs.files, timeout, memory)
    with progress(len(inputs.files), quiet=quiet) as advance:
        if store is None:
            stopped = run(inputs, options, chosen, sinks, advance)
        else:
            from flows.storing import run_stored

            stopped = run_stored(store, inputs, options, chosen, sinks, advance)
    raise typer.Exit(INTERRUPTED if stopped else tally.status(fail_on.value))


class RecordFormat(StrEnum):
    """What ``extract`` can write."""

    JSON = "json"
    CSV = "csv"
    XLSX = "xlsx"
    PARQUET = "parquet"


@app.command(
    epilog="Examples:  cermat extract laporan.pdf > data.json   |   cermat extract arsip/ -f csv --out data/   |   "
    "cermat extract laporan.pdf --draw gambar/ --format csv --out data/"
)
def extract(
    paths: Paths,
    format_: Annotated[
        RecordFormat, typer.Option("--format", "-f", help="All but json need --out.")
    ] = RecordFormat.JSON,
    out: Annotated[Path | None, typer.Option("--out", "-o", help="Folder for the files, made when absent.")] = None,
    draw: Annotated[
        Path | None, typer.Option(help="Folder for pictures of each PDF page with the tables and cells that were seen.")
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Do not say what was drawn.")] = False,
) -> None:
    """Records only, no checks: tables, indicators, budgets, IKU, claims; each value with its place."""
    from flows.extract_cli import extract_paths

    if format_ is not RecordFormat.JSON and out is None:
        raise typer.BadParameter("this format needs a folder: add --out DIR", param_hint="--format")
    raise typer.Exit(extract_paths(paths, format_.value, out, draw, quiet))


def _usable(template: Path) -> bool:
    from reports.docx import usable

    return usable(template)


@app.command()
def rules(
    code: Annotated[str | None, typer.Argument(help="A rule's code, for example B101; without it, the list.")] = None,
    lang: Annotated[Lang, typer.Option(help="Language of titles.")] = Lang.ID,
) -> None:
    """The catalogue of rules, or one rule explained: what it does, why it matters, known false alarms."""
    from flows.rules import show_rule, show_rules

    if code is None:
        show_rules(lang.value)
    elif not show_rule(code, lang.value):
        typer.echo(f"cermat: aturan {code!r} tidak dikenal / unknown rule; see `cermat rules`", err=True)
        raise typer.Exit(Exit.USAGE)


@app.callback()
def options(
    version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Options of all commands."""
    if version:
        from flows.version import VERSION

        typer.echo(f"cermat {VERSION}")
        raise typer.Exit


def main() -> None:
    """Entry point of the console script."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    try:
        app()
    except Exception as error:
        from schemas.errors import CermatError

        if not isinstance(error, CermatError):
            raise
        typer.echo(f"cermat: {error.entry.path}: {error.entry.message.id} / {error.entry.message.en}", err=True)
        sys.exit(Exit.UNREADABLE)
