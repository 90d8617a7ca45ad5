"""One cause is one finding: its consequences hang on it, and a broken rule never looks like a broken document."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extractors.document import extract
from schemas.finding import Finding, Severity
from schemas.result import Checked
from tests.cases import build
from tests.test_rules import Plain
from validators.check import check_document
from validators.registry import by_code
from validators.rule import Rule, clip

D = Decimal


def check(document: dict[str, Any], *codes: str) -> Checked:
    checked = check_document(build(document), catalogue=[by_code()[c] for c in codes])
    assert not checked.rule_failures
    return checked


def roots(checked: Checked) -> list[Finding]:
    return [f for f in checked.findings if f.cause is None]


BUDGET = """
tables:
  - kind: realisasi_anggaran
    columns: [no, uraian, anggaran, realisasi_anggaran, persen]
    rows:
      - "[kegiatan] 1 | Pemeliharaan Sarana Kantor | 935.278.000 | 875.004.321 | 91,63"
      - "[kegiatan] 2 | Pendidikan Politik | 372.500.000 | 267.374.000 | 71,78"
      - "[total] | Jumlah | 1.307.778.000 | 1.124.378.321 | 85,98"
"""


def load(text: str) -> dict[str, Any]:
    import yaml

    found = yaml.load(text, Plain)
    assert isinstance(found, dict)
    return found


def test_transposed_digits_carry_every_failure_they_cause() -> None:
    checked = check(load(BUDGET), "A201", "B102")
    (root,) = roots(checked)
    assert root.printed == "875.004.321"
    assert root.expected == "857.004.321"
    assert "dua digit tertukar" in (root.suggestion or "")
    assert "transposed" in (root.suggestion_en or "")
    rest = [f for f in checked.findings if f.id in root.consequences]
    assert {f.severity for f in rest} == {Severity.INFO}
    assert {f.cause for f in rest} == {root.id}
    assert [f.rule for f in rest] == ["B102"]


def test_ids_are_unique_and_refer_to_each_other() -> None:
    findings = check(load(BUDGET), "A201", "B102").findings
    ids = [f.id for f in findings]
    assert ids == [f"f{n}" for n in range(1, len(ids) + 1)]
    assert {c for f in findings for c in f.consequences} <= set(ids)


def test_a_copied_realisation_is_solved_by_the_text() -> None:
    document = load(
        """
        tables:
          - kind: realisasi_anggaran
            columns: [no, uraian, anggaran, realisasi_anggaran, persen]
            rows:
              - "[program] 1 | Program Lingkungan Sehat | 1.399.735.000 | 1.399.735.000 | 89,66"
              - "[kegiatan] 1.1 | Penyelenggaraan Kesehatan Kerja | 1.399.735.000 | 1.399.735.000 | 89,66"
              - "[program] 2 | Program Pelayanan | 23.405.539.000 | 20.000.000.000 | 85,45"
        klaim:
          - {kind: amount, value: "Rp21.254.963.750", measure: realisasi, group: g1, subject: anggaran tersebut}
          - {kind: percent, value: "85,69%", measure: serapan, group: g1}
        """
    )
    (root,) = roots(check(document, "A201", "B101", "B103"))
    assert root.printed == "1.399.735.000"
    assert root.expected == "1.254.963.750"
    assert len(root.consequences) == 2


def test_confirmed_counts_cells_of_agreeing_relations() -> None:
    document = load(
        """
        tables:
          - kind: realisasi_anggaran
            columns: [no, uraian, anggaran, realisasi_anggaran, persen]
            rows: ["[kegiatan] 1 | Pemeliharaan | 935.278.000 | 857.004.321 | 91,63"]
        """
    )
    assert check(document, "A201").document.coverage.confirmed == 3


def test_a_crashing_rule_is_reported_and_the_others_run() -> None:
    def crash(view: object) -> Any:
        raise ZeroDivisionError("boom")

    broken = Rule(**{**by_code()["A201"].__dict__, "code": "A999", "check": crash})
    checked = check_document(build(load(BUDGET)), catalogue=[broken, by_code()["A201"]])
    assert [(f.rule, f.error) for f in checked.rule_failures] == [("A999", "ZeroDivisionError: boom")]
    assert {f.rule for f in checked.findings} == {"A201"}


def test_hints_are_off_unless_asked_for() -> None:
    hint = Rule(**{**by_code()["A701"].__dict__, "code": "A998", "hint": True})
    document = build({"klaim": [{"value": "Rp198.03.000,00"}]})
    assert check_document(document, catalogue=[hint]).findings == ()
    assert check_document(document, hints=True, catalogue=[hint]).findings


def test_a_correction_across_a_band_changes_the_conclusion() -> None:
    document = load(
        """
        tables:
          - kind: pengukuran_kinerja
            columns: [no, indikator, target, realisasi, capaian]
            rows:
              - "1 | Persentase jalan mantap | 80 | 60,00 | 95,00"
              - "2 | Persentase irigasi baik | 80 | 60,00 | 74,00"
        skala:
          - bands:
              - {label: baik, low: "76", high: "100"}
              - {label: cukup, low: "55", high: "75"}
        """
    )
    found = {f.evidence[0].row: f.mengubah_kesimpulan for f in roots(check(document, "A101"))}
    assert found == {1: True, 2: False}


def test_messages_are_cut_to_one_short_line() -> None:
    assert clip("a\n  b") == "a b"
    assert len(clip("x" * 300, 200)) == 200


@pytest.mark.corpus
@pytest.mark.parametrize(
    ("name", "printed", "rule", "told"),
    [
        ("002", "117.230.200", "B201", "baris lain"),
        ("002", "2.482.163.194", "B301", "44.039.600"),
        ("002", "Rp.3.322.296.231,00", "A601", "tertukar"),
        ("002", "Rp. 333.627.175,00", "B601", "509.937.950"),
        ("003", "4.55.000,00", "A701", "4.355.000"),
    ],
)
def test_causes_in_real_reports(shared: Path, name: str, printed: str, rule: str, told: str) -> None:
    """Each is one finding that names the cause, not several alarms."""
    (path,) = (shared / "seeds").glob(f"{name}_*")
    found = [f for f in roots(check_document(extract(path))) if f.printed == printed and f.rule == rule]
    assert len(found) == 1
    assert told in " ".join(filter(None, (found[0].suggestion, found[0].expected, found[0].message.id)))
    assert found[0].severity in (Severity.ERROR, Severity.WARNING)


THIRD_VALUE = """
tahun: 2016
tables:
  - kind: pengukuran_kinerja
    columns: [no, indikator, target, realisasi, capaian]
    rows: ["1 | Cakupan pelayanan kesehatan | 86% | 86% | 100%"]
  - kind: perbandingan_tahun
    columns: [no, indikator, target, realisasi, capaian]
    rows: ["1 | Cakupan pelayanan kesehatan | 86% | 92,46% | 102,7%"]
  - kind: pengukuran_kinerja
    columns: [no, indikator, target, realisasi, capaian]
    rows: ["1 | Cakupan pelayanan kesehatan | 86% | 86% | 100%"]
"""


def test_a_capaian_is_repaired_from_its_own_row_and_the_copy_it_differs_from_is_told_with_it() -> None:
    checked = check(load(THIRD_VALUE), "A101", "D402")
    head = next(f for f in roots(checked) if f.printed == "102,7%")
    assert (head.rule, head.expected) == ("A101", "107,51")
    copies = [f for f in checked.findings if f.cause == head.id]
    assert [(f.rule, f.expected) for f in copies] == [("D402", "100,0")]


def test_a_row_that_agrees_with_itself_is_not_told_as_wrong_arithmetic() -> None:
    other = "  - kind: perbandingan_tahun\n    columns: [no, indikator, target, realisasi, capaian]\n"
    row = '    rows: ["1 | Cakupan pelayanan kesehatan | 86% | 92,46% | 107,51%"]\n'
    head = THIRD_VALUE[: THIRD_VALUE.index("  - kind: perbandingan_tahun")]
    checked = check(load(head + 3 * (other + row)), "A101", "D402")
    assert {f.rule for f in roots(checked)} == {"D402"}
    assert {f.printed for f in roots(checked)} <= {"86%", "100%"}
