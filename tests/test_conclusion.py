"""Which corrections change what a report concludes."""

from decimal import Decimal
from typing import Any

import pytest

from schemas.finding import Category, Evidence, Finding, Message, Severity
from schemas.number import Place, Printed
from schemas.records import Klaim, KlaimKind
from schemas.table import Kind
from tests.cases import build
from validators.conclusion import changes_conclusion
from validators.view import View, operand

D = Decimal


def told(cell: Printed, expected: str, key: str = "") -> Finding:
    return Finding(
        rule="A201",
        category=Category.PERCENT,
        severity=Severity.ERROR,
        message=Message(id="", en=""),
        evidence=(Evidence.of(cell),),
        keys=(key or operand(cell).key,),
        expected_value=D(expected),
    )


def budget(row: str) -> Any:
    columns = ["no", "uraian", "anggaran", "realisasi_anggaran", "persen"]
    return build({"tables": [{"kind": "realisasi_anggaran", "columns": columns, "rows": [row]}]})


@pytest.mark.parametrize(
    ("column", "expected", "changes"),
    [
        ("realisasi", "1010", True),  # would spend more than its budget
        ("realisasi", "1000", False),
        ("anggaran", "890", True),
        ("anggaran", "900", False),
        ("persen", "100.1", True),
        ("persen", "99.9", False),
    ],
)
def test_a_row_that_would_overspend(column: str, expected: str, changes: bool) -> None:
    document = budget("[kegiatan] 1 | Pelatihan kader | 1.000 | 900 | 90,00")
    cell = getattr(document.anggaran[0], column)
    assert changes_conclusion(View(document), told(cell, expected)).mengubah_kesimpulan is changes


@pytest.mark.parametrize(("expected", "changes"), [("99.99", True), ("100.01", False)])
def test_a_mean_said_to_reach_the_target(expected: str, changes: bool) -> None:
    value = Printed(raw="101,37%", value=D("101.37"), decimals=2, place=Place(line=3))
    klaim = Klaim(id="k1", kind=KlaimKind.PERCENT, text="", value=value, measure="capaian")
    document = build({}).model_copy(update={"klaim": (klaim,)})
    assert changes_conclusion(View(document), told(value, expected, "k1")).mengubah_kesimpulan is changes


@pytest.mark.parametrize(
    ("column", "expected", "changes"),
    [("persen", "99", True), ("persen", "97", False), ("capaian", "94", True), ("capaian", "96", False)],
)
def test_an_objective_that_would_no_longer_be_efficient(column: str, expected: str, changes: bool) -> None:
    document = build(
        {
            "tables": [
                {
                    "kind": "pengukuran_kinerja",
                    "columns": ["sasaran", "capaian", "persen"],
                    "rows": ["Meningkatnya mutu layanan | 98,00 | 95,00"],
                }
            ]
        }
    )
    table = document.tables[0]
    cells = [
        Printed(raw=raw, value=D(raw), place=Place(table=table.id, row=1, column=name))
        for name, raw in (("capaian", "98"), ("persen", "95"))
    ]
    row = table.rows[0].model_copy(update={"numbers": (None, *cells)})
    table = table.model_copy(update={"kind": Kind.EFISIENSI, "rows": (row,)})
    document = document.model_copy(update={"tables": (table,), "indikator": (), "anggaran": ()})
    cell = cells[0] if column == "capaian" else cells[1]
    assert changes_conclusion(View(document), told(cell, expected)).mengubah_kesimpulan is changes
