"""A PDF that its native reader never finishes ends in an entry within the time limit; the others are checked."""

from __future__ import annotations

import json
import subprocess
import sys
import time
from pathlib import Path

import pikepdf
import pytest

ROOT = Path(__file__).resolve().parent.parent
DEPTH = 40


def doubling_forms(path: Path) -> Path:
    """Forms that each draw the next one twice: two to the power of DEPTH drawings."""
    pdf = pikepdf.new()
    page = pdf.add_blank_page(page_size=(200, 200))
    inner = pdf.make_stream(b"0 0 m 10 10 l S")
    inner.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/BBox": [0, 0, 100, 100]})
    for _ in range(DEPTH):
        outer = pdf.make_stream(b"/X Do /X Do")
        outer.update({"/Type": pikepdf.Name.XObject, "/Subtype": pikepdf.Name.Form, "/BBox": [0, 0, 100, 100]})
        outer["/Resources"] = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
        inner = outer
    page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(X=inner))
    page.Contents = pdf.make_stream(b"/X Do")
    pdf.save(path)
    return path


@pytest.mark.parametrize("beside", [False, True], ids=["alone", "beside another"])
def test_it_is_stopped_and_named(beside: bool, tmp_path: Path) -> None:
    paths = [doubling_forms(tmp_path / "bom.pdf")]
    if beside:
        paths.append(tmp_path / "baik.txt")
        paths[1].write_text("# LAPORAN KINERJA TAHUN 2023\n\nSemua baik.\n", encoding="utf-8")
    command = [sys.executable, "-m", "flows", "check", *map(str, paths)]
    limits = ["--timeout", "3", "--memory", "1500", "--format", "json", "--quiet"]
    began = time.monotonic()
    done = subprocess.run([*command, *limits], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False)
    assert time.monotonic() - began < 90
    assert done.returncode == 3, done.stderr
    result = json.loads(done.stdout)
    assert [e["code"] for e in result["errors"]] in (["timeout"], ["memory"], ["crashed"])
    assert len(result["documents"]) == int(beside)
    assert "Traceback" not in done.stderr
