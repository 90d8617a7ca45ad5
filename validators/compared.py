"""What is left of the areas that were read as running text, once the rules compared some of their lines."""

import re
from collections.abc import Iterable, Iterator

from schemas.document import Coverage
from schemas.reading import Part, Unread
from validators.listed import lists_of
from validators.view import View

_SHOWN = 80
_BLANK = re.compile(r"\s+")

Said = dict[tuple[int | None, int | None], list[str]]
"""The sentences whose values were compared, by page and line."""


def left_unread(view: View) -> Coverage:
    """The coverage of a document without the lines of lists whose values are held against a table.

    An entry of which nothing is left is dropped; one of which some lines are left names the first of them. What was
    compared in the text is no number of a table either.
    """
    if "left_unread" not in view.memo:
        coverage = view.document.coverage
        if any(entry.parts for entry in coverage.unread):
            unread = tuple(_left(coverage.unread, _said(view)))
            gone = sum(u.numbers for u in coverage.unread) - sum(u.numbers for u in unread)
            numbers = coverage.numbers_on_table_pages - gone
            coverage = coverage.model_copy(update={"unread": unread, "numbers_on_table_pages": numbers})
        view.memo["left_unread"] = coverage
    found: Coverage = view.memo["left_unread"]
    return found


def _said(view: View) -> Said:
    said: Said = {}
    for listed in lists_of(view):
        klaim = listed.item.klaim
        if listed.reference is not None:
            said.setdefault((klaim.place.page, klaim.place.line), []).append(_squeezed(klaim.text))
    return said


def _left(unread: Iterable[Unread], said: Said) -> Iterator[Unread]:
    for entry in unread:
        left = [part for part in entry.parts if not _compared(part, said.get((entry.page, part.line), ()))]
        if len(left) == len(entry.parts):
            yield entry
        elif left:
            yield entry.model_copy(
                update={
                    "line": left[0].line,
                    "what": f"area: {left[0].text[:_SHOWN]}",
                    "numbers": sum(part.numbers for part in left),
                    "parts": tuple(left),
                }
            )


def _compared(part: Part, sentences: Iterable[str]) -> bool:
    """Whether a sentence whose value was compared begins with the line; what stands behind may be its wrapped rest."""
    line = _squeezed(part.text)
    return any(sentence.startswith(line) for sentence in sentences)


def _squeezed(text: str) -> str:
    return _BLANK.sub("", text)
