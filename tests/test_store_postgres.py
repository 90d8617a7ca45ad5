"""The same dataset on a real PostgreSQL server, started here and thrown away."""

from __future__ import annotations

import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from flows.inputs import find_inputs
from flows.runners.inline import InlineRunner
from flows.steps import Options
from flows.storing import run_stored
from schemas.errors import CermatError
from store.database import open_store
from store.exports import export
from store.query import query
from store.status import status
from tests.test_runners import TEXT
from tests.test_store import content

pytestmark = pytest.mark.postgres


def _programs() -> Path | None:
    """The folder of initdb and pg_ctl."""
    found = shutil.which("initdb")
    if found:
        return Path(found).parent
    return max(Path("/usr/lib/postgresql").glob("*/bin"), default=None, key=lambda p: float(p.parent.name))


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The URL of an empty database."""
    given = os.environ.get("CERMAT_TEST_POSTGRES")
    if given:
        yield given
        return
    programs = _programs()
    if programs is None or not (programs / "initdb").exists():
        pytest.skip("no PostgreSQL server programs here: postgres tests skipped")
    folder = Path(tempfile.mkdtemp(prefix="cermat-pg-"))
    user = {}
    if os.geteuid() == 0:  # the server refuses to run as root
        account = pwd.getpwnam("postgres")
        os.chown(folder, account.pw_uid, account.pw_gid)
        user = {"user": "postgres", "group": account.pw_gid}

    def call(*arguments: str) -> None:
        subprocess.run(arguments, check=True, capture_output=True, cwd=folder, timeout=120, **user)  # type: ignore[call-overload]

    data = folder / "data"
    call(str(programs / "initdb"), "-D", str(data), "-U", "cermat", "-A", "trust", "-E", "UTF8", "--locale=C")
    options = f"-c listen_addresses='' -c unix_socket_directories='{folder}' -c fsync=off"
    call(str(programs / "pg_ctl"), "-D", str(data), "-w", "-l", str(folder / "log"), "-o", options, "start")
    try:
        yield f"postgresql://cermat@/postgres?host={folder}"
    finally:
        call(str(programs / "pg_ctl"), "-D", str(data), "-m", "immediate", "stop")
        shutil.rmtree(folder, ignore_errors=True)


def test_postgres_holds_what_sqlite_holds(server: str, tmp_path: Path) -> None:
    folder = tmp_path / "masuk"
    folder.mkdir()
    for number in range(5):
        (folder / f"d{number}.txt").write_text(TEXT.format(n=number), encoding="utf-8")
    (folder / "kosong.txt").write_bytes(b"")
    lite = str(tmp_path / "l.db")
    for url in (server, lite, server):
        run_stored(url, find_inputs([folder]), Options(), InlineRunner(), [], lambda path, outcome: None)
    engine = open_store(server)
    assert content(engine) == content(open_store(lite))
    assert status(engine)._replace(runs=0) == status(open_store(lite))._replace(runs=0)
    names, rows = query(engine, "select sum(nilai) from anggaran where ukuran = 'realisasi'")
    assert next(rows)[0] == 5 * 2 * 900_000
    assert names == ["sum"]
    with pytest.raises(CermatError):
        query(engine, "delete from documents")
    assert len(export(engine, tmp_path / "ekspor", ("parquet",))) == 10
