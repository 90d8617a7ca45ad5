"""The shape of the tree: who may import whom, that our packages are ours, and what we may depend on."""

from __future__ import annotations

import importlib
import os
import re
import shutil
import subprocess
import sys
from importlib.metadata import Distribution, distributions
from pathlib import Path

import pytest

PACKAGES = ("schemas", "extractors", "validators", "reports", "store", "flows")

# Offered under a choice of licences, of which we take the one named here.
CHOSEN = {"text-unidecode": "Artistic License"}


def lint_imports(tree: Path) -> subprocess.CompletedProcess[str]:
    """Judge a tree by the contracts in its own pyproject.toml."""
    return subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()", "--no-cache"],
        cwd=tree,
        env={**os.environ, "PYTHONPATH": str(tree), "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


def test_imports_go_one_way(root: Path) -> None:
    result = lint_imports(root)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("where", "line"),
    [
        ("schemas", "import validators"),
        ("validators", "import extractors"),
        ("extractors", "def later():\n    from reports import __name__"),
        ("store", "import flows"),
        ("extractors", "import prefect"),
        ("validators", "from rich.console import Console"),
    ],
)
def test_an_import_against_the_direction_is_seen(root: Path, tmp_path: Path, where: str, line: str) -> None:
    shutil.copy(root / "pyproject.toml", tmp_path)
    for package in PACKAGES:
        (tmp_path / package).mkdir()
        (tmp_path / package / "__init__.py").write_text("", encoding="utf-8")
    (tmp_path / where / "wrong.py").write_text(line + "\n", encoding="utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode == 1, result.stdout + result.stderr
    assert f"{where}.wrong" in result.stdout


@pytest.mark.parametrize("package", PACKAGES)
def test_the_packages_imported_are_ours(root: Path, package: str) -> None:
    """The public registry has packages called `validators` and `schemas`."""
    module = importlib.import_module(package)
    assert module.__file__ is not None
    assert Path(module.__file__).resolve().is_relative_to(root)


def licence_of(dist: Distribution) -> list[str]:
    """What a distribution says of its licence: the expression, else the classifiers, else the free text."""
    meta = dist.metadata
    if expression := meta.get("License-Expression"):
        return [expression]
    classifiers = [c for c in meta.get_all("Classifier") or [] if c.startswith("License ::")]
    return classifiers or [(meta.get("License") or "").strip().split("\n")[0]]


def is_gpl(licence: str) -> bool:
    """GPL or AGPL, of any version; the Lesser GPL is allowed, and so is a choice that includes another."""
    if " OR " in licence and not all(is_gpl(part) for part in licence.split(" OR ")):
        return False
    return bool(re.search(r"(?<!L)GPL|(?<!Lesser )General Public License", licence)) and "LGPL" not in licence


@pytest.mark.parametrize(
    ("licence", "gpl"),
    [
        ("GPL-3.0-or-later", True),
        ("AGPL-3.0-only", True),
        ("License :: OSI Approved :: GNU Affero General Public License v3", True),
        ("License :: OSI Approved :: GNU General Public License v2 or later (GPLv2+)", True),
        ("LGPL-3.0-only", False),
        ("License :: OSI Approved :: GNU Library or Lesser General Public License (LGPL)", False),
        ("MIT OR GPL-2.0-only", False),
        ("MIT", False),
    ],
)
def test_the_eye_for_licences(licence: str, gpl: bool) -> None:
    assert is_gpl(licence) is gpl


def test_no_dependency_is_gpl() -> None:
    offenders = {
        dist.name: licences
        for dist in distributions()
        if (licences := licence_of(dist))
        and any(is_gpl(licence) for licence in licences)
        and not any(licence.endswith(CHOSEN.get(dist.name.lower(), "\0")) for licence in licences)
    }
    assert offenders == {}
