"""Accepted findings: matched by rule, document and place; they stay, marked; entries that meet nothing are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from typer.testing import CliRunner

from flows.cli import app
from flows.suppressions import ConfigError, Unmatched, load, read
from schemas.document import Document
from schemas.finding import Category, Evidence, Finding, Message, Severity
from schemas.reading import Source
from schemas.result import Checked
from schemas.suppression import Suppression
from validators.suppress import accept

SHA = "3f2a91c0" + "0" * 56


def finding(name: str, rule: str = "B102", **changes: object) -> Finding:
    given = {
        "id": name,
        "rule": rule,
        "category": Category.SUM,
        "severity": Severity.ERROR,
        "message": Message(id="a", en="a"),
        "printed": "4.55.000,00",
        "evidence": (Evidence(page=22, table="t9", row=14),),
    }
    return Finding(**{**given, **changes})  # type: ignore[arg-type]


def checked(*findings: Finding, path: str = "masuk/laporan.pdf") -> Checked:
    source = Source(path=path, sha256=SHA, media_type="application/pdf")
    return Checked(document=Document(source=source), findings=findings)


def entry(**given: object) -> Suppression:
    return Suppression(**{"rule": "B102", "reason": "sudah jelas", "author": "Tim", **given})  # type: ignore[arg-type]


def test_an_accepted_finding_stays_and_is_marked() -> None:
    done = accept(checked(finding("f1"), finding("f2", rule="A101")), [entry()])
    assert [f.accepted for f in done.findings] == ["sudah jelas (Tim)", None]


def test_consequences_are_accepted_with_their_cause() -> None:
    root = finding("f1", consequences=("f2",))
    follower = finding("f2", rule="A101", cause="f1", severity=Severity.INFO)
    assert all(f.accepted for f in accept(checked(root, follower), [entry()]).findings)


@pytest.mark.parametrize(
    ("given", "meets"),
    [
        ({"document": "3f2a91c0"}, True),
        ({"document": "ffffffff"}, False),
        ({"page": 22, "row": 14}, True),
        ({"page": 22, "row": 15}, False),
        ({"table": "t9"}, True),
        ({"table": "t8"}, False),
        ({"printed": "4.55.000,00"}, True),
        ({"printed": "4.355.000"}, False),
        ({"rule": "B101"}, False),
        ({"folder": "masuk"}, True),
        ({"folder": "arsip"}, False),
    ],
)
def test_everything_that_is_given_must_hold(given: dict[str, object], meets: bool) -> None:
    done = accept(checked(finding("f1")), [entry(**given)])
    assert (done.findings[0].accepted is not None) is meets


def test_an_entry_that_meets_nothing_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    old, used, elsewhere = entry(rule="K101", origin="cermat.toml 1"), entry(), entry(rule="K102", document="f" * 8)
    entries = (old, used, elsewhere)
    done = accept(checked(finding("f1")), entries)
    sink = Unmatched(entries, "en")
    sink.take(0, done)
    sink.finish()
    told = capsys.readouterr().err
    assert "K101 meets no finding" in told
    assert len(told.splitlines()) == 1


def write(folder: Path, text: str) -> Path:
    path = folder / "cermat.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_both_languages_are_read(tmp_path: Path) -> None:
    path = write(
        tmp_path,
        '[[terima]]\naturan = "B102"\nhalaman = 3\nalasan = "jelas"\noleh = "Tim"\ntanggal = 2024-02-01\n'
        '[[accept]]\nrule = "K101"\nreason = "known"\nauthor = "Team"\n',
    )
    first, second = read(path, None)
    assert (first.rule, first.page, first.date) == ("B102", 3, "2024-02-01")
    assert second.rule == "K101"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('[[terima]]\naturan = "B102"\nalasan = "x"\n', "author"),
        ('[[terima]]\naturan = "B102"\nalasan = "x"\noleh = "y"\nlain = 1\n', "lain"),
        ('[[terima]]\naturan = "B102"\nalasan = "x"\noleh = "y"\nhalaman = "3"\n', "halaman"),
        ('[[terima]]\naturan = "B102"\nalasan = "x"\noleh = "y"\ndokumen = "3f"\n', "sha256"),
        ('terima = "B102"\n', "[[terima]]"),
        ("[[terima]\n", "cermat.toml"),
    ],
)
def test_an_unusable_file_says_why(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ConfigError, match=told.replace("[", r"\[").replace("]", r"\]")):
        read(write(tmp_path, text), None)


def test_the_file_beside_the_documents_counts_for_them_alone(tmp_path: Path) -> None:
    inside, outside = tmp_path / "a", tmp_path / "b"
    inside.mkdir()
    outside.mkdir()
    write(inside, '[[terima]]\naturan = "B102"\nalasan = "jelas"\noleh = "Tim"\n')
    (entry_,) = load(None, [inside / "x.pdf", outside / "y.pdf"])
    assert entry_.folder == str(inside)
    assert accept(checked(finding("f1"), path=str(inside / "x.pdf")), [entry_]).findings[0].accepted
    assert not accept(checked(finding("f1"), path=str(outside / "y.pdf")), [entry_]).findings[0].accepted


def test_the_command_tells_of_a_broken_file(tmp_path: Path) -> None:
    document = tmp_path / "laporan.txt"
    document.write_text("LAPORAN KINERJA\n", encoding="utf-8")
    write(tmp_path, "[[terima]]\naturan = 'B102'\n")
    result = CliRunner().invoke(app, ["check", str(document), "--quiet", "--workers", "0"])
    assert result.exit_code == 2
