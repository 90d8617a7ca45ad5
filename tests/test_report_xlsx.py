"""The working paper: it opens, its formulas give the values of the engine, and no text of a document is computed."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from reports.recap import entry_of
from reports.xlsx import write, write_recap
from reports.xlsx.recount import figures, key_of
from reports.xlsx.rumus import rumus
from schemas.relation import Judgement, Verdict
from schemas.result import Checked
from tests.laporan_uji import ATTACKS, SAMPLES, checked, hostile
from validators.readings import READINGS, Interval

ERRORS = re.compile(r"^#(?:REF|VALUE|NAME|DIV/0|N/A|NUM|NULL)|^Err:")
SHEETS = (
    "Ringkasan",
    "Temuan",
    "Hitung Ulang Kinerja",
    "Hitung Ulang Anggaran",
    "Checklist Reviu",
    "Perbandingan PK-Renstra-LKIP",
    "Cakupan",
)


def ids(path: Path) -> str:
    return path.name


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("kkr")


def written(result: Checked, folder: Path, name: str = "kkr") -> Path:
    return write(result, folder / f"{name}.xlsx", "id")[0]


def headed(sheet: Any, row: int) -> dict[str, int]:
    """Columns of a sheet by their heading; the first of those with the same one."""
    columns: dict[str, int] = {}
    for cell in sheet[row]:
        if cell.value:
            columns.setdefault(str(cell.value), cell.column)
    return columns


def recomputed(result: Checked, book: Any) -> Iterator[tuple[Judgement, Any, Any]]:
    """Each judgement that a row stands for, with the recomputed cell and the difference that the row shows."""
    performance, budget = book["Hitung Ulang Kinerja"], book["Hitung Ulang Anggaran"]
    one, two = headed(performance, 4), headed(budget, 5)
    rows: dict[Any, tuple[Any, int, int]] = {}
    records = [r for r in result.document.indikator if r.realisasi is not None or r.capaian is not None]
    for at, r in enumerate(records, 5):
        place = (performance, at, one["Capaian hitung ulang"])
        rows["A101", figures(r.capaian, r.realisasi, r.target)] = place
    for at, a in enumerate(result.document.anggaran, 6):
        rows["A201", figures(a.persen, a.realisasi, a.anggaran)] = (budget, at, two["% hitung ulang"])
        for name, title in (("anggaran", "Rincian anggaran"), ("realisasi", "Rincian realisasi")):
            rows.setdefault(("sum", key_of(getattr(a, name))), (budget, at, two[title]))
    for judgement in result.judgements:
        relation = judgement.relation
        if relation.rule in ("A101", "A201"):
            key: Any = (relation.rule, figures(relation.result.printed, *(n.printed for n in relation.inputs)))
        elif relation.rule in ("B101", "B102") and not relation.note.endswith("jauh"):
            key = ("sum", relation.result.key)
        else:
            continue
        if judgement.expected is not None and key in rows:
            sheet, row, column = rows[key]
            yield judgement, sheet.cell(row, column).value, sheet.cell(row, column + 1).value


def agrees_with_engine(result: Checked, path: Path) -> int:
    """Every recomputed cell holds the value of the engine. Returns how many were compared."""
    book = load_workbook(path, data_only=True)
    compared = 0
    for judgement, value, difference in recomputed(result, book):
        assert isinstance(value, int | float), (judgement.relation.rule, judgement.relation.result.key, value)
        expected = float(judgement.expected or 0)
        assert value == pytest.approx(expected, rel=1e-9, abs=1e-9), judgement.relation.result.key
        if judgement.relation.result.printed.value is not None:
            assert isinstance(difference, int | float)
        compared += 1
    for sheet in book:
        for row in sheet.iter_rows(values_only=True):
            assert not [cell for cell in row if isinstance(cell, str) and ERRORS.match(cell)], sheet.title
    return compared


def outcomes(result: Checked, path: Path) -> None:
    """The words of the outcome columns are the verdicts of the engine."""
    book = load_workbook(path, data_only=True)
    sheet = book["Hitung Ulang Kinerja"]
    columns = headed(sheet, 4)
    judged = {
        figures(j.relation.result.printed, *(n.printed for n in j.relation.inputs)): j
        for j in result.judgements
        if j.relation.rule == "A101"
    }
    records = [r for r in result.document.indikator if r.realisasi is not None or r.capaian is not None]
    for at, record in enumerate(records, 5):
        judgement = judged.get(figures(record.capaian, record.realisasi, record.target))
        if judgement is None or judgement.verdict is Verdict.UNDECIDABLE:
            continue
        word = "periksa" if judgement.verdict is Verdict.DISAGREES else "cocok"
        assert sheet.cell(at, columns["Hasil"]).value == word, record.id


def without_values(path: Path, target: Path) -> Path:
    """The workbook with the values of its formulas taken out, so that whoever opens it must compute them."""
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as out:
        for item in source.infolist():
            data = source.read(item)
            if item.filename.startswith("xl/worksheets/sheet"):
                data = re.sub(rb"(</f>)<v>[^<]*</v>", rb"\1", data)
            out.writestr(item, data)
    return target


def by_libreoffice(path: Path, folder: Path) -> Path:
    """The workbook opened, recalculated and saved by LibreOffice."""
    out = folder / "lo"
    out.mkdir(exist_ok=True)
    office = shutil.which("soffice") or shutil.which("libreoffice")
    assert office is not None
    command = [
        office,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(out),
        str(path),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=180)
    return out / path.name


@pytest.mark.parametrize("path", SAMPLES, ids=ids)
def test_opens_with_all_sheets(path: Path, folder: Path) -> None:
    result = checked(path)
    book = load_workbook(written(result, folder))
    assert tuple(book.sheetnames) == SHEETS
    shown = [row[0] for row in book["Temuan"].iter_rows(min_row=5, max_col=1, values_only=True) if row[0]]
    assert len(shown) == len(result.findings)
    for sheet in book:
        assert sheet.page_setup.paperSize == 9
        assert sheet.title in ("Ringkasan",) or sheet.print_title_rows


@pytest.mark.parametrize("path", SAMPLES, ids=ids)
def test_stored_values_are_those_of_the_engine(path: Path, folder: Path) -> None:
    result = checked(path)
    file = written(result, folder)
    compared = agrees_with_engine(result, file)
    assert compared or not any(j.relation.rule in ("A101", "A201") for j in result.judgements)
    outcomes(result, file)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_libreoffice_computes_the_values_of_the_engine(folder: Path) -> None:
    for path in [p for p in SAMPLES if p.stem in ("lkip_rusak", "lkip_temuan", "lkip_temuan_bergaris", "tabel_kotak")]:
        result = checked(path)
        _recalculated(result, folder, path.stem)


@pytest.mark.libreoffice
@pytest.mark.corpus
@pytest.mark.slow
def test_libreoffice_computes_the_values_of_the_engine_on_real_documents(shared: Path, folder: Path) -> None:
    found = [*sorted((shared / "seeds").glob("*.txt")), *sorted((shared / "corpus").glob("B*.pdf"))]
    for number, path in enumerate(found):
        _recalculated(checked(path), folder, f"nyata{number}")


def _recalculated(result: Checked, folder: Path, name: str) -> None:
    bare = without_values(written(result, folder, name), folder / f"{name}_kosong.xlsx")
    assert load_workbook(bare, data_only=True)["Ringkasan"] is not None
    computed = by_libreoffice(bare, folder)
    agrees_with_engine(result, computed)
    outcomes(result, computed)
    ours, theirs = load_workbook(folder / f"{name}.xlsx", data_only=True), load_workbook(computed, data_only=True)
    for sheet in SHEETS:
        for row in ours[sheet].iter_rows():
            for cell in row:
                other = theirs[sheet][cell.coordinate].value
                if isinstance(cell.value, int | float):
                    assert other == pytest.approx(cell.value, rel=1e-9, abs=1e-7), (sheet, cell.coordinate)
                else:
                    assert (other or "") == (cell.value or ""), (sheet, cell.coordinate)


@pytest.mark.libreoffice
@pytest.mark.slow
def test_a_corrected_cell_moves_the_recount(folder: Path) -> None:
    result = checked(next(p for p in SAMPLES if p.name == "lkip_temuan.txt"))
    book = load_workbook(written(result, folder, "ubah"))
    sheet = book["Hitung Ulang Kinerja"]
    columns = headed(sheet, 4)
    row = next(r for r in range(5, 60) if load_cached(folder / "ubah.xlsx", r, columns["Hasil"]) == "periksa")
    right = load_cached(folder / "ubah.xlsx", row, columns["Capaian hitung ulang"])
    sheet.cell(row, columns["Capaian tercetak"]).value = round(right, 2)
    book.save(folder / "ubah2.xlsx")
    moved = load_workbook(by_libreoffice(folder / "ubah2.xlsx", folder), data_only=True)["Hitung Ulang Kinerja"]
    assert moved.cell(row, columns["Hasil"]).value == "cocok"


def load_cached(path: Path, row: int, column: int) -> Any:
    return load_workbook(path, data_only=True)["Hitung Ulang Kinerja"].cell(row, column).value


@pytest.mark.parametrize("text", ATTACKS)
def test_no_text_of_a_document_is_a_formula(text: str, folder: Path) -> None:
    file = written(hostile(text), folder, "serang")
    book = load_workbook(file)
    formulas = [str(c.value) for sheet in book for row in sheet.iter_rows() for c in row if c.data_type == "f"]
    assert formulas
    assert not [formula for formula in formulas if text.strip().lstrip("=+-@") in formula]
    sheet = book["Hitung Ulang Kinerja"]
    columns = headed(sheet, 4)
    named = sheet.cell(5, columns["Indikator"])
    assert named.data_type == "s"
    assert named.value == text
    assert named.quotePrefix, "an edited cell must stay a text"
    assert sheet.cell(5, columns["Realisasi (R)"]).value == -5, "negative numbers stay numbers"


def test_numbers_are_numbers_with_an_indonesian_format(folder: Path) -> None:
    result = checked(next(p for p in SAMPLES if p.name == "lkip_temuan.txt"))
    sheet = load_workbook(written(result, folder))["Hitung Ulang Anggaran"]
    column = headed(sheet, 5)["Anggaran"]
    cells = [sheet.cell(row, column) for row in range(6, 6 + len(result.document.anggaran))]
    numbers = [c for c in cells if c.data_type == "n" and c.value is not None]
    assert len(numbers) > len(cells) / 2
    assert all(c.number_format.startswith("[$-421]") for c in numbers)
    malformed = [c.value for c in cells if c.data_type == "s" and c.value]
    assert malformed == ["31.45.000"], "what cannot be read stays as printed"


def test_consequences_are_folded_and_rows_are_linked(folder: Path) -> None:
    result = checked(next(p for p in SAMPLES if p.name == "lkip_temuan_bergaris.pdf"))
    sheet = load_workbook(written(result, folder))["Temuan"]
    folded = [row for row in range(5, 5 + len(result.findings)) if sheet.row_dimensions[row].hidden]
    assert len(folded) == sum(f.cause is not None for f in result.findings)
    assert all(sheet.row_dimensions[row].outlineLevel == 1 for row in folded)
    links = [c.hyperlink.location or "" for row in sheet.iter_rows() for c in row if c.hyperlink]
    assert any(target.startswith("'Hitung Ulang") for target in links)


def test_control_characters_and_long_texts(folder: Path) -> None:
    book = load_workbook(written(hostile("a\x00b\x0b\ud800c _x0041_" + "z" * 40_000), folder))
    value = book["Hitung Ulang Kinerja"].cell(5, 5).value
    assert value.startswith("abc _x0041_z")
    assert len(value) <= 32_767


def test_recap_ranks_documents(tmp_path: Path) -> None:
    entries = [entry_of(checked(path)) for path in SAMPLES[:4]]
    entries.append(entry_of(hostile("=1+1", "../../jahat.pdf")))
    for lang in ("id", "en"):
        (file,) = write_recap(entries, tmp_path / f"rekap_{lang}.xlsx", lang)  # type: ignore[arg-type]
        book = load_workbook(file)
        sheet = book[book.sheetnames[0]]
        errors = [row[0] for row in sheet.iter_rows(min_row=5, min_col=6, max_col=6, values_only=True)]
        assert len(errors) == len(entries)
        assert errors == sorted(errors, reverse=True)
        assert not [c for s in book for r in s.iter_rows() for c in r if c.data_type == "f" and "1+1" in str(c.value)]


_VALUES = st.decimals("-1e6", "1e6", places=3, allow_nan=False, allow_infinity=False)


@given(name=st.sampled_from(sorted(READINGS)), r=_VALUES, t=_VALUES.filter(bool))
def test_formulas_are_the_readings_of_the_engine(name: str, r: Decimal, t: Decimal) -> None:
    """Each formula of two numbers gives exactly what the engine computes under that name."""
    formula = rumus(name)
    if formula is None or (name == "N2" and r == 0):
        return
    try:
        ours = formula.exact(r, t)
    except ArithmeticError:
        return
    theirs = READINGS[name]((Interval(r, r), Interval(t, t)))
    if theirs is not None:
        assert abs(ours - theirs.low) <= Decimal("1E-15") * max(Decimal(1), abs(ours))
