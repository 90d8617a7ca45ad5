"""Report files stay in their folder, keep apart, and are whole or absent."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from typer.testing import CliRunner

from flows.cli import app
from reports import files
from reports.files import write_recap, write_reports
from reports.names import LIMIT, safe_stem, shared_stems, stem_of
from reports.recap import entry_of
from tests.laporan_uji import SAMPLES, checked, hostile

BAD = [
    "../../etc/passwd",
    "..\\..\\windows\\system32\\a.pdf",
    "/abs/..",
    "..",
    ".",
    "",
    "a/b\x00c.pdf",
    "CON.pdf",
    "lpt1",
    "nul.tar.gz",
    ".hidden.pdf",
    "-rf.pdf",
    "a:b*c?.pdf",
    "x" * 400 + ".pdf",
    "\u202egpj.exe",
    "rekap.pdf",
    "laporan. ",
    "é" * 150 + ".pdf",
    "\udcff.pdf",
]


@pytest.mark.parametrize("name", BAD)
def test_names_cannot_leave_the_folder(name: str, tmp_path: Path) -> None:
    out = tmp_path / "keluar"
    (file,) = write_reports(hostile("x", path=name), ("docx",), out, "id")
    assert file.parent == out
    assert file.exists()
    assert [p.name for p in tmp_path.iterdir()] == ["keluar"]
    assert [p.name for p in out.iterdir()] == [file.name], "no staging folder stays"


@given(st.text(max_size=300))
def test_any_name_is_one_plain_part(name: str) -> None:
    stem = safe_stem(name)
    assert stem
    assert len(stem) <= LIMIT + 1
    assert len(f"{stem}-12345678.data.csv".encode()) < 255
    assert not set(stem) & set('/\\:*?"<>|\x00\n\r\t')
    assert not stem.startswith((".", "-"))
    assert Path(stem).name == stem


def test_equal_names_are_told_apart_by_content() -> None:
    shared = shared_stems(["2023/LKIP.pdf", "2024/lkip.pdf", "2024/IKU.pdf"])
    assert stem_of("2023/LKIP.pdf", "a" * 64, shared) == "LKIP-aaaaaaaa"
    assert stem_of("2024/lkip.pdf", "b" * 64, shared) == "lkip-bbbbbbbb"
    assert stem_of("2024/IKU.pdf", "c" * 64, shared) == "IKU"


def test_a_failed_report_leaves_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import reports.docx

    def broken(checked: object, path: Path, lang: str, template: object = None) -> None:
        path.write_text("half")
        raise OSError("disk full")

    monkeypatch.setattr(reports.docx, "write", broken)
    with pytest.raises(OSError, match="disk full"):
        write_reports(hostile("x"), ("docx",), tmp_path, "id")
    assert list(tmp_path.iterdir()) == []


def test_recap_of_formats_that_have_one(tmp_path: Path) -> None:
    entries = [entry_of(checked(path)) for path in SAMPLES[:2]]
    made = write_recap(entries, ("xlsx", "docx"), tmp_path, "id")
    assert [p.name for p in made] == ["rekap.xlsx"]
    assert set(files.RECAPS) <= set(files.FORMATS)


def test_command_writes_one_file_for_each_document_and_a_recap(tmp_path: Path) -> None:
    inputs, out = tmp_path / "masuk", tmp_path / "keluar"
    for number, sample in enumerate(("lkip_temuan.txt", "lkip_bersih.txt")):
        place = inputs / str(number) / "LKIP.txt"
        place.parent.mkdir(parents=True)
        place.write_bytes(next(p for p in SAMPLES if p.name == sample).read_bytes())
    args = ["check", str(inputs), "-f", "xlsx", "-f", "csv", "-o", str(out), "-q", "-j", "0"]
    result = CliRunner().invoke(app, args)
    assert result.exit_code == 1, result.output
    names = sorted(p.name for p in out.iterdir())
    assert sum(name.startswith("LKIP-") and name.endswith(".xlsx") for name in names) == 2
    assert {"rekap.xlsx", "rekap.csv", "rekap.data.csv"} <= set(names)


def test_command_says_that_files_need_a_folder(tmp_path: Path) -> None:
    result = CliRunner().invoke(app, ["check", str(SAMPLES[0]), "-f", "xlsx"])
    assert result.exit_code == 2
    assert "--out" in result.output


def test_command_refuses_a_template_that_is_none(tmp_path: Path) -> None:
    broken = tmp_path / "kop.docx"
    broken.write_text("no")
    args = ["check", str(SAMPLES[0]), "-f", "docx", "-o", str(tmp_path / "o"), "--template", str(broken)]
    assert CliRunner().invoke(app, args).exit_code == 2
