"""From a file to pages, from pages to tables, from tables to records."""
