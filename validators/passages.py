"""The running text around a reference: the sentence it stands in, over the line ends of the page."""

import re
from collections.abc import Sequence
from functools import cached_property

from schemas.document import Document
from schemas.reading import Line
from schemas.records import Rujukan
from validators.view import View

_REACH = 5
_END = re.compile(r"(?<=[a-z0-9)”\"]{2}[.;])\s+(?=[A-Z(“\"0-9])|\n")


class Passages:
    """The lines of a document by their order; every answer is text as it is printed, in one line."""

    def __init__(self, document: Document) -> None:
        """``document`` is never changed."""
        self.lines: Sequence[Line] = sorted(document.lines, key=lambda line: line.order)

    @cached_property
    def _index(self) -> dict[int, int]:
        return {line.order: at for at, line in enumerate(self.lines)}

    def line(self, order: int) -> Line | None:
        """The line of that order; None when the reference stands in a table."""
        at = self._index.get(order)
        return None if at is None else self.lines[at]

    def sentence(self, rujukan: Rujukan) -> str:
        """The sentence around a reference; its own text when it stands in no line of running text."""
        at = self._index.get(rujukan.order)
        if at is None:
            return rujukan.text
        text, start = self._joined(at)
        where = text.find(" ".join(rujukan.text.split()), max(0, start - len(rujukan.text)))
        where = start if where < 0 else where
        left = 0
        for end in _END.finditer(text):
            if end.start() >= where + 1:
                stop = end.start()
                if stop >= where + len(rujukan.text) - 1:
                    return text[left:stop].strip()
            else:
                left = end.end()
        return text[left:].strip()

    def after(self, order: int, count: int) -> str:
        """The line of that order and the next ones of its page, joined."""
        at = self._index.get(order)
        return "" if at is None else " ".join(line.text for line in self._page(at, 0, count))

    def before(self, order: int, count: int) -> str:
        """The lines of the page before that order, joined."""
        at = self._index.get(order)
        return "" if at is None else " ".join(line.text for line in self._page(at, count, 0)[:-1])

    def _page(self, at: int, back: int, on: int) -> list[Line]:
        page = self.lines[at].page
        near = range(max(0, at - back), min(len(self.lines), at + on + 1))
        return [self.lines[i] for i in near if self.lines[i].page == page]

    def _joined(self, at: int) -> tuple[str, int]:
        """The lines around, and where the line itself begins. A heading is never joined to body text."""
        line = self.lines[at]
        if line.page is None or line.heading is not None:
            return _flat(line.text), 0
        first, last = at, at
        while first > 0 and at - first < _REACH and self._goes_on(self.lines[first - 1], self.lines[first]):
            first -= 1
        while (
            last + 1 < len(self.lines) and last - at < _REACH and self._goes_on(self.lines[last], self.lines[last + 1])
        ):
            last += 1
        before = " ".join(_flat(one.text) for one in self.lines[first:at])
        whole = " ".join(_flat(one.text) for one in self.lines[first : last + 1])
        return whole, len(before) + bool(before)

    @staticmethod
    def _goes_on(one: Line, two: Line) -> bool:
        return one.page == two.page and one.heading is None and two.heading is None


def passages(view: View) -> Passages:
    """The running text of a document, made once for all rules."""
    made = view.memo.get("passages")
    if not isinstance(made, Passages):
        made = view.memo["passages"] = Passages(view.document)
    return made


def _flat(text: str) -> str:
    return " ".join(text.split())
