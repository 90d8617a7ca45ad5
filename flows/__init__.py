"""Orchestration only: the command and the Prefect flows. No parsing and no rule lives here."""
