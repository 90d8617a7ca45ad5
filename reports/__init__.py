"""Findings and records made visible: JSON, terminal, workbook, document, page."""
