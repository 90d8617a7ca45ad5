"""Indicator and IKU records of the real documents against what people read on their pages."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from extractors.document import extract
from schemas.number import Printed

pytestmark = pytest.mark.corpus

SEEDS = ("S000", "S001", "S002", "S003", "S004")
PDFS = ("A02", "A04", "A06", "B07", "B11", "B14", "B18", "B21", "B26", "C15", "C20")


def scorer(shared: Path) -> ModuleType:
    """The judge of the benchmark."""
    spec = importlib.util.spec_from_file_location("judge", shared / "bench" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def number(printed: Printed | None) -> dict[str, Any] | None:
    return {"raw": printed.raw} if printed is not None else None


def records(path: Path) -> dict[str, Any]:
    document = extract(path)
    indikator = [
        {**i.model_dump(include={"page", "line", "indikator", "tahun", "satuan", "sasaran"})}
        | {name: number(getattr(i, name)) for name in ("target", "realisasi", "capaian")}
        for i in document.indikator
    ]
    return {"indikator": indikator, "iku": [i.model_dump() for i in document.iku]}


def judged(shared: Path, name: str) -> tuple[dict[str, Any], dict[str, Any]]:
    judge = scorer(shared)
    gold = json.loads((shared / "gold" / f"{name}.gold.json").read_text(encoding="utf-8"))
    folder, start = ("seeds", name[1:]) if name.startswith("S") else ("corpus", name)
    path = next((shared / folder).glob(f"{start}_*"))
    found, labelled = records(path), judge.Labelled(gold)
    return (
        judge.score_indikator(gold, found, labelled),
        judge.score_rows(gold, found, labelled, "iku", "indikator", judge.IKU, alike_cells=True),
    )


@pytest.mark.parametrize("name", SEEDS)
def test_seeds(shared: Path, name: str) -> None:
    for score, recall, precision in zip(judged(shared, name), (0.97, 0.95), (0.95, 0.95), strict=True):
        assert score["met"] >= recall * score["gold"], score["missed"]
        assert score["met"] >= precision * score["reported"], score["extra"]


@pytest.mark.parametrize("name", PDFS)
def test_pdfs(shared: Path, name: str) -> None:
    for score, recall, precision in zip(judged(shared, name), (0.9, 0.95), (0.85, 0.95), strict=True):
        assert score["met"] >= recall * score["gold"], score["missed"]
        assert score["met"] >= precision * score["reported"], score["extra"]
