"""Manuscripts set as PDF: pages, tables over page breaks, rules of several kinds, turned pages."""
