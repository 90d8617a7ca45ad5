"""Paragraphs and sentences: lines joined as a reader reads them, with the way back to the printed line."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from statistics import median
from typing import NamedTuple

from extractors.records.bagian import Heading, caption, heading, is_toc
from extractors.records.bersih import bersih
from extractors.records.halaman import furniture
from extractors.records.penanda import Marker, marker
from schemas.number import Place
from schemas.reading import Line

_CLOSED = (".", ":", ";", "!", "?", ",-", ".-")
_OPEN = re.compile(r"(?:\b(?:[Rr]p|No|Nomor|Kec|Kab|Prov|sebesar|senilai|dan|atau|yang|dari|Tahun|tahun)\.?|,)$")
_LABEL = re.compile(r"^(?:[A-Z][A-Za-z/()]{1,20}(?:\s[A-Za-z/()]{2,16}){0,3})\s?:\s")  # "Instansi : …", "KEDUA : …"
_ABBREVIATION = re.compile(
    r"(?:\b(?:No|Rp|Kec|Kab|Prov|Kel|Jl|Jln|Drs|Dra|Dr|dr|Ir|Hj|H|Prof|TA|T\.A|Th|S|M|Tel|Telp|dll|dst|dsb|sd|s\.d|"
    r"a\.n|u\.p|hal|Hal|Tbk|PT|CV|RI|Bpk|Sdr|Kep|Per|Pem|Inst|Lamp|Ttg|TP|St|e\.g|i\.e|tgl|Tgl|min|maks)|\b[A-Z]|"
    r"(?<![\d.,])\b\d{1,2})\.$"
)
_STOP = re.compile(r"[.!?;](?=\s+[\"'“‘(]?[A-Z0-9•\-])|;|(?<=[a-z)%\d]{2})\.(?=[A-Z][a-z])")


class Paragraf(NamedTuple):
    """Joined lines. ``starts`` are the offsets in ``text`` where each line begins.

    ``kind`` is text, item, heading, caption or toc. ``x0`` is the left edge where it is known.
    """

    text: str
    lines: tuple[Line, ...]
    starts: tuple[int, ...]
    kind: str
    marker: Marker | None = None
    heading: Heading | None = None
    section: str = ""
    x0: float | None = None

    def line_at(self, offset: int) -> Line:
        """The printed line that holds a character of ``text``."""
        return self.lines[max(bisect_right(self.starts, offset) - 1, 0)]

    def place(self, offset: int = 0) -> Place:
        """The place of a character of ``text``."""
        line = self.line_at(offset)
        return Place(page=line.page, line=line.line, bbox=line.bbox)

    @property
    def lead(self) -> int:
        """The length of its marker, 0 without one: where its own text begins."""
        return self.marker.length if self.marker else 0

    @property
    def order(self) -> int:
        """Reading order of its first line."""
        return self.lines[0].order


class _Page(NamedTuple):
    left: float
    right: float
    leading: float


def _measures(lines: Sequence[Line]) -> dict[int, _Page]:
    pages: dict[int, list[Line]] = {}
    for line in lines:
        if line.page is not None and line.bbox is not None:
            pages.setdefault(line.page, []).append(line)
    found = {}
    for number, content in pages.items():
        boxes = [line.bbox for line in content if line.bbox is not None]
        steps = [b[1] - a[1] for a, b in pairwise(boxes) if 4 < b[1] - a[1] < 60]
        heights = [b[3] - b[1] for b in boxes]
        leading = median(steps) if steps else 1.3 * median(heights)
        found[number] = _Page(min(b[0] for b in boxes), max(b[2] for b in boxes), leading)
    return found


def _breaks(last: Line, text: str, line: Line, new: str, pages: dict[int, _Page]) -> bool:
    """Whether ``line`` (clean text ``new``) begins a paragraph after ``last`` (clean text ``text``)."""
    open_end = bool(_OPEN.search(text[-12:]))
    closed = text.endswith(_CLOSED) and not open_end
    small = new[:1].islower() or open_end or new.startswith(("(", "Rp"))
    if new.startswith("Rp") and text.endswith(":"):
        return False
    if last.page is None or line.page is None:
        apart = (line.line or 0) - (last.line or 0) > 1
        if apart:
            return not small or closed
        return closed and not small
    if last.page != line.page:
        return closed or not (small or _full(last, pages))
    if last.bbox is None or line.bbox is None:
        return closed and not small
    measure = pages[line.page]
    step = line.bbox[1] - last.bbox[1]
    if step < 0 or step > 1.45 * measure.leading + 1:
        return not small or closed or step < 0
    if small and not closed:
        return False
    if not _full(last, pages):
        return closed or (not small and last.bbox[2] < measure.left + 0.7 * (measure.right - measure.left))
    return closed and line.bbox[0] > last.bbox[0] + 10


def _full(line: Line, pages: dict[int, _Page]) -> bool:
    if line.page is None or line.bbox is None or line.page not in pages:
        return True
    measure = pages[line.page]
    return line.bbox[2] > measure.right - 0.12 * (measure.right - measure.left)


def paragraphs(lines: Sequence[Line], grids: Iterable[int] = ()) -> tuple[Paragraf, ...]:
    """The paragraphs of a document in reading order, without running headers and page numbers.

    ``grids`` are the orders of the grids that stand between the lines: nothing is joined across a table.
    """
    return _kept(_Text(tuple(lines)), tuple(sorted(grids)))


class _Text:
    """Lines as a key: the very same tuple is the same text, so that no two lines are ever compared."""

    __slots__ = ("lines",)

    def __init__(self, lines: tuple[Line, ...]) -> None:
        self.lines = lines

    def __hash__(self) -> int:
        return id(self.lines)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Text) and self.lines is other.lines


@lru_cache(maxsize=2)
def _kept(text: _Text, walls: tuple[int, ...]) -> tuple[Paragraf, ...]:
    """Kept for the last texts only: identity, claims and references all ask for those of one document."""
    return join_lines(text.lines, walls)


def join_lines(lines: Sequence[Line], walls: Sequence[int] = ()) -> tuple[Paragraf, ...]:
    """The paragraphs of lines; ``walls`` are the sorted orders of the grids between them."""
    skip = furniture(lines)
    pages = _measures(lines)
    done: list[Paragraf] = []
    parts: list[str] = []
    held: list[Line] = []
    kind, mark, head, section = "text", None, None, ""

    def close() -> None:
        if held:
            done.append(_joined(parts, held, kind, mark, head, section))
            parts.clear()
            held.clear()

    for line in lines:
        if line.order in skip:
            continue
        text = bersih(line.text)
        if not text:
            continue
        walled = bool(held) and bisect_right(walls, line.order) != bisect_right(walls, held[-1].order)
        if is_toc(text, line.text):
            close()
            kind, mark, head = "toc", None, heading(text)
            parts.append(text)
            held.append(line)
            close()
            continue
        found = heading(text, marked=line.heading is not None, bold=line.bold)
        if found:
            close()
            section = found.section if found.section is not None else section
            kind, mark, head = "heading", marker(text), found
            parts.append(text)
            held.append(line)
            continue
        titled = caption(text)
        item = marker(text)
        title_goes_on = held and kind == "heading" and not walled and _goes_on(held[-1], line, text, pages)
        if title_goes_on and not titled and not item:
            parts.append(text)
            held.append(line)
            continue
        if (
            not held
            or walled
            or titled
            or item
            or _LABEL.match(text)
            or kind in ("heading", "toc")
            or (_breaks(held[-1], parts[-1], line, text, pages) and not (kind == "caption" and _near(held[-1], line)))
        ):
            close()
            head, mark = None, item
            kind = "caption" if titled else "item" if item else "text"
        parts.append(text)
        held.append(line)
    close()
    return tuple(done)


def _near(last: Line, line: Line) -> bool:
    return last.page is None and (line.line or 0) - (last.line or 0) == 1


def _goes_on(last: Line, line: Line, text: str, pages: dict[int, _Page]) -> bool:
    """Whether ``line`` is the second line of a heading: set in capitals like the first, just under it."""
    if not text.isupper() or not last.text.isupper() or last.page != line.page:
        return False
    if last.page is None:
        return (line.line or 0) - (last.line or 0) == 1
    if last.bbox is None or line.bbox is None:
        return False
    return 0 < line.bbox[1] - last.bbox[1] <= 1.45 * pages[last.page].leading + 1


def _joined(
    parts: Sequence[str], lines: Sequence[Line], kind: str, mark: Marker | None, head: Heading | None, section: str
) -> Paragraf:
    text, starts = "", []
    for part in parts:
        if text[-1:] == "-" and text[-2:-1].islower() and part[:1].islower() and " " not in part[:2]:
            text += ""  # a word broken at its hyphen keeps the hyphen: "undang-" + "undang"
        elif text:
            text += " "
        starts.append(len(text))
        text += part
    box = lines[0].bbox
    return Paragraf(text, tuple(lines), tuple(starts), kind, mark, head, section, box[0] if box else None)


def sentences(text: str) -> list[tuple[int, int]]:
    """The (start, end) offsets of the sentences of a paragraph; abbreviations and numbers do not end one."""
    found, start = [], 0
    for stop in _STOP.finditer(text):
        end = stop.end()
        if stop.group() == "." and _ABBREVIATION.search(text[max(start, end - 12) : end]):
            continue
        if text[start:end].strip():
            found.append((start, end))
        start = end
    if text[start:].strip():
        found.append((start, len(text)))
    return found
