"""The Prefect flow over the dataset: checks between documents, and exports."""

import flows.prefect_home  # noqa: F401  # isort: skip - before Prefect reads its settings

from pathlib import Path

from prefect import flow, task
from prefect.artifacts import create_table_artifact

from flows.archive_check import archive_findings
from store.database import open_store
from store.exports import FORMATS, export


@task(persist_result=False)
def check_across(store: str | None) -> list[dict[str, str | int | None]]:
    """The findings between documents, one row each."""
    return [
        {
            "rule": finding.rule,
            "severity": finding.severity.value,
            "agency": finding.agency,
            "tahun": finding.tahun,
            "message": finding.message.id,
            "path": finding.exhibits[0].path if finding.exhibits else None,
        }
        for finding in archive_findings(open_store(store))
    ]


@task(persist_result=False)
def write_exports(store: str | None, folder: Path) -> list[str]:
    """The dataset as files; their paths."""
    return [str(path) for path in export(open_store(store), folder, FORMATS)]


@flow(name="cermat-archive", flow_run_name="archive {store}", persist_result=False, validate_parameters=False)
def check_archive(store: str | None = None, exports: Path | None = None) -> dict[str, int]:
    """Check the documents of the dataset against each other and, with ``exports``, write it as files.

    Leaves one table artifact with the findings.
    """
    rows = check_across(store)
    files = write_exports(store, Path(exports)) if exports else []
    create_table_artifact(table=rows[:1000] or [{"message": "nothing between documents"}], key="cermat-archive")
    return {"findings": len(rows), "files": len(files)}
