"""The flat files: stable columns, a byte order mark, numbers that spreadsheets read, nothing that they compute."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.csv import write, write_recap
from reports.csv.rows import DATA, FINDINGS
from reports.csv.safe import safe
from reports.recap import entry_of
from tests.laporan_uji import ATTACKS, SAMPLES, checked, hostile

PARTS = {"id": ";", "en": ","}


def rows_of(path: Path, delimiter: str) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines, delimiter=delimiter))


@pytest.mark.parametrize("lang", ["id", "en"])
@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_findings_and_records_are_flat(path: Path, lang: str, tmp_path: Path) -> None:
    result = checked(path)
    found, data = write(result, tmp_path / "a.csv", lang)  # type: ignore[arg-type]
    for file, columns in ((found, FINDINGS), (data, DATA)):
        assert file.read_bytes().startswith(b"\xef\xbb\xbf"), "a spreadsheet needs the mark to know UTF-8"
        rows = rows_of(file, PARTS[lang])
        assert tuple(rows[0]) == columns
        assert {len(row) for row in rows} == {len(columns)}
    assert len(rows_of(found, PARTS[lang])) == len(result.findings) + 1


def test_values_have_the_comma_of_the_language(tmp_path: Path) -> None:
    result = checked(next(p for p in SAMPLES if p.name == "lkip_temuan.txt"))
    for lang, decimal in (("id", ","), ("en", ".")):
        _, data = write(result, tmp_path / "a.csv", lang)  # type: ignore[arg-type]
        rows = [dict(zip(DATA, row, strict=True)) for row in rows_of(data, PARTS[lang])[1:]]
        row = next(r for r in rows if r["tercetak"] == "62,50")
        assert row["nilai"] == f"62{decimal}5"
        money = next(r for r in rows if r["ukuran"] == "anggaran" and r["nilai"])
        assert money["nilai"].isdigit()
        broken = next(r for r in rows if r["tercetak"] == "31.45.000")
        assert broken["nilai"] == "", "a number that cannot be read has no value"


def test_what_was_not_read_stands_below_the_records(tmp_path: Path) -> None:
    result = checked(next(p for p in SAMPLES if p.name == "lkip_temuan.txt"))
    _, data = write(result, tmp_path / "a.csv", "id")
    rows = [dict(zip(DATA, row, strict=True)) for row in rows_of(data, ";")[1:]]
    left = [row for row in rows if row["record"] == "tidak_terbaca"]
    assert [row["nilai"] for row in left] == [str(part.numbers) for part in result.document.coverage.unread]
    assert left
    assert all(row["nama"] and row["line"] for row in left)


@pytest.mark.parametrize("text", ATTACKS)
def test_no_cell_is_computed(text: str, tmp_path: Path) -> None:
    for file in write(hostile(text, path=text), tmp_path / "a.csv", "id"):
        for row in rows_of(file, ";"):
            for cell in row:
                assert not cell.startswith(("=", "@", "\t", "\r"))
                assert not cell.startswith(("+", "-")) or cell[1:].isdigit()


@given(st.text(max_size=30))
def test_guard_on_any_text(text: str) -> None:
    cell = safe(text)
    assert "\n" not in cell
    assert not cell.startswith(("=", "@"))
    assert safe(cell) == cell


@pytest.mark.parametrize("number", ["-5", "-12,4", "+3", "1.234.567,89", "-12,5%", "-"])
def test_numbers_stay_numbers(number: str) -> None:
    assert safe(number) == number


def test_recap_holds_all_documents(tmp_path: Path) -> None:
    entries = []
    for path in SAMPLES[:3]:
        entries.append(entry_of(checked(path)))
        write(checked(path), tmp_path / f"{entries[-1].stem}.csv", "id")
    staging = tmp_path / "staging"
    staging.mkdir()
    found, data = write_recap(entries, staging / "rekap.csv", "id")
    rows = rows_of(found, ";")
    assert len(rows) == 1 + sum(len(checked(p).findings) for p in SAMPLES[:3])
    assert rows[0] == list(FINDINGS)
    assert {len(row) for row in rows_of(data, ";")} == {len(DATA)}
