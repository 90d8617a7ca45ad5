"""The Prefect flows do what the plain functions do, from an empty state folder, without a server that runs."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from store.database import open_store
from store.status import status
from tests.test_runners import documents

ROOT = Path(__file__).resolve().parent.parent
CODE = """
from flows.check import check_folder
from flows.archive import check_archive
from flows.deployments import deployments
print(check_folder({folder!r}, {store!r}, workers=0, batch=3))
print(check_folder({folder!r}, {store!r}, workers=0, batch=3))
print(check_archive({store!r}, {exports!r}))
print([d.name for d in deployments({folder!r})])
"""


@pytest.mark.slow
def test_flows_fill_check_and_export_the_dataset(tmp_path: Path) -> None:
    folder, store, exports = tmp_path / "masuk", str(tmp_path / "f.db"), str(tmp_path / "ekspor")
    folder.mkdir()
    documents(folder, [f"a{n}" for n in range(7)])
    (folder / "kosong.txt").write_bytes(b"")
    environment = os.environ | {"PREFECT_HOME": str(tmp_path / "prefect"), "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}
    done = subprocess.run(
        [sys.executable, "-c", CODE.format(folder=str(folder), store=store, exports=exports)],
        cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-3000:]
    first, second, archive, names = done.stdout.strip().splitlines()[-4:]
    assert first == str({"files": 8, "new": 8, "failed": 1})
    assert second == str({"files": 8, "new": 1, "failed": 1})
    assert "'files': 20" in archive
    assert names == "['folder-masuk', 'arsip-malam']"
    assert status(open_store(store)).documents == 7
    assert len(list(Path(exports).iterdir())) == 20
