"""``cermat archive``: the dataset on the command line."""

import csv
import sys
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

app = typer.Typer(
    no_args_is_help=True,
    help="The dataset: keep results of many documents, export them, check them across years and agencies.\n\n"
    "Without --store the dataset is an SQLite file in your data folder.",
)

Store = Annotated[
    str | None,
    typer.Option("--store", help="SQLite file, or postgresql://user@host/name.", envvar="CERMAT_STORE"),
]


class ExportFormat(StrEnum):
    """What ``export`` can write."""

    PARQUET = "parquet"
    CSV = "csv"
    XLSX = "xlsx"


class CheckFormat(StrEnum):
    """What ``check`` can print."""

    TABLE = "table"
    JSON = "json"


@app.command()
def add(
    paths: Annotated[list[Path], typer.Argument(metavar="PATH…", help="Files or folders.")],
    store: Store = None,
    workers: Annotated[int | None, typer.Option("--workers", "-j", min=0, help="Processes; 0 is this one.")] = None,
    runner: Annotated[str, typer.Option(help="local, dask, or dask:ADDRESS.", metavar="NAME")] = "local",
    timeout: Annotated[float, typer.Option(min=0, help="Seconds for one document; 0 is no limit.")] = 300,
    memory: Annotated[int, typer.Option(min=0, help="Megabytes for one document; 0 is no limit.")] = 3000,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress on standard error.")] = False,
) -> None:
    """Process documents into the dataset. What is there and unchanged is not read again; run again to resume."""
    from flows.inputs import find_inputs
    from flows.progress import progress
    from flows.run import INTERRUPTED, choose_runner
    from flows.sinks import Tally
    from flows.steps import Options
    from flows.storing import run_stored

    inputs = find_inputs(paths)
    chosen = choose_runner(runner, workers, inputs.files, timeout, memory)
    tally = Tally("id")
    with progress(len(inputs.files), quiet=quiet) as advance:
        stopped = run_stored(store, inputs, Options(), chosen, [], advance, failures=tally)
    if stopped:
        typer.echo("cermat: terputus; jalankan perintah yang sama untuk melanjutkan / run again to resume", err=True)
        raise typer.Exit(INTERRUPTED)
    raise typer.Exit(tally.status("never"))


@app.command()
def status(store: Store = None) -> None:
    """What is in the dataset: documents, agencies, years, findings, failures."""
    from rich.console import Console
    from rich.table import Table

    from store.database import open_store
    from store.status import status as figures

    found = figures(open_store(store))
    table = Table(box=None, show_header=False, pad_edge=False)
    table.add_column(style="bold")
    table.add_column(overflow="fold")

    def listed(pairs: list[tuple[str, int]]) -> str:
        return ", ".join(f"{name} {count}" for name, count in pairs) or "-"

    table.add_row("Dokumen", f"{found.documents} (di {found.paths} letak)")
    table.add_row("Instansi", str(found.agencies))
    table.add_row("Jenis", listed(found.jenis))
    table.add_row("Tahun", listed(found.years))
    table.add_row("Angka", f"{found.values}")
    table.add_row("Temuan", listed(found.findings))
    table.add_row("Gagal dibaca", listed(found.errors))
    table.add_row("Dijalankan", f"{found.runs} kali, {found.unfinished_runs} terputus")
    Console(highlight=False).print(table)


@app.command()
def export(
    folder: Annotated[Path, typer.Argument(help="Folder for the files, made when absent.")],
    format_: Annotated[
        list[ExportFormat] | None, typer.Option("--format", "-f", help="May be repeated; all without it.")
    ] = None,
    store: Store = None,
) -> None:
    """Write the dataset as Parquet, CSV and XLSX with a datapackage.json that describes every column."""
    from store.database import open_store
    from store.exports import FORMATS
    from store.exports import export as write

    formats = tuple(dict.fromkeys(f.value for f in format_)) if format_ else FORMATS
    for path in write(open_store(store), folder, formats):
        typer.echo(path)


@app.command()
def check(
    store: Store = None,
    format_: Annotated[CheckFormat, typer.Option("--format", "-f", help="table or json.")] = CheckFormat.TABLE,
    lang: Annotated[str, typer.Option(help="Language of messages: id or en.", metavar="id|en")] = "id",
) -> None:
    """Check documents against each other: years of one agency, plans and report, copied texts, versions.

    Exit status 1 when something needs clarification.
    """
    import json

    from flows.archive_check import archive_findings
    from store.database import open_store

    found = list(archive_findings(open_store(store)))
    if format_ is CheckFormat.JSON:
        typer.echo(json.dumps([f.model_dump(mode="json") for f in found], ensure_ascii=False, indent=1))
    for finding in found if format_ is CheckFormat.TABLE else ():
        message = finding.message.en if lang == "en" else finding.message.id
        typer.echo(f"{finding.severity.value:<8}{finding.rule}  {finding.agency or '?'} {finding.tahun or ''}")
        typer.echo(f"        {message}")
        for exhibit in finding.exhibits[:4]:
            places = ", ".join(f"p. {e.page}" if e.page else f"line {e.line}" for e in exhibit.evidence[:3])
            typer.echo(f"        - {exhibit.path}{': ' + places if places else ''}")
    raise typer.Exit(1 if any(f.severity.value != "info" for f in found) else 0)


@app.command()
def query(sql: Annotated[str, typer.Argument(help="One SELECT statement.")], store: Store = None) -> None:
    """Run one SQL statement on the dataset, read-only; the result is CSV on standard output."""
    from store.database import open_store
    from store.query import query as run_query

    names, rows = run_query(open_store(store), sql)
    writer = csv.writer(sys.stdout)
    writer.writerow(names)
    writer.writerows(rows)
