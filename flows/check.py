"""The Prefect flow over a folder: list the documents, check them in batches into the dataset, say what was found.

The flow only orchestrates. A batch runs in the same isolated worker processes as ``cermat archive add``, results are
kept under the same keys, and what is stored and unchanged is not read again: a flow that died resumes. Prefect's own
database is for watching a run, never the record of what was done.
"""

import flows.prefect_home  # noqa: F401  # isort: skip - before Prefect reads its settings

from collections.abc import Sequence
from itertools import islice
from pathlib import Path
from typing import Any, cast
from uuid import UUID

from prefect import flow, task
from prefect.artifacts import create_progress_artifact, create_table_artifact, update_progress_artifact

from flows.inputs import Inputs, find_inputs
from flows.run import choose_runner
from flows.sinks import Tally
from flows.steps import Options
from flows.storing import run_stored
from reports.words import tell
from schemas.errors import InputError
from schemas.result import Checked

BATCH = 200
"""Documents in one task: starting its worker processes is then a small part of its work."""


@task(task_run_name="{label}", persist_result=False)
def check_batch(files: Sequence[Path], store: str | None, workers: int | None, label: str) -> list[dict[str, Any]]:
    """Check the documents of one batch into the dataset; one row for each new document or failure.

    ``label`` names the task's run for the eye only.
    """
    rows = _Rows()
    runner = choose_runner("local", workers, files, 300, 3000)
    run_stored(store, Inputs(files=tuple(files)), Options(), runner, [], lambda path, outcome: None, failures=rows)
    return rows.rows


@flow(name="cermat-check", flow_run_name="check {folder}", persist_result=False, validate_parameters=False)
def check_folder(
    folder: Path, store: str | None = None, workers: int | None = None, batch: int = BATCH
) -> dict[str, int]:
    """Check every document below ``folder`` into the dataset ``store``; counts of what was new.

    Leaves one table artifact (the new documents, worst first) and one progress artifact with the run.
    """
    inputs = find_inputs([Path(folder)])
    progress = create_progress_artifact(progress=0.0, description=f"Cermat: {folder}")
    rows: list[dict[str, Any]] = []
    done = 0
    queue = iter(inputs.files)
    while files := tuple(islice(queue, batch)):
        rows += check_batch(files, store, workers, f"{files[0].name} +{len(files) - 1}")
        done += len(files)
        update_progress_artifact(cast(UUID, progress), progress=100.0 * done / len(inputs.files))
    rows.sort(key=lambda row: (-row["error"], -row["warning"], row["path"]))
    create_table_artifact(table=rows[:500] or [{"path": str(folder), "note": "nothing new"}], key="cermat-check")
    failed = sum(bool(row["note"]) for row in rows) + len(inputs.errors)
    return {"files": len(inputs.files), "new": len(rows), "failed": failed}


class _Rows(Tally):
    """One row for each outcome, for the table artifact."""

    def __init__(self) -> None:
        super().__init__("id")
        self.rows: list[dict[str, Any]] = []

    def take(self, index: int, outcome: Checked | InputError) -> None:
        """Keep the row of one outcome."""
        if isinstance(outcome, InputError):
            row = {"path": outcome.path, "error": 0, "warning": 0, "note": tell(outcome.message, "id")}
        else:
            counts = {
                s: sum(f.severity == s and f.cause is None for f in outcome.findings) for s in ("error", "warning")
            }
            row = {"path": outcome.document.source.path, **counts, "note": ""}
        self.rows.append(row)

    def finish(self) -> None:
        """Nothing is printed: the artifact says it."""
