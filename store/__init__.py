"""The dataset: checked documents in SQLite or PostgreSQL, one row for each printed value, and its exports."""
