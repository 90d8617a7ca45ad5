"""No number of a table is lost in silence: it is in a record, in a row that sums up, or in an entry of coverage."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.counted import count
from extractors.coverage import sums_up
from extractors.document import extract
from schemas.document import Document

SAMPLES = sorted(p for folder in ("teks", "pdf") for p in (Path(__file__).parents[1] / "samples" / folder).iterdir())
REPORTS = ("A02", "A09", "A11", "A12", "A25", "A30", "B02", "B04", "B07", "B11", "B14", "B21", "B29", "C20", "C21")


def summed_up(document: Document) -> int:
    """The numbers in rows of totals and averages, which the checks read from the table."""
    rows = {(t.id, r.index) for t in document.tables for r in t.rows if sums_up(t, r)}
    return sum(c.printed for t in document.tables for c in count(t, {}) if (t.id, c.row) in rows)


def silent(document: Document) -> int:
    """The numbers of tables that are neither in a record nor in an entry."""
    coverage = document.coverage
    return coverage.numbers_on_table_pages - coverage.in_records - sum(part.numbers for part in coverage.unread)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_number_of_a_sample_is_accounted_for(path: Path) -> None:
    document = extract(path)
    assert 0 <= silent(document) <= summed_up(document)


@pytest.mark.corpus
@pytest.mark.parametrize("name", REPORTS)
def test_every_number_of_a_report_is_accounted_for(shared: Path, name: str) -> None:
    document = extract(next((shared / "corpus").glob(f"{name}_*")))
    assert 0 <= silent(document) <= summed_up(document)
    assert all(part.page is not None and part.what and part.reason for part in document.coverage.unread)


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "named", "free"),
    [
        ("B04", (7, 8, 9, 12, 13, 14), (1, 2, 4, 16, 50, 53, 62)),  # targets listed beside names; sentences, a scale
        ("B02", (90, 91), (4, 9, 14, 25, 33, 46, 71, 87)),  # counts after colons; contents, laws, formulas
        ("A02", (75,), (6, 8, 14, 46)),  # boxes with figures; contents, an organisation chart, signatures
        ("A04", (), (5, 8, 16, 17, 38)),  # contents with leaders, lists of ranks, formulas
        ("B14", (), (4, 7, 8, 25)),
        ("B29", (), (5, 9, 13, 45)),  # contents, footers, the labels of a chart
    ],
)
def test_only_what_looks_like_a_table_is_named(
    shared: Path, name: str, named: tuple[int, ...], free: tuple[int, ...]
) -> None:
    document = extract(next((shared / "corpus").glob(f"{name}_*")))
    pages = {part.page for part in document.coverage.unread if part.what.startswith("area")}
    tables = {page for table in document.tables for page in table.pages}
    assert set(named) <= pages | tables
    assert not pages & set(free)
