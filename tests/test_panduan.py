"""The guide speaks of what there is: its pictures, its files, the options and formats of the command."""

import re
from pathlib import Path

import pytest
from PIL import Image
from typer.testing import CliRunner

from flows.cli import Format, app


@pytest.fixture(scope="module")
def guide(root: Path) -> str:
    return (root / "docs/panduan.md").read_text(encoding="utf-8")


def test_pictures_exist_are_small_and_used(root: Path, guide: str) -> None:
    named = set(re.findall(r"!\[[^\]]+\]\((img/[\w.]+)\)", guide))
    assert {f"img/{path.name}" for path in (root / "docs/img").iterdir()} == named
    for name in named:
        assert (root / "docs" / name).stat().st_size < 200_000
        assert Image.open(root / "docs" / name).width >= 390


def test_the_readme_shows_pictures_that_exist(root: Path) -> None:
    shown = re.findall(r"!\[[^\]]+\]\((docs/img/[\w.]+)\)", (root / "README.md").read_text(encoding="utf-8"))
    assert shown
    assert all((root / name).is_file() for name in shown)


def test_commands_of_the_guide_are_commands(guide: str) -> None:
    runner = CliRunner()
    lines = re.findall(r"^\.venv/bin/cermat (.+)$", guide, re.MULTILINE)
    assert len(lines) >= 3
    for line in lines:
        name, *rest = line.split()
        shown = runner.invoke(app, ["--help"] if name.startswith("-") else [name, "--help"]).output
        for option in [name, *rest]:
            assert not option.startswith("--") or option in shown, line
    for form in re.findall(r"--format (\w+)", guide):
        assert form in set(Format)
    options = runner.invoke(app, ["check", "--help"]).output
    for option in re.findall(r"`(--[a-z]+)", guide):
        assert option in options or option == "--version"
