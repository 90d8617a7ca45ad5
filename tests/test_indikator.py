"""Golden cases: grids as a reader hands them over, to kinds, roles and indicator records."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

from extractors.records.indikator import find_indikator
from extractors.tables.build import build_tables
from schemas.records import Identity, Indikator

sys.path.insert(0, str(Path(__file__).parent))
from readings import cases, reading

CASES = cases("indikator")


def facts(record: Indikator) -> list[Any]:
    values = [p.raw if p is not None else None for p in (record.target, record.realisasi, record.capaian)]
    return [record.indikator, record.tahun, *values]


@pytest.mark.parametrize("case", CASES, ids=[c["name"] for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    tables, _ = build_tables(reading(case))
    records = find_indikator(tables, Identity(tahun=2022))
    if "tables" in case:
        assert len(tables) == case["tables"]
    if "kinds" in case:
        assert [t.kind.value for t in tables] == case["kinds"]
    if "roles" in case:
        assert [[c.role.value for c in t.columns] for t in tables] == case["roles"]
    if "captions" in case:
        assert [t.caption for t in tables] == case["captions"]
    if "pages" in case:
        assert list(tables[0].pages) == case["pages"]
    if "rows" in case:
        assert len(tables[0].rows) == case["rows"]
    if "formula" in case:
        number, formula = case["formula"]
        assert [c.formula for c in tables[0].columns if c.number == number] == [formula]
    for row, column, text in case.get("cells", []):
        assert tables[0].rows[row - 1].text(column) == text
    if "indikator" in case:
        assert [facts(r) for r in records] == case["indikator"]
    if "sasaran" in case:
        assert [r.sasaran for r in records] == case["sasaran"]
    if "sasaran_last" in case:
        assert records[-1].sasaran == case["sasaran_last"]
    if "satuan" in case:
        assert [r.satuan for r in records] == case["satuan"]
    if "keluaran" in case:
        assert [str(r.keluaran).lower() for r in records] == case["keluaran"]


def test_record_ids_are_unique_and_places_say_table_row_and_column() -> None:
    for case in CASES:
        tables, _ = build_tables(reading(case))
        records = find_indikator(tables, Identity(tahun=2022))
        ids = [r.id for r in records]
        assert len(ids) == len(set(ids)), case["name"]
        for record in records:
            for printed in (record.target, record.realisasi, record.capaian):
                if printed is not None:
                    assert printed.place.table == record.table
                    assert printed.place.row == record.row
                    assert printed.place.column


def test_a_row_keeps_the_page_of_its_first_part() -> None:
    case = next(c for c in CASES if "cut by a page break" in c["name"])
    tables, _ = build_tables(reading(case))
    assert [row.page for row in tables[0].rows] == [4, 5]
