"""The generated pages are what the code says now."""

from pathlib import Path

import pytest

from docs.generate import DOCS, pages

MADE = pages()


@pytest.mark.parametrize("path", sorted(MADE), ids=str)
def test_page_is_current(path: Path) -> None:
    target = DOCS / path
    assert target.is_file(), f"docs/{path} is missing: run `make docs`"
    assert target.read_text(encoding="utf-8") == MADE[path], f"docs/{path} is stale: run `make docs`"


def test_no_page_of_a_rule_that_is_gone() -> None:
    kept = {p.relative_to(DOCS) for p in (DOCS / "aturan").glob("[A-Z][0-9]*.md")}
    assert kept <= set(MADE)
