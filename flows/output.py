"""Where the result of a run goes: standard output or files, and what the exit status says."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from reports.words import Lang, tell
from schemas.finding import Severity
from schemas.result import Result

LEVELS = {"error": {Severity.ERROR}, "warning": {Severity.ERROR, Severity.WARNING}, "never": set[Severity]()}


def write_result(result: Result, formats: Sequence[str], out: Path | None, lang: Lang, info: bool = False) -> None:
    """Write each format to standard output (``out`` is None) or to ``cermat.<ending>`` in the folder ``out``."""
    for form in formats:
        text = render(result, form, lang, info, terminal=out is None)
        if out is None:
            sys.stdout.write(text)
        else:
            out.mkdir(parents=True, exist_ok=True)
            ending = {"table": "txt"}.get(form, form)
            (out / f"cermat.{ending}").write_text(text, encoding="utf-8")


def render(result: Result, form: str, lang: Lang, info: bool, terminal: bool) -> str:
    """The text of one format. The table has colours only on a terminal."""
    if form == "json":
        from reports.contract import to_json

        return to_json(result) + "\n"
    import io

    from rich.console import Console

    from reports.console import print_result

    colours = terminal and sys.stdout.isatty()
    buffer = io.StringIO()
    width = None if colours or "COLUMNS" in os.environ else 80
    print_result(result, Console(file=buffer, force_terminal=colours, width=width, highlight=False), lang, info)
    return buffer.getvalue()


def show_errors(result: Result, lang: Lang) -> None:
    """The inputs that could not be read, on standard error."""
    for error in result.errors:
        print(f"cermat: {error.path}: {error.code.value}: {tell(error.message, lang)}", file=sys.stderr)


def exit_status(result: Result, fail_on: str) -> int:
    """3 when an input could not be read, 1 when a finding is at or above ``fail_on``, else 0."""
    if result.errors:
        return 3
    levels = LEVELS[fail_on]
    found = any(f.severity in levels and f.accepted is None for c in result.documents for f in c.findings)
    return 1 if found else 0
