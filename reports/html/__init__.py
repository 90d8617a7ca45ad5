"""One self-contained page for a document, and one for a whole run. No network, no script but our own."""

from collections.abc import Sequence
from pathlib import Path

from reports.recap import Entry
from reports.words import Lang
from schemas.result import Checked


def write(checked: Checked, path: Path, lang: Lang = "id") -> None:
    """Write the review page of a document to ``path``. The submitted file is read from its source path."""
    from reports.html.render import render
    from reports.html.view import view_of

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render("document", view_of(checked, lang), lang), encoding="utf-8")


def write_recap(entries: Sequence[Entry], path: Path, lang: Lang = "id") -> None:
    """Write the recap over the documents of a run to ``path``; it links to their pages beside it."""
    from reports.html.recap import recap_of
    from reports.html.render import render

    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(render("recap", recap_of(entries, lang), lang), encoding="utf-8")
