"""Lines of a text file sorted into tables of each kind and running lines, in reading order."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

from extractors.text.contents import has_leader, is_contents
from extractors.text.markup import read_markup
from extractors.text.pipes import pipe_run, read_pipes
from extractors.text.plain import find_aligned
from extractors.text.rows import Block, Numbered
from extractors.text.separated import read_separated, separated_run
from extractors.text.tabs import read_tabs
from extractors.text.tabular import BEGIN, END, read_tabular, tabular_run, without_frame
from extractors.text.typeset import find_typeset

_TABLE = re.compile(r"<table\b", re.I)
_TABLE_END = re.compile(r"</table\s*>", re.I)
_OUTSIDE = re.compile(r"^\s*(?:#{1,6}\s|\*\*|\W*(?:tabel|table|gambar|grafik|bab)\s+[0-9IVXLC])", re.I)
_OPEN_CELL = re.compile(r"<(/?)(p|ul|ol|li|div|span|b|strong|sup|sub)\b[^<>]*>", re.I)
_RAGGED = 1  # cells that such rows may have more or less than the first
_SPACED = 2  # rows with blank lines between them that may stand alone
_INSIDE = 6  # lines without a tab that one cell of a tab-separated row may go on for


class Running(NamedTuple):
    """One line of running text as the source has it. ``contents`` is true inside a list of contents."""

    number: int
    text: str
    contents: bool = False


class _Ends(NamedTuple):
    """The lines that close a table, by its notation."""

    html: list[int]
    latex: list[int]


def scan(lines: list[str]) -> Iterator[Block | Running]:
    """All tables and text lines; ``lines`` are the physical lines without their ends."""
    ends = _Ends(
        html=[i for i, text in enumerate(lines) if "</" in text and _TABLE_END.search(text)],
        latex=[i for i, text in enumerate(lines) if "\\end" in text and END.search(text)],
    )
    loose: list[Numbered] = []  # lines that no mark shows to be a table; aligned columns are looked for in them
    before: Block | None = None  # the last table, while only blank lines follow it
    at = 0
    while at < len(lines):
        text = lines[at]
        count, parts = _marked(lines, at, before, ends)
        if not count:
            loose.append((at + 1, text))
            before = before if not text.strip() else None
            at += 1
            continue
        yield from _loose(loose)
        loose = []
        for part in parts:
            before = part if isinstance(part, Block) else None
            yield part
        at += count
    yield from _loose(loose)


def _marked(lines: list[str], at: int, before: Block | None, ends: _Ends) -> tuple[int, list[Block | Running]]:
    """How many lines from ``at`` belong together through marks of the source, and what they are.

    ``before`` is the table that only blank lines part from here.
    """
    text = lines[at]
    if not text.strip():
        return 0, []
    if "<" in text and _TABLE.search(text):
        following = bisect_left(ends.html, at)
        if following < len(ends.html):
            end = ends.html[following]
            return end - at + 1, _running(read_markup("\n".join(lines[at : end + 1]), at + 1))
    if "\t" in text:
        count = _tab_run(lines, at)
        block = [(n + 1, lines[n].strip("\f")) for n in range(at, at + count) if count < 2 or lines[n].strip()]
        parts = read_tabs(block, _width(before, before.engine) if before else None)
        return count, _running(parts, is_contents(block))
    count = pipe_run(lines, at, _width(before, "pipe"))
    if count:
        return count, list(read_pipes([(number + 1, lines[number]) for number in range(at, at + count)]))
    if "\\" in text:
        if BEGIN.search(text):
            count = tabular_run(lines, at, ends.latex)
            if count:
                block = [(number + 1, lines[number]) for number in range(at, at + count)]
                return count, _running(read_tabular(block))
        framed = without_frame(text)
        if framed != text.strip():
            return 1, [Running(at + 1, framed)] if framed else []
    if ";" in text or "," in text:
        count, sign = separated_run(lines, at, _width(before, "separated"))
        if count:
            return count, _running(read_separated([(n + 1, lines[n]) for n in range(at, at + count)], sign))
    if text.lstrip().startswith("$$") and text.count("$$") == 1:
        stop = next((i for i in range(at + 1, min(at + 12, len(lines))) if "$$" in lines[i]), None)
        if stop is not None:
            return stop - at + 1, [Running(at + 1, " ".join(line.strip() for line in lines[at : stop + 1]))]
    return 0, []


def _width(block: Block | None, engine: str) -> int | None:
    """The columns of a table in the notation, None for others."""
    return max(sum(raw.colspan for raw in row) for row in block.rows) if block and block.engine == engine else None


def _running(parts: list[Block | Numbered], contents: bool = False) -> list[Block | Running]:
    return [part if isinstance(part, Block) else Running(*part, contents) for part in parts]


def _loose(lines: list[Numbered]) -> Iterator[Block | Running]:
    """Tables in columns, and the lines between them."""
    columns = any("  " in text.strip() for _, text in lines)
    typed = columns and not any("\f" in text for _, text in lines)  # by hand: no program lays out its pages
    rest: list[Numbered] = []
    for part in find_typeset(lines) if columns else lines:
        if isinstance(part, Block):
            yield from _aligned(rest, typed)
            rest = []
            yield part
        else:
            rest.append((part[0], part[1].replace("\f", "")))
    yield from _aligned(rest, typed)


def _aligned(lines: list[Numbered], typed: bool) -> Iterator[Block | Running]:
    for part in find_aligned(lines) if typed and lines else lines:
        if isinstance(part, Block):
            yield part
        elif part[1].strip():
            yield Running(part[0], part[1], has_leader(part[1]))


def _tab_run(lines: list[str], at: int) -> int:
    """Lines from ``at`` that hold tabs, with the lines of cells that are broken over several lines between them."""
    end = at + 1
    while end < len(lines) and lines[end].strip():
        if "\t" in lines[end]:
            end += 1
            continue
        stop = _broken(lines, end)
        if stop is None:
            break
        end = stop
    return end - at if end > at + 1 else _spaced_run(lines, at)


def _spaced_run(lines: list[str], at: int) -> int:
    """Lines from ``at`` of a table with a blank line below every row; 1 when the row stands alone."""
    columns = lines[at].count("\t")
    end, rows = at, 0
    while end < len(lines) and "\t" in lines[end] and abs(lines[end].count("\t") - columns) <= _RAGGED:
        alone = end + 1 == len(lines) or not lines[end + 1].strip()
        if not alone:
            return 1
        rows += 1
        end += 2
    return end - 1 - at if columns > 1 and rows > _SPACED else 1


def _broken(lines: list[str], at: int) -> int | None:
    """The next line with a tab, when the lines without tabs up to it stand inside the table."""
    unclosed = _unclosed(lines[at - 1])
    for index in range(at, min(at + (_INSIDE * 4 if unclosed else _INSIDE), len(lines))):
        text = lines[index]
        if "\t" in text:
            return index
        if not text.strip() or "|" in text or (not unclosed and (_OUTSIDE.match(text) or len(text) > 200)):
            return None
    return None


def _unclosed(text: str) -> bool:
    """True when the last cell of the line opens a tag or a quotation that it does not close."""
    cell = text.rsplit("\t", 1)[-1]
    if cell.startswith('"') and cell.count('"') % 2:
        return True
    open_tags: list[str] = []
    for found in _OPEN_CELL.finditer(cell):
        name = found[2].lower()
        if not found[1]:
            open_tags.append(name)
        elif name in open_tags:
            open_tags.remove(name)
    return bool(open_tags)
