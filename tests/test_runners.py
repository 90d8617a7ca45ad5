"""Runners: every file has exactly one outcome, whatever its document does to its worker."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pikepdf
import pytest

from flows.runners import Limits, Runner, Stop, local
from flows.runners.batches import BATCH_FILES, SMALL, batches
from flows.runners.cluster import DaskRunner
from flows.runners.inline import InlineRunner
from flows.runners.local import LocalRunner
from flows.sinks import Tally
from flows.steps import Options, process
from schemas.errors import ErrorCode, InputError
from schemas.result import Checked
from tests.poison import work

TEXT = """# LAPORAN KINERJA DINAS CONTOH KABUPATEN MAJU TAHUN 2023

Tabel 3.{n}
Realisasi Anggaran Tahun 2023

No\tProgram/ Kegiatan\tAnggaran (Rp)\tRealisasi (Rp)\t%
I\tProgram A\t1.000.{n:03d}\t900.000\t90,00
1\tKegiatan A1\t1.000.{n:03d}\t900.000\t90,00
"""


def documents(folder: Path, names: list[str]) -> list[Path]:
    paths = []
    for number, name in enumerate(names):
        path = folder / f"{name}.txt"
        path.write_text(TEXT.format(n=number), encoding="utf-8")
        paths.append(path)
    return paths


def told(outcome: Checked | InputError) -> str:
    return outcome.code.value if isinstance(outcome, InputError) else "checked"


def test_small_files_travel_together_and_large_ones_alone(tmp_path: Path) -> None:
    small = documents(tmp_path, [f"a{n}" for n in range(BATCH_FILES + 1)])
    large = tmp_path / "b.txt"
    large.write_bytes(b"x" * (SMALL + 1))
    just = tmp_path / "c.txt"
    just.write_bytes(b"x" * SMALL)
    groups = list(batches([*small, large, just, small[0]]))
    assert [len(g) for g in groups] == [BATCH_FILES, 1, 1, 2]
    assert [p for g in groups for p in g] == [*small, large, just, small[0]]


def test_poison_is_isolated_and_everything_else_is_checked(tmp_path: Path) -> None:
    names = [f"baik{n}" for n in range(12)]
    names[2:2] = ["crash"]
    names[7:7] = ["hang"]
    names[11:11] = ["flood"]
    names[5:5] = ["once"]
    paths = documents(tmp_path, names)
    runner = LocalRunner(2, Limits(seconds=8, megabytes=700))
    outcomes = {o.path.stem: told(o.value) for o in runner.run(paths, work, Stop())}
    wanted = dict.fromkeys(names, "checked") | {"crash": "crashed", "hang": "timeout", "flood": "memory"}
    assert outcomes == wanted


@pytest.mark.parametrize("seconds", [0.0, 60.0])
def test_a_crash_is_called_a_crash_whatever_its_moment(seconds: float, tmp_path: Path) -> None:
    names = [f"crash{n}" for n in range(4)]
    outcomes = list(LocalRunner(2, Limits(seconds=seconds)).run(documents(tmp_path, names), work, Stop()))
    assert [told(o.value) for o in outcomes] == ["crashed"] * 4


def test_workers_are_renewed_and_no_task_is_lost(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(local, "TASKS_BEFORE_RENEWAL", 2)
    paths = documents(tmp_path, [f"a{n:02d}" for n in range(5 * BATCH_FILES)])
    outcomes = [o.path for o in LocalRunner(2, Limits()).run(paths, work, Stop())]
    assert sorted(outcomes) == paths


@pytest.mark.parametrize("make", [InlineRunner, partial(LocalRunner, 2, Limits())], ids=["inline", "local"])
def test_a_stop_lets_documents_in_hand_finish(make: type[InlineRunner], tmp_path: Path) -> None:
    paths = documents(tmp_path, [f"a{n:02d}" for n in range(60)])
    stop = Stop()
    seen = []
    for outcome in make().run(paths, partial(process, options=Options()), stop):
        seen.append(outcome.path)
        stop.asked = True
    assert 0 < len(seen) < len(paths)
    assert all(isinstance(p, Path) for p in seen)


@pytest.mark.slow
def test_dask_gives_what_the_local_pool_gives(tmp_path: Path) -> None:
    paths = documents(tmp_path, [f"a{n}" for n in range(10)])
    (tmp_path / "kosong.txt").write_bytes(b"")
    paths.append(tmp_path / "kosong.txt")
    job = partial(process, options=Options())

    def results(runner: Runner) -> dict[str, str]:
        return {o.path.name: o.value.model_dump_json() for o in runner.run(paths, job, Stop())}

    local = results(LocalRunner(2, Limits()))
    assert results(DaskRunner(2, Limits())) == local
    assert len(local) == len(paths)


@pytest.mark.slow
def test_dask_reports_a_document_that_kills_its_worker(tmp_path: Path) -> None:
    paths = documents(tmp_path, ["crash"])
    (outcome,) = DaskRunner(1, Limits()).run(paths, work, Stop())
    assert isinstance(outcome.value, InputError)
    assert outcome.value.code is ErrorCode.CRASHED


@pytest.mark.slow
def test_five_poisonous_files_among_two_hundred(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    names = [f"baik{n:03d}" for n in range(195)]
    for at, name in ((20, "crash"), (90, "hang"), (150, "flood")):
        names.insert(at, name)
    paths = documents(tmp_path, names)
    damaged, locked = tmp_path / "rusak.pdf", tmp_path / "terkunci.pdf"
    damaged.write_bytes(b"%PDF-1.7\nnothing of a document follows\n" * 40)
    pdf = pikepdf.new()
    pdf.add_blank_page()
    pdf.save(locked, encryption=pikepdf.Encryption(owner="a", user="b"))
    paths[60:60] = [damaged, locked]
    tally = Tally("id")
    outcomes = {}
    for outcome in LocalRunner(2, Limits(seconds=8, megabytes=700)).run(paths, work, Stop()):
        outcomes[outcome.path.stem] = told(outcome.value)
        tally.take(len(outcomes), outcome.value)
    tally.finish()
    bad = {name: code for name, code in outcomes.items() if code != "checked"}
    wanted = {"crash": "crashed", "hang": "timeout", "flood": "memory", "rusak": "damaged", "terkunci": "encrypted"}
    assert bad == wanted
    assert len(outcomes) == 200
    assert tally.status("error") == 3
    assert len(capsys.readouterr().err.splitlines()) == 5
