"""Random consistent reports give no finding; one planted error is found exactly where it stands."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.document import extract
from samples.acak import Ukuran
from samples.angka import bulatkan, eja
from samples.cetak.tata import Tata
from samples.generator import KINDS, make_report, plant
from schemas.result import Checked
from tests.banding import JENIS, beda, roots, tempat
from validators.check import check_document

FEW = max(8, settings().max_examples // 6)
"""Every example reads a whole report; what is run for each kind of error, or as PDF, runs less often."""
SEEDS = st.integers(0, 10_000)
SMALL = Ukuran(sasaran=2, indikator=2, program=2, kegiatan=2, sub=3)
RULED = Tata("acak", gabung="gabung", potong_baris=True, ulang_kepala=False)
Check = Callable[[bytes, str], Checked]


@pytest.fixture(scope="module")
def check(tmp_path_factory: pytest.TempPathFactory) -> Check:
    folder = tmp_path_factory.mktemp("acak")

    def run(isi: bytes, akhiran: str) -> Checked:
        path = Path(folder) / f"laporan{akhiran}"
        path.write_bytes(isi)
        return check_document(extract(path))

    return run


@given(seed=SEEDS)
def test_consistent_reports_have_no_finding(check: Check, seed: int) -> None:
    checked = check(make_report(seed, SMALL).text.encode(), ".txt")
    assert checked.rule_failures == ()
    assert [(f.rule, f.message.id) for f in roots(checked.findings)] == []


@given(seed=SEEDS)
def test_every_record_is_exact(check: Check, seed: int) -> None:
    report = make_report(seed, SMALL)
    document = check(report.text.encode(), ".txt").document
    for truth, read in JENIS.values():
        assert beda(truth(report.truth), read(document, report.truth)) == ([], [])


@settings(max_examples=FEW)
@given(seed=st.integers(0, 500))
def test_every_record_of_a_ruled_pdf_is_exact(check: Check, seed: int) -> None:
    report = make_report(seed, SMALL)
    isi, data = report.pdf(RULED)
    checked = check(isi, ".pdf")
    for truth, read in JENIS.values():
        assert beda(truth(data), read(checked.document, data)) == ([], [])
    assert [(f.rule, f.message.id) for f in roots(checked.findings)] == []


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=FEW)
@given(seed=SEEDS)
def test_one_planted_error_is_found_where_it_is(check: Check, kind: str, seed: int) -> None:
    planted = plant(make_report(seed, SMALL), kind, seed)
    if planted is None:
        return
    findings = check(planted.text.encode(), ".txt").findings
    by_id = {f.id: f for f in findings}
    found = roots(findings)
    assert found, f"{planted.before} -> {planted.after}"
    for finding in found:
        assert tempat(finding, by_id) & planted.place, (finding.rule, finding.message.id)
    assert len(found) <= (2 if kind == "baris_tertukar" else 1)  # two rows may be told one by one


@given(seed=SEEDS)
def test_the_same_seed_gives_the_same_report(seed: int) -> None:
    assert make_report(seed).text == make_report(seed).text


@pytest.mark.parametrize(
    ("nilai", "kata"),
    [
        (0, "nol"),
        (11, "sebelas"),
        (21, "dua puluh satu"),
        (110, "seratus sepuluh"),
        (1_000, "seribu"),
        (2_001_000, "dua juta seribu"),
        (1_100_000_000, "satu miliar seratus juta"),
    ],
)
def test_words_of_the_generator(nilai: int, kata: str) -> None:
    assert eja(nilai) == kata


def test_rounding_of_the_generator() -> None:
    assert bulatkan(Decimal("1.005"), 2) == Decimal("1.01")
    assert bulatkan(Decimal("1.009"), 2, potong=True) == Decimal("1.00")
