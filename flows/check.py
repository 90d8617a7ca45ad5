"""The Prefect flow over a folder: list the documents, check them in batches, gather one result.

The flow only orchestrates. ``check_file`` in ``flows.steps`` is the same plain function that the command calls,
and a run without Prefect gives the same result.
"""

from collections.abc import Sequence
from itertools import islice
from pathlib import Path

from prefect import flow, task

from flows.inputs import find_inputs
from flows.steps import Options, check_file, gather
from schemas.errors import InputError
from schemas.result import Checked, Result

BATCH = 16
"""Documents in one task: Prefect's cost of a task (milliseconds to seconds) is then small beside the work."""


@task(task_run_name="{label}", persist_result=False)
def check_batch(files: Sequence[Path], options: Options, label: str) -> list[Checked | InputError]:
    """Check the documents of one batch, one after the other. ``label`` names the run for the eye only."""
    return [check_file(path, options) for path in files]


@flow(name="cermat-check", flow_run_name="check {folder}", persist_result=False, validate_parameters=False)
def check_folder(folder: Path, options: Options = Options(), batch: int = BATCH) -> Result:  # noqa: B008 - frozen
    """Check every document below ``folder``, ``batch`` documents for each task.

    Returns the same result as ``cermat check FOLDER``. Inputs that cannot be read are entries of ``errors``.
    """
    inputs = find_inputs([folder])
    queue = iter(inputs.files)
    runs = []
    while files := tuple(islice(queue, batch)):
        runs.append(check_batch.submit(files, options, f"{files[0].name} +{len(files) - 1}"))
    return gather((outcome for run in runs for outcome in run.result()), inputs.errors)
