"""The text samples through the whole pipeline: exact records, and the planted findings and no others."""

from pathlib import Path
from typing import Any

import pytest

from extractors.document import extract
from samples.build import semua
from samples.daftar import TEKS
from schemas.result import Checked
from tests.banding import JENIS, beda, cocok, expected, roots
from validators.check import check_document

CLEAN = "lkip_bersih"
DAMAGED = "lkip_rusak"
PLANTED = "lkip_temuan"


@pytest.fixture(scope="module")
def checked(root: Path) -> dict[str, Checked]:
    return {nama: check_document(extract(root / "samples" / "teks" / f"{nama}.txt")) for nama in TEKS}


def test_what_is_committed_is_what_the_truth_gives(root: Path) -> None:
    for nama, isi in semua():
        if not nama.endswith(".pdf"):  # PDFs: test_samples_pdf compares what is in them, compression may differ
            assert (root / "samples" / nama).read_bytes() == isi, f"{nama}: run python -m samples.build"


@pytest.mark.parametrize("nama", TEKS)
def test_identity(root: Path, checked: dict[str, Checked], nama: str) -> None:
    identity = checked[nama].document.identity
    for kunci, nilai in expected(root, nama)["identitas"].items():
        assert str(getattr(identity, kunci)) == str(nilai)


@pytest.mark.parametrize("nama", TEKS)
@pytest.mark.parametrize("jenis", JENIS)
def test_records_are_exact(root: Path, checked: dict[str, Checked], nama: str, jenis: str) -> None:
    data, document = expected(root, nama), checked[nama].document
    rusak = {r["baris"] for r in data[jenis] if r.get("rusak")}
    truth, read = JENIS[jenis]
    kurang, lebih = beda(truth(data), read(document, data))
    assert [b for b in kurang if b[0] not in rusak] == []
    assert [b for b in lebih if b[0] not in rusak and b[0] - 1 not in rusak] == []


@pytest.mark.parametrize("nama", TEKS)
def test_tables_are_found_whole(root: Path, checked: dict[str, Checked], nama: str) -> None:
    data, document = expected(root, nama), checked[nama].document
    truth = [(t["jenis"], t["nomor"], t["jumlah_baris"]) for t in data["tabel"] if t["jenis"] != "lainnya"]
    assert [(str(t.kind), t.number, len(t.rows)) for t in document.tables if t.kind != "lainnya"] == truth


@pytest.mark.parametrize("nama", TEKS)
def test_no_rule_fails(checked: dict[str, Checked], nama: str) -> None:
    assert checked[nama].rule_failures == ()


def test_a_clean_report_has_no_finding(checked: dict[str, Checked]) -> None:
    assert [(f.rule, f.message.id) for f in roots(checked[CLEAN].findings)] == []


def planted(root: Path, nama: str) -> list[dict[str, Any]]:
    return list(expected(root, nama)["temuan"])


@pytest.mark.parametrize("nama", TEKS)
def test_every_planted_inconsistency_is_found(root: Path, checked: dict[str, Checked], nama: str) -> None:
    findings = checked[nama].findings
    by_id = {f.id: f for f in findings}
    wajib = [t for t in planted(root, nama) if t.get("wajib", True)]
    assert [t["sebab"] for t in wajib if not any(cocok(t, f, by_id) for f in roots(findings))] == []


@pytest.mark.parametrize("nama", TEKS)
def test_nothing_else_is_reported(root: Path, checked: dict[str, Checked], nama: str) -> None:
    findings = checked[nama].findings
    by_id = {f.id: f for f in findings}
    lain = [f for f in roots(findings) if not any(cocok(t, f, by_id) for t in planted(root, nama))]
    assert [(f.rule, f.message.id) for f in lain] == []


SEBAB = ("baris_bergeser", "kegiatan_hilang", "daftar_melebihi_jumlah", "jumlah_program_salah", "angka_cacat")


@pytest.mark.parametrize("sebab", SEBAB)
def test_one_cause_is_one_finding(root: Path, checked: dict[str, Checked], sebab: str) -> None:
    findings = checked[PLANTED].findings
    by_id = {f.id: f for f in findings}
    harapan = next(t for t in planted(root, PLANTED) if t["sebab"] == sebab)
    letak = set(harapan["baris"])
    alarm = [f for f in roots(findings) if f.evidence and f.evidence[0].line in letak]
    assert [f.rule for f in alarm if not cocok(harapan, f, by_id)] == []
    assert len(alarm) == 1
