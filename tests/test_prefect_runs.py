"""The locked set of Prefect and FastAPI starts its own server and finishes a flow.

Some pairs of versions fail only at that moment (Prefect 3.8 with FastAPI 0.155), so a real run is the test.
"""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

FLOW = textwrap.dedent(
    """
    from prefect import flow, task

    @task(retries=1)
    def double(number):
        return 2 * number

    @flow(log_prints=False)
    def total(numbers):
        return sum(future.result() for future in double.map(numbers))

    if __name__ == "__main__":
        print("total", total([1, 2, 3]))
    """
)


@pytest.mark.slow
@pytest.mark.timeout(200)
def test_a_flow_runs_without_a_server(tmp_path: Path) -> None:
    script = tmp_path / "tiny_flow.py"
    script.write_text(FLOW, encoding="utf-8")
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PREFECT_")}
    result = subprocess.run(
        [sys.executable, str(script)],
        cwd=tmp_path,
        env={
            **clean,
            "PREFECT_HOME": str(tmp_path / "prefect"),
            "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
            "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",
            "PREFECT_LOGGING_LEVEL": "WARNING",
            "DO_NOT_TRACK": "1",
        },
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-4000:]
    assert result.stdout.split() == ["total", "12"]
