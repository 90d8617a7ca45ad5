"""Completeness as data: which items there are, and what a document alone answers."""

from __future__ import annotations

import pytest

from schemas.kelengkapan import Aspek, ButirKelengkapan, Jawaban
from tests.cases import build
from validators.check import check_document
from validators.kelengkapan import kelengkapan
from validators.view import View

REPORT = {
    "jenis": "lkip",
    "tahun": 2023,
    "tables": [
        {
            "kind": "perjanjian_kinerja",
            "columns": ["sasaran", "indikator", "target"],
            "rows": [
                "Meningkatnya mutu layanan | Indeks kepuasan warga | 80",
                "Tata kelola baik | Nilai akuntabilitas | 70",
            ],
        },
        {
            "kind": "pengukuran_kinerja",
            "columns": ["sasaran", "indikator", "target", "realisasi"],
            "rows": ["Meningkatnya mutu layanan | Indeks kepuasan warga | 80 | 81"],
        },
    ],
}


def items(spec: dict[str, object]) -> dict[str, ButirKelengkapan]:
    return {butir.item: butir for butir in kelengkapan(View(build(spec)))}


def test_the_checklist_has_23_items_and_chapter_iii_eight() -> None:
    found = items(REPORT).values()
    assert sum(b.aspek is Aspek.BAB_III for b in found) == 8
    assert sum(b.aspek is not Aspek.BAB_III for b in found) == 23


def test_other_documents_are_not_asked() -> None:
    assert items({"jenis": "iku"}) == {}


def test_what_needs_an_interview_is_not_guessed() -> None:
    found = items(REPORT)
    for item in ("II.1", "II.3", "II.6", "III.8", "III.10"):
        assert found[item].jawaban is Jawaban.TIDAK_DAPAT_DINILAI


def test_answers_name_their_places() -> None:
    found = items(REPORT)
    assert found["A.1"].jawaban is Jawaban.YA
    assert found["A.1"].bukti[0].table == "t2"
    assert found["A.6"].jawaban is Jawaban.TIDAK
    assert found["III.4"].jawaban is Jawaban.SEBAGIAN
    assert [e.raw for e in found["III.4"].bukti] == ["Nilai akuntabilitas"]


def test_absent_tables_decide_nothing() -> None:
    assert items(REPORT)["III.2"].jawaban is Jawaban.TIDAK_DAPAT_DINILAI


@pytest.mark.parametrize("jenis", ["lkip", "iku"])
def test_checked_documents_carry_it(jenis: str) -> None:
    checked = check_document(build({**REPORT, "jenis": jenis}), catalogue=[])
    assert bool(checked.kelengkapan) == (jenis == "lkip")
