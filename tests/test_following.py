"""What vanishes with the correction of a cause is its consequence; what only moves is not."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Any

from schemas.finding import Evidence, Finding
from tests.cases import build
from tests.rulebook import rule_of
from validators.check import check_document
from validators.corrected import corrected
from validators.registry import by_code
from validators.view import View, operand

D = Decimal
REPORT: dict[str, Any] = {
    "tables": [
        {
            "kind": "pengukuran_kinerja",
            "columns": ["no", "indikator", "target", "realisasi", "capaian"],
            "rows": [
                "1 | Nilai evaluasi akuntabilitas | 70,25 | 71,60 | 109,12",
                "2 | Persentase aduan yang selesai | 95,00 | 95,00 | 100,00",
                "3 | Indeks kepuasan masyarakat | 80,00 | 82,00 | 102,50",
            ],
        }
    ],
    "klaim": [{"kind": "percent", "value": "101,47%", "subject": "Rata-rata capaian indikator", "measure": "capaian"}],
}


def told(*codes: str) -> tuple[Finding, ...]:
    checked = check_document(build(REPORT), catalogue=[by_code()[c] for c in codes])
    assert not checked.rule_failures
    return checked.findings


def test_a_mean_that_fits_the_corrected_cell_is_a_consequence() -> None:
    root, mean = told("A101", "B503")
    assert (root.rule, root.expected) == ("A101", "101,92")
    assert (mean.rule, mean.cause, root.consequences) == ("B503", root.id, (mean.id,))


def test_without_the_cause_the_mean_stands_for_itself() -> None:
    (mean,) = told("B503")
    assert mean.cause is None


def _first_above(limit: Decimal) -> Any:
    """A rule that names the first capaian above a limit: corrected, it names the next one."""

    def check(view: View) -> Iterator[Finding]:
        for record in view.document.indikator:
            if record.capaian is not None and record.capaian.value is not None and record.capaian.value > limit:
                yield rule.finding(Evidence.of(record.capaian), keys=(operand(record.capaian).key,))
                return

    rule = rule_of("D999", check)
    return rule


def test_a_finding_that_only_moves_stays_a_root() -> None:
    checked = check_document(build(REPORT), catalogue=[by_code()["A101"], _first_above(D(102))])
    assert {f.rule for f in checked.findings if f.cause is None} == {"A101", "D999"}


def test_a_finding_that_goes_away_does_not() -> None:
    checked = check_document(build(REPORT), catalogue=[by_code()["A101"], _first_above(D(105))])
    assert {f.rule for f in checked.findings if f.cause is None} == {"A101"}


def test_a_rule_that_cannot_bear_the_correction_explains_nothing() -> None:
    def check(view: View) -> Iterator[Finding]:
        cell = view.document.indikator[0].capaian
        assert cell is not None
        assert cell.value == D("109.12")
        yield rule.finding(Evidence.of(cell), keys=(operand(cell).key,))

    rule = rule_of("D999", check)
    checked = check_document(build(REPORT), catalogue=[by_code()["A101"], rule])
    assert not checked.rule_failures
    assert {f.rule for f in checked.findings if f.cause is None} == {"A101", "D999"}


def test_a_corrected_document_differs_in_that_place_alone() -> None:
    document = build(REPORT)
    changed = corrected(document, {"t1.1.capaian": D("101.92"), "k1": D(1)}, {"k1": "1%"})
    assert [i.capaian and i.capaian.value for i in changed.indikator] == [D("101.92"), D("100.00"), D("102.50")]
    assert changed.indikator[0].capaian is not None
    assert changed.indikator[0].capaian.raw == "109,12"
    assert changed.klaim[0].value is not None
    assert (changed.klaim[0].value.value, changed.klaim[0].value.raw) == (D(1), "1%")
    assert changed.model_copy(update={"indikator": (), "tables": (), "klaim": ()}) == document.model_copy(
        update={"indikator": (), "tables": (), "klaim": ()}
    )
