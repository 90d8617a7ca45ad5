"""The dataset: rows are traceable, runs resume, nothing is processed twice, interrupted stores equal whole ones."""

from __future__ import annotations

import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import Engine, select

from flows.inputs import find_inputs
from flows.runners.inline import InlineRunner
from flows.steps import Options
from flows.storing import run_stored
from schemas.errors import CermatError, InputError
from schemas.result import Checked
from store.database import open_store
from store.exports import export
from store.names import agency_key
from store.query import query
from store.status import status
from store.tables import RECORDS, anggaran, documents, errors, metadata, paths, runs
from store.writer import read_result
from tests.test_runners import TEXT

ROOT = Path(__file__).resolve().parent.parent
STABLE = [t for t in metadata.sorted_tables if t.name != "runs"]


class Counting(InlineRunner):
    """Counts the documents that are really read."""

    def __init__(self) -> None:
        self.read: list[Path] = []

    def run(self, files, work, stop):  # type: ignore[no-untyped-def]
        self.read += list(files)
        yield from super().run(files, work, stop)


def keep(folder: Path, url: str) -> list[str]:
    """Run over the folder; the names of the files that were read."""
    runner = Counting()
    run_stored(url, find_inputs([folder]), Options(), runner, [], lambda path, outcome: None)
    return sorted(p.name for p in runner.read)


def content(engine: Engine) -> dict[str, list[tuple[object, ...]]]:
    """Every row of every table, the record of runs left out."""
    with engine.connect() as connection:
        return {t.name: sorted((tuple(r) for r in connection.execute(select(t))), key=repr) for t in STABLE}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "masuk"
    made.mkdir()
    for number in range(4):
        (made / f"d{number}.txt").write_text(TEXT.format(n=number), encoding="utf-8")
    return made


@pytest.fixture
def url(tmp_path: Path) -> str:
    return str(tmp_path / "data" / "cermat.db")


def test_rows_carry_value_raw_text_and_place(folder: Path, url: str) -> None:
    keep(folder, url)
    with open_store(url).connect() as connection:
        row = connection.execute(
            select(anggaran).where(anggaran.c.uraian.contains("Kegiatan A1"), anggaran.c.raw == "1.000.003")
        ).one()
    assert (row.nilai, row.ukuran, row.tingkat, row.line, row.kolom) == (
        Decimal(1000003), "anggaran", "kegiatan", 8, "anggaran",
    )  # fmt: skip
    assert len(row.sha256) == 64


def test_unchanged_files_are_not_read_again(folder: Path, url: str) -> None:
    assert keep(folder, url) == ["d0.txt", "d1.txt", "d2.txt", "d3.txt"]
    before = content(open_store(url))
    assert keep(folder, url) == []
    assert content(open_store(url)) == before


def test_a_changed_file_is_read_again_and_replaced(folder: Path, url: str) -> None:
    keep(folder, url)
    (folder / "d1.txt").write_text(TEXT.format(n=77), encoding="utf-8")
    assert keep(folder, url) == ["d1.txt"]
    engine = open_store(url)
    with engine.connect() as connection:
        where = {row.path: row.sha256 for row in connection.execute(select(paths.c.path, paths.c.sha256))}
        assert where[str(folder / "d1.txt")] != where[str(folder / "d0.txt")]
    assert status(engine).paths == 4


def test_one_content_under_two_paths_is_one_document(folder: Path, url: str) -> None:
    (folder / "salinan.txt").write_text(TEXT.format(n=0), encoding="utf-8")
    assert len(keep(folder, url)) == 4
    found = status(open_store(url))
    assert (found.documents, found.paths) == (4, 5)
    assert keep(folder, url) == []


def test_failures_are_kept_and_cleared_when_the_file_is_mended(folder: Path, url: str) -> None:
    (folder / "d2.txt").write_bytes(b"")
    keep(folder, url)
    engine = open_store(url)
    assert status(engine).errors == [("empty", 1)]
    assert keep(folder, url) == []
    (folder / "d2.txt").write_text(TEXT.format(n=2), encoding="utf-8")
    assert keep(folder, url) == ["d2.txt"]
    assert status(engine).errors == []


def test_a_stored_result_comes_back_whole(folder: Path, url: str) -> None:
    heard: list[Checked | InputError] = []

    class Hearing:
        def take(self, index: int, outcome: Checked | InputError) -> None:
            heard.append(outcome)

        def finish(self) -> None:
            pass

    for _ in range(2):
        run_stored(url, find_inputs([folder]), Options(), InlineRunner(), [Hearing()], lambda p, o: None)
    first, again = heard[:4], heard[4:]
    assert [o.model_copy(update={"document": o.document.model_copy(update={"lines": ()})}) for o in first] == again
    assert read_result(open_store(url), "0" * 64) is None


def test_the_written_row_is_replaced_whole_or_not_at_all(folder: Path, url: str) -> None:
    keep(folder, url)
    engine = open_store(url)
    with engine.connect() as connection:
        digest = connection.execute(select(documents.c.sha256)).scalars().first()
    with engine.begin() as connection:
        connection.execute(documents.delete().where(documents.c.sha256 == digest))
        for table in RECORDS:
            assert not connection.execute(select(table).where(table.c.sha256 == digest)).all()


def _rerun(folder: Path, url: str) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "flows", "archive", "add", str(folder), "--store", url, "--quiet", "-j", "2"]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


@pytest.mark.slow
def test_killed_runs_resume_to_the_store_of_an_undisturbed_one(tmp_path: Path) -> None:
    folder = tmp_path / "banyak"
    folder.mkdir()
    for number in range(200):
        (folder / f"d{number:03d}.txt").write_text(TEXT.format(n=number), encoding="utf-8")
    whole, broken = str(tmp_path / "utuh.db"), str(tmp_path / "putus.db")
    assert _rerun(folder, whole).wait(120) == 0
    chance = random.Random(20)
    for _ in range(10):
        process = _rerun(folder, broken)
        time.sleep(chance.uniform(0.7, 1.6))
        if process.poll() is None:
            os.kill(process.pid, signal.SIGKILL)
        process.wait(30)
    assert _rerun(folder, broken).wait(120) == 0
    assert content(open_store(broken)) == content(open_store(whole))
    with sqlite3.connect(broken) as connection:
        written = connection.execute("select count(*) from documents").fetchone()[0]
        assert written == 200
        assert connection.execute("select sum(documents) from runs").fetchone()[0] <= 200


def test_ctrl_c_finishes_what_is_in_hand_and_says_how_to_resume(tmp_path: Path) -> None:
    folder = tmp_path / "banyak"
    folder.mkdir()
    for number in range(400):
        (folder / f"d{number:03d}.txt").write_text(TEXT.format(n=number) * 20, encoding="utf-8")
    url = str(tmp_path / "c.db")
    command = [sys.executable, "-m", "flows", "archive", "add", str(folder), "--store", url, "--quiet", "-j", "1"]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline and not (Path(url).is_file() and status(open_store(url)).documents):
        time.sleep(0.1)
    process.send_signal(signal.SIGINT)
    _, errors_ = process.communicate(timeout=60)
    assert process.returncode == 130, errors_
    assert "melanjutkan" in errors_
    done = status(open_store(url)).documents
    assert 0 < done < 400


def test_exports_open_and_agree(folder: Path, url: str, tmp_path: Path) -> None:
    import duckdb
    import openpyxl

    keep(folder, url)
    written = export(open_store(url), tmp_path / "ekspor")
    rows = duckdb.sql(f"select sum(nilai) from '{tmp_path}/ekspor/anggaran.parquet' where ukuran = 'anggaran'")
    assert rows.fetchall() == [(Decimal(2 * (4 * 1_000_000 + 6)),)]
    text = (tmp_path / "ekspor" / "anggaran.csv").read_bytes()
    assert text.startswith(b"\xef\xbb\xbf")
    book = openpyxl.load_workbook(tmp_path / "ekspor" / "dataset.xlsx", read_only=True)
    assert book["documents"].max_row == 5
    again = export(open_store(url), tmp_path / "lagi", ("parquet", "csv"))
    for path in again:
        if path.suffix == ".csv":
            assert path.read_bytes() == (tmp_path / "ekspor" / path.name).read_bytes()
    assert {p.suffix for p in written} == {".parquet", ".csv", ".xlsx", ".json"}


def test_a_cell_that_looks_like_a_formula_stays_text(folder: Path, url: str, tmp_path: Path) -> None:
    bad = TEXT.format(n=1).replace("Kegiatan A1", "=HYPERLINK(1) Kegiatan")
    (folder / "jahat.txt").write_text(bad, encoding="utf-8")
    keep(folder, url)
    export(open_store(url), tmp_path / "ekspor", ("csv",))
    lines = (tmp_path / "ekspor" / "anggaran.csv").read_text(encoding="utf-8-sig").splitlines()
    cells = [line for line in lines if "HYPERLINK" in line]
    assert cells
    assert all("'=HYPERLINK" in line and ",=HYPERLINK" not in line for line in cells)


def test_queries_read_and_never_write(folder: Path, url: str) -> None:
    keep(folder, url)
    engine = open_store(url)
    names, rows = query(engine, "select jenis, count(*) as n from documents group by jenis")
    assert names == ["jenis", "n"]
    assert sum(row[1] for row in rows) == 4
    for statement in ("delete from documents", "drop table documents", "this is no sql"):
        with pytest.raises(CermatError):
            query(engine, statement)
    assert status(open_store(url)).documents == 4


def test_an_unusable_store_is_a_typed_error(tmp_path: Path) -> None:
    (tmp_path / "bukan.db").write_bytes(b"this is no database" * 100)
    with pytest.raises(CermatError) as caught:
        open_store(str(tmp_path / "bukan.db"))
    assert caught.value.entry.message.id
    with pytest.raises(CermatError):
        open_store("nonsense://x")


def test_migrations_make_what_the_tables_say(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.runtime.migration import MigrationContext

    with open_store(str(tmp_path / "m.db")).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": False})
        assert compare_metadata(context, metadata) == []


@pytest.mark.parametrize(
    ("name", "region", "key"),
    [
        ("Kec. Kencana", "Kab. Maju", "kecamatan kencana kabupaten maju"),
        ("KECAMATAN KENCANA KABUPATEN MAJU", None, "kecamatan kencana kabupaten maju"),
        ("Kantor Kecamatan Kencana Kabupaten Maju", "Kabupaten Maju", "kecamatan kencana kabupaten maju"),
        ("Dinas Kesehatan Prov. Barat", None, "dinas kesehatan provinsi barat"),
        (None, "Kabupaten Maju", None),
    ],
)
def test_agency_names_become_comparable(name: str | None, region: str | None, key: str | None) -> None:
    assert agency_key(name, region) == key


def test_runs_are_recorded(folder: Path, url: str) -> None:
    keep(folder, url)
    keep(folder, url)
    with open_store(url).connect() as connection:
        found = connection.execute(select(runs.c.documents, runs.c.skipped, runs.c.ended)).all()
    assert [(r.documents, r.skipped) for r in found] == [(4, 0), (0, 4)]
    assert all(r.ended for r in found)
    assert errors.c.code is not None
