"""Accuracy by the scorer and the labels that lie beside the project, where they are present."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.documents import SHARED, pdfs, texts

GROUPS = {"text": "S000,S001,S002,S003,S004", "PDF": "A02,A04,A06,A09,B07,B11,B14,B18,B21,B26,C15,C20,C21"}
WANTED = (
    "indikator.recall", "indikator.precision", "anggaran.recall", "anggaran.precision", "anggaran.cells",
    "iku.recall", "iku.precision", "tahun", "tingkat", "identity", "findings.recall",
    "findings.closed_error_recall", "false_alarms", "unconfirmed",
)  # fmt: skip


def accuracy() -> list[str]:
    """Lines of Markdown with the figures of each group of labelled documents."""
    scorer, gold = SHARED / "bench" / "score.py", SHARED / "gold"
    if not scorer.is_file():
        return ["The labelled documents are absent here: accuracy was not measured.", ""]
    with tempfile.TemporaryDirectory() as folder:
        result = Path(folder) / "result.json"
        command = [
            sys.executable,
            "-m",
            "flows",
            "check",
            *map(str, [*texts(), *pdfs()]),
            "--format",
            "json",
            "--quiet",
        ]
        with result.open("w", encoding="utf-8") as stream:
            subprocess.run(command, stdout=stream, stderr=subprocess.DEVNULL, check=False)
        figures = {name: _score(scorer, gold, ids, result) for name, ids in GROUPS.items()}
    lines = ["| figure | " + " | ".join(figures) + " |", "|---|" + "---|" * len(figures)]
    lines += ["| " + key + " | " + " | ".join(_show(f[key]) for f in figures.values()) + " |" for key in WANTED]
    return [*lines, ""]


def _score(scorer: Path, gold: Path, ids: str, result: Path) -> dict[str, float | int]:
    command = [sys.executable, str(scorer), "--gold", str(gold), "--ids", ids, "--json", str(result)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float | int] = json.loads(done.stdout)
    return figures


def _show(value: float | int) -> str:
    return str(value) if isinstance(value, int) else f"{100 * value:.1f} %"
