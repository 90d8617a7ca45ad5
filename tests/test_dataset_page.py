"""The statements of docs/dataset.md run on an export and give what they promise."""

from __future__ import annotations

import re
from pathlib import Path

import duckdb
import pytest

from flows.inputs import find_inputs
from flows.runners.inline import InlineRunner
from flows.steps import Options
from flows.storing import run_stored
from samples.arsip import arsip
from store.database import open_store
from store.exports import export

PAGE = Path(__file__).resolve().parent.parent / "docs" / "dataset.md"
STATEMENTS = re.findall(r"```sql\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.S)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    base = tmp_path_factory.mktemp("dataset")
    for file in arsip(8, agencies=2, years=3):
        file.tulis(base / "masuk")
    run_stored(
        str(base / "d.db"), find_inputs([base / "masuk"]), Options(), InlineRunner(), [], lambda path, outcome: None
    )
    export(open_store(str(base / "d.db")), base / "ekspor", ("parquet",))
    return base / "ekspor"


def test_there_are_five_questions() -> None:
    assert len(STATEMENTS) == 5


@pytest.mark.parametrize("number", range(5))
def test_statement_runs(number: int, folder: Path) -> None:
    sql = re.sub(r"'(\w+\.parquet)'", lambda m: f"'{folder / m.group(1)}'", STATEMENTS[number])
    rows = duckdb.sql(sql).fetchall()
    if number in (0, 4):
        assert rows
    if number == 0:
        assert all(0 <= row[-1] <= 100 for row in rows)
    if number == 4:
        assert len(rows) == 6
        assert all(row[2] / row[1] > 0.5 for row in rows)
