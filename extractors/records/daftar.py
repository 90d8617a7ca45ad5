"""Enumerations: which paragraphs are items of which list, and which paragraph introduces it."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.records.kalimat import Paragraf

_INTRO = re.compile(
    r"antara\s+lain|terdiri|meliputi|rincian|perincian|sebagai\s+berikut|berikut|yaitu|yakni|komposisi|"
    r"di\s?bawah\s+ini|:\s*$",
    re.I,
)
_PARTIAL = re.compile(r"antara\s+lain|di\s?antaranya|diantara|seperti|misalnya|beberapa|salah\s+satu", re.I)


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


def find_daftar(parts: Sequence[Paragraf]) -> tuple[Daftar, ...]:
    """All lists of at least two items, nested ones with their parent, in the order in which they begin."""
    stack: list[_Open] = []
    done: list[_Open] = []
    count = 0
    for index, part in enumerate(parts):
        if part.kind in ("heading", "caption", "toc") and part.marker is None:
            stack.clear()
            continue
        mark = part.marker
        if part.kind != "item" or mark is None:
            if part.kind != "text":
                stack.clear()
            continue
        depth = _continues(stack, mark.kind, mark.value, parts, index)
        if depth is not None:
            del stack[depth + 1 :]
        else:
            while stack and stack[-1].kind == mark.kind:
                stack.pop()
            above = stack[-1] if stack else None
            nested = above is not None and above.items[-1] == index - 1
            parent = (above.id, above.items[-1]) if above is not None and nested else None
            if above is not None and not nested:
                stack.clear()
            count += 1
            id_ = f"{parent[0]}.{len(above.items)}" if parent and above else f"d{count}"
            lead = index - 1 if index and parts[index - 1].kind in ("text", "item", "heading") else None
            stack.append(_Open(mark.kind, mark.value, id_, lead, parent))
            done.append(stack[-1])
        stack[-1].items.append(index)
        stack[-1].last = mark.value
    return tuple(
        Daftar(o.id, o.lead, tuple(o.items), o.parent, o.lead is not None and is_partial(parts[o.lead].text))
        for o in done
        if len(o.items) >= 2
    )


def _continues(stack: Sequence[_Open], kind: str, value: int, parts: Sequence[Paragraf], index: int) -> int | None:
    """The depth of the open list that an item with this marker goes on with; None when it opens a new one."""
    for depth in range(len(stack) - 1, -1, -1):
        held = stack[depth]
        if held.kind != kind:
            continue
        if kind == "bullet":
            return depth if index - 1 >= held.items[-1] and parts[index - 1].kind == "item" else None
        if held.last < value <= held.last + 3 or (value == held.last and value > 1):
            return depth
        return None
    return None
