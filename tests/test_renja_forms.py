"""The prescribed forms of Renja and Renstra: grids as a reader hands them over, to indicators and budget rows."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from extractors.records.anggaran import find_anggaran
from extractors.records.indikator import find_indikator
from extractors.tables.build import build_tables
from schemas.number import Printed
from schemas.records import Identity

sys.path.insert(0, str(Path(__file__).parent))
from readings import cases, reading

CASES = cases("renja")


def raws(*cells: Printed | None) -> list[str | None]:
    return [cell.raw if cell is not None else None for cell in cells]


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    identity = Identity(tahun=case["year"])
    tables, _ = build_tables(reading(case))
    budget = find_anggaran(tables, identity)
    found = find_indikator(tables, identity, budget)
    if "numbers" in case:
        assert [c.number for c in tables[0].columns] == case["numbers"]
    if "kinds" in case:
        assert [t.kind.value for t in tables] == case["kinds"]
    if "indikator" in case:
        assert [[r.indikator, r.tahun, *raws(r.target, r.realisasi, r.capaian)] for r in found] == case["indikator"]
    if "anggaran" in case:
        assert [[r.tingkat.value, r.uraian, *raws(r.anggaran, r.realisasi, r.persen)] for r in budget] == case[
            "anggaran"
        ]
