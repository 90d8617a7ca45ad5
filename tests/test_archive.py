"""Checks between documents: what is planted between years and agencies is found, an undisturbed archive is silent."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from flows.archive_check import archive_findings
from flows.inputs import find_inputs
from flows.runners.inline import InlineRunner
from flows.steps import Options
from flows.storing import run_stored
from samples.arsip import FAULTS, arsip
from schemas.archive import ArchiveFinding, Dossier, Fact
from store.database import open_store
from validators.archive.check import RULES, check_agency
from validators.archive.copies import copied_texts, statements
from validators.archive.names import nearest, plain
from validators.archive.values import agree

EXPECTED = {
    "tahun_lalu": ("E701", "00000-2025"),
    "melonjak": ("E706", "00000-2025"),
    "beku": ("E704", "00000-2025"),
    "versi": ("K403", ""),
    "salinan": ("K402", ""),
}


def found(folder: Path, fault: str | None, pdf: Decimal = Decimal(0)) -> list[ArchiveFinding]:
    for file in arsip(5, agencies=2, years=4, fault=fault, pdf=pdf):
        file.tulis(folder / "arsip")
    url = str(folder / "a.db")
    run_stored(url, find_inputs([folder / "arsip"]), Options(), InlineRunner(), [], lambda path, outcome: None)
    return list(archive_findings(open_store(url)))


def test_an_undisturbed_archive_is_silent(tmp_path: Path) -> None:
    assert found(tmp_path, None) == []


def test_pdf_and_text_of_one_archive_agree_with_each_other(tmp_path: Path) -> None:
    assert found(tmp_path, None, pdf=Decimal("0.5")) == []


@pytest.mark.parametrize("fault", FAULTS)
def test_the_planted_fault_is_found_and_nothing_else(fault: str, tmp_path: Path) -> None:
    rule, file = EXPECTED[fault]
    (finding,) = found(tmp_path, fault)
    assert finding.rule == rule
    assert file in finding.exhibits[0].path
    assert len(finding.exhibits) > 1
    assert len(finding.message.id) <= 200
    assert len(finding.message.en) <= 200


def fact(name: str, tahun: int, raw: str, ukuran: str = "realisasi", level: str = "") -> Fact:
    return Fact("s", "t1.r1", name, level, tahun, ukuran, None, raw, Decimal(raw), 1, None, "t1", 1, ukuran)


def dossier(tahun: int, *facts: Fact, jenis: str = "lkip", key: str = "", iku: tuple[str, ...] = ()) -> Dossier:
    budget = tuple(f for f in facts if f.level)
    return Dossier(
        key or f"{jenis}{tahun}", (f"{tahun}.pdf",), jenis, "dinas a", "Dinas A", tahun,
        tuple(f for f in facts if not f.level), budget, iku,
    )  # fmt: skip


def rules_of(*dossiers: Dossier) -> list[str]:
    return [f.rule for f in check_agency(dossiers)]


def test_a_rounded_repetition_of_last_year_is_no_difference() -> None:
    old, new = dossier(2022, fact("Indeks A", 2022, "84.526")), dossier(2023, fact("Indeks A", 2022, "84.53"))
    assert rules_of(old, new) == []
    wrong = dossier(2023, fact("Indeks A", 2022, "84.54"))
    assert rules_of(old, wrong) == ["E701"]


def test_targets_of_the_plan_and_of_the_report() -> None:
    plan = dossier(2023, fact("Indeks A", 2023, "80", "target"), jenis="perjanjian_kinerja")
    assert rules_of(plan, dossier(2023, fact("Indeks A", 2023, "80", "target"))) == []
    assert rules_of(plan, dossier(2023, fact("Indeks A", 2023, "81", "target"))) == ["E702"]


def test_programme_budgets_of_agreement_and_report() -> None:
    plan = dossier(2023, fact("Program A", 2023, "100", "anggaran", "program"), jenis="perjanjian_kinerja")
    assert rules_of(plan, dossier(2023, fact("A", 2023, "100", "anggaran", "program"))) == []
    assert rules_of(plan, dossier(2023, fact("PROGRAM A", 2023, "99", "anggaran", "program"))) == ["E703"]


def test_indicators_of_the_decree_that_the_report_does_not_measure() -> None:
    decree = dossier(2023, jenis="iku", iku=("Indeks A", "Nilai B"))
    both = dossier(2023, fact("Indeks A", 2023, "1.5"), fact("Nilai B", 2023, "2.5"))
    assert rules_of(decree, both) == []
    assert rules_of(decree, dossier(2023, fact("Indeks A", 2023, "1.5"))) == ["E705"]
    assert rules_of(decree, dossier(2023, fact("Lain", 2023, "1.5"))) == []


def test_frozen_values_need_three_years_and_decimals() -> None:
    years = [dossier(y, fact("Indeks A", y, "84.52")) for y in (2021, 2022, 2023)]
    assert rules_of(*years) == ["E704"]
    assert rules_of(*years[:2]) == []
    assert rules_of(*(dossier(y, fact("Indeks A", y, "100")) for y in (2021, 2022, 2023))) == []


def test_an_outlier_needs_a_series_and_a_factor() -> None:
    values = {2020: "10", 2021: "11", 2022: "12", 2023: "80"}
    assert rules_of(*(dossier(y, fact("Jumlah A", y, v)) for y, v in values.items())) == []
    values[2023] = "95"
    assert rules_of(*(dossier(y, fact("Jumlah A", y, v)) for y, v in values.items())) == ["E706"]


def test_a_whole_report_with_last_years_values() -> None:
    names = [f"Indikator {letter}" for letter in "ABCD"]
    old = dossier(2022, *(fact(n, 2022, f"{50 + i}.5") for i, n in enumerate(names)))
    new = dossier(2023, *(fact(n, 2023, f"{50 + i}.5") for i, n in enumerate(names)))
    assert rules_of(old, new) == ["E707"]
    changed = dossier(2023, *(fact(n, 2023, f"{51 + i}.5") for i, n in enumerate(names)))
    assert rules_of(old, changed) == []


def test_template_sentences_are_no_copies() -> None:
    template = "\n".join(f"Kalimat baku nomor {n} dari pedoman tahun 2014 tentang laporan kinerja" for n in range(60))
    first, second = dossier(2023, key="a")._replace(agency="a"), dossier(2023, key="b")._replace(agency="b")
    assert list(copied_texts((first, second), lambda sha256: template)) == []
    figures = "\n".join(f"Anggaran kegiatan {n} sebesar Rp1.{n + 100}.500 dari pagu" for n in range(60))
    assert [f.rule for f in copied_texts((first, second), lambda sha256: figures)] == ["K402"]


def test_years_and_small_numbers_are_not_telling() -> None:
    assert statements("Nomor 53 Tahun 2014 pada 2021-2026 sebanyak 12 orang") == set()
    assert statements("sebesar Rp1.250.000 atau 84,52 persen") != set()


@given(st.decimals("0", "1000000", places=4), st.integers(0, 3))
def test_a_value_agrees_with_its_own_rounding(value: Decimal, places: int) -> None:
    assert agree(value, round(value, places))
    assert agree(round(value, places), value)


def test_names_match_through_spelling_but_not_through_digits() -> None:
    assert nearest(plain("Prosentase desa maju"), [plain("Persentase Desa Maju")])
    assert nearest("laporan triwulan 1", ["laporan triwulan 2"]) is None
    assert nearest("tidak ada", ["sama sekali lain"]) is None


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in RULES]
    assert len(codes) == len(set(codes))
