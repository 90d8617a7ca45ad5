"""Enumerations: which paragraphs are items of which list, and which paragraph introduces it."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from extractors.records.kalimat import Paragraf
from extractors.records.penanda import Marker

_INTRO = re.compile(
    r"antara\s+lain|terdiri|meliputi|rincian|perincian|sebagai\s+berikut|berikut|yaitu|yakni|komposisi|"
    r"di\s?bawah\s+ini|:\s*$",
    re.I,
)
_PARTIAL = re.compile(r"antara\s+lain|di\s?antaranya|diantara|seperti|misalnya|beberapa|salah\s+satu", re.I)


_INTERRUPTED = 6  # paragraphs (headings, page furniture) that may stand between two items of one numbered list


class Daftar(NamedTuple):
    """One list: ``lead`` is the index of the introducing paragraph, ``parent`` the (list, item) it is nested under."""

    id: str
    lead: int | None
    items: tuple[int, ...]
    parent: tuple[str, int] | None
    partial: bool


class _Open:
    """A list that may still grow."""

    def __init__(self, kind: str, last: int, id_: str, lead: int | None, parent: tuple[str, int] | None) -> None:
        self.kind, self.last, self.id, self.lead, self.parent = kind, last, id_, lead, parent
        self.items: list[int] = []


def introduces(text: str) -> bool:
    """Whether the end of a paragraph announces a list."""
    return bool(_INTRO.search(text[-160:]))


def is_partial(text: str) -> bool:
    """Whether the announcement says that only some items are listed ("antara lain")."""
    return bool(_PARTIAL.search(text[-160:]))


def find_daftar(parts: Sequence[Paragraf], walls: Sequence[int] = ()) -> tuple[Daftar, ...]:
    """All lists of at least two items, nested ones with their parent, in the order in which they begin.

    ``walls`` are the sorted orders of tables: a table between two paragraphs ends what the first one introduces.
    """
    stack: list[_Open] = []
    done: list[_Open] = []
    recent: dict[str, _Open] = {}
    walled = -1  # the paragraph that stands right under a table
    for index, part in enumerate(parts):
        mark = part.marker
        if index and bisect_right(walls, part.order) != bisect_right(walls, parts[index - 1].lines[-1].order):
            stack.clear()
            walled = index
        if mark is None or part.kind != "item":
            if part.kind != "text":
                stack.clear()
            continue
        depth = _continues(stack, mark.kind, mark.value, parts, index)
        held = recent.get(mark.kind)
        if depth is not None:
            del stack[depth + 1 :]
        elif held and held not in stack and mark.value == held.last + 1 and index - held.items[-1] <= _INTERRUPTED:
            stack.append(held)
        else:
            while stack and stack[-1].kind == mark.kind and not (mark.value == 1 and introduces(parts[index - 1].text)):
                stack.pop()
            stack = _opened(stack, mark, parts, index, len(done))
            if walled == index:
                stack[-1].lead = None
            done.append(stack[-1])
        stack[-1].items.append(index)
        stack[-1].last = mark.value
        recent[mark.kind] = stack[-1]
    return tuple(
        Daftar(o.id, o.lead, tuple(o.items), o.parent, o.lead is not None and is_partial(parts[o.lead].text))
        for o in done
        if len(o.items) >= 2
    )


def _opened(stack: list[_Open], mark: Marker, parts: Sequence[Paragraf], index: int, number: int) -> list[_Open]:
    """The stack with a new list on top: nested under the item just above, or standing free."""
    above = stack[-1] if stack else None
    under = above.items[-1] if above else -2
    nested = under == index - 1 or (under == index - 2 and parts[index - 1].kind == "text")
    lead = index - 1 if index and parts[index - 1].kind in ("text", "item", "heading") else None
    if above is None or not nested:
        return [_Open(mark.kind, mark.value, f"d{number + 1}", lead, None)]
    return [*stack, _Open(mark.kind, mark.value, f"{above.id}.{len(above.items)}", lead, (above.id, under))]


def _continues(stack: Sequence[_Open], kind: str, value: int, parts: Sequence[Paragraf], index: int) -> int | None:
    """The depth of the open list that an item with this marker goes on with; None when it opens a new one.

    The next number counts most, at any depth; a skipped or repeated number only in the innermost list of its kind.
    """
    depths = [depth for depth in range(len(stack) - 1, -1, -1) if stack[depth].kind == kind]
    if not depths:
        return None
    if kind == "bullet":
        return depths[0] if parts[index - 1].kind == "item" else None
    following = next((depth for depth in depths if stack[depth].last + 1 == value), None)
    if following is not None:
        return following
    held = stack[depths[0]]
    near = held.last < value <= held.last + 3 or (value == held.last and value > 1)
    return depths[0] if near else None
