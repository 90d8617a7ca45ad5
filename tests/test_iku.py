"""Golden cases of IKU tables: rows rejoined over blocks, names lent, copies reported as printed."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from extractors.records.iku import find_iku
from extractors.tables.build import build_tables

sys.path.insert(0, str(Path(__file__).parent))
from readings import cases, reading

CASES = cases("iku")


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    tables, _ = build_tables(reading(case))
    if "tables" in case:
        assert len(tables) == case["tables"]
    records = find_iku(tables)
    got = [[r.indikator, r.formulasi, r.penanggung_jawab, r.sumber_data] for r in records]
    assert got == case["iku"]
    assert [r.sasaran for r in records] == case["sasaran"]
