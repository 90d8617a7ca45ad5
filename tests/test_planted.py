"""Consistent reports, built at random, have no finding; one planted error is found where it was planted."""

from __future__ import annotations

from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from schemas.finding import Finding, Severity
from schemas.printing import print_number
from tests.cases import build
from validators.check import check_document
from validators.registry import rules

NUMERIC = [rule for rule in rules() if rule.group in "AB" or rule.code in ("D401", "D402")]
WORDS = ["Koordinasi", "Penyediaan", "Pembinaan", "Fasilitasi", "Pengawasan", "Pemeliharaan", "Pelatihan", "Pendataan"]
THINGS = ["Desa Mandiri", "Jasa Kantor", "Ketertiban Umum", "Data Statistik", "Kendaraan Dinas", "Lahan Kritis"]

names = st.lists(st.sampled_from([f"{w} {t}" for w in WORDS for t in THINGS]), min_size=12, max_size=12, unique=True)


def percent(upper: Decimal, lower: Decimal, rounding: str, places: str = "0.01") -> str:
    return print_number((upper / lower * 100).quantize(Decimal(places), rounding), decimals=len(places) - 2)


@st.composite
def reports(draw: st.DrawFn) -> dict[str, Any]:
    """A report as plain data: programmes with kegiatan, and indicators."""
    labels = draw(names)
    rounding = draw(st.sampled_from([ROUND_DOWN, ROUND_HALF_UP]))
    programmes = []
    for number in range(draw(st.integers(2, 3))):
        kegiatan = []
        for index in range(draw(st.integers(2, 3))):
            budget = draw(st.integers(20_000_000, 900_000_000))
            spent = budget * draw(st.integers(300, 990)) // 1000 - draw(st.integers(1, 9999))
            kegiatan.append([labels[number * 4 + index + 1], budget, spent])
        programmes.append({"name": f"Program {labels[number * 4]}", "kegiatan": kegiatan})
    indicators = []
    for index in range(draw(st.integers(3, 5))):
        target = Decimal(draw(st.integers(2000, 9900))) / 100
        realised = Decimal(draw(st.integers(1500, 9900))) / 100
        indicators.append([f"Persentase {labels[index]} tahap {index + 1}", target, realised])
    return {"programmes": programmes, "indicators": indicators, "rounding": rounding, "cents": draw(st.booleans())}


def money(value: int, report: dict[str, Any]) -> str:
    return print_number(Decimal(value)) + (",00" if report["cents"] else "")


def cells(budget: int, spent: int, report: dict[str, Any]) -> list[str]:
    share = percent(Decimal(spent), Decimal(budget), report["rounding"])
    return [money(budget, report), money(spent, report), share]


def rows_of(report: dict[str, Any]) -> list[list[str]]:
    """The rows of the budget table: level, name, budget, spending, percentage."""
    rows = []
    whole = [0, 0]
    for programme in report["programmes"]:
        sums = [sum(k[i] for k in programme["kegiatan"]) for i in (1, 2)]
        whole = [whole[0] + sums[0], whole[1] + sums[1]]
        rows.append(["program", programme["name"], *cells(sums[0], sums[1], report)])
        rows += [["kegiatan", name, *cells(a, b, report)] for name, a, b in programme["kegiatan"]]
    rows.append(["total", "Jumlah", *cells(whole[0], whole[1], report)])
    return rows


def document(report: dict[str, Any], rows: list[list[str]], figures: list[list[str]]) -> Any:
    plan = [r for r in rows_of(report) if r[0] == "program"]
    return build(
        {
            "tahun": 2023,
            "tables": [
                {
                    "kind": "realisasi_anggaran",
                    "columns": ["no", "uraian", "anggaran", "realisasi_anggaran", "persen"],
                    "rows": [f"[{r[0]}] {n} | {r[1]} | {r[2]} | {r[3]} | {r[4]}" for n, r in enumerate(rows, 1)],
                },
                {
                    "kind": "pengukuran_kinerja",
                    "columns": ["no", "indikator", "target", "realisasi", "capaian"],
                    "rows": [f"{n} | {' | '.join(f)}" for n, f in enumerate(figures, 1)],
                },
                {
                    "kind": "anggaran_program",
                    "columns": ["no", "uraian", "anggaran"],
                    "rows": [f"[program] {n} | {r[1]} | {r[2]}" for n, r in enumerate(plan, 1)],
                },
            ],
        }
    )


def figures_of(report: dict[str, Any]) -> list[list[str]]:
    return [
        [name, print_number(t, decimals=2), print_number(r, decimals=2), percent(r, t, report["rounding"])]
        for name, t, r in report["indicators"]
    ]


def roots(found: Any) -> list[Finding]:
    checked = check_document(found, catalogue=NUMERIC)
    assert not checked.rule_failures
    return [f for f in checked.findings if f.cause is None and f.severity is not Severity.INFO]


@given(reports())
def test_consistent_report_has_no_finding(report: dict[str, Any]) -> None:
    found = roots(document(report, rows_of(report), figures_of(report)))
    assert [(f.rule, f.printed, f.expected) for f in found] == []


def at(finding: Finding) -> tuple[str | None, int | None, str | None]:
    first = finding.evidence[0]
    return first.table, first.row, first.column


def changed(text: str, draw: Any) -> str:
    """One digit among the first four replaced by another."""
    digits = [i for i, c in enumerate(text) if c.isdigit()][:4]
    place = draw(st.sampled_from(digits))
    other = draw(st.sampled_from([c for c in "123456789" if c != text[place]]))
    return text[:place] + other + text[place + 1 :]


def transposed(text: str, draw: Any) -> str:
    digits = [i for i, c in enumerate(text) if c.isdigit()][:3]
    pairs = [(a, b) for a, b in pairwise(digits) if text[a] != text[b] and text[b] != "0"]
    assume(pairs)
    a, b = draw(st.sampled_from(pairs))
    return text[:a] + text[b] + text[a + 1 : b] + text[a] + text[b + 1 :]


def value_of(text: str) -> Decimal:
    return Decimal(text.replace(".", "").replace(",", "."))


COLUMNS = {2: "anggaran", 3: "realisasi", 4: "persen"}


@pytest.mark.parametrize("slip", [changed, transposed], ids=lambda f: f.__name__)
@given(data=st.data(), report=reports())
def test_a_planted_digit_is_found_in_its_cell(slip: Any, data: st.DataObject, report: dict[str, Any]) -> None:
    rows = rows_of(report)
    row = data.draw(st.integers(0, len(rows) - 1))
    column = data.draw(st.sampled_from([2, 3, 4]))
    truth = rows[row][column]
    rows[row][column] = slip(truth, data.draw)
    assume(rows[row][column] != truth)
    if column == 4:  # rounded and cut off differ by one in the last place, and both are right
        assume(abs(value_of(rows[row][column]) - value_of(truth)) > Decimal("0.02"))
    found = roots(document(report, rows, figures_of(report)))
    assert ("t1", row + 1, COLUMNS[column]) in [at(f) for f in found], [(at(f), f.printed, f.expected) for f in found]
    assert len(found) == 1, [(f.rule, at(f), f.printed, f.expected) for f in found]
    if column != 4:
        assert found[0].expected_value == value_of(truth)


@given(data=st.data(), report=reports())
def test_a_planted_capaian_is_found(data: st.DataObject, report: dict[str, Any]) -> None:
    figures = figures_of(report)
    row = data.draw(st.integers(0, len(figures) - 1))
    truth = figures[row][3]
    figures[row][3] = print_number(Decimal(truth.replace(",", ".")) + data.draw(st.integers(2, 9)), decimals=2)
    assume(figures[row][3] not in ("100,00", "110,00", "120,00", "150,00"))
    found = roots(document(report, rows_of(report), figures))
    legitimate = {f.printed for f in found} == set()
    if not legitimate:  # the sum may hit another formula by chance
        assert [at(f) for f in found] == [("t2", row + 1, "capaian")]
        assert found[0].rule == "A101"


@given(data=st.data(), report=reports())
def test_swapped_amounts_are_named(data: st.DataObject, report: dict[str, Any]) -> None:
    rows = rows_of(report)
    row = data.draw(st.integers(0, len(rows) - 1))
    rows[row][2], rows[row][3] = rows[row][3], rows[row][2]
    found = roots(document(report, rows, figures_of(report)))
    assert len(found) == 1, [(f.rule, at(f), f.printed, f.expected) for f in found]
    assert found[0].rule == "A601"
    assert "tertukar" in (found[0].suggestion or "")


@given(data=st.data(), report=reports())
def test_a_dropped_row_is_named_when_its_amount_is_printed_elsewhere(
    data: st.DataObject, report: dict[str, Any]
) -> None:
    rows = rows_of(report)
    row = data.draw(st.sampled_from([i for i, r in enumerate(rows) if r[0] == "program"]))
    dropped = rows.pop(row + 1)
    spec = document(report, rows, figures_of(report))
    extra = build({"klaim": [{"value": f"Rp{dropped[2]}", "subject": dropped[1]}]})
    found = roots(spec.model_copy(update={"klaim": extra.klaim}))
    assert [(f.rule, at(f)) for f in found] == [("B301", ("t1", row + 1, "anggaran"))]
