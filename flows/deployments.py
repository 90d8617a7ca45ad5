"""Deployments: a watched folder checked on a schedule, and the dataset checked every night.

``python -m flows.deployments FOLDER [STORE]`` serves both from this machine until it is stopped; Prefect's page
(``prefect server start``) then shows and starts them.
"""

import flows.prefect_home  # noqa: F401  # isort: skip - before Prefect reads its settings

import sys
from pathlib import Path
from typing import Any

from prefect import serve

from flows.archive import check_archive
from flows.check import check_folder

WORKING_HOURS = "*/15 7-17 * * 1-5"
NIGHT = "30 1 * * *"


def deployments(folder: Path, store: str | None = None) -> list[Any]:
    """The deployments of an office: "folder-masuk" and "arsip-malam"."""
    return [
        check_folder.to_deployment(
            name="folder-masuk",
            cron=WORKING_HOURS,
            parameters={"folder": str(folder), "store": store},
            tags=["cermat", "masuk"],
            description="Check what is new in the folder of submissions, every quarter of an hour in working hours.",
        ),
        check_archive.to_deployment(
            name="arsip-malam",
            cron=NIGHT,
            parameters={"store": store},
            tags=["cermat", "arsip"],
            description="Check the documents of the dataset against each other, every night.",
        ),
    ]


def main() -> None:
    """Serve the deployments of the folder named on the command line."""
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    serve(*deployments(Path(sys.argv[1]).resolve(), sys.argv[2] if len(sys.argv) == 3 else None))


if __name__ == "__main__":
    main()
