"""The dataset: documents and findings over the years, in SQLite or PostgreSQL."""
