"""Prefect kept quiet, self-contained and offline. Imported before Prefect is, which reads its settings only once."""

import os

from platformdirs import user_state_path

SETTINGS = {
    "PREFECT_HOME": str(user_state_path("cermat", appauthor=False) / "prefect"),
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "PREFECT_LOGGING_LEVEL": "WARNING",
    "PREFECT_CLI_PROMPT": "false",
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "180",  # the default of 20 is short on a busy machine
    "DO_NOT_TRACK": "1",
}

for _name, _value in SETTINGS.items():
    os.environ.setdefault(_name, _value)
