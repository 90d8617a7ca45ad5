"""The command as a user meets it: exit status, streams, and what bad input does."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

GOOD = """# LAPORAN KINERJA TAHUN 2023

Tabel 3.1
Realisasi Anggaran Tahun 2023

No\tProgram/ Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)\t%
I\tProgram A\t1.000.000\t900.000\t90,00
1\tKegiatan A1\t600.000\t540.000\t90,00
2\tKegiatan A2\t400.000\t360.000\t90,00
"""
WRONG = GOOD.replace("360.000\t90,00", "360.000\t80,00")


def cermat(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "flows", *map(str, arguments)]
    root = Path(__file__).resolve().parent.parent
    return subprocess.run(command, capture_output=True, text=True, check=False, cwd=cwd or root, timeout=120)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "baik.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    path = tmp_path / "salah.txt"
    path.write_text(WRONG, encoding="utf-8")
    return path


def test_clean_document_exits_zero(good: Path) -> None:
    done = cermat("check", good)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "baik.txt" in done.stdout
    assert done.stderr == ""


def test_findings_exit_one_and_fail_on_is_obeyed(wrong: Path) -> None:
    assert cermat("check", wrong).returncode == 1
    assert cermat("check", wrong, "--fail-on", "never").returncode == 0


def test_table_names_place_printed_and_expected(wrong: Path) -> None:
    text = cermat("check", wrong).stdout
    assert "80,00" in text
    assert "90,00" in text
    assert "baris 9" in text
    assert max(map(len, text.splitlines())) <= 80


def test_english(wrong: Path) -> None:
    assert "expected" in cermat("check", wrong, "--lang", "en").stdout


def test_json_is_one_document_and_nothing_else(wrong: Path) -> None:
    done = cermat("check", wrong, "--format", "json")
    result = json.loads(done.stdout)
    assert result["schema"] == "cermat/1"
    assert [d["source"]["path"] for d in result["documents"]] == [str(wrong)]
    finding = result["documents"][0]["findings"][0]
    assert finding["printed"] == "80,00"
    assert finding["evidence"][0]["line"] == 9


def test_output_folder_takes_several_formats(wrong: Path, tmp_path: Path) -> None:
    done = cermat("check", wrong, "--format", "json", "--format", "table", "--out", tmp_path / "hasil")
    assert done.stdout == ""
    assert sorted(p.name for p in (tmp_path / "hasil").iterdir()) == ["cermat.json", "cermat.txt"]


def test_several_formats_without_folder_are_bad_usage(wrong: Path) -> None:
    assert cermat("check", wrong, "--format", "json", "--format", "table").returncode == 2


@pytest.mark.parametrize("arguments", [["check"], ["check", "x", "--format", "docm"], ["nothing"]])
def test_bad_usage_exits_two(arguments: list[str]) -> None:
    assert cermat(*arguments).returncode == 2


def _bad_inputs(folder: Path) -> dict[str, Path]:
    paths = {name: folder / f"{name}.txt" for name in ("missing", "empty", "binary", "undecodable")}
    paths["empty"].write_bytes(b"")
    paths["binary"].write_bytes(bytes(range(256)) * 40)
    paths["undecodable"].write_bytes(b"LAPORAN \x81\x8d\x8f\x90\x9d KINERJA 2023\n" * 20)
    paths["no_documents"] = folder / "kosong"
    paths["no_documents"].mkdir()
    paths["damaged"] = folder / "rusak.pdf"
    paths["damaged"].write_bytes(b"%PDF-1.7\nnothing of a document follows\n")
    return paths


@pytest.mark.parametrize("name", ["missing", "empty", "binary", "undecodable", "no_documents", "damaged"])
def test_bad_input_is_an_entry_and_the_rest_is_processed(name: str, good: Path, tmp_path: Path) -> None:
    path = _bad_inputs(tmp_path)[name]
    done = cermat("check", path, good, "--format", "json")
    assert done.returncode == 3
    result = json.loads(done.stdout)
    assert [d["source"]["path"] for d in result["documents"]] == [str(good)]
    (error,) = result["errors"]
    assert error["path"] == str(path)
    assert error["code"] not in {"internal", "crashed"}
    assert error["message"]["id"]
    assert error["message"]["en"]
    assert str(path) in done.stderr
    assert "Traceback" not in done.stderr


def test_a_scan_is_told_and_never_passes_for_a_report_that_agrees(tmp_path: Path) -> None:
    path = tmp_path / "pindai.pdf"
    canvas = Canvas(str(path), pagesize=(595, 842))
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 10, 10, 575, 820)
    canvas.save()
    done = cermat("check", path)
    assert done.returncode == 3
    assert f"{path}: scan: " in done.stderr
    assert "1 tidak terbaca" in done.stdout
    assert cermat("check", path, "--fail-on", "never").returncode == 3


def test_large_text_ends_in_an_entry(tmp_path: Path) -> None:
    path = tmp_path / "besar.txt"
    with path.open("wb") as stream:
        for _ in range(200):
            stream.write(b"a 1.000\tb\n" * 104_858)
    began = time.monotonic()
    done = cermat("check", path, "--format", "json")
    assert done.returncode == 3
    assert json.loads(done.stdout)["errors"][0]["code"] == "too_large"
    assert time.monotonic() - began < 60


def test_rules_list_and_one_rule(tmp_path: Path) -> None:
    listed = cermat("rules")
    assert listed.returncode == 0
    code = listed.stdout.splitlines()[1].split()[0]
    assert code in cermat("rules", code).stdout
    assert cermat("rules", "Z999").returncode == 2


def test_help_teaches() -> None:
    text = " ".join(cermat("check", "--help").stdout.split())
    assert "--fail-on" in text
    assert "Examples" in text
    assert "Exit status" in text


def test_help_imports_nothing_heavy() -> None:
    code = (
        "import sys\nfrom typer.testing import CliRunner\nfrom flows.cli import app\n"
        "assert CliRunner().invoke(app, ['check', '--help']).exit_code == 0\n"
        "heavy = {'pypdfium2', 'pdfplumber', 'camelot', 'numpy', 'prefect', 'rapidfuzz', 'pandas'}\n"
        "sys.exit(', '.join(sorted(heavy & set(sys.modules))) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"imported for help: {done.stderr}"
