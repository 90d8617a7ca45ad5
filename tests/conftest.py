"""What every test shares: the real documents, the skips that say why, and the Hypothesis profiles."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# No test talks to anyone outside this machine, whatever it starts.
os.environ.setdefault("DO_NOT_TRACK", "1")
os.environ.setdefault("PREFECT_SERVER_ANALYTICS_ENABLED", "false")
os.environ.setdefault("PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS", "180")

settings.register_profile("ci", deadline=None, derandomize=True, max_examples=60)
settings.register_profile("thorough", deadline=None, max_examples=2000, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "ci"))


def _any_program(*names: str) -> bool:
    return any(shutil.which(name) for name in names)


def _missing() -> dict[str, str]:
    """For each marker whose needs are not met here: why its tests are skipped."""
    needs = {
        "corpus": (SHARED.is_dir(), "../shared is absent: corpus tests skipped"),
        "postgres": (
            "CERMAT_TEST_POSTGRES" in os.environ or _any_program("initdb", "pg_ctl", "pg_ctlcluster"),
            "no PostgreSQL here (CERMAT_TEST_POSTGRES names a server): postgres tests skipped",
        ),
        "browser": (
            "CERMAT_TEST_BROWSER" in os.environ or _any_program("chromium", "chromium-browser", "google-chrome"),
            "no Chromium here (CERMAT_TEST_BROWSER names one): browser tests skipped",
        ),
        "libreoffice": (
            _any_program("soffice", "libreoffice"),
            "no soffice here: libreoffice tests skipped",
        ),
    }
    return {marker: reason for marker, (met, reason) in needs.items() if not met}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    missing = _missing()
    for item in items:
        for marker, reason in missing.items():
            if item.get_closest_marker(marker):
                item.add_marker(pytest.mark.skip(reason=reason))


@pytest.fixture(scope="session")
def root() -> Path:
    """The repository."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real documents beside the repository; the test that asks for it is marked `corpus`."""
    if not SHARED.is_dir():
        pytest.skip("../shared is absent: corpus tests skipped")
    return SHARED
